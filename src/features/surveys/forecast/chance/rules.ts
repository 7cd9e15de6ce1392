/**
 * People with opinions, drawn from a number: the same number draws the same. How people answer is not known beforehand, so opinions
 * differ widely from draw to draw: what is told in nearly all draws does not depend on them. The figures here are our own assumptions.
 */
import type { Answers, Question, Said } from '../../questions/model.ts';
import { isText } from '../../questions/rules.ts';
import type { Parts } from '../../rules.ts';

export interface Chance {
  /** From 0 up to, not including, 1. */
  next(): number;
  below(limit: number): number;
  /** Normal, around 0 with a standard deviation of 1 (Box & Muller 1958). */
  normal(): number;
}

/** mulberry32 (Tommy Ettinger, public domain): quick and well spread, not for secrets. */
export function chanceFrom(seed: number): Chance {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    below: (limit) => Math.floor(next() * limit),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

/** Around the rate that is expected, since nobody knows it better: for all, and for each department. */
const rateSpread = { all: 0.07, part: 0.05 } as const;
const prefersNotToSay = 0.03;
/** Of those who answer, who write something: a survey's own share lies between these. */
const writers = { least: 0.15, most: 0.5 } as const;

/** Normal quantiles of 5, 15, ... 95 %: ten trials with these see the whole range of rates, where luck would miss some. */
const strata = [-0.13, 0.67, -1.64, 0.39, -0.67, 1.04, 0.13, -1.04, 1.64, -0.39] as const;

/** The per cent that answer in one of several trials, around what is expected. */
export function rateIn(trial: number, response: number): number {
  return response + 100 * rateSpread.all * (strata[trial % strata.length] ?? 0);
}

/** Who answers, as places in the list, in the order in which they do. */
export function whoAnswers(people: readonly Parts[], percent: number, chance: Chance): number[] {
  const rate = percent / 100;
  const rates = new Map<string, number>();
  const rateOf = ({ department = '' }: Parts): number => {
    const found = rates.get(department) ?? rate + rateSpread.part * chance.normal();
    rates.set(department, found);
    return found;
  };
  const places = people.flatMap((one, place) => (chance.next() < rateOf(one) ? [place] : []));
  for (let last = places.length - 1; last > 0; last -= 1) {
    const other = chance.below(last + 1);
    [places[last], places[other]] = [places[other] ?? 0, places[last] ?? 0];
  }
  return places;
}

/** What one person says to one question; undefined is an empty text. */
type Voice = (parts: Parts) => Said | undefined;

/** How this organisation answers: gives, for somebody of some part, answers to all questions. */
export function opinionsOn(items: readonly Question[], chance: Chance): (parts: Parts) => Answers {
  const voices = items.map((one) => [one, voiceOf(one, chance)] as const);
  return (parts) => {
    const said = voices.flatMap(([one, voice]): [string, Said][] => {
      if (!isText(one) && chance.next() < prefersNotToSay) return [[one.id, null]];
      const answer = voice(parts);
      return answer === undefined ? [] : [[one.id, answer]];
    });
    return Object.fromEntries(said);
  };
}

function voiceOf(one: Question, chance: Chance): Voice {
  const { kind, options = [], most = options.length } = one;
  switch (kind) {
    case 'agree':
      return onScale({ least: 1, most: 5, middle: 3.5, apart: 0.6, spread: 0.7 + 0.5 * chance.next() }, chance);
    case 'zero-ten':
      return onScale({ least: 0, most: 10, middle: 6.5, apart: 1.2, spread: 1.5 + chance.next() }, chance);
    case 'number':
      return inRange(one.range ?? { least: 0, most: 1 }, chance);
    case 'one':
      return oneOf(options, chance);
    case 'several':
      return someOf(options, most, chance);
    case 'rank':
      return inOrder(options, chance);
    case 'short':
    case 'long': {
      const share = writers.least + (writers.most - writers.least) * chance.next();
      return () => (chance.next() < share ? '-' : undefined);
    }
    default:
      return kind satisfies never;
  }
}

interface ScaleOf {
  readonly least: number;
  readonly most: number;
  readonly middle: number;
  /** Standard deviation of the mean from question to question, and within one. */
  readonly apart: number;
  readonly spread: number;
}

function onScale({ least, most, middle, apart, spread }: ScaleOf, chance: Chance): Voice {
  const mean = middle + apart * chance.normal();
  const leanings = new Map<string, number>();
  return ({ department = '' }) => {
    const leaning = leanings.get(department) ?? (apart / 2) * chance.normal();
    leanings.set(department, leaning);
    return Math.max(least, Math.min(most, Math.round(mean + leaning + spread * chance.normal())));
  };
}

/** More people in the lower half, as with hours and years. */
function inRange({ least, most }: { readonly least: number; readonly most: number }, chance: Chance): Voice {
  return () => least + Math.round((most - least) * chance.next() ** 1.5);
}

type Options = readonly { readonly id: string }[];

function weighed(options: Options, chance: Chance): { id: string; weight: number }[] {
  return options.map(({ id }) => ({ id, weight: Math.exp(0.8 * chance.normal()) }));
}

function oneOf(options: Options, chance: Chance): Voice {
  const all = weighed(options, chance);
  const whole = all.reduce((sum, { weight }) => sum + weight, 0);
  return () => {
    let rest = chance.next() * whole;
    return (all.find(({ weight }) => (rest -= weight) < 0) ?? all.at(-1))?.id;
  };
}

function someOf(options: Options, most: number, chance: Chance): Voice {
  const all = options.map(({ id }) => ({ id, share: 1 / (1 + Math.exp(0.8 + chance.normal())) }));
  const one = oneOf(options, chance);
  return (parts) => {
    const chosen = all.filter(({ share }) => chance.next() < share).map(({ id }) => id);
    if (chosen.length > 0) return chosen.slice(0, most);
    const only = one(parts);
    return typeof only === 'string' ? [only] : undefined;
  };
}

/** By weight with luck in it (Plackett-Luce by Gumbel noise). */
function inOrder(options: Options, chance: Chance): Voice {
  const all = weighed(options, chance);
  return () =>
    all
      .map(({ id, weight }) => ({ id, place: Math.log(weight) - Math.log(-Math.log(1 - chance.next() * 0.999_999)) }))
      .toSorted((a, b) => b.place - a.place)
      .map(({ id }) => id);
}
