/** Key Vault: wraps and unwraps short keys with the organisation's key, which never leaves it. Old versions unwrap for ever. */
import { z } from 'zod';
import type { Config } from '../config.ts';
import type { Clock } from './clock.ts';
import { askEntra, parseJson } from './entra/ask.ts';
import { keptToken } from './entra/kept-token.ts';
import { managedIdentityToken } from './entra/managed-identity.ts';
import { Failure } from './errors.ts';
import type { Outbound } from './outbound.ts';

export interface Wrapped {
  /** The address of the key version that wrapped it. */
  readonly kid: string;
  /** base64url */
  readonly value: string;
}

export interface Vault {
  /** With the newest version of the key. */
  wrap(key: Uint8Array): Promise<Wrapped>;
  /** Failure `unavailable` with `vault-refused` when no version of our own key has wrapped it. */
  unwrap(wrapped: Wrapped): Promise<Uint8Array>;
  /** The address of the newest version. */
  newest(): Promise<string>;
}

export interface VaultParts {
  readonly config: Config;
  readonly outbound: Outbound;
  readonly clock: Clock;
}

const resource = 'https://vault.azure.net';
const algorithm = 'RSA-OAEP-256';
const operated = z.looseObject({ kid: z.string(), value: z.string().min(1) });
const bundle = z.looseObject({ key: z.looseObject({ kid: z.string() }) });

/** What the vault said instead of what was asked; the cause of a Failure. */
export class VaultAnswer extends Error {
  override readonly name = 'VaultAnswer';
  readonly status: number;

  constructor(status: number) {
    super(`the vault answered ${status}`);
    this.status = status;
  }
}

/** Without a vault in the settings every call is a Failure `unavailable` with `vault-not-set-up`. */
export function createVault({ config, outbound, clock }: VaultParts): Vault {
  const token = keptToken(clock, () => managedIdentityToken({ config, outbound }, resource));

  /** `https://VAULT/keys/NAME`, whatever version the setting names: wrapping follows a rotation by itself. */
  function keyAddress(): string {
    if (!config.vault) throw new Failure('unavailable', 'vault-not-set-up');
    const { origin, pathname } = new URL(config.vault.keyId);
    return `${origin}${pathname.split('/').slice(0, 3).join('/')}`;
  }

  async function ask<T>(schema: z.ZodType<T>, url: string, body?: object): Promise<T> {
    const headers = { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const method = body === undefined ? 'GET' : 'POST';
    const answer = await askEntra(outbound, { method, url: `${url}?api-version=7.4`, headers, ...sent });
    const read = schema.safeParse(answer.status === 200 ? parseJson(answer.body) : undefined);
    if (read.success) return read.data;
    const reason = answer.status === 400 || answer.status === 404 ? 'vault-refused' : 'vault-down';
    throw new Failure('unavailable', reason, { cause: new VaultAnswer(answer.status) });
  }

  return {
    wrap: async (key) => {
      const value = Buffer.from(key).toString('base64url');
      const made = await ask(operated, `${keyAddress()}/wrapkey`, { alg: algorithm, value });
      return { kid: made.kid, value: made.value };
    },
    unwrap: async ({ kid, value }) => {
      // Only versions of our key: a row that names another would otherwise choose where we send it.
      if (!kid.startsWith(`${keyAddress()}/`)) throw new Failure('unavailable', 'vault-refused');
      return Buffer.from((await ask(operated, `${kid}/unwrapkey`, { alg: algorithm, value })).value, 'base64url');
    },
    newest: async () => (await ask(bundle, keyAddress())).key.kid,
  };
}
