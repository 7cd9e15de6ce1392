import assert from 'node:assert/strict';
import { matchingJobs } from '../../../src/features/matching/jobs.ts';
import { matchingRoutes } from '../../../src/features/matching/routes.ts';
import { makeProposal, viewMatching } from '../../../src/features/matching/usecases.ts';
import { findPerson } from '../../../src/features/people/usecases.ts';
import { pairsOfProgramme } from '../../../src/features/pairs/usecases.ts';
import { say } from '../../../src/features/matching/words.ts';
import { addCoordinator } from '../../../src/features/programmes/usecases.ts';
import type { Caller } from '../../../src/platform/doors.ts';
import { assertAccessible } from '../../support/axe.ts';
import { phone, startTestTab } from '../../support/tab.ts';
import { aProgramme, colleague, coordinator } from '../pairs/journey.ts';
import { addCrowd } from './crowd.ts';
import { pairsNow } from './proposed.ts';

type Tab = Awaited<ReturnType<typeof startTestTab>>;

describe('the workbench in a browser', function () {
  this.timeout(300_000);
  let tab: Tab;
  let bench: Awaited<ReturnType<typeof aProgramme>>;
  /** Who is signed in when the next page opens. */
  let signedIn: Caller = coordinator;

  before(async () => {
    bench = await aProgramme({}, matchingJobs);
    const { app, programmeId } = bench;
    await addCoordinator(app.deps, coordinator, programmeId, colleague.personId);
    await addCrowd(app, programmeId, { mentees: 60, mentors: 36 });
    const verifyTabToken = async () => ({ personId: signedIn.personId, name: 'Someone', roles: ['Coordinator'] });
    tab = await startTestTab({ app, routes: matchingRoutes, says: [say], entra: { verifyTabToken } });
  });
  after(() => tab?.close());

  const open = (setting: Parameters<Tab['show']>[1] = {}, viewport?: Parameters<Tab['show']>[2]) =>
    tab.show(`/programmes/${bench.programmeId}/matching`, { locale: 'en-gb', ...setting }, viewport);
  const state = () => viewMatching(bench.app.deps, coordinator, bench.programmeId);
  const pairs = () => pairsNow(bench.app.deps, bench.programmeId);
  const mentorOf = async (menteeId: string) => (await pairs()).find((one) => one.menteeId === menteeId)?.mentorId;

  it('makes a proposal in the worker, shows how far it is, and is there again for who comes back', async () => {
    const { frame, page } = await open();
    await frame.getByRole('button', { name: 'Make a proposal' }).click();
    await frame.getByText('Person 900 is having a proposal made').waitFor();
    await page.close();
    const again = await open();
    await again.frame.getByRole('progressbar').waitFor();
    await bench.app.run();
    await again.frame.getByRole('heading', { name: 'Proposed pairs' }).waitFor();
    await assertAccessible(again.frame, 'a draft');
    await again.page.close();
  });

  it('is looked at, changed, used and taken back by keyboard alone', async () => {
    const { frame, page } = await open();
    const first = (await pairs())[0]!;
    await frame
      .getByRole('button', { name: /^Look at it/ })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    const dialog = frame.getByRole('dialog');
    await dialog.getByText('What this rests on').first().waitFor();
    await assertAccessible(frame, 'a pair');
    await dialog.getByRole('button', { name: 'Send back' }).focus();
    await page.keyboard.press('Enter');
    await dialog.getByLabel('Why?').focus();
    await page.keyboard.type('They share an office.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await bench.app.run();
    await frame.getByRole('heading', { name: 'What would change' }).waitFor();
    assert.equal(await mentorOf(first.menteeId), first.mentorId);
    await frame.getByRole('button', { name: 'Use this' }).focus();
    await page.keyboard.press('Enter');
    await frame.getByRole('heading', { name: 'What you changed' }).waitFor();
    assert.notEqual(await mentorOf(first.menteeId), first.mentorId);
    await frame
      .getByRole('button', { name: /^Compare/ })
      .last()
      .focus();
    await page.keyboard.press('Enter');
    await frame.getByRole('button', { name: 'Use this' }).focus();
    await page.keyboard.press('Enter');
    await frame.getByRole('heading', { name: 'What you changed' }).waitFor({ state: 'hidden' });
    assert.equal(await mentorOf(first.menteeId), first.mentorId);
    await page.close();
  });

  it('finds and filters pairs', async () => {
    const { frame, page } = await open();
    const some = (await pairs()).find((one) => one.strength === 'good')!;
    const name = (await findPerson(bench.app.deps, some.menteeId))!.name;
    await frame.getByLabel('Show', { exact: true }).selectOption({ label: 'Fits well' });
    const rows = frame.getByRole('table', { name: 'Proposed pairs' }).getByRole('row');
    await frame.getByLabel('Search in this list').first().fill(name);
    await frame.getByText('Rows 1 to 1 of 1').waitFor();
    assert.equal(await rows.count(), 2);
    assert.match(await rows.nth(1).innerText(), new RegExp(name));
    await page.close();
  });

  it('turns the pages of the pairs by keyboard, says where it is, and keeps the focus', async () => {
    const { frame, page } = await open();
    const table = frame.getByRole('table', { name: 'Proposed pairs' });
    const total = (await pairs()).length;
    const next = frame
      .getByRole('group', { name: 'Turn the pages: Proposed pairs' })
      .getByRole('button', { name: 'Next rows' });
    await next.first().focus();
    await page.keyboard.press('Enter');
    await frame.getByText(`Rows 26 to ${Math.min(50, total)} of ${total}`).waitFor();
    assert.equal(await table.getAttribute('aria-rowcount'), String(total + 1));
    assert.equal(await table.getByRole('row').nth(1).getAttribute('aria-rowindex'), '27');
    assert.ok(await next.first().evaluate((one) => one === document.activeElement));
    await frame.getByLabel('Sort by').first().selectOption({ label: 'Weakest fit first' });
    await frame.getByText(`Rows 1 to 25 of ${total}`).waitFor();
    await next.last().focus();
    await page.keyboard.press('Enter');
    const place = frame.getByText(`Rows 26 to ${Math.min(50, total)} of ${total}`);
    await place.waitFor();
    assert.ok(await place.evaluate((one) => one === document.activeElement));
    await page.close();
  });

  it('shows where topics are scarce, by site and by language', async () => {
    const { frame, page } = await open();
    const table = frame.getByRole('table', { name: 'Where topics are scarce' });
    await table.getByRole('columnheader', { name: 'Everybody' }).waitFor();
    assert.ok((await table.getByRole('rowheader').count()) >= 5);
    await frame.getByLabel('Show topics').selectOption({ label: 'By language' });
    await table.getByRole('columnheader', { name: 'French' }).waitFor();
    await assertAccessible(frame, 'scarce topics');
    await page.close();
  });

  it('tells the second coordinator when somebody else was faster, and shows what there is now', async () => {
    signedIn = colleague;
    const { frame, page } = await open();
    await frame
      .getByRole('button', { name: /^Look at it/ })
      .first()
      .click();
    await frame.getByRole('button', { name: 'Keep these two together' }).click();
    const { id } = await makeProposal(bench.app.deps, coordinator, bench.programmeId);
    await frame.getByLabel('Why?').fill('They asked for it.');
    await frame.getByRole('button', { name: 'Compute again' }).click();
    await frame.getByText(say('en', 'failure.proposal-changed')).waitFor();
    assert.equal((await state()).proposal?.id, id);
    signedIn = coordinator;
    await page.close();
  });

  it('can be used in the other languages and looks, on a phone, by everybody', async () => {
    const looks = [
      { locale: 'nl-be', theme: 'dark' },
      { locale: 'fr-be', theme: 'contrast' },
    ] as const;
    for (const look of looks) {
      const { frame, page } = await open(look, phone);
      await frame.getByRole('heading', { level: 2 }).nth(3).waitFor();
      await assertAccessible(frame, `the workbench in ${look.locale}`);
      const overflow = await frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(overflow <= 0, `${overflow} pixels too wide`);
      await page.close();
    }
  });

  it('is published with a second look at fairness, in waves', async () => {
    const { frame, page } = await open();
    await frame.getByRole('button', { name: 'Publish' }).click();
    await frame.getByRole('radio', { name: 'In groups, one after the other' }).check();
    await frame.getByRole('spinbutton', { name: 'Pairs in a group' }).fill('40');
    await frame.getByText(/the last after \d+ days/).waitFor();
    await assertAccessible(frame, 'publishing in waves');
    await frame.getByRole('button', { name: 'Yes, publish' }).click();
    await frame.getByRole('heading', { name: 'Published' }).waitFor();
    await frame.getByText(/The next group goes on/).waitFor();
    await assertAccessible(frame, 'what is published');
    const all = (await pairs()).length;
    await bench.app.run();
    const asked = (await pairsOfProgramme(bench.app.deps, bench.programmeId)).length;
    assert.ok(asked >= 40 && asked < all, `${asked} of ${all} at once`);
    bench.app.pass({ days: 7 * Math.ceil(all / 40) });
    await bench.app.run();
    assert.equal((await pairsOfProgramme(bench.app.deps, bench.programmeId)).length, all);
    await page.close();
  });
});
