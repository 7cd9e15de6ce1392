/** The verbs about rounds: let people apply until a day, say when the waiting list is looked at, and take it into the round. */
import { beginOfDay, localDate } from '../../../platform/clock.ts';
import type { Caller, JobResult } from '../../../platform/doors.ts';
import { Failure, isFailure } from '../../../platform/errors.ts';
import { idOf } from '../../../platform/ids.ts';
import type { NewTask } from '../../../platform/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Row } from '../../../platform/tables.ts';
import { cardOf } from '../../people/model.ts';
import { findPeople } from '../../people/usecases.ts';
import type { Programme } from '../../programmes/model.ts';
import { coordinatedProgramme, coordinatorsOf, findProgramme } from '../../programmes/usecases.ts';
import { roundOf } from '../usecases.ts';
import type { Application } from '../model.ts';
import { applications, closingDays, lastKey } from '../store.ts';
import type { Round, RoundsPage, WaitingLine } from './model.ts';
import { applyingAt, isMatched, isTakenUp, lookDayOf, nextOf, numberOf, whyListed, withLastDay } from './rules.ts';

export async function roundsPageOf(deps: Platform, caller: Caller, programmeId: string): Promise<RoundsPage> {
  const { value: programme } = await coordinatedProgramme(deps, caller, programmeId);
  const [round, waiting] = await Promise.all([roundOf(deps, programmeId), waitingOf(deps, programme)]);
  const next = nextOf(programme.stage, round);
  const today = localDate(deps.clock.now(), programme.zone);
  return {
    ...{ number: numberOf(round), applying: applyingAt(programme.stage, round, today) },
    looksLate: round !== undefined && lookDayOf(round) < today,
    ...(round ? { closesOn: round.closesOn, looksOn: lookDayOf(round) } : {}),
    ...(next ? { next } : {}),
    waiting,
  };
}

/** By name, which says nothing about anybody. */
async function waitingOf(deps: Platform, { id, stage }: Programme): Promise<WaitingLine[]> {
  const listed = (await applications.list(deps.tables, id)).flatMap(({ value }) => {
    const why = whyListed(value, stage);
    return why ? [{ why, one: value }] : [];
  });
  const people = await findPeople(
    deps,
    listed.map(({ one }) => one.personId),
  );
  return listed
    .flatMap(({ why, one: { personId, answers, waited } }) => {
      const person = people.get(personId);
      return person ? [{ person: cardOf(person), role: answers.role, why, waited }] : [];
    })
    .sort((a, b) => a.person.name.localeCompare(b.person.name));
}

/**
 * A round that is not matched yet becomes longer; after its match the next one begins, with everybody who waits in it.
 * Failure `bad-input` for a day that is over, `conflict` for a shorter round: people rely on the day that they were told.
 */
export async function letApplyUntil(deps: Platform, caller: Caller, programmeId: string, day: string): Promise<void> {
  const { value: programme } = await coordinatedProgramme(deps, caller, programmeId);
  const now = deps.clock.now();
  if (day < localDate(now, programme.zone))
    throw new Failure('bad-input', 'day-is-past', { fields: [{ field: 'day', reason: 'day-is-past' }] });
  const [row, before] = await Promise.all([
    closingDays.find(deps.tables, programmeId, lastKey),
    roundOf(deps, programmeId),
  ]);
  const next = nextOf(programme.stage, before);
  if (!next) throw new Failure('conflict', 'not-recruiting');
  if (next === 'longer' && before && day < before.closesOn) throw new Failure('conflict', 'round-not-shorter');
  const round = withLastDay(programme.stage, before, day);
  const change = row ? closingDays.replace(row, round) : closingDays.create(programmeId, lastKey, round);
  await deps.outbox.commit([change], followLastDay(programme, round, now));
}

/** What follows from a new last day: who waits is taken in, and coordinators are reminded of who waits after it. */
export function followLastDay(programme: Programme, round: Round, at: number): NewTask[] {
  const { id: programmeId } = programme;
  const taking = idOf('recruitment.take-up', programmeId, String(numberOf(round)), round.closesOn, String(at));
  return [{ id: taking, job: 'recruitment.take-up', data: { programmeId } }, lookTask(programme, round)];
}

function lookTask({ id: programmeId, zone }: Programme, round: Round): NewTask {
  const on = lookDayOf(round);
  const id = idOf('recruitment.look', programmeId, String(numberOf(round)), on);
  return { id, job: 'recruitment.look', data: { programmeId, on }, due: beginOfDay(on, zone) };
}

