/**
 * Azure Blob Storage through one file: blobs that only grow (the audit log) and blobs that are written once (copies of the state).
 * Every call has a deadline; a write that was done though its answer was lost counts as done (trust.md 4).
 */
import { buffer } from 'node:stream/consumers';
import {
  BlobServiceClient,
  RestError,
  type AppendBlobClient,
  type BlobDownloadResponseParsed,
  type ContainerClient,
} from '@azure/storage-blob';
import type { TokenCredential } from '@azure/identity';
import { pause } from './clock.ts';
import { Failure } from './errors.ts';
import { blobsInSteps, noteTry } from './telemetry/storage.ts';

export const containers = ['audit', 'copies'] as const;
export type ContainerName = (typeof containers)[number];

export interface Blobs {
  /** Makes the containers that are missing. */
  prepare(): Promise<void>;
  /**
   * Adds bytes to the end of an append blob, which begins with the first. `at`: how long it is; Failure `conflict` when it is
   * longer or shorter by now, unless these very bytes stand there already.
   */
  append(container: ContainerName, name: string, bytes: Uint8Array, at: number): Promise<void>;
  /** Bytes from `from` on; nothing where there is no such blob. */
  read(container: ContainerName, name: string, from?: number): Promise<Uint8Array | undefined>;
  /** Names in their order. */
  list(container: ContainerName, prefix?: string): Promise<string[]>;
  /** Writes a block blob whole, whatever was there. */
  put(container: ContainerName, name: string, bytes: Uint8Array): Promise<void>;
  remove(container: ContainerName, name: string): Promise<void>;
}

export interface BlobsOptions {
  readonly prefix: string;
  readonly connection?: string;
  readonly url?: string;
  readonly credential?: TokenCredential;
}

/** Some megabytes on a slow line. */
const deadline = 30_000;
/** A line at the end of a blob, for which somebody waits. */
const shortDeadline = 5_000;
const small = 100_000;
const tries = 4;

const statusOf = (error: unknown): number => (error instanceof RestError ? (error.statusCode ?? 0) : -1);
const isGone = (error: unknown): boolean => statusOf(error) === 404;
const mayPass = (error: unknown): boolean => {
  const status = statusOf(error);
  const isAbort = error instanceof Error && error.name === 'AbortError';
  // A yes that cannot be read: some proxy put a page of its own in the place of the answer.
  const unread = status >= 200 && status < 400;
  return (
    isAbort || unread || status === 0 || status === 408 || status === 429 || status >= 500 || error instanceof TypeError
  );
};

/** Tries again over passing faults. */
export async function persist<A>(attempt: (abortSignal: AbortSignal) => Promise<A>, within = deadline): Promise<A> {
  for (let turn = 1; ; turn += 1) {
    noteTry(turn);
    try {
      return await attempt(AbortSignal.timeout(within));
    } catch (error) {
      if (!mayPass(error)) throw error;
      if (turn >= tries) throw new Failure('unavailable', 'storage-down', { cause: error });
      await pause(50 * 4 ** (turn - 1) * (0.5 + Math.random()));
    }
  }
}

export function createBlobs(options: BlobsOptions): Blobs {
  const service = connect(options);
  const of = (container: ContainerName): ContainerClient =>
    service.getContainerClient(`${options.prefix.toLowerCase()}${container}`);

  async function read(container: ContainerName, name: string, from = 0): Promise<Uint8Array | undefined> {
    const client = of(container).getBlobClient(name);
    try {
      return await persist(async (abortSignal) => bytesOf(await client.download(from, undefined, { abortSignal })));
    } catch (error) {
      // A range that begins at the end.
      if (statusOf(error) === 416) return new Uint8Array();
      if (isGone(error)) return undefined;
      throw error;
    }
  }

  /** One that is there is as good, also where a policy refuses to make it anew: how long it is, appending tells. */
  async function begin(client: AppendBlobClient): Promise<void> {
    try {
      await persist((abortSignal) => client.createIfNotExists({ abortSignal }), shortDeadline);
    } catch (error) {
      if (statusOf(error) !== 409) throw error;
    }
  }

  return blobsInSteps({
    prepare: async () => {
      await Promise.all(
        containers.map((name) => persist((abortSignal) => of(name).createIfNotExists({ abortSignal }))),
      );
    },
    append: async (container, name, bytes, at) => {
      const client = of(container).getAppendBlobClient(name);
      if (at === 0) await begin(client);
      try {
        const conditions = { appendPosition: at };
        await persist(
          (abortSignal) => client.appendBlock(bytes, bytes.length, { abortSignal, conditions }),
          bytes.length < small ? shortDeadline : deadline,
        );
      } catch (error) {
        if (![404, 409, 412].includes(statusOf(error))) throw error;
        const there = (await read(container, name, at))?.subarray(0, bytes.length);
        if (!there || Buffer.compare(there, bytes) !== 0)
          throw new Failure('conflict', 'changed-meanwhile', { cause: error });
      }
    },
    read,
    list: (container, prefix = '') =>
      persist(async (abortSignal) => {
        const names: string[] = [];
        for await (const { containerName, segment } of of(container).listBlobsFlat({ prefix, abortSignal }).byPage()) {
          // The SDK takes any page that can be parsed for an answer: no names where there are some.
          if (!containerName) throw new TypeError('not the answer to this question');
          names.push(...segment.blobItems.map(({ name }) => name));
        }
        return names;
      }),
    put: async (container, name, bytes) => {
      const client = of(container).getBlockBlobClient(name);
      await persist((abortSignal) => client.uploadData(bytes, { abortSignal }));
    },
    remove: async (container, name) => {
      await persist((abortSignal) => of(container).getBlobClient(name).deleteIfExists({ abortSignal }));
    },
  });
}

/** All of an answer, or an error that passes: a page of somebody else, or one that ends before its end, is none. */
async function bytesOf({
  blobType,
  contentLength,
  readableStreamBody,
}: BlobDownloadResponseParsed): Promise<Uint8Array> {
  if (!blobType || !readableStreamBody) throw new TypeError('not the answer to this question');
  const bytes = await buffer(readableStreamBody).catch((cause: unknown) => {
    throw new TypeError('the answer ends before its end', { cause });
  });
  if (bytes.length !== contentLength) throw new TypeError('the answer ends before its end');
  return bytes;
}

function connect({ connection, url, credential }: BlobsOptions): BlobServiceClient {
  const retryOptions = { maxTries: 1 };
  if (connection !== undefined) return BlobServiceClient.fromConnectionString(connection, { retryOptions });
  if (url === undefined || credential === undefined)
    throw new Error('neither a connection nor an account is configured');
  return new BlobServiceClient(url, credential, { retryOptions });
}
