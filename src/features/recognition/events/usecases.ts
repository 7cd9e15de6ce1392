/** The verbs of coordinators: set an event up, change it, open nominations, call it off; and what other verbs know of an event. */
import { localDate } from '../../../platform/clock.ts';
import type { Caller } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { idFor, idOf, newId } from '../../../platform/ids.ts';
import type { NewTask } from '../../../platform/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Row } from '../../../platform/tables.ts';
import type { Pair } from '../../pairs/model.ts';
import { pairsOfProgramme } from '../../pairs/usecases.ts';
import { isCandidate } from '../../people/model.ts';
import { findPeople } from '../../people/usecases.ts';
import type { Programme } from '../../programmes/model.ts';
import { coordinatedProgramme, findProgramme } from '../../programmes/usecases.ts';
import { hasRoom, noteAsked } from '../load/usecases.ts';
import { takeOut } from '../../../platform/tables/conflict.ts';
import type { EventChange, EventDraft, EventsPage, HonourEvent } from './model.ts';
import type { Nomination } from './nominating/model.ts';
import { standingOf, type Standing } from './nominating/rules.ts';
import { closesAt, endOf, isNews, juryAt, namesUntil, problemsOfEvent } from './rules.ts';
import { honourEvents, judgements, juries, nominations } from './store.ts';

export interface EventAddress {
  readonly programmeId: string;
  readonly eventId: string;
}

/** An event with what was nominated and the pairs of its programme. */
export interface Known {
  readonly programme: Programme;
  readonly row: Row<HonourEvent>;
  readonly rows: readonly Row<Nomination>[];
  readonly all: readonly Nomination[];
  readonly pairs: ReadonlyMap<string, Pair>;
  readonly standing: Standing;
}

/** For jobs and other verbs, without asking who. */
export async function knownEvent(deps: Platform, at: EventAddress): Promise<Known | undefined> {
  const [programme, row, rows, pairs] = await Promise.all([
    findProgramme(deps, at.programmeId),
    honourEvents.find(deps.tables, at.programmeId, at.eventId),
    nominations.list(deps.tables, at.programmeId, at.eventId),
    pairsOfProgramme(deps, at.programmeId),
  ]);
  if (!programme || !row) return undefined;
  return {
    ...{ programme, row, rows, all: rows.map(({ value }) => value) },
    ...{ pairs: new Map(pairs.map((one) => [one.id, one])), standing: standingOf(pairs) },
  };
}

export async function eventOf(deps: Platform, at: EventAddress): Promise<Known> {
  const known = await knownEvent(deps, at);
  if (!known) throw new Failure('not-found', 'honour-event-gone');
  return known;
}

/** For whoever coordinates the programme; else Failure `not-found`. */
export async function coordinatedEvent(deps: Platform, caller: Caller, at: EventAddress): Promise<Known> {
  await coordinatedProgramme(deps, caller, at.programmeId);
  return eventOf(deps, at);
}

/** A draft: nobody is told. */
export async function planEvent(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  draft: EventDraft,
): Promise<HonourEvent> {
  const { value: programme } = await coordinatedProgramme(deps, caller, programmeId);
  const id = idFor(caller, 'event');
  const before = await honourEvents.find(deps.tables, programmeId, id);
  if (before) return before.value;
  const planned: HonourEvent = {
    ...{ ...cleaned(draft), id, seed: newId(), programmeId, state: 'draft', zone: programme.zone },
    ...{ createdBy: caller.personId, createdAt: deps.clock.now(), version: 0 },
  };
  await requireSound(deps, planned, { knownJurors: [], isAsked: false });
  await deps.tables.commit([honourEvents.create(programmeId, planned.id, planned)]);
  return planned;
}

/** A link belongs to an online event only, and a juror is there once. */
const cleaned = (draft: EventDraft): EventDraft => ({
  ...draft,
  link: draft.online ? draft.link : '',
  jurors: [...new Set(draft.jurors)],
});

