/** The verbs about programmes: create, change, move from stage to stage, share the coordination. */
import type { Caller } from '../../platform/doors.ts';
import { Failure } from '../../platform/errors.ts';
import { idFor, idOf, newId } from '../../platform/ids.ts';
import type { NewTask } from '../../platform/outbox.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Change, Row } from '../../platform/tables.ts';
import { untilUnchanged } from '../../platform/tables/conflict.ts';
import { organisationZone } from '../../platform/zone.ts';
import { isCandidate } from '../people/model.ts';
import { findPerson, personOf } from '../people/usecases.ts';
import {
  programmeDraft,
  type CheckInPlan,
  type ClosingWords,
  type Programme,
  type ProgrammeChange,
  type ProgrammeDraft,
  type ProgrammeLine,
  type Stage,
} from './model.ts';
import { mayCoordinate, mayCreateProgramme } from './policy.ts';
import { hasReached, mayFollow } from './rules.ts';
import { coordinated, onlyRow, programmeIndex, programmes, teamOf, teams } from './store.ts';

/** For features that follow a programme's stage and plan; called by a job, so once or more: be idempotent. */
export type ProgrammeListener = (deps: Platform, programme: Programme) => Promise<void>;

/** For doors and other features: the programme, when this caller coordinates it; else Failure `not-found`. */
export async function coordinatedProgramme(
  deps: Platform,
  caller: Caller,
  programmeId: string,
): Promise<Row<Programme>> {
  const [row, team] = await Promise.all([
    programmes.find(deps.tables, programmeId, onlyRow),
    teamOf(deps.tables, programmeId),
  ]);
  if (!row || !mayCoordinate(caller, team)) throw new Failure('not-found', 'programme-gone');
  return row;
}

/** For pages that show coordinators more. Whoever has no role coordinates nothing, and no team is read for them. */
export async function isCoordinatorOf(deps: Platform, caller: Caller, programmeId: string): Promise<boolean> {
  return mayCoordinate(caller, caller.roles.includes('Coordinator') ? await teamOf(deps.tables, programmeId) : []);
}

/** For jobs, just before they write: by the seat in the team, and by the role wherever it may be read without a token. */
export async function coordinatesNow(deps: Platform, personId: string, programmeId: string): Promise<boolean> {
  const [team, roles] = await Promise.all([teamOf(deps.tables, programmeId), deps.roles.of(personId)]);
  return mayCoordinate({ personId, language: 'en', roles: roles === 'unknown' ? ['Coordinator'] : roles }, team);
}

/** For jobs and other features, without asking who: the programme, or nothing. */
export async function findProgramme(deps: Platform, programmeId: string): Promise<Programme | undefined> {
  return (await programmes.find(deps.tables, programmeId, onlyRow))?.value;
}

export async function programmeOf(deps: Platform, programmeId: string): Promise<Programme> {
  const found = await findProgramme(deps, programmeId);
  if (!found) throw new Failure('not-found', 'programme-gone');
  return found;
}

export async function createProgramme(deps: Platform, caller: Caller, draft: ProgrammeDraft): Promise<Programme> {
  if (!mayCreateProgramme(caller)) throw new Failure('not-found', 'programme-gone');
  requireOrder(draft);
  if (draft.sponsorId) await personOf(deps, draft.sponsorId);
  const id = idFor(caller, 'programme');
  const before = await findProgramme(deps, id);
  if (before) return before;
  const now = deps.clock.now();
  const created: Programme = {
    ...named(draft),
    ...{
      id,
      stage: 'prepare',
      zone: organisationZone,
      createdAt: now,
      createdBy: caller.personId,
      stageAt: now,
    },
  };
  await deps.audit.note({
    who: caller.personId,
    what: 'role.added',
    object: `programme:${id}`,
    about: caller.personId,
  });
  // The lists first: a line that leads to no programme is skipped, a programme without a line would be lost.
  await deps.tables.commit([programmeIndex.put('programmes', id, { id })]);
  await deps.tables.commit([coordinated.put(caller.personId, id, { id })]);
  await deps.tables.commit([
    programmes.create(id, onlyRow, created),
    teams.create(id, caller.personId, { personId: caller.personId, addedAt: now }),
  ]);
  return created;
}

