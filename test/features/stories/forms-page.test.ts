import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { routes } from '../../../src/api/routes.ts';
import { newsletterHtml } from '../../../src/features/stories/forms/newsletter/rules.ts';
import { tellingOf } from '../../../src/features/stories/forms/rules.ts';
import { callName } from '../../../src/features/people/model.ts';
import { withdrawStory } from '../../../src/features/stories/consent/usecases.ts';
import { placesOf } from '../../../src/features/stories/places/usecases.ts';
import { agreeToTranslation } from '../../../src/features/stories/translations/usecases.ts';
import { translations } from '../../../src/features/stories/store.ts';
import { say } from '../../../src/features/stories/words.ts';
import type { AppRole } from '../../../src/platform/doors.ts';
import { callerFor } from '../../support/app.ts';
import { testBrowser } from '../../support/browser.ts';
import { assertAccessible } from '../../support/axe.ts';
import { desk, phone, startTestTab } from '../../support/tab.ts';
import { author, coordinator, parts, partner, reader, storyOffice, type StoryOffice } from './office.ts';

const ofTheWhole = Object.fromEntries(
  ['landmark-one-main', 'page-has-heading-one', 'region'].map((rule) => [rule, { enabled: false }]),
);

type Tab = Awaited<ReturnType<typeof startTestTab>>;
type Told = Awaited<ReturnType<StoryOffice['published']>>;

