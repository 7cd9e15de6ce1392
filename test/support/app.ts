/**
 * The product for tests of use cases: real tables and queues in the emulator, a clock that is moved on, and services of
 * Microsoft that remember what they were asked. Journeys use the whole sandbox instead (`sandbox.ts`).
 */
import { readConfig } from '../../src/config.ts';
import { createAudit } from '../../src/platform/audit.ts';
import { createBlobs } from '../../src/platform/blobs.ts';
import type { Card } from '../../src/platform/cards.ts';
import { day, hour, minute, offsetClock } from '../../src/platform/clock.ts';
import type { Caller, CardAction, Job } from '../../src/platform/doors.ts';
import { newId } from '../../src/platform/ids.ts';
import { silentLog } from '../../src/platform/log.ts';
import { createOutbox } from '../../src/platform/outbox.ts';
import { dueKey, readDueKey } from '../../src/platform/outbox/due.ts';
import { createPackageWatch } from '../../src/platform/package-seen.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { createQueue, type TaskAddress } from '../../src/platform/queues.ts';
import { createRing, createRings } from '../../src/platform/sealed.ts';
import { createSigner } from '../../src/platform/signer.ts';
import { createTables, type Tables } from '../../src/platform/tables.ts';
import { Undeliverable } from '../../src/platform/teams/delivery.ts';
import type { Person } from '../../src/features/people/model.ts';
import { bucketOfPerson, people } from '../../src/features/people/store.ts';
import { memoryBlobs } from './memory-blobs.ts';
import { testStorage } from './storage.ts';
import { testVault } from './vault.ts';

export interface SentCard {
  readonly to: string;
  readonly card: Card;
  readonly sendId: string;
  readonly messageId: string;
}

/** A Tuesday in March, ten o'clock in Brussels. */
const start = Date.UTC(2026, 2, 3, 9, 0);

const guid = '00000000-0000-4000-8000-000000000000';

export type TestApp = Awaited<ReturnType<typeof testApp>>;

/** Nobody listens there: for an app whose tables lie elsewhere. */
const noStorage =
  'DefaultEndpointsProtocol=http;AccountName=none;AccountKey=bm9uZQ==;TableEndpoint=http://127.0.0.1:1/none;QueueEndpoint=http://127.0.0.1:1/none;';

/** With `tables` of its own there is no emulator and no queue: tasks lie in the tables alone. */
export async function testApp(options: { jobs?: readonly Job[]; connection?: string; tables?: Tables } = {}) {
  const connection = options.connection ?? (options.tables ? noStorage : await testStorage());
  const prefix = `t${newId().slice(0, 10)}`;
  const domain = offsetClock(start - Date.now());
  let rested = 0;
  const clock = { ...domain, machine: () => Date.now() + rested };
  const tables = options.tables ?? createTables({ connection, prefix });
  // Whoever brings tables of their own has them in memory.
  const blobs = options.tables ? memoryBlobs() : createBlobs({ connection, prefix });
  const queueNamed = (name: string) =>
    createQueue({ name: `${prefix}-${name}`, connection, unreadable: () => undefined });
  const [queue, poison] = [queueNamed('tasks'), queueNamed('poison')];
  await Promise.all(options.tables ? [] : [tables.prepare(), blobs.prepare(), queue.prepare(), poison.prepare()]);
  const outbox = createOutbox({ tables, queue, poison, clock, log: silentLog });
  const config = readConfig({
    ...{
      BASE_URL: 'http://127.0.0.1:1',
      TENANT_ID: guid,
      TAB_CLIENT_ID: guid,
      BOT_ID: guid,
      BOT_TYPE: 'UserAssignedMSI',
    },
    STORAGE_CONNECTION: connection,
  });

  const sent: SentCard[] = [];
  const posts: { channelId: string; card: Card }[] = [];
  const unreachable = new Set<string>();
  const teams = recordingTeams(sent, posts, unreachable, tables);
  const deps: Platform = {
    ...{ config, clock, log: silentLog, tables, outbox, teams },
    directory: absent('directory'),
    calendar: absent('calendar'),
    mail: absent('mail'),
    // As where nobody granted the right to read them: what a token says is what there is.
    roles: { of: () => Promise.resolve('unknown' as const), assigned: () => Promise.resolve('unknown' as const) },
    probes: absent('probes'),
    audit: createAudit({ tables, blobs, clock, ring: createRing({ tables, clock, vault: testVault }, 'audit') }),
    identityRing: createRings({ tables, clock, vault: testVault }, 'identity'),
    answersRing: createRings({ tables, clock, vault: testVault }, 'answers'),
    concernsRing: createRings({ tables, clock, vault: testVault }, 'concerns'),
    packages: createPackageWatch({ tables, clock, log: silentLog }),
    circleRing: createRings({ tables, clock, vault: testVault }, 'circle'),
    signer: createSigner({ tables, clock, ring: createRing({ tables, clock, vault: testVault }, 'signing') }),
  };
  const jobs = new Map((options.jobs ?? []).map((one) => [one.name, one]));

  /** Runs every task that is due now, in the order of time, until none is left; a task that throws fails the test. */
  async function run(): Promise<number> {
    let ran = 0;
    for (let before = -1; before !== ran;) {
      before = ran;
      await outbox.sweep();
      for (const key of await dueKeys()) if (await runOne(readDueKey(key).address)) ran += 1;
    }
    return ran;
  }

  async function dueKeys(): Promise<string[]> {
    const to = `due.${dueKey(clock.now() + 1)[0]}`;
    const shards = [0, 1, 2, 3].map((shard) => tables.range('due', `shard-${shard}`, { from: 'due.', to }));
    return (await Promise.all(shards))
      .flat()
      .map((row) => row.rowKey)
      .sort((a, b) => (a < b ? -1 : 1));
  }

  async function runOne(address: TaskAddress): Promise<boolean> {
    const delivery = { address, remove: async () => undefined, postpone: async () => undefined };
    const claim = await outbox.claim(delivery);
    if (!claim || claim === 'taken') return false;
    const found = jobs.get(claim.task.job);
    if (!found) throw new Error(`no job is called ${claim.task.job}: give it to testApp({ jobs })`);
    const result = await found.run(deps, found.data.parse(claim.task.data), claim.task);
    if (result && 'again' in result) await claim.again(result.again, result.why);
    else await claim.done(result?.done);
    return true;
  }

  return {
    deps,
    blobs,
    clock,
    sent,
    posts,
    /** Before the names of its tables and queues. */
    prefix,
    /** People to whom nothing can be sent: they have blocked the app. */
    unreachable,
    run,
    cardsTo: (personId: string) => sent.filter((one) => one.to === personId).map((one) => one.card),
    /** Real time, as leases and rests see it, goes on. */
    rest: ({ hours }: { hours: number }) => void (rested += hours * hour),
    /** Moves the domain's clock on; nothing runs until `run`. */
    pass: ({ days = 0, hours = 0, minutes = 0 }: { days?: number; hours?: number; minutes?: number }) =>
      clock.setOffset(clock.now() + days * day + hours * hour + minutes * minute - Date.now()),
    addPeople: async (...wanted: readonly Person[]) => {
      for (const one of wanted) await tables.commit([people.put(bucketOfPerson(one.id), one.id, one)]);
    },
  };
}

