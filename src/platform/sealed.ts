/**
 * Envelope encryption: values are sealed with a data key, data keys are kept wrapped by the vault. A sealed value opens only
 * for the very words it was bound to, so that a row that is moved to another person or question is no longer readable.
 */
import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import { z } from 'zod';
import { minute, type Clock } from './clock.ts';
import { Failure, isFailure } from './errors.ts';
import { newId, randomKey } from './ids.ts';
import { rowsOf, type Row, type Tables } from './tables.ts';
import type { Vault } from './vault.ts';

/** AES-256-GCM; `iv`, `tag` and `data` in base64url. */
export const sealed = z.strictObject({ keyId: z.string(), iv: z.string(), tag: z.string(), data: z.string() });
export type Sealed = z.infer<typeof sealed>;

const dataKey = z.strictObject({ kid: z.string(), value: z.string(), at: z.number() });
type DataKey = z.infer<typeof dataKey>;
/** Which data key seals now. Key: the ring. */
const current = rowsOf('system', 'ring', z.strictObject({ keyId: z.string() }));
/** Key: the ring, the data key. */
const dataKeys = rowsOf('system', 'datakey', dataKey);
const partition = 'keys';

/** An unwrapped key is forgotten after so long, and asked of the vault again: once for all who want it at the same time. */
const keptFor = 10 * minute;

export interface Ring {
  seal(text: string, boundTo: readonly string[]): Promise<Sealed>;
  /** Failure `unavailable` with `sealed-broken` when it was changed, or moved to where it does not belong. */
  open(one: Sealed, boundTo: readonly string[]): Promise<string>;
  /**
   * A pseudonym of a text, which nobody can make without the vault. 32 hexadecimal digits. Another data key gives another one:
   * whoever must find it again later says under which. Failure `unavailable` with `sealed-broken` when there is no such key.
   */
  pseudonym(text: string, keyId?: string): Promise<string>;
  /** A new data key for all that is sealed from now on; gives its id. */
  rotate(): Promise<string>;
  /** True when the vault has a newer version of its key than the one that wrapped the data key, or the data key is older than `age`. */
  isStale(age: number): Promise<boolean>;
  /** The data key that seals now; makes the first one. */
  currentId(): Promise<string>;
  /**
   * Forgets former data keys, once the current one is older than `age`: whoever sealed with a former one at the same moment has
   * long been seen by then. Only when nothing sealed with them is left.
   */
  dropOld(age: number): Promise<void>;
}

export interface SealedParts {
  readonly tables: Tables;
  readonly vault: Vault;
  readonly clock: Clock;
}

/** A ring for each field: the data key of one opens no other, and each is unwrapped and changed by itself. */
export type Rings = (field: string) => Ring;

export function createRings(parts: SealedParts, name: string): Rings {
  const rings = new Map<string, Ring>();
  return (field) => {
    const ring = rings.get(field) ?? createRing(parts, `${name}-${field}`);
    rings.set(field, ring);
    return ring;
  };
}

/** `name` keeps rings apart: what one seals, another cannot open. */
export function createRing({ tables, vault, clock }: SealedParts, name: string): Ring {
  const opened = new Map<string, { readonly key: Promise<Uint8Array>; readonly until: number }>();

  function keep(keyId: string, key: Promise<Uint8Array>): Promise<Uint8Array> {
    opened.set(keyId, { key, until: clock.machine() + keptFor });
    key.catch(() => opened.delete(keyId));
    return key;
  }

  function keyOf(keyId: string): Promise<Uint8Array> {
    for (const [id, { until }] of opened) if (until <= clock.machine()) opened.delete(id);
    return opened.get(keyId)?.key ?? keep(keyId, unwrapped(keyId));
  }

  async function unwrapped(keyId: string): Promise<Uint8Array> {
    const row = await dataKeys.find(tables, partition, name, keyId);
    if (!row) throw new Failure('unavailable', 'sealed-broken');
    return vault.unwrap(row.value);
  }

  async function makeKey(before: Row<{ keyId: string }> | undefined): Promise<string> {
    const [keyId, key] = [newId(), randomKey()];
    const { kid, value } = await vault.wrap(key);
    const made: DataKey = { kid, value, at: clock.machine() };
    const now = before ? current.replace(before, { keyId }) : current.create(partition, name, { keyId });
    await tables.commit([dataKeys.create(partition, [name, keyId], made), now]);
    await keep(keyId, Promise.resolve(key));
    return keyId;
  }

  async function currentId(): Promise<string> {
    const row = await current.find(tables, partition, name);
    if (row) return row.value.keyId;
    try {
      return await makeKey(undefined);
    } catch (error) {
      // Another process made the first one.
      if (!isFailure(error, 'conflict')) throw error;
      return (await current.find(tables, partition, name))?.value.keyId ?? '';
    }
  }

  return {
    seal: async (text, boundTo) => {
      const keyId = await currentId();
      const iv = randomKey().subarray(0, 12);
      const cipher = createCipheriv('aes-256-gcm', await keyOf(keyId), iv).setAAD(bound(name, boundTo));
      const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]).toString('base64url');
      const at = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
      return { keyId, iv: at(iv), tag: at(cipher.getAuthTag()), data };
    },
    open: async (one, boundTo) => {
      const at = (text: string): Buffer => Buffer.from(text, 'base64url');
      const key = await keyOf(one.keyId);
      try {
        const options = { authTagLength: 16 };
        const decipher = createDecipheriv('aes-256-gcm', key, at(one.iv), options).setAAD(bound(name, boundTo));
        decipher.setAuthTag(at(one.tag));
        return Buffer.concat([decipher.update(at(one.data)), decipher.final()]).toString('utf8');
      } catch (cause) {
        throw new Failure('unavailable', 'sealed-broken', { cause });
      }
    },
    pseudonym: async (text, keyId) =>
      createHmac('sha256', await keyOf(keyId ?? (await currentId())))
        .update(text)
        .digest('hex')
        .slice(0, 32),
    currentId,
    rotate: async () => makeKey(await current.find(tables, partition, name)),
    isStale: async (age) => {
      const row = await dataKeys.find(tables, partition, name, await currentId());
      return !row || row.value.kid !== (await vault.newest()) || clock.machine() - row.value.at > age;
    },
    dropOld: async (age) => {
      const now = await currentId();
      const all = await dataKeys.list(tables, partition, name);
      const [mine] = all.filter((row) => row.key[1] === now);
      const old = mine && clock.machine() - mine.value.at >= age ? all.filter((row) => row !== mine) : [];
      for (const row of old) await tables.commit([dataKeys.remove(row)]);
    },
  };
}

/** Lengths and words: no two lists of words give the same bytes. */
function bound(name: string, words: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify([name, ...words]));
}
