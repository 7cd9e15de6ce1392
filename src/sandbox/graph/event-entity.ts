/** An event as Graph writes it, and as it comes in. */
import type { SandboxPerson } from '../organisation/model.ts';
import { badRequest, field, listField, textField } from './answers.ts';
import type { CalendarEntry } from './entries.ts';
import type { Entity } from './odata.ts';
import type { StoredAttendee, StoredEvent } from './state.ts';
import type { GraphWorld } from './world.ts';
import { instantOf, timeIn } from './zones.ts';

const never = '0001-01-01T00:00:00Z';

export function changeKeyOf({ id, change }: Pick<StoredEvent, 'id' | 'change'>): string {
  return Buffer.from(`${id.slice(0, 8)}.${change}`).toString('base64');
}

export function etagOf(event: Pick<StoredEvent, 'id' | 'change'>): string {
  return `W/"${changeKeyOf(event)}"`;
}

export function eventEntity(world: GraphWorld, event: StoredEvent, zone: string): Entity {
  const { directory } = world;
  const organiser = directory.find(event.organiserId);
  const isOrganizer = event.personId === event.organiserId;
  const location = {
    displayName: event.location,
    locationType: 'default',
    uniqueId: event.location,
    uniqueIdType: 'private',
  };
  return {
    '@odata.etag': etagOf(event),
    id: event.id,
    createdDateTime: event.createdDateTime,
    lastModifiedDateTime: event.lastModifiedDateTime,
    changeKey: changeKeyOf(event),
    categories: event.categories,
    transactionId: isOrganizer ? event.transactionId : null,
    originalStartTimeZone: event.startZone,
    originalEndTimeZone: event.endZone,
    iCalUId: event.iCalUId,
    reminderMinutesBeforeStart: event.reminderMinutesBeforeStart,
    isReminderOn: event.isReminderOn,
    hasAttachments: false,
    subject: event.subject,
    bodyPreview: plainText(event.body.content).slice(0, 255),
    importance: event.importance,
    sensitivity: event.sensitivity,
    isAllDay: event.isAllDay,
    isCancelled: event.isCancelled,
    isOrganizer,
    responseRequested: true,
    seriesMasterId: event.occurrence?.masterId ?? null,
    showAs: event.isCancelled ? 'free' : event.showAs,
    type: typeOf(event),
    webLink: `https://outlook.office365.com/owa/?itemid=${event.id}&exvsurl=1&path=/calendar/item`,
    onlineMeetingUrl: null,
    isOnlineMeeting: event.joinUrl !== null,
    onlineMeetingProvider: event.joinUrl === null ? 'unknown' : 'teamsForBusiness',
    allowNewTimeProposals: true,
    isDraft: false,
    hideAttendees: event.hideAttendees === true,
    recurrence: event.recurrence?.given ?? null,
    responseStatus: isOrganizer ? { response: 'organizer', time: never } : ownResponse(world, event),
    body: event.body,
    start: timeIn(Date.parse(event.start), zone),
    end: timeIn(Date.parse(event.end), zone),
    location,
    locations: event.location === '' ? [] : [location],
    attendees: seenAttendees(world, event).map(({ type, name, address, response = 'none', answeredAt = never }) => ({
      type,
      status: { response, time: answeredAt },
      emailAddress: { name, address },
    })),
    organizer: { emailAddress: { name: organiser?.displayName ?? '', address: organiser?.mail ?? '' } },
    onlineMeeting: event.joinUrl === null ? null : { joinUrl: event.joinUrl },
  };
}

/** Of a list that is hidden everybody but the organiser sees themselves. */
function seenAttendees({ directory }: GraphWorld, event: StoredEvent): readonly StoredAttendee[] {
  if (event.hideAttendees !== true || event.personId === event.organiserId) return event.attendees;
  return event.attendees.filter(({ address }) => directory.byMail(address)?.id === event.personId);
}

function typeOf({ recurrence, occurrence }: StoredEvent): string {
  if (occurrence) return occurrence.isException ? 'exception' : 'occurrence';
  return recurrence ? 'seriesMaster' : 'singleInstance';
}

