/** What follows from the directory as a whole: on which level somebody stands, and for how long they have been here. Safe in the browser. */

/** From a day on, so many months. */
export const tenures = [
  { id: 'half-year', months: 6 },
  { id: 'year', months: 12 },
  { id: 'three-years', months: 36 },
  { id: 'five-years', months: 60 },
  { id: 'ten-years', months: 120 },
  { id: 'longer', months: Infinity },
] as const;
export const tenureIds = tenures.map(({ id }) => id) as [TenureId, ...TenureId[]];
export type TenureId = (typeof tenures)[number]['id'];

/** For a day, the band of every day of hiring: bounds are computed once, and days compare as text. */
export function tenureOn(today: string): (hiredOn: string | undefined) => TenureId | undefined {
  const bounds = tenures.map(({ id, months }) => ({
    id,
    after: Number.isFinite(months) ? monthsBefore(today, months) : '',
  }));
  return (hiredOn) => {
    if (hiredOn === undefined) return undefined;
    for (const { id, after } of bounds) if (hiredOn > after) return id;
    return undefined;
  };
}

/** The same day so many months before; the last one of a month that is shorter. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

interface InTree {
  readonly id: string;
  readonly managerId?: string | undefined;
}

/** A tree with so small a part of the largest one's people is not a top of its own: its manager is missing in the directory. */
const partOfATop = 0.1;

/**
 * The level of everybody whose line leads to a top, 1 being the top. Tops are people without a manager who have (nearly) everybody below
 * them; an organisation of several companies may have several. Whoever hangs below somebody whose own manager the directory does not
 * name has none, nor has who reports in a circle.
 */
export function levelsFromTop(all: readonly InTree[]): Map<string, number> {
  const known = new Set(all.map(({ id }) => id));
  const reports = new Map<string, string[]>();
  const roots: string[] = [];
  for (const { id, managerId } of all) {
    if (managerId === undefined || managerId === id || !known.has(managerId)) roots.push(id);
    else push(reports, managerId, id);
  }
  const trees = roots.map((root) => treeBelow(root, reports));
  const largest = Math.max(0, ...trees.map(({ size }) => size));
  const tops = trees.filter(({ size }) => size > 1 && size >= largest * partOfATop);
  return new Map(tops.flatMap((tree) => [...tree]));
}

function treeBelow(root: string, reports: ReadonlyMap<string, readonly string[]>): Map<string, number> {
  const levels = new Map([[root, 1]]);
  for (const [id, level] of levels) for (const report of reports.get(id) ?? []) levels.set(report, level + 1);
  return levels;
}

function push(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
