/** Outlook calendars: when people are busy, and meetings that a person books with their own rights. */
import { z } from 'zod';
import { day } from './clock.ts';
import { Failure, isFailure } from './errors.ts';
import type { Graph } from './graph.ts';
import {
  eventFields,
  freeBusyIn,
  graphTimeOf,
  outlookEvent,
  schedules,
  type BookedEvent,
  type FreeBusy,
} from './graph/events.ts';
import { createFollowing, type Following } from './graph/following.ts';
import { roomsOf, type Room } from './graph/places.ts';
import { graphProblemIn, unlessGone } from './graph/problems.ts';

export type { BookedEvent, FreeBusy, Period } from './graph/events.ts';
export type { Room } from './graph/places.ts';
export type { CalendarChanges, Reader, SeenEvent, Subscription } from './graph/following.ts';

export interface Mailbox {
  readonly personId: string;
  /** The mail address, which need not be the name with which the person signs in. */
  readonly address: string;
}

export interface NewEvent {
  readonly subject: string;
  /** Plain text. */
  readonly body: string;
  readonly start: number;
  readonly end: number;
  /** The IANA zone of whoever books. */
  readonly zone: string;
  readonly attendees: readonly { readonly address: string; readonly name: string }[];
  /** With a Teams link. */
  readonly online: boolean;
  /** The same id gives the same event, however often it is asked for. */
  readonly transactionId: string;
  /** A word under which Outlook groups it. */
  readonly category?: string;
  /** Where it is, as a text. */
  readonly place?: string;
  /** Nobody who is invited sees who else is. */
  readonly hideAttendees?: true;
  /** Invited like a person, so that nobody else takes it. */
  readonly room?: Pick<Room, 'address' | 'name'> | undefined;
}

/** An event that may have been booked, by when it was to be. */
export type Wanted = Pick<NewEvent, 'start' | 'end' | 'transactionId'>;

/** `assertion` is the tab token of the person who acts. A person without a mailbox: Failure `no-mailbox`. */
export interface Calendar extends Following {
  /** By person id, everybody in it; shorter than 62 days. With the person's rights when there is an assertion. */
  freeBusy(
    people: readonly Mailbox[],
    from: number,
    to: number,
    assertion?: string,
  ): Promise<ReadonlyMap<string, FreeBusy>>;
  /** Private, with a reminder. The same `transactionId` is the same event, whatever became of the first answer. */
  book(assertion: string, event: NewEvent): Promise<BookedEvent>;
  /** What became of a booking without an answer, within a day of its time; by the own rights, or the app's in a mailbox. */
  findBooked(
    by: { readonly as: string } | { readonly through: string },
    wanted: Wanted,
  ): Promise<BookedEvent | undefined>;
  /** This and the next two throw Failure `event-gone` when the event was deleted. */
  move(assertion: string, eventId: string, to: { start: number; end: number; zone: string }): Promise<BookedEvent>;
  /** Its time, place and everybody who is invited: whoever is new is asked, whoever is left out is told. Also `event-gone`. */
  invite(
    assertion: string,
    eventId: string,
    to: Pick<NewEvent, 'start' | 'end' | 'zone' | 'place' | 'attendees'>,
  ): Promise<BookedEvent>;
  /** Tells those who were invited, with the comment. */
  cancel(assertion: string, eventId: string, comment: string): Promise<void>;
  /** As `cancel`, with the app's own rights in somebody's calendar; Failure `graph-not-permitted` where it has none. */
  cancelIn(personId: string, eventId: string, comment: string): Promise<void>;
  find(assertion: string, eventId: string): Promise<BookedEvent>;
  /** Failure `unavailable` with `consent-needed` where nobody allowed it. */
  rooms(assertion: string): Promise<readonly Room[]>;
}

/** Graph answers without content; a page that some proxy put in its place is not Graph's yes. */
const nothing = z.undefined();

const inUtc = { Prefer: 'outlook.timezone="UTC"' };

export function createCalendar({ graph }: { readonly graph: Graph }): Calendar {
  return {
    ...createFollowing(graph),
    freeBusy: (people, from, to, assertion) => freeBusy(graph, people, { from, to }, assertion),
    book: (assertion, event) => book(graph, assertion, event),
    findBooked: (by, wanted) => findBooked(graph, by, wanted),
    async move(assertion, eventId, { start, end, zone }) {
      const body = { start: graphTimeOf(start, zone), end: graphTimeOf(end, zone) };
      const about = { ids: [eventId], as: assertion, headers: inUtc, body };
      return unlessGone(graph.ask({ call: 'PATCH /me/events/{id}', ...about, gives: outlookEvent }));
    },
    async invite(assertion, eventId, { start, end, zone, place = '', attendees }) {
      const times = { start: graphTimeOf(start, zone), end: graphTimeOf(end, zone) };
      const body = { ...times, location: { displayName: place }, attendees: attendees.map(asAttendee) };
      const about = { ids: [eventId], as: assertion, headers: inUtc, body };
      return unlessGone(graph.ask({ call: 'PATCH /me/events/{id}', ...about, gives: outlookEvent }));
    },
    async cancel(assertion, eventId, comment) {
      const about = { ids: [eventId], as: assertion, body: { comment } };
      await unlessGone(graph.ask({ call: 'POST /me/events/{id}/cancel', ...about, gives: nothing }));
    },
    async cancelIn(personId, eventId, comment) {
      const about = { ids: [personId, eventId], body: { comment }, gives: nothing };
      await unlessGone(graph.ask({ call: 'POST /users/{id}/events/{id}/cancel', ...about }));
    },
    async find(assertion, eventId) {
      const about = { ids: [eventId], as: assertion, headers: inUtc, query: { $select: eventFields } };
      return unlessGone(graph.ask({ call: 'GET /me/events/{id}', ...about, gives: outlookEvent }));
    },
    rooms: (assertion) => roomsOf(graph, assertion),
  };
}

