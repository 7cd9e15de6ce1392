/**
 * What may be told, and when: no figure stands on fewer than five people, and no figure ever changes by the answers of fewer
 * than five, nor by five who all said the same. Answers only come, they never go, so what holds from release to release holds
 * between any two of them.
 */
import type { Response } from './answers/model.ts';
import {
  floors,
  scalePoints,
  type Basis,
  type Figure,
  type Headcount,
  type Release,
  type ReleaseItem,
} from './model.ts';
import { areAlike, meanRounded, ratingScale, sharesTold } from './worlds/model.ts';

export type Published = { readonly release: Release; readonly basis: Basis };

export interface ReleaseFacts {
  readonly items: readonly ReleaseItem[];
  /** In an order that says nothing: texts are told in it. */
  readonly responses: readonly Response[];
  readonly previous: Published | undefined;
  readonly isClosing: boolean;
  readonly now: number;
}

type Counts = readonly number[];
type Told = { readonly figure: Figure; readonly isNew: boolean; readonly ratings?: Counts; readonly texts?: number };

/** Keeps a row of a release well below what a row can hold. */
const mostTexts = 300;

/** The next release, or nothing when there is none to make: too few new answers, or the last one is out. */
export function nextRelease(facts: ReleaseFacts): Published | undefined {
  const { previous, responses, isClosing } = facts;
  if (previous?.release.isFinal) return undefined;
  const added = responses.length - (previous?.basis.responses ?? 0);
  if (added >= floors.rating) return released(facts);
  return isClosing ? lastWord(facts, added) : undefined;
}

function released(facts: ReleaseFacts): Published {
  const { items, responses, previous, isClosing, now } = facts;
  const number = (previous?.release.number ?? 0) + 1;
  const told = items.map((item) => (item.kind === 'rating' ? tellRatings(item, facts) : tellTexts(item, facts)));
  const release: Release = {
    number,
    at: now,
    isFinal: isClosing,
    someLeftOut: false,
    responses: headcountOf(responses.length),
    figures: told.map((one) => one.figure),
  };
  return { release, basis: basisOf(number, responses.length, told, previous?.basis) };
}

/** Too few came since: what was told before stays as it is. */
function lastWord({ items, previous, now }: ReleaseFacts, added: number): Published {
  const number = (previous?.release.number ?? 0) + 1;
  const none = items.map((item): Figure => withheld(item, 'too-few'));
  const release: Release = {
    number,
    at: now,
    isFinal: true,
    someLeftOut: previous !== undefined && added > 0,
    responses: previous?.release.responses ?? { kind: 'under-5' },
    figures: previous?.release.figures.map(endOfWaiting) ?? none,
  };
  const basis = previous?.basis ?? { number, responses: 0, ratings: {}, texts: {}, since: {} };
  return { release, basis: { ...basis, number } };
}

/** After the close nothing comes any more; the word for it changes without telling more. */
function endOfWaiting(figure: Figure): Figure {
  return figure.state === 'withheld' ? { ...figure, reason: 'too-few' } : figure;
}

function tellRatings(item: ReleaseItem, { responses, previous, isClosing }: ReleaseFacts): Told {
  const before = toldBefore(item, previous);
  const ratings = countRatings(item.id, responses);
  const added = before?.ratings ? ratings.map((count, point) => count - (before.ratings?.[point] ?? 0)) : ratings;
  const kept = before ?? { figure: withheld(item, isClosing ? 'too-few' : 'not-yet'), isNew: false };
  if (sum(added) < floors.rating) return kept;
  if (before && areAlike(added)) return kept;
  if (!areAlike(ratings)) return { figure: shown(item, ratings), isNew: true, ratings };
  // Before the close an alike item waits: the side told now and the distribution told later would together tell the value.
  return isClosing ? { figure: nearlyAll(item, ratings), isNew: true, ratings } : kept;
}

