/**
 * A deploy in mid-campaign: two processes of what is deployed, each web and worker, with the settings of production behind a balancer that
 * asks each whether it is ready. Each is replaced by a new one in turn, again and again, while cards go out and people use the tab and the
 * chat. Counted is what anybody would notice: a card that is missing or came twice, a request that got no good answer.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import {
  build,
  deploy,
  isReady,
  productionSettings,
  startDeployed,
  type Deployed,
} from '../../../test/support/deployed.ts';
import { startTestSandbox, type SandboxPerson, type TestSandbox } from '../../../test/support/sandbox.ts';
import { readConfig } from '../../config.ts';
import { hoursRows } from '../../features/people/store.ts';
import { mapAtOnce } from '../../platform/at-once.ts';
import { day, pause } from '../../platform/clock.ts';
import { storageAccess } from '../../platform/storage.ts';
import { createTables } from '../../platform/tables.ts';
import { forwardTo, passOn, type Forward } from '../../sandbox/forward.ts';
import { listen } from '../../sandbox/loopback.ts';
import type { BenchWish, Figures } from '../bench.ts';
import { send } from './load.ts';

const size = { usual: { cards: 400, replaced: 2 }, full: { cards: 2_000, replaced: 4 } };
/** A second; one in ten is words to the bot, which come through the connector. */
const rate = 50;
const longestMs = 8 * 60_000;

export async function benchRolling({ full }: BenchWish): Promise<Figures> {
  const { cards, replaced } = full ? size.full : size.usual;
  await build();
  const deployed = await deploy();
  // Some of an organisation are accounts that are never asked.
  const sandbox = await startTestSandbox('--people', String(Math.ceil(cards * 1.12)), '--production');
  try {
    return await roll(sandbox, deployed.folder, { cards, replaced });
  } finally {
    await sandbox.stop();
    await deployed.remove();
  }
}

async function roll(sandbox: TestSandbox, folder: string, wish: { cards: number; replaced: number }): Promise<Figures> {
  const settings = productionSettings(sandbox.data);
  const start = (): Promise<Deployed> => startDeployed(folder, settings);
  let running = [await start(), await start()];
  const balancer = await openBalancer(Number(settings['PORT']), running);
  const people = (await sandbox.control<SandboxPerson[]>('/people')).filter(({ enabled }) => enabled);
  const coordinator = people.find(({ role }) => role === 'coordinator')?.id ?? '';
  try {
    await untilRead(sandbox, coordinator, people);
    await letThemWorkAllDay(sandbox, people);
    const asked = await openSurvey(sandbox, coordinator);
    const begun = performance.now();
    const load = askSteadily(sandbox, people.filter(({ role }) => role === 'employee').slice(0, 40), coordinator);
    const starts: number[] = [];
    const ends: number[] = [];
    await pause(3_000);
    for (let turn = 0; turn < wish.replaced; turn += 1) {
      const fresh = await start();
      starts.push(fresh.readyMs);
      balancer.add(fresh);
      const [old] = running;
      if (!old) break;
      running = [...running.slice(1), fresh];
      const { code, ms } = await old.stop();
      if (code !== 0) throw new Error(`it ended with ${code}:\n${old.said().slice(-2000)}`);
      ends.push(ms);
      balancer.remove(old);
    }
    const counts = await untilAllHaveIt(sandbox, people, asked, begun);
    const seconds = (performance.now() - begun) / 1000;
    const { requests, failures } = await load.stop();
    for (const [why, count] of failures) process.stderr.write(`${count} requests failed: ${why}\n`);
    return {
      ...{ cards: asked, lost: asked - counts.arrived, doubled: counts.doubled },
      ...{ requests, 'failed-requests': [...failures.values()].reduce((sum, one) => sum + one, 0), seconds },
      ...{ replaced: ends.length, 'ready-s': Math.max(...starts) / 1000, 'ends-s': Math.max(...ends) / 1000 },
      ...{ 'cards-per-s': asked / seconds, 'rss-mb': Math.max(...running.map((one) => one.memory())) },
    };
  } finally {
    await Promise.all(running.map((one) => one.stop()));
    await balancer.close();
  }
}

interface Behind {
  readonly one: Deployed;
  readonly forward: Forward;
  ready: boolean;
}

const lookEveryMs = 500;

/** Takes turns among those that said that they are ready when they were asked last; tries nothing a second time. */
async function openBalancer(port: number, first: readonly Deployed[]) {
  const headers = { 'x-forwarded-proto': 'https' };
  const lost = (res: ServerResponse): void => void res.writeHead(502).end('nobody there');
  const behind = (one: Deployed): Behind => ({ one, forward: forwardTo(one.url, { headers, lost }), ready: true });
  let all = first.map(behind);
  let turn = 0;
  const server = await listen((req: IncomingMessage, res: ServerResponse) => {
    const ready = all.filter((one) => one.ready);
    const next = ready[(turn += 1) % Math.max(1, ready.length)];
    if (next) next.forward.send(req, res, (answer) => passOn(withoutHop(answer), res));
    else res.writeHead(503).end('nobody is ready');
  }, port);
  const look = setInterval(() => {
    for (const each of all) void isReady(each.one.url).then((ready) => (each.ready = ready));
  }, lookEveryMs);
  return {
    add: (one: Deployed): void => void (all = [...all, behind(one)]),
    remove: (one: Deployed): void => {
      for (const gone of all.filter((each) => each.one === one)) gone.forward.close();
      all = all.filter((each) => each.one !== one);
    },
    async close() {
      clearInterval(look);
      await server.close();
      for (const { forward } of all) forward.close();
    },
  };
}

