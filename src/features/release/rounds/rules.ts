/**
 * What may be told of those who answered two rounds. They are a new set beside both rounds and all their parts: it is told only
 * where neither they nor those who answered one round alone are a few, and where everything that was told of either round, together
 * with this, still leaves every answer open (trust.md 1). Each round is audited by itself, what people said in the other one being
 * given: a way in which one round may have been answered otherwise is one for both.
 */
import type { Answered, Attribute, Cut, Part } from '../cuts/model.ts';
import { candidatesOf, cutFigureOf, newJudge, type Candidate, type CutRequest, type Judge } from '../cuts/rules.ts';
import { floors, scalePoints, type Figure } from '../model.ts';
import { bandOf, figureOf } from '../rules.ts';
import { areAlike, meanRounded, ratingScale, sharesTold, stepFor, type View } from '../worlds/model.ts';
import { moves, type Distribution, type LinkedFigure } from './model.ts';

/** One item in one round: all answers that its figures stand on, and what was told of them. */
export interface Side {
  readonly answers: readonly Answered[];
  readonly whole: Figure;
  readonly cuts: readonly Cut[];
  /** What comparisons with other rounds told of these answers. */
  readonly compared: readonly Compared[];
}

/** The same people's answers in another round. */
export interface Compared {
  readonly pairs: readonly (readonly [place: number, other: number])[];
  /** This round is the earlier of the two. */
  readonly isEarlier: boolean;
  /** It is rounded as for so few. */
  readonly as: number;
}

export interface LinkRequest {
  readonly itemId: string;
  readonly attributes: readonly Attribute[];
  readonly floor: number;
  readonly before: Side;
  readonly after: Side;
  /** Who answered both, in an order that says nothing: the place in the one and in the other. */
  readonly linked: readonly (readonly [before: number, after: number])[];
}

/** What is told, and when it is: how many at the head of the list were left out, and for how few it is rounded. */
export interface Linked {
  readonly figure: LinkedFigure;
  readonly behind?: { readonly leftOut: number; readonly as: number };
}

/**
 * Where one round alone would leave a few, some who answered both are left out, so that more stand beside those who are told of. Where it
 * is not known who answered a round, there is a request for each way: what is told must be safe in all of them.
 */
export function releaseLinked(request: LinkRequest, ...others: readonly LinkRequest[]): Linked {
  const { itemId, floor, linked } = request;
  const none = (reason: 'too-few' | 'would-point'): Linked => ({ figure: { state: 'withheld', itemId, reason } });
  if (linked.length < floor) return none('too-few');
  const ways = [request, ...others];
  const tried = new Map(ways.flatMap(attempts).map((kept) => [kept.length, kept]));
  for (const [, kept] of [...tried].toSorted(([one], [other]) => one - other)) {
    const all = ways.map((one) => ({ ...one, linked: kept }));
    const sizes = all.flatMap((one) => roundedAs(one) ?? []);
    const as = Math.min(...sizes);
    const figure = sizes.length === all.length ? releaseOf(all, as) : undefined;
    if (figure) return { figure, behind: { leftOut: linked.length - kept.length, as } };
  }
  return none('would-point');
}

/** The more people stand beside, the finer it may be told: first so many that means are told in tenths, then fifths, then halves. */
const wishedBeside = [20, 10, 5] as const;
/** So many of a hundred who answered both must be in it: fewer would no longer stand for them. */
const leastKept = 75;

/** Who is told of, as they are tried one after the other; those left out come first in the list, which is in no order. */
export function attempts({ floor, before, after, linked }: LinkRequest): LinkRequest['linked'][] {
  const rests = [before, after].map(({ answers }) => answers.length - linked.length);
  const drops = wishedBeside.map((wished) => {
    const least = Math.max(floor, wished);
    return rests.every((rest) => rest === 0 || rest >= least) ? 0 : least - Math.min(...rests, least);
  });
  return [...new Set(drops)]
    .map((drop) => linked.slice(drop))
    .filter((kept) => kept.length >= floor && kept.length * 100 >= leastKept * linked.length);
}

function releaseOf(ways: readonly LinkRequest[], as: number): LinkedFigure | undefined {
  const [first] = ways;
  const told = first && tell(first, as);
  return told && ways.every((one) => mayBeTold(one, as)) ? told : undefined;
}

function mayBeTold(request: LinkRequest, as: number): boolean {
  const { before, after, linked } = request;
  const pairs = { before: [...linked], after: linked.map(([one, other]) => [other, one] as const) };
  return (['before', 'after'] as const).every((when) => {
    const other = (when === 'before' ? after : before).answers;
    const compared: Compared = {
      pairs: pairs[when].map(([here, there]) => [here, valueAt(other, there)] as const),
      ...{ isEarlier: when === 'before', as },
    };
    return mayCompare(request, request[when], compared);
  });
}

const valueAt = (answers: readonly Answered[], place: number): number => answers[place]?.value ?? ratingScale.low;

/** The smallest of the groups that the three sets leave; nothing when one of them is under the floor. */
export function roundedAs({ floor, before, after, linked }: LinkRequest): number | undefined {
  const rests = [before, after].map(({ answers }) => answers.length - linked.length).filter((one) => one > 0);
  return rests.every((one) => one >= floor) ? Math.min(linked.length, ...rests) : undefined;
}

