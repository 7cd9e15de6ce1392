import assert from 'node:assert/strict';
import type { FrameLocator, Page } from 'playwright-core';
import type { PairMeetings } from '../../src/features/meetings/model.ts';
import type { TimesFound } from '../../src/features/meetings/times/model.ts';
import type { AgreementView } from '../../src/features/pairs/agreement/model.ts';
import type { GoalsView } from '../../src/features/pairs/goals/model.ts';
import { testBrowser } from '../support/browser.ts';
import { startTestSandbox, type SandboxPerson, type TestSandbox } from '../support/sandbox.ts';

describe('support in a pair, as both see it in the tab', function () {
  this.timeout(600_000);
  let sandbox: TestSandbox;
  let programmeId = '';
  let pairId = '';
  let [mentee, mentor]: (SandboxPerson | undefined)[] = [];

  const pairPath = (): string => `/programmes/${programmeId}/pairs/${pairId}`;
  const act = async (what: string, details: object = {}): Promise<number> =>
    (await sandbox.control<{ did: number }>('/act', { what, ...details })).did;

  async function openTab(person: SandboxPerson, path: string): Promise<{ page: Page; tab: FrameLocator }> {
    const page = await (
      await testBrowser()
    ).newPage({ viewport: { width: 1280, height: 900 }, timezoneId: 'Europe/Brussels' });
    const place = new URLSearchParams({ person: person.id, app: 'tab', lang: 'en', path, clean: '1' });
    await page.goto(`${sandbox.host}/#${place}`);
    return { page, tab: page.frameLocator('iframe') };
  }
  const agreement = (): Promise<AgreementView> =>
    sandbox.api<AgreementView>(mentee!.id, 'GET', `${pairPath()}/agreement`);
  const goalsFor = (person: SandboxPerson): Promise<GoalsView> =>
    sandbox.api<GoalsView>(person.id, 'GET', `${pairPath()}/goals`);
  const timesFor = (person: SandboxPerson): Promise<TimesFound> =>
    sandbox.api<TimesFound>(person.id, 'GET', `${pairPath()}/meetings/times?week=0&minutes=30`);

  before(async () => {
    sandbox = await startTestSandbox('--people', '200');
    const people = await sandbox.control<SandboxPerson[]>('/people');
    const coordinator = people.find(({ role }) => role === 'coordinator')!.id;
    await sandbox.control('/clock', { hours: 0 });
    const { id } = await sandbox.api<{ id: string }>(coordinator, 'POST', '/programmes', {
      ...{ name: 'Growing together', language: 'en', goals: [], startsOn: '2027-03-29', endsOn: '2028-01-10' },
      ...{ forWhom: 'Colleagues who want to grow and know few people here.', why: 'A talk a month helps.' },
      howChosen: 'Everybody here gets this, in one way or another.',
    });
    programmeId = id;
    const words = { en: 'We prepared this together with the network. Join if you feel like it.' };
    const call = { audience: { kind: 'all' }, closesOn: '2027-03-12', words };
    await sandbox.api(coordinator, 'POST', `/programmes/${id}/calls`, call);
    await sandbox.pass(2);
    await act('apply', { count: 6, role: 'mentee', programmeId: id });
    await act('apply', { count: 6, role: 'mentor', programmeId: id });
    await sandbox.pass(12);
    const path = `/programmes/${id}`;
    await sandbox.api(coordinator, 'POST', `${path}/proposals`);
    await sandbox.pass(0);
    const { proposal } = await sandbox.api<{ proposal: { id: string } }>(coordinator, 'GET', `${path}/matching`);
    await sandbox.api(coordinator, 'POST', `${path}/proposals/${proposal.id}/publish`);
    for (let turn = 0; turn < 4; turn += 1) {
      await sandbox.pass(1);
      await act('accept');
    }
    await sandbox.pass(1);
    const known = new Map(people.map((one) => [one.id, one]));
    const { pairs } = await sandbox.api<{
      pairs: { id: string; state: string; mentee: { id: string }; mentor: { id: string } }[];
    }>(coordinator, 'GET', `${path}/pairs`);
    for (const one of pairs) {
      [mentee, mentor] = [known.get(one.mentee.id), known.get(one.mentor.id)];
      if (one.state !== 'active' || !mentee?.hasMailbox || !mentor?.hasMailbox) continue;
      pairId = one.id;
      if ((await timesFor(mentee)).slots.length < 4) continue;
      for (const { id: personId } of [mentee, mentor]) {
        const before = await sandbox.api<object>(personId, 'GET', '/me/preferences');
        await sandbox.api(personId, 'PUT', '/me/preferences', { ...before, language: 'en' });
      }
      return;
    }
    throw new Error('no pair has common free hours');
  });
  after(() => sandbox?.stop());

  it('both write and sign an agreement, and a change asks both again', async () => {
    const first = await openTab(mentee!, pairPath());
    await first.tab.getByRole('link', { name: 'Make our agreement' }).click();
    await first.tab.getByLabel('How we meet').fill('Once a month, for an hour');
    await first.tab.getByText('Examples').first().click();
    await first.tab.getByRole('button', { name: /^Use this: We both come prepared/ }).click();
    await first.tab.getByRole('button', { name: 'Save', exact: true }).click();
    await first.tab.getByRole('button', { name: 'Sign', exact: true }).click();
    await first.tab.getByText(/^You signed on/).waitFor();

    const second = await openTab(mentor!, '/');
    await second.tab
      .getByText(/signed your agreement/)
      .first()
      .waitFor();
    await second.page.close();
    const theirs = await openTab(mentor!, `${pairPath()}/agreement`);
    await theirs.tab.getByText('Once a month, for an hour').waitFor();
    await theirs.tab.getByRole('button', { name: 'Change', exact: true }).click();
    await theirs.tab.getByLabel('How we end').fill('In December, with a talk');
    await theirs.tab.getByRole('button', { name: 'Save', exact: true }).click();
    await theirs.tab.getByText('Nobody has signed this version yet.').waitFor();
    await theirs.tab.getByRole('button', { name: 'Sign', exact: true }).click();
    await theirs.tab.getByText(/^You signed on/).waitFor();
    await theirs.page.close();

    await first.page.close();
    const again = await openTab(mentee!, `${pairPath()}/agreement`);
    await again.tab.getByText('In December, with a talk').waitFor();
    await again.tab.getByRole('button', { name: 'Sign', exact: true }).click();
    await again.tab.getByText(/^You both signed/).waitFor();
    await again.page.close();
    const { now, earlier } = await agreement();
    assert.equal(now?.version, 2);
    assert.equal(earlier.length, 1, 'what the mentee signed at first stays readable');
  });

  it('both change the same part at once, and neither loses a word', async () => {
    const [mine, theirs] = [
      await openTab(mentee!, `${pairPath()}/agreement`),
      await openTab(mentor!, `${pairPath()}/agreement`),
    ];
    for (const { tab } of [mine, theirs]) await tab.getByRole('button', { name: 'Change', exact: true }).click();
    await mine.tab.getByLabel('How we meet').fill('Every two weeks');
    await theirs.tab.getByLabel('How we meet').fill('Once a quarter');
    await mine.tab.getByRole('button', { name: 'Save', exact: true }).click();
    await mine.tab.getByText('Every two weeks').waitFor();
    await theirs.tab.getByRole('button', { name: 'Save', exact: true }).click();
    await theirs.tab.getByText(/has changed this in the meantime/).waitFor();
    await theirs.tab.getByText('Every two weeks').waitFor();
    assert.equal(await theirs.tab.getByLabel('How we meet').inputValue(), 'Once a quarter');
    await theirs.tab.getByRole('button', { name: 'Keep what I wrote' }).click();
    await theirs.tab.getByRole('button', { name: 'Save', exact: true }).click();
    await theirs.tab.getByText('Once a quarter').waitFor();
    for (const { page } of [mine, theirs]) await page.close();
  });

  it('a goal is made with the helper, one question after the other', async () => {
    const { page, tab } = await openTab(mentee!, pairPath());
    await tab.getByRole('link', { name: 'Make a goal' }).click();
    await tab.getByLabel('I want to …').fill('speak up in meetings');
    await tab.getByRole('button', { name: 'Next question' }).click();
    await tab.getByLabel('I notice it by this: …').fill('three meetings out of four');
    await tab.getByRole('button', { name: 'Next question' }).click();
    await tab.getByRole('button', { name: 'Next question' }).click();
    await tab.getByRole('button', { name: 'Next question' }).click();
    await tab.getByLabel('By when?').fill('2027-06-30');
    await tab.getByText('By 30 June 2027 I want to speak up in meetings.').waitFor();
    await tab.getByRole('button', { name: 'See the goal' }).click();
    await tab.getByRole('button', { name: 'Keep this goal' }).click();
    await tab.getByLabel('A step').fill('Prepare one point');
    await tab.getByRole('button', { name: 'Add the step' }).click();
    await tab.getByRole('checkbox', { name: 'Prepare one point' }).waitFor();
    await page.close();
    const [goal] = (await goalsFor(mentor!)).goals;
    assert.equal(
      goal?.text,
      'By 30 June 2027 I want to speak up in meetings. I notice it by this: three meetings out of four.',
    );
  });

  it('it is looked at in a meeting: a step is ticked, the mentor writes a note', async () => {
    const { slots } = await timesFor(mentee!);
    await sandbox.api(mentee!.id, 'POST', `${pairPath()}/meetings`, { start: slots[0]!.start, minutes: 30 });
    const { meetings } = await sandbox.api<PairMeetings>(mentee!.id, 'GET', `${pairPath()}/meetings`);
    const path = `${pairPath()}/meetings/${meetings[0]!.id}`;
    const mine = await openTab(mentee!, path);
    const review = mine.tab.getByRole('region', { name: 'How are the goals going?' });
    await review.getByRole('checkbox', { name: 'Prepare one point' }).click();
    await assertSoon(async () => (await goalsFor(mentor!)).goals[0]?.steps[0]?.done === true);
    await mine.page.close();
    const theirs = await openTab(mentor!, path);
    const same = theirs.tab.getByRole('region', { name: 'How are the goals going?' });
    await same.getByLabel('How is it going?').fill('Two good points this week');
    await same.getByRole('button', { name: 'Add the note' }).click();
    await same.getByText('Written at this meeting').waitFor();
    await theirs.page.close();
    assert.equal((await goalsFor(mentee!)).goals[0]?.notes[0]?.text, 'Two good points this week');
  });

  it('it is reached, as the mentee says, and the mentor sees it', async () => {
    const { page, tab } = await openTab(mentee!, `${pairPath()}/closing`);
    await tab.getByRole('radio', { name: 'Reached', exact: true }).click();
    await assertSoon(async () => (await goalsFor(mentor!)).goals[0]?.outcome === 'reached');
    await page.close();
    const theirs = await openTab(mentor!, `${pairPath()}/goals`);
    await theirs.tab
      .getByText(/Reached/)
      .first()
      .waitFor();
    await theirs.page.close();
  });

  it('a passport is changed, times follow, and the partner reads what is for them', async () => {
    const before = await timesFor(mentor!);
    const dayOf = (start: number): string => new Date(start).toLocaleDateString('sv-SE', { timeZone: before.zone });
    const free = dayOf(before.slots[0]!.start);
    const { page, tab } = await openTab(mentee!, '/me/passport');
    await tab.getByLabel(/^Who is this for\? Captions on/).selectOption('partner');
    await tab.getByLabel(/^Who is this for\? A quiet room/).selectOption('nobody');
    await tab.locator('input[name="days"]').fill(free);
    await tab.getByRole('button', { name: 'Add', exact: true }).click();
    await tab.getByRole('button', { name: 'Save', exact: true }).click();
    await tab.getByText('Saved. We keep to it.').waitFor();
    await page.close();
    const after = await timesFor(mentor!);
    assert.ok(after.slots.length > 0 && after.slots.every(({ start }) => dayOf(start) !== free));
    const theirs = await openTab(mentor!, `${pairPath()}/meetings/new`);
    await theirs.tab.getByText('Turn on captions in Teams.').waitFor();
    assert.equal(await theirs.tab.getByText(/quiet room/i).count(), 0);
    await theirs.page.close();
  });
});

async function assertSoon(holds: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + 60_000;
  while (!(await holds())) assert.ok(Date.now() < until, 'it did not come to that');
}
