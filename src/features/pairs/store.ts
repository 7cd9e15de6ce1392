/** Pairs are rows of their programme; each member has a line in the own partition. */
import { z } from 'zod';
import { id } from '../../platform/ids.ts';
import { rowsOf, type Change, type Row, type Tables } from '../../platform/tables.ts';
import { standings } from '../matching/store.ts';
import { pair, parting, type Pair } from './model.ts';
import { standingOf } from './rules.ts';

/** Key: the pair's id. */
export const pairs = rowsOf('programmes', 'pair', pair);
/** Pairs of a person, written before the pair. Key: the pair's id. */
export const pairLines = rowsOf('people', 'pair', z.strictObject({ programmeId: id, pairId: id }));
/** Why people parted, under a random id. */
export const partings = rowsOf('programmes', 'parting', parting);

/** The pair anew, and what the matching is told of it; to be committed together. */
export async function changePair(tables: Tables, row: Row<Pair>, next: Pair): Promise<Change[]> {
  const standing = standingOf(next);
  if (standing) return [pairs.replace(row, next), standings.put(next.programmeId, next.id, standing)];
  const told = await standings.find(tables, next.programmeId, next.id);
  return [pairs.replace(row, next), ...(told ? [standings.remove(told)] : [])];
}
