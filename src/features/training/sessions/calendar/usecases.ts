/** The entry in the calendar of whoever makes it, with their own rights. Those who come are in it, and none of them sees another's name. */
import type { Caller } from '../../../../platform/doors.ts';
import { Failure, isFailure } from '../../../../platform/errors.ts';
import { idOf } from '../../../../platform/ids.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { untilUnchanged } from '../../../../platform/tables/conflict.ts';
import { findPeople } from '../../../people/usecases.ts';
import { cancelledEntry, entryTexts } from '../cards.ts';
import type { Entry, Seat, Session } from '../model.ts';
import { endOf, entryHolds, isIn } from '../rules.ts';
import { sessions } from '../store.ts';
import { cancelSession, coordinatedSession, requireVersion, type SessionAddress } from '../usecases.ts';

/** Makes the entry, or brings it in line with the time and with who comes now. The same press twice is the same entry. */
export async function enterSession(deps: Platform, caller: Caller, at: SessionAddress): Promise<void> {
  const { row, all } = await coordinatedSession(deps, caller, at);
  const { value: one } = row;
  if (one.state === 'cancelled') throw new Failure('conflict', 'session-cancelled');
  if (one.start <= deps.clock.now()) throw new Failure('conflict', 'session-begun');
  if (one.entry && one.entry.by !== caller.personId) throw new Failure('conflict', 'session-entry-of-another');
  const kept = await withOutlook(() => bringInLine(deps, caller, one, all));
  const entry: Entry = { ...kept, by: caller.personId, holds: entryHolds(one, all) };
  // Others sign up while Outlook is asked: what it holds says whether it is in line.
  await untilUnchanged(async () => {
    const now = await sessions.find(deps.tables, at.programmeId, at.sessionId);
    if (!now) throw new Failure('not-found', 'session-gone');
    await deps.tables.commit([sessions.replace(now, { ...now.value, entry })]);
  });
}

type Kept = Pick<Entry, 'eventId' | 'joinUrl'>;

async function bringInLine(deps: Platform, caller: Caller, one: Session, all: readonly Seat[]): Promise<Kept> {
  const assertion = caller.assertion ?? '';
  const people = await findPeople(
    deps,
    all.filter(isIn).map(({ personId }) => personId),
  );
  const attendees = [...people.values()].flatMap(({ id, mail, name }) =>
    mail === undefined || id === caller.personId ? [] : [{ address: mail, name }],
  );
  const place = [one.place, one.link].filter((each) => each !== '').join(' · ');
  const what = { start: one.start, end: endOf(one), zone: one.zone, place, attendees };
  if (one.entry)
    try {
      const { eventId, joinUrl } = await deps.calendar.invite(assertion, one.entry.eventId, what);
      return { eventId, ...(joinUrl === undefined ? {} : { joinUrl }) };
    } catch (error) {
      // Deleted in Outlook: it is made anew.
      if (!isFailure(error) || error.reason !== 'event-gone') throw error;
    }
  const { eventId, joinUrl } = await deps.calendar.book(assertion, {
    ...{ ...entryTexts(caller.language), ...what, hideAttendees: true },
    online: one.online && one.link === '',
    transactionId: idOf('session', one.id, String(one.version), one.entry?.eventId ?? ''),
  });
  return { eventId, ...(joinUrl === undefined ? {} : { joinUrl }) };
}

/** Out of the calendar first, while it is known where it is; an entry of another coordinator stays, and they are told on the page. */
export async function callOffSession(
  deps: Platform,
  caller: Caller,
  at: SessionAddress,
  version: number,
): Promise<void> {
  const found = await coordinatedSession(deps, caller, at);
  const { value: one } = found.row;
  if (one.state === 'cancelled') return;
  requireVersion(found.row, version);
  if (one.start <= deps.clock.now()) throw new Failure('conflict', 'session-begun');
  const { entry } = one;
  if (entry?.by === caller.personId)
    await withOutlook(() =>
      deps.calendar.cancel(caller.assertion ?? '', entry.eventId, cancelledEntry(caller.language)),
    ).catch((error: unknown) => {
      if (!isFailure(error) || error.reason !== 'event-gone') throw error;
    });
  await cancelSession(deps, found);
}

async function withOutlook<A>(ask: () => Promise<A>): Promise<A> {
  return ask().catch((error: unknown) => {
    if (isFailure(error) && error.reason === 'no-mailbox')
      throw new Failure('unavailable', 'session-no-mailbox', { cause: error });
    if (isFailure(error, 'unavailable') && error.reason !== 'consent-needed')
      throw new Failure('unavailable', 'session-calendar-away', { cause: error });
    throw error;
  });
}
