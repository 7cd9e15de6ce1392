/** Secrets that a machine keeps for us, with more bits than anybody can try: we keep a hash, and compare in one time. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { newId } from './ids.ts';

/** 200 bits. */
export function newLongSecret(): string {
  return newId() + newId();
}

/** 64 hexadecimal digits: what is kept of a secret. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Takes as long for a secret that is kept nowhere. */
export function isLongSecret(secret: string, hash: string | undefined): boolean {
  const known = Buffer.from(hash ?? '0'.repeat(64), 'hex');
  return timingSafeEqual(Buffer.from(hashOf(secret), 'hex'), known) && hash !== undefined;
}
