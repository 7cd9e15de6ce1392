import assert from 'node:assert/strict';
import type { FrameLocator, Page } from 'playwright-core';
import type { PairMeetings } from '../../src/features/meetings/model.ts';
import { testBrowser } from '../support/browser.ts';
import { startTestSandbox, type SandboxPerson, type TestSandbox } from '../support/sandbox.ts';

const day = 86_400_000;

interface Entry {
  readonly id: string;
  readonly start: string;
  readonly end: string;
  readonly isOrganiser: boolean;
  readonly isCancelled: boolean;
}

describe('a meeting that people change in the tab, from a card and in Outlook', function () {
  this.timeout(300_000);
  let sandbox: TestSandbox;
  let coordinator = '';
  let programmeId = '';
  let pairId = '';
  let [mentee, mentor]: (SandboxPerson | undefined)[] = [];

  async function openTab(person: SandboxPerson, path: string): Promise<{ page: Page; tab: FrameLocator }> {
    const page = await (
      await testBrowser()
    ).newPage({ viewport: { width: 1280, height: 900 }, timezoneId: 'Europe/Brussels' });
    const place = new URLSearchParams({ person: person.id, app: 'tab', lang: 'en', path, clean: '1' });
    await page.goto(`${sandbox.host}/#${place}`);
    return { page, tab: page.frameLocator('iframe') };
  }
  const pairPath = (): string => `/programmes/${programmeId}/pairs/${pairId}`;
  const meetingsOf = (person = mentee!): Promise<PairMeetings> =>
    sandbox.api<PairMeetings>(person.id, 'GET', `${pairPath()}/meetings`);
  const entriesOf = async (person: SandboxPerson): Promise<Entry[]> =>
    (await sandbox.control<Entry[]>(`/calendar?personId=${person.id}`)).filter(({ isCancelled }) => !isCancelled);
  /** As the person does it in Outlook. */
  const inOutlook = async (person: SandboxPerson, doing: string, more: object = {}): Promise<Entry> => {
    const [entry] = await entriesOf(person);
    assert.ok(entry, 'there is a meeting in the calendar');
    await sandbox.control(`/calendar/${encodeURIComponent(entry.id)}/${doing}`, { personId: person.id, ...more });
    return entry;
  };
  const moveInOutlook = async (days: number): Promise<number> => {
    const [entry] = await entriesOf(mentee!);
    const later = (instant = ''): string => new Date(Date.parse(instant) + days * day).toISOString();
    await inOutlook(mentee!, 'move', { start: later(entry?.start), end: later(entry?.end) });
    return Date.parse(later(entry?.start));
  };
  const aMinutePasses = (): Promise<unknown> => sandbox.control('/clock', { hours: 1 / 60 });
  const anHourPasses = (): Promise<unknown> => sandbox.control('/clock', { hours: 1 });
  const act = async (what: string, details: object = {}): Promise<number> =>
    (await sandbox.control<{ did: number }>('/act', { what, ...details })).did;
  /** What the tab shows after it is opened anew, as a day and a time. */
  async function shownTimes(person: SandboxPerson): Promise<string> {
    const { page, tab } = await openTab(person, pairPath());
    const section = tab.getByRole('region', { name: 'Our meetings' });
    await section
      .getByText(/Next|No meeting planned|Cancelled in Outlook/)
      .first()
      .waitFor();
    const text = await section.innerText();
    await page.close();
    return text;
  }
  const hourOf = (instant: number): string =>
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Brussels', day: 'numeric', month: 'short' }).format(instant);

  async function bookInTab(): Promise<number> {
    const { page, tab } = await openTab(mentee!, `${pairPath()}/meetings/new`);
    await tab.getByRole('group').getByRole('button').first().click();
    await tab.getByRole('button', { name: /^Book / }).click();
    await tab.getByRole('heading', { name: 'Our meetings' }).waitFor();
    await page.close();
    await aMinutePasses();
    return (await meetingsOf()).meetings.find(({ past }) => !past)!.start;
  }

  before(async () => {
    sandbox = await startTestSandbox('--people', '200');
    const people = await sandbox.control<SandboxPerson[]>('/people');
    coordinator = people.find(({ role }) => role === 'coordinator')!.id;
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
    await act('apply', { count: 8, role: 'mentee', programmeId: id });
    await act('apply', { count: 8, role: 'mentor', programmeId: id });
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
      const times = `${pairPath()}/meetings/times?week=0&minutes=60`;
      const { slots } = await sandbox.api<{ slots: unknown[] }>(mentee.id, 'GET', times);
      if (slots.length < 2) continue;
      for (const { id: personId } of [mentee, mentor]) {
        const before = await sandbox.api<object>(personId, 'GET', '/me/preferences');
        await sandbox.api(personId, 'PUT', '/me/preferences', { ...before, language: 'en' });
      }
      return;
    }
    throw new Error('no pair has a common free hour');
  });
  after(() => sandbox?.stop());

  it('is found and booked in the tab, and then in both calendars', async () => {
    const start = await bookInTab();
    for (const person of [mentee!, mentor!])
      assert.deepEqual(
        (await entriesOf(person)).map((one) => Date.parse(one.start)),
        [start],
      );
  });

  it('is moved from the dialog that a card opens', async () => {
    const [one] = (await meetingsOf(mentor)).meetings;
    await sandbox.api(mentor!.id, 'POST', `${pairPath()}/meetings/${one!.id}/other-time`, {});
    await aMinutePasses();
    const { page } = await openTab(mentee!, '/');
    await page.goto('about:blank');
    await page.goto(`${sandbox.host}/#${new URLSearchParams({ person: mentee!.id, app: 'chat', lang: 'en' })}`);
    await page.getByRole('button', { name: 'Choose another time' }).last().click();
    const dialog = page.getByRole('dialog').frameLocator('iframe');
    await dialog.getByRole('group').getByRole('button').last().click();
    await dialog.getByRole('button', { name: /^(Book|Move to) / }).click();
    await assertSoon(async () => (await meetingsOf()).meetings[0]?.start !== one!.start);
    await page.close();
  });

  it('is moved in Outlook, and seen in the tab of both within a minute', async () => {
    const start = await moveInOutlook(1);
    await aMinutePasses();
    for (const person of [mentee!, mentor!]) assert.ok((await shownTimes(person)).includes(hourOf(start)));
  });

  it('shows what the partner said in Outlook, and who was asked besides', async () => {
    await inOutlook(mentor!, 'accept');
    await inOutlook(mentor!, 'forward', { to: 'somebody@elsewhere.example' });
    await aMinutePasses();
    const text = await shownTimes(mentee!);
    assert.match(text, /said yes/);
    assert.match(text, /One more person is invited/);
    await inOutlook(mentor!, 'decline');
    await aMinutePasses();
    assert.match(await shownTimes(mentee!), /cannot come[\s\S]*Find another time/);
    const messages = await sandbox.control<{ card?: unknown }[]>(`/messages?personId=${mentee!.id}`);
    assert.equal(messages.filter(({ card }) => JSON.stringify(card ?? '').includes('cannot come')).length, 1);
  });

  it('is right after an hour in which every notification got lost', async () => {
    await sandbox.control('/faults', { service: 'notifications', kind: 'lost', count: 1 });
    const start = await moveInOutlook(1);
    await aMinutePasses();
    assert.ok(!(await shownTimes(mentor!)).includes(hourOf(start)), 'nobody told');
    await anHourPasses();
    assert.ok((await shownTimes(mentor!)).includes(hourOf(start)));
  });

  it('follows anew when Graph took the subscription away', async () => {
    await sandbox.control('/graph/lifecycle', { event: 'subscriptionRemoved' });
    await aMinutePasses();
    const start = await moveInOutlook(1);
    await aMinutePasses();
    assert.ok((await shownTimes(mentor!)).includes(hourOf(start)));
  });

  it('is cancelled in the tab, and then in Outlook another one; both see it', async () => {
    const { page, tab } = await openTab(mentee!, pairPath());
    await tab.getByRole('button', { name: 'Cancel this meeting' }).click();
    await tab
      .getByText(/is cancelled/)
      .first()
      .waitFor();
    await page.close();
    await aMinutePasses();
    assert.deepEqual(await sandbox.control('/graph/subscriptions'), []);
    await bookInTab();
    await inOutlook(mentee!, 'cancel');
    await aMinutePasses();
    for (const person of [mentee!, mentor!]) assert.match(await shownTimes(person), /Cancelled in Outlook/);
  });

  it('is seen at the next opening of the tab where no administrator allowed the app to look', async () => {
    for (const permission of ['Calendars.Read', 'Calendars.ReadBasic', 'Calendars.ReadWrite'])
      await sandbox.control('/graph/consent', { permission, granted: false });
    await bookInTab();
    assert.deepEqual(await sandbox.control('/graph/subscriptions'), []);
    const start = await moveInOutlook(2);
    await anHourPasses();
    const partners = (await meetingsOf(mentor)).meetings.find(({ past }) => !past);
    assert.notEqual(partners?.start, start);
    assert.ok((await shownTimes(mentee!)).includes(hourOf(start)));
    assert.ok((await shownTimes(mentor!)).includes(hourOf(start)), 'and from then on by the partner too');
  });
});

async function assertSoon(holds: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + 60_000;
  while (!(await holds())) assert.ok(Date.now() < until, 'it did not come to that');
}
