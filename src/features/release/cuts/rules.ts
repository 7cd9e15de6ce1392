/**
 * What may be told of parts of the organisation: the figures of everybody first, then by one attribute, then by two, each only if
 * what was told before and this one together tell of no small group what it said, and leave every answer open (trust.md 1). It is
 * done once, when the survey has closed: the same for everybody who looks, and nothing moves afterwards.
 */
import type { Response } from '../answers/model.ts';
import { newLedger, type AtomSet, type Target } from '../ledger/rules.ts';
import { floors } from '../model.ts';
import { bandOf } from '../rules.ts';
import { areAlike, meanTold, nearLow, type Scale, type View } from '../worlds/model.ts';
import { newWorlds } from '../worlds/rules.ts';
import type { Answered, Attribute, Cut, CutFigure, Part } from './model.ts';

export interface CutRequest {
  readonly attributes: readonly Attribute[];
  /** Further attributes by which nothing is told, and small groups are described all the same. */
  readonly marks?: readonly string[];
  /** One item's answers. */
  readonly answers: readonly Answered[];
  readonly scale: Scale;
  /** From how many answers on ratings and sensitive cuts are told: frozen when the survey opened. */
  readonly floor?: number;
  readonly sensitiveFloor?: number;
}

/** What somebody is told, and the people behind it as places in the list of answers. */
export interface ToldCut extends Cut {
  readonly members: readonly number[];
}

export interface Candidate {
  readonly parts: readonly Part[];
  readonly members: readonly number[];
  readonly isSensitive: boolean;
}

/** Every cut that there is, in the order in which they are decided. */
export function releaseCuts(request: CutRequest): ToldCut[] {
  const judge = newJudge(request);
  return candidatesOf(request).map((one) => {
    const figure = judge.decide(one);
    return { parts: [...one.parts], people: bandOf(one.members.length), figure, members: one.members };
  });
}

/** An answer with the number of the release that took it in first; none did when it is left out. */
export interface TakenIn {
  readonly response: Response;
  readonly since: number | undefined;
}

/** What was answered to an item whose figure stands since that release: who is not in it is in no part of it either. */
export function answersTo(itemId: string, told: readonly TakenIn[], stands: number = 0): Answered[] {
  return told.flatMap(({ response, since }): Answered[] => {
    const value = response.ratings[itemId];
    if (value === undefined || since === undefined || since > stands) return [];
    return [{ of: response.of ?? {}, value, since }];
  });
}

export interface Judge {
  decide(candidate: Candidate): CutFigure;
  /** Takes in something else that is to be told of these answers; false when it must not be. */
  admit(view: View): boolean;
}

/** Decides one cut after the other; each decision counts with all that it allowed before. */
export function newJudge(request: CutRequest): Judge {
  const { answers, scale, floor = floors.rating, sensitiveFloor = floors.text } = request;
  const { atomOf, atoms } = atomsOf(request);
  const groups = smallGroups(request, floor);
  const targets = groups.map((group) => atomsIn(group, atomOf));
  const ledger = newLedger(atoms);
  const values = answers.map(({ value }) => value);
  const worlds = newWorlds(values, scale, [...new Set(groups.flat())]);

  function countsOf(members: readonly number[]): number[] {
    const counts = Array.from({ length: scale.high - scale.low + 1 }, () => 0);
    for (const one of members) counts[(values[one] ?? scale.low) - scale.low]! += 1;
    return counts;
  }

  function admit(view: View): boolean {
    const set: AtomSet = new Uint8Array(atoms);
    for (const one of view.members) set[atomOf[one] ?? 0] = 1;
    return ledger.admit(set, targets, () => worlds.admit(view));
  }

  for (const members of earlierWholes(answers))
    admit({ members, telling: areAlike(countsOf(members)) ? 'counts' : 'shares' });
  return {
    admit,
    decide: ({ parts, members, isSensitive }) => {
      if (members.length < (isSensitive ? sensitiveFloor : floor)) return { state: 'withheld', reason: 'too-few' };
      const counts = countsOf(members);
      const alike = areAlike(counts);
      if (alike && isSensitive) return { state: 'withheld', reason: 'would-point' };
      const telling = parts.length === 0 && !alike ? 'shares' : 'mean';
      if (!admit({ members, telling })) return { state: 'withheld', reason: 'would-point' };
      return cutFigureOf(
        members.map((one) => values[one] ?? 0),
        scale,
      );
    },
  };
}

/** What is told of a part whose people said this. */
export function cutFigureOf(said: readonly number[], scale: Scale): CutFigure {
  const sum = said.reduce((all, one) => all + one, 0);
  const told = meanTold(sum, said.length, scale);
  if (told < 0) return { state: 'nearly-all', side: told === nearLow ? 'low' : 'high' };
  return { state: 'mean', mean: told / scale.steps };
}