export async function changeProgramme(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  { revision, ...draft }: ProgrammeChange,
): Promise<Programme> {
  const row = await coordinatedProgramme(deps, caller, programmeId);
  requireOrder(draft);
  if (revision !== undefined && revision !== revisionOf(row.value)) throw new Failure('conflict', 'programme-changed');
  const { id, stage, zone, createdAt, createdBy, stageAt, checkIns, coursesFirst, ownPath } = row.value;
  const changed: Programme = {
    ...{ ...named(draft), id, stage, zone, createdAt, createdBy, stageAt },
    ...(checkIns ? { checkIns } : {}),
    ...(coursesFirst ? { coursesFirst } : {}),
    ...(ownPath ? { ownPath } : {}),
  };
  await deps.tables.commit([programmes.replace(row, changed)]);
  return changed;
}

/** The same for as long as nobody changes what a coordinator fills in. */
export function revisionOf(one: Programme): string {
  const filledIn = programmeDraft.strip().parse(one);
  return idOf('programme', JSON.stringify(Object.entries(filledIn).toSorted(([a], [b]) => (a < b ? -1 : 1))));
}

/**
 * What a later feature settles when a programme closes: rows and tasks of its partition, written in one batch with the stage; or a
 * Failure, when it does not let it close. `words` are what the coordinator said about things that were open, by their ids.
 */
export type Closing = (
  deps: Platform,
  caller: Caller,
  programme: Programme,
  words: ClosingWords,
) => Promise<{ readonly changes: readonly Change[]; readonly follow: readonly NewTask[] }>;

const settlesNothing: Closing = () => Promise.resolve({ changes: [], follow: [] });

export interface StageMove {
  readonly to: Stage;
  readonly words?: ClosingWords | undefined;
}

/** One step on, or back while nothing runs. Conflict when another coordinator was faster. */
export async function moveToStage(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  { to, words = {} }: StageMove,
  closing: Closing = settlesNothing,
): Promise<Programme> {
  const row = await coordinatedProgramme(deps, caller, programmeId);
  if (row.value.stage === to) return row.value;
  if (!mayFollow(row.value.stage, to)) throw new Failure('conflict', 'stage-order');
  const moved: Programme = { ...row.value, stage: to, stageAt: deps.clock.now() };
  const settled = await (to === 'close' ? closing : settlesNothing)(deps, caller, row.value, words);
  const follow = [...settled.follow, changedTask(deps, programmeId)];
  await deps.outbox.commit([programmes.replace(row, moved), ...settled.changes], follow);
  return moved;
}

/** Which check-ins are asked from now on. */
export async function planCheckIns(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  checkIns: CheckInPlan,
): Promise<Programme> {
  const row = await coordinatedProgramme(deps, caller, programmeId);
  const planned: Programme = { ...row.value, checkIns };
  await deps.outbox.commit([programmes.replace(row, planned)], [changedTask(deps, programmeId)]);
  return planned;
}

/** For training, which asked who may: from now on only those are matched who have done the courses before it, or everybody again. */
export async function askForCourses(deps: Platform, row: Row<Programme>, isOn: boolean): Promise<void> {
  const { coursesFirst: _, ...rest } = row.value;
  await deps.tables.commit([programmes.replace(row, isOn ? { ...rest, coursesFirst: true } : rest)]);
}

/** For training, after whoever else changes the programme at the same moment; who may was asked before. */
export async function changeOwnPath(
  deps: Platform,
  programmeId: string,
  change: (before: NonNullable<Programme['ownPath']>) => NonNullable<Programme['ownPath']>,
): Promise<void> {
  await untilUnchanged(async () => {
    const row = await programmes.find(deps.tables, programmeId, onlyRow);
    if (!row) return;
    const ownPath = change(row.value.ownPath ?? { mentee: [], mentor: [] });
    await deps.tables.commit([programmes.replace(row, { ...row.value, ownPath })]);
  });
}

