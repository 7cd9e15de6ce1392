/** Signing up and stepping back, for whoever takes part. The session's row is in each batch, so there are never more people than seats. */
import type { Caller } from '../../../../platform/doors.ts';
import { Failure, isFailure } from '../../../../platform/errors.ts';
import type { Platform } from '../../../../platform/platform.ts';
import type { Change, Row } from '../../../../platform/tables.ts';
import { callName } from '../../../people/model.ts';
import { findPerson } from '../../../people/usecases.ts';
import { findProgramme } from '../../../programmes/usecases.ts';
import type { Application } from '../../../recruitment/model.ts';
import { applicationOf, participationsOf, type ApplicationListener } from '../../../recruitment/usecases.ts';
import { askedFor } from '../feedback/usecases.ts';
import type { MySession, MySessions, Seat, Session } from '../model.ts';
import { maySeeSession } from '../policy.ts';
import { closesAt, endOf, isIn, isInvitedTo, joinProblem, leftOf, movingUp, seatFor, waitingBefore } from '../rules.ts';
import { seats, sessions } from '../store.ts';
import { joinUrlOf, writeTask, type SessionAddress } from '../usecases.ts';

export interface OpenSession {
  readonly row: Row<Session>;
  readonly rows: readonly Row<Seat>[];
  readonly own: Row<Seat> | undefined;
}

/** The session as somebody who takes part may see it; "not there" and "not for you" are one answer. */
export async function sessionFor(deps: Platform, personId: string, at: SessionAddress): Promise<OpenSession> {
  const [row, rows, application] = await Promise.all([
    sessions.find(deps.tables, at.programmeId, at.sessionId),
    seats.list(deps.tables, at.programmeId, at.sessionId),
    applicationOf(deps, at.programmeId, personId),
  ]);
  const own = rows.find(({ value }) => value.personId === personId);
  if (!row || !maySeeSession(row.value, application, own !== undefined)) throw new Failure('not-found', 'session-gone');
  return { row, rows, own };
}

/** Everybody may press in the same second: each such round gives one of them a seat. */
const mostTurns = 100;

/** Reads and writes anew as long as somebody else signed up meanwhile. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  for (let turn = 1; ; turn += 1)
    try {
      return await work();
    } catch (error) {
      if (!isFailure(error, 'conflict') || error.reason !== 'changed-meanwhile' || turn === mostTurns) throw error;
    }
}

/** A seat, or a place in the line; signed up already it is the same. Failure `conflict` once it is closed or called off. */
export function joinSession(deps: Platform, personId: string, at: SessionAddress): Promise<Seat['state']> {
  return inTurn(async () => {
    const { row, rows, own } = await sessionFor(deps, personId, at);
    const problem = joinProblem(row.value, deps.clock.now());
    if (problem === 'session-cancelled') throw new Failure('gone', problem);
    if (own) return own.value.state;
    if (problem) throw new Failure('conflict', problem);
    const all = rows.map(({ value }) => value);
    const next: Session = { ...row.value, turn: row.value.turn + 1 };
    const state = seatFor(next, all);
    if (all.length >= mostInLine) throw new Failure('conflict', 'session-line-full');
    const mine: Seat = { sessionId: next.id, personId, state, place: next.turn, at: deps.clock.now() };
    await deps.tables.commit([
      sessions.replace(row, next),
      seats.create(at.programmeId, [at.sessionId, personId], mine),
    ]);
    return state;
  });
}

/** A longer line would be a promise that nobody can keep. */
const mostInLine = 400;

/** Whoever waits longest moves up and is told. Stepping back twice is the same; once it began, the list stays. */
export function leaveSession(deps: Platform, personId: string, at: SessionAddress): Promise<void> {
  return inTurn(async () => {
    const { row, rows, own } = await sessionFor(deps, personId, at);
    if (!own) return;
    if (row.value.start <= deps.clock.now()) throw new Failure('conflict', 'session-begun');
    await giveUp(deps, row, rows, own);
  });
}

async function giveUp(deps: Platform, row: Row<Session>, rows: readonly Row<Seat>[], own: Row<Seat>): Promise<void> {
  const rest = rows.filter((one) => one !== own);
  await give(deps, row, rest, [seats.remove(own)]);
}

/** The session in its next turn, with what changes, and whoever moves up by it; false when nobody does. */
async function give(
  deps: Platform,
  row: Row<Session>,
  rows: readonly Row<Seat>[],
  changes: readonly Change[],
): Promise<boolean> {
  const next: Session = { ...row.value, turn: row.value.turn + 1 };
  const all = rows.map(({ value }) => value);
  const isAhead = next.state === 'open' && next.start > deps.clock.now();
  const up = new Set((isAhead ? movingUp(next, all) : []).map(({ personId }) => personId));
  if (changes.length === 0 && up.size === 0) return false;
  const moved = rows
    .filter(({ value }) => up.has(value.personId))
    .map((one) => seats.replace(one, { ...one.value, state: 'in' }));
  const told = [...up].map((personId) =>
    writeTask(next, 'training.tell-session', personId, { news: 'seat', mark: String(next.turn) }),
  );
  await deps.outbox.commit([sessions.replace(row, next), ...changes, ...moved], told);
  return true;
}