/** Figures of the whole that were told while the survey ran: each stood on the answers up to then. */
function earlierWholes(answers: readonly Answered[]): number[][] {
  const numbers = [...new Set(answers.map(({ since }) => since))].filter((one) => one > 0).toSorted((a, b) => a - b);
  return numbers.map((number) => answers.flatMap(({ since }, place) => (since > 0 && since <= number ? [place] : [])));
}

/** Everybody, then each value of each attribute, then each pair of values of two attributes. */
export function candidatesOf({ attributes, answers }: CutRequest): Candidate[] {
  const everybody: Candidate = { parts: [], members: answers.map((_, place) => place), isSensitive: false };
  const singles = attributes.map((one) => candidatesBy([one], answers));
  const pairs = attributes.flatMap((one, place) =>
    attributes
      .slice(place + 1)
      .filter((other) => !(one.isSensitive && other.isSensitive))
      .map((other) => candidatesBy([one, other], answers)),
  );
  return [everybody, ...singles.flat(), ...pairs.flat()];
}

function candidatesBy(attributes: readonly Attribute[], answers: readonly Answered[]): Candidate[] {
  const isSensitive = attributes.some((one) => one.isSensitive === true);
  return [
    ...groupBy(
      answers,
      attributes.map(({ id }) => id),
    ),
  ]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, members]) => {
      const of = answers[members[0] ?? 0]?.of ?? {};
      return { parts: attributes.map(({ id }) => ({ attribute: id, value: of[id] ?? '' })), members, isSensitive };
    });
}

/** Places of the answers with the same values; those of whom one is not known are in none. */
function groupBy(answers: readonly Answered[], ids: readonly string[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [place, { of }] of answers.entries()) {
    if (ids.some((id) => of[id] === undefined)) continue;
    const key = ids.map((id) => of[id]).join('\u0000');
    const group = groups.get(key);
    if (group) group.push(place);
    else groups.set(key, [place]);
  }
  return groups;
}

/** The batch in which an answer was first told counts as an attribute: the last few who came are a group too. */
const batch = 'since-batch';

/** Those of whom an attribute is not kept are told by no part, and are a group all the same: whoever has the directory knows who they are. */
const unknown = '\u0001';

function withBatch({ attributes, marks = [], answers }: CutRequest): { ids: string[]; all: Answered[] } {
  const described = [...attributes.map(({ id }) => id), ...marks];
  const all = answers.map((one) => {
    const of = Object.fromEntries(described.map((id) => [id, one.of[id] ?? unknown]));
    return { ...one, of: { ...of, [batch]: String(one.since) } };
  });
  return { ids: [...described, batch], all };
}

function atomsOf(request: CutRequest): { atomOf: Int32Array; atoms: number } {
  const { ids, all } = withBatch(request);
  const numbers = new Map<string, number>();
  const atomOf = Int32Array.from(all, ({ of }) => {
    const key = ids.map((id) => of[id]).join('\u0000');
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
  return { atomOf, atoms: numbers.size };
}

function atomsIn(group: readonly number[], atomOf: Int32Array): Target {
  return [...new Set(group.map((one) => atomOf[one] ?? 0))].toSorted((a, b) => a - b);
}

/** Groups under the floor: described by up to three attributes, and what is left of a group when one such is taken away. */
export function smallGroups(request: CutRequest, floor: number): number[][] {
  const { ids, all } = withBatch(request);
  const found = new Map<string, number[]>();
  const keep = (group: number[]): void => {
    if (group.length > 0 && group.length < floor) found.set(group.join(), group);
  };
  const everybody = all.map((_, place) => place);
  for (const [place, one] of ids.entries()) {
    const byOne = groupBy(all, [one]);
    for (const group of byOne.values()) {
      keep(group);
      keep(without(everybody, group, floor));
    }
    for (const [next, other] of ids.entries()) {
      if (next <= place) continue;
      const byTwo = groupBy(all, [one, other]);
      for (const group of byTwo.values()) {
        keep(group);
        const of: Answered['of'] = all[group[0] ?? 0]?.of ?? {};
        keep(without(byOne.get(of[one] ?? '') ?? [], group, floor));
        keep(without(groupOf(all, other, of[other] ?? ''), group, floor));
      }
      for (const third of ids.slice(next + 1))
        for (const group of groupBy(all, [one, other, third]).values()) keep(group);
    }
  }
  return [...found.values()];
}

function groupOf(all: readonly Answered[], id: string, value: string): number[] {
  return all.flatMap(({ of }, place) => (of[id] === value ? [place] : []));
}

/** What is left; nothing when it is not under the floor. */
function without(group: readonly number[], part: readonly number[], floor: number): number[] {
  const left = group.length - part.length;
  if (left <= 0 || left >= floor) return [];
  const taken = new Set(part);
  return group.filter((one) => !taken.has(one));
}
