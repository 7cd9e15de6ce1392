/** After a session: who was there, as the coordinator notes it, and the question to them what it brought. */
import type { Caller } from '../../../../platform/doors.ts';
import { Failure } from '../../../../platform/errors.ts';
import type { Platform } from '../../../../platform/platform.ts';
import type { Change } from '../../../../platform/tables.ts';
import type { JobResult } from '../../../../platform/doors.ts';
import type { Attendance, Seat, Session } from '../model.ts';
import { countsOf, feedbackUntil, isIn, namesUntil } from '../rules.ts';
import { hostedRows, seats, sessions } from '../store.ts';
import { closeTask, coordinatedSession, requireVersion, spreadTask, type SessionAddress } from '../usecases.ts';

/** Noted anew it takes the place of the former list, as long as the names are there; whoever is new on it is asked then. */
export async function noteAttendance(
  deps: Platform,
  caller: Caller,
  at: SessionAddress,
  { version, there, hosts = [] }: Attendance,
): Promise<void> {
  const { row, rows } = await coordinatedSession(deps, caller, at);
  requireVersion(row, version);
  const now = deps.clock.now();
  const { value: one } = row;
  if (one.state !== 'open') throw new Failure('conflict', 'session-cancelled');
  if (now < one.start) throw new Failure('conflict', 'session-not-begun');
  if (one.counts) throw new Failure('conflict', 'session-forgotten');
  const next: Session = { ...one, version: version + 1, turn: one.turn + 1, notedAt: now };
  const present = new Set(there);
  const led = new Set(one.kind === 'supervision' ? hosts.filter((personId) => present.has(personId)) : []);
  const isOpen = now < feedbackUntil(one);
  await deps.outbox.commit(
    [
      sessions.replace(row, next),
      ...rows.filter(({ value }) => isIn(value)).map((seat) => seats.replace(seat, noted(seat.value, present, led))),
      ...(one.kind === 'supervision' ? await hostChanges(deps, one, led) : []),
    ],
    isOpen ? [spreadTask(next, 'asked'), ...(one.notedAt === undefined ? [closeTask(next)] : [])] : [],
  );
}

const noted = (seat: Seat, present: ReadonlySet<string>, led: ReadonlySet<string>): Seat => ({
  ...{ ...seat, wasThere: present.has(seat.personId) },
  hosted: led.has(seat.personId),
});

/** In the same batch as the list, so that nobody is a host of a circle in which they were not. */
async function hostChanges(
  deps: Platform,
  { programmeId, id: sessionId, start }: Session,
  led: ReadonlySet<string>,
): Promise<Change[]> {
  const before = (await hostedRows.list(deps.tables, programmeId)).filter(({ value }) => value.sessionId === sessionId);
  const known = new Set(before.map(({ value }) => value.personId));
  return [
    ...before.filter(({ value }) => !led.has(value.personId)).map((row) => hostedRows.remove(row)),
    ...[...led]
      .filter((personId) => !known.has(personId))
      .map((personId) => hostedRows.create(programmeId, [personId, sessionId], { sessionId, personId, at: start })),
  ];
}

/**
 * For the job: no names any more, only how many. A session that was moved in the meantime has its turn later; one that was counted
 * before a crash still loses its names.
 */
export async function forgetNames(deps: Platform, { programmeId, sessionId }: SessionAddress): Promise<JobResult> {
  const row = await sessions.find(deps.tables, programmeId, sessionId);
  if (!row) return undefined;
  const due = namesUntil(row.value);
  if (due > deps.clock.now()) return { again: due };
  const rows = await seats.list(deps.tables, programmeId, sessionId);
  const all: readonly Seat[] = rows.map(({ value }) => value);
  const { entry: _, ...bare } = row.value;
  if (!row.value.counts)
    await deps.tables.commit([sessions.replace(row, { ...bare, turn: bare.turn + 1, counts: countsOf(all) })]);
  for (let from = 0; from < rows.length; from += 100)
    await deps.tables.commit(rows.slice(from, from + 100).map((one) => seats.remove(one)));
  return undefined;
}
