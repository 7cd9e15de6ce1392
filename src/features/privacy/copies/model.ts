/**
 * A copy of the state: segments of rows, sealed, and a manifest that says what is in them. What is not copied stands here with its
 * reason; every other kind of row is, those that a later version adds included.
 */
import { z } from 'zod';
import { register, type TableName } from '../../../platform/kept.ts';

/** Goes up when an older product could not read it any more. */
export const format = 1;

const newer = 'the log is newer than any copy, and stays where it is: people who were erased since are named there';
const rebuilt = 'is made anew from the tasks';
const ofProcesses = 'is about processes that run now, and not about the organisation';

/** `table kind` of rows that a copy leaves out, and why. */
export const leftOut: Readonly<Record<string, string>> = {
  'audit head': newer,
  'due due': rebuilt,
  'due failed': rebuilt,
  'system slots': ofProcesses,
  'system answers': ofProcesses,
  'system talk': ofProcesses,
  'system turn': ofProcesses,
  'system pulse': ofProcesses,
  'system installation': 'says whose the storage is that it was read from',
  'system probe': ofProcesses,
  'system copying': 'says which copy was made last from here',
  'system restoring': 'says how far a copy was put back here',
};

export const kindOf = (rowKey: string): string => rowKey.split('.', 1)[0] ?? '';
export const isCopied = (table: string, rowKey: string): boolean => !(`${table} ${kindOf(rowKey)}` in leftOut);

const tableNames = Object.keys(register) as TableName[];
/** Tables of which nothing is copied: they are not read at all. */
const untouched: readonly TableName[] = ['audit', 'due'];
export const copiedTables: readonly TableName[] = tableNames.filter((name) => !untouched.includes(name));

/** `2026-12-01t09-00-00z-ab12cd`: names stand in the order of time. */
export const copyName = z.string().regex(/^\d{4}-\d\d-\d\dt\d\d-\d\d-\d\dz-[0-9a-z]{6}$/);

export function nameFor(at: number, chance: string): string {
  return `${new Date(at).toISOString().slice(0, 19).toLowerCase().replaceAll(':', '-')}z-${chance}`;
}

/** When the copy was begun (machine time); NaN for a name that is none. */
export function begunAt(name: string): number {
  const [, date, hour, minute, second] = /^(\d{4}-\d\d-\d\d)t(\d\d)-(\d\d)-(\d\d)z-/.exec(name) ?? [];
  return Date.parse(`${date}T${hour}:${minute}:${second}Z`);
}

/** What can be read without the vault: which product can open it, and with which key. */
export const header = z.strictObject({
  format: z.number().int(),
  product: z.string(),
  name: copyName,
  /** The copy's own key, wrapped by the vault. */
  key: z.strictObject({ kid: z.string(), value: z.string() }),
});
export type Header = z.infer<typeof header>;

const count = z.number().int().min(0);
/** A sum of 256 bits in hexadecimal digits. */
const sum = z.string().regex(/^[0-9a-f]{1,64}$/);

export const segment = z.strictObject({ name: z.string(), lines: count, bytes: count, hash: z.string() });
export type Segment = z.infer<typeof segment>;

export const tableTotal = z.strictObject({ rows: count, sum });
export type TableTotal = z.infer<typeof tableTotal>;
export type Totals = ReadonlyMap<string, TableTotal>;

export const contents = z.strictObject({
  segments: z.array(segment),
  tables: z.record(z.string(), tableTotal),
  /** `table partition`, or `table partition key`, of what was taken once more, with the take that counts; 0 when it is gone. */
  retaken: z.array(z.tuple([z.string(), count])),
  /** Machine time: from when on each partition is as it was at some moment, and until when. */
  from: z.number(),
  to: z.number(),
  /** Partitions that changed all the while. */
  moving: z.array(z.string()),
});
export type Contents = z.infer<typeof contents>;

/** A line of a segment: which take of the partition, the table, the partition, the key, and the value as it is kept. */
export const line = z.tuple([count, z.string(), z.string(), z.string(), z.string()]);
export type Line = z.infer<typeof line>;

/** What is known of a partition: the take that counts, how many rows, and sums of their versions and of what they say. */
export const part = z.tuple([count, count, sum, sum]);

export const reading = z.strictObject({
  table: z.enum(tableNames),
  /** Of one partition; of the whole table where none is named. */
  partition: z.string().optional(),
  /** `look`: only whether it is still as it was read. */
  how: z.enum(['read', 'look']),
  next: z.string().optional(),
  tries: count,
});
export type Reading = z.infer<typeof reading>;

/** How far an unfinished copy is: enough for another process to go on. */
export const progress = z.strictObject({
  pass: count,
  reading,
  waiting: z.array(z.string()),
  segments: z.array(segment),
  parts: z.array(z.tuple([z.string(), part])),
  seen: z.array(z.tuple([z.string(), sum])),
  held: z.array(z.tuple([z.string(), z.string(), sum])),
  mended: z.array(z.tuple([z.string(), count])),
  takes: count,
  changed: count,
  moving: z.array(z.string()),
  from: z.number(),
});
export type Progress = z.infer<typeof progress>;
