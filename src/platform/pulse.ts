/**
 * Signs of life: each process keeps a row of its own that says what it is and what it sent in the last minutes, so that anybody
 * can add up what all of them do. Nothing rests on it; a process that dies stops writing. Machine time in milliseconds.
 */
import { z } from 'zod';
import { minute, pause, type Clock } from './clock.ts';
import { newId } from './ids.ts';
import { describeError, type Log } from './log.ts';
import { rowsOf, type Tables } from './tables.ts';
import { productVersion } from './version.ts';

export const counted = ['sent', 'throttled'] as const;
export type Counted = (typeof counted)[number];

const pulseRow = z.strictObject({
  roles: z.array(z.enum(['web', 'worker'])),
  startedAt: z.number(),
  at: z.number(),
  /** The last minutes in which there was anything to count, oldest first. */
  minutes: z.array(z.strictObject({ from: z.number(), sent: z.number(), throttled: z.number() })),
  /** Of the product; absent from processes that do not say it yet. */
  version: z.string().optional(),
  /** Which installation it belongs to: two in one storage would work on each other's rows. */
  installation: z.string().optional(),
});
export type PulseRow = z.infer<typeof pulseRow>;

export const pulseRows = rowsOf('system', 'pulse', pulseRow);
const partition = 'pulse';

export interface Pulse {
  count(what: Counted): void;
}

/** What this process counted itself. */
export interface OwnPulse extends Pulse {
  start(): () => Promise<void>;
  /** In the last whole minute, and in all since the start. */
  sent(): { readonly lastMinute: number; readonly throttled: number };
}

const everyMs = 5_000;
/** Who has not written for so long is not alive. */
const aliveMs = 20_000;
const keptMinutes = 6;
const forgottenMs = 60 * minute;
/** A process that ends does not wait for a store that is away. */
const lastWordMs = 1_000;

export interface PulseParts {
  readonly tables: Tables;
  readonly clock: Clock;
  readonly log: Log;
  readonly roles: PulseRow['roles'];
  readonly installation?: string;
}

/** Counts from the beginning; writes once it is started, every five seconds, until it is stopped. */
export function createPulse({ tables, clock, log, roles, installation }: PulseParts): OwnPulse {
  const me = newId();
  const startedAt = clock.machine();
  const named = { version: productVersion, ...(installation === undefined ? {} : { installation }) };
  let minutes: PulseRow['minutes'] = [];
  let throttled = 0;

  async function beat(as = roles): Promise<void> {
    await tables.commit([
      pulseRows.put(partition, me, { roles: as, startedAt, at: clock.machine(), minutes, ...named }),
    ]);
  }

  async function loop(signal: AbortSignal): Promise<void> {
    await tidy().catch((error: unknown) => log.warn(describeError(error), 'former signs of life stay'));
    while (!signal.aborted) {
      await beat().catch((error: unknown) => log.warn(describeError(error), 'no sign of life was written'));
      await pause(everyMs, signal);
    }
    // What it sent stays; it is nobody any more.
    await beat([]).catch(() => undefined);
  }

  /** Processes that ended without a word. */
  async function tidy(): Promise<void> {
    for (const { key, value } of await pulseRows.list(tables, partition))
      if (clock.machine() - value.at > forgottenMs) await tables.drop('system', partition, `pulse.${key[0] ?? ''}`);
  }

  return {
    count: (what) => {
      minutes = withOneMore(minutes, what, clock.machine());
      if (what === 'throttled') throttled += 1;
    },
    sent: () => {
      const before = clock.machine() - (clock.machine() % minute) - minute;
      return { lastMinute: minutes.find(({ from }) => from === before)?.sent ?? 0, throttled };
    },
    start: () => {
      const ending = new AbortController();
      const over = loop(ending.signal);
      return async () => {
        ending.abort();
        await Promise.race([over, pause(lastWordMs)]);
      };
    },
  };
}

export function withOneMore(minutes: PulseRow['minutes'], what: Counted, now: number): PulseRow['minutes'] {
  const from = now - (now % minute);
  const last = minutes.at(-1);
  const current = last?.from === from ? last : { from, sent: 0, throttled: 0 };
  const before = last?.from === from ? minutes.slice(0, -1) : minutes;
  return [...before, { ...current, [what]: current[what] + 1 }].slice(-keptMinutes);
}

export interface Pulses {
  /** Processes alive, by role; one may have both. */
  readonly workers: number;
  readonly webs: number;
  /** The last five minutes, the one that runs last; all processes together, those that ended since included. */
  readonly minutes: PulseRow['minutes'];
}

const shownMinutes = 5;

/** What all processes say, put together. */
export async function readPulses(tables: Tables, now: number): Promise<Pulses> {
  return together(
    (await pulseRows.list(tables, partition)).map((row) => row.value),
    now,
  );
}

/** Who is alive now, each as it says it. */
export async function alivePulses(tables: Tables, now: number): Promise<PulseRow[]> {
  const all = (await pulseRows.list(tables, partition)).map((row) => row.value);
  return all.filter(({ at, roles }) => now - at < aliveMs && roles.length > 0);
}

export function together(rows: readonly PulseRow[], now: number): Pulses {
  const alive = rows.filter(({ at }) => now - at < aliveMs);
  const aliveAs = (role: PulseRow['roles'][number]): number => alive.filter(({ roles }) => roles.includes(role)).length;
  const current = now - (now % minute);
  const minutes = Array.from({ length: shownMinutes }, (_, place) => {
    const from = current - (shownMinutes - 1 - place) * minute;
    const all = rows.flatMap((row) => row.minutes.filter((one) => one.from === from));
    const sum = (what: Counted): number => all.reduce((total, one) => total + one[what], 0);
    return { from, sent: sum('sent'), throttled: sum('throttled') };
  });
  return { workers: aliveAs('worker'), webs: aliveAs('web'), minutes };
}