/** Nothing where nearly all said, or did, the same. */
function tell({ itemId, before, after, linked }: LinkRequest, as: number): LinkedFigure | undefined {
  const pairs = linked.map(([one, other]) => [valueAt(before.answers, one), valueAt(after.answers, other)] as const);
  const counts = [countsOf(pairs.map(([one]) => one)), countsOf(pairs.map(([, other]) => other))] as const;
  const moved = countsOf(pairs.map(([one, other]) => 1 + moveOf(one, other)));
  if ([...counts, moved].some((one) => areAlike(one))) return undefined;
  const [first, last] = counts.map((one) => distributionOf(one, as));
  if (!first || !last) return undefined;
  return {
    ...{ state: 'told', itemId, people: bandOf(linked.length), step: stepFor(as, ratingScale) / ratingScale.steps },
    ...{ before: first, after: last, moved: sharesTold(moved, as) },
  };
}

function countsOf(values: readonly number[]): number[] {
  const counts = Array.from({ length: scalePoints }, () => 0);
  for (const one of values) counts[one - 1] = (counts[one - 1] ?? 0) + 1;
  return counts;
}

function distributionOf(counts: readonly number[], as: number): Distribution {
  const people = counts.reduce((sum, one) => sum + one, 0);
  const sum = counts.reduce((all, one, place) => all + one * (place + 1), 0);
  return { shares: sharesTold(counts, as), mean: meanRounded(sum, people, ratingScale, as) / ratingScale.steps };
}

/** The place among `moves` of somebody who said the one before and the other after. */
function moveOf(before: number, after: number): number {
  const by = Math.max(moves[0], Math.min(moves[moves.length - 1] ?? 0, after - before));
  return moves.indexOf(by as (typeof moves)[number]);
}

/** Goes through all that was told of this round, and whether this can be told besides; false as well where anything cannot be proved. */
function mayCompare({ attributes, floor }: LinkRequest, side: Side, added: Compared): boolean {
  const all = [...side.compared, added];
  const marks = all.map((_, at) => `linked-${at}`);
  const inside = all.map(({ pairs }) => new Set(pairs.map(([place]) => place)));
  const answers = side.answers.map((one, place) => ({
    ...one,
    of: { ...one.of, ...Object.fromEntries(marks.map((mark, at) => [mark, String(inside[at]?.has(place))])) },
  }));
  const request: CutRequest = { attributes, marks, answers, scale: ratingScale, floor };
  const judge = newJudge(request);
  return (
    isOpenInside(request, marks) &&
    candidatesOf(request).every((one) => standsAs(judge, one, side.cuts)) &&
    all.every((compared) => viewsOf(compared).every((view) => judge.admit(view)))
  );
}

/**
 * Those who are in the same sets (both rounds, or this one alone) are a figure that nobody tells and that follows from those that are
 * told: where nearly all of them said the same it would be their answer. Groups under the floor are the judge's.
 */
function isOpenInside({ answers, floor = floors.rating }: CutRequest, marks: readonly string[]): boolean {
  const inside = new Map<string, number[]>();
  for (const { of, value } of answers) {
    const key = marks.map((mark) => of[mark]).join();
    inside.set(key, [...(inside.get(key) ?? []), value]);
  }
  return [...inside.values()].every((values) => values.length < floor || !areAlike(countsOf(values)));
}

/** Every figure that was told of this round follows from these answers. */
export function isAsTold({ answers, whole, cuts }: Side): boolean {
  const valuesOf = ({ members }: Candidate): number[] => members.map((one) => valueAt(answers, one));
  const all = figureOf(whole.itemId, countsOf(answers.map(({ value }) => value)));
  if (JSON.stringify(all) !== JSON.stringify(whole)) return false;
  const attributes = [...new Set(cuts.flatMap(({ parts }) => parts.map(({ attribute }) => attribute)))];
  const candidates = candidatesOf({ attributes: attributes.map((id) => ({ id })), answers, scale: ratingScale });
  return cuts
    .filter(({ figure }) => figure.state !== 'withheld')
    .every((cut) => {
      const same = candidates.find(({ parts }) => isSame(parts, cut.parts));
      return (
        same !== undefined && JSON.stringify(cutFigureOf(valuesOf(same), ratingScale)) === JSON.stringify(cut.figure)
      );
    });
}

/** A part that was told is told again with the same figure; of one that was not nobody knows anything. */
function standsAs(judge: Judge, candidate: Candidate, cuts: readonly Cut[]): boolean {
  const told = candidate.parts.length === 0 ? undefined : cuts.find((one) => isSame(one.parts, candidate.parts));
  if (candidate.parts.length > 0 && (!told || told.figure.state === 'withheld')) return true;
  const again = judge.decide(candidate);
  return told ? JSON.stringify(again) === JSON.stringify(told.figure) : again.state !== 'withheld';
}

function isSame(one: readonly Part[], other: readonly Part[]): boolean {
  const text = (parts: readonly Part[]): string =>
    parts.map(({ attribute, value }) => `${attribute} ${value}`).join('\n');
  return text(one) === text(other);
}

/** What a comparison tells of the answers of one round. */
function viewsOf({ pairs, isEarlier, as }: Compared): View[] {
  const members = pairs.map(([place]) => place);
  const said = new Map(pairs);
  const moved = (person: number, answer: number): number => {
    const other = said.get(person) ?? answer;
    return isEarlier ? moveOf(answer, other) : moveOf(other, answer);
  };
  return [
    { members, telling: 'shares', as },
    { members, telling: 'bands', as, bandOf: moved },
  ];
}
