/** Applying: begin, save on the way, apply, change, withdraw. What is private stays with the person. */
import { localDate } from '../../../platform/clock.ts';
import type { Caller } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { idOf } from '../../../platform/ids.ts';
import type { NewTask } from '../../../platform/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Row } from '../../../platform/tables.ts';
import { cardOf, type Person } from '../../people/model.ts';
import { isAdmittedTo } from '../../people/guests/usecases.ts';
import { findPeople, personOf } from '../../people/usecases.ts';
import { programmeIn, type Programme, type Stage } from '../../programmes/model.ts';
import { findProgramme } from '../../programmes/usecases.ts';
import { choiceToldTo } from '../choosing/telling/usecases.ts';
import { isSent, type Application, type ApplyPage, type Questionnaire } from '../model.ts';
import { mayApply } from '../policy.ts';
import type { Applying, Round } from '../rounds/model.ts';
import { applyingAt, lookDayOf, numberOf, statusWhenSent } from '../rounds/rules.ts';
import { isSlip, mayReturn, missingFor } from '../rules.ts';
import { applications, invitations, participations } from '../store.ts';
import { quoteText } from '../quoting/model.ts';
import { quoteOf, type Quoting } from '../quoting/usecases.ts';
import { arrivals } from '../sources/store.ts';
import { latestCallOf, roundOf, waitedElsewhere } from '../usecases.ts';

export async function applyPageOf(deps: Quoting, caller: Caller, programmeId: string): Promise<ApplyPage> {
  const { programme, me } = await enterProgramme(deps, caller, programmeId);
  const [row, round] = await Promise.all([
    applications.find(deps.tables, programmeId, caller.personId),
    roundOf(deps, programmeId),
  ]);
  const at = momentOf(deps, programme, round);
  const one = row?.value;
  const named = await findPeople(deps, one ? [...one.answers.wishes.picks, ...one.answers.ratherNot] : []);
  const choice = await choiceToldTo(deps, programme, caller, numberOf(round));
  const quote = await quoteOf(deps, await latestCallOf(deps, programmeId));
  const { id, name, forWhom, why, howChosen } = programmeIn(caller.language, programme);
  return {
    programme: { id, name, forWhom, why, howChosen },
    ...{ open: at.applying === 'open', joinsList: at.applying === 'list', waited: one?.waited ?? false },
    mayReturn: one !== undefined && mayReturn(one, at),
    status: one?.status ?? 'none',
    people: [...named.values()].map(cardOf),
    me: ownData(me),
    ...(round ? { closesOn: round.closesOn, looksOn: lookDayOf(round) } : {}),
    looksLate: round !== undefined && lookDayOf(round) < localDate(at.now, programme.zone),
    ...(one ? { answers: one.answers, changedAt: one.changedAt } : {}),
    ...(one?.status === 'waiting' ? { waits: one.waits?.why ?? 'late' } : {}),
    ...(choice ? { choice } : {}),
    ...(quote ? { quote: quoteText(quote, caller.language) } : {}),
  };
}

/** Keeps what is filled in; `apply` sends it. An application that was sent stays sent when it is changed. After the last day it waits. */
export async function saveApplication(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  { answers, apply }: { answers: Questionnaire; apply: boolean },
): Promise<Application> {
  const { programme, me } = await enterProgramme(deps, caller, programmeId);
  const row = await applications.find(deps.tables, programmeId, caller.personId);
  const at = momentOf(deps, programme, await roundOf(deps, programmeId));
  const sent = statusWhenSent(row?.value, at);
  if (!sent) throw new Failure('gone', 'applying-over');
  const sends = apply || (row !== undefined && isSent(row.value));
  if (sends) requireComplete(answers);
  const next = await nextOf(deps, caller, programmeId, {
    row,
    answers: ownAnswers(answers, me),
    ...(sends ? sent : ({ status: 'draft' } as const)),
  });
  if (!row) await deps.tables.commit([participations.put(caller.personId, programmeId, { programmeId })]);
  await save(deps, row, next, sends);
  return next;
}

/** At any time, in one press, from the round and from the waiting list alike. */
export async function withdrawApplication(deps: Platform, caller: Caller, programmeId: string): Promise<Application> {
  const row = await applications.find(deps.tables, programmeId, caller.personId);
  if (!row) throw new Failure('not-found', 'application-gone');
  if (row.value.status === 'withdrawn') return row.value;
  const next: Application = { ...row.value, status: 'withdrawn', changedAt: deps.clock.now() };
  await save(deps, row, next, isSent(row.value));
  return next;
}

/** Takes a withdrawal back: a slip leaves everything as it was, later it is applying again with the same answers. */
export async function returnToApplication(deps: Platform, caller: Caller, programmeId: string): Promise<Application> {
  const programme = await openToPerson(deps, caller, programmeId);
  const [row, round] = await Promise.all([
    applications.find(deps.tables, programmeId, caller.personId),
    roundOf(deps, programmeId),
  ]);
  if (!row) throw new Failure('not-found', 'application-gone');
  const before = row.value;
  if (before.status !== 'withdrawn') return before;
  const at = momentOf(deps, programme, round);
  if (!mayReturn(before, at)) throw new Failure('gone', 'applying-over');
  const { waits: _, ...rest } = before;
  const next: Application = { ...rest, ...standingAgain(before, at), changedAt: at.now };
  await save(deps, row, next, isSent(next));
  return next;
}

