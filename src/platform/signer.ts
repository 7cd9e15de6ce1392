/**
 * Signs what others can check without us (RS256), with a key that is made once and lies sealed by the vault. Whoever holds something
 * signed finds the public half at the address that its header names; a former key stays, so that what it signed stays valid.
 */
import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWTPayload } from 'jose';
import { z } from 'zod';
import type { Clock } from './clock.ts';
import { sealed, type Ring } from './sealed.ts';
import { rowsOf, type Row, type Tables } from './tables.ts';
import { unlessChanged } from './tables/conflict.ts';

/** What may be shown of a key: its `d` and the primes are in the sealed half alone. */
const openHalf = z.strictObject({ kty: z.literal('RSA'), n: z.string(), e: z.string() });
const signingKey = z.strictObject({ open: openHalf, secret: sealed, at: z.number() });
const secretHalf = z.looseObject({ ...openHalf.shape, d: z.string() });
type SigningKey = z.infer<typeof signingKey>;

/** Key: a number that begins with `key-`. */
const keys = rowsOf('system', 'signingkey', signingKey);
const partition = 'signing';

export interface Signer {
  /** Compact JWS of the payload as it is; `addressOf` makes the address at which the key with this id can be fetched. */
  sign(payload: JWTPayload, addressOf: (keyId: string) => string): Promise<string>;
  /** The public half, as a JWK. */
  openKey(keyId: string): Promise<z.infer<typeof openHalf> | undefined>;
}

export function createSigner({
  tables,
  ring,
  clock,
}: {
  readonly tables: Tables;
  readonly ring: Ring;
  readonly clock: Clock;
}): Signer {
  async function newest(): Promise<Row<SigningKey>> {
    const all = await keys.list(tables, partition);
    const last = all.toSorted((a, b) => a.value.at - b.value.at).at(-1);
    if (last) return last;
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const jwk = secretHalf.parse(await exportJWK(privateKey));
    const open = openHalf.parse({ kty: jwk.kty, n: jwk.n, e: jwk.e });
    const secret = await ring.seal(JSON.stringify(jwk), ['key-1']);
    // Another process may have made it at the same moment: then that one is the key.
    await unlessChanged(tables.commit([keys.create(partition, 'key-1', { open, secret, at: clock.machine() })]));
    return newest();
  }

  return {
    sign: async (payload, addressOf) => {
      const { key, value } = await newest();
      const keyId = key[0] ?? '';
      const secret = secretHalf.parse(JSON.parse(await ring.open(value.secret, [keyId])));
      const header = { alg: 'RS256', kid: addressOf(keyId), typ: 'JWT' };
      return new SignJWT(payload).setProtectedHeader(header).sign(await importJWK(secret, 'RS256'));
    },
    openKey: async (keyId) => (await keys.find(tables, partition, keyId))?.value.open,
  };
}