/** Whether a connection behind the balancer ends is no matter of those before it. */
function withoutHop(answer: IncomingMessage): IncomingMessage {
  delete answer.headers.connection;
  delete answer.headers['keep-alive'];
  return answer;
}

/** The first reading of the directory has come to its end. */
async function untilRead(sandbox: TestSandbox, who: string, people: readonly SandboxPerson[]): Promise<void> {
  const last = people.filter(({ role }) => role === 'employee').slice(-5);
  for (const begun = performance.now(); performance.now() - begun < 120_000; await pause(500)) {
    const found = await Promise.all(
      last.map(({ name }) => sandbox.api<unknown[]>(who, 'POST', '/people/search', { words: name })),
    );
    if (found.every((one) => one.length > 0)) return;
  }
  throw new Error('the directory was not read in two minutes');
}

/** Nobody is written to in the night, and production has one clock: so that it can run at any hour, their mailboxes say that they work all day. */
async function letThemWorkAllDay(sandbox: TestSandbox, people: readonly SandboxPerson[]): Promise<void> {
  const env = parseEnv(readFileSync(join(sandbox.data, 'sandbox.env'), 'utf8'));
  const tables = createTables({ prefix: '', ...storageAccess(readConfig(env)).tables });
  const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
  const hours = { zone: 'UTC', days: [...days], start: '00:00', end: '00:00' };
  await mapAtOnce(people, 16, ({ id }) => tables.commit([hoursRows.put(id, 'mailbox', { at: Date.now(), hours })]));
}

async function openSurvey(sandbox: TestSandbox, who: string): Promise<number> {
  const closesOn = new Date(Date.now() + 20 * day).toISOString().slice(0, 10);
  const draft = { audience: { kind: 'everybody' }, closesOn };
  const { id } = await sandbox.api<{ id: string }>(who, 'POST', '/surveys', draft);
  await sandbox.api(who, 'POST', `/surveys/${id}/open`);
  let before = 0;
  for (let turn = 0; turn < 60; turn += 1) {
    const { asked = 0 } = await sandbox.api<{ asked?: number }>(who, 'GET', `/surveys/${id}`);
    if (asked > 0 && asked === before) return asked;
    before = asked;
    await pause(2_000);
  }
  throw new Error('nobody was asked in two minutes');
}

/** Requests at a steady rate, whether the one before was answered or not, until it is stopped. */
function askSteadily(sandbox: TestSandbox, users: readonly SandboxPerson[], coordinator: string) {
  const failures = new Map<string, number>();
  const fail = (why: string): void => void failures.set(why, (failures.get(why) ?? 0) + 1);
  const open = new Set<Promise<void>>();
  let requests = 0;
  let going = true;

  async function ask(turn: number, tokens: ReadonlyMap<string, string>): Promise<void> {
    const who = users[turn % users.length]?.id ?? '';
    if (turn % 10 === 9) {
      // What the bot answers comes back over the connector: 502 where it was not taken.
      await sandbox
        .control('/chat', { personId: who, text: 'help' })
        .catch((error: unknown) => fail(`chat: ${String(error)}`));
      return;
    }
    const [path, as] = turn % 10 === 4 ? ['/surveys', coordinator] : ['/me/preferences', who];
    const { status, text } = await send(sandbox.app, {
      method: 'GET',
      path: `/api${path}`,
      token: tokens.get(as) ?? '',
    });
    if (status !== 200) fail(`${path}: ${status} ${text.slice(0, 200)}`);
  }

  async function run(): Promise<void> {
    const tokens = new Map<string, string>();
    for (const id of [coordinator, ...users.map((one) => one.id)])
      tokens.set(id, (await sandbox.control<{ token: string }>('/token', { personId: id })).token);
    const begun = performance.now();
    for (; going; requests += 1) {
      await pause(Math.max(0, begun + (requests * 1000) / rate - performance.now()));
      const one: Promise<void> = ask(requests, tokens).finally(() => open.delete(one));
      open.add(one);
    }
    await Promise.all(open);
  }

  const over = run();
  return {
    stop: async () => {
      going = false;
      await over;
      return { requests, failures };
    },
  };
}

interface Message {
  readonly card?: { readonly actions?: readonly { verb?: string }[] };
}

/** Waits until everybody who is asked has the card, and a little longer, so that one that comes twice is seen. */
async function untilAllHaveIt(sandbox: TestSandbox, people: readonly SandboxPerson[], asked: number, begun: number) {
  const cardsOf = async ({ id }: SandboxPerson): Promise<number> =>
    (await sandbox.control<Message[]>(`/messages?personId=${id}`)).filter(({ card }) =>
      card?.actions?.some(({ verb }) => verb === 'surveys.answer'),
    ).length;
  const count = async () => {
    const cards = await mapAtOnce(people, 8, cardsOf);
    return {
      arrived: cards.filter((one) => one > 0).length,
      doubled: cards.reduce((sum, one) => sum + Math.max(0, one - 1), 0),
    };
  };
  while ((await count()).arrived < asked && performance.now() - begun < longestMs) await pause(5_000);
  await pause(5_000);
  return count();
}
