/** The keys of the sandbox's vault, version by version; kept in the data folder. */
import {
  constants,
  generateKeyPair,
  createPrivateKey,
  createPublicKey,
  privateDecrypt,
  publicEncrypt,
} from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const jwk = z.looseObject({ kty: z.literal('RSA'), n: z.string(), e: z.string(), d: z.string() });
const keyVersion = z.strictObject({ version: z.string(), created: z.number(), enabled: z.boolean(), jwk });
const kept = z.record(z.string(), z.array(keyVersion));
export type KeyVersion = z.infer<typeof keyVersion>;

export interface Keys {
  /** A new version of the key; the first one makes it. */
  create(name: string, bits: number): Promise<KeyVersion>;
  /** The newest version when none is named. */
  find(name: string, version?: string): KeyVersion | undefined;
  /** Oldest first. */
  versions(name: string): readonly KeyVersion[];
}

const oaep = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' } as const;
const newPair = promisify(generateKeyPair);

export async function openKeys(file: string): Promise<Keys> {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  const keys = new Map(Object.entries(kept.parse(JSON.parse(text))));
  let lastSave = Promise.resolve();

  async function save(): Promise<void> {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(`${file}.new`, JSON.stringify(Object.fromEntries(keys)), { mode: 0o600 });
    await rename(`${file}.new`, file);
  }

  return {
    async create(name, bits) {
      const { privateKey } = await newPair('rsa', { modulusLength: bits });
      const version = {
        version: randomBytes(16).toString('hex'),
        created: Math.floor(Date.now() / 1000),
        enabled: true,
        jwk: jwk.parse(privateKey.export({ format: 'jwk' })),
      };
      keys.set(name, [...(keys.get(name) ?? []), version]);
      await (lastSave = lastSave.then(save));
      return version;
    },
    find: (name, version) => {
      const all = keys.get(name) ?? [];
      return version === undefined ? all.at(-1) : all.find((one) => one.version === version);
    },
    versions: (name) => keys.get(name) ?? [],
  };
}

/** RSA-OAEP with SHA-256. Throws when the value is longer than the key can take. */
export function wrap(key: KeyVersion, value: Buffer): Buffer {
  return publicEncrypt({ key: createPublicKey({ key: key.jwk, format: 'jwk' }), ...oaep }, value);
}

/** Throws when this key did not wrap the value. */
export function unwrap(key: KeyVersion, value: Buffer): Buffer {
  return privateDecrypt({ key: createPrivateKey({ key: key.jwk, format: 'jwk' }), ...oaep }, value);
}
