/** Polls are rows of their programme, under the pair. */
import { day } from '../../../platform/clock.ts';
import type { Platform } from '../../../platform/platform.ts';
import { rowsOf } from '../../../platform/tables.ts';
import type { Pair } from '../../pairs/model.ts';
import type { Slot } from '../model.ts';
import { poll, slotsOf } from './model.ts';

/** Key: the pair, then the poll. */
export const polls = rowsOf('programmes', 'poll', poll);

/** A yes in spite of the own calendar holds for so long. */
const holdsFor = 14 * day;

/** Times to which both said yes: one proposed them, the other ticked them. They count as free for the two. */
export async function agreedTimes(
  { tables, clock }: Pick<Platform, 'tables' | 'clock'>,
  { programmeId, id }: Pick<Pair, 'programmeId' | 'id'>,
): Promise<Slot[]> {
  const rows = await polls.list(tables, programmeId, id);
  return rows.flatMap(({ value }) =>
    value.said && clock.now() - value.said.at < holdsFor ? slotsOf(value, value.said.works) : [],
  );
}
