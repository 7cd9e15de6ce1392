import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { TableClient } from '@azure/data-tables';
import type { FrameLocator, Page } from 'playwright-core';
import type { TalkAnswer, TalkPage } from '../../src/features/surveys/talks/model.ts';
import type { NeedsMap } from '../../src/features/surveys/needs/model.ts';
import { tableNames } from '../../src/platform/tables.ts';
import { testBrowser } from '../support/browser.ts';
import { startTestSandbox, type SandboxPerson, type TestSandbox } from '../support/sandbox.ts';
import { desk } from '../support/tab.ts';

interface Message {
  readonly id: string;
  readonly card?: { readonly actions?: readonly { readonly title: string; readonly verb?: string }[] };
}

const verb = 'surveys.answer-talk';
/** In the order in which the card has its buttons. */
const buttons = ['yes', 'not-now', 'no'] as const satisfies readonly TalkAnswer[];

describe('a focus group and three interviews, from the draw to the needs map', function () {
  this.timeout(300_000);
  let sandbox: TestSandbox;
  let people: readonly SandboxPerson[] = [];
  let coordinator = '';
  let page: Page;
  let tab: FrameLocator;
  const ids = { group: '', interviews: '' };

  const talk = (id: string): Promise<TalkPage> => sandbox.api(coordinator, 'GET', `/talks/${id}`);
  const idsIn = ({ people: guests }: TalkPage): string[] => guests.map(({ person }) => person.id);

  async function go(path: string): Promise<void> {
    await page.goto('about:blank');
    const place = new URLSearchParams({ person: coordinator, app: 'tab', lang: 'en', path, clean: '1' });
    await page.goto(`${sandbox.host}/#${place}`);
    await tab.getByRole('heading', { level: 1 }).waitFor();
  }

  /** Each of them who has the question presses a button of it; gives how many did. */
  async function answer(who: readonly string[], what: (typeof buttons)[number], quote = false): Promise<number> {
    let did = 0;
    for (const personId of who) {
      const messages = await sandbox.control<Message[]>(`/messages?personId=${personId}`);
      const asked = messages.find(({ card }) => card?.actions?.filter((one) => one.verb === verb).length === 3);
      const title = asked?.card?.actions?.[buttons.indexOf(what)]?.title;
      if (!asked || title === undefined) continue;
      const inputs = quote ? { quote: 'yes' } : {};
      await sandbox.control(`/messages/${asked.id}/actions`, { personId, action: title, inputs });
      did += 1;
    }
    return did;
  }

  /** Until all places are taken: who says yes stays, the others are replaced by themselves. */
  async function untilAllCome(id: string, size: number): Promise<void> {
    for (let turn = 0; turn < 4 && (await talk(id)).people.length < size; turn += 1) {
      await answer(
        people.map((one) => one.id),
        'yes',
        true,
      );
      await sandbox.pass(1);
    }
    assert.equal((await talk(id)).people.length, size);
  }

  async function plan(purpose: RegExp, form: RegExp): Promise<string> {
    await go('/talks/new');
    await tab.getByRole('radio', { name: purpose }).check();
    await tab.getByRole('radio', { name: form }).check();
    await tab.getByRole('radio', { name: /^Dutch/ }).check();
    await tab.getByRole('button', { name: 'Draw people' }).click();
    await tab.getByRole('heading', { name: 'Who is drawn' }).waitFor();
    const talks = await sandbox.api<{ id: string; state: string }[]>(coordinator, 'GET', '/talks');
    return talks.find(({ state }) => state === 'draft')!.id;
  }

  async function ask(): Promise<void> {
    await tab.getByRole('button', { name: /^Ask \d+ people$/ }).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Ask' }).click();
    await tab.getByText('The questions are on their way.').first().waitFor();
  }

  async function note(text: string): Promise<void> {
    await tab.getByLabel('What was said').fill(text);
    await tab.getByRole('button', { name: 'Keep', exact: true }).click();
  }

  async function close(): Promise<void> {
    await tab.getByRole('main').getByRole('button', { name: 'Close', exact: true }).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
    await tab.getByRole('heading', { name: 'On the needs map' }).waitFor();
    // What is left to be done is the worker's.
    await sandbox.control('/clock', { hours: 0 });
  }

  async function share(): Promise<void> {
    await tab.getByRole('button', { name: 'Put it on the map' }).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Put it on the map' }).click();
    await tab.getByText(/This is on the map, or waits/).waitFor();
  }

  /** Rows in which the talk and one of those who were there stand together. */
  async function rowsThatLead(id: string, guests: readonly string[]): Promise<string[]> {
    const env = parseEnv(readFileSync(join(sandbox.data, 'sandbox.env'), 'utf8'));
    const found: string[] = [];
    let read = 0;
    for (const name of tableNames) {
      const table = TableClient.fromConnectionString(env['STORAGE_CONNECTION']!, name, {
        allowInsecureConnection: true,
      });
      for await (const row of table.listEntities()) {
        read += 1;
        const text = JSON.stringify(row);
        if (text.includes(id) && guests.some((one) => text.includes(one))) found.push(`${name} ${text.slice(0, 200)}`);
      }
    }
    assert.ok(read > 200, `only ${read} rows`);
    return found;
  }

  before(async () => {
    sandbox = await startTestSandbox('--people', '160');
    await sandbox.control('/clock', { hours: 0 });
    people = await sandbox.control<SandboxPerson[]>('/people');
    coordinator = people.find(({ role, hasMailbox }) => role === 'coordinator' && hasMailbox)!.id;
    page = await (await testBrowser()).newPage({ viewport: desk, timezoneId: 'Europe/Brussels' });
    tab = page.frameLocator('iframe');
  });
  after(async () => {
    await page?.close();
    await sandbox?.stop();
  });

  it('draws eight from different departments, and replaces whoever says no', async () => {
    ids.group = await plan(/^What is needed/, /^A group/);
    const drawn = await talk(ids.group);
    assert.equal(drawn.people.length, 8);
    assert.ok(new Set(drawn.people.map(({ person }) => person.department)).size >= 6);
    await ask();
    await sandbox.pass(1);
    const [first, ...others] = idsIn(drawn);
    assert.equal(await answer([first!], 'no'), 1);
    assert.ok((await answer(others, 'yes', true)) >= 1);
    await sandbox.pass(1);
    await untilAllCome(ids.group, 8);
    assert.ok(!idsIn(await talk(ids.group)).includes(first!));
  });

  it('puts the group into all their calendars, under a title that says nothing', async () => {
    await go(`/talks/${ids.group}`);
    await tab.getByRole('button', { name: 'Find a time' }).click();
    await tab
      .getByRole('button', { name: /^Book / })
      .first()
      .click();
    await tab.getByRole('button', { name: 'Take it out of the calendars' }).waitFor();
    const withMailbox = new Set(people.filter(({ hasMailbox }) => hasMailbox).map(({ id }) => id));
    const guests = idsIn(await talk(ids.group)).filter((id) => withMailbox.has(id));
    assert.ok(guests.length >= 5);
    for (const personId of guests) {
      const entries = await sandbox.control<{ subject: string }[]>(`/calendar?personId=${personId}`);
      assert.deepEqual(
        entries.map(({ subject }) => /mentor|need|behoefte|inclus/i.test(subject)),
        [false],
      );
    }
  });

  it('keeps notes without names, and forgets with the close who was there', async () => {
    const { booking, people: guests } = await talk(ids.group);
    await sandbox.control('/clock', { to: new Date(booking!.end + 3_600_000).toISOString() });
    await go(`/talks/${ids.group}`);
    const [, family] = /^\S+ (.+)$/.exec(guests[0]!.person.name)!;
    await note(`Then ${family} said that nobody introduces you to people.`);
    await tab.getByText(/may say who it is/).waitFor();
    assert.equal((await talk(ids.group)).notes.length, 0);
    for (const replace of await tab.getByRole('button', { name: /^Replace with/ }).all()) await replace.click();
    await tab.getByRole('button', { name: 'Keep', exact: true }).click();
    await tab.getByRole('heading', { name: '1 note', exact: true }).waitFor();
    await note('In a meeting I am often not heard.');
    await tab.getByRole('heading', { name: '2 notes', exact: true }).waitFor();
    const there = guests.map(({ person }) => person.id);
    assert.ok((await rowsThatLead(ids.group, there)).length >= 8);
    await close();
    assert.deepEqual(await rowsThatLead(ids.group, there), []);
    const { notes, tookPart } = await talk(ids.group);
    assert.equal(tookPart, 8);
    assert.ok(notes.every(({ text }) => !text.includes(family!)));
  });

  it('shows the themes of the group on the needs map', async () => {
    const toolbars = tab.getByRole('toolbar');
    await toolbars
      .first()
      .getByRole('button', { name: /Getting to know people/ })
      .click();
    await toolbars.last().focus();
    await page.keyboard.press('1');
    const isKept = async (): Promise<boolean> =>
      (await talk(ids.group)).notes.every(({ themes }) => themes.length === 1);
    for (let turn = 0; turn < 50 && !(await isKept()); turn += 1);
    assert.ok(await isKept(), 'the themes were not kept');
    await share();
    await go('/needs');
    await tab.getByText(/^Talks with .* people/).waitFor();
    await tab.getByText('Getting to know people').first().waitFor();
    const { talks } = await sandbox.api<NeedsMap>(coordinator, 'GET', '/needs');
    assert.deepEqual(
      talks.map(({ about, themes }) => [about, themes.length]),
      [['needs', 2]],
    );
  });

  it('talks with three people, one at a time, and tells nothing of so few', async () => {
    ids.interviews = await plan(/^Halfway/, /one person at a time/);
    await ask();
    await sandbox.pass(1);
    await untilAllCome(ids.interviews, 3);
    await go(`/talks/${ids.interviews}`);
    for (let turn = 0; turn < 3; turn += 1) {
      await tab.getByRole('button', { name: 'Find a time' }).first().click();
      await tab
        .getByRole('button', { name: /^Book / })
        .first()
        .click();
      await tab.getByRole('button', { name: 'Take it out of the calendars' }).nth(turn).waitFor();
    }
    const { people: guests } = await talk(ids.interviews);
    const starts = guests.map(({ booking }) => booking!.start);
    assert.equal(new Set(starts).size, 3);
    const last = Math.max(...guests.map(({ booking }) => booking!.end));
    await sandbox.control('/clock', { to: new Date(last + 3_600_000).toISOString() });
    await go(`/talks/${ids.interviews}`);
    await note('The plan for the year is not clear to me.');
    await tab.getByRole('heading', { name: '1 note', exact: true }).waitFor();
    await close();
    assert.deepEqual(
      await rowsThatLead(
        ids.interviews,
        guests.map(({ person }) => person.id),
      ),
      [],
    );
    await share();
    const { talks } = await sandbox.api<NeedsMap>(coordinator, 'GET', '/needs');
    assert.deepEqual(
      talks.map(({ about }) => about),
      ['needs'],
    );
  });
});