function standingAgain(before: Application, at: Moment): Pick<Application, 'status' | 'waits' | 'appliedAt'> {
  const { appliedAt, changedAt: withdrawnAt, waits } = before;
  if (appliedAt === undefined) return { status: 'draft' };
  const slip = isSlip(withdrawnAt, at.now);
  const kept = slip ? appliedAt : at.now;
  const asItWas = waits ? ({ status: 'waiting', waits } as const) : ({ status: 'applied' } as const);
  const sent = slip && at.applying !== 'open' ? asItWas : statusWhenSent(before, at);
  return { ...(sent ?? asItWas), appliedAt: kept };
}

/** The programme, for whoever may see and join it; otherwise there is none. */
export async function openToPerson(deps: Platform, caller: Caller, programmeId: string): Promise<Programme> {
  return (await enterProgramme(deps, caller, programmeId)).programme;
}

async function enterProgramme(
  deps: Platform,
  caller: Caller,
  programmeId: string,
): Promise<{ programme: Programme; me: Person }> {
  const [programme, me] = await Promise.all([findProgramme(deps, programmeId), personOf(deps, caller.personId)]);
  const isAdmitted = await isAdmittedTo(deps, me, programmeId);
  if (!programme || !mayApply(me, programme, isAdmitted)) throw new Failure('not-found', 'programme-gone');
  return { programme, me };
}

/** A guest is a mentor and nothing else, and names nobody: by ids that were guessed the page would show who it is. */
function ownAnswers(answers: Questionnaire, me: Person): Questionnaire {
  if (me.kind !== 'guest') return { ...answers, ...withoutSelf(answers, me.id) };
  if (answers.role !== 'mentor') throw new Failure('bad-input', 'guest-mentors-only');
  return { ...answers, wishes: { department: 'any', picks: [] }, ratherNot: [] };
}

interface Moment {
  readonly stage: Stage;
  readonly applying: Applying;
  /** Of the round. */
  readonly number: number;
  readonly now: number;
}

function momentOf(deps: Platform, { stage, zone }: Programme, round: Round | undefined): Moment {
  const now = deps.clock.now();
  return { stage, now, number: numberOf(round), applying: applyingAt(stage, round, localDate(now, zone)) };
}

/** What the directory says, as others see it, and what messages go by. */
function ownData(me: Person): ApplyPage['me'] {
  const { country, language } = me;
  return {
    ...cardOf(me),
    ...(country === undefined ? {} : { country }),
    ...(language === undefined ? {} : { language }),
  };
}

/** Failures `not-found` where there is no such programme for this person, `gone` when applying is over. */
export async function requireOpenToPerson(deps: Platform, caller: Caller, programmeId: string): Promise<void> {
  await requireOpen(deps, await openToPerson(deps, caller, programmeId));
}

/** Failure `bad-input` with what the match cannot do without. */
export function requireComplete(answers: Questionnaire): void {
  const missing = missingFor(answers);
  if (missing.length > 0) throw new Failure('bad-input', 'application-incomplete', { fields: missing });
}

async function requireOpen(deps: Platform, programme: Programme): Promise<void> {
  const { applying } = momentOf(deps, programme, await roundOf(deps, programme.id));
  if (applying !== 'open') throw new Failure('gone', 'applying-over');
}

function withoutSelf({ wishes, ratherNot }: Questionnaire, self: string): Pick<Questionnaire, 'wishes' | 'ratherNot'> {
  const others = (ids: readonly string[]): string[] => [...new Set(ids)].filter((one) => one !== self);
  return { wishes: { ...wishes, picks: others(wishes.picks) }, ratherNot: others(ratherNot) };
}

async function nextOf(
  deps: Platform,
  { personId }: Caller,
  programmeId: string,
  {
    row,
    answers,
    status,
    waits,
  }: Pick<Application, 'answers' | 'status' | 'waits'> & { row: Row<Application> | undefined },
): Promise<Application> {
  const now = deps.clock.now();
  const { waits: _, ...before }: Pick<Application, 'startedAt' | 'waited' | 'waits'> = row?.value ?? {
    ...{ startedAt: now, waited: await waitedElsewhere(deps, personId) },
    ...(await cameBy(deps, programmeId, personId)),
  };
  const isStill = row !== undefined && isSent(row.value) ? row.value.appliedAt : undefined;
  const appliedAt = status === 'draft' ? {} : { appliedAt: isStill ?? now };
  const waiting = waits ? { waits } : {};
  return { ...before, programmeId, personId, status, answers, changedAt: now, ...appliedAt, ...waiting };
}

async function cameBy(
  deps: Platform,
  programmeId: string,
  personId: string,
): Promise<Pick<Application, 'callId' | 'source'>> {
  const [invited, last] = await Promise.all([
    invitations.find(deps.tables, programmeId, personId),
    arrivals.find(deps.tables, programmeId, personId, 'last'),
  ]);
  return {
    ...(invited ? { callId: invited.value.callId } : {}),
    ...(last ? { source: last.value.code } : {}),
  };
}

async function save(
  deps: Platform,
  row: Row<Application> | undefined,
  next: Application,
  tells: boolean,
): Promise<void> {
  const { programmeId, personId } = next;
  const change = row ? applications.replace(row, next) : applications.create(programmeId, personId, next);
  const tell: NewTask = {
    id: idOf('recruitment.applied', programmeId, personId, String(next.changedAt), next.status),
    job: 'recruitment.applied',
    data: { programmeId, personId },
  };
  await deps.outbox.commit([change], tells ? [tell] : []);
}
