/** Ids are our own: 1 to 64 of `0-9 a-z -`, safe as a key in Azure Tables and in an address. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';

export const idPattern = /^[0-9a-z-]{1,64}$/;

/** An id of our own, or a directory object id (a lower-case GUID). */
export const id = z.string().regex(idPattern);

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new random id with 100 bits: 20 characters of Crockford's base 32. */
export function newId(): string {
  return [...randomBytes(20)].map((byte) => alphabet[byte % 32]).join('');
}

/** A random code of so many letters and digits (5 bits each) that are not taken for one another on paper. */
export function newCode(length: number): string {
  return [...randomBytes(length)].map((byte) => alphabet[byte % 32]).join('');
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Everything in a text that has the form of a directory object id, each once. */
export function uuidsIn(text: string): string[] {
  return [...new Set(text.match(uuid))];
}

/** A random UUID, where a standard outside asks for one. */
export function newUuid(): string {
  return randomUUID();
}

/** So many hexadecimal digits of chance (32 at most), by which a trace and its steps are named. */
export function newHex(digits: 16 | 32): string {
  return randomUUID().replaceAll('-', '').slice(0, digits);
}

/** 256 random bits, for a key. */
export function randomKey(): Uint8Array {
  return randomBytes(32);
}

/** The same words give the same id: what makes a send, or a row written twice, one. */
export function idOf(...words: readonly string[]): string {
  return createHash('sha256').update(words.join('\u0000')).digest('hex').slice(0, 32);
}

/** What a request makes has this id: a new one, and the same one when the same request comes again under its key. */
export function idFor(caller: { readonly personId: string; readonly idempotencyKey?: string }, what: string): string {
  const { personId, idempotencyKey } = caller;
  return idempotencyKey === undefined ? newId() : idOf(personId, idempotencyKey, what).slice(0, 20);
}

/** A number from 0 to `buckets` - 1 that depends on the text only. */
export function bucketOf(text: string, buckets: number): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) % buckets;
}

/** The same words give the same code: 8 characters (40 bits) that can be read aloud and typed from paper. */
export function shortCodeOf(...words: readonly string[]): string {
  const digest = createHash('sha256').update(words.join('\u0000')).digest();
  return [...digest.subarray(0, 8)].map((byte) => alphabet[byte % 32]).join('');
}
