/** A door that a mentor opened for a mentee: noted by one of the two, counted while both say so, read by nobody else. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { personId } from '../../people/model.ts';
import { headcount, type Headcount } from '../../release/model.ts';

export const doorKinds = ['introduction', 'invitation', 'recommendation'] as const;
export const doorKind = z.enum(doorKinds);

export const longestWord = 120;
/** More than a pair needs in a year. */
export const mostDoors = 50;

/** Whoever noted it agrees by that, until they take it back: then nothing is left. */
export const door = z.strictObject({
  id,
  programmeId: id,
  pairId: id,
  kind: doorKind,
  by: personId,
  /** For the two alone, without names of others. */
  word: z.string().max(longestWord).optional(),
  at: z.number(),
  partnerSaid: z.enum(['yes', 'no']).optional(),
});
export type Door = z.infer<typeof door>;

/** `id`: one of those that the page was given, so that a double press is one door. */
export const doorDraft = z.strictObject({ id, kind: doorKind, word: z.string().trim().max(longestWord) });
export type DoorDraft = z.infer<typeof doorDraft>;

export const doorView = z.strictObject({
  id,
  kind: doorKind,
  word: z.string().optional(),
  at: z.number(),
  mine: z.boolean(),
  state: z.enum(['waits', 'counts', 'not-counted']),
});
export type DoorView = z.infer<typeof doorView>;

export const pairDoors = z.strictObject({
  partner: z.string(),
  /** For the next one that is noted. */
  nextId: id,
  doors: z.array(doorView),
});
export type PairDoors = z.infer<typeof pairDoors>;

/** What leaves a pair: how many doors in all, and nothing from fewer than five pairs. */
export const doorFigures = z.strictObject({ doors: headcount });

/** From so many pairs on. */
export const leastPairs = 5;

export const counts = ({ partnerSaid }: Pick<Door, 'partnerSaid'>): boolean => partnerSaid === 'yes';

/** Under five, five to nine, or the number; from few pairs it stays under five, however many they are. */
export function toldDoors(all: readonly Pick<Door, 'pairId' | 'partnerSaid'>[]): Headcount {
  const agreed = all.filter(counts);
  const pairs = new Set(agreed.map(({ pairId }) => pairId)).size;
  if (agreed.length < 5 || pairs < leastPairs) return { kind: 'under-5' };
  return agreed.length < 10 ? { kind: '5-to-9' } : { kind: 'exact', people: agreed.length };
}
