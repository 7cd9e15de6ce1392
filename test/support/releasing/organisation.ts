/** Whom a history is about: people who belong somewhere, what each says in each round, and a store for their answers. */
import { createHmac } from 'node:crypto';
import { silentLog } from '../../../src/platform/log.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import type { Answered, Attribute } from '../../../src/features/release/cuts/model.ts';
import type { ReleaseItem } from '../../../src/features/release/model.ts';
import { randomFrom } from '../delivery/chance.ts';
import { memoryTables } from '../delivery/memory.ts';

/** What results are parted by, where they are. */
export const partedBy: readonly Attribute[] = [{ id: 'department' }, { id: 'site' }];
export const items: readonly ReleaseItem[] = [
  { id: 'fair', kind: 'rating' },
  { id: 'heard', kind: 'rating' },
  { id: 'why', kind: 'text' },
];
export const ratings = items.filter(({ kind }) => kind === 'rating').map(({ id }) => id);

export interface Member {
  readonly number: number;
  readonly id: string;
  readonly of: Answered['of'];
}

export interface Draws {
  readonly chance: () => number;
  /** A whole number below. */
  readonly below: (most: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
}

export function drawsFrom(seed: number): Draws {
  const chance = randomFrom(seed);
  const below = (most: number): number => Math.floor(chance() * most);
  return { chance, below, pick: (list) => list[below(list.length)]! };
}

export function membersFrom({ below, chance }: Draws, areMany: boolean): Member[] {
  return Array.from({ length: areMany ? 30 + below(21) : 6 + below(12) }, (_, number) => ({
    ...{ number, id: `person-${number}` },
    of: {
      ...(chance() < 0.95 ? { department: `department-${below(2)}` } : {}),
      ...(chance() < 0.95 ? { site: `site-${below(3)}` } : {}),
    },
  }));
}

export interface Leaning {
  readonly middle: number;
  readonly width: number;
}

/** Some questions part people, of some nearly all say the same. */
export const leaningFrom = ({ chance }: Draws): Leaning => ({
  middle: 1.5 + 3 * chance(),
  width: 0.4 + 2.5 * chance(),
});

export function sayingOf({ chance }: Draws, leanings: readonly Leaning[]): Record<string, number> {
  const said = ratings.flatMap((id, at) => {
    const { middle, width } = leanings[at] ?? { middle: 3, width: 2 };
    const value = Math.max(1, Math.min(5, Math.round(middle + (chance() + chance() - 1) * width)));
    return chance() < 0.95 ? [[id, value] as const] : [];
  });
  return Object.fromEntries(said);
}

/** The store in memory; pseudonyms by a key of the seed, so that a history can be told again. */
export function memoryPlatform(seed: number): Platform {
  const ring = (chain: string) => ({
    pseudonym: async (text: string) => createHmac('sha256', `${seed} ${chain}`).update(text).digest('hex').slice(0, 32),
  });
  const clock = { now: () => 1_000, machine: () => 1_000 };
  return { tables: memoryTables(), clock, log: silentLog, answersRing: ring } as unknown as Platform;
}
