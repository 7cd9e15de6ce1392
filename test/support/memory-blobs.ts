/** Blobs that hold to the same promises as the real ones, in memory: for chains that are spoiled by the thousand. */
import type { Blobs } from '../../src/platform/blobs.ts';
import { Failure } from '../../src/platform/errors.ts';

export interface MemoryBlobs extends Blobs {
  /** By `container/name`; what is put in or taken out here is put in or taken out. */
  readonly all: Map<string, Uint8Array>;
}

export function memoryBlobs(begin: Iterable<readonly [string, Uint8Array]> = []): MemoryBlobs {
  const all = new Map(begin);
  const at = (container: string, name: string): string => `${container}/${name}`;
  return {
    all,
    prepare: async () => undefined,
    append: async (container, name, bytes, length) => {
      const there = all.get(at(container, name)) ?? (length === 0 ? new Uint8Array() : undefined);
      if (there?.length === length) return void all.set(at(container, name), Buffer.concat([there, bytes]));
      const same = there?.subarray(length, length + bytes.length) ?? new Uint8Array();
      if (Buffer.compare(same, bytes) !== 0) throw new Failure('conflict', 'changed-meanwhile');
    },
    read: async (container, name, from = 0) => all.get(at(container, name))?.subarray(from),
    list: async (container, prefix = '') => {
      const names = [...all.keys()].filter((one) => one.startsWith(at(container, prefix)));
      return names.map((one) => one.slice(container.length + 1)).toSorted((a, b) => (a < b ? -1 : 1));
    },
    put: async (container, name, bytes) => void all.set(at(container, name), bytes),
    remove: async (container, name) => void all.delete(at(container, name)),
  };
}
