/**
 * Requests stand in a table of their own, under a keyed pseudonym of whoever asks, so that there is one for a person and no row says
 * whose it is. All of them are one partition: they are few, and what is counted changes in the same batch.
 */
import { z } from 'zod';
import { id } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { sealed } from '../../platform/sealed.ts';
import { rowsOf, type Row } from '../../platform/tables.ts';
import { personId } from '../people/model.ts';
import { adviser, contacts, news, sealedWish, states, type SealedWish } from './model.ts';

export const kept = z.strictObject({
  id,
  /** Another one for each request of the same person. */
  round: id,
  advisers: z.array(personId).min(1),
  state: z.enum(states),
  at: z.number(),
  takenBy: personId.optional(),
  doneAt: z.number().optional(),
  /** The last adviser who could read it has left: nobody reads it, and its person chooses anew. */
  isBack: z.boolean().optional(),
  /** What its person was told by card: no record of such a card is kept. */
  told: z.array(z.enum(news)),
  sealed,
});
export type KeptRequest = z.infer<typeof kept>;

/** Key: the pseudonym. */
export const requests = rowsOf('concerns', 'request', kept);
/** Key: the person. */
export const advisers = rowsOf('concerns', 'adviser', adviser);
/** Key: `own`. */
export const contactRows = rowsOf('concerns', 'contacts', contacts);
/** Key: the month, as `2026-03`. */
export const counts = rowsOf('concerns', 'count', z.number().int());

export const place = 'all';

const contactRing = ({ concernsRing }: Platform) => concernsRing('contact');
const boundTo = ({ id: of, round }: Pick<KeptRequest, 'id' | 'round'>): readonly string[] => [of, round];

/** This key never changes: with another one a request would not be found any more. */
export function nameFor({ concernsRing }: Platform, of: string): Promise<string> {
  return concernsRing('names').pseudonym(`person ${of}`);
}

export function sealWish(deps: Platform, one: Pick<KeptRequest, 'id' | 'round'>, what: SealedWish) {
  return contactRing(deps).seal(JSON.stringify(what), boundTo(one));
}

export async function openWish(deps: Platform, one: KeptRequest): Promise<SealedWish> {
  return sealedWish.parse(JSON.parse(await contactRing(deps).open(one.sealed, boundTo(one))));
}

export function findRequest({ tables }: Platform, of: string): Promise<Row<KeptRequest> | undefined> {
  return requests.find(tables, place, of);
}

export function allRequests({ tables }: Platform): Promise<Row<KeptRequest>[]> {
  return requests.list(tables, place);
}
