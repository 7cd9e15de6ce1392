/** Programmes for tests: who was together when, what was said, what was noted; made up by chance that is given. */
import type { Meeting } from '../../../../src/features/meetings/model.ts';
import type { Pair } from '../../../../src/features/pairs/model.ts';
import { figureOf, headcountOf } from '../../../../src/features/release/rules.ts';
import type { Release } from '../../../../src/features/release/model.ts';
import { day, hour } from '../../../../src/platform/clock.ts';
import { aPerson } from '../../../support/app.ts';

export interface Simulated {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly closed: boolean;
  readonly now: number;
  readonly pairs: readonly SimulatedPair[];
  readonly applied: number;
  readonly trained: number;
  /** Of 1 to 5, by item. */
  readonly before: Readonly<Record<string, readonly number[]>>;
  readonly after: Readonly<Record<string, readonly number[]>>;
  readonly checkIn: Readonly<Record<string, readonly number[]>>;
  /** The pair, by its place, and whether both say so. */
  readonly doors: readonly { readonly pair: number; readonly both: boolean }[];
}

export interface SimulatedPair {
  readonly from: number;
  readonly to?: number;
  readonly isPaused?: true;
  readonly talks: readonly Talk[];
}

export interface Talk {
  readonly start: number;
  readonly minutes: number;
  readonly plannedAt: number;
  readonly said: readonly ('yes' | 'no' | 'elsewhere')[];
  readonly isOff?: true;
}

export type Chance = () => number;

/** Numbers between 0 and 1, always the same for a seed (mulberry32). */
export function chanceFrom(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let one = Math.imul(state ^ (state >>> 15), 1 | state);
    one = (one + Math.imul(one ^ (one >>> 7), 61 | one)) ^ one;
    return ((one ^ (one >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Wanted {
  readonly pairs: number;
  readonly closed: boolean;
  /** How likely it is that a pair meets, goes on, agrees. */
  readonly meets: number;
  readonly stays: number;
  readonly agrees: number;
  readonly agreedBefore: number;
  readonly answers: number;
  readonly doors: number;
  readonly asksBefore: boolean;
  readonly asksAfter: boolean;
}

const start = Date.UTC(2026, 0, 5, 9);
const end = Date.UTC(2026, 9, 1, 9);
export const items = ['end-career', 'end-sure', 'end-mutual', 'fair-grow', 'belong-part', 'self-be', 'voice-counts'];
const changes = ['fair-grow', 'belong-part', 'self-be', 'voice-counts', 'mentee-net'];

export function simulate(chance: Chance, wanted: Wanted): Simulated {
  const now = wanted.closed ? end + 40 * day : start + 120 * day;
  const ratings = (share: number): number[] =>
    Array.from({ length: wanted.answers }, () =>
      chance() < share ? 4 + Math.floor(chance() * 2) : 1 + Math.floor(chance() * 3),
    );
  const byItem = (ids: readonly string[], share: number) => Object.fromEntries(ids.map((id) => [id, ratings(share)]));
  return {
    ...{ startsOn: '2026-01-05', endsOn: '2026-10-01', closed: wanted.closed, now },
    pairs: Array.from({ length: wanted.pairs }, () => somePair(chance, wanted)),
    applied: wanted.pairs * 2,
    trained: Math.floor(wanted.pairs * 2 * chance()),
    before: wanted.asksBefore ? byItem(changes, wanted.agreedBefore) : {},
    after: wanted.asksAfter ? byItem([...items, 'mentee-net'], wanted.agrees) : {},
    checkIn: wanted.answers > 0 ? byItem(['more-options'], wanted.agrees) : {},
    doors: Array.from({ length: wanted.doors }, () => ({
      pair: Math.floor(chance() * Math.max(1, wanted.pairs)),
      both: chance() < 0.8,
    })),
  };
}

function somePair(chance: Chance, { meets, stays }: Wanted): SimulatedPair {
  const from = start + Math.floor(chance() * 90) * day;
  const leaves = chance() > stays ? { to: from + Math.floor(chance() * 150) * day } : {};
  const talks = chance() < meets ? 1 + Math.floor(chance() * 8) : Math.floor(chance() * 2);
  return {
    ...{ from, ...leaves },
    ...(chance() < 0.05 && !('to' in leaves) ? { isPaused: true as const } : {}),
    talks: Array.from({ length: talks }, (_, at) => {
      const begins = from + (at + 1) * 30 * day + Math.floor(chance() * 10) * hour;
      const said = chance() < 0.2 ? (['no'] as const) : chance() < 0.3 ? (['yes', 'no'] as const) : [];
      return {
        ...{ start: begins, minutes: [30, 45, 60][Math.floor(chance() * 3)] ?? 30, plannedAt: begins - 20 * day, said },
        ...(chance() < 0.1 ? { isOff: true as const } : {}),
      };
    }),
  };
}

export const pairsFrom = ({ pairs }: Simulated): Pair[] =>
  pairs.map(({ from, to, isPaused }, at) => ({
    ...{ id: `pair-${at}`, programmeId: 'p1', proposalId: 'one', menteeId: aPerson(1000 + at).id },
    ...{ mentorId: aPerson(5000 + at).id, reasons: [], offeredAt: from - day, activeAt: from },
    state: to === undefined ? (isPaused ? 'paused' : 'active') : 'ended',
    ...(to === undefined ? {} : { endedAt: to }),
  }));

export const meetingsFrom = ({ pairs }: Simulated): Meeting[] =>
  pairs.flatMap(({ talks }, at) =>
    talks.map(({ start: begins, minutes, plannedAt, said, isOff }, place) => ({
      ...{ id: `talk-${at}-${place}`, programmeId: 'p1', pairId: `pair-${at}`, start: begins },
      ...{ end: begins + minutes * 60_000, state: isOff ? ('cancelled' as const) : ('planned' as const), plannedAt },
      ...{ organiserId: aPerson(1000 + at).id, byHand: true, sequence: 0 },
      met: said.map((one, who) => ({ personId: aPerson((who === 0 ? 1000 : 5000) + at).id, said: one })),
    })),
  );

/** What the product tells of these answers at the close. */
export function releaseOf(answers: Readonly<Record<string, readonly number[]>>): Release {
  const figures = Object.entries(answers).map(([id, given]) =>
    given.length < 5
      ? ({ state: 'withheld', itemId: id, reason: 'too-few' } as const)
      : figureOf(
          id,
          [1, 2, 3, 4, 5].map((point) => given.filter((one) => one === point).length),
        ),
  );
  const responses = headcountOf(Math.max(0, ...Object.values(answers).map(({ length }) => length)));
  return { number: 1, at: 1, isFinal: true, someLeftOut: false, responses, figures };
}
