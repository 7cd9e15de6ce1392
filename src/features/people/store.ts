/** The directory in buckets by hash, what people set in their own partition, and the state of the sync. */
import { z } from 'zod';
import { bucketOf } from '../../platform/ids.ts';
import { rowsOf, type Row, type Tables } from '../../platform/tables.ts';
import { person, preferences, workingHours, type Person, type Preferences } from './model.ts';

const buckets = 16;

export const people = rowsOf('directory', 'person', person);
export const preferenceRows = rowsOf('people', 'preferences', preferences);
export const hoursRows = rowsOf(
  'people',
  'hours',
  z.strictObject({
    at: z.number(),
    hours: workingHours.optional(),
    /** Between which instants an automatic reply was set to go out. */
    away: z.strictObject({ from: z.number(), until: z.number() }).optional(),
  }),
);
const syncState = z.strictObject({
  delta: z.string().optional(),
  /** The properties for which the link was made: with others it would tell too little. */
  fields: z.string().optional(),
  finishedAt: z.number().optional(),
  people: z.number(),
  /** A reading that is on its way: from which page it goes on, and what it has done so far. */
  under: z
    .strictObject({
      full: z.boolean(),
      link: z.string().optional(),
      pages: z.number().int(),
      fresh: z.number().int(),
      written: z.number().int(),
      left: z.number().int(),
    })
    .optional(),
});
export type SyncState = z.infer<typeof syncState>;
export const syncRows = rowsOf('system', 'sync', syncState);
/** Whom a whole reading has named so far; whoever is missing at its end has left. */
export const seenRows = rowsOf('system', 'seen', z.array(z.string()).readonly());

export function bucketOfPerson(personId: string): string {
  return `bucket-${bucketOf(personId, buckets)}`;
}

export function findRow(tables: Tables, personId: string): Promise<Row<Person> | undefined> {
  return people.find(tables, bucketOfPerson(personId), personId);
}

/** Every row of the directory, those who left included; one range read for each bucket. */
export async function allPeople(tables: Tables): Promise<Row<Person>[]> {
  const lists = await Promise.all(
    Array.from({ length: buckets }, (_, bucket) => people.list(tables, `bucket-${bucket}`)),
  );
  return lists.flat();
}

export async function preferencesOf(tables: Tables, personId: string): Promise<Preferences> {
  return (await preferenceRows.find(tables, personId, 'own'))?.value ?? {};
}