/** What later features do when the stage or the plan of check-ins is another one. */
function changedTask(deps: Platform, programmeId: string): NewTask {
  const id = idOf('programmes.changed', programmeId, String(deps.clock.now()), newId());
  return { id, job: 'programmes.changed', data: { programmeId } };
}

/** For features whose own step leads to a stage (a call opens recruiting, publishing starts the run): never backwards. */
export async function reachStage(deps: Platform, programmeId: string, stage: Stage): Promise<void> {
  const row = await programmes.find(deps.tables, programmeId, onlyRow);
  if (!row || hasReached(row.value.stage, stage)) return;
  await deps.tables.commit([programmes.replace(row, { ...row.value, stage, stageAt: deps.clock.now() })]);
}

export async function coordinatorsOf(deps: Platform, programmeId: string): Promise<string[]> {
  return teamOf(deps.tables, programmeId);
}

export async function addCoordinator(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  added: string,
): Promise<void> {
  await coordinatedProgramme(deps, caller, programmeId);
  const one = await findPerson(deps, added);
  if (!one || !isCandidate(one)) throw new Failure('bad-input', 'person-gone');
  if (await teams.find(deps.tables, programmeId, added)) return;
  await deps.audit.note({ who: caller.personId, what: 'role.added', object: `programme:${programmeId}`, about: added });
  await deps.tables.commit([coordinated.put(added, programmeId, { id: programmeId })]);
  await deps.tables.commit([teams.create(programmeId, added, { personId: added, addedAt: deps.clock.now() })]);
}

/** From the next request on this person is refused. The last one cannot be taken out: somebody must answer for the programme. */
export async function removeCoordinator(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  removed: string,
): Promise<void> {
  const row = await coordinatedProgramme(deps, caller, programmeId);
  const team = await teams.list(deps.tables, programmeId);
  const member = team.find(({ value }) => value.personId === removed);
  if (!member) return dropLine(deps, removed, programmeId);
  if (team.length === 1) throw new Failure('conflict', 'last-coordinator');
  await deps.audit.note({
    who: caller.personId,
    what: 'role.removed',
    object: `programme:${programmeId}`,
    about: removed,
  });
  // With the programme's own row, so that of two who take each other out one is told.
  await deps.tables.commit([teams.remove(member), programmes.replace(row, row.value)]);
  await dropLine(deps, removed, programmeId);
}

/** Also when an earlier try took out the member and nothing more. */
function dropLine(deps: Platform, removed: string, programmeId: string): Promise<void> {
  return untilUnchanged(async () => {
    const line = await coordinated.find(deps.tables, removed, programmeId);
    if (line) await deps.tables.commit([coordinated.remove(line)]);
  });
}

/** The programmes that the caller coordinates, newest first. */
export async function myProgrammes(deps: Platform, caller: Caller): Promise<ProgrammeLine[]> {
  const lines = await coordinated.list(deps.tables, caller.personId);
  const found = await Promise.all(lines.map(({ value }) => coordinatedOrNothing(deps, caller, value.id)));
  return found
    .flatMap((one) => (one ? [one] : []))
    .sort((a, b) => b.createdAt - a.createdAt)
    .map(({ id, name, stage, startsOn, endsOn }) => ({ id, name, stage, startsOn, endsOn }));
}

async function coordinatedOrNothing(deps: Platform, caller: Caller, id: string): Promise<Programme | undefined> {
  const team = await teamOf(deps.tables, id);
  return mayCoordinate(caller, team) ? findProgramme(deps, id) : undefined;
}

/** Each goal gets an id for good, under which what is entered about it is kept. */
const named = (draft: ProgrammeDraft): ProgrammeDraft => ({
  ...draft,
  goals: draft.goals.map((one) => ({ ...one, id: one.id ?? newId() })),
});

function requireOrder(draft: ProgrammeDraft): void {
  if (draft.endsOn <= draft.startsOn)
    throw new Failure('bad-input', 'dates-order', { fields: [{ field: 'endsOn', reason: 'dates-order' }] });
}
