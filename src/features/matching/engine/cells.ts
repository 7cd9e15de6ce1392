/** All that a pair scores before anything in common is counted, as few tables: reading them is what a pair costs. */
import type { CellPart, OverlapPart, Pool } from './pool.ts';
import { out } from './pool.ts';

/** Three tables at least; those of the overlaps' starts, and that whoever has no place is out, are among them. */
export function cellsOf(pool: Pool): readonly CellPart[] {
  const pairs = pool.wants.length * pool.capacity.length;
  return merged([...pool.cells, ...pool.overlaps.map(baseOf), placesOf(pool)], Math.min(entriesMost, pairs / 8));
}

/** What a mentee scores by this part with a mentor with whom nothing is in common. */
function baseOf({ menteeRow, mentorBase, width, table }: OverlapPart): CellPart {
  return { menteeKind: menteeRow, mentorKind: mentorBase, width, table };
}

/** Whoever has no place is out. */
function placesOf({ wants, capacity }: Pool): CellPart {
  return {
    menteeKind: new Uint16Array(wants.length),
    mentorKind: Uint16Array.from(capacity, (places) => Number(places > 0)),
    width: 2,
    table: Int16Array.of(out, 0),
  };
}

/** Merged tables stay small enough for the processor's cache; and smaller than what they save where pairs are few. */
const entriesMost = 2 ** 22;

/** The same points from fewer tables, three at least: reading a table for each pair is what a row costs. */
function merged(cells: readonly CellPart[], most: number): readonly CellPart[] {
  const list = cells.toSorted((a, b) => a.table.length - b.table.length);
  while (list.length > 3) {
    const [one, other] = [list[0]!, list[1]!];
    const both = mergeCells(one, other, most);
    if (!both) break;
    list.splice(0, 2);
    const at = list.findIndex(({ table }) => table.length >= both.table.length);
    list.splice(at < 0 ? list.length : at, 0, both);
  }
  while (list.length < 3) list.push(nothing(list[0]!));
  return list;
}

function mergeCells(one: CellPart, other: CellPart, most: number): CellPart | null {
  const mentees = jointKinds(one.menteeKind, other.menteeKind);
  const mentors = jointKinds(one.mentorKind, other.mentorKind);
  const width = mentors.of.length;
  if (mentees.of.length * width > most || Math.max(mentees.of.length, width) > 0xffff) return null;
  const table = new Int16Array(mentees.of.length * width);
  for (const [k, [a, b]] of mentees.of.entries()) {
    for (const [l, [c, d]] of mentors.of.entries())
      table[k * width + l] = Math.max(-32_000, one.table[a * one.width + c]! + other.table[b * other.width + d]!);
  }
  return { menteeKind: mentees.kinds, mentorKind: mentors.kinds, width, table };
}

function jointKinds(one: Uint16Array, other: Uint16Array) {
  const numbers = new Map<number, number>();
  const of: [number, number][] = [];
  const kinds = one.map((kind, k) => {
    const key = kind * 0x10000 + other[k]!;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, of.length);
    return of.push([kind, other[k]!]) - 1;
  });
  return { kinds, of };
}

function nothing({ menteeKind, mentorKind }: CellPart): CellPart {
  const [mentee, mentor] = [new Uint16Array(menteeKind.length), new Uint16Array(mentorKind.length)];
  return { menteeKind: mentee, mentorKind: mentor, width: 1, table: Int16Array.of(0) };
}