/** The day that people on the list are told. Failure `conflict` before anybody can be on it. */
export async function lookOn(deps: Platform, caller: Caller, programmeId: string, day: string): Promise<void> {
  const { value: programme } = await coordinatedProgramme(deps, caller, programmeId);
  const round = await roundOf(deps, programmeId);
  if (!round) throw new Failure('conflict', 'not-recruiting');
  const today = localDate(deps.clock.now(), programme.zone);
  if (day < today || day <= round.closesOn)
    throw new Failure('bad-input', 'look-too-early', { fields: [{ field: 'day', reason: 'look-too-early' }] });
  const row = await closingDays.find(deps.tables, programmeId, lastKey);
  const next: Round = { ...round, looksOn: day };
  const change = row ? closingDays.replace(row, next) : closingDays.create(programmeId, lastKey, next);
  await deps.outbox.commit([change], [lookTask(programme, next)]);
}

/** For the matching, when a proposal was published: the round is over, and only the list is left. Called twice it is the same. */
export async function endRound(deps: Platform, programmeId: string): Promise<void> {
  const row = await closingDays.find(deps.tables, programmeId, lastKey);
  if (!row || row.value.matched || numberOf(row.value) === 1) return;
  await deps.tables.commit([closingDays.replace(row, { ...row.value, matched: true })]);
}

const peopleInAStep = 500;

/** Everybody who waits is in the round from here on, one like the other; each is told. Goes on where it was when it is run again. */
export async function takeUp(deps: Platform, programmeId: string): Promise<JobResult> {
  const [programme, round] = await Promise.all([findProgramme(deps, programmeId), roundOf(deps, programmeId)]);
  if (!programme || !round || isMatched(programme.stage, round)) return undefined;
  const number = numberOf(round);
  const wanted = (await applications.list(deps.tables, programmeId)).filter(
    ({ value }) => isTakenUp(value, number) || isPassedOver(value, number),
  );
  let left = wanted.length > peopleInAStep;
  for (const row of wanted.slice(0, peopleInAStep))
    await takeUpOne(deps, row, number).catch((error: unknown) => {
      // The person changed something at the same moment: looked at again.
      if (!isFailure(error, 'conflict')) throw error;
      left = true;
    });
  return left ? { again: deps.clock.now() } : undefined;
}

const isPassedOver = ({ passedOver }: Application, number: number): boolean =>
  passedOver !== undefined && passedOver.round < number;

async function takeUpOne(deps: Platform, row: Row<Application>, number: number): Promise<void> {
  const { waits, passedOver, ...rest } = row.value;
  const still = passedOver && !isPassedOver(row.value, number) ? { passedOver } : {};
  if (!isTakenUp(row.value, number))
    return deps.outbox.commit([applications.replace(row, { ...rest, ...still, ...(waits ? { waits } : {}) })]);
  const { programmeId, personId } = rest;
  const data = { programmeId, personId };
  const times = [programmeId, personId, String(number), String(deps.clock.now())];
  await deps.outbox.commit(
    [applications.replace(row, { ...rest, ...still, status: 'applied' })],
    [
      { id: idOf('recruitment.applied', ...times, 'taken-up'), job: 'recruitment.applied', data },
      { id: idOf('recruitment.tell-taken-up', ...times), job: 'recruitment.tell-taken-up', data },
    ],
  );
}

/** On the day that people were told: coordinators are reminded, where somebody waits and the day still holds. */
export async function remindOfList(deps: Platform, programmeId: string, on: string): Promise<JobResult> {
  if ((await whoWaitsOn(deps, programmeId, on)) === 0) return undefined;
  for (const personId of await coordinatorsOf(deps, programmeId))
    await deps.outbox.ask('programmes', programmeId, {
      id: idOf('recruitment.tell-look', programmeId, on, personId),
      ...{ job: 'recruitment.tell-look', data: { programmeId, personId, on } },
    });
  return undefined;
}

/** How many wait for the day; none when it was put off, or the list was taken up. */
export async function whoWaitsOn(deps: Platform, programmeId: string, on: string): Promise<number> {
  const [programme, round] = await Promise.all([findProgramme(deps, programmeId), roundOf(deps, programmeId)]);
  if (!programme || !round || lookDayOf(round) !== on) return 0;
  if (applyingAt(programme.stage, round, localDate(deps.clock.now(), programme.zone)) !== 'list') return 0;
  return (await applications.list(deps.tables, programmeId)).filter(({ value }) => value.status === 'waiting').length;
}
