/** What may be told about an audience: how many it reaches, who is left out and why, and how it is made up beside the organisation. */
import type { Headcount } from '../../release/model.ts';
import { bandOf, headcountOf } from '../../release/rules.ts';
import { tenureOn } from '../../people/everybody/rules.ts';
import type { Colleague } from '../../people/everybody/usecases.ts';
import type { Audience, Facts, Hindrance } from '../../surveys/audience/model.ts';
import { fitsRule, isPersonal, rulesOf } from '../../surveys/audience/rules.ts';
import {
  facets,
  straightened,
  type Composition,
  type Facet,
  type KeptAudience,
  type LeftOutWhy,
  type Reach,
} from './model.ts';

/** The same people, however the lists of an audience are ordered. */
export function nameOfSame(kept: KeptAudience): string {
  return ordered(straightened(kept));
}

function ordered(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(ordered).toSorted().join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}:${ordered(one)}`);
  return `{${fields.toSorted().join()}}`;
}

export interface Asked {
  /** By this programme already. */
  readonly invited: ReadonlySet<string>;
  /** How often in the last twelve months, by all programmes. */
  readonly times: ReadonlyMap<string, number>;
  readonly limit: number;
}

export interface Split {
  readonly reached: readonly Colleague[];
  readonly invitedBefore: number;
  readonly askedEnough: number;
}

/** Everybody who can be asked, apart by whether this call asks them; the reason that comes first counts. */
export function splitAsked(people: readonly Colleague[], { invited, times, limit }: Asked): Split {
  const fresh = people.filter(({ id }) => !invited.has(id));
  const reached = fresh.filter(({ id }) => (times.get(id) ?? 0) < limit);
  return { reached, invitedBefore: people.length - fresh.length, askedEnough: fresh.length - reached.length };
}

/** From how many people on something is told that goes by a group. */
const personalFloor = 10;

/**
 * Who is in a group, or in a programme, is not everybody's business. Where a rule goes by that and fits fewer than ten people, no number is
 * told: with one more condition it would say whether somebody is in it. `all` are those who can be asked.
 */
export function isHidden(all: readonly Colleague[], audience: Audience, facts: Facts): boolean {
  const { any, except } = rulesOf(audience);
  return [...any, ...except].filter(isPersonal).some((rule) => {
    const fits = fitsRule(rule, facts);
    let count = 0;
    for (const one of all) if (fits(one) && (count += 1) >= personalFloor) return false;
    return true;
  });
}

export const goesByGroups = (audience: Audience): boolean => {
  const { any, except } = rulesOf(audience);
  return [...any, ...except].some(isPersonal);
};

/** Exact from ten on, where everybody could count them in the directory; a band where a group is in it. */
export function countTold(people: number, isByGroups: boolean): Headcount {
  return isByGroups ? bandOf(people) : headcountOf(people);
}

export function reachedTold(people: number, isByGroups: boolean): Reach['reached'] {
  return people === 0 && !isByGroups ? { kind: 'nobody' } : countTold(people, isByGroups);
}

export function leftOutTold(
  { invitedBefore, askedEnough }: Split,
  hindered: ReadonlyMap<Hindrance, number>,
  isByGroups: boolean,
): Reach['leftOut'] {
  const counts: [LeftOutWhy, number][] = [
    ['invited-before', invitedBefore],
    ['asked-enough', askedEnough],
    ...hindered,
  ];
  // That there is one at all would say who is in a group.
  const least = isByGroups ? smallest : 1;
  return counts
    .filter(([, people]) => people >= least)
    .map(([why, people]) => ({ why, people: countTold(people, isByGroups) }));
}

/** Fewer are told with others only. */
const smallest = 5;
/** Fewer have no make-up: each of them would be a large part. */
const leastWhole = 20;
const mostParts = 12;

/** Shares in steps of 10 per cent below 40 people and of 5 below 200, as figures of results are. */
function shareOf(people: number, all: number): number {
  const step = all < 40 ? 10 : all < 200 ? 5 : 1;
  return all === 0 ? 0 : Math.round((100 * people) / all / step) * step;
}

/** How many people have each value, by facet. */
export interface Counted {
  readonly people: number;
  readonly by: ReadonlyMap<Facet, ReadonlyMap<string, number>>;
}

export function countedOn(today: string, people: readonly Colleague[]): Counted {
  const valueOf = valuesOn(today);
  return { people: people.length, by: new Map(facets.map((by) => [by, countsOf(people, valueOf[by])])) };
}

const none: ReadonlyMap<string, number> = new Map();

/** Of each facet the parts that can be told, largest in the organisation first; the rest together. */
export function compositionOf(reached: Counted, everybody: Counted): Composition {
  if (reached.people < leastWhole) return [];
  return facets.flatMap((by) => {
    const [here, all] = [reached.by.get(by) ?? none, everybody.by.get(by) ?? none];
    const told = toldParts(here, all, reached.people);
    if (told.length < 2) return [];
    const parts = told.map((name) => partOf(here.get(name) ?? 0, all.get(name) ?? 0, name));
    const rest = (counts: ReadonlyMap<string, number>, size: number): number =>
      size - told.reduce((sum, name) => sum + (counts.get(name) ?? 0), 0);
    const others = partOf(rest(here, reached.people), rest(all, everybody.people));
    const hasOthers = rest(all, everybody.people) > 0;
    return [{ by, parts: hasOthers ? [...parts, others] : parts }];
  });

  function partOf(one: number, other: number, name?: string): Composition[number]['parts'][number] {
    const shares = { audience: shareOf(one, reached.people), organisation: shareOf(other, everybody.people) };
    return { ...(name === undefined ? {} : { name }), ...shares };
  }
}

/** Nobody, or at least five, so that no part and no rest has one to four people in it. */
function toldParts(here: ReadonlyMap<string, number>, all: ReadonlyMap<string, number>, size: number): string[] {
  const names = [...all].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([name]) => name);
  const isTellable = (people: number): boolean => people === 0 || people >= smallest;
  const told = names.filter((name) => isTellable(here.get(name) ?? 0)).slice(0, mostParts);
  const restOf = (): number => size - told.reduce((sum, name) => sum + (here.get(name) ?? 0), 0);
  while (told.length > 0 && !isTellable(restOf())) {
    // The smallest that has somebody goes with the rest.
    const last = told.findLastIndex((name) => (here.get(name) ?? 0) > 0);
    if (last < 0) break;
    told.splice(last, 1);
  }
  return told;
}

type ValueOf = (one: Colleague) => string | undefined;

function valuesOn(today: string): Readonly<Record<Facet, ValueOf>> {
  const tenure = tenureOn(today);
  return {
    department: (one) => one.department,
    site: (one) => one.site,
    country: (one) => one.country,
    language: (one) => one.language,
    level: (one) => (one.level === undefined ? undefined : String(one.level)),
    tenure: (one) => tenure(one.hiredOn),
  };
}

function countsOf(people: readonly Colleague[], valueOf: ValueOf): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of people) {
    const value = valueOf(one);
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
