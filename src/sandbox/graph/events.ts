/** Events in a person's calendar: book, read, change, cancel, delete. Those who are asked get a copy that follows. */
import type { SandboxPerson } from '../organisation/model.ts';
import type { GraphAnswer } from './answers.ts';
import { badRequest, field, GraphError, ok, textField } from './answers.ts';
import { entriesOf, backgroundEntry } from './entries.ts';
import { backgroundEvent, etagOf, eventEntity, eventFields } from './event-entity.ts';
import { cancel, changeOccurrence, drop, dropUninvited, eventIn, itemNotFound, keepEverywhere } from './mailboxes.ts';
import { mailboxOf } from './mailbox-settings.ts';
import { page, project, selectedOf } from './odata.ts';
import { occurrencesOf, recurrenceIn } from './series.ts';
import { eventShape } from './shapes.ts';
import type { StoredAttendee, StoredEvent } from './state.ts';
import type { GraphCall, GraphWorld, Handler, Handlers } from './world.ts';
import { paramOf, userOf } from './world.ts';
import { preferredZone } from './zones.ts';

const view: Handler = (call) => {
  const { from, to } = periodOf(call);
  const person = userOf(call);
  mailboxOf(person);
  return list(
    call,
    entriesOf(call.world, person, from, to).map((entry) => entry.event ?? backgroundEvent(person, entry)),
  );
};

const create: Handler = (call) => {
  const { world, request } = call;
  const person = userOf(call);
  mailboxOf(person);
  const before = sameTransaction(world, person, textField(request.body, 'transactionId'));
  const event = before ?? newEvent(call, person);
  if (!before) keepEverywhere(world, event);
  return { ...ok(eventEntity(world, event, preferredZone(request)), { etag: etagOf(event) }), status: 201 };
};

export const eventHandlers: Handlers = {
  'GET /users/{user}/calendarView': view,
  'GET /users/{user}/calendar/calendarView': view,
  'GET /users/{user}/events': (call) => {
    const person = userOf(call);
    mailboxOf(person);
    return list(
      call,
      call.world.store.state.events.filter(({ personId }) => personId === person.id),
    );
  },
  'POST /users/{user}/events': create,
  'POST /users/{user}/calendar/events': create,
  'GET /users/{user}/events/{event}': (call) => {
    const person = userOf(call);
    const entry = backgroundEntry(call.world, person, paramOf(call, 'event'));
    const event = entry ? backgroundEvent(person, entry) : eventOf(call);
    const entity = eventEntity(call.world, event, preferredZone(call.request));
    return ok(shown(entity, selectedOf(call.request.query, eventShape)), { etag: etagOf(event) });
  },
  'PATCH /users/{user}/events/{event}': (call) => {
    const { world } = call;
    const event = unchanged(call, eventOf(call));
    const patched = event.occurrence ? patchOccurrence(call, event) : patch(call, event);
    if (!event.occurrence) keepEverywhere(world, patched);
    if (event.personId === event.organiserId && !event.occurrence) dropUninvited(world, patched);
    return ok(eventEntity(world, patched, preferredZone(call.request)), { etag: etagOf(patched) });
  },
  'GET /users/{user}/events/{event}/instances': (call) => instances(call),
  'POST /users/{user}/events/{event}/cancel': (call) => {
    const event = eventOf(call);
    if (event.personId !== event.organiserId) {
      throw badRequest(
        "Your request can't be completed. You need to be an organizer to cancel a meeting.",
        'ErrorCalendarMeetingRequestNotOrganizer',
      );
    }
    if (event.occurrence) changeOccurrence(call.world, event, { cancelled: true });
    else cancel(call.world, event, textField(call.request.body, 'comment') ?? '');
    return { status: 202 };
  },
  'DELETE /users/{user}/events/{event}': (call) => {
    const event = unchanged(call, eventOf(call));
    if (event.occurrence) changeOccurrence(call.world, event, { cancelled: true });
    else if (event.personId === event.organiserId) cancel(call.world, event, '');
    else drop(call.world, (each) => each.id === event.id);
    return { status: 204 };
  },
};

/** The occurrences of a series within a period, and nothing of the others. */
const instances: Handler = (call) => {
  const { from, to } = periodOf(call);
  const touches = ({ start, end }: StoredEvent): boolean => Date.parse(end) > from && Date.parse(start) < to;
  return list(call, occurrencesOf(eventOf(call)).filter(touches));
};

function periodOf({ request: { query } }: GraphCall): { from: number; to: number } {
  const from = Date.parse(query.get('startDateTime') ?? '');
  const to = Date.parse(query.get('endDateTime') ?? '');
  if (!Number.isNaN(from) && !Number.isNaN(to)) return { from, to };
  const message =
    'This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.';
  throw badRequest(message, 'ErrorInvalidParameter');
}

function list(call: GraphCall, events: readonly StoredEvent[]): GraphAnswer {
  const { world, request } = call;
  const zone = preferredZone(request);
  const answer = page(request, events, (event) => eventEntity(world, event, zone), {
    shape: eventShape,
    context: `users('${userOf(call).id}')/calendarView`,
    linkBase: world.linkBase,
    usualSize: 10,
    most: 1000,
  });
  return ok(answer);
}

function shown(entity: ReturnType<typeof eventEntity>, selected: readonly string[] | null) {
  return { '@odata.etag': entity['@odata.etag'], ...project(entity, eventShape, selected) };
}

export function eventOf(call: GraphCall): StoredEvent {
  const person = userOf(call);
  mailboxOf(person);
  const id = paramOf(call, 'event');
  const event = eventIn(call.world, person.id, id);
  if (event) return event;
  if (backgroundEntry(call.world, person, id))
    throw new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
  throw itemNotFound();
}

