import assert from 'node:assert/strict';
import type { FrameLocator, Page } from 'playwright-core';
import type { SessionPage } from '../../src/features/training/sessions/model.ts';
import { someAnswers } from '../support/applications.ts';
import { assertAccessible } from '../support/axe.ts';
import { testBrowser } from '../support/browser.ts';
import { startTestSandbox, today, type SandboxPerson, type TestSandbox } from '../support/sandbox.ts';
import { desk } from '../support/tab.ts';

describe('a supervision circle, from the plan to what it brought', function () {
  this.timeout(300_000);
  let sandbox: TestSandbox;
  let page: Page;
  let tab: FrameLocator;
  let coordinator = '';
  let mentors: readonly SandboxPerson[] = [];
  let programmeId = '';
  let sessionId = '';

  async function go(personId: string, path: string, lang = 'en'): Promise<void> {
    await page.goto('about:blank');
    const place = new URLSearchParams({ person: personId, app: 'tab', lang, path, clean: '1' });
    await page.goto(`${sandbox.host}/#${place}`);
    await tab.getByRole('heading', { level: 1 }).waitFor();
  }
  const usable = (name: string): Promise<void> => assertAccessible(page.frames()[1]!, name);
  const found = (): Promise<SessionPage> =>
    sandbox.api(coordinator, 'GET', `/programmes/${programmeId}/sessions/${sessionId}`);
  const mine = (): string => `/sessions/${programmeId}/${sessionId}`;
  const press = (name: string): Promise<void> => tab.getByRole('main').getByRole('button', { name }).click();

  before(async () => {
    sandbox = await startTestSandbox('--people', '140');
    await sandbox.control('/clock', { hours: 0 });
    const people = await sandbox.control<SandboxPerson[]>('/people');
    coordinator = people.find(({ role, hasMailbox }) => role === 'coordinator' && hasMailbox)!.id;
    mentors = people
      .filter(({ role, hasMailbox, enabled }) => role === 'employee' && hasMailbox && enabled)
      .slice(0, 3);
    const { id } = await sandbox.api<{ id: string }>(coordinator, 'POST', '/programmes', {
      ...{ name: 'Growing together', language: 'en', goals: [], startsOn: '2027-04-12', endsOn: '2028-01-10' },
      ...{ forWhom: 'Colleagues who want to grow and know few people here.', why: 'A talk a month helps.' },
      howChosen: 'Everybody here gets this.',
    });
    programmeId = id;
    await sandbox.api(coordinator, 'POST', `/programmes/${id}/calls`, {
      ...{ audience: { kind: 'all' }, words: {}, closesOn: '2027-03-29' },
    });
    const answers = someAnswers({ role: 'mentor', offered: [{ topic: 'networking', level: 2 }] });
    for (const one of mentors) {
      await sandbox.api(one.id, 'PUT', `/programmes/${id}/application`, { answers, apply: true });
    }
    await sandbox.control('/clock', { hours: 0 });
    page = await (await testBrowser()).newPage({ viewport: desk, timezoneId: 'Europe/Brussels' });
    tab = page.frameLocator('iframe');
  });
  after(async () => {
    await page?.close();
    await sandbox?.stop();
  });

  it('is planned as a draft, and says beside the field what is missing', async () => {
    await go(coordinator, `/programmes/${programmeId}/training/sessions/new`);
    await tab.getByRole('radio', { name: /^Supervision circle/ }).check();
    await tab.getByLabel('Title').fill('Advice comes too fast');
    await tab.getByLabel('What is it about?').fill('We look at one situation together.');
    await press('Save the draft');
    await tab.getByText('Choose a date.').first().waitFor();
    await tab.getByLabel('Last day to sign up').fill('2027-03-02');
    await press('Save the draft');
    await tab.getByText('Choose a day and a time that are still to come.').first().waitFor();
    await usable('a form with problems');
    const at = Date.parse(today) + 14 * 86_400_000;
    await tab.getByLabel('Day', { exact: true }).fill(new Date(at).toISOString().slice(0, 10));
    await tab.getByLabel('Room or address').fill('Room 3');
    await tab.getByLabel('Seats').fill('2');
    await tab.getByLabel('Last day to sign up').fill(new Date(at - 86_400_000).toISOString().slice(0, 10));
    await press('Save the draft');
    await tab.getByRole('heading', { level: 1, name: 'Advice comes too fast' }).waitFor();
    await usable('a draft');
    const { sessions } = await sandbox.api<{ sessions: { id: string }[] }>(
      ...([coordinator, 'GET', `/programmes/${programmeId}/sessions`] as const),
    );
    sessionId = sessions[0]!.id;
  });

  it('is put in the calendar and announced', async () => {
    await press('Put it in my calendar');
    await tab.getByText('It is in your calendar').first().waitFor();
    await press('Announce');
    await tab.getByRole('dialog').getByRole('button', { name: 'Announce' }).click();
    await tab.getByText('The messages are on their way.').first().waitFor();
    assert.equal((await found()).state, 'open');
  });

  it('shows its rules before one signs up, gives the last seat, and a place in the line', async () => {
    for (const [place, one] of mentors.entries()) {
      await go(one.id, mine());
      await tab.getByText('What is said here stays here.').waitFor();
      await press(place < 2 ? 'I agree, sign me up' : 'Put me on the waiting list');
      await tab.getByRole('heading', { name: place < 2 ? 'You have a seat' : 'You are on the waiting list' }).waitFor();
    }
    await usable('a place in the line');
    await go(mentors[0]!.id, '/courses');
    await tab.getByRole('link', { name: 'Advice comes too fast' }).waitFor();
    await usable('the courses with a session');
  });

  it('lets whoever waits move up when somebody steps back', async () => {
    await go(mentors[0]!.id, mine());
    await press('Give my seat on');
    await tab.getByRole('dialog').getByRole('button', { name: 'Give my seat on' }).click();
    await tab.getByRole('button', { name: 'I agree, sign me up' }).or(tab.getByText('All seats are taken')).waitFor();
    await go(mentors[2]!.id, mine());
    await tab.getByRole('heading', { name: 'You have a seat' }).waitFor();
    assert.deepEqual((await found()).counts, { in: 2, waiting: 0, there: 0 });
  });

  it('is followed by who was there, with one press for all, and by three questions', async () => {
    await sandbox.pass(15);
    await go(coordinator, `/programmes/${programmeId}/training/sessions/${sessionId}`);
    await press('All there');
    await press('Save who was there');
    await tab.getByText('Who was there is saved.').first().waitFor();
    await usable('a session that is over');
    await go(mentors[1]!.id, mine());
    await tab.getByRole('heading', { name: 'What did the session bring you?' }).waitFor();
    await usable('three questions');
    await tab.getByRole('radio', { name: /4/ }).first().check();
    await press('Send');
    await tab.getByText('Your answer is kept, without your name.').first().waitFor();
  });

  it('tells nothing of one answer, and says why', async () => {
    await sandbox.pass(15);
    await go(coordinator, `/programmes/${programmeId}/training/sessions/${sessionId}`);
    await tab.getByText(/There were fewer than 5 answers/).waitFor();
    assert.equal((await found()).feedback?.results, undefined);
  });
});
