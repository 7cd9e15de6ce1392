import assert from 'node:assert/strict';
import { routes } from '../../../src/api/routes.ts';
import { pairLines, pairs } from '../../../src/features/pairs/store.ts';
import { usualHours } from '../../../src/features/people/rules.ts';
import { createProgramme } from '../../../src/features/programmes/usecases.ts';
import { storiesJobs } from '../../../src/features/stories/jobs.ts';
import { say } from '../../../src/features/stories/words.ts';
import type { AppRole } from '../../../src/platform/doors.ts';
import { aPerson, coordinatorFor, testApp } from '../../support/app.ts';
import { assertAccessible } from '../../support/axe.ts';
import { desk, phone, startTestTab } from '../../support/tab.ts';

type Tab = Awaited<ReturnType<typeof startTestTab>>;

const [author, partner] = [aPerson(1, { name: 'Sofia Peeters' }), aPerson(2, { name: 'Tom Maes' })];
const [coordinator, reader] = [aPerson(3), aPerson(4, { name: 'Ann Reader' })];
const told = 'Before, I did not dare to ask anybody anything at work, and so I waited. '.repeat(3).trim();

/** Each look once. */
const looks = [
  { locale: 'nl-be', theme: 'dark', viewport: phone },
  { locale: 'fr-be', theme: 'contrast', viewport: phone },
  { locale: 'de-de', theme: 'default', viewport: desk },
] as const;

