/**
 * What people wrote for the advisers in a check-in stands beside the requests and as they do: sealed with its writer, under a keyed
 * pseudonym of writer and check-in. The check-in itself does not say that there is one.
 */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import { sealed } from '../../../platform/sealed.ts';
import { rowsOf, type Row } from '../../../platform/tables.ts';
import { longestNote } from '../../checkins/model.ts';
import { personId } from '../../people/model.ts';
import { place } from '../store.ts';

export const keptNote = z.strictObject({
  id,
  /** Another one when it is written anew after it was read. */
  round: id,
  /** Whom its writer saw named. */
  advisers: z.array(personId).min(1),
  at: z.number(),
  readBy: personId.optional(),
  readAt: z.number().optional(),
  sealed,
});
export type KeptNote = z.infer<typeof keptNote>;

const sealedNote = z.strictObject({ personId, text: z.string().max(longestNote) });
export type SealedNote = z.infer<typeof sealedNote>;

/** Key: the pseudonym. */
export const notes = rowsOf('concerns', 'note', keptNote);

const ring = ({ concernsRing }: Platform) => concernsRing('contact');
const boundTo = ({ id: of, round }: Pick<KeptNote, 'id' | 'round'>): readonly string[] => [of, round];

interface Of {
  readonly personId: string;
  readonly pairId: string;
  readonly round: string;
}

export function nameForNote({ concernsRing }: Platform, of: Of): Promise<string> {
  return concernsRing('names').pseudonym(`note ${of.personId} ${of.pairId} ${of.round}`);
}

export function sealNote(deps: Platform, one: Pick<KeptNote, 'id' | 'round'>, what: SealedNote) {
  return ring(deps).seal(JSON.stringify(what), boundTo(one));
}

export async function openNote(deps: Platform, one: KeptNote): Promise<SealedNote> {
  return sealedNote.parse(JSON.parse(await ring(deps).open(one.sealed, boundTo(one))));
}

export function findNote({ tables }: Platform, of: string): Promise<Row<KeptNote> | undefined> {
  return notes.find(tables, place, of);
}

export function allNotes({ tables }: Platform): Promise<Row<KeptNote>[]> {
  return notes.list(tables, place);
}
