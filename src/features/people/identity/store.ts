/** Identity answers have a table of their own, in buckets by person; each is sealed, and beside it stands its consent. */
import { z } from 'zod';
import { rowsOf, type Row, type Tables } from '../../../platform/tables.ts';
import { sealed } from '../../../platform/sealed.ts';
import { bucketOfPerson } from '../store.ts';
import { consent, countryModes, question, type Consent, type Question } from './model.ts';

/** What stands beside the sealed answer: which question, so that it can be replaced and dropped, and when. */
export const sealedAnswer = z.strictObject({ question, sealed, at: z.number() });
export type SealedAnswer = z.infer<typeof sealedAnswer>;

/** Key: the person, the question. */
export const answers = rowsOf('identity', 'answer', sealedAnswer);
/** The ledger. Key: the person, the moment and a number. */
export const consents = rowsOf('identity', 'consent', consent);
/** Key: the country, in small letters. */
export const countries = rowsOf('system', 'country', countryModes);
export const countryPartition = 'identity';

/** To which words an answer is bound. */
export const boundTo = (personId: string, asked: Question): readonly string[] => [personId, asked];

export function answersOf(tables: Tables, personId: string): Promise<Row<SealedAnswer>[]> {
  return answers.list(tables, bucketOfPerson(personId), personId);
}

export function consentsOf(tables: Tables, personId: string): Promise<Row<Consent>[]> {
  return consents.list(tables, bucketOfPerson(personId), personId);
}

const buckets = Array.from({ length: 16 }, (_, bucket) => `bucket-${bucket}`);

/** Every sealed answer of the organisation, bucket by bucket: for the change of the key. */
export async function* allAnswers(tables: Tables): AsyncGenerator<Row<SealedAnswer>> {
  for (const bucket of buckets) yield* await answers.list(tables, bucket);
}
