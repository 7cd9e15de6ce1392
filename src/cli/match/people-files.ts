/** `match --people DIR`: a spreadsheet of people in, without Teams; `policy.json` says weights, floor and fixed pairs. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type {
  EngineMentee,
  EngineMentor,
  EnginePerson,
  MatchProblem,
  TopicWish,
} from '../../features/matching/engine/model.ts';
import { partIds } from '../../features/matching/engine/model.ts';
import { usualKeptBonus } from '../../features/matching/engine/candidates.ts';
import { defaultWeights } from '../../features/matching/engine/scores.ts';
import { idIn, listIn, oneOf, wholeIn, yesIn } from './cells.ts';
import { csvText, problem, readTable } from './csv.ts';
import { noteId, requireFolder, wantsMost } from './graph-files.ts';

const pair = z.strictObject({ mentee: z.string(), mentor: z.string() });
const policy = z.strictObject({
  weights: z.strictObject(Object.fromEntries(partIds.map((id) => [id, z.number().min(0).optional()]))).optional(),
  floor: z.union([z.enum(['best', 'off']), z.number().int().min(0).max(10_000)]).optional(),
  refused: z.array(pair).optional(),
  locked: z.array(pair).optional(),
  kept: z.array(pair).optional(),
  keptBonus: z.number().int().min(0).max(10_000).optional(),
});

const shared = [
  ...['languages', 'ambitions', 'interests', 'values', 'site', 'meeting', 'department', 'departmentWish', 'seniority'],
  ...['manager', 'excluded', 'pairedBefore', 'picks', 'times'],
] as const;
const menteeColumns = { needed: ['id', 'wants', 'languages', 'topics'], optional: [...shared.slice(1), 'waited'] };
const mentorColumns = { needed: ['id', 'capacity', 'languages', 'offers'], optional: shared.slice(1) };

export function readPeople(folder: string): MatchProblem {
  requireFolder(folder);
  const managers = new Map<string, string>();
  const mentees = readRows(join(folder, 'mentees.csv'), menteeColumns, managers, (cell, base): EngineMentee => ({
    ...base,
    wants: wholeIn(cell('wants').text, cell('wants'), 0, wantsMost),
    topics: topicsIn(cell('topics')),
    waited: yesIn(cell('waited').text, cell('waited')),
  }));
  const mentors = readRows(join(folder, 'mentors.csv'), mentorColumns, managers, (cell, base): EngineMentor => ({
    ...base,
    capacity: wholeIn(cell('capacity').text, cell('capacity'), 0, 1000),
    offers: topicsIn(cell('offers')),
  }));
  const withChain = <Person extends EnginePerson>(person: Person): Person => ({
    ...person,
    managerChain: chainOf(person.id, managers),
  });
  return {
    mentees: mentees.map(withChain),
    mentors: mentors.map(withChain),
    ...readPolicy(join(folder, 'policy.json')),
  };
}

interface Cell {
  readonly text: string;
  readonly file: string;
  readonly row: number;
  readonly column: string;
}

function readRows<Person>(
  path: string,
  columns: { readonly needed: readonly string[]; readonly optional: readonly string[] },
  managers: Map<string, string>,
  build: (cell: (column: string) => Cell, base: EnginePerson) => Person,
): Person[] {
  const { file, rows } = readTable(path, columns);
  const names = [...columns.needed, ...columns.optional];
  const seen = new Map<string, number>();
  return Array.from(rows(), ({ cells, row }) => {
    const cell = (column: string): Cell => ({ text: cells[names.indexOf(column)] ?? '', file, row, column });
    const base = personIn(cell);
    noteId(seen, base.id, file, row);
    if (cell('manager').text !== '') managers.set(base.id, cell('manager').text);
    return build(cell, base);
  });
}

function personIn(cell: (column: string) => Cell): EnginePerson {
  const list = (column: string): readonly string[] => listIn(cell(column).text);
  const text = (column: string) => (cell(column).text === '' ? {} : { [column]: cell(column).text });
  const id = cell('id');
  const languages = list('languages');
  if (languages.length === 0)
    throw problem(id.file, id.row, `"languages" is empty: whoever names no language fits nobody`);
  return {
    id: idIn(id.text, id),
    ...{ languages, ambitions: list('ambitions'), interests: list('interests'), values: list('values') },
    ...{ excluded: list('excluded'), pairedBefore: list('pairedBefore'), picks: list('picks'), managerChain: [] },
    ...(cell('times').text === '' ? {} : { times: list('times') }),
    ...text('site'),
    ...text('department'),
    meeting: oneOf(cell('meeting').text || 'either', cell('meeting'), ['site', 'remote', 'either']),
    departmentWish: oneOf(cell('departmentWish').text || 'any', cell('departmentWish'), ['same', 'other', 'any']),
    ...(cell('seniority').text === ''
      ? {}
      : { seniority: wholeIn(cell('seniority').text, cell('seniority'), -100, 100) }),
  };
}

/** `law|coaching:much`: each a little, or much. */
function topicsIn(cell: Cell): readonly TopicWish[] {
  return listIn(cell.text).map((item) => {
    const [topic = '', level = 'some'] = item.split(':');
    if (topic === '') throw problem(cell.file, cell.row, `"${cell.column}" holds a level without a topic: "${item}"`);
    return { topic, level: oneOf(level, cell, ['some', 'much']) };
  });
}

/** Upward, nearest first; a circle ends it. */
function chainOf(id: string, managers: ReadonlyMap<string, string>): readonly string[] {
  const chain: string[] = [];
  for (
    let above = managers.get(id);
    above !== undefined && above !== id && !chain.includes(above);
    above = managers.get(above)
  )
    chain.push(above);
  return chain;
}

function readPolicy(path: string): Partial<MatchProblem> {
  if (!existsSync(path)) return {};
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw problem('policy.json', null, `is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const found = policy.safeParse(read);
  if (!found.success) {
    const [issue] = found.error.issues;
    throw problem(
      'policy.json',
      null,
      `${issue?.path.join('.') || 'the whole'}: ${issue?.message ?? 'not as documented'}`,
    );
  }
  return JSON.parse(JSON.stringify(found.data)) as Partial<MatchProblem>; // without what is undefined
}

/** A folder to fill in, with two people of each side as examples. */
export function writeTemplate(folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true });
  const example = [
    'nl|en',
    'lead-a-team',
    'chess|cycling',
    'honesty|care',
    'Gent',
    'either',
    'Finance',
    'other',
    '3',
    '',
    '',
    '',
    '',
    'tuesday-morning|thursday-noon',
  ];
  const head = [...menteeColumns.needed.slice(0, 2), 'topics', ...shared, 'waited'];
  const files: Record<string, string> = {
    'mentees.csv': csvText([
      head,
      ['ann', 1, 'negotiating:much|networking', ...example, 0],
      ['bo', 1, 'presenting', ...example, 1],
    ]),
    'mentors.csv': csvText([
      ['id', 'capacity', 'offers', ...shared],
      ['carl', 2, 'negotiating:much|presenting', ...example.with(8, '5')],
      ['dina', 1, 'networking:much', ...example.with(8, '6')],
    ]),
    'policy.json': `${JSON.stringify({ weights: defaultWeights, floor: 'best', keptBonus: usualKeptBonus, refused: [], locked: [], kept: [] }, undefined, 2)}\n`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return Object.keys(files);
}
