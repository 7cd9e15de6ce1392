/** What a wish for a time is to the meetings that a pair has: one that is planned already, one that is under way, or a new one. */
import { idOf } from '../../../platform/ids.ts';
import type { Row } from '../../../platform/tables.ts';
import type { Pair } from '../../pairs/model.ts';
import type { Meeting, Slot } from '../model.ts';

export function plannedAt(all: readonly Row<Meeting>[], slot: Slot): Meeting | undefined {
  return all.find(({ value }) => value.state === 'planned' && isSameTime(value, slot))?.value;
}

/** Bookings of which nobody knows yet whether they are in the calendar. */
export function openBookings(all: readonly Row<Meeting>[], personId: string): Row<Meeting>[] {
  return all.filter(({ value }) => value.state === 'booking' && value.organiserId === personId);
}

/** An earlier try of the same wish. */
export function sameWish(all: readonly Row<Meeting>[], personId: string, slot: Slot): Row<Meeting> | undefined {
  return openBookings(all, personId).find(({ value }) => isSameTime(value, slot));
}

/** Under an id that the same wish gives again; one that was cancelled is followed by a new one. */
export function newMeeting(all: readonly Row<Meeting>[], pair: Pair, organiserId: string, slot: Slot): Meeting {
  const { programmeId, id: pairId } = pair;
  const known = new Set(all.map(({ value }) => value.id));
  for (let turn = 0; ; turn += 1) {
    const id = idOf('meeting', pairId, organiserId, String(slot.start), String(slot.end), String(turn));
    if (!known.has(id))
      return { id, programmeId, pairId, ...slot, state: 'booking', organiserId, byHand: false, sequence: 0 };
  }
}

function isSameTime(one: Slot, other: Slot): boolean {
  return one.start === other.start && one.end === other.end;
}