describe('the pages of a story', function () {
  this.timeout(600_000);
  let app: Awaited<ReturnType<typeof testApp>>;
  let tab: Tab;
  let programmeId: string;
  let who: { readonly personId: string; readonly roles: readonly AppRole[] };

  before(async () => {
    app = await testApp({ jobs: storiesJobs });
    await app.addPeople(author, partner, coordinator, reader);
    Object.assign(app.deps, { directory: { workingHours: async () => usualHours } });
    ({ id: programmeId } = await createProgramme(app.deps, coordinatorFor(coordinator), {
      ...{ name: 'Together', forWhom: 'All', why: 'Growth', howChosen: 'All are asked', goals: [], language: 'en' },
      ...{ startsOn: '2026-03-01', endsOn: '2026-12-01' },
    }));
    const at = { programmeId, pairId: 'pair-1' };
    await app.deps.tables.commit([
      pairs.create(programmeId, 'pair-1', {
        ...{ id: 'pair-1', programmeId, proposalId: 'x', menteeId: author.id, mentorId: partner.id },
        ...{ state: 'active', reasons: [], offeredAt: 1, activeAt: 1 },
      }),
    ]);
    for (const one of [author, partner]) await app.deps.tables.commit([pairLines.put(one.id, 'pair-1', at)]);
    const verifyTabToken = async () => ({ ...who, name: 'Someone', roles: [...who.roles] });
    tab = await startTestTab({ app, routes, says: [say], entra: { verifyTabToken } });
  });
  after(() => tab?.close());

  const as = (person: typeof author, address: string, setting: object = {}, viewport = desk) => {
    who = { personId: person.id, roles: person === coordinator ? ['Coordinator'] : [] };
    return tab.show(address, { locale: 'en-gb', personId: person.id, ...setting }, viewport);
  };
  const published = async (): Promise<string[]> => {
    const { frame, page } = await as(reader, '/stories');
    await frame.getByRole('heading', { level: 1, name: 'Stories' }).waitFor();
    await frame
      .getByText('No story yet')
      .or(frame.getByRole('link', { name: 'I dare to ask' }))
      .waitFor();
    const names = await frame.getByRole('main').getByRole('link').allTextContents();
    await page.close();
    return names;
  };

  it('lead from the telling to the question to the other one, who may add own words', async () => {
    const { frame, page } = await as(author, `/programmes/${programmeId}/pairs/pair-1/story`);
    await frame.getByRole('button', { name: /^Ask Tom Maes/ }).click();
    await frame.getByText('Give it a title of at least three letters.').first().waitFor();
    await assertAccessible(frame, 'a story with problems');
    await frame.getByLabel('Title').fill('I ask now');
    await frame.getByLabel('What happened?').fill(told);
    await frame.getByLabel('What is different now?').fill('I ask twice a week.');
    await frame.getByLabel('Getting to know people').check();
    await frame.getByRole('button', { name: /^Ask Tom Maes/ }).click();
    await frame.getByText('Tom Maes gets the story to read.').first().waitFor();
    await page.close();
  });

  it('take the other’s yes on terms of their own', async () => {
    const { frame, page } = await as(partner, `/programmes/${programmeId}/pairs/pair-1`);
    await frame.getByRole('link', { name: 'Read it' }).click();
    await frame.getByRole('heading', { level: 1, name: 'I ask now' }).waitFor();
    await frame.getByRole('heading', { name: 'What is different now?' }).waitFor();
    await assertAccessible(frame, 'a story to answer');
    await frame.getByRole('radio', { name: /^Also outside/ }).check();
    await frame.getByRole('button', { name: 'I agree' }).click();
    await frame.getByText('Both agree. The coordinators look at it now.').waitFor();
    await page.close();
    assert.deepEqual(await published(), []);
  });

  it('lets a coordinator suggest other words, the writer take them, and the other one agree again', async () => {
    const back = await as(coordinator, `/programmes/${programmeId}/stories`);
    await back.frame.getByRole('button', { name: 'Send back' }).click();
    await back.frame.getByLabel('What should change?').fill('A title that says it');
    await back.frame.getByRole('button', { name: 'Suggest other words' }).click();
    await back.frame.getByLabel('Title').fill('I dare to ask');
    await assertAccessible(back.frame, 'a suggestion');
    await back.frame.getByRole('button', { name: 'Send back' }).click();
    await back.frame.getByText('Nothing to look at').waitFor();
    await back.page.close();
    const own = await as(author, `/programmes/${programmeId}/pairs/pair-1/story`);
    await own.frame.getByRole('button', { name: 'Put these words into my story' }).click();
    await assertAccessible(own.frame, 'a suggestion beside the own words');
    await own.frame.getByRole('button', { name: /^Ask Tom Maes/ }).click();
    await own.frame.getByText('Tom Maes gets the story to read.').first().waitFor();
    await own.page.close();
    const yes = await as(partner, `/programmes/${programmeId}/pairs/pair-1`);
    await yes.frame.getByRole('link', { name: 'Read it' }).click();
    await yes.frame.getByRole('button', { name: 'I agree' }).click();
    await yes.frame.getByText('Both agree. The coordinators look at it now.').waitFor();
    await yes.page.close();
  });

  it('publish it, note where it stands, and name it when it has to be taken down', async () => {
    const { frame, page } = await as(coordinator, `/programmes/${programmeId}/stories`);
    await frame.getByText('Shown to everybody in the organisation.').waitFor();
    await frame.getByRole('button', { name: 'Publish' }).click();
    await frame.getByText('The story is published.').first().waitFor();
    assert.equal(await frame.getByRole('radio', { name: 'Website or blog' }).count(), 0, 'nobody agreed to that');
    await frame.getByRole('radio', { name: 'Newsletter' }).check();
    await frame.getByLabel('Which one?').fill('The summer edition');
    await frame.getByRole('button', { name: 'Note it' }).click();
    await frame.getByText('Newsletter: The summer edition').waitFor();
    await assertAccessible(frame, 'where stories stand');
    assert.deepEqual(await published(), ['I dare to ask']);
    const end = await as(partner, `/programmes/${programmeId}/pairs/pair-1`);
    await end.frame.getByRole('link', { name: 'Read it' }).click();
    await end.frame.getByRole('button', { name: 'Withdraw the story' }).click();
    await end.frame.getByText('The story is withdrawn.').first().waitFor();
    await end.page.close();
    assert.deepEqual(await published(), []);
    await app.run();
    const again = await as(coordinator, `/programmes/${programmeId}/stories`);
    await again.frame.getByText('Has to be taken down').waitFor();
    await again.frame.getByRole('button', { name: 'It is taken down' }).click();
    await again.frame.getByText('Taken down', { exact: true }).waitFor();
    await Promise.all([page.close(), again.page.close()]);
  });

  it('can be used in the other languages and looks', async () => {
    for (const { viewport, ...look } of looks) {
      const language = look.locale.slice(0, 2) as 'nl' | 'fr' | 'de';
      const { frame, page } = await as(author, `/programmes/${programmeId}/pairs/pair-1/story`, look, viewport);
      await frame.getByRole('heading', { level: 1, name: say(language, 'write.title') }).waitFor();
      await frame.getByLabel(say(language, 'part.happened')).waitFor();
      await assertAccessible(frame, `telling a story in ${look.locale}`);
      const overflow = await frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(overflow <= 0, `${overflow} pixels too wide`);
      await page.close();
    }
  });
});
