/** What this process read less than a minute ago, for those who ask for the same many times in a row. Others may read it anew. */
import { minute } from './clock.ts';
import type { Platform } from './platform.ts';
import type { Tables } from './tables.ts';
import { originOf } from './tables/look.ts';

interface Remembered<T> {
  readonly at: number;
  readonly found: Promise<T>;
}

export type Remember<T> = (deps: Pick<Platform, 'tables' | 'clock'>, key: string, read: () => Promise<T>) => Promise<T>;

/** At most so many answers at a time; what could not be read is asked for again. */
export function rememberer<T>(most: number): Remember<T> {
  const perStorage = new WeakMap<Tables, Map<string, Remembered<T>>>();
  return ({ tables, clock }, key, read) => {
    const storage = originOf(tables);
    const kept = perStorage.get(storage) ?? new Map<string, Remembered<T>>();
    perStorage.set(storage, kept);
    const now = clock.machine();
    for (const [old, { at }] of kept) if (now - at >= minute) kept.delete(old);
    const known = kept.get(key);
    if (known) return known.found;
    const found = read();
    kept.set(key, { at: now, found });
    found.catch(() => kept.delete(key));
    for (const old of [...kept.keys()].slice(0, -most)) kept.delete(old);
    return found;
  };
}
