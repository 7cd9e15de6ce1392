import assert from 'node:assert/strict';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { ownCourseRoutes } from '../../../../src/features/training/own/routes.ts';
import { listDrafts, openDraft, setCourse } from '../../../../src/features/training/own/usecases.ts';
import { say } from '../../../../src/features/training/own/words.ts';
import { say as courseSay } from '../../../../src/features/training/words.ts';
import { aPerson } from '../../../support/app.ts';
import { assertAccessible } from '../../../support/axe.ts';
import { phone, startTestTab } from '../../../support/tab.ts';
import { colleague, courseOffice, example, type Office } from './own-course.ts';
import { aPng } from './some-pictures.ts';

const french = { locale: 'fr-be', theme: 'dark' } as const;

describe('the pages about own courses', function () {
  this.timeout(300_000);
  let office: Office;
  let tab: Awaited<ReturnType<typeof startTestTab>>;
  let folder: string;
  let me = { personId: aPerson(900).id, name: 'Carla', roles: ['Coordinator'] };
  const be = (number: number): void =>
    void (me = { personId: aPerson(number).id, name: 'Somebody', roles: number === 900 ? ['Coordinator'] : [] });

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tandem-own-'));
    office = await courseOffice();
    await office.app.addPeople(aPerson(900), aPerson(901), aPerson(1));
    tab = await startTestTab({
      app: office.app,
      routes: ownCourseRoutes,
      says: [say],
      entra: { verifyTabToken: async () => me },
    });
  });
  beforeEach(() => be(900));
  after(async () => {
    await tab.close();
    await rm(folder, { recursive: true });
  });

  const textIn = (frame: Frame) =>
    frame.getByRole('textbox', { name: say('en', 'text.label', { language: 'English' }) });
  const press = (frame: Frame, name: string) => frame.getByRole('button', { name, exact: true }).click();

  it('can be used by everybody, in the dark, on a phone, in French', async () => {
    const ownId = await office.published(['fr', 'nl']);
    const link = await office.link();
    for (const [path, found] of [
      ['/courses/own', say('fr', 'new.text')],
      [`/courses/own/${ownId}/edit`, say('fr', 'publish.again')],
      [`/courses/own/${link}/edit`, say('fr', 'publish.first')],
      [`/courses/own/${ownId}`, courseSay('fr', 'next')],
    ] as const) {
      const { frame } = await tab.show(path, french, phone);
      await frame.getByRole('button', { name: found, exact: true }).waitFor();
      await assertAccessible(frame, path);
      const overflow = await frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(overflow <= 0, `${path} is ${overflow} pixels too wide`);
    }
  });

  it('lead from an example to a published version that somebody follows to its end', async () => {
    const { frame } = await tab.show('/courses/own');
    await frame.getByRole('combobox').selectOption('en');
    await press(frame, say('en', 'new.text'));
    await textIn(frame).waitFor();
    assert.equal(await textIn(frame).inputValue(), example('en'));
    await frame.getByText(say('en', 'publish.missing', { languages: 'Dutch, French, German', count: 3 })).waitFor();
    await press(frame, say('en', 'publish.first'));
    await frame.getByText(say('en', 'publish.refused.missing')).waitFor();
    await frame.getByLabel(say('en', 'publish.only', { languages: 'English' })).check();
    await press(frame, say('en', 'publish.first'));
    await frame.getByText(say('en', 'publish.done', { version: 1 })).waitFor();

    const { courses } = await listDrafts(office.deps, colleague);
    const ownId = courses.find(({ title }) => title === 'Our way of working together')!.id;
    be(1);
    const { frame: read } = await tab.show(`/courses/own/${ownId}`, { locale: 'nl-be' });
    await read.getByText(say('nl', 'read.language', { language: 'Engels' })).waitFor();
    for (let step = 1; step < 5; step += 1) {
      await read.getByText(courseSay('nl', 'position', { step, steps: 5 })).waitFor();
      await press(read, courseSay('nl', 'next'));
    }
    await press(read, courseSay('nl', 'finish'));
    await read.getByText(courseSay('nl', 'done.title')).first().waitFor();
  });

  it('say what is wrong in which line, and take the cursor there', async () => {
    const ownId = await office.begin('en');
    const { frame } = await tab.show(`/courses/own/${ownId}/edit`);
    await textIn(frame).fill(
      example('en').replace('=> The idea is heard.', 'The idea is heard.').concat('<b>bold</b>'),
    );
    const line =
      example('en')
        .split('\n')
        .findIndex((one) => one.startsWith('- You tell the idea')) + 1;
    const where = say('en', 'problems.line', { line, sentence: say('en', 'problem.effect-missing') });
    await frame.getByRole('button', { name: where }).click();
    const chosen = await textIn(frame).evaluate((area) => {
      const { value, selectionStart, selectionEnd } = area as HTMLTextAreaElement;
      return { focused: document.activeElement === area, text: value.slice(selectionStart, selectionEnd) };
    });
    assert.ok(chosen.focused);
    assert.match(chosen.text, /^- You tell the idea in her place\./);
    await frame.getByText(say('en', 'problem.html')).waitFor();
    await frame.getByText(say('en', 'preview.none')).waitFor();
    await frame.getByText(say('en', 'publish.unsaved')).waitFor();
    await press(frame, say('en', 'text.save'));
    await frame.getByText(say('en', 'text.saved')).waitFor();
    await frame.getByLabel(say('en', 'publish.only', { languages: 'English' })).check();
    await press(frame, say('en', 'publish.first'));
    await frame.getByText(say('en', 'publish.refused.problems')).waitFor();
    await frame.getByRole('button', { name: `English, line ${line}` }).click();
    assert.equal(await textIn(frame).evaluate((area) => document.activeElement === area), true);
  });

  it('show an earlier version as it was', async () => {
    const ownId = await office.published(['en', 'nl']);
    await office.write(ownId, 'en', example('en').replace('Our way', 'Our new way'));
    await office.publish(ownId, { onlyThese: true });
    const { frame } = await tab.show(`/courses/own/${ownId}/edit`);
    await frame.getByRole('button', { name: /^Version 1,/ }).click();
    const dialog = frame.getByRole('dialog');
    await dialog.getByText('Our way of working together').waitFor();
    await assertAccessible(frame, 'a version');
    await dialog.getByRole('button', { name: say('en', 'language.nl') }).click();
    await dialog.getByText('Zo werken wij samen').waitFor();
  });

  it('keep the texts of two coordinators, and let one of them choose', async () => {
    const ownId = await office.begin('en');
    const { frame } = await tab.show(`/courses/own/${ownId}/edit`);
    await textIn(frame).fill(`${example('en')}Mine.`);
    await office.write(ownId, 'en', `${example('en')}Theirs.`, colleague);
    await press(frame, say('en', 'text.save'));
    await frame.getByText(say('en', 'conflict.title')).waitFor();
    assert.match(await textIn(frame).inputValue(), /Mine\.$/);
    assert.match((await openDraft(office.deps, colleague, ownId)).texts.en?.text ?? '', /Theirs\.$/);
    await frame.getByText(say('en', 'conflict.show')).click();
    assert.match(await frame.getByRole('textbox', { name: say('en', 'conflict.show') }).inputValue(), /Theirs\.$/);
    await assertAccessible(frame, 'a conflict');
    await press(frame, say('en', 'conflict.mine'));
    await frame.getByText(say('en', 'text.saved')).waitFor();
    const { text, before } = (await openDraft(office.deps, colleague, ownId)).texts.en!;
    assert.match(text, /Mine\.$/);
    assert.match(before ?? '', /Theirs\.$/);
  });

  it('keep what is typed while a save is under way, and save it with the next', async () => {
    const ownId = await office.begin('en');
    const { page, frame } = await tab.show(`/courses/own/${ownId}/edit`);
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route('**/texts/en', async (route) => {
      await held;
      await route.continue();
    });
    await textIn(frame).fill(`${example('en')}First.`);
    const sent = page.waitForRequest('**/texts/en');
    await press(frame, say('en', 'text.save'));
    await sent;
    await textIn(frame).fill(`${example('en')}First. Second.`);
    letGo();
    await frame.getByText(say('en', 'text.saved')).waitFor();
    assert.match(await textIn(frame).inputValue(), /First\. Second\.$/);
    assert.match((await openDraft(office.deps, colleague, ownId)).texts.en?.text ?? '', /First\.$/);
    await page.unroute('**/texts/en');
    await press(frame, say('en', 'text.save'));
    await frame.getByRole('button', { name: say('en', 'text.is-saved'), exact: true }).waitFor();
    const { text, revision } = (await openDraft(office.deps, colleague, ownId)).texts.en!;
    assert.match(text, /First\. Second\.$/);
    assert.equal(revision, 3);
  });

  it('never open a course again to people from outside because the page is older than that', async () => {
    const ownId = await office.published(['en', 'nl']);
    const { frame } = await tab.show(`/courses/own/${ownId}/edit`);
    const colleagues = frame.getByLabel(say('en', 'settings.colleagues'));
    const binding = frame.getByRole('combobox', { name: say('en', 'binding') });
    await binding.selectOption('nl');
    await setCourse(office.deps, colleague, ownId, { binding: 'en', colleaguesOnly: true, revision: 1 });
    await press(frame, say('en', 'settings.save'));
    await frame.getByText(say('en', 'settings.changed')).waitFor();
    assert.deepEqual([await colleagues.isChecked(), await binding.inputValue()], [true, 'en']);
    await binding.selectOption('nl');
    await press(frame, say('en', 'settings.save'));
    await frame.getByText(say('en', 'settings.saved')).waitFor();
    const { course } = await openDraft(office.deps, colleague, ownId);
    assert.deepEqual([course.colleaguesOnly, course.binding], [true, 'nl']);
  });

  it('let one person set who reads a link and go on with what is typed in it', async () => {
    const ownId = await office.link();
    const { frame } = await tab.show(`/courses/own/${ownId}/edit`);
    const saved = (times: number) =>
      frame
        .getByText(say('en', 'text.saved'))
        .nth(times - 1)
        .waitFor();
    const address = frame.getByLabel(say('en', 'link.address'));
    await address.fill('https://www.example.org/another');
    await frame.getByLabel(say('en', 'settings.colleagues')).check();
    await press(frame, say('en', 'settings.save'));
    await saved(1);
    await frame.getByRole('combobox', { name: say('en', 'binding') }).selectOption('en');
    await press(frame, say('en', 'text.save'));
    await saved(2);
    await press(frame, say('en', 'settings.save'));
    await saved(3);
    const { course } = await openDraft(office.deps, colleague, ownId);
    assert.deepEqual(
      [course.link?.address, course.colleaguesOnly, course.binding],
      ['https://www.example.org/another', true, 'en'],
    );
  });

  it('take a text out of a file, and nothing that is none', async () => {
    const ownId = await office.begin('en');
    const { frame } = await tab.show(`/courses/own/${ownId}/edit`);
    const file = frame.getByLabel(say('en', 'file.label'));
    await file.setInputFiles({
      name: 'a.docx',
      mimeType: 'text/plain',
      buffer: Buffer.from([0x50, 0x4b, 0, 0xff, 0xfe]),
    });
    await frame.getByText(say('en', 'file.not-text')).waitFor();
    await file.setInputFiles({ name: 'a.md', mimeType: 'text/markdown', buffer: Buffer.alloc(200_000, 'x') });
    await frame.getByText(say('en', 'file.large')).waitFor();
    const text = example('en').replace('Our way', 'The imported way').replaceAll('\n', '\r\n');
    await file.setInputFiles({ name: 'a.md', mimeType: 'text/markdown', buffer: Buffer.from(`\ufeff${text}`) });
    await frame.getByText(say('en', 'file.read', { name: 'a.md' })).waitFor();
    assert.match(await textIn(frame).inputValue(), /^---\ntitle: The imported way/);
    await frame.getByText(say('en', 'problems.none')).waitFor();
  });

  it('put a picture and a video into the text, each with its words, and refuse 50 MB before reading it', async () => {
    const ownId = await office.begin('en');
    const { frame } = await tab.show(`/courses/own/${ownId}/edit`);
    await textIn(frame).evaluate((area) => {
      const at = (area as HTMLTextAreaElement).value.indexOf('You can make words');
      (area as HTMLTextAreaElement).setSelectionRange(at, at);
    });
    await press(frame, say('en', 'insert.picture'));
    const dialog = frame.getByRole('dialog');
    await assertAccessible(frame, 'a picture');
    const large = join(folder, 'large.png');
    await writeFile(large, aPng());
    await truncate(large, 50_000_000);
    const choose = dialog.getByLabel(say('en', 'picture.file'));
    await choose.setInputFiles(large);
    await press(frame, say('en', 'picture.add'));
    await dialog.getByText(say('en', 'picture.alternative.none')).waitFor();
    await dialog.getByLabel(say('en', 'picture.alternative')).fill('Two people at a table');
    await press(frame, say('en', 'picture.add'));
    await dialog.getByText(say('en', 'picture.wrong.file')).waitFor();
    await choose.setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: aPng({ width: 40, height: 30 }) });
    await press(frame, say('en', 'picture.add'));
    await dialog.waitFor({ state: 'hidden' });
    assert.match(await textIn(frame).inputValue(), /\n!\[Two people at a table\]\(picture:[0-9a-z]{20}\)\n/);
    await frame.getByRole('img', { name: 'Two people at a table' }).waitFor();

    await press(frame, say('en', 'insert.video'));
    await assertAccessible(frame, 'a video');
    await dialog.getByLabel(say('en', 'video.address')).fill('http://video.example/a');
    await press(frame, say('en', 'video.add'));
    for (const key of [
      'problem.video-link',
      'problem.video-captions',
      'problem.video-words',
      'video.tick.missing',
    ] as const)
      await dialog.getByText(say('en', key)).waitFor();
    await dialog.getByLabel(say('en', 'video.address')).fill('https://video.example/a');
    await dialog.getByLabel(say('en', 'video.words')).fill('Noor asks for a round');
    await dialog.getByLabel('Dutch').check();
    await dialog.getByLabel(say('en', 'video.tick')).check();
    await press(frame, say('en', 'video.add'));
    await dialog.waitFor({ state: 'hidden' });
    await frame.getByText(say('en', 'problems.none')).waitFor();
    const link = frame.getByRole('link', { name: say('en', 'video.link', { words: 'Noor asks for a round' }) });
    assert.equal(await link.getAttribute('href'), 'https://video.example/a');
  });

  it('let a link be marked as done by one press', async () => {
    const ownId = await office.link();
    const { frame } = await tab.show(`/courses/own/${ownId}/edit`);
    await press(frame, say('en', 'publish.first'));
    await frame.getByText(say('en', 'publish.done', { version: 1 })).waitFor();
    be(1);
    const { frame: read } = await tab.show(`/courses/own/${ownId}`);
    const link = read.getByRole('link', { name: say('en', 'read.open', { place: 'www.example.org' }) });
    assert.equal(await link.getAttribute('href'), 'https://www.example.org/guide');
    await press(read, say('en', 'read.mark'));
    await read.getByText(courseSay('en', 'done.title')).first().waitFor();
  });
});
