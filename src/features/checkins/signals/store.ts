/** What was seen of a pair stands under it; words are in the list of the programme. */
import { idOf } from '../../../platform/ids.ts';
import { rowsOf } from '../../../platform/tables.ts';
import { seen } from './model.ts';

/** Key: the pair, the occasion's id, which is its word's too. */
export const seenRows = rowsOf('programmes', 'signal', seen);

export function seenIdOf(
  pairId: string,
  { why, occasion }: { readonly why: string; readonly occasion: string },
): string {
  return idOf(why, pairId, occasion);
}