describe('the way of a story into its forms', function () {
  this.timeout(600_000);
  let office: StoryOffice;
  let tab: Tab;
  let story: Told;
  let who: { readonly personId: string; readonly roles: readonly AppRole[] };

  before(async () => {
    office = await storyOffice();
    const { app, published, addPicture } = office;
    story = await published({ picture: await addPicture() });
    const verifyTabToken = async () => ({ ...who, name: 'Someone', roles: [...who.roles] });
    tab = await startTestTab({ app, routes, says: [say], entra: { verifyTabToken } });
  });
  after(() => tab?.close());

  const as = (person: typeof author, address: string, setting: object = {}, viewport = desk) => {
    who = { personId: person.id, roles: person === coordinator ? ['Coordinator'] : [] };
    return tab.show(address, { locale: 'en-gb', personId: person.id, ...setting }, viewport);
  };
  const formsAddress = (): string => `/programmes/${story.programmeId}/stories/${story.id}`;

  it('passes a11y checks, for coordinators, tellers and readers, in each look', async () => {
    for (const { locale, theme, viewport } of [
      { locale: 'nl-be', theme: 'dark', viewport: phone },
      { locale: 'de-de', theme: 'contrast', viewport: phone },
      { locale: 'fr-be', theme: 'default', viewport: desk },
    ] as const)
      for (const [person, address] of [
        [coordinator, formsAddress()],
        [author, `/stories/${story.programmeId}/${story.id}`],
        [reader, `/stories/${story.programmeId}/${story.id}`],
      ] as const) {
        const { frame } = await as(person, address, { locale, theme }, viewport);
        await frame.getByRole('heading', { level: 1, name: 'I ask now' }).waitFor();
        await frame.getByRole('heading', { level: 2 }).last().waitFor();
        await assertAccessible(frame, `${address} ${theme}`);
      }
  });

  it('is read before it is made, handed over, and noted', async () => {
    const { page, frame } = await as(coordinator, formsAddress());
    for (const { kind, name, where } of [
      { kind: 'Newsletter: Block as HTML', name: /newsletter-en\.html$/, where: 'March edition' },
      { kind: 'Newsletter: As plain text', name: /newsletter-en\.txt$/, where: 'March edition' },
      { kind: /^Website or blog/, name: /blog-en\.zip$/, where: 'https://blog.example/ask' },
      { kind: /^Slide for a team meeting/, name: /slide-en\.pptx$/, where: 'Team meeting of Finance' },
      { kind: /^Poster/, name: /poster-en\.pdf$/, where: 'The canteen' },
      { kind: 'Social media: Texts for each network', name: /social-en\.txt$/, where: 'LinkedIn' },
      { kind: /^Social media: Picture/, name: /social-en\.png$/, where: 'LinkedIn' },
    ]) {
      await frame.getByRole('radio', { name: kind }).check();
      await frame.getByRole('heading', { name: 'How it reads' }).waitFor();
      await frame.getByLabel('Where will it stand?').fill(where);
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        frame.getByRole('button', { name: 'Make it and take it along' }).click(),
      ]);
      assert.match(file.suggestedFilename(), name);
      assert.ok((await readFile(await file.path())).length > 200);
      await frame.getByText('The place is noted.').first().waitFor();
    }
    const stand = await placesOf(office.app.deps, office.me, story.programmeId);
    assert.deepEqual(stand.map(({ where }) => where).toSorted(), [
      ...['LinkedIn', 'March edition', 'Team meeting of Finance', 'The canteen', 'https://blog.example/ask'],
    ]);
  });

  it('says what is missing, and keeps what was chosen', async () => {
    const { frame } = await as(coordinator, formsAddress());
    await frame.getByRole('radio', { name: /^Poster/ }).check();
    await frame.getByRole('button', { name: 'Make it and take it along' }).click();
    await frame.getByRole('alert').first().waitFor();
    assert.ok(await frame.getByRole('radio', { name: /^Poster/ }).isChecked());
  });

  it('is translated beside the original, agreed to by the other, and read so', async () => {
    const address = `/stories/${story.programmeId}/${story.id}`;
    const { frame } = await as(author, address);
    await frame.getByRole('button', { name: 'Add a translation' }).click();
    await frame.getByRole('radio', { name: 'Dutch' }).check();
    await frame.getByLabel('Title').fill('Ik vraag het nu');
    for (const [label, text] of [
      ['How was it before?', 'Vroeger zweeg ik.'],
      ['What happened?', 'Toen praatten we elke maand.'],
      ['What is different now?', 'Nu vraag ik het.'],
      ['What the picture shows', 'Twee mensen aan een tafel'],
    ] as const)
      await frame.getByLabel(label).fill(text);
    await frame.getByRole('button', { name: 'Give it to be agreed to' }).click();
    await frame.getByText(`Waits for ${callName(partner)}`).waitFor();
    const [row] = await translations.list(office.app.deps.tables, story.programmeId, story.id);
    const other = await as(partner, address);
    await other.frame.getByRole('button', { name: 'I agree to this text' }).click();
    await other.frame.getByText('Thank you, your yes is noted.').first().waitFor();
    await agreeToTranslation(office.app.deps, callerFor(partner), {
      ...{ programmeId: story.programmeId, storyId: story.id, textId: row!.value.id },
    });
    const read = await as(reader, address, { locale: 'nl-be' });
    await read.frame.getByRole('heading', { level: 1, name: 'Ik vraag het nu' }).waitFor();
    await read.frame.getByText(/Vertaald uit het Engels/i).waitFor();
    await read.frame.getByRole('button', { name: 'Lees het origineel' }).click();
    await read.frame.getByText('The room waits for me').waitFor();
  });

  it('helps with one press, which is there again the next time', async () => {
    const address = `/stories/${story.programmeId}/${story.id}`;
    const first = await as(reader, address);
    await first.frame.getByRole('button', { name: 'This helps me', pressed: false }).click();
    await first.frame.getByRole('button', { name: 'This helps me', pressed: true }).waitFor();
    const again = await as(reader, address);
    await again.frame.getByRole('button', { name: 'This helps me', pressed: true }).waitFor();
    const told = await as(author, address);
    await told.frame.getByText('fewer than 5').first().waitFor();
  });

  it('fits 320 and 600 pixels as a newsletter, whatever stands in it, and can be read', async () => {
    const long = 'x'.repeat(200);
    const words = {
      ...{ title: `${long.slice(0, 60)} & <b>more</b>`, parts: { ...parts, before: `${long} ${long}` } },
      language: 'en' as const,
    };
    const html = newsletterHtml(
      tellingOf({
        ...{ told: words, from: 'en', author: long, partner: 'مرحبا بكم', authorSide: 'mentee', programme: long },
        ...{ join: `https://tandem.example/go/abcdefgh?${long}`, read: 'https://teams.example/l/x' },
      }),
    );
    const page = await (await testBrowser()).newPage();
    try {
      const fetched: string[] = [];
      page.on('request', (request) => void fetched.push(request.url()));
      for (const width of [320, 600]) {
        await page.setViewportSize({ width, height: 900 });
        await page.setContent(html);
        const wide = await page.evaluate(() => [document.documentElement.scrollWidth, document.body.scrollWidth]);
        assert.ok(
          wide.every((one) => one <= width),
          `${width}: ${wide.join()}`,
        );
        // A block in somebody's newsletter: landmarks and the first heading are those of the whole.
        await assertAccessible(page, `the newsletter at ${width}`, { rules: ofTheWhole });
      }
      assert.deepEqual(
        fetched.filter((url) => !url.startsWith('about:')),
        [],
      );
    } finally {
      await page.close();
    }
  });

  it('ends with a withdrawal: a sentence and no file, no translation, places to clean up', async () => {
    const { app, me } = office;
    const { page, frame } = await as(coordinator, formsAddress());
    await frame.getByRole('radio', { name: /^Poster/ }).check();
    await frame.getByLabel('Where will it stand?').fill('The stairs');
    await withdrawStory(app.deps, callerFor(partner), story.programmeId, story.id);
    await app.run();
    const downloads: unknown[] = [];
    page.on('download', (file) => void downloads.push(file));
    await frame.getByRole('button', { name: 'Make it and take it along' }).click();
    await frame.getByText('This story is not there, or no longer.').first().waitFor();
    assert.deepEqual(downloads, []);
    assert.equal(await frame.getByLabel('Where will it stand?').inputValue(), 'The stairs');
    const stand = await placesOf(app.deps, me, story.programmeId);
    assert.ok(stand.length === 5 && stand.every(({ state }) => state === 'to-take-down'));
    const rows = await translations.list(app.deps.tables, story.programmeId, story.id);
    assert.ok(rows.length > 0 && rows.every(({ value }) => value.endedAt !== undefined));
  });
});
