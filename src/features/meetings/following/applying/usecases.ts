/** Brings what stands in Outlook into the meetings of a pair: moved, answered, passed on, cancelled, deleted, made a series. */
import type { Reader, SeenEvent } from '../../../../platform/calendar.ts';
import { isFailure } from '../../../../platform/errors.ts';
import { idOf } from '../../../../platform/ids.ts';
import type { NewTask } from '../../../../platform/outbox.ts';
import type { Platform } from '../../../../platform/platform.ts';
import type { Row } from '../../../../platform/tables.ts';
import { partnerOf } from '../../../pairs/model.ts';
import { findPair } from '../../../pairs/usecases.ts';
import { personOf } from '../../../people/usecases.ts';
import { askTasks } from '../../after/rules.ts';
import { offersAfter } from '../../after/usecases.ts';
import type { Meeting } from '../../model.ts';
import { meetings } from '../../store.ts';
import { asSeen, calledOff, occurrencePeriod, saysNo } from '../rules.ts';
import { seriesPlan } from '../series/rules.ts';

/** All events of a period, or what changed and what went since last time. Of what is not told about a meeting, the event itself is read. */
export type Seen =
  | { readonly all: readonly SeenEvent[] }
  | { readonly changed: readonly SeenEvent[]; readonly removed: readonly string[] };

/** True when a meeting changed. Failure `conflict` when one was changed meanwhile: then look again. */
export async function applyEvents(
  deps: Platform,
  reader: Reader,
  held: readonly Row<Meeting>[],
  seen: Seen,
): Promise<boolean> {
  const events = new Map(('all' in seen ? seen.all : seen.changed).map((one) => [one.eventId, one]));
  const mustRead = (id: string): boolean => ('all' in seen ? !events.has(id) : seen.removed.includes(id));
  let hasChanged = false;
  for (const [seriesId, rows] of bySeries(held, events)) {
    const master = events.get(seriesId) ?? (mustRead(seriesId) ? await eventOrGone(deps, reader, seriesId) : undefined);
    if (master !== undefined) hasChanged = (await applySeries(deps, reader, rows, master)) || hasChanged;
    else hasChanged = (await applySingly(deps, reader, rows, { events, mustRead })) || hasChanged;
  }
  return hasChanged;
}

interface Known {
  readonly events: ReadonlyMap<string, SeenEvent>;
  readonly mustRead: (id: string) => boolean;
}

/** Meetings of one series together, under its id; every other one alone, under that of its event. */
function bySeries(held: readonly Row<Meeting>[], events: ReadonlyMap<string, SeenEvent>): Map<string, Row<Meeting>[]> {
  const groups = new Map<string, Row<Meeting>[]>();
  for (const row of held) {
    const { seriesId, eventId = '' } = row.value;
    const id = seriesId ?? events.get(eventId)?.seriesId ?? eventId;
    groups.set(id, [...(groups.get(id) ?? []), row]);
  }
  return groups;
}

async function applySingly(
  deps: Platform,
  reader: Reader,
  rows: readonly Row<Meeting>[],
  { events, mustRead }: Known,
): Promise<boolean> {
  let hasChanged = false;
  for (const row of rows) {
    const { eventId = '' } = row.value;
    const event = events.get(eventId) ?? (mustRead(eventId) ? await eventOrGone(deps, reader, eventId) : undefined);
    if (event !== undefined) hasChanged = (await become(deps, row, event)) || hasChanged;
  }
  return hasChanged;
}

/** The event, `gone`. */
async function eventOrGone(deps: Platform, reader: Reader, eventId: string): Promise<SeenEvent | 'gone'> {
  return deps.calendar.look(reader, eventId).catch((error: unknown) => {
    if (isFailure(error) && error.reason === 'event-gone') return 'gone' as const;
    throw error;
  });
}

async function become(deps: Platform, row: Row<Meeting>, event: SeenEvent | 'gone'): Promise<boolean> {
  if (event === 'gone') return save(deps, row, calledOff(row.value));
  return save(deps, row, asSeen(row.value, event, await partnersAddress(deps, row.value)));
}

/** A series, or what was one until now, or an event that stands alone. */
async function applySeries(
  deps: Platform,
  reader: Reader,
  rows: readonly Row<Meeting>[],
  master: SeenEvent | 'gone',
): Promise<boolean> {
  const occurrences =
    master !== 'gone' && master.kind === 'series' && !master.cancelled
      ? await deps.calendar.occurrences(reader, master.eventId, occurrencePeriod(deps.clock.now()))
      : undefined;
  const plan = seriesPlan(rows, master, occurrences);
  let hasChanged = false;
  for (const { row, event } of plan.known) hasChanged = (await become(deps, row, event)) || hasChanged;
  for (const { like, event } of plan.more) hasChanged = (await addOccurrence(deps, like, event)) || hasChanged;
  return hasChanged;
}

/** Another date of a series is another meeting of the pair, under an id that the same date gives again. */
async function addOccurrence(deps: Platform, like: Meeting, event: SeenEvent): Promise<boolean> {
  const { programmeId, pairId, organiserId, joinUrl } = like;
  const id = idOf('meeting', pairId, 'series', event.eventId);
  if (await meetings.find(deps.tables, programmeId, pairId, id)) return false;
  const one: Meeting = {
    ...{ id, programmeId, pairId, organiserId, start: event.start, end: event.end, state: 'planned' },
    ...{ byHand: false, sequence: 0, eventId: event.eventId, seriesId: event.seriesId },
    ...(joinUrl === undefined ? {} : { joinUrl }),
  };
  const pair = await findPair(deps, programmeId, pairId);
  await deps.outbox.commit([meetings.create(programmeId, [pairId, id], one)], pair ? askTasks(pair, one) : []);
  return true;
}

async function partnersAddress(deps: Platform, one: Meeting): Promise<string | undefined> {
  const pair = await findPair(deps, one.programmeId, one.pairId);
  return pair && (await personOf(deps, partnerOf(pair, one.organiserId))).mail;
}

async function save(deps: Platform, row: Row<Meeting>, next: Meeting): Promise<boolean> {
  if (next === row.value) return false;
  await deps.outbox.commit([meetings.replace(row, next)], await followsFrom(deps, row.value, next));
  return true;
}

/** A no of the partner and a second cancellation in a row are told, as when they happened here. */
async function followsFrom(deps: Platform, before: Meeting, next: Meeting): Promise<NewTask[]> {
  if (saysNo(before, next)) return [tellNo(next)];
  const pair = next.state === 'cancelled' ? await findPair(deps, next.programmeId, next.pairId) : undefined;
  return pair?.state === 'active' ? offersAfter(deps, pair, next) : [];
}

function tellNo({ id: meetingId, programmeId, pairId, sequence }: Meeting): NewTask {
  const id = idOf('meetings.tell-no', meetingId, String(sequence));
  return { id, job: 'meetings.tell-no', data: { programmeId, pairId, meetingId } };
}
