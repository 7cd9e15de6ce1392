import assert from 'node:assert/strict';
import type { FrameLocator, Page } from 'playwright-core';
import { testBrowser } from '../support/browser.ts';
import { startTestSandbox, type SandboxPerson, type TestSandbox } from '../support/sandbox.ts';
import { choicesIn } from '../support/inputs.ts';

interface Message {
  readonly id: string;
  readonly card?: {
    readonly body?: readonly { text?: string }[];
    readonly actions?: readonly { title: string; verb?: string; data?: { verb?: string } }[];
  };
}

const story =
  'Before we met I did not know whom to ask when I wanted to try something new at work. In our talks we drew a map of the ' +
  'company and of the people who like to help. Now I have applied for a project in another team, and I know why I want it.';

describe('one whole programme, through doors only', function () {
  this.timeout(300_000);
  let sandbox: TestSandbox;
  let [coordinator, colleague]: (SandboxPerson | undefined)[] = [];
  let programmeId = '';
  const sums = { applied: 0 };

  /** The tab of this person in the host's frame, at a page; English, so that the test can read it. */
  async function tabOf(person: SandboxPerson, path: string): Promise<{ page: Page; tab: FrameLocator }> {
    const page = await (
      await testBrowser()
    ).newPage({ viewport: { width: 1280, height: 900 }, timezoneId: 'Europe/Brussels' });
    await page.goto(
      `${sandbox.host}/#${new URLSearchParams({ person: person.id, app: 'tab', lang: 'en', path, clean: '1' })}`,
    );
    return { page, tab: page.frameLocator('iframe') };
  }

  const act = async (what: string, details: object = {}): Promise<number> =>
    (await sandbox.control<{ did: number }>('/act', { what, ...details })).did;
  const messagesOf = (person: { id: string }): Promise<Message[]> => sandbox.control(`/messages?personId=${person.id}`);
  const press = (person: { id: string }, message: Message, action: string, inputs: object = {}): Promise<unknown> =>
    sandbox.control(`/messages/${message.id}/actions`, { personId: person.id, action, inputs });
  const cardWith = async (person: { id: string }, verb: string): Promise<Message | undefined> =>
    (await messagesOf(person)).find(({ card }) => card?.actions?.some((one) => (one.verb ?? one.data?.verb) === verb));

  before(async () => {
    sandbox = await startTestSandbox('--people', '360');
    const people = await sandbox.control<SandboxPerson[]>('/people');
    [coordinator, colleague] = people.filter(({ role }) => role === 'coordinator');
    await sandbox.control('/clock', { hours: 0 });
  });
  after(() => sandbox?.stop());

  it('asks whether there is support, and writes down go', async () => {
    const { page, tab } = await tabOf(coordinator!, '/surveys/new');
    await tab.getByRole('radio', { name: /whether there is support/ }).check();
    await tab.getByRole('button', { name: 'Next' }).click();
    await tab.getByRole('heading', { name: 'What you ask' }).waitFor();
    await tab.getByRole('button', { name: 'Next' }).click();
    await tab.getByRole('radio', { name: 'Certain people' }).check();
    await tab.getByRole('checkbox', { name: 'Department', exact: true }).check();
    await tab.getByRole('checkbox', { name: /^Sales/ }).check();
    await tab.getByRole('button', { name: 'Next' }).click();
    await tab.getByRole('heading', { name: 'When does what go out?' }).waitFor();
    await tab.getByRole('button', { name: 'Next' }).click();
    await tab.getByRole('button', { name: /^Open and ask/ }).click();
    await tab.getByRole('heading', { name: 'How it is going' }).waitFor();
    await sandbox.pass(2);
    assert.ok((await act('answer-survey', { count: 30 })) >= 20);
    await sandbox.pass(14);
    await page.close();
    const [survey] = await sandbox.api<{ id: string }[]>(colleague!.id, 'GET', '/surveys');
    const result = await tabOf(colleague!, `/surveys/${survey!.id}`);
    await result.tab.getByLabel('Go: we start a programme').check();
    const why = 'Most people would make time for it, and the managers are fine with it.';
    await result.tab.getByLabel('Why? With a condition: which one?').fill(why);
    await result.tab.getByRole('button', { name: 'Write the decision' }).click();
    await result.tab.getByRole('link', { name: 'Start a programme from this' }).waitFor();
    await result.page.close();
  });

  it('starts a programme from the template, and shares it', async () => {
    const { page, tab } = await tabOf(coordinator!, '/programmes/new');
    await tab.getByLabel('Name of the programme').fill('Growing together');
    await tab.getByLabel('For whom is it?').fill('Colleagues who want to grow and know few people here.');
    await tab.getByLabel('Why do you do it?').fill('They get fewer chances, and a talk a month helps.');
    await tab.getByLabel('How are people chosen to be asked?').fill('Everybody in Sales and in Engineering gets this.');
    await tab.getByRole('button', { name: 'Start the programme' }).click();
    await tab.getByRole('heading', { name: 'Growing together' }).waitFor();
    const [made] = await sandbox.api<{ id: string }[]>(coordinator!.id, 'GET', '/programmes');
    programmeId = made?.id ?? '';
    await sandbox.api(coordinator!.id, 'POST', `/programmes/${programmeId}/coordinators`, { personId: colleague!.id });
    assert.equal((await sandbox.api<unknown[]>(colleague!.id, 'GET', '/programmes')).length, 1);
    await page.close();
  });

  it('invites two departments; sixty apply, two of them by hand', async () => {
    const { page, tab } = await tabOf(coordinator!, `/programmes/${programmeId}/recruitment`);
    await tab.getByLabel(/^Department$/).check();
    await tab.getByLabel(/^Sales/).check();
    await tab.getByLabel(/^Engineering/).check();
    await tab.getByText(/people would get it/).waitFor();
    const { now } = await sandbox.control<{ now: string }>('/clock');
    await tab
      .getByLabel('Last day to apply')
      .fill(new Date(Date.parse(now) + 14 * 86_400_000).toISOString().slice(0, 10));
    await tab.getByRole('button', { name: 'Send the invitation' }).click();
    await tab.getByText('Sent so far').waitFor();
    await page.close();
    await sandbox.pass(3);
    await applyByHand();
    sums.applied =
      1 + (await act('apply', { count: 34, role: 'mentee' })) + (await act('apply', { count: 25, role: 'mentor' }));
    assert.equal(sums.applied, 60);
    await act('not-now', { count: 3 });
    await sandbox.pass(2);
    assert.ok((await act('do-course', { count: 20 })) >= 10);
  });

  async function applyByHand(): Promise<void> {
    const people = await sandbox.control<SandboxPerson[]>('/people');
    const one = people.find(
      ({ role, department, hasMailbox }) => role === 'employee' && department === 'Engineering' && hasMailbox,
    );
    const invited = await cardWith(one!, 'recruitment.not-now');
    assert.ok(invited, 'the invitation is in the chat');
    const { page, tab } = await tabOf(one!, `/programmes/${programmeId}/apply`);
    await tab.getByLabel('I look for a mentor').check();
    await tab.getByLabel('French').check();
    await tab.getByRole('button', { name: 'Go on' }).click();
    await tab.getByText(/Step 2 of 5/).waitFor();
    await tab.getByRole('button', { name: 'Go on' }).click();
    await tab.getByText('Choose at least one topic: the match needs it.').first().waitFor();
    await tab.getByLabel('Being seen').check();
    await tab.getByRole('button', { name: 'Go on' }).click();
    await tab.getByLabel('Honesty').check();
    await tab.getByRole('button', { name: 'Go on' }).click();
    await tab.getByRole('button', { name: 'Go on' }).click();
    await tab.getByRole('heading', { name: /Your answers/ }).waitFor();
    await tab.getByRole('button', { name: 'Apply', exact: true }).click();
    await tab.getByText('You have applied', { exact: true }).waitFor();
    await page.close();
  }

  it('proposes, sends one pair back, and publishes once though two press at the same time', async () => {
    const { page, tab } = await tabOf(coordinator!, `/programmes/${programmeId}/matching`);
    await tab.getByRole('button', { name: 'Make a proposal' }).click();
    await tab.getByRole('heading', { name: 'Proposed pairs' }).waitFor();
    await tab
      .getByRole('button', { name: /Look at it/ })
      .first()
      .click();
    await tab.getByRole('button', { name: 'Send back' }).click();
    await tab
      .getByRole('textbox', { name: 'Why?', exact: true })
      .fill('They worked together before and would like somebody new.');
    await tab.getByRole('button', { name: 'Compute again' }).click();
    await tab.getByRole('heading', { name: 'What you changed' }).waitFor();
    await page.close();
    const path = `/programmes/${programmeId}`;
    const { proposal } = await sandbox.api<{ proposal: { id: string } }>(coordinator!.id, 'GET', `${path}/matching`);
    const outcomes = await Promise.all(
      [coordinator!, colleague!].map(({ id }) =>
        sandbox.api<{ outcome: string }>(id, 'POST', `${path}/proposals/${proposal.id}/publish`),
      ),
    );
    assert.deepEqual(outcomes.map((one) => one.outcome).sort(), ['already-published', 'published']);
    await sandbox.pass(1);
  });

  it('has pairs accepted in chat, by both sides', async () => {
    await sandbox.pass(2);
    await act('decline', { count: 1 });
    assert.ok((await act('accept')) >= 15);
    await sandbox.pass(2);
    await act('accept');
    await sandbox.pass(2);
    const { figures } = await sandbox.api<{ figures: { active: number; declined: number } }>(
      ...([coordinator!.id, 'GET', `/programmes/${programmeId}/pairs`] as const),
    );
    assert.ok(figures.active >= 15, `${figures.active} pairs`);
    assert.equal(figures.declined, 1);
  });

  it('books a meeting in the tab, which is in both calendars', async () => {
    const { mentee, mentor, pairId } = await somePair();
    const { page, tab } = await tabOf(mentee, `/programmes/${programmeId}/pairs/${pairId}/meetings/new`);
    await tab.getByRole('group').getByRole('button').first().click();
    await tab.getByRole('button', { name: /^Book / }).click();
    await tab.getByRole('heading', { name: 'Our meetings' }).waitFor();
    await page.close();
    for (const one of [mentee, mentor]) {
      const events = await sandbox.control<{ subject: string; joinUrl: string }[]>(`/calendar?personId=${one.id}`);
      assert.equal(events.length, 1, `in the calendar of ${one.name}`);
      assert.ok(!/mentor|Growing/i.test(events[0]!.subject), 'a neutral title');
      assert.ok(events[0]!.joinUrl.startsWith('https://'));
    }
    assert.ok((await act('meet', { count: 6 })) >= 4);
  });

  /** Whoever had the month's two messages finds this one in the tab: so a pair of which the mentee has the card. */
  async function somePairWith(verb: string) {
    for (const { mentee, mentor } of await pairsNow()) {
      const card = await cardWith(mentee, verb);
      if (card) return { mentee, mentor, card };
    }
    throw new Error(`no mentee has a card with ${verb}`);
  }

  async function somePair() {
    const people = new Map((await sandbox.control<SandboxPerson[]>('/people')).map((one) => [one.id, one]));
    const { pairs } = await sandbox.api<{
      pairs: { id: string; state: string; mentee: { id: string }; mentor: { id: string } }[];
    }>(...([coordinator!.id, 'GET', `/programmes/${programmeId}/pairs`] as const));
    const able = pairs.filter(
      ({ state, mentee, mentor }) =>
        state === 'active' && [mentee, mentor].every(({ id }) => people.get(id)?.hasMailbox),
    );
    for (const { id: pairId, mentee, mentor } of able) {
      const times = `/programmes/${programmeId}/pairs/${pairId}/meetings/times?week=0&minutes=60`;
      const { slots } = await sandbox.api<{ slots: unknown[] }>(mentee.id, 'GET', times);
      if (slots.length > 0) return { pairId, mentee: people.get(mentee.id)!, mentor: people.get(mentor.id)! };
    }
    throw new Error('no pair has a common free hour');
  }

  it('asks on day 14 and on day 30; a card is answered in place, and who asks for contact is shown without the content', async () => {
    await sandbox.pass(14);
    assert.equal(await act('answer-check-in', { count: 8 }), 8);
    await sandbox.pass(16);
    assert.ok((await whoNeedsAWord()).includes('no-first-meeting'));
    const { mentee, card } = await somePairWith('checkins.answer');
    const ratings = Object.fromEntries(choicesIn(card).map((id) => [id, '4']));
    const inputs = { ...ratings, reader: 'nobody', contact: 'yes' };
    const answer = await press(mentee, card, card.card!.actions![0]!.title, inputs);
    assert.match(JSON.stringify(answer), /[Tt]hank|[Mm]erci|[Dd]ank/);
    await act('answer-check-in', { count: 20 });
    await sandbox.pass(1);
    assert.ok((await whoNeedsAWord()).includes('asked-for-contact'));
  });

  /** Why each pair on the coordinator's list is there; what was answered is nowhere. */
  async function whoNeedsAWord(): Promise<string[]> {
    const path = `/programmes/${programmeId}/check-ins`;
    const { words } = await sandbox.api<{ words: { why: string }[] }>(coordinator!.id, 'GET', path);
    return words.map(({ why }) => why);
  }

  it('brings a thank-you to the partner', async () => {
    await sandbox.pass(24);
    const { mentee, mentor, card } = await somePairWith('recognition.thank');
    const thank = card.card!.actions!.find((one) => one.verb === 'recognition.thank')!;
    await press(mentee, card, thank.title, { text: 'Thanks to you I dared to ask.', show: 'yes' });
    await sandbox.pass(3);
    const received = await cardWith(mentor, 'recognition.show');
    assert.ok(received && JSON.stringify(received.card).includes('dared to ask'));
    await press(mentor, received, received.card!.actions![0]!.title);
    const wall = await sandbox.api<{ thanks: unknown[] }>(coordinator!.id, 'GET', `/programmes/${programmeId}/thanks`);
    assert.equal(wall.thanks.length, 1);
  });

  it('publishes a story that both agree to, and withdraws it in one press', async () => {
    const { mentee, mentor, pairId } = await somePair();
    const { page, tab } = await tabOf(mentee, `/programmes/${programmeId}/pairs/${pairId}/story`);
    await tab.getByLabel('Title').fill('A map of people');
    await tab.getByLabel('What happened?').fill(story);
    await tab.getByRole('button', { name: /^Ask / }).click();
    await tab
      .getByText(/gets the story to read/)
      .first()
      .waitFor();
    await sandbox.pass(3);
    assert.ok(await cardWith(mentor, 'stories.open'), 'the partner is asked');
    await page.close();
    const stories = `/programmes/${programmeId}`;
    const own = await sandbox.api<{ story: { id: string; version: number } }>(
      mentor.id,
      'GET',
      `${stories}/pairs/${pairId}/story`,
    );
    const { id, version } = own.story;
    await sandbox.api(mentor.id, 'POST', `${stories}/stories/${id}/answer`, {
      ...{ said: 'agree', version, reach: 'organisation', named: false },
    });
    await sandbox.api(colleague!.id, 'POST', `${stories}/stories/${id}/publish`, { version });
    const reader = await tabOf(coordinator!, '/stories');
    await reader.tab.getByRole('link', { name: 'A map of people' }).click();
    await reader.tab
      .getByText('We drew a map', { exact: false })
      .or(reader.tab.getByText('drew a map of the company', { exact: false }))
      .first()
      .waitFor();
    assert.equal(await reader.tab.getByText(mentor.name).count(), 0, 'the name stays private');
    await reader.page.close();
    await sandbox.api(mentee.id, 'POST', `${stories}/stories/${id}/withdraw`, {});
    assert.deepEqual(await sandbox.api(coordinator!.id, 'GET', '/stories'), []);
  });

  it('shows the coordinator the seven steps and where they stand', async () => {
    const { page, tab } = await tabOf(coordinator!, `/programmes/${programmeId}`);
    await tab.getByRole('heading', { name: 'Growing together' }).waitFor();
    await tab.getByRole('listitem').nth(6).waitFor();
    await page.close();
  });

  it('answers what people said with a decision, a change and a message, and closes with a word for what is open', async () => {
    const { page, tab } = await tabOf(coordinator!, `/programmes/${programmeId}/findings`);
    for (const said of ['We want more time to get acquainted', 'The meetings are too short']) {
      await tab.getByRole('radio', { name: 'Something else, in my own words' }).check();
      await tab.getByLabel('Where did you hear it?').fill('A talk with a group of mentors');
      await tab.getByLabel('What people said').fill(said);
      await tab.getByRole('button', { name: 'Take it up' }).click();
      await tab.getByRole('heading', { name: said }).waitFor();
    }
    await tab.getByRole('button', { name: /^Decide: We want more time/ }).click();
    await tab.getByRole('radio', { name: 'We change something' }).check();
    await tab.getByRole('button', { name: 'Save' }).click();
    await tab.getByText('Write why: those who were asked read this.').first().waitFor();
    await tab.getByRole('textbox', { name: 'Why?', exact: true }).fill('Many people said it, and it costs little.');
    await tab
      .getByRole('textbox', { name: 'What changes?', exact: true })
      .fill('The guide for the first talk begins with it.');
    await tab.getByLabel('Who sees to it?').fill('The learning team');
    await tab.getByLabel('Until when?').fill('2030-05-01');
    await tab.getByRole('button', { name: 'Save' }).click();
    await tab.getByText('One decision has not been told yet.').waitFor();
    await tab.getByRole('button', { name: 'Tell them' }).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Tell them' }).click();
    await tab.getByText('Told', { exact: true }).waitFor();
    await page.close();
    await sandbox.pass(1);
    const [pair] = await pairsNow();
    assert.ok(pair);
    const told = await toldTo(pair.mentee);
    assert.match(told, /We want more time to get acquainted/);
    assert.doesNotMatch(told, /too short|learning team/);
    await closeWithAWord();
  });

  interface PairNow {
    readonly mentee: { readonly id: string };
    readonly mentor: { readonly id: string };
    readonly state: string;
  }
  const pairsNow = async (): Promise<PairNow[]> => {
    const { pairs } = await sandbox.api<{ pairs: PairNow[] }>(
      coordinator!.id,
      'GET',
      `/programmes/${programmeId}/pairs`,
    );
    return pairs.filter(({ state }) => state === 'active');
  };

  /** As a card, or, over the month's budget, in the tab. */
  async function toldTo(person: { id: string }): Promise<string> {
    const card = await cardWith(person, 'insights.you-said');
    if (card) return JSON.stringify(card);
    return JSON.stringify(await sandbox.api(person.id, 'GET', `/programmes/${programmeId}/you-said`));
  }

  async function closeWithAWord(): Promise<void> {
    const { page, tab } = await tabOf(coordinator!, `/programmes/${programmeId}`);
    await tab.getByRole('button', { name: 'Go to the next stage' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('“The meetings are too short”').waitFor();
    await dialog.getByRole('button', { name: 'Yes, go on' }).click();
    await dialog.getByText(/There are still points without a decision/).waitFor();
    await dialog.getByLabel('“The meetings are too short”').fill('An hour is what most can spare this year.');
    await dialog.getByRole('button', { name: 'Yes, go on' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.close();
    const programme = await sandbox.api<{ stage: string }>(coordinator!.id, 'GET', `/programmes/${programmeId}`);
    assert.equal(programme.stage, 'close');
    const [pair] = await pairsNow();
    const page2 = await sandbox.api(pair!.mentee.id, 'GET', `/programmes/${programmeId}/you-said`);
    assert.match(JSON.stringify(page2), /An hour is what most can spare this year/);
  }
});
