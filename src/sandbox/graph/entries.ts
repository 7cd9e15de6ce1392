/** What stands in a calendar between two instants: the background of the working day, and events that were booked. */
import type { SandboxPerson } from '../organisation/model.ts';
import { busyBlocksOf } from '../organisation/busy.ts';
import { occurrencesOf } from './series.ts';
import type { StoredEvent } from './state.ts';
import type { GraphWorld } from './world.ts';
import { instantAt } from './zones.ts';

export interface CalendarEntry {
  readonly id: string;
  readonly subject: string;
  /** Milliseconds since 1970. */
  readonly start: number;
  readonly end: number;
  readonly status: StoredEvent['showAs'];
  readonly location: string;
  /** Absent for the background. */
  readonly event?: StoredEvent;
}

const dayLength = 86_400_000;

/** In order of time; whatever touches the period, cancelled meetings too. */
export function entriesOf(world: GraphWorld, person: SandboxPerson, from: number, to: number): CalendarEntry[] {
  const entries = [...backgroundOf(world, person, from, to), ...bookedOf(world, person, from, to)];
  return entries.toSorted((one, other) => one.start - other.start || one.id.localeCompare(other.id));
}

function backgroundOf(world: GraphWorld, person: SandboxPerson, from: number, to: number): CalendarEntry[] {
  const zone = person.mailbox?.ianaZone;
  if (zone === undefined) return [];
  const found: CalendarEntry[] = [];
  for (let day = from - dayLength; day < to + dayLength; day += dayLength) {
    const date = new Date(day).toISOString().slice(0, 10);
    for (const [index, block] of busyBlocksOf(world.organisation.seed, person, date).entries()) {
      const start = instantAt(zone, date, block.start);
      const end = instantAt(zone, date, block.end);
      if (end <= from || start >= to) continue;
      const id = `AAMk${Buffer.from(`${person.id}/${date}/${index}`).toString('base64url')}`;
      found.push({ id, start, end, subject: block.subject, status: block.status, location: '' });
    }
  }
  return found;
}

function bookedOf({ store }: GraphWorld, person: SandboxPerson, from: number, to: number): CalendarEntry[] {
  return store.state.events
    .filter((event) => event.personId === person.id)
    .flatMap((event) => (event.recurrence ? occurrencesOf(event) : [event]))
    .map((event) => entryOf(event))
    .filter(({ start, end }) => end > from && start < to);
}

function entryOf(event: StoredEvent): CalendarEntry {
  return {
    id: event.id,
    subject: event.subject,
    start: Date.parse(event.start),
    end: Date.parse(event.end),
    status: event.isCancelled ? 'free' : event.showAs,
    location: event.location,
    event,
  };
}

/** The entry of the background that has this id. */
export function backgroundEntry(world: GraphWorld, person: SandboxPerson, id: string): CalendarEntry | undefined {
  const date = Buffer.from(id.slice(4), 'base64url').toString('utf8').split('/')[1] ?? '';
  const day = Date.parse(date);
  if (Number.isNaN(day)) return undefined;
  return backgroundOf(world, person, day - dayLength, day + 2 * dayLength).find((entry) => entry.id === id);
}
