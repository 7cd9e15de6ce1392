/** `match --graph DIR`: mentees, mentors and scored pairs from three files (matching.md 7). */
import { join } from 'node:path';
import { statSync } from 'node:fs';
import { graphOf, scoreMost, type MatchGraph } from '../../features/matching/engine/graph.ts';
import { UsageProblem } from '../usage.ts';
import { idIn, wholeIn, yesIn } from './cells.ts';
import { problem, readTable } from './csv.ts';

export interface GraphFiles {
  readonly graph: MatchGraph;
  /** In the order of the graph. */
  readonly mentees: readonly string[];
  readonly mentors: readonly string[];
  /** By mentee; '' without. */
  readonly groups: readonly string[];
}

const capacityMost = 1000;
export const wantsMost = 3;

export function readGraph(folder: string): GraphFiles {
  requireFolder(folder);
  const mentees = inOrder(readMentees(join(folder, 'mentees.csv')));
  const mentors = inOrder(readMentors(join(folder, 'mentors.csv')));
  const edges = readEdges(join(folder, 'edges.csv'), { mentees, mentors });
  const graph = graphOf({
    wants: mentees.map(({ wants }) => wants),
    waited: mentees.map(({ waited }) => Number(waited)),
    capacity: mentors.map(({ capacity }) => capacity),
    ...edges,
  });
  return {
    graph,
    mentees: mentees.map(({ id }) => id),
    mentors: mentors.map(({ id }) => id),
    groups: mentees.map(({ group }) => group),
  };
}

export function requireFolder(folder: string): void {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageProblem(`there is no folder ${folder}`);
}

function inOrder<Person extends { readonly id: string }>(people: readonly Person[]): readonly Person[] {
  return people.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Adds an id, and says where it stands already. */
export function noteId(seen: Map<string, number>, id: string, file: string, row: number): void {
  const before = seen.get(id);
  if (before !== undefined) throw problem(file, row, `"${id}" stands in row ${before} already`);
  seen.set(id, row);
}

function readMentees(path: string) {
  const { file, rows } = readTable(path, { needed: ['id', 'wants'], optional: ['waited', 'group'] });
  const seen = new Map<string, number>();
  return Array.from(rows(), ({ cells: [id = '', wants = '', waited = '', group = ''], row }) => {
    const at = (column: string) => ({ file, row, column });
    noteId(seen, idIn(id, at('id')), file, row);
    return { id, wants: wholeIn(wants, at('wants'), 0, wantsMost), waited: yesIn(waited, at('waited')), group };
  });
}

function readMentors(path: string) {
  const { file, rows } = readTable(path, { needed: ['id', 'capacity'], optional: [] });
  const seen = new Map<string, number>();
  return Array.from(rows(), ({ cells: [id = '', capacity = ''], row }) => {
    noteId(seen, idIn(id, { file, row, column: 'id' }), file, row);
    return { id, capacity: wholeIn(capacity, { file, row, column: 'capacity' }, 0, capacityMost) };
  });
}

interface People {
  readonly mentees: readonly { readonly id: string; readonly wants: number }[];
  readonly mentors: readonly { readonly id: string; readonly capacity: number }[];
}

function readEdges(path: string, { mentees, mentors }: People) {
  const { file, rows } = readTable(path, { needed: ['mentee', 'mentor', 'score'], optional: ['locked'] });
  const menteeAt = new Map(mentees.map(({ id }, i) => [id, i]));
  const mentorAt = new Map(mentors.map(({ id }, j) => [id, j]));
  const columns = new Growing(['mentee', 'mentor', 'score', 'locked', 'row']);
  const locks = new Locks(file);
  for (const { cells, row } of rows()) {
    const [one = '', other = '', points = '', fixed = ''] = cells;
    const [mentee, mentor] = [menteeAt.get(one), mentorAt.get(other)];
    if (mentee === undefined) throw problem(file, row, `there is no mentee "${one}" in mentees.csv`);
    if (mentor === undefined) throw problem(file, row, `there is no mentor "${other}" in mentors.csv`);
    const score = wholeIn(points, { file, row, column: 'score' }, 0, scoreMost);
    const locked = yesIn(fixed, { file, row, column: 'locked' });
    if (locked) locks.note(row, { ...mentees[mentee]!, places: mentees[mentee]!.wants, who: 'mentee' });
    if (locked) locks.note(row, { ...mentors[mentor]!, places: mentors[mentor]!.capacity, who: 'mentor' });
    columns.add([mentee, mentor, score, Number(locked), row]);
  }
  const edges = columns.lists();
  refuseDoubles(edges, mentors.length, (k, first) => {
    const pair = `"${mentees[edges['mentee']![k]!]!.id}" and "${mentors[edges['mentor']![k]!]!.id}"`;
    throw problem(file, edges['row']![k]!, `the pair ${pair} stands in row ${edges['row']![first]!} already`);
  });
  if (edges['mentee']!.length === 0) throw problem(file, null, 'holds no pair: nobody can be matched');
  return { mentee: edges['mentee']!, mentor: edges['mentor']!, score: edges['score']!, locked: edges['locked']! };
}

/** Locks that cannot all be kept are told together: the fewest rows that contradict each other. */
class Locks {
  private readonly file: string;
  private readonly rows = new Map<string, number[]>();

  constructor(file: string) {
    this.file = file;
  }

  note(row: number, { id, places, who }: { readonly id: string; readonly places: number; readonly who: string }): void {
    const key = `${who} ${id}`;
    const rows = [...(this.rows.get(key) ?? []), row];
    this.rows.set(key, rows);
    if (rows.length <= places) return;
    const all = rows.length > 1 ? `the locks in rows ${rows.join(', ')} contradict each other: ` : '';
    throw problem(this.file, row, `${all}${who} "${id}" has ${places} ${places === 1 ? 'place' : 'places'}`);
  }
}

function refuseDoubles(
  edges: Readonly<Record<string, Int32Array>>,
  mentors: number,
  refuse: (k: number, first: number) => never,
): void {
  const keys = Float64Array.from(edges['mentee']!, (i, k) => i * mentors + edges['mentor']![k]!);
  const sorted = keys.slice().sort();
  const twice = sorted.find((key, k) => key === sorted[k + 1]);
  if (twice === undefined) return;
  const first = keys.indexOf(twice);
  refuse(keys.indexOf(twice, first + 1), first);
}

/** Lists of whole numbers that grow: five million rows as plain arrays would take a gigabyte. */
class Growing {
  private readonly names: readonly string[];
  private columns: Int32Array[];
  private size = 0;

  constructor(names: readonly string[]) {
    this.names = names;
    this.columns = names.map(() => new Int32Array(1024));
  }

  add(values: readonly number[]): void {
    if (this.size === this.columns[0]!.length) {
      this.columns = this.columns.map((column) => {
        const grown = new Int32Array(2 * column.length);
        grown.set(column);
        return grown;
      });
    }
    for (let k = 0; k < values.length; k++) this.columns[k]![this.size] = values[k]!;
    this.size++;
  }

  lists(): Readonly<Record<string, Int32Array>> {
    return Object.fromEntries(this.names.map((name, k) => [name, this.columns[k]!.slice(0, this.size)]));
  }
}