function tellTexts(item: ReleaseItem, { responses, previous, isClosing }: ReleaseFacts): Told {
  const before = toldBefore(item, previous);
  const all = responses.flatMap((one) => one.texts[item.id] ?? []);
  if (all.length - (before?.texts ?? 0) < floors.text)
    return before ?? { figure: withheld(item, isClosing ? 'too-few' : 'not-yet'), isNew: false };
  return {
    figure: { state: 'texts', itemId: item.id, texts: all.slice(0, mostTexts) },
    isNew: true,
    texts: all.length,
  };
}

function toldBefore(item: ReleaseItem, previous: Published | undefined): Told | undefined {
  const figure = previous?.release.figures.find((one) => one.itemId === item.id);
  if (!previous || !figure || figure.state === 'withheld') return undefined;
  const [ratings, texts] = [previous.basis.ratings[item.id], previous.basis.texts[item.id]];
  return { figure, isNew: false, ...(ratings ? { ratings } : {}), ...(texts === undefined ? {} : { texts }) };
}

function basisOf(number: number, responses: number, told: readonly Told[], before: Basis | undefined): Basis {
  const basis: Basis = { number, responses, ratings: {}, texts: {}, since: {} };
  for (const { figure, isNew, ratings, texts } of told) {
    if (ratings) basis.ratings[figure.itemId] = [...ratings];
    if (texts !== undefined) basis.texts[figure.itemId] = texts;
    if (figure.state !== 'withheld')
      basis.since[figure.itemId] = isNew ? number : (before?.since[figure.itemId] ?? number);
  }
  return basis;
}

function withheld(item: ReleaseItem, reason: 'too-few' | 'not-yet'): Figure {
  return { state: 'withheld', itemId: item.id, reason };
}

/** What is told of everybody at the close, from these counts. */
export function figureOf(id: string, ratings: Counts): Figure {
  const item: ReleaseItem = { id, kind: 'rating' };
  return areAlike(ratings) ? nearlyAll(item, ratings) : shown(item, ratings);
}

function shown(item: ReleaseItem, ratings: Counts): Figure {
  return { state: 'shown', itemId: item.id, shares: sharesTold(ratings), mean: meanOf(ratings) };
}

/**
 * Each side has at least two values in it, so that whoever is the one exception still does not know the others' answer. So the middle is
 * no side of its own: where nearly all are in between, nearly nobody agrees.
 */
function nearlyAll(item: ReleaseItem, ratings: Counts): Figure {
  const most = ratings.indexOf(Math.max(...ratings)) + 1;
  return { state: 'nearly-all', itemId: item.id, side: most > 3 ? 'high' : 'low' };
}

export function headcountOf(people: number): Headcount {
  if (people < 5) return { kind: 'under-5' };
  return people < 10 ? { kind: '5-to-9' } : { kind: 'exact', people };
}

/** Of a part of those who answered: exact counts of parts would tell who did not answer, one part taken from another. */
export function bandOf(people: number): Headcount {
  if (people < 10) return headcountOf(people);
  const [, width] = bandWidths.findLast(([least]) => people >= least) ?? [10, 5];
  const from = people - (people % width);
  return { kind: 'band', from, to: from + width - 1 };
}

/** From how many people on a band is how wide. */
const bandWidths: readonly (readonly [number, number])[] = [
  ...([
    [10, 5],
    [20, 10],
    [40, 20],
    [100, 50],
    [200, 100],
    [1000, 500],
    [5000, 1000],
  ] as const),
];

export function countRatings(id: string, responses: readonly Response[]): number[] {
  const counts = Array.from({ length: scalePoints }, () => 0);
  for (const { ratings } of responses) {
    const rating = ratings[id];
    if (rating !== undefined) counts[rating - 1] = (counts[rating - 1] ?? 0) + 1;
  }
  return counts;
}

function meanOf(counts: Counts): number {
  const points = sum(counts.map((count, point) => count * (point + 1)));
  return meanRounded(points, sum(counts), ratingScale) / ratingScale.steps;
}

function sum(numbers: Counts): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** As few as there may be: what is said of a figure is then never surer than it should be. */
export function leastOf(people: Headcount): number {
  switch (people.kind) {
    case 'under-5':
      return 1;
    case '5-to-9':
      return 5;
    case 'band':
      return people.from;
    case 'exact':
      return people.people;
    default:
      return people satisfies never;
  }
}
