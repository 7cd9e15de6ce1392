/** Which rows of a proposal a page shows, in an order that is the same each time; and the sheets from which it is found. */
import { holdsWords } from '../../../platform/words.ts';
import { strengths, type ProposedPair } from '../model.ts';
import type { PairEntry, PairsQuery, Sheet, Show, Sort } from './model.ts';

const entriesOnSheet = 500;

interface Rows {
  readonly pairs: readonly ProposedPair[];
  readonly left: readonly string[];
}

type PartOf = Readonly<Record<string, string>>;

export function sheetsOf({ pairs, left }: Rows, by: { readonly site: PartOf; readonly department: PartOf }): Sheet[] {
  const entries = pairs.map(({ menteeId, mentorId, strength, chosen, firstChoice }): PairEntry => {
    const [site, department] = [by.site[menteeId], by.department[menteeId]];
    return {
      ...{ menteeId, mentorId, strength, chosen, firstChoice },
      ...(site === undefined ? {} : { site }),
      ...(department === undefined ? {} : { department }),
    };
  });
  const leftInOrder = left.toSorted();
  const count = Math.ceil(Math.max(entries.length, left.length) / entriesOnSheet);
  const some = <T>(all: readonly T[], at: number): T[] => all.slice(at * entriesOnSheet, (at + 1) * entriesOnSheet);
  return Array.from({ length: count }, (_, at) => ({ pairs: some(entries, at), left: some(leftInOrder, at) }));
}

/** Of each person the name, and all the words by which the person is found, folded. */
export type Names = ReadonlyMap<string, { readonly name: string; readonly text: string }>;

/** Whether this page can be found without anybody's name. */
export function needsNames({ search = '', sort = 'proposed' }: Pick<PairsQuery, 'search' | 'sort'>): boolean {
  return search !== '' || sort === 'mentee' || sort === 'mentor';
}

/** The pairs wanted, in order. */
export function pairsWanted(
  all: readonly PairEntry[],
  { show = 'all', site = '', department = '', search = '', sort = 'proposed' }: PairsQuery,
  names: Names,
): PairEntry[] {
  const found = all.filter(
    (one) =>
      isShown(show, one) &&
      (site === '' || one.site === site) &&
      (department === '' || one.department === department) &&
      isFound([one.menteeId, one.mentorId], search, names),
  );
  return inOrder(found, sort, names);
}

/** Every word of the search is in what is known of these people together. */
export function isFound(ids: readonly string[], search: string, names: Names): boolean {
  return search === '' || holdsWords(ids.map((id) => names.get(id)?.text ?? '').join(' '), search);
}

function isShown(show: Show, one: PairEntry): boolean {
  if (show === 'all') return true;
  if (show === 'chosen') return one.chosen;
  return show === 'not-first' ? !one.firstChoice : one.strength === show;
}

const { compare: compareTexts } = new Intl.Collator();
const byId = (a: PairEntry, b: PairEntry): number => (a.menteeId < b.menteeId ? -1 : Number(a.menteeId > b.menteeId));

function inOrder(found: readonly PairEntry[], sort: Sort, names: Names): PairEntry[] {
  const rank = ({ strength }: PairEntry): number => strengths.indexOf(strength);
  const name = (id: string): string => names.get(id)?.name ?? '';
  const orders: Readonly<Record<Sort, (a: PairEntry, b: PairEntry) => number>> = {
    proposed: () => 0,
    mentee: (a, b) => compareTexts(name(a.menteeId), name(b.menteeId)),
    mentor: (a, b) => compareTexts(name(a.mentorId), name(b.mentorId)),
    strongest: (a, b) => rank(a) - rank(b),
    weakest: (a, b) => rank(b) - rank(a),
  };
  return found.toSorted((a, b) => orders[sort](a, b) || byId(a, b));
}

export interface Part<T> {
  readonly from: number;
  readonly total: number;
  readonly some: readonly T[];
}

/** One page; the last one where there are fewer rows than were asked to be passed over. */
export function pageAt<T>(all: readonly T[], size: number, wanted = 0): Part<T> {
  const last = Math.max(0, Math.ceil(all.length / size) - 1) * size;
  const from = Math.min(wanted, last);
  return { from, total: all.length, some: all.slice(from, from + size) };
}

/** How many mentees each mentor has. */
export function takenOf(all: readonly Pick<PairEntry, 'mentorId'>[]): ReadonlyMap<string, number> {
  const taken = new Map<string, number>();
  for (const { mentorId } of all) taken.set(mentorId, (taken.get(mentorId) ?? 0) + 1);
  return taken;
}

/** The same as numbers, in the order of the mentors' ids. */
export function loadsOf(all: readonly Pick<PairEntry, 'mentorId'>[]): number[] {
  return [...takenOf(all)].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
}

/** Parts in which there is anybody, in the order of their names. */
export function partsIn(all: readonly (string | undefined)[]): string[] {
  return [...new Set(all.flatMap((one) => one ?? []))].toSorted(compareTexts);
}
