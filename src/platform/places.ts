/**
 * Where copies are put: a folder, or a container of a storage account by its address. Names may hold `/`; what is put is whole or
 * not there, and every call has a deadline.
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { BlobServiceClient, ContainerClient, RestError } from '@azure/storage-blob';
import type { Config } from '../config.ts';
import { Failure } from './errors.ts';
import { persist as tryAgain } from './blobs.ts';
import { storageAccess } from './storage.ts';
import type { Vault } from './vault.ts';

export interface Place {
  /** As an administrator named it. */
  readonly address: string;
  /** Makes the folder or the container where it is missing. */
  prepare(): Promise<void>;
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** Nothing where there is no such thing. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** Names in their order. */
  list(prefix?: string): Promise<string[]>;
  remove(name: string): Promise<void>;
}

/** The vault wraps the key that each copy is sealed with. */
export interface CopyPlace {
  readonly place: Place;
  readonly vault: Vault;
}

/** `https://ACCOUNT.blob.core.windows.net/CONTAINER` with the managed identity, the emulator's with its connection; anything else is a folder. */
export function placeAt(address: string, config: Config): Place {
  return /^https?:\/\//i.test(address) ? containerAt(address.replace(/\/+$/, ''), config) : folderAt(resolve(address));
}

const isGone = (error: unknown): boolean =>
  (error instanceof RestError && error.statusCode === 404) ||
  (error instanceof Error && 'code' in error && error.code === 'ENOENT');

async function unlessGone<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

function folderAt(folder: string): Place {
  const fileOf = (name: string): string => {
    const file = resolve(folder, name);
    if (!file.startsWith(folder + sep)) throw new Failure('bad-input', 'bad-id');
    return file;
  };
  return {
    address: folder,
    prepare: async () => void (await mkdir(folder, { recursive: true })),
    put: async (name, bytes) => {
      const file = fileOf(name);
      await mkdir(dirname(file), { recursive: true });
      // Half a file never has the name of a whole one.
      await writeFile(`${file}.part`, bytes, { mode: 0o600 });
      await rename(`${file}.part`, file);
    },
    read: (name) => unlessGone(readFile(fileOf(name))),
    list: async (prefix = '') => {
      const all = (await unlessGone(readdir(folder, { recursive: true, withFileTypes: true }))) ?? [];
      return all
        .filter((one) => one.isFile() && !one.name.endsWith('.part'))
        .map((one) => relative(folder, join(one.parentPath, one.name)).split(sep).join('/'))
        .filter((name) => name.startsWith(prefix))
        .toSorted();
    },
    remove: async (name) => {
      await rm(fileOf(name), { force: true });
      if (name.includes('/')) await removeIfEmpty(dirname(fileOf(name)));
    },
  };
}

async function removeIfEmpty(folder: string): Promise<void> {
  if ((await unlessGone(readdir(folder)))?.length === 0) await rm(folder, { recursive: true, force: true });
}

/** Failure `unavailable` with `copies-refused` where we have no right to the container. */
async function persist<A>(attempt: (abortSignal: AbortSignal) => Promise<A>): Promise<A> {
  try {
    return await tryAgain(attempt);
  } catch (error) {
    const isRefused = error instanceof RestError && (error.statusCode === 401 || error.statusCode === 403);
    throw isRefused ? new Failure('unavailable', 'copies-refused', { cause: error }) : error;
  }
}

/** Names listed in one call may be thousands. */
const listDeadline = 60_000;

function containerAt(address: string, config: Config): Place {
  const client = clientOf(address, config);
  return {
    address,
    prepare: async () => {
      // A right to this container alone may not allow to make it: then it must be there.
      if (!(await persist((abortSignal) => client.exists({ abortSignal }))))
        await persist((abortSignal) => client.createIfNotExists({ abortSignal }));
    },
    put: async (name, bytes) => {
      await persist((abortSignal) => client.getBlockBlobClient(name).uploadData(bytes, { abortSignal }));
    },
    read: (name) =>
      unlessGone(persist((abortSignal) => client.getBlobClient(name).downloadToBuffer(0, undefined, { abortSignal }))),
    list: (prefix = '') =>
      persist(async () => {
        const names: string[] = [];
        const pages = client.listBlobsFlat({ prefix, abortSignal: AbortSignal.timeout(listDeadline) });
        for await (const { name } of pages) names.push(name);
        return names;
      }),
    remove: async (name) => {
      await persist((abortSignal) => client.getBlobClient(name).deleteIfExists({ abortSignal }));
    },
  };
}

const retryOptions = { maxTries: 1 };

function clientOf(address: string, config: Config): ContainerClient {
  const { connection, credential } = storageAccess(config).blobs;
  if (connection !== undefined) {
    const service = BlobServiceClient.fromConnectionString(connection, { retryOptions });
    const base = `${service.url.replace(/\/+$/, '')}/`;
    if (address.startsWith(base)) return service.getContainerClient(address.slice(base.length));
  }
  if (credential === undefined) throw new Failure('bad-input', 'copies-address');
  return new ContainerClient(address, credential, { retryOptions });
}
