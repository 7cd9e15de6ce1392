/** When a request or a note is late and when it goes, whom it reaches, what may be told, and how few are not counted. Pure. */
import { DateTime } from 'luxon';
import { day } from '../../platform/clock.ts';
import { organisationZone } from '../../platform/zone.ts';
import { workingDaysAfter } from '../pairs/rules.ts';
import { answerDays, keptDaysAfterDone } from './model.ts';
import type { Adviser, AdviserCard, Nearness, State, Wish, YearCount } from './model.ts';

/** Whatever became of it. */
export const keptDays = 60;
/** Fewer in a year are not told. */
const fewest = 10;
/** So many years that are over are told. */
const yearsTold = 2;

/** The facts of a request beside what is sealed. */
export interface Kept {
  readonly state: State;
  readonly at: number;
  readonly doneAt?: number | undefined;
  readonly advisers: readonly string[];
  readonly takenBy?: string | undefined;
}

export const lateAt = (at: number): number => workingDaysAfter(at, answerDays, organisationZone);

export function isLate({ state, at }: Pick<Kept, 'state' | 'at'>, now: number): boolean {
  return state === 'open' && now >= lateAt(at);
}

/** Domain time at which everything about it is erased. */
export function goesOn({ at, doneAt }: Pick<Kept, 'at' | 'doneAt'>): number {
  const longest = at + keptDays * day;
  return doneAt === undefined ? longest : Math.min(longest, doneAt + keptDaysAfterDone * day);
}

/**
 * Of those whom the writer of a note saw named, who takes requests still; whoever has read it, alone. Where nobody is left the advisers
 * of now come in their place.
 */
export function namedReaders(
  { advisers, readBy }: { readonly advisers: readonly string[]; readonly readBy?: string | undefined },
  taking: ReadonlySet<string>,
): readonly string[] {
  return readBy === undefined ? advisers.filter((one) => taking.has(one)) : [readBy];
}

export function isAway({ awayUntil }: Pick<Adviser, 'awayUntil'>, now: number): boolean {
  const today = DateTime.fromMillis(now, { zone: organisationZone }).toISODate() ?? '';
  return awayUntil !== undefined && today < awayUntil;
}

/** The closest of several ways in which somebody is near. */
export function nearnessOf(
  personId: string,
  near: Readonly<Record<Nearness, ReadonlySet<string>>>,
): Nearness | undefined {
  return (['manager', 'partner', 'coordinator'] as const).find((one) => near[one].has(personId));
}

/** The one who was chosen, also when they are near; else everybody who is not. Nothing where nobody is left. */
export function receiversOf({ adviser }: Pick<Wish, 'adviser'>, there: readonly AdviserCard[]): readonly string[] {
  const wanted = there.filter(({ person, near }) =>
    adviser === 'anyone' ? near === undefined : person.id === adviser,
  );
  return wanted.map(({ person }) => person.id).sort();
}

/** Whoever says that Teams is not safe is not called there, and gets no card. */
export const contradicts = ({ how, avoid }: Pick<Wish, 'how' | 'avoid'>): boolean =>
  how.way === 'teams' && avoid.includes('teams');
export const mayBeTold = ({ chatIsSafe, avoid }: Pick<Wish, 'chatIsSafe' | 'avoid'>): boolean =>
  chatIsSafe && !avoid.includes('teams');

export const monthOf = (now: number): string =>
  DateTime.fromMillis(now, { zone: organisationZone }).toFormat('yyyy-MM');

/** Years that are over, the last first: a number that still moves would tell of one. */
export function toldCounts(months: ReadonlyMap<string, number>, now: number): YearCount[] {
  const { year: current } = DateTime.fromMillis(now, { zone: organisationZone });
  return Array.from({ length: yearsTold }, (_, back) => {
    const year = current - 1 - back;
    const all = [...months].filter(([month]) => month.startsWith(`${year}-`));
    const talks = all.reduce((sum, [, count]) => sum + count, 0);
    return { year, talks: talks < fewest ? 'few' : talks };
  });
}