const peopleInOneCall = 20;

async function freeBusy(
  graph: Graph,
  people: readonly Mailbox[],
  period: { readonly from: number; readonly to: number },
  assertion: string | undefined,
): Promise<ReadonlyMap<string, FreeBusy>> {
  if (period.to <= period.from || period.to - period.from >= 62 * day)
    throw new Failure('bad-input', 'period-too-long');
  const found = new Map<string, FreeBusy>();
  for (let at = 0; at < people.length; at += peopleInOneCall) {
    const some = people.slice(at, at + peopleInOneCall);
    const answer = await (assertion === undefined
      ? askAsApp(graph, some, period)
      : askSchedules(graph, some, period, { as: assertion }));
    for (const [personId, times] of answer) found.set(personId, times);
  }
  return found;
}

/** The app has no calendar of its own: it asks through the first person of the list who has one. */
async function askAsApp(
  graph: Graph,
  people: readonly Mailbox[],
  period: { readonly from: number; readonly to: number },
): Promise<Map<string, FreeBusy>> {
  const without = new Map<string, FreeBusy>();
  for (const { personId } of people) {
    try {
      const rest = people.filter((one) => !without.has(one.personId));
      const found = await askSchedules(graph, rest, period, { through: personId });
      return new Map([...without, ...found]);
    } catch (error) {
      if (!isFailure(error, 'not-found')) throw error;
      without.set(personId, { problem: error.reason === 'no-mailbox' ? 'no-mailbox' : 'unknown' });
    }
  }
  return without;
}

async function askSchedules(
  graph: Graph,
  people: readonly Mailbox[],
  { from, to }: { readonly from: number; readonly to: number },
  by: { readonly as: string } | { readonly through: string },
): Promise<Map<string, FreeBusy>> {
  const body = {
    schedules: people.map(({ address }) => address),
    startTime: graphTimeOf(from, 'UTC'),
    endTime: graphTimeOf(to, 'UTC'),
    availabilityViewInterval: 30,
  };
  const ask = { headers: inUtc, body, gives: schedules };
  const answer = await ('as' in by
    ? graph.ask({ ...ask, call: 'POST /me/calendar/getSchedule', as: by.as })
    : graph.ask({ ...ask, call: 'POST /users/{id}/calendar/getSchedule', ids: [by.through] }));
  const given = new Map(answer.value.map((one) => [one.scheduleId.toLowerCase(), freeBusyIn(one)]));
  return new Map(
    people.map(({ personId, address }) => [personId, given.get(address.toLowerCase()) ?? { problem: 'unknown' }]),
  );
}

const asAttendee = (emailAddress: NewEvent['attendees'][number]) => ({ emailAddress, type: 'required' });

const reminder = { isReminderOn: true, reminderMinutesBeforeStart: 15 };
/** Somebody waits for the answer. */
const bookingWithin = 7_000;

async function book(graph: Graph, assertion: string, event: NewEvent): Promise<BookedEvent> {
  const online = event.online ? { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' } : {};
  const body = {
    subject: event.subject,
    body: { contentType: 'text', content: event.body },
    start: graphTimeOf(event.start, event.zone),
    end: graphTimeOf(event.end, event.zone),
    attendees: [
      ...event.attendees.map(asAttendee),
      ...(event.room ? [{ emailAddress: event.room, type: 'resource' }] : []),
    ],
    ...(event.place === undefined ? {} : { location: { displayName: event.place } }),
    ...(event.room ? { location: { displayName: event.room.name, locationEmailAddress: event.room.address } } : {}),
    transactionId: event.transactionId,
    sensitivity: 'private',
    ...reminder,
    ...(event.category === undefined ? {} : { categories: [event.category] }),
    ...(event.hideAttendees ? { hideAttendees: true } : {}),
    ...online,
  };
  const about = { as: assertion, headers: inUtc, body, gives: outlookEvent, within: bookingWithin };
  try {
    return await graph.ask({ call: 'POST /me/events', ...about });
  } catch (error) {
    if (graphProblemIn(error)?.status !== 409) throw error;
    // Outlook may refuse a transaction id that it has seen; the event of the first time is the answer then.
    const before = await findBooked(graph, { as: assertion }, event);
    if (before) return before;
    throw error;
  }
}

async function findBooked(
  graph: Graph,
  by: { readonly as: string } | { readonly through: string },
  wanted: Wanted,
): Promise<BookedEvent | undefined> {
  const about = {
    query: {
      startDateTime: new Date(wanted.start - day).toISOString(),
      endDateTime: new Date(wanted.end + day).toISOString(),
      $select: eventFields,
      $top: 100,
    },
    headers: inUtc,
    each: outlookEvent,
    within: bookingWithin,
  };
  const events = await ('as' in by
    ? graph.askAll({ ...about, call: 'GET /me/calendarView', as: by.as })
    : graph.askAll({ ...about, call: 'GET /users/{id}/calendarView', ids: [by.through] }));
  return events.find(({ transactionId }) => transactionId === wanted.transactionId);
}
