/** The verbs of coordinators: plan a session, change it, announce it, call it off; and what they see of it. */
import { localDate } from '../../../platform/clock.ts';
import type { Caller } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { idFor, idOf } from '../../../platform/ids.ts';
import type { NewTask } from '../../../platform/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Row } from '../../../platform/tables.ts';
import { cardOf } from '../../people/model.ts';
import { findPeople } from '../../people/usecases.ts';
import type { Programme } from '../../programmes/model.ts';
import { coordinatedProgramme } from '../../programmes/usecases.ts';
import { appliedTo } from '../../recruitment/usecases.ts';
import { feedbackTold } from './feedback/usecases.ts';
import { guideIn } from './guide/rules.ts';
import type {
  Seat,
  Session,
  SessionChange,
  SessionDraft,
  SessionLine,
  SessionNews,
  SessionPage,
  SessionsPage,
} from './model.ts';
import {
  closesAt,
  countsOf,
  endOf,
  entryHolds,
  feedbackUntil,
  isIn,
  isInvitedTo,
  isNews,
  namesUntil,
  problemsOfSession,
  remindsAt,
} from './rules.ts';
import { seats, sessions } from './store.ts';

export interface SessionAddress {
  readonly programmeId: string;
  readonly sessionId: string;
}

export interface Found {
  readonly programme: Programme;
  readonly row: Row<Session>;
  readonly rows: readonly Row<Seat>[];
  readonly all: readonly Seat[];
}

/** For whoever coordinates the programme; else Failure `not-found`. */
export async function coordinatedSession(deps: Platform, caller: Caller, at: SessionAddress): Promise<Found> {
  const { value: programme } = await coordinatedProgramme(deps, caller, at.programmeId);
  const row = await sessions.find(deps.tables, at.programmeId, at.sessionId);
  if (!row) throw new Failure('not-found', 'session-gone');
  const rows = await seats.list(deps.tables, at.programmeId, at.sessionId);
  return { programme, row, rows, all: rows.map(({ value }) => value) };
}

/** A draft: nobody is told. */
export async function planSession(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  draft: SessionDraft,
): Promise<Session> {
  const { value: programme } = await coordinatedProgramme(deps, caller, programmeId);
  requireSound(deps, programme, draft);
  const id = idFor(caller, 'session');
  const before = await sessions.find(deps.tables, programmeId, id);
  if (before) return before.value;
  const planned: Session = {
    ...{ ...cleaned(draft), id, programmeId, state: 'draft', zone: programme.zone },
    ...{ createdBy: caller.personId, createdAt: deps.clock.now(), version: 0, turn: 0 },
  };
  await deps.tables.commit([sessions.create(programmeId, planned.id, planned)]);
  return planned;
}

/** A link belongs to an online session only. */
const cleaned = (draft: SessionDraft): SessionDraft => ({ ...draft, link: draft.online ? draft.link : '' });

function requireSound(deps: Platform, { zone }: Programme, draft: SessionDraft): void {
  const fields = problemsOfSession(draft, zone, deps.clock.now());
  if (fields[0]) throw new Failure('bad-input', fields[0].reason, { fields });
}

export function requireVersion({ value }: Row<Session>, version: number): void {
  if (value.version !== version) throw new Failure('conflict', 'session-changed');
}

/** Those who signed up hear of a new time or place; seats that are new go to those who wait. */
export async function changeSession(
  deps: Platform,
  caller: Caller,
  at: SessionAddress,
  { version, ...draft }: SessionChange,
): Promise<void> {
  const { programme, row, all } = await coordinatedSession(deps, caller, at);
  requireVersion(row, version);
  requireAhead(deps, row.value);
  requireSound(deps, programme, draft);
  const fields = problemsWithSeats(row.value, draft, all);
  if (fields[0]) throw new Failure('conflict', fields[0].reason, { fields });
  const changed: Session = { ...row.value, ...cleaned(draft), version: version + 1, turn: row.value.turn + 1 };
  const isOpen = changed.state === 'open';
  const follow = [
    ...(isOpen && isNews(row.value, changed) && all.length > 0 ? [spreadTask(changed, 'changed')] : []),
    ...(isOpen && endOf(changed) !== endOf(row.value) ? laterTasks(changed) : []),
    ...(all.some((one) => !isIn(one)) ? [fillTask(changed)] : []),
  ];
  await deps.outbox.commit([sessions.replace(row, changed)], follow);
}

function fillTask({ programmeId, id: sessionId, version }: Session): NewTask {
  const job = 'training.fill-session';
  return { id: idOf(job, sessionId, String(version)), job, data: { programmeId, sessionId } };
}

/** Somebody has each seat that is taken, and signed up for what it is about. */
function problemsWithSeats(before: Session, draft: SessionDraft, all: readonly Seat[]) {
  const isTaken = all.length > 0;
  return [
    ...(draft.seats < all.filter(isIn).length ? [{ field: 'seats', reason: 'session-seats-taken' }] : []),
    ...(isTaken && draft.forWhom !== before.forWhom ? [{ field: 'forWhom', reason: 'session-people-in' }] : []),
    ...(isTaken && draft.kind !== before.kind ? [{ field: 'kind', reason: 'session-people-in' }] : []),
  ];
}

function requireAhead(deps: Platform, one: Session): void {
  if (one.state === 'cancelled') throw new Failure('conflict', 'session-cancelled');
  if (one.start <= deps.clock.now()) throw new Failure('conflict', 'session-begun');
}