interface Soundness {
  /** Those who were on the jury before. */
  readonly knownJurors: readonly string[];
  /** The jury hears of it. */
  readonly isAsked: boolean;
  readonly before?: HonourEvent;
}

async function requireSound(
  deps: Platform,
  one: HonourEvent,
  { knownJurors, isAsked, before }: Soundness,
): Promise<void> {
  const added = one.jurors.filter((personId) => !knownJurors.includes(personId));
  const people = await findPeople(deps, added);
  const isStrange = added.some((personId) => {
    const person = people.get(personId);
    return !person || !isCandidate(person);
  });
  // Of a draft nobody hears: it would tell who rests.
  const asked = isAsked ? added : [];
  const rooms = await Promise.all(asked.map((personId) => hasRoom(deps, one.programmeId, personId)));
  const fields = [
    ...problemsOfEvent(one, one.zone, deps.clock.now(), before),
    ...(isStrange ? [{ field: 'jurors', reason: 'event-juror-gone' }] : []),
    ...(rooms.includes(false) ? [{ field: 'jurors', reason: 'asked-enough' }] : []),
  ];
  if (fields[0]) throw new Failure('bad-input', fields[0].reason, { fields });
}

export function requireVersion({ value }: Row<HonourEvent>, version: number): void {
  if (value.version !== version) throw new Failure('conflict', 'event-changed');
}

/** Those who were asked hear of a new time or place; a new juror is asked, and what one who is taken out had said goes. */
export async function changeEvent(
  deps: Platform,
  caller: Caller,
  at: EventAddress,
  { version, ...draft }: EventChange,
): Promise<void> {
  const { row } = await coordinatedEvent(deps, caller, at);
  const { value: before } = row;
  requireVersion(row, version);
  requireAhead(deps, before);
  const changed: HonourEvent = { ...before, ...cleaned(draft), version: version + 1 };
  if (before.state === 'decided' && isOtherJury(before, changed)) throw new Failure('conflict', 'event-decided');
  await requireSound(deps, changed, { knownJurors: before.jurors, isAsked: before.state !== 'draft', before });
  const added = changed.jurors.filter((personId) => !before.jurors.includes(personId));
  if (before.state !== 'draft') await enterJury(deps, caller, changed, added);
  const isOpen = changed.state === 'open';
  const isTold = before.state !== 'draft' && isNews(before, changed);
  await deps.outbox.commit(
    [honourEvents.replace(row, changed)],
    [
      ...(isTold ? [spreadTask(changed, 'moved')] : []),
      ...(isOpen && (added.length > 0 || juryAt(changed) !== juryAt(before)) ? [spreadTask(changed, 'jury')] : []),
      ...(before.state !== 'draft' && endOf(changed) !== endOf(before) ? [forgetTask(changed)] : []),
    ],
  );
  for (const personId of before.jurors.filter((one) => !changed.jurors.includes(one)))
    await forgetJuror(deps, at, personId);
}

/** What was decided stands as it was decided. */
function isOtherJury(before: HonourEvent, after: HonourEvent): boolean {
  const same = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join();
  return !same(before.jurors, after.jurors) || before.mentors !== after.mentors || before.mentees !== after.mentees;
}

/** The line by which each finds the jury stands before the event names them. */
export async function enterJury(
  deps: Platform,
  caller: Caller,
  { programmeId, id }: HonourEvent,
  added: readonly string[],
): Promise<void> {
  for (const personId of added) {
    await deps.audit.note({
      who: caller.personId,
      what: 'honour.juror',
      object: `programme:${programmeId}`,
      about: personId,
    });
    await deps.tables.commit([juries.put(personId, [programmeId, id], {})]);
    await deps.tables.commit([noteAsked(programmeId, id, { personId, kind: 'jury', at: deps.clock.now() })]);
  }
}