/** For the job: seats that were added go to those who wait, some at a time. */
export async function fillSeats(deps: Platform, at: SessionAddress): Promise<void> {
  const moved = await inTurn(async () => {
    const [row, rows] = await Promise.all([
      sessions.find(deps.tables, at.programmeId, at.sessionId),
      seats.list(deps.tables, at.programmeId, at.sessionId),
    ]);
    return row !== undefined && give(deps, row, rows, []);
  });
  if (moved) await fillSeats(deps, at);
}

/** Whoever withdraws, or no longer takes part on the side that a session is for, gives the seat on, whenever the session is. */
export const giveUpSeats: ApplicationListener = async (deps, application) => {
  const { programmeId, personId } = application;
  for (const { value } of await sessions.list(deps.tables, programmeId)) {
    if (isInvitedTo(value, application)) continue;
    await inTurn(async () => {
      const [row, rows] = await Promise.all([
        sessions.find(deps.tables, programmeId, value.id),
        seats.list(deps.tables, programmeId, value.id),
      ]);
      const own = rows.find((one) => one.value.personId === personId);
      if (row && own) await giveUp(deps, row, rows, own);
    });
  }
};

/** What one sees of a session; where and how to come in is for who has a seat. */
export async function viewMySession(deps: Platform, caller: Caller, at: SessionAddress): Promise<MySession> {
  const { row, rows, own } = await sessionFor(deps, caller.personId, at);
  const { value: one } = row;
  const all = rows.map(({ value }) => value);
  const [programme, host, feedback] = await Promise.all([
    findProgramme(deps, at.programmeId),
    findPerson(deps, one.createdBy),
    askedFor(deps, caller, one, own?.value),
  ]);
  const now = deps.clock.now();
  const { id, programmeId, kind, title, about, language, start, zone, place, online, minutes } = one;
  const joinUrl = own && isIn(own.value) ? joinUrlOf(one) : undefined;
  return {
    ...{ id, programmeId, kind, title, about, language, start, zone, place, online, minutes },
    ...{ programmeName: programme?.name ?? '', byName: host ? callName(host) : '', end: endOf(one) },
    ...{ closesAt: closesAt(one), isCancelled: one.state === 'cancelled', isClosed: now >= closesAt(one) },
    ...{ hasBegun: now >= start, left: all.some((other) => !isIn(other)) ? 0 : leftOf(one, all) },
    ...(own ? { mine: { state: own.value.state, at: own.value.at } } : {}),
    ...(own && !isIn(own.value) ? { before: waitingBefore(own.value, all) } : {}),
    ...(joinUrl === undefined ? {} : { joinUrl }),
    ...(feedback ? { feedback } : {}),
  };
}

/** What is to come for this person, the soonest first, and what they can say something about. */
export async function mySessionsOf(deps: Platform, caller: Caller): Promise<MySessions> {
  const mine = await participationsOf(deps, caller.personId);
  const found = await Promise.all(mine.map((one) => ofProgramme(deps, caller, one)));
  return found.flat().toSorted((a, b) => a.start - b.start);
}

async function ofProgramme(deps: Platform, caller: Caller, application: Application): Promise<MySessions> {
  const { programmeId } = application;
  const now = deps.clock.now();
  const all = (await sessions.list(deps.tables, programmeId)).map(({ value }) => value);
  const lines = await Promise.all(
    all.map(async (one): Promise<MySessions> => {
      const rows = (await seats.list(deps.tables, programmeId, one.id)).map(({ value }) => value);
      const own = rows.find(({ personId }) => personId === caller.personId);
      if (one.state !== 'open' || !(own || isInvitedTo(one, application))) return [];
      const feedback = await askedFor(deps, caller, one, own);
      const asksFeedback = feedback !== undefined && !feedback.isGiven;
      if (endOf(one) <= now && !asksFeedback) return [];
      const { id, kind, title, language, start, zone } = one;
      const isClosed = now >= closesAt(one);
      const left = rows.some((other) => !isIn(other)) ? 0 : leftOf(one, rows);
      return [
        {
          ...{ id, programmeId, kind, title, language, start, zone, isClosed, left, asksFeedback },
          ...(own ? { mine: { state: own.state, at: own.at } } : {}),
        },
      ];
    }),
  );
  return lines.flat();
}
