/**
 * The head of the audit log: a row beside the blobs that says which entry is the last and where it ends, so that a cut end shows.
 * It is sealed like an entry: who can write tables but has no vault can put back only a head that there once was.
 */
import { z } from 'zod';
import { isFailure } from '../errors.ts';
import { rowsOf, type Row, type Tables } from '../tables.ts';
import { hashUnder, type AuditEntry, type AuditRing } from './entry.ts';

const end = z.strictObject({
  number: z.number().int(),
  /** Absent where nobody knows it: the entry before the first that is still there. */
  hash: z.string().optional(),
  /** The number of the first entry in the blob: its name. */
  blob: z.number().int(),
  /** Bytes of the blob up to here. */
  length: z.number().int(),
  key: z.string(),
});
/** An entry, and where the next one stands. */
export type End = z.infer<typeof end>;

const nothing = { number: 0, blob: 1, length: 0, key: '', seal: '' };
/** One that cannot be read counts as one that is not sealed. */
const head = end.extend({ seal: z.string() }).catch(nothing);
const heads = rowsOf('audit', 'head', head);
const [partition, key] = ['log', 'end'];

export interface Head {
  readonly row?: Row<End>;
  /** Absent where there is none that the product wrote. */
  readonly end?: End;
}

const textOf = ({ number, hash, blob, length, key: under }: End): string =>
  `head ${JSON.stringify([number, hash ?? '', blob, length, under])}`;

export async function findHead(tables: Tables, ring: AuditRing): Promise<Head> {
  const row = await heads.find(tables, partition, key);
  if (!row) return {};
  const { seal, ...found } = row.value;
  return (await hashUnder(ring, textOf(found), found.key)) === seal ? { row, end: found } : { row };
}

/** Moves the head on, unless somebody else did: they took in the same entry. */
export async function moveHead(tables: Tables, ring: AuditRing, from: Head, to: End): Promise<void> {
  const next = { ...to, seal: await ring.pseudonym(textOf(to), to.key) };
  try {
    await tables.commit([from.row ? heads.replace(from.row, next) : heads.create(partition, key, next)]);
  } catch (error) {
    if (!isFailure(error, 'conflict')) throw error;
  }
}

export const blobName = (first: number): string => `${String(first).padStart(12, '0')}.jsonl`;

/** The number that a blob is named after; nothing where the name is not one of ours. */
export function firstOf(name: string): number | undefined {
  const first = Number(/^(\d{12})\.jsonl$/.exec(name)?.[1]);
  return first >= 1 ? first : undefined;
}

export const follows = (one: AuditEntry, before: Pick<End, 'number' | 'hash'>): boolean =>
  one.number === before.number + 1 && (before.hash === undefined || one.before === before.hash);
