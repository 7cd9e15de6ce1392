import assert from 'node:assert/strict';
import type { FrameLocator, Page } from 'playwright-core';
import { courseIn } from '../../src/features/training/store.ts';
import { pathOf } from '../../src/features/training/rules.ts';
import type { CoursesPage } from '../../src/features/training/model.ts';
import { testBrowser } from '../support/browser.ts';
import { readPdf } from '../support/papers.ts';
import { startTestSandbox, type SandboxPerson, type TestSandbox } from '../support/sandbox.ts';
import { desk } from '../support/tab.ts';

interface Card {
  readonly body?: readonly { readonly text?: string; readonly type?: string; readonly id?: string }[];
  readonly actions?: readonly {
    readonly title: string;
    readonly verb?: string;
    readonly data?: { readonly verb?: string };
  }[];
}
interface Message {
  readonly id: string;
  readonly card?: Card;
}

const verbsIn = (card: Card | undefined): string[] =>
  (card?.actions ?? []).map((one) => one.verb ?? one.data?.verb ?? '');

const [chatCourse, tabCourse, lastCourse] = pathOf('mentee') as ['setting-goals', 'taking-initiative', 'voicing-needs'];
const titleOf = (id: Parameters<typeof courseIn>[0]): string => courseIn(id, 'en').title;

