import assert from 'node:assert/strict';
import type { Frame, Page } from 'playwright-core';
import { routes, says } from '../../../src/api/routes.ts';
import { logMeeting } from '../../../src/features/meetings/after/usecases.ts';
import { enterByHand } from '../../../src/features/meetings/booking/usecases.ts';
import { addAgreed, addPoint, notesFor } from '../../../src/features/meetings/notes/usecases.ts';
import { addStep, makeGoal } from '../../../src/features/pairs/goals/usecases.ts';
import { emptyPassport } from '../../../src/features/people/passport/model.ts';
import { keepPassport } from '../../../src/features/people/passport/usecases.ts';
import { setPreferences } from '../../../src/features/people/usecases.ts';
import { pairs } from '../../../src/features/pairs/store.ts';
import { day, localDate } from '../../../src/platform/clock.ts';
import { jobs } from '../../../src/worker/jobs.ts';
import { callerFor } from '../../support/app.ts';
import { assertAccessible } from '../../support/axe.ts';
import { phone, startTestTab } from '../../support/tab.ts';
import { at, mentee, mentor, office, zone } from '../../support/times-office.ts';

const [me, them] = [callerFor(mentee), callerFor(mentor)];
/** The room between the margins of an A4 page, in pixels of CSS. */
const paper = { width: 688, height: 1001 };

