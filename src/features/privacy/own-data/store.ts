/** A look lies with its person: its head, and the places that it found, some hundreds in a row. */
import { z } from 'zod';
import { rowsOf } from '../../../platform/tables.ts';

const number = z.number().int();
const counts = z.strictObject({ own: number, shared: number, named: number, shown: number });

export const look = z.strictObject({
  at: z.number(),
  state: z.enum(['looking', 'there']),
  /** Where it is: the table, and the page in it; how many rows of places were written. */
  table: z.number().int(),
  page: z.string().optional(),
  parts: z.number().int(),
  counts: z.record(z.string(), counts),
});
export type Look = z.infer<typeof look>;

/** Table, partition, row key of what is shown. */
const place = z.tuple([z.string(), z.string(), z.string()]);
export type Place = z.infer<typeof place>;

/** Key: `own`. */
export const looks = rowsOf('people', 'look', look);
/** Key: the number of the part. */
export const lookParts = rowsOf('people', 'lookpart', z.array(place));
export const only = 'own';
export const partKey = (number: number): string => String(number).padStart(5, '0');