/** Everybody for whom it is gets one message. Pressed twice it is once. */
export async function announceSession(
  deps: Platform,
  caller: Caller,
  at: SessionAddress,
  version: number,
): Promise<void> {
  const { row } = await coordinatedSession(deps, caller, at);
  if (row.value.state === 'open') return;
  requireVersion(row, version);
  requireAhead(deps, row.value);
  if (closesAt(row.value) <= deps.clock.now()) throw new Failure('conflict', 'session-closed');
  const open: Session = { ...row.value, state: 'open', version: version + 1 };
  await deps.outbox.commit([sessions.replace(row, open)], [spreadTask(open, 'invited'), ...laterTasks(open)]);
}

/** For `callOff`, once it is out of the calendar. Whoever signed up is told; a draft was known to nobody. */
export async function cancelSession(deps: Platform, { row, all }: Pick<Found, 'row' | 'all'>): Promise<void> {
  const { entry: _, ...bare } = row.value;
  const cancelled: Session = { ...bare, state: 'cancelled', version: bare.version + 1, turn: bare.turn + 1 };
  const told = row.value.state === 'open' && all.length > 0;
  await deps.outbox.commit([sessions.replace(row, cancelled)], told ? [spreadTask(cancelled, 'cancelled')] : []);
}

/** To whom something goes: everybody for whom it is, or those who signed up, or those who were there. */
export const spreads = ['invited', 'changed', 'cancelled', 'reminded', 'asked'] as const;
export type Spread = (typeof spreads)[number];

export function spreadTask({ programmeId, id, version }: Session, what: Spread, due?: number): NewTask {
  const name = 'training.spread-session';
  return {
    ...{ id: idOf(name, programmeId, id, what, String(version)), job: name },
    data: { programmeId, sessionId: id, what, upTo: '', version: String(version) },
    ...(due === undefined ? {} : { due }),
  };
}

/** By its time: the reminder of the day before, and the end of the names. A session that was moved leaves the former ones without effect. */
function laterTasks(one: Session): NewTask[] {
  const { programmeId, id: sessionId, start } = one;
  const data = { programmeId, sessionId };
  const forget = { id: idOf('training.forget-session', sessionId, String(start)), job: 'training.forget-session' };
  return [spreadTask(one, 'reminded', remindsAt(one)), { ...forget, data, due: namesUntil(one) }];
}

/** A message to one person; of the same mark there is one. */
export function writeTask(
  { programmeId, id: sessionId }: Session,
  job: string,
  personId: string,
  { news, mark }: { readonly news?: SessionNews | undefined; readonly mark: string },
): NewTask {
  const data = { programmeId, sessionId, personId, ...(news === undefined ? {} : { news }) };
  return { id: idOf(job, sessionId, personId, news ?? '', mark), job, data };
}

/** The last day to say what it brought. */
export function closeTask(one: Session): NewTask {
  const { programmeId, id: sessionId } = one;
  const job = 'training.close-session';
  return { id: idOf(job, sessionId), job, data: { programmeId, sessionId }, due: feedbackUntil(one) };
}

export async function listSessions(deps: Platform, caller: Caller, programmeId: string): Promise<SessionsPage> {
  const { value: programme } = await coordinatedProgramme(deps, caller, programmeId);
  const found = (await sessions.list(deps.tables, programmeId)).map(({ value }) => value);
  const lines = await Promise.all(
    found.map(async (one): Promise<SessionLine> => {
      const { id, kind, title, language, start, zone, state, seats: wanted } = one;
      const all = one.counts ? [] : (await seats.list(deps.tables, programmeId, id)).map(({ value }) => value);
      const counts = one.counts ?? countsOf(all);
      return { ...{ id, kind, title, language, start, zone, state, seats: wanted }, end: endOf(one), counts };
    }),
  );
  const { name, language, zone } = programme;
  const today = localDate(deps.clock.now(), zone);
  return { programmeName: name, language, zone, today, sessions: lines.toSorted((a, b) => b.start - a.start) };
}

export async function viewSession(deps: Platform, caller: Caller, at: SessionAddress): Promise<SessionPage> {
  const { row, all } = await coordinatedSession(deps, caller, at);
  const { entry, turn: _turn, programmeId, createdBy, createdAt: _at, ...one } = row.value;
  const [people, applied, feedback] = await Promise.all([
    findPeople(deps, [...all.map(({ personId }) => personId), createdBy, ...(entry ? [entry.by] : [])]),
    appliedTo(deps, programmeId),
    feedbackTold(deps, row.value),
  ]);
  const nameOf = (personId: string): string => people.get(personId)?.name ?? '…';
  const joinUrl = joinUrlOf(row.value);
  const now = deps.clock.now();
  return {
    ...one,
    ...{ end: endOf(one), closesAt: closesAt(one), byName: nameOf(createdBy), now, today: localDate(now, one.zone) },
    invited: applied.filter((application) => isInvitedTo(one, application)).length,
    counts: one.counts ?? countsOf(all),
    ...(joinUrl === undefined ? {} : { joinUrl }),
    ...(entry
      ? {
          entry: {
            ...{ isMine: entry.by === caller.personId, byName: nameOf(entry.by) },
            isCurrent: entry.holds === entryHolds(one, all),
          },
        }
      : {}),
    people: all
      .toSorted((a, b) => a.place - b.place)
      .flatMap(({ personId, state, at: since, wasThere, hosted }) => {
        const person = people.get(personId);
        const there = wasThere === undefined ? {} : { wasThere };
        const led = hosted === true ? { hosted } : {};
        return person ? [{ person: cardOf(person), state, at: since, ...there, ...led }] : [];
      }),
    namesUntil: namesUntil(one),
    ...(one.kind === 'supervision' ? { guide: guideIn(one.language) } : {}),
    ...(feedback ? { feedback } : {}),
  };
}

/** A meeting that was there already, or the one of the entry. */
export function joinUrlOf({ online, link, entry }: Session): string | undefined {
  if (!online) return undefined;
  return link === '' ? entry?.joinUrl : link;
}