describe('preparing a talk, and three lines after it', function () {
  this.timeout(300_000);
  let made: Awaited<ReturnType<typeof office>>;
  let tab: Awaited<ReturnType<typeof startTestTab>>;
  let who = mentee.id;
  let meetingId = '';
  const path = (id = meetingId): string => `/programmes/p1/pairs/pair-1/meetings/${id}`;

  before(async () => {
    made = await office(jobs);
    const { app, deps, now } = made;
    await setPreferences(deps, mentor.id, { language: 'fr' });
    const row = (await pairs.find(deps.tables, 'p1', 'pair-1'))!;
    const reasons = [{ kind: 'topics', about: ['networking', 'visibility'] }];
    await deps.tables.commit([pairs.replace(row, { ...row.value, reasons })]);
    await keepPassport(deps, mentor.id, { ...emptyPassport, needs: [{ need: 'captions', for: 'partner' }] });
    const { id: lastId } = await logMeeting(deps, me, at, localDate(now - day, zone));
    meetingId = (await enterByHand(deps, me, at, { start: now + 7 * day, minutes: 60 })).id;
    await addAgreed(deps, them, { ...at, meetingId: lastId }, { text: 'Call Ana about the course', who: 'partner' });
    await addPoint(deps, them, { ...at, meetingId }, { text: 'The plan for the autumn' });
    const { id: pairGoalId } = await makeGoal(deps, me, at, { text: 'Speak up in meetings' });
    await addStep(
      deps,
      me,
      { ...at, pairGoalId },
      { text: 'Prepare one point', until: localDate(now + 3 * day, zone) },
    );
    const verifyTabToken = async () => ({ personId: who, name: 'Someone', roles: [] });
    tab = await startTestTab({ app, routes, says, entra: { verifyTabToken } });
  });
  after(() => tab?.close());

  const open = (personId: string, address: string, viewport?: { width: number; height: number }, locale = 'en-gb') => {
    who = personId;
    return tab.show(address, { locale, personId }, viewport);
  };
  const shows = (frame: Frame, text: string | RegExp) => frame.getByText(text).first().waitFor();

  it('is a press away on the first page, and holds what is open, the step that is due and what helps the partner', async () => {
    const { page, frame } = await open(mentee.id, '/');
    await frame.getByRole('link', { name: /^Prepare, / }).click();
    await frame.getByRole('heading', { level: 1, name: /^Before your meeting with/ }).waitFor();
    for (const text of ['Call Ana about the course', 'The plan for the autumn', 'Prepare one point'])
      await shows(frame, text);
    await shows(frame, 'Turn on captions in Teams.');
    await assertAccessible(frame, 'a preparation');
    await page.close();
  });

  it('has a question in both languages, which one press makes a point of both', async () => {
    const { page, frame } = await open(mentee.id, `${path()}/preparation`);
    const questions = frame.getByRole('region', { name: 'Questions to ask' });
    const french = questions.locator('[lang="fr"]');
    await french.first().waitFor();
    assert.equal(await french.count(), 4, 'an opener and three questions');
    await questions.getByRole('button', { name: 'Also in French' }).click();
    assert.equal(await french.count(), 0);
    await questions.getByRole('button', { name: 'Also in French' }).click();
    const words = (await french.nth(1).innerText()).replaceAll('\u00a0', ' ');
    await questions
      .getByRole('button', { name: /^Add: / })
      .nth(1)
      .click();
    await frame.getByRole('region', { name: 'To talk about' }).locator('[lang="fr"]').waitFor();
    await page.close();
    const points = (await notesFor(made.deps, { ...them, language: 'fr' }, { ...at, meetingId })).points;
    assert.equal(
      points.find(({ other }) => other)?.text.replaceAll('\u00a0', ' '),
      words,
      'the partner reads it in French',
    );
  });

  it('is one page of paper, without what is only for the screen and without what the partner needs', async () => {
    const { page, frame } = await open(mentee.id, `${path()}/preparation`, paper);
    await shows(frame, 'Turn on captions in Teams.');
    await page.emulateMedia({ media: 'print' });
    for (const one of await frame.locator('nav, [data-screen]').all()) assert.equal(await one.isVisible(), false);
    assert.equal(await frame.getByText('Turn on captions in Teams.').isVisible(), false);
    const tall = await frame.locator('main').evaluate((one) => one.getBoundingClientRect().height);
    assert.ok(tall <= paper.height, `${Math.round(tall)} pixels`);
    await page.close();
  });

  it('offers every topic on the page of the talk, first what brought the two together, and fits a phone', async () => {
    const { page, frame } = await open(mentor.id, path(), phone, 'fr-be');
    const about = frame.getByLabel('Sur quoi ?');
    await about.selectOption({ label: 'Parler en public' });
    await frame.getByText(/Que doivent retenir les gens/).waitFor();
    assert.deepEqual(await about.locator('optgroup').first().locator('option').allInnerTexts(), [
      'Créer des contacts',
      'Être visible',
    ]);
    await assertAccessible(frame, 'the page of a talk on a phone');
    assert.ok((await widthOver(page, frame)) <= 0);
    await page.close();
  });

  it('ends with three lines for oneself, which the next preparation shows to their writer alone', async () => {
    made.app.pass({ days: 8 });
    const { page, frame } = await open(mentee.id, path());
    const own = frame.getByRole('region', { name: 'Only for you' });
    await own.getByLabel(/^What I take with me/).fill('I may ask for help');
    await own.getByLabel(/^What I do before next time/).fill('Write to two people');
    await own.getByLabel(/^How I felt about it/).fill('Lighter than before');
    await assertAccessible(frame, 'three lines');
    await own.getByRole('button', { name: 'Keep my notes' }).click();
    await shows(frame, 'Kept.');
    await page.close();
    const start = made.deps.clock.now() + 7 * day;
    meetingId = (await enterByHand(made.deps, me, at, { start, minutes: 60 })).id;
    const mine = await open(mentee.id, `${path()}/preparation`);
    const last = mine.frame.getByRole('region', { name: 'Your own notes of last time' });
    for (const line of ['I may ask for help', 'Write to two people', 'Lighter than before'])
      await last.getByText(line).waitFor();
    await assertAccessible(mine.frame, 'a preparation with own lines');
    await mine.page.close();
    const theirs = await open(mentor.id, `${path()}/preparation`);
    await theirs.frame.getByRole('region', { name: 'Questions to ask' }).waitFor();
    assert.doesNotMatch(await theirs.frame.locator('main').innerText(), /I may ask for help|Lighter than before/);
    await theirs.page.close();
  });
});

const widthOver = (page: Page, frame: Frame): Promise<number> =>
  frame.evaluate((width) => document.documentElement.scrollWidth - width, page.viewportSize()?.width ?? 0);
