/**
 * Which parts answered how often may be told. That somebody answered, or did not, is a fact about that person: a part is told only
 * where at least `floor` answered and at least as many, or none at all, did not; and where the same holds for every group that follows
 * from what is told, taken together and from one another.
 */
import type { Attribute } from '../cuts/model.ts';
import { newLedger, type AtomSet, type Target } from '../ledger/rules.ts';
import { bandOf } from '../rules.ts';
import { shareStepFor } from '../worlds/model.ts';
import type { AskedGroup, PartRate } from './model.ts';

export interface MissingRequest {
  readonly attributes: readonly Attribute[];
  /** Everybody who was asked is in one group. */
  readonly groups: readonly AskedGroup[];
  readonly floor: number;
}

/** Groups as places in the list. */
type Union = readonly number[];

/** Every part of every attribute, told or not, by name. The rate of everybody is told anyway: exactly, from ten answers on. */
export function releaseRates({ attributes, groups, floor }: MissingRequest): PartRate[] {
  const singles = attributes.flatMap(({ id }) => unionsBy([id], groups).map((union) => ({ id, union })));
  const ledger = newLedger(groups.length);
  const targets = describable(attributes, groups).filter((one) => !isSafe(one, groups, floor));
  const everybody = [...groups.keys()];
  const isAllowed =
    countOf(everybody, groups).answered >= 2 * floor && ledger.admit(setOf(everybody, groups), targets.map(atomsOf));
  const byName = singles
    .map((one) => ({ ...one, ...countOf(one.union, groups), name: groups[one.union[0] ?? 0]?.of[one.id] ?? '' }))
    // The largest first: where one must stay silent for the sake of others it is a small one.
    .toSorted((a, b) => b.people - a.people || (a.name < b.name ? -1 : 1))
    .map(({ id, name, union, people, answered }): PartRate => {
      const may = isAllowed && isSafe(union, groups, floor) && ledger.admit(setOf(union, groups), targets.map(atomsOf));
      const step = shareStepFor(people);
      const rate = Math.round((100 * answered) / people / step) * step;
      return { part: { attribute: id, value: name }, asked: bandOf(people), ...(may ? { rate } : {}) };
    });
  return byName.toSorted((a, b) => (a.part.value < b.part.value ? -1 : 1));
}

function unionsBy(ids: readonly string[], groups: readonly AskedGroup[]): Union[] {
  const found = new Map<string, number[]>();
  for (const [place, { of }] of groups.entries()) {
    if (ids.some((id) => of[id] === undefined)) continue;
    const key = ids.map((id) => of[id]).join('\u0000');
    found.set(key, [...(found.get(key) ?? []), place]);
  }
  return [...found.values()];
}

/** Every group that can be named: by one attribute, by two, those of whom it is not kept, and what is left when one is taken away. */
function describable(attributes: readonly Attribute[], groups: readonly AskedGroup[]): Union[] {
  const ids = attributes.map(({ id }) => id);
  const everybody = [...groups.keys()];
  const singles = ids.flatMap((id) => unionsBy([id], groups));
  const pairs = ids.flatMap((one, place) => ids.slice(place + 1).flatMap((other) => unionsBy([one, other], groups)));
  const unknown = ids.map((id) => everybody.filter((place) => groups[place]?.of[id] === undefined));
  const all = [...singles, ...pairs, ...unknown, ...everybody.map((place) => [place])];
  const rests = [everybody, ...singles].flatMap((whole) => all.map((one) => without(whole, one)));
  return [...all, ...rests].filter((one) => one.length > 0);
}

function without(whole: Union, part: Union): Union {
  const taken = new Set(part);
  return part.every((one) => whole.includes(one)) ? whole.filter((one) => !taken.has(one)) : [];
}

function countOf(union: Union, groups: readonly AskedGroup[]): { people: number; answered: number } {
  const inside = union.flatMap((place) => groups[place] ?? []);
  const sum = (key: 'people' | 'answered'): number => inside.reduce((all, one) => all + one[key], 0);
  return { people: sum('people'), answered: sum('answered') };
}

export function isSafe(union: Union, groups: readonly AskedGroup[], floor: number): boolean {
  const { people, answered } = countOf(union, groups);
  const missing = people - answered;
  return answered >= floor && (missing === 0 || missing >= floor);
}

function setOf(union: Union, groups: readonly AskedGroup[]): AtomSet {
  const set: AtomSet = new Uint8Array(groups.length);
  for (const place of union) set[place] = 1;
  return set;
}

const atomsOf = (union: Union): Target => union.toSorted((a, b) => a - b);

/** The part that answered least often, where it stands out: ten points or more below everybody, and below all the others. */
export function leastOften(rates: readonly PartRate[], overall: number): PartRate | undefined {
  const told = rates.filter((one) => one.rate !== undefined).toSorted((a, b) => (a.rate ?? 0) - (b.rate ?? 0));
  const [least, next] = told;
  if (!least || (least.rate ?? 0) > overall - 10) return undefined;
  const others = told.filter((one) => one.part.attribute === least.part.attribute && one !== least);
  return others.length > 0 && next?.rate !== least.rate ? least : undefined;
}
