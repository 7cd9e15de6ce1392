/** The entry in the calendar of whoever makes it, with their own rights: of an event the honoured who come are in it, and none sees another. */
import type { Caller } from '../../../../platform/doors.ts';
import { Failure } from '../../../../platform/errors.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { untilUnchanged } from '../../../../platform/tables/conflict.ts';
import { cancelEntry, keepEntry, requestOf } from '../../../training/sessions/calendar/usecases.ts';
import { cancelledEntry, entryTexts } from '../cards.ts';
import { honoursOf } from '../honours/usecases.ts';
import type { Entry } from '../model.ts';
import { comingOf } from '../one/usecases.ts';
import { endOf, entryHolds } from '../rules.ts';
import { honourEvents } from '../store.ts';
import { cancelEvent, coordinatedEvent, requireVersion, type EventAddress } from '../usecases.ts';

/** Makes the entry, or brings it in line with the time and with who comes now. The same press twice is the same entry. */
export async function enterEvent(deps: Platform, caller: Caller, at: EventAddress): Promise<void> {
  const { row } = await coordinatedEvent(deps, caller, at);
  const { value: one } = row;
  if (one.state === 'cancelled') throw new Failure('conflict', 'event-cancelled');
  if (one.start <= deps.clock.now()) throw new Failure('conflict', 'event-begun');
  if (one.entry && one.entry.by !== caller.personId) throw new Failure('conflict', 'event-entry-of-another');
  const request = requestOf(caller);
  if (request !== undefined && one.entry?.request === request) return;
  const people = comingOf(await honoursOf(deps, at));
  const kept = await keepEntry(deps, caller, {
    ...{ id: one.id, version: one.version, before: one.entry?.eventId, people },
    ...{ start: one.start, end: endOf(one), zone: one.zone, online: one.online, link: one.link },
    ...{ place: one.place, texts: entryTexts(caller.language) },
  });
  const holds = entryHolds(one, people);
  const entry: Entry = { ...kept, by: caller.personId, holds, ...(request === undefined ? {} : { request }) };
  // Others answer while Outlook is asked: what it holds says whether it is in line.
  await untilUnchanged(async () => {
    const now = await honourEvents.find(deps.tables, at.programmeId, at.eventId);
    if (!now) throw new Failure('not-found', 'honour-event-gone');
    await deps.tables.commit([honourEvents.replace(now, { ...now.value, entry })]);
  });
}

/** Out of the calendar first, while it is known where it is; an entry of another coordinator stays, and they are told on the page. */
export async function callOffEvent(deps: Platform, caller: Caller, at: EventAddress, version: number): Promise<void> {
  const known = await coordinatedEvent(deps, caller, at);
  const { value: one } = known.row;
  if (one.state === 'cancelled') return;
  requireVersion(known.row, version);
  if (one.start <= deps.clock.now()) throw new Failure('conflict', 'event-begun');
  if (one.entry?.by === caller.personId)
    await cancelEntry(deps, caller, one.entry.eventId, cancelledEntry(caller.language));
  await cancelEvent(deps, known);
}
