/**
 * An entry of the audit log as a line of text: what it says, and under it a hash that only who has the vault's key can make. The
 * hash is of the text itself, so that no byte of a line can be another, and a later version may say more in an entry.
 */
import { z } from 'zod';
import { isFailure } from '../errors.ts';
import { id } from '../ids.ts';
import type { Ring } from '../sealed.ts';

const said = z.object({
  number: z.number().int().min(1),
  /** Domain time. */
  at: z.number(),
  /** A keyed pseudonym of the person id, or `product` for what happens by itself. */
  who: z.string(),
  /** A deed of this version, or of a later one. */
  what: z.string(),
  /** `programme:ID`, then what of it; a person only as ` person:PSEUDONYM` at its end. */
  object: z.string().max(200),
  outcome: z.string().max(80),
  /** Tells apart two entries that say the same at the same moment. */
  op: id,
  /** The data key of the pseudonyms and of the hash. */
  key: id,
  /** The hash of the entry before. */
  before: z.string(),
});
export type Said = z.infer<typeof said>;
export type AuditEntry = Said & { readonly hash: string };

export type AuditRing = Pick<Ring, 'pseudonym' | 'currentId'>;

/** Nothing where there is no such key. */
export async function hashUnder(ring: AuditRing, text: string, key: string): Promise<string | undefined> {
  try {
    return await ring.pseudonym(text, key);
  } catch (error) {
    if (isFailure(error) && error.reason === 'sealed-broken') return undefined;
    throw error;
  }
}

export async function writeLine(ring: AuditRing, one: Said): Promise<{ hash: string; bytes: Uint8Array }> {
  const body = JSON.stringify(said.parse(one));
  const hash = await ring.pseudonym(`entry ${body}`, one.key);
  return { hash, bytes: Buffer.from(`${body.slice(0, -1)},"hash":"${hash}"}\n`, 'utf8') };
}

/** Nothing where the product did not write this line, or not so. */
export async function readLine(ring: AuditRing, line: string): Promise<AuditEntry | undefined> {
  const [, begin, hash] = /^(\{.*),"hash":"([0-9a-f]{32})"\}$/s.exec(line) ?? [];
  if (begin === undefined || hash === undefined) return undefined;
  const body = `${begin}}`;
  const one = parse(body);
  if (!one || (await hashUnder(ring, `entry ${body}`, one.key)) !== hash) return undefined;
  return { ...one, hash };
}

function parse(body: string): Said | undefined {
  try {
    return said.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}

/** Strict: what is no text, or begins with a mark of the byte order, was not written by us. */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Lines with the place where each ends; without a text where it is none, or has no end. */
export function* linesOf(bytes: Uint8Array): Generator<{ readonly text?: string; readonly end: number }> {
  for (let from = 0; from < bytes.length;) {
    const found = bytes.indexOf(0x0a, from);
    const end = found < 0 ? bytes.length : found + 1;
    const text = found < 0 ? undefined : decode(bytes.subarray(from, found));
    yield text === undefined ? { end } : { text, end };
    from = end;
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

const personAtEnd = / person:([0-9a-f]{32})$/;

/** The object with the person whom the deed is about. */
export const withPerson = (object: string, pseudonym: string): string => `${object} person:${pseudonym}`;

/** The pseudonym of the person whom the deed is about. */
export const personIn = ({ object }: Pick<AuditEntry, 'object'>): string | undefined => personAtEnd.exec(object)?.[1];