/** A person; the number makes the id, so that the same number is the same person. */
export function aPerson(number: number, over: Partial<Person> = {}): Person {
  const id = `00000000-0000-4000-a000-${String(number).padStart(12, '0')}`;
  return {
    ...{ id, name: `Person ${number}`, givenName: `Given${number}`, mail: `p${number}@example.test`, language: 'en' },
    ...{ jobTitle: 'Analyst', department: 'Finance', site: 'Ghent', country: 'BE', kind: 'member', enabled: true },
    ...over,
  };
}

/** Somebody in the tab, signed in. */
export function callerFor(one: Pick<Person, 'id'>, over: Partial<Caller> = {}): Caller {
  return { personId: one.id, language: 'en', roles: [], assertion: 'tab-token', ...over };
}

export function coordinatorFor(one: Pick<Person, 'id'>): Caller {
  return callerFor(one, { roles: ['Coordinator'] });
}

/** Presses a button of a card as the bot's endpoint would: the subject is parsed, then the inputs. */
export async function press(
  deps: Platform,
  actions: readonly CardAction[],
  who: Caller,
  at: { card: Card; title: string; inputs?: object },
) {
  const button = at.card.buttons?.find((one) => one.title === at.title);
  if (!button) throw new Error(`the card has no button "${at.title}"`);
  const action = actions.find((one) => one.verb === button.verb);
  if (!action) throw new Error(`no action is called ${button.verb}`);
  const { assertion: _, ...inChat } = { ...who, roles: [] };
  return action.run(deps, {
    caller: inChat,
    subject: action.subject.parse(button.subject),
    inputs: action.inputs.parse(at.inputs ?? {}),
  });
}

function recordingTeams(
  sent: SentCard[],
  posts: { channelId: string; card: Card }[],
  unreachable: ReadonlySet<string>,
  tables: Platform['tables'],
): Platform['teams'] {
  return {
    ...absent<Platform['teams']>('teams'),
    sendCard: async (to, card, { sendId, alongside = [] }) => {
      await tables.commit(alongside);
      if (unreachable.has(to)) throw new Undeliverable('blocked');
      const messageId = `m${sent.length + 1}`;
      sent.push({ to, card, sendId, messageId });
      return { messageId };
    },
    postToChannel: async (channelId, card) => {
      posts.push({ channelId, card });
      return { messageId: `c${posts.length}` };
    },
    findPost: async () => undefined,
    channels: async () => [{ channelId: 'general', name: 'General', teamName: 'Everyone' }],
    findChat: async () => undefined,
    tabLink: (path) => `https://teams.test${path}`,
  };
}

/** A service that this test does not expect to be called; give it what the test needs. */
function absent<T extends object>(name: string): T {
  return new Proxy({} as T, {
    get: (_, call) => () => Promise.reject(new Error(`${name}.${String(call)} is not expected in this test`)),
  });
}