/** What somebody said as a juror, and the line that leads there. */
export async function forgetJuror(deps: Platform, at: EventAddress, personId: string): Promise<void> {
  for (const row of await judgements.list(deps.tables, at.programmeId, at.eventId))
    if (row.value.jurorId === personId) await takeOut(deps.tables, judgements.remove(row));
  const line = await juries.find(deps.tables, personId, at.programmeId, at.eventId);
  if (line) await takeOut(deps.tables, juries.remove(line));
}

function requireAhead(deps: Platform, one: HonourEvent): void {
  if (one.state === 'cancelled') throw new Failure('conflict', 'event-cancelled');
  if (one.start <= deps.clock.now()) throw new Failure('conflict', 'event-begun');
}

/** Members of pairs hear that they can nominate, and jurors that they are asked. Pressed twice it is once. */
export async function openEvent(deps: Platform, caller: Caller, at: EventAddress, version: number): Promise<void> {
  const { row } = await coordinatedEvent(deps, caller, at);
  if (row.value.state === 'open') return;
  requireVersion(row, version);
  requireAhead(deps, row.value);
  if (row.value.state !== 'draft') throw new Failure('conflict', 'event-decided');
  await requireSound(deps, row.value, { knownJurors: [], isAsked: true });
  const open: HonourEvent = { ...row.value, state: 'open', version: version + 1 };
  await enterJury(deps, caller, open, open.jurors);
  await deps.outbox.commit(
    [honourEvents.replace(row, open)],
    [spreadTask(open, 'opened'), spreadTask(open, 'jury'), forgetTask(open)],
  );
}

/** For `callOff`, once it is out of the calendar. Whoever was asked is told; a draft was known to nobody. */
export async function cancelEvent(deps: Platform, { row }: Pick<Known, 'row'>): Promise<void> {
  const { entry: _, ...bare } = row.value;
  const cancelled: HonourEvent = { ...bare, state: 'cancelled', version: bare.version + 1 };
  const follow = row.value.state === 'draft' ? [] : [spreadTask(cancelled, 'cancelled')];
  await deps.outbox.commit([honourEvents.replace(row, cancelled)], follow);
}

/** To whom something goes: members of pairs, jurors, whoever was asked, or those whom a decision is about. */
export const spreads = ['opened', 'jury', 'moved', 'cancelled', 'decided'] as const;
export type Spread = (typeof spreads)[number];

export function spreadTask({ programmeId, id: eventId, version }: HonourEvent, what: Spread): NewTask {
  const job = 'recognition.spread-event';
  return {
    ...{ id: idOf(job, programmeId, eventId, what, String(version)), job },
    data: { programmeId, eventId, what, upTo: '', version: String(version) },
  };
}

function forgetTask(one: HonourEvent): NewTask {
  const { programmeId, id: eventId } = one;
  const [job, due] = ['recognition.forget-event', namesUntil(one)];
  return { id: idOf(job, eventId, String(one.version)), job, data: { programmeId, eventId }, due };
}

export async function listEvents(deps: Platform, caller: Caller, programmeId: string): Promise<EventsPage> {
  const { value: programme } = await coordinatedProgramme(deps, caller, programmeId);
  const found = (await honourEvents.list(deps.tables, programmeId)).map(({ value }) => value);
  const { name, language, zone } = programme;
  return {
    ...{ programmeName: name, language, zone, today: localDate(deps.clock.now(), zone) },
    events: found
      .toSorted((a, b) => b.start - a.start)
      .map(({ id, title, language: spoken, start, zone: where, state }) => {
        return { id, title, language: spoken, start, zone: where, state };
      }),
  };
}

/** Nominations are taken until the end of the last day; failures say why not any more. */
export function requireNominating(one: HonourEvent, now: number): void {
  if (one.state === 'cancelled') throw new Failure('gone', 'event-cancelled');
  if (one.state !== 'open' || now >= closesAt(one)) throw new Failure('conflict', 'nominations-closed');
}
