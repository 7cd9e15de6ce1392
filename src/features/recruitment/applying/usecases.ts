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
import type { Programme, Stage } from '../../programmes/model.ts';
import { findProgramme } from '../../programmes/usecases.ts';
import type { Application, ApplyPage, Questionnaire } from '../model.ts';
import { mayApply } from '../policy.ts';
import { isOpen, isSlip, mayReturn, missingFor } from '../rules.ts';
import { applications, invitations, participations } from '../store.ts';
import { arrivals } from '../sources/store.ts';
import { closingDayOf } from '../usecases.ts';

export async function applyPageOf(deps: Platform, caller: Caller, programmeId: string): Promise<ApplyPage> {
  const { programme, me } = await enterProgramme(deps, caller, programmeId);
  const [row, closesOn] = await Promise.all([
    applications.find(deps.tables, programmeId, caller.personId),
    closingDayOf(deps, programmeId),
  ]);
  const at = momentOf(deps, programme, closesOn);
  const answers = row?.value.answers;
  const named = await findPeople(deps, answers ? [...answers.wishes.picks, ...answers.ratherNot] : []);
  const { id, name, forWhom, why, howChosen } = programme;
  return {
    programme: { id, name, forWhom, why, howChosen },
    open: at.open,
    mayReturn: row !== undefined && mayReturn(row.value, at),
    status: row?.value.status ?? 'none',
    people: [...named.values()].map(cardOf),
    me: ownData(me),
    ...(closesOn === undefined ? {} : { closesOn }),
    ...(row ? { answers: row.value.answers, changedAt: row.value.changedAt } : {}),
  };
}

/** Keeps what is filled in; `apply` sends it. An application that was sent stays sent when it is changed. */
export async function saveApplication(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  { answers, apply }: { answers: Questionnaire; apply: boolean },
): Promise<Application> {
  const { programme, me } = await enterProgramme(deps, caller, programmeId);
  await requireOpen(deps, programme);
  const row = await applications.find(deps.tables, programmeId, caller.personId);
  const sends = apply || row?.value.status === 'applied';
  if (sends) requireComplete(answers);
  const own = ownAnswers(answers, me);
  const next = await nextOf(deps, caller, programmeId, { row, answers: own, status: sends ? 'applied' : 'draft' });
  if (!row) await deps.tables.commit([participations.put(caller.personId, programmeId, { programmeId })]);
  await save(deps, row, next, sends);
  return next;
}

export async function withdrawApplication(deps: Platform, caller: Caller, programmeId: string): Promise<Application> {
  const row = await applications.find(deps.tables, programmeId, caller.personId);
  if (!row) throw new Failure('not-found', 'application-gone');
  if (row.value.status === 'withdrawn') return row.value;
  const next: Application = { ...row.value, status: 'withdrawn', changedAt: deps.clock.now() };
  await save(deps, row, next, row.value.status === 'applied');
  return next;
}

/** Takes a withdrawal back: a slip leaves everything as it was, later it is applying again with the same answers. */
export async function returnToApplication(deps: Platform, caller: Caller, programmeId: string): Promise<Application> {
  const programme = await openToPerson(deps, caller, programmeId);
  const [row, closesOn] = await Promise.all([
    applications.find(deps.tables, programmeId, caller.personId),
    closingDayOf(deps, programmeId),
  ]);
  if (!row) throw new Failure('not-found', 'application-gone');
  const before = row.value;
  if (before.status !== 'withdrawn') return before;
  const at = momentOf(deps, programme, closesOn);
  if (!mayReturn(before, at)) throw new Failure('gone', 'applying-over');
  const changedAt = at.now;
  const { appliedAt, changedAt: withdrawnAt } = before;
  const next: Application =
    appliedAt === undefined
      ? { ...before, status: 'draft', changedAt }
      : { ...before, status: 'applied', changedAt, appliedAt: isSlip(withdrawnAt, at.now) ? appliedAt : at.now };
  await save(deps, row, next, next.status === 'applied');
  return next;
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
  readonly open: boolean;
  readonly now: number;
}

function momentOf(deps: Platform, { stage, zone }: Programme, closesOn: string | undefined): Moment {
  const now = deps.clock.now();
  return { stage, now, open: isOpen(stage, closesOn === undefined ? [] : [{ closesOn }], localDate(now, zone)) };
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
  const { open } = momentOf(deps, programme, await closingDayOf(deps, programme.id));
  if (!open) throw new Failure('gone', 'applying-over');
}

function withoutSelf({ wishes, ratherNot }: Questionnaire, self: string): Pick<Questionnaire, 'wishes' | 'ratherNot'> {
  const others = (ids: readonly string[]): string[] => [...new Set(ids)].filter((one) => one !== self);
  return { wishes: { ...wishes, picks: others(wishes.picks) }, ratherNot: others(ratherNot) };
}

async function nextOf(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  {
    row,
    answers,
    status,
  }: { row: Row<Application> | undefined; answers: Questionnaire; status: Application['status'] },
): Promise<Application> {
  const now = deps.clock.now();
  const before = row?.value ?? { startedAt: now, waited: false, ...(await cameBy(deps, programmeId, caller.personId)) };
  const stands = row?.value.status === 'applied' ? row.value.appliedAt : undefined;
  const appliedAt = status === 'applied' ? { appliedAt: stands ?? now } : {};
  return { ...before, programmeId, personId: caller.personId, status, answers, changedAt: now, ...appliedAt };
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