/** With `If-Match`, only the version that the caller knows is changed. */
function unchanged({ request }: GraphCall, event: StoredEvent): StoredEvent {
  const wanted = request.header('if-match');
  if (wanted === undefined || wanted === '*' || wanted === etagOf(event)) return event;
  const message =
    'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.';
  throw new GraphError(412, 'ErrorIrresolvableConflict', message);
}

function sameTransaction(
  { store }: GraphWorld,
  { id }: SandboxPerson,
  transactionId: string | undefined,
): StoredEvent | undefined {
  if (transactionId === undefined) return undefined;
  return store.state.events.find(
    (event) => event.personId === id && event.organiserId === id && event.transactionId === transactionId,
  );
}

function newEvent(call: GraphCall, person: SandboxPerson): StoredEvent {
  const { world, request } = call;
  const fields = eventFields(request.body);
  if (fields.start === undefined || fields.end === undefined) {
    throw badRequest('At least one property failed validation.', 'ErrorPropertyValidationFailure');
  }
  const now = world.now().toISOString();
  const id = world.store.newId('event');
  const isOnline = field(request.body, 'isOnlineMeeting') === true;
  const event: StoredEvent = {
    ...backgroundEvent(person, {
      id: `AAMk${id}`,
      subject: '',
      start: Date.parse(fields.start),
      end: Date.parse(fields.end),
      status: 'busy',
      location: '',
    }),
    iCalUId: `040000008200E00074C5B7101A82E008${id.replaceAll('-', '').toUpperCase()}`,
    transactionId: textField(request.body, 'transactionId') ?? null,
    createdDateTime: now,
    lastModifiedDateTime: now,
    ...fields,
    ...recurrenceOf(request.body),
    joinUrl: isOnline ? joinUrlFor(world, id) : null,
  };
  return withJoinLink(inOrder(event));
}

function inOrder(event: StoredEvent): StoredEvent {
  if (Date.parse(event.end) >= Date.parse(event.start)) return event;
  throw badRequest('The end date is earlier than the start date.', 'ErrorCalendarEndDateIsEarlierThanStartDate');
}

function fieldsFor({ request }: GraphCall, event: StoredEvent): Partial<StoredEvent> {
  const fields = eventFields(request.body);
  const isMeetings = fields.start ?? fields.end ?? fields.subject ?? fields.attendees;
  if (event.personId !== event.organiserId && isMeetings !== undefined) {
    throw badRequest('Only the organizer can change this property of a meeting.', 'ErrorInvalidPropertySet');
  }
  return { ...fields, ...answersAfter(event, fields) };
}

/** What people said is kept, until the time is another one: then they are asked anew. */
function answersAfter(event: StoredEvent, fields: Partial<StoredEvent>): Pick<Partial<StoredEvent>, 'attendees'> {
  const isMoved = (fields.start ?? event.start) !== event.start || (fields.end ?? event.end) !== event.end;
  if (!isMoved && !fields.attendees) return {};
  const said = new Map(event.attendees.map((each) => [each.address.toLowerCase(), each]));
  const attendees = (fields.attendees ?? event.attendees).map((each): StoredAttendee => {
    const before = isMoved ? undefined : said.get(each.address.toLowerCase());
    const { name, address, type } = each;
    return { ...before, name, address, type };
  });
  return { attendees };
}

function recurrenceOf(body: unknown): Partial<StoredEvent> {
  const { recurrence } = recurrenceIn(body);
  return recurrence ? { recurrence } : {};
}

function patchOccurrence(call: GraphCall, event: StoredEvent): StoredEvent {
  const { start, end, subject, body, location, attendees } = fieldsFor(call, event);
  const all = { start, end, subject, body, location, attendees };
  const change = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  inOrder({ ...event, ...change });
  changeOccurrence(call.world, event, { change });
  return eventIn(call.world, event.personId, event.id) ?? event;
}

function patch(call: GraphCall, event: StoredEvent): StoredEvent {
  const { world, request } = call;
  const { recurrence: _pattern, exceptions: _exceptions, ...single } = event;
  const changed: StoredEvent = {
    ...('recurrence' in recurrenceIn(request.body) ? single : event),
    ...fieldsFor(call, event),
    ...recurrenceOf(request.body),
    change: event.change + 1,
    lastModifiedDateTime: world.now().toISOString(),
  };
  if (event.joinUrl === null) {
    const goesOnline = field(request.body, 'isOnlineMeeting') === true;
    return goesOnline ? withJoinLink({ ...inOrder(changed), joinUrl: joinUrlFor(world, event.id) }) : inOrder(changed);
  }
  // A body without the link takes the meeting offline, as Outlook does it.
  return inOrder(changed.body.content.includes(event.joinUrl) ? changed : { ...changed, joinUrl: null });
}

function joinUrlFor({ organisation }: GraphWorld, id: string): string {
  const thread = `19:meeting_${Buffer.from(id).toString('base64url')}@thread.v2`;
  const context = JSON.stringify({ Tid: organisation.tenantId });
  return `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(thread)}/0?context=${encodeURIComponent(context)}`;
}

/** Outlook writes the way in under the text, and makes HTML of it. */
function withJoinLink(event: StoredEvent): StoredEvent {
  if (event.joinUrl === null) return event;
  const { contentType, content } = event.body;
  const own = contentType === 'html' ? content : `<p>${escaped(content)}</p>`;
  const link = `<div><a href="${event.joinUrl}">Join the meeting now</a></div>`;
  return { ...event, body: { contentType: 'html', content: `${own}${link}` } };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');
}
