/**
 * A call to everybody in a running sandbox, at the budget of its settings: while it goes out some people say "do not ask me" at moments by
 * chance, and others use the tab. What arrived, and when, is read from the journal of the sandbox's connector, which shares nothing with
 * the product's store.
 */
import { rm } from 'node:fs/promises';
import { randomFrom } from '../../../test/support/delivery/chance.ts';
import { startTestSandbox, type SandboxPerson, type TestSandbox } from '../../../test/support/sandbox.ts';
import { day, pause } from '../../platform/clock.ts';
import type { BenchWish, Figures } from '../bench.ts';

/** The budget of the product's settings. */
const budget = 30;
const seed = 7;
/** People with the tab open, each of whom asks once in this time. */
const tabs = 10;
const tabRestMs = 500;
const lookMs = 5_000;
const quietMs = 30_000;
/** A button that only invitations have. */
const invitedBy = 'recruitment.not-now';

interface Received {
  readonly at: string;
  readonly card?: {
    readonly actions?: readonly { readonly verb?: string; readonly data?: { readonly verb?: string } }[];
  };
}

export function benchRecruitment({ full }: BenchWish): Promise<Figures> {
  return full ? callTo(10_000, 500) : callTo(600, 60);
}

export async function callTo(size: number, optOuts: number): Promise<Figures> {
  const sandbox = await startTestSandbox('--people', String(size));
  try {
    return await sendToAll(sandbox, size, optOuts);
  } finally {
    await sandbox.stop();
    await rm(sandbox.data, { recursive: true, force: true });
  }
}

async function sendToAll(sandbox: TestSandbox, size: number, optOuts: number): Promise<Figures> {
  const people = await sandbox.control<SandboxPerson[]>('/people');
  const coordinator = people.find(({ role }) => role === 'coordinator')?.id ?? '';
  const employees = people.filter(({ role, enabled }) => role === 'employee' && enabled).map(({ id }) => id);
  await sandbox.control('/clock', { hours: 0 });
  const path = await startProgramme(sandbox, coordinator);
  const { now } = await sandbox.control<{ now: string }>('/clock');
  const closesOn = new Date(Date.parse(now) + 14 * day).toISOString().slice(0, 10);

  const begun = performance.now();
  await sandbox.api(coordinator, 'POST', `${path}/calls`, { audience: { kind: 'everybody' }, closesOn, words: {} });
  const longestMs = (size / budget) * 1000;
  const tab = openTabs(sandbox, employees);
  const [noes, { sendingMs, pageMs }] = await Promise.all([
    sayNo(sandbox, employees.toSorted(), { count: optOuts, withinMs: longestMs }),
    untilQuiet(sandbox, { path, coordinator }, longestMs * 3 + 60_000),
  ]);
  const { ages, failed } = await tab.stop();
  const seconds = (performance.now() - begun) / 1000;
  // Whoever does not work on that day gets it on a later one, and those who said no meanwhile get nothing then either.
  for (let days = 0; days < 3; days += 1) await sandbox.pass(1);

  const received = new Map<string, number[]>();
  for (const personId of employees) received.set(personId, await invitationsOf(sandbox, personId));
  const copies = [...received.values()].map((one) => one.length);
  const after = [...noes].filter(([personId, at]) => received.get(personId)?.some((one) => one > at));
  const before = [...noes].filter(([personId]) => (received.get(personId) ?? []).length === 0);
  return {
    people: employees.length,
    received: copies.filter((count) => count > 0).length,
    doubled: copies.filter((count) => count > 1).length,
    'opted-out': noes.size,
    'opted-out-before-theirs': before.length,
    'received-after-opting-out': after.length,
    'sending-s': sendingMs / 1000,
    'measured-s': seconds,
    'tab-requests': ages.length,
    'tab-p50-ms': quantile(ages, 0.5),
    'tab-p95-ms': quantile(ages, 0.95),
    'coordinator-p95-ms': quantile(pageMs, 0.95),
    'tab-failed': failed,
  };
}

