/** Followed mailboxes are rows of the system; meetings are found through the pairs of whoever organises them. */
import { day } from '../../../platform/clock.ts';
import type { Platform } from '../../../platform/platform.ts';
import { rowsOf, type Row, type Tables } from '../../../platform/tables.ts';
import { pairsOfPerson } from '../../pairs/usecases.ts';
import type { Meeting } from '../model.ts';
import { meetings } from '../store.ts';
import { followed, type Followed } from './model.ts';

export const outlook = 'outlook';

/** Key: whose mailbox it is. */
export const mailboxes = rowsOf('system', 'followed', followed);

export function followedMailboxes(tables: Tables): Promise<Row<Followed>[]> {
  return mailboxes.list(tables, outlook);
}

/** Meetings in this person's own calendar that are planned and not over since yesterday. */
export async function heldBy(deps: Platform, personId: string): Promise<Row<Meeting>[]> {
  const pairs = await pairsOfPerson(deps, personId);
  const lists = await Promise.all(pairs.map(({ programmeId, id }) => meetings.list(deps.tables, programmeId, id)));
  const since = deps.clock.now() - day;
  return lists.flat().filter(({ value }) => isHeld(value) && value.organiserId === personId && value.end > since);
}

function isHeld({ state, byHand, eventId }: Meeting): boolean {
  return state === 'planned' && !byHand && eventId !== undefined;
}
