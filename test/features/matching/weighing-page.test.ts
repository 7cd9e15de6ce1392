import assert from 'node:assert/strict';
import { matchingJobs } from '../../../src/features/matching/jobs.ts';
import { matchingRoutes } from '../../../src/features/matching/routes.ts';
import { proposals } from '../../../src/features/matching/store.ts';
import { viewMatching } from '../../../src/features/matching/usecases.ts';
import { say as sayWeighing } from '../../../src/features/matching/weighing/words.ts';
import { say } from '../../../src/features/matching/words.ts';
import { assertAccessible } from '../../support/axe.ts';
import { phone, startTestTab } from '../../support/tab.ts';
import { aProgramme, coordinator } from '../pairs/journey.ts';
import { addCrowd } from './crowd.ts';

type Tab = Awaited<ReturnType<typeof startTestTab>>;

describe('the page about what counts', function () {
  this.timeout(300_000);
  let tab: Tab;
  let bench: Awaited<ReturnType<typeof aProgramme>>;

  before(async () => {
    bench = await aProgramme({}, matchingJobs);
    await addCrowd(bench.app, bench.programmeId, { mentees: 60, mentors: 44 });
    const verifyTabToken = async () => ({ personId: coordinator.personId, name: 'Someone', roles: ['Coordinator'] });
    tab = await startTestTab({ app: bench.app, routes: matchingRoutes, says: [say], entra: { verifyTabToken } });
  });
  after(() => tab?.close());

  const open = (setting: Parameters<Tab['show']>[1] = {}, viewport?: Parameters<Tab['show']>[2]) =>
    tab.show(`/programmes/${bench.programmeId}/matching/what-counts`, { locale: 'en-gb', ...setting }, viewport);
  const state = () => viewMatching(bench.app.deps, coordinator, bench.programmeId);

  it('is set, tried, taken back and used by keyboard alone, and keeps nothing before', async () => {
    const { frame, page } = await open();
    await frame.getByText(/^So it is with “a good balance”/).waitFor();
    const values = frame.getByRole('slider', { name: 'Values' });
    await values.focus();
    await page.keyboard.press('End');
    assert.equal(await values.getAttribute('aria-valuetext'), 'counts very much: 32 of 100');
    await frame.getByText(/would have another mentor than with “a good balance”/).waitFor();
    await assertAccessible(frame, 'own weights');
    await frame.getByRole('button', { name: 'Back to “a good balance”' }).focus();
    await page.keyboard.press('Enter');
    await frame.getByText(/^So it is with “a good balance”/).waitFor();
    assert.equal(await values.inputValue(), '18');
    await values.focus();
    await page.keyboard.press('End');
    assert.deepEqual(await proposals.list(bench.app.deps.tables, bench.programmeId), []);
    await frame.getByRole('button', { name: 'Make a proposal' }).focus();
    await page.keyboard.press('Enter');
    await frame.getByRole('progressbar').waitFor();
    await bench.app.run();
    await frame.getByText('What comes first: own weights, begun from “a good balance”.').waitFor();
    assert.equal((await state()).proposal?.aims.own?.values, 40);
    await page.close();
  });

  it('shows beside each other what two drafts put first', async () => {
    const { frame, page } = await open();
    await frame.getByRole('radio', { name: /^A wider network/ }).check();
    await frame.getByRole('button', { name: 'See what would change' }).click();
    await frame.getByRole('progressbar').waitFor();
    await bench.app.run();
    await frame.getByText(/Before: own weights, begun from “a good balance”\. Then: a wider network\./).waitFor();
    await frame.getByText('Values: 32, then 10').waitFor();
    await page.close();
  });

  it('can be used in the other languages and looks, on a phone, by everybody', async () => {
    const looks = [
      { locale: 'nl-be', theme: 'dark' },
      { locale: 'fr-be', theme: 'contrast' },
      { locale: 'de-de', theme: 'default' },
    ] as const;
    for (const look of looks) {
      const { frame, page } = await open(look, phone);
      const language = look.locale.slice(0, 2) as 'nl' | 'fr' | 'de';
      await frame.getByText(sayWeighing(language, 'figure.topics')).waitFor();
      await assertAccessible(frame, `what counts in ${look.locale}`);
      const overflow = await frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(overflow <= 0, `${overflow} pixels too wide`);
      await page.close();
    }
  });
});
