/** Where topics are scarce among those who wait: wishes against places, by site and by language. */
import { bandOf } from '../../release/rules.ts';
import type { EnginePerson, MatchProblem } from '../engine/model.ts';
import {
  levels,
  type HeatCell,
  type HeatCut,
  type HeatHelp,
  type HeatMap,
  type Level,
  type Scarcity,
} from './model.ts';

/** Fewer people say nothing; from `numbersLeast` on numbers are told. */
const peopleLeast = 5;
const numbersLeast = 10;
const mostHelps = 3;

export interface Cell {
  readonly topic: string;
  readonly column: string;
  /** Mentees and mentors, as people. */
  seekers: number;
  offerers: number;
  /** Each mentee has one wish, in equal parts over the cells; a mentor's places are shared out, and none is counted twice. */
  wishes: number;
  places: number;
}

type Pool = Pick<MatchProblem, 'mentees' | 'mentors'>;

export function scarcityOf(pool: Pool): Scarcity {
  return { site: heatMapOf(pool, 'site'), language: heatMapOf(pool, 'language') };
}

export function heatMapOf(pool: Pool, cut: HeatCut): HeatMap {
  const isTold = (one: Cell): boolean => levelOf(one) !== 'few';
  const whole = cellsOf(pool, 'everybody').filter(isTold);
  const cells = cellsOf(pool, cut);
  const told = cells.filter(isTold);
  const columns = [...new Set(told.map(({ column }) => column))].toSorted((a, b) => a.localeCompare(b));
  const byKey = new Map(cells.map((one) => [keyOf(one.topic, one.column), one]));
  const rows = whole.map((one) => ({
    topic: one.topic,
    everybody: levelOf(one),
    cells: columns.map((column) => toldCell(byKey.get(keyOf(one.topic, column)))),
  }));
  return { columns, rows: rows.toSorted(scarcestFirst), helps: helpsOf(told, whole, placesOfOne(pool)) };
}

const keyOf = (topic: string, column: string): string => JSON.stringify([topic, column]);

/** Topics in the order of the pool's mentees, all cells in which anybody seeks or offers. */
export function cellsOf({ mentees, mentors }: Pool, cut: HeatCut | 'everybody'): Cell[] {
  const cells = new Map<string, Cell>();
  const cellsFor = (topics: readonly { readonly topic: string }[], one: EnginePerson): Cell[] =>
    topics.flatMap(({ topic }) => columnsOf(one, cut).map((column) => cellAt(cells, topic, column)));
  for (const one of mentees) {
    const own = cellsFor(one.topics, one);
    for (const cell of own) {
      cell.seekers += 1;
      cell.wishes += 1 / own.length;
    }
  }
  const offers = mentors
    .filter(({ capacity }) => capacity > 0)
    .map((one) => ({ places: one.capacity, cells: cellsFor(one.offers, one) }));
  for (const { cells: own } of offers) for (const cell of own) cell.offerers += 1;
  shareOut(offers, [...cells.values()]);
  return [...cells.values()];
}

function cellAt(cells: Map<string, Cell>, topic: string, column: string): Cell {
  const key = keyOf(topic, column);
  const found = cells.get(key) ?? { topic, column, seekers: 0, offerers: 0, wishes: 0, places: 0 };
  cells.set(key, found);
  return found;
}

function columnsOf(one: EnginePerson, cut: HeatCut | 'everybody'): readonly string[] {
  if (cut === 'everybody') return [cut];
  if (cut === 'language') return [...new Set(one.languages)];
  return one.site === undefined ? [] : [one.site];
}

const rounds = 25;

/**
 * Shares the places of each mentor out over the cells that he or she can serve, so that cells come as near to the same share of their
 * wishes as the offers allow (iterative proportional fitting, Deming and Stephan 1940).
 */
function shareOut(offers: readonly { places: number; cells: readonly Cell[] }[], cells: readonly Cell[]): void {
  const weight = new Map(cells.map((one) => [one, one.wishes]));
  for (let round = 0; round < rounds; round += 1) {
    for (const cell of cells) cell.places = 0;
    for (const { places, cells: own } of offers) {
      const whole = own.reduce((sum, cell) => sum + weight.get(cell)!, 0);
      if (whole > 0) for (const cell of own) cell.places += (places * weight.get(cell)!) / whole;
    }
    for (const cell of cells) if (cell.places > 0) weight.set(cell, (weight.get(cell)! * cell.wishes) / cell.places);
  }
}

export function levelOf({ seekers, offerers, wishes, places }: Cell): Level {
  if (seekers < peopleLeast) return 'few';
  if (offerers < peopleLeast) return 'few-mentors';
  const share = places / wishes;
  if (share < 0.8) return 'short';
  return share < 1.1 ? 'tight' : 'enough';
}

function toldCell(cell: Cell | undefined): HeatCell {
  if (!cell) return { level: 'few' };
  const level = levelOf(cell);
  const band = bandOf(cell.seekers);
  if (level === 'few' || cell.offerers < numbersLeast || band.kind !== 'band') return { level };
  const placesOfTen = Math.min(10, Math.floor((10 * cell.places) / cell.wishes));
  return { level, numbers: { from: band.from, to: band.to, placesOfTen } };
}

function scarcestFirst(one: HeatMap['rows'][number], other: HeatMap['rows'][number]): number {
  for (const level of levels) {
    const [a = 0, b = 0] = [one, other].map((row) => levelsIn(row).filter((each) => each === level).length);
    if (a !== b) return b - a;
  }
  return one.topic < other.topic ? -1 : 1;
}

const levelsIn = ({ everybody, cells }: HeatMap['rows'][number]): Level[] => [
  everybody,
  ...cells.map(({ level }) => level),
];

/** Places of a mentor on average, at least one. */
function placesOfOne({ mentors }: Pool): number {
  const open = mentors.filter(({ capacity }) => capacity > 0);
  return Math.max(1, open.reduce((sum, { capacity }) => sum + capacity, 0) / Math.max(1, open.length));
}

/**
 * Where it is short, the most missing places first; then where mentors are few, of whom nothing else is said; and then topics that are
 * only short for everybody together.
 */
function helpsOf(told: readonly Cell[], whole: readonly Cell[], each: number): HeatHelp[] {
  const inParts = helpsAt(told, each);
  const known = new Set(inParts.map(({ topic }) => topic));
  const inAll = helpsAt(whole, each).filter(({ topic }) => !known.has(topic));
  return [...inParts, ...inAll.map(anywhere)].slice(0, mostHelps);
}

function anywhere(help: HeatHelp): HeatHelp {
  const { column: _, ...rest } = help;
  return rest;
}

function helpsAt(told: readonly Cell[], each: number): HeatHelp[] {
  const missing = ({ wishes, places }: Cell): number => wishes - places;
  const at = (level: Level): Cell[] => told.filter((one) => levelOf(one) === level);
  const short = at('short').toSorted((a, b) => missing(b) - missing(a));
  const few = at('few-mentors').toSorted((a, b) => b.seekers - a.seekers);
  return [
    ...short.map((one) => ({ ...placeOf(one), mentors: Math.max(1, Math.ceil(missing(one) / each)) })),
    ...few.map(placeOf),
  ];
}

const placeOf = ({ topic, column }: Cell) => ({ topic, column });
