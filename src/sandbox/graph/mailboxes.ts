/** Who has which copy of an event: what the organiser changes reaches the copies, and every change is noted for delta and subscribers. */
import type { SandboxPerson } from '../organisation/model.ts';
import { GraphError } from './answers.ts';
import { occurrenceIdsOf, occurrenceOn, readOccurrenceId, withException } from './series.ts';
import type { SeriesException, StoredEvent } from './state.ts';
import type { GraphWorld } from './world.ts';

export type ChangeType = 'created' | 'updated' | 'deleted';

/** A stored event, or an occurrence of a stored series, in this person's mailbox. */
export function eventIn({ store }: GraphWorld, personId: string, id: string): StoredEvent | undefined {
  const of = readOccurrenceId(id);
  const found = store.state.events.find((each) => each.id === (of?.masterId ?? id) && each.personId === personId);
  return of && found ? occurrenceOn(found, of.date) : found;
}

export function itemNotFound(): GraphError {
  return new GraphError(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
}

/** The copies in the mailboxes of this organisation's people who are asked; only the organiser's event has copies. */
export function copiesOf({ directory, store }: GraphWorld, event: StoredEvent): StoredEvent[] {
  if (event.personId !== event.organiserId) return [];
  return event.attendees.flatMap(({ address, response }) => {
    const person = directory.byMail(address);
    if (!person?.mailbox || person.id === event.organiserId) return [];
    const before = store.state.events.find((each) => each.iCalUId === event.iCalUId && each.personId === person.id);
    // Whoever said no has taken it out of the own calendar, until the organiser asks anew.
    if (!before && response === 'declined') return [];
    const id = before?.id ?? `AAMk${store.newId('event')}`;
    // A room says yes by itself.
    const isTaken = response === 'accepted' || person.mailbox.purpose === 'room';
    const showAs = isTaken ? 'busy' : (before?.showAs ?? 'tentative');
    return { ...event, id, personId: person.id, transactionId: null, showAs };
  });
}

/** Keeps the events as they are given, and tells whoever follows these mailboxes. */
export function keep(world: GraphWorld, events: readonly StoredEvent[]): void {
  const { store } = world;
  const byId = new Map(events.map((event) => [event.id, event]));
  const before = new Map(store.state.events.filter(({ id }) => byId.has(id)).map((event) => [event.id, event]));
  store.state.events = [
    ...store.state.events.map((event) => byId.get(event.id) ?? event),
    ...events.filter(({ id }) => !before.has(id)),
  ];
  for (const event of events) {
    const former = before.get(event.id);
    note(world, event, former ? 'updated' : 'created');
    noteOccurrences(world, event, former);
  }
}

export function drop(world: GraphWorld, goes: (event: StoredEvent) => boolean): void {
  const { store } = world;
  const gone = store.state.events.filter(goes);
  store.state.events = store.state.events.filter((event) => !goes(event));
  for (const event of gone) {
    note(world, event, 'deleted');
    noteOccurrences(world, undefined, event);
  }
}

/** The event, and the copies of those who are asked. */
export function keepEverywhere(world: GraphWorld, event: StoredEvent): void {
  keep(world, [event, ...copiesOf(world, event)]);
}

export function dropUninvited(world: GraphWorld, event: StoredEvent): void {
  const invited = new Set(event.attendees.map(({ address }) => world.directory.byMail(address)?.id));
  drop(
    world,
    (each) => each.iCalUId === event.iCalUId && each.personId !== event.personId && !invited.has(each.personId),
  );
}

/** It leaves the organiser's calendar; in the others it stays, marked, until they remove it. */
export function cancel(world: GraphWorld, event: StoredEvent, comment: string): void {
  const now = world.now().toISOString();
  const copies = world.store.state.events.filter((each) => each.iCalUId === event.iCalUId && each.id !== event.id);
  drop(world, (each) => each.id === event.id);
  keep(
    world,
    copies.map((copy) => ({
      ...copy,
      subject: `Canceled: ${event.subject}`,
      body: comment === '' ? copy.body : { contentType: 'text', content: comment },
      isCancelled: true,
      change: copy.change + 1,
      lastModifiedDateTime: now,
    })),
  );
}

/** One occurrence of a series, in this mailbox and, where it is the organiser's, in those of all who are asked. */
export function changeOccurrence(
  world: GraphWorld,
  event: StoredEvent,
  said: Pick<SeriesException, 'cancelled' | 'change'>,
): void {
  const { masterId = '', date = '' } = event.occurrence ?? {};
  const master = eventIn(world, event.personId, masterId);
  if (!master) throw itemNotFound();
  const changed = withException(master, date, said, world.now().toISOString());
  keep(world, [changed, ...copiesOf(world, changed)]);
}

export function personAsked(world: GraphWorld, event: StoredEvent, person: SandboxPerson): boolean {
  return event.attendees.some(({ address }) => world.directory.byMail(address)?.id === person.id);
}

function noteOccurrences(world: GraphWorld, now: StoredEvent | undefined, before: StoredEvent | undefined): void {
  const event = now ?? before;
  if (!event) return;
  const ids = new Set([now, before].flatMap((one) => (one ? occurrenceIdsOf(one) : [])));
  for (const eventId of ids) world.store.state.calendarChanges.push({ personId: event.personId, eventId });
}

function note(world: GraphWorld, event: StoredEvent, change: ChangeType): void {
  world.store.state.calendarChanges.push({ personId: event.personId, eventId: event.id });
  world.store.touch();
  world.onCalendarChange(event, change);
}
