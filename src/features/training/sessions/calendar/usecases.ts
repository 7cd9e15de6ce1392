/** The entry in the calendar of whoever makes it, with their own rights. Those who come are in it, and none of them sees another's name. */
import type { Caller } from '../../../../platform/doors.ts';
import { Failure, isFailure } from '../../../../platform/errors.ts';
import { idFor, idOf } from '../../../../platform/ids.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { untilUnchanged } from '../../../../platform/tables/conflict.ts';
import { findPeople } from '../../../people/usecases.ts';
import { cancelledEntry, entryTexts } from '../cards.ts';
import type { Entry } from '../model.ts';
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
  const request = requestOf(caller);
  if (request !== undefined && one.entry?.request === request) return;
  const kept = await keepEntry(deps, caller, {
    ...{ id: one.id, version: one.version, before: one.entry?.eventId },
    ...{ start: one.start, end: endOf(one), zone: one.zone, online: one.online, link: one.link },
    people: all.filter(isIn).map(({ personId }) => personId),
    ...{ place: one.place, texts: entryTexts(caller.language) },
  });
  const holds = entryHolds(one, all);
  const entry: Entry = { ...kept, by: caller.personId, holds, ...(request === undefined ? {} : { request }) };
  // Others sign up while Outlook is asked: what it holds says whether it is in line.
  await untilUnchanged(async () => {
    const now = await sessions.find(deps.tables, at.programmeId, at.sessionId);
    if (!now) throw new Failure('not-found', 'session-gone');
    await deps.tables.commit([sessions.replace(now, { ...now.value, entry })]);
  });
}

/** What the tab sends again after a lost answer; whoever presses once more sends another. */
export const requestOf = (caller: Caller): string | undefined =>
  caller.idempotencyKey === undefined ? undefined : idFor(caller, 'entry');

type Kept = Pick<Entry, 'eventId' | 'joinUrl'>;

/** What an entry is to hold, of a session or of another event to which people come without seeing each other. */
export interface WantedEntry {
  readonly id: string;
  readonly version: number;
  /** The entry that is there. */
  readonly before: string | undefined;
  readonly people: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly zone: string;
  readonly online: boolean;
  readonly link: string;
  readonly place: string;
  readonly texts: { readonly subject: string; readonly body: string };
}

/** Makes the entry or brings it in line, in the calendar of whoever asks; Failure `unavailable` where Outlook cannot. */
export function keepEntry(deps: Platform, caller: Caller, wanted: WantedEntry): Promise<Kept> {
  return withOutlook(() => bringInLine(deps, caller, wanted));
}

async function bringInLine(deps: Platform, caller: Caller, one: WantedEntry): Promise<Kept> {
  const assertion = caller.assertion ?? '';
  const people = await findPeople(deps, one.people);
  const attendees = [...people.values()].flatMap(({ id, mail, name }) =>
    mail === undefined || id === caller.personId ? [] : [{ address: mail, name }],
  );
  const place = [one.place, one.link].filter((each) => each !== '').join(' · ');
  const what = { start: one.start, end: one.end, zone: one.zone, place, attendees };
  if (one.before !== undefined)
    try {
      const { eventId, joinUrl } = await deps.calendar.invite(assertion, one.before, what);
      return { eventId, ...(joinUrl === undefined ? {} : { joinUrl }) };
    } catch (error) {
      // Deleted in Outlook: it is made anew.
      if (!isFailure(error) || error.reason !== 'event-gone') throw error;
    }
  const { eventId, joinUrl } = await deps.calendar.book(assertion, {
    ...{ ...one.texts, ...what, hideAttendees: true },
    online: one.online && one.link === '',
    transactionId: idOf('session', one.id, String(one.version), one.before ?? ''),
  });
  return { eventId, ...(joinUrl === undefined ? {} : { joinUrl }) };
}

/** One that is gone is as good. */
export async function cancelEntry(deps: Platform, caller: Caller, eventId: string, comment: string): Promise<void> {
  await withOutlook(() => deps.calendar.cancel(caller.assertion ?? '', eventId, comment)).catch((error: unknown) => {
    if (!isFailure(error) || error.reason !== 'event-gone') throw error;
  });
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
  if (entry?.by === caller.personId) await cancelEntry(deps, caller, entry.eventId, cancelledEntry(caller.language));
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