function ownResponse({ directory }: GraphWorld, event: StoredEvent): Entity {
  const own = event.attendees.find(({ address }) => directory.byMail(address)?.id === event.personId);
  if (own?.response === undefined) return { response: 'notResponded', time: never };
  return { response: own.response, time: own.answeredAt ?? never };
}

/** An entry of the background as an event of which the person is the only one who comes. */
export function backgroundEvent(person: SandboxPerson, entry: CalendarEntry): StoredEvent {
  const start = new Date(entry.start).toISOString();
  return {
    id: entry.id,
    personId: person.id,
    organiserId: person.id,
    iCalUId: entry.id,
    transactionId: null,
    createdDateTime: start,
    lastModifiedDateTime: start,
    change: 1,
    subject: entry.subject,
    body: { contentType: 'html', content: '' },
    start,
    end: new Date(entry.end).toISOString(),
    startZone: person.mailbox?.timeZone ?? 'UTC',
    endZone: person.mailbox?.timeZone ?? 'UTC',
    isAllDay: false,
    isCancelled: false,
    showAs: entry.status,
    sensitivity: 'normal',
    importance: 'normal',
    location: entry.location,
    attendees: [],
    joinUrl: null,
    isReminderOn: true,
    reminderMinutesBeforeStart: 15,
    categories: [],
  };
}

const statuses = ['free', 'tentative', 'busy', 'oof', 'workingElsewhere', 'unknown'] as const;

/** The fields of a body that an event keeps; only those that the body has. Throws what Graph answers to wrong ones. */
export function eventFields(body: unknown): Partial<StoredEvent> {
  const text = (name: 'subject' | 'sensitivity' | 'importance'): Partial<StoredEvent> => {
    const value = textField(body, name);
    return value === undefined ? {} : { [name]: value };
  };
  const showAs = statuses.find((each) => each === textField(body, 'showAs'));
  return {
    ...text('subject'),
    ...text('sensitivity'),
    ...text('importance'),
    ...bodyOf(field(body, 'body')),
    ...timeOf(body, 'start'),
    ...timeOf(body, 'end'),
    ...(showAs === undefined ? {} : { showAs }),
    ...(field(body, 'location') === undefined
      ? {}
      : { location: textField(field(body, 'location'), 'displayName') ?? '' }),
    ...(field(body, 'attendees') === undefined ? {} : { attendees: listField(body, 'attendees').map(attendeeOf) }),
    ...(typeof field(body, 'isReminderOn') === 'boolean' ? { isReminderOn: field(body, 'isReminderOn') === true } : {}),
    ...(typeof field(body, 'reminderMinutesBeforeStart') === 'number'
      ? { reminderMinutesBeforeStart: Number(field(body, 'reminderMinutesBeforeStart')) }
      : {}),
    ...(typeof field(body, 'isAllDay') === 'boolean' ? { isAllDay: field(body, 'isAllDay') === true } : {}),
    ...(field(body, 'hideAttendees') === true ? { hideAttendees: true } : {}),
    ...(field(body, 'categories') === undefined ? {} : { categories: listField(body, 'categories').map(String) }),
  };
}

function timeOf(body: unknown, name: 'start' | 'end'): Partial<StoredEvent> {
  const value = field(body, name);
  if (value === undefined) return {};
  const time = new Date(instantOf(value, name)).toISOString();
  const zone = textField(value, 'timeZone') ?? 'UTC';
  return name === 'start' ? { start: time, startZone: zone } : { end: time, endZone: zone };
}

function bodyOf(value: unknown): Partial<StoredEvent> {
  if (value === undefined) return {};
  const contentType = textField(value, 'contentType')?.toLowerCase() === 'html' ? 'html' : 'text';
  return { body: { contentType, content: textField(value, 'content') ?? '' } };
}

function attendeeOf(value: unknown): StoredAttendee {
  const email = field(value, 'emailAddress');
  const address = textField(email, 'address');
  if (address === undefined || !address.includes('@')) {
    throw badRequest('At least one recipient is not valid.', 'ErrorInvalidRecipients');
  }
  const type = textField(value, 'type');
  return {
    address,
    name: textField(email, 'name') ?? address,
    type: type === 'optional' || type === 'resource' ? type : 'required',
  };
}

export function plainText(html: string): string {
  return html
    .replaceAll(/<[^>]*>/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
