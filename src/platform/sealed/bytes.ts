/**
 * Bytes that leave the account: compressed, then sealed with a key of their own, and bound to the words of the place where they
 * belong. Sums tell whether two heaps of rows are the same, in whatever order they were read.
 */
import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { Failure } from '../errors.ts';
import { randomKey } from '../ids.ts';

const [ivLength, tagLength] = [12, 16];
const [pressed, unpressed] = [promisify(gzip), promisify(gunzip)];
/** What is opened never grows beyond this, whatever it says. */
const mostBytes = 256 * 1024 * 1024;

/** AES-256-GCM: the nonce, the tag, then what was sealed. */
export async function sealBytes(key: Uint8Array, text: string, boundTo: readonly string[]): Promise<Uint8Array> {
  const iv = randomKey().subarray(0, ivLength);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(bound(boundTo));
  const data = Buffer.concat([cipher.update(await pressed(text, { level: 6 })), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), data]);
}

/** Failure `unavailable` with `sealed-broken` when it was changed, cut, or moved to where it does not belong. */
export async function openBytes(key: Uint8Array, bytes: Uint8Array, boundTo: readonly string[]): Promise<string> {
  try {
    const [iv, tag] = [bytes.subarray(0, ivLength), bytes.subarray(ivLength, ivLength + tagLength)];
    const options = { authTagLength: tagLength };
    const decipher = createDecipheriv('aes-256-gcm', key, iv, options).setAAD(bound(boundTo)).setAuthTag(tag);
    const data = Buffer.concat([decipher.update(bytes.subarray(ivLength + tagLength)), decipher.final()]);
    return (await unpressed(data, { maxOutputLength: mostBytes })).toString('utf8');
  } catch (cause) {
    throw new Failure('unavailable', 'sealed-broken', { cause });
  }
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What some words add to a sum: 256 bits. Lengths count, so no two lists of words give the same. */
export function weightOf(...words: readonly string[]): bigint {
  return BigInt(`0x${createHash('sha256').update(JSON.stringify(words)).digest('hex')}`);
}

/** Lengths and words: no two lists of words give the same bytes. */
function bound(words: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify(words));
}