describe('from an invitation to the certificate, and through the gate to a match', function () {
  this.timeout(300_000);
  let sandbox: TestSandbox;
  let page: Page;
  let tab: FrameLocator;
  let coordinator = '';
  let mentee: SandboxPerson;
  let late: SandboxPerson;
  let programmeId = '';

  async function go(personId: string, path: string): Promise<void> {
    await page.goto('about:blank');
    const place = new URLSearchParams({ person: personId, app: 'tab', lang: 'en', path, clean: '1' });
    await page.goto(`${sandbox.host}/#${place}`);
    await tab.getByRole('heading', { level: 1 }).waitFor();
  }
  const messagesOf = (personId: string): Promise<Message[]> => sandbox.control(`/messages?personId=${personId}`);
  async function cardWith(personId: string, verb: string): Promise<Message> {
    const all = await messagesOf(personId);
    const found = all.find(({ card }) => verbsIn(card).includes(verb));
    assert.ok(found, `no card with ${verb}`);
    return found;
  }
  async function press(personId: string, messageId: string, action: string, inputs: object = {}): Promise<void> {
    await sandbox.control(`/messages/${messageId}/actions`, { personId, action, inputs });
  }
  /** The card as it stands in the chat now. */
  async function cardNow(personId: string, messageId: string): Promise<Card> {
    const found = (await messagesOf(personId)).find(({ id }) => id === messageId);
    assert.ok(found?.card);
    return found.card;
  }
  const titlesIn = ({ actions = [] }: Card): string[] => actions.map(({ title }) => title);
  const propose = async (): Promise<{ mentees: string[]; notReady: number | undefined; id: string }> => {
    const path = `/programmes/${programmeId}`;
    await sandbox.api(coordinator, 'POST', `${path}/proposals`, {});
    for (let turn = 0; turn < 100; turn += 1) {
      await sandbox.control('/clock', { hours: 0 });
      const { run } = await sandbox.api<{ run?: { state: string } }>(coordinator, 'GET', `${path}/matching/run`);
      if (run?.state !== 'running') break;
    }
    const bench = await sandbox.api<{ proposal: { id: string; counts: { notReady?: number } } }>(
      ...([coordinator, 'GET', `${path}/matching`] as const),
    );
    const { id, counts } = bench.proposal;
    const { rows } = await sandbox.api<{ rows: { menteeId: string }[] }>(
      ...([coordinator, 'GET', `${path}/proposals/${id}/pairs`] as const),
    );
    return { id, mentees: rows.map(({ menteeId }) => menteeId), notReady: counts.notReady };
  };

  before(async () => {
    sandbox = await startTestSandbox('--people', '140');
    const people = await sandbox.control<SandboxPerson[]>('/people');
    coordinator = people.find(({ role }) => role === 'coordinator')!.id;
    await sandbox.control('/clock', { hours: 0 });
    const { id } = await sandbox.api<{ id: string }>(coordinator, 'POST', '/programmes', {
      ...{ name: 'Growing together', language: 'en', goals: [], startsOn: '2027-04-12', endsOn: '2028-01-10' },
      ...{ forWhom: 'Colleagues who want to grow and know few people here.', why: 'A talk a month helps.' },
      howChosen: 'Everybody here gets this.',
    });
    programmeId = id;
    page = await (await testBrowser()).newPage({ viewport: desk, timezoneId: 'Europe/Brussels' });
    tab = page.frameLocator('iframe');
  });
  after(async () => {
    await page?.close();
    await sandbox?.stop();
  });

  it('closes the gate before anybody is invited', async () => {
    await go(coordinator, `/programmes/${programmeId}/training`);
    await tab.getByRole('button', { name: 'Ask for the courses before the match' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByText('Everybody who applied is done.').waitFor();
    await dialog.getByRole('button', { name: 'Ask for the courses before the match' }).click();
    await tab.getByText('The courses now come before the match.').first().waitFor();
    await tab.getByRole('button', { name: 'Match without the courses too' }).waitFor();
  });

  it('brings an invitation, an application, and one card that names the whole path', async () => {
    await sandbox.api(coordinator, 'POST', `/programmes/${programmeId}/calls`, {
      ...{ audience: { kind: 'all' }, words: {}, closesOn: '2027-03-29' },
    });
    await sandbox.pass(3);
    const invited: SandboxPerson[] = [];
    for (const one of await sandbox.control<SandboxPerson[]>('/people'))
      if (invited.length < 2 && one.role === 'employee' && one.hasMailbox && one.language !== 'de')
        if ((await messagesOf(one.id)).some(({ card }) => verbsIn(card).includes('recruitment.not-now')))
          invited.push(one);
    [mentee, late] = invited as [SandboxPerson, SandboxPerson];
    // So that the test can read what they are told.
    for (const { id } of [mentee, late])
      await sandbox.api(id, 'PUT', '/me/preferences', { doNotAsk: false, language: 'en' });
    for (const { id } of [mentee, late])
      assert.equal(
        (await sandbox.control<{ did: number }>('/act', { what: 'apply', people: [id], role: 'mentee', count: 1 })).did,
        1,
      );
    await sandbox.control('/act', { what: 'apply', role: 'mentor', count: 24 });
    await sandbox.pass(1);
    const offers = (await messagesOf(mentee.id)).filter(({ card }) => verbsIn(card).includes('training.step'));
    assert.equal(offers.length, 1);
    const text = JSON.stringify(offers[0]!.card);
    assert.match(text, /3 short courses before your match/);
    assert.match(text, /28 minutes in all/);
    assert.match(text, /In this programme you do these first/);
  });

  it('goes through the first course in chat, press by press, to the next of the path', async () => {
    const { id } = await cardWith(mentee.id, 'training.step');
    await press(mentee.id, id, 'Start');
    const seen: string[] = [];
    for (let turn = 0; turn < 60; turn += 1) {
      const card = await cardNow(mentee.id, id);
      const titles = titlesIn(card);
      seen.push(JSON.stringify(card.body));
      if (titles.includes('Next course')) break;
      const action = ['Answer', 'Next', 'Done'].find((one) => titles.includes(one));
      assert.ok(action, titles.join());
      await press(mentee.id, id, action, action === 'Answer' ? { answer: '0' } : {});
    }
    const all = seen.join('\n');
    for (const { title, asked, box } of courseIn(chatCourse, 'en').steps) {
      assert.ok(all.includes(JSON.stringify(title).slice(1, -1)), title);
      if (asked) assert.ok(all.includes(JSON.stringify(asked.choices[0]!.effect).slice(1, -1)), asked.ask);
      if (box) assert.ok(all.includes(JSON.stringify(box.text.split('\n')[0]).slice(1, -1)), box.kind);
    }
    assert.ok(seen.at(-1)!.includes(titleOf(tabCourse)));
    await sandbox.control('/clock', { hours: 0 });
  });

  it('shows the next one on the home page, and goes through it in the tab with the keyboard, over a break', async () => {
    await go(mentee.id, '/');
    await tab.getByRole('heading', { name: `Before your match: “${titleOf(tabCourse)}”` }).waitFor();
    await tab.getByRole('link', { name: 'Open the course', exact: true }).click();
    await tab.getByRole('heading', { level: 1, name: titleOf(tabCourse) }).waitFor();
    const { steps } = courseIn(tabCourse, 'en');
    for (const [place, { title, asked, box }] of steps.entries()) {
      await tab.getByRole('heading', { level: 2, name: title, exact: true }).waitFor();
      if (place === 3) {
        // Somebody comes in; later the same step is there again.
        await go(mentee.id, `/courses/${tabCourse}`);
        await tab.getByRole('heading', { level: 2, name: title, exact: true }).waitFor();
      }
      if (asked) {
        await tab.getByRole('radio').first().focus();
        await page.keyboard.press('Space');
        await tab.getByText(asked.choices[0]!.effect.slice(0, 40), { exact: false }).first().waitFor();
      }
      if (box)
        await tab
          .getByText(box.kind === 'exercise' ? 'Exercise' : 'To take with you')
          .first()
          .waitFor();
      await tab.getByRole('button', { name: place === steps.length - 1 ? 'Done' : 'Next', exact: true }).focus();
      await page.keyboard.press('Enter');
    }
    await tab.getByRole('link', { name: 'Next course' }).waitFor();
    await tab.getByRole('link', { name: 'Next course' }).click();
    await tab.getByRole('heading', { level: 1, name: titleOf(lastCourse) }).waitFor();
  });

  it('has the whole course on one page to print: every step, every choice with what follows, and the sources', async () => {
    await tab.getByRole('link', { name: 'All on one page' }).click();
    await tab.getByRole('button', { name: 'Print' }).waitFor();
    const course = courseIn(lastCourse, 'en');
    const text = (await tab.getByRole('main').innerText()).replaceAll(/\s+/g, ' ');
    for (const { title, asked } of course.steps) {
      assert.ok(text.includes(title), title);
      for (const { text: choice, effect } of asked?.choices ?? [])
        assert.ok(text.includes(choice.slice(0, 30)) && text.includes(effect.slice(0, 30)), choice);
    }
    for (const source of course.sources) assert.ok(text.includes(source), source);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await tab.getByRole('button', { name: 'Print' }).isVisible(), false);
    await page.emulateMedia({ media: 'screen' });
  });

  it('gives a certificate once the path is done, to this person alone', async () => {
    const certificate = `/me/training/${programmeId}/certificate`;
    await assert.rejects(sandbox.api(mentee.id, 'GET', certificate), /404/);
    await sandbox.api(mentee.id, 'PUT', `/me/courses/${lastCourse}`, { step: 0, isDone: true });
    await sandbox.control('/clock', { hours: 0 });
    await go(mentee.id, '/courses');
    await tab.getByText('3 of 3 done', { exact: false }).waitFor();
    const download = page.waitForEvent('download');
    await tab.getByRole('button', { name: 'Certificate for Growing together' }).click();
    const stream = await (await download).createReadStream();
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part as Buffer);
    const { text } = await readPdf(new Uint8Array(Buffer.concat(parts)));
    const said = text.replaceAll(/\s+/g, ' ');
    for (const wanted of [mentee.name, 'Growing together', titleOf(chatCourse), titleOf(lastCourse)])
      assert.ok(said.includes(wanted), wanted);
    await assert.rejects(sandbox.api(late.id, 'GET', certificate), /404/);
    await assert.rejects(sandbox.api(coordinator, 'GET', certificate), /404/);
  });

  it('matches nobody who has not done the courses, and tells the coordinator how many and who', async () => {
    const mentors = await sandbox.api<{ rows: { person: { id: string }; role: string }[] }>(
      ...([coordinator, 'GET', `/programmes/${programmeId}/training/people?show=left-out`] as const),
    );
    for (const { person, role } of mentors.rows)
      if (role !== 'mentee')
        for (const id of pathOf('mentor'))
          await sandbox.api(person.id, 'PUT', `/me/courses/${id}`, { step: 0, isDone: true });
    await sandbox.control('/clock', { hours: 0 });
    const { mentees, notReady } = await propose();
    assert.deepEqual([mentees, notReady], [[mentee.id], 1]);
    await go(coordinator, `/programmes/${programmeId}/matching`);
    await tab.getByText('One person is not in it yet', { exact: false }).waitFor();
    await tab.getByRole('link', { name: 'See who, or make an exception' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Training' }).waitFor();
    await tab.getByLabel('Whom to show').selectOption('left-out');
    await tab.getByRole('button', { name: `Make an exception for ${late.name}` }).waitFor();
  });

  it('tells whoever was left out what is left, and lets them in by an exception with a reason that they read', async () => {
    const { id } = await propose();
    await sandbox.api(coordinator, 'POST', `/programmes/${programmeId}/proposals/${id}/publish`);
    // Over the weekend.
    await sandbox.pass(4);
    const messages = JSON.stringify(await messagesOf(late.id));
    assert.match(messages, /You are still welcome in/);
    assert.doesNotMatch(messages, /We have not found a mentor for you yet/);
    await go(late.id, '/');
    await tab.getByRole('heading', { name: `Before your match: “${titleOf(chatCourse)}”` }).waitFor();

    await go(coordinator, `/programmes/${programmeId}/training`);
    await tab.getByLabel('Whom to show').selectOption('left-out');
    await tab.getByRole('button', { name: `Make an exception for ${late.name}` }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Make the exception' }).click();
    await dialog.getByRole('alert').first().waitFor();
    await dialog.getByLabel('Why?').fill('Followed a course of the university last year.');
    await dialog.getByRole('button', { name: 'Make the exception' }).click();
    await tab.getByText(`${late.name} can now be matched.`).first().waitFor();

    const mine = await sandbox.api<CoursesPage>(late.id, 'GET', '/me/training');
    assert.deepEqual(
      mine.gates.map(({ exception }) => exception),
      ['Followed a course of the university last year.'],
    );
    const { mentees, notReady } = await propose();
    assert.deepEqual([mentees, notReady], [[late.id], undefined]);
  });
});
