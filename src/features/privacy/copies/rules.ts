/**
 * What is read next while a copy is made, when it is good enough, and which copies are kept. Facts in, answer out.
 *
 * Storage has no reading as of a moment, so a partition is read, and then looked at once more: where every row still has the
 * operation that wrote it, the partition was like this all the time in between. What was not is taken again by itself.
 */
import { day } from '../../../platform/clock.ts';
import type { TableName } from '../../../platform/tables.ts';
import { begunAt, copiedTables, type Reading, type TableTotal } from './model.ts';

/** Of a partition; `versions` and `sum` do not depend on the order in which its rows are read. */
export interface Part {
  readonly take: number;
  rows: number;
  versions: bigint;
  sum: bigint;
}

const whole = 2n ** 256n;
export const plus = (sum: bigint, weight: bigint): bigint => (sum + weight) % whole;
export const minus = (sum: bigint, weight: bigint): bigint => (sum - weight + whole) % whole;
export const hexOf = (sum: bigint): string => sum.toString(16);
export const fromHex = (text: string): bigint => BigInt(`0x${text}`);

export const partKey = (table: string, partition: string): string => `${table} ${partition}`;
export function fromPartKey(key: string): { readonly table: TableName; readonly partition: string } {
  const at = key.indexOf(' ');
  return { table: key.slice(0, at) as TableName, partition: key.slice(at + 1) };
}

/** The whole of the first table, in this way. */
export const fromTheTop = (how: Reading['how']): Reading => ({ table: copiedTables[0]!, how, tries: 0 });

/** The whole of the table after this one; nothing when it was the last. */
export function nextTable({ table, how }: Reading): Reading | undefined {
  const next = copiedTables[copiedTables.indexOf(table) + 1];
  return next === undefined ? undefined : { table: next, how, tries: 0 };
}

export const readingOf = (key: string, how: Reading['how'], tries: number): Reading => ({
  ...fromPartKey(key),
  ...{ how, tries },
});

/** Partitions of a table that are not as they were read, new ones and those that are gone included. */
export function changedIn(
  table: string,
  parts: ReadonlyMap<string, Part>,
  seen: ReadonlyMap<string, bigint>,
): string[] {
  const mine = [...parts.keys()].filter((key) => key.startsWith(`${table} `));
  const differs = mine.filter((key) => parts.get(key)?.versions !== (seen.get(key) ?? 0n));
  return [...differs, ...[...seen.keys()].filter((key) => !parts.has(key))];
}

/** The first pass reads everything; each later one looks at everything, and takes again what has changed since. */
const mostPasses = 4;
export const isGoodEnough = (pass: number, changed: number): boolean =>
  pass > 1 && (changed === 0 || pass >= mostPasses);

/** A partition that was never still for as long as two looks take. */
export const mostTries = 6;
/** Milliseconds before a partition is read again. */
export const restAfter = (tries: number): number => 10 * 2 ** tries;

export function totalsOf(parts: ReadonlyMap<string, Part>): Map<string, TableTotal> {
  const sums = new Map<string, { rows: number; sum: bigint }>(
    copiedTables.map((table) => [table, { rows: 0, sum: 0n }]),
  );
  for (const [key, { rows, sum }] of parts) {
    const of = sums.get(fromPartKey(key).table);
    if (of) [of.rows, of.sum] = [of.rows + rows, plus(of.sum, sum)];
  }
  return new Map([...sums].map(([table, { rows, sum }]) => [table, { rows, sum: hexOf(sum) }]));
}

/** Tables whose count or sum is another. */
export function differing(
  one: Readonly<Record<string, TableTotal>>,
  other: Readonly<Record<string, TableTotal>>,
): string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  const none: TableTotal = { rows: 0, sum: '0' };
  return [...names].filter((name) => {
    const [a, b] = [one[name] ?? none, other[name] ?? none];
    return a.rows !== b.rows || a.sum !== b.sum;
  });
}

export interface KnownCopy {
  readonly name: string;
  /** False while it is being made, and for ever when that broke off. */
  readonly isWhole: boolean;
}

export const hourlyFor = day;
export const dailyFor = 30 * day;
/** Nothing takes so long: it broke off. */
const abandonedAfter = day;

/** Of the last day every copy is kept, of the last 30 days the first of each (UTC), and the newest whole one whatever its age. */
export function copiesToDelete(all: readonly KnownCopy[], now: number): string[] {
  const wholes = all.filter(({ isWhole }) => isWhole).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const dayOf = (name: string): string => name.slice(0, 10);
  const isFirstOfDay = (name: string): boolean => wholes.find((one) => dayOf(one.name) === dayOf(name))?.name === name;
  const newest = wholes.at(-1)?.name;
  const isKept = ({ name, isWhole }: KnownCopy): boolean => {
    const age = now - begunAt(name);
    if (!isWhole) return age < abandonedAfter;
    return name === newest || age < hourlyFor || (age < dailyFor && isFirstOfDay(name));
  };
  return all.filter((one) => !isKept(one)).map(({ name }) => name);
}

/** Whether a product may put back what that one wrote: of a later version it may not know what rows mean. */
export function isNewer(copy: string, own: string): boolean {
  const [a, b] = [copy, own].map((version) => version.split('.').map(Number)) as [number[], number[]];
  return a[0] !== b[0] ? (a[0] ?? 0) > (b[0] ?? 0) : (a[1] ?? 0) > (b[1] ?? 0);
}
