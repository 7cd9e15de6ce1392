/** Comparisons of two rounds, in the partition of the later one: what was told, and who and what stand behind it. Written once. */
import { z } from 'zod';
import { rowsOf, type Change, type Tables } from '../../../platform/tables.ts';
import { itemId } from '../model.ts';
import type { Renamed } from '../store.ts';
import { linkedFigures } from './model.ts';

export const comparisons = rowsOf('surveys', 'linked', linkedFigures);

/** By item that was told: how many at the head of the list were left out, and for how few it is rounded. Never leaves the server. */
export const linkBasis = z.strictObject({
  items: z.record(itemId, z.strictObject({ leftOut: z.number().int(), as: z.number().int() })),
});
export const linkBases = rowsOf('surveys', 'linkbasis', linkBasis);

/** The pseudonyms of those who answered both rounds, in order, in parts that a row can hold. */
export const linkLedger = rowsOf('surveys', 'linkledger', z.strictObject({ ids: z.array(z.string()) }));

/** As part of a key. */
export const only = 'own';

/**
 * Where somebody of a list is gone, nothing is compared with it any more, so nobody else needs to stand in it either: one id of nobody
 * is left, which says that there was such a list. In its place among the others it would still tell which one it was.
 */
export async function linkedUnder(tables: Tables, surveyId: string, { key, nobody }: Renamed): Promise<Change[]> {
  const parts = await linkLedger.list(tables, surveyId);
  if (!parts.some(({ value }) => value.ids.includes(key))) return [];
  return parts.map((part, at) => (at === 0 ? linkLedger.replace(part, { ids: [nobody] }) : linkLedger.remove(part)));
}
