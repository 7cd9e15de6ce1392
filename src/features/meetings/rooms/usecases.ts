/** Rooms for a meeting in person: found and taken with the rights of whoever books. */
import { minute } from '../../../platform/clock.ts';
import type { Room } from '../../../platform/calendar.ts';
import type { Caller } from '../../../platform/doors.ts';
import { Failure, isFailure } from '../../../platform/errors.ts';
import { describeError } from '../../../platform/log.ts';
import type { Platform } from '../../../platform/platform.ts';
import { membersOf, type Pair } from '../../pairs/model.ts';
import { activePairFor } from '../../pairs/usecases.ts';
import { planningFor } from '../../people/passport/usecases.ts';
import { findPeople } from '../../people/usecases.ts';
import type { Slot } from '../model.ts';
import type { RoomView } from './model.ts';
import { roomsAt } from './rules.ts';

/** Of so many the calendars are asked, and so many are offered. */
const [mostAsked, mostOffered] = [20, 3] as const;

/** None where the two are not at one site, and where nobody allowed to look for rooms: then they meet online, as ever. */
export async function offerRooms(
  deps: Platform,
  caller: Caller,
  at: { readonly programmeId: string; readonly pairId: string },
  { start, minutes }: { readonly start: number; readonly minutes: number },
): Promise<RoomView[]> {
  const { value: pair } = await activePairFor(deps, caller.personId, at.programmeId, at.pairId);
  const rooms = (await freeRooms(deps, caller, pair, { start, end: start + minutes * minute })) ?? [];
  return rooms.slice(0, mostOffered).map(({ address, name, seats }) => ({
    ...{ address, name },
    ...(seats === undefined ? {} : { seats }),
  }));
}

/** The room that was chosen. Failure `conflict` with `room-taken` when it is not free any more. */
export async function roomFor(
  deps: Platform,
  caller: Caller,
  pair: Pair,
  { slot, address }: { readonly slot: Slot; readonly address: string },
): Promise<Room> {
  const free = await freeRooms(deps, caller, pair, slot);
  const found = free?.find((one) => one.address === address);
  if (!found) throw taken();
  return found;
}

/** For a meeting that moves. Where rooms cannot be looked at, the room answers in Outlook, as it does there. */
export async function requireRoom(deps: Platform, caller: Caller, pair: Pair, slot: Slot, name: string): Promise<void> {
  const free = await freeRooms(deps, caller, pair, slot);
  if (free && !free.some((one) => one.name === name)) throw taken();
}

function taken(): Failure {
  return new Failure('conflict', 'room-taken', { fields: [{ field: 'room', reason: 'room-taken' }] });
}

/** Nothing where nobody can say. */
async function freeRooms(
  deps: Platform,
  { assertion }: Caller,
  pair: Pair,
  { start, end }: Slot,
): Promise<Room[] | undefined> {
  const [one, other] = [...(await findPeople(deps, membersOf(pair))).values()];
  if (assertion === undefined || one?.site === undefined || one.site !== other?.site) return [];
  try {
    const [rooms, ...both] = await Promise.all([
      deps.calendar.rooms(assertion),
      ...membersOf(pair).map((id) => planningFor(deps, id)),
    ]);
    const needs = new Set(both.flatMap((each) => [...each.needs]));
    const near = roomsAt(one.site, rooms, needs).slice(0, mostAsked);
    if (near.length === 0) return [];
    const boxes = near.map(({ address }) => ({ personId: address, address }));
    const seen = await deps.calendar.freeBusy(boxes, start, end, assertion);
    return near.filter(({ address }) => {
      const answer = seen.get(address);
      return answer !== undefined && 'busy' in answer && answer.busy.length === 0;
    });
  } catch (error) {
    if (!isFailure(error)) throw error;
    // A meeting does not depend on it.
    deps.log.info(describeError(error), 'no rooms are offered now');
    return undefined;
  }
}
