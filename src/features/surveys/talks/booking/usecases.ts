/** Finding the time over the calendars of those who said yes, by the app's right to see when people are busy, and booking it by one's own. */
import { DateTime } from 'luxon';
import { day, minute } from '../../../../platform/clock.ts';
import type { Caller } from '../../../../platform/doors.ts';
import { Failure, isFailure } from '../../../../platform/errors.ts';
import { idOf } from '../../../../platform/ids.ts';
import type { Platform } from '../../../../platform/platform.ts';
import type { Row } from '../../../../platform/tables.ts';
import type { Person } from '../../../people/model.ts';
import { findPeople, personOf, workingHoursOf } from '../../../people/usecases.ts';
import { cancelledEntry, entryOf } from '../cards.ts';
import type { Booking, Invited, Talk, TalkTimes } from '../model.ts';
import { isOpen, leastInGroup, saidYes } from '../rules.ts';
import { invitedRows, talks } from '../store.ts';
import { cancelTalk, nextTurn, ownTalk } from '../usecases.ts';
import { isFreeAt, notice, timesFor, type Attendee } from './rules.ts';

const weeks = 3;

export interface Wanted {
  readonly start: number;
  /** The one, where one talks with each alone. */
  readonly personId?: string | undefined;
}

/** Times in the three weeks from the first day on; of a group, or for one of those whom one talks with alone. */
export async function findTalkTimes(
  deps: Platform,
  caller: Caller,
  talkId: string,
  { personId }: Pick<Wanted, 'personId'>,
): Promise<TalkTimes> {
  const { row, people } = await ownTalk(deps, caller, talkId);
  const { value: talk } = row;
  const guests = await guestsOf(deps, talk, people, personId);
  const holder = await personOf(deps, caller.personId);
  const from = Math.max(deps.clock.now() + notice, DateTime.fromISO(talk.from, { zone: talk.zone }).toMillis());
  const to = Math.min(from + weeks * 7 * day, talk.closesBy ?? Infinity);
  if (holder.mail === undefined) return { times: [], unseen: 0, problem: 'you-have-no-mailbox' };
  try {
    const [own, ...others] = await attendeesOf(deps, [holder, ...guests], { from, to });
    if (!own || own.isUnseen) return { times: [], unseen: 0, problem: 'you-have-no-mailbox' };
    const times = timesFor(own, others, { from, to, minutes: talk.minutes });
    return { times, unseen: others.filter(({ isUnseen }) => isUnseen).length };
  } catch (error) {
    if (isFailure(error, 'unavailable')) return { times: [], unseen: 0, problem: 'calendar-away' };
    throw error;
  }
}

type Seen = Attendee & { readonly isUnseen: boolean };

/** Without an assertion: nobody has to see into another's calendar for this. */
async function attendeesOf(
  deps: Platform,
  people: readonly Person[],
  { from, to }: { readonly from: number; readonly to: number },
): Promise<Seen[]> {
  const boxes = people.flatMap(({ id, mail }) => (mail === undefined ? [] : [{ personId: id, address: mail }]));
  const seen = to > from && boxes.length > 0 ? await deps.calendar.freeBusy(boxes, from, to) : new Map();
  return Promise.all(
    people.map(async ({ id }) => {
      const found = seen.get(id);
      const isUnseen = !found || 'problem' in found;
      return { hours: await workingHoursOf(deps, id), busy: isUnseen ? [] : found.busy, isUnseen };
    }),
  );
}

/** Books with the own rights; the same time again is the same entry. A group needs five who said yes. */
export async function bookTalk(deps: Platform, caller: Caller, talkId: string, wanted: Wanted): Promise<Booking> {
  const { row, people } = await ownTalk(deps, caller, talkId);
  const { value: talk } = row;
  const personId = aloneWith(talk, wanted.personId);
  const guests = await guestsOf(deps, talk, people, personId);
  const own = people.find(({ value }) => value.personId === personId);
  const before = own ? own.value.booking : talk.booking;
  if (before?.eventId !== undefined && before.start === wanted.start) return before;
  if (before?.eventId !== undefined) throw new Failure('conflict', 'talk-booked');
  const time = { start: wanted.start, end: wanted.start + talk.minutes * minute };
  if (time.start <= deps.clock.now() || time.end > (talk.closesBy ?? 0))
    throw new Failure('bad-input', 'talk-time', { fields: [{ field: 'start', reason: 'talk-time' }] });
  const holder = await personOf(deps, caller.personId);
  const [mine] = await attendeesOf(deps, [holder], { from: time.start, to: time.end });
  if (mine && !isFreeAt(mine, time)) throw new Failure('conflict', 'talk-time-taken');
  const entry = {
    ...entryOf(caller.language, talk),
    ...{ ...time, zone: mine?.hours.zone ?? talk.zone, online: true },
    transactionId: idOf('talk', talkId, personId ?? '', String(time.start)),
    attendees: guests.flatMap(({ mail, name }) => (mail === undefined ? [] : [{ address: mail, name }])),
  };
  const booked = await withOutlook(() => deps.calendar.book(caller.assertion ?? '', entry));
  const booking: Booking = { ...time, eventId: booked.eventId, ...(booked.joinUrl ? { joinUrl: booked.joinUrl } : {}) };
  await saveBooking(deps, row, own, booking);
  return booking;
}