async function startProgramme(sandbox: TestSandbox, coordinator: string): Promise<string> {
  const { id } = await sandbox.api<{ id: string }>(coordinator, 'POST', '/programmes', {
    ...{ name: 'Bench', forWhom: 'Everybody', why: 'To measure', howChosen: 'All', goals: [], language: 'en' },
    ...{ startsOn: '2027-04-12', endsOn: '2028-01-10' },
  });
  return `/programmes/${id}`;
}

interface Noes {
  readonly count: number;
  readonly withinMs: number;
}

/** Gives, for each, the sandbox's time at which their no had been answered. */
async function sayNo(sandbox: TestSandbox, people: readonly string[], wish: Noes): Promise<Map<string, number>> {
  const random = randomFrom(seed);
  const left = [...people];
  const plan = Array.from({ length: wish.count }, () => ({
    at: random() * wish.withinMs,
    personId: left.splice(Math.floor(random() * left.length), 1)[0] ?? '',
  })).sort((a, b) => a.at - b.at);
  const noes = new Map<string, number>();
  const { now } = await sandbox.control<{ now: string }>('/clock');
  // The sandbox's clock goes as the machine's does as long as nobody moves it.
  const aheadMs = Date.parse(now) - Date.now();
  const begun = Date.now();
  for (const { at, personId } of plan) {
    await pause(Math.max(0, begun + at - Date.now()));
    await sandbox.api(personId, 'PUT', '/me/preferences', { doNotAsk: true });
    noes.set(personId, Date.now() + aheadMs);
  }
  return noes;
}

interface Whose {
  readonly path: string;
  readonly coordinator: string;
}

/** What the tab asks when people open it. */
function openTabs(sandbox: TestSandbox, people: readonly string[]) {
  const random = randomFrom(seed + 1);
  const ages: number[] = [];
  let [running, failed] = [true, 0];
  async function timed(personId: string, asked: string): Promise<void> {
    const { token } = await sandbox.control<{ token: string }>('/token', { personId });
    const begun = performance.now();
    const headers = { authorization: `Bearer ${token}`, 'accept-language': 'en' };
    const answer = await fetch(`${sandbox.app}/api${asked}`, { headers }).catch(() => undefined);
    await answer?.arrayBuffer();
    if (!answer?.ok) failed += 1;
    ages.push(performance.now() - begun);
  }
  const pages = ['/me/home', '/me/invitations', '/me/pairs', '/me/preferences', '/me/courses'];
  const hand = async (): Promise<void> => {
    while (running) {
      const personId = people[Math.floor(random() * people.length)] ?? '';
      await timed(personId, pages[Math.floor(random() * pages.length)] ?? '/me/home');
      await pause(tabRestMs * (0.5 + random()));
    }
  };
  const hands = Promise.all(Array.from({ length: tabs }, hand));
  return {
    async stop() {
      running = false;
      await hands;
      return { ages, failed };
    },
  };
}

/** Until nothing has arrived for a while, by the coordinator's page of the whole call; how long it went on, and what that page took. */
async function untilQuiet(sandbox: TestSandbox, { path, coordinator }: Whose, longestMs: number) {
  const begun = Date.now();
  const pageMs: number[] = [];
  let [last, lastAt] = [-1, Date.now()];
  while (Date.now() - begun < longestMs && Date.now() - lastAt < quietMs) {
    const asked = performance.now();
    const { figures } = await sandbox.api<{ figures: { arrived: number } }>(coordinator, 'GET', `${path}/recruitment`);
    pageMs.push(performance.now() - asked);
    if (figures.arrived !== last) [last, lastAt] = [figures.arrived, Date.now()];
    await pause(lookMs);
  }
  return { sendingMs: lastAt - begun, pageMs };
}

async function invitationsOf(sandbox: TestSandbox, personId: string): Promise<number[]> {
  const messages = await sandbox.control<Received[]>(`/messages?personId=${personId}`);
  const isInvitation = ({ card }: Received): boolean =>
    card?.actions?.some(({ verb, data }) => (verb ?? data?.verb) === invitedBy) ?? false;
  return messages.filter(isInvitation).map(({ at }) => Date.parse(at));
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
