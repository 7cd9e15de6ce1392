/**
 * Secrets that people type from paper, which are too short for a plain hash: whoever read the tables could try them all. So they
 * are kept under scrypt with a salt of their own (16 MB and some 50 ms for each try), and compared in one time.
 */
import { scrypt, timingSafeEqual } from 'node:crypto';
import { newId } from './ids.ts';

export interface KeptSecret {
  readonly salt: string;
  /** 64 hexadecimal digits. */
  readonly hash: string;
}

/** What is kept of a secret; never the secret. */
export async function keepSecret(secret: string): Promise<KeptSecret> {
  const salt = newId();
  return { salt, hash: (await derive(secret, salt)).toString('hex') };
}

/** Takes as long for a secret that is kept nowhere. */
export async function isSecret(secret: string, kept: KeptSecret | undefined): Promise<boolean> {
  const derived = await derive(secret, kept?.salt ?? 'nothing');
  return kept !== undefined && timingSafeEqual(derived, Buffer.from(kept.hash, 'hex'));
}

function derive(secret: string, salt: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, 32, { N: 16_384, r: 8, p: 1 }, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