/** A group has one time for all of them. */
const aloneWith = ({ form }: Talk, personId: string | undefined): string | undefined =>
  form === 'group' ? undefined : personId;

/** Takes it out of everybody's calendar; an entry that is gone already counts as taken out. */
export async function unbookTalk(
  deps: Platform,
  caller: Caller,
  talkId: string,
  personId: string | undefined,
): Promise<void> {
  const { row, people } = await ownTalk(deps, caller, talkId);
  const own = people.find(({ value }) => value.personId === aloneWith(row.value, personId));
  const before = own ? own.value.booking : row.value.booking;
  if (!before) return;
  await withOutlook(() =>
    deps.calendar.cancel(caller.assertion ?? '', before.eventId ?? '', cancelledEntry(caller.language)),
  ).catch((error: unknown) => {
    if (!isFailure(error) || error.reason !== 'event-gone') throw error;
  });
  await saveBooking(deps, row, own, undefined);
}

/** Calls a talk off, and takes what is still to come of it out of everybody's calendar first, while it is known where it is. */
export async function callOffTalk(deps: Platform, caller: Caller, talkId: string): Promise<Talk> {
  const { row, people } = await ownTalk(deps, caller, talkId);
  const isAhead = ({ booking }: { readonly booking?: Booking | undefined }): boolean =>
    booking !== undefined && booking.start > deps.clock.now();
  if (isOpen(row.value)) {
    if (isAhead(row.value)) await unbookTalk(deps, caller, talkId, undefined);
    for (const { value } of people.filter((one) => isAhead(one.value)))
      await unbookTalk(deps, caller, talkId, value.personId);
  }
  return cancelTalk(deps, talkId);
}

async function saveBooking(
  deps: Platform,
  row: Row<Talk>,
  own: Row<Invited> | undefined,
  booking: Booking | undefined,
): Promise<void> {
  const { booking: _, ...bare } = nextTurn(row.value);
  const kept = booking ? { booking } : {};
  if (!own) return void (await deps.tables.commit([talks.replace(row, { ...bare, ...kept })]));
  const { booking: __, ...person } = own.value;
  await deps.tables.commit([talks.replace(row, nextTurn(row.value)), invitedRows.replace(own, { ...person, ...kept })]);
}

/** Those who said yes, or the one of them: Failure `conflict` where there are too few for a group. */
async function guestsOf(
  deps: Platform,
  talk: Talk,
  people: readonly Row<Invited>[],
  personId: string | undefined,
): Promise<Person[]> {
  if (talk.state !== 'asking') throw new Failure('conflict', 'talk-not-asked');
  const yes = saidYes(people.map(({ value }) => value)).map((one) => one.personId);
  const ids = talk.form === 'group' ? yes : yes.filter((one) => one === personId);
  if (talk.form === 'group' && ids.length < leastInGroup) throw new Failure('conflict', 'talk-too-few');
  if (ids.length === 0) throw new Failure('conflict', 'talk-no-yes');
  return [...(await findPeople(deps, ids)).values()];
}

async function withOutlook<A>(ask: () => Promise<A>): Promise<A> {
  return ask().catch((error: unknown) => {
    if (isFailure(error) && error.reason === 'no-mailbox')
      throw new Failure('unavailable', 'talk-no-mailbox', { cause: error });
    if (isFailure(error, 'unavailable') && error.reason !== 'consent-needed')
      throw new Failure('unavailable', 'talk-calendar-away', { cause: error });
    throw error;
  });
}
