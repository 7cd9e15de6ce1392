/**
 * Joining and leaving. Whoever leaves takes the name off what stays, or takes everything back; whoever leaves the programme or the
 * organisation takes the name off. A year after the programme's last day everything goes.
 */
import type { Caller, JobResult } from '../../../../platform/doors.ts';
import { idOf } from '../../../../platform/ids.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { untilUnchanged } from '../../../../platform/tables/conflict.ts';
import { pairsOfProgramme, pairsOfPerson } from '../../../pairs/usecases.ts';
import { coordinated } from '../../../programmes/store.ts';
import { findProgramme } from '../../../programmes/usecases.ts';
import type { ApplicationListener } from '../../../recruitment/usecases.ts';
import { forgottenAt } from '../../skills/counting/usecases.ts';
import { isMentorHere } from '../rules.ts';
import { circleMembers, circleRemovals, circleTexts, marksOf } from '../store.ts';
import { comeIn } from '../usecases.ts';
import { dropText } from '../writing/usecases.ts';

/** A host is in it anyway. Joined twice is joined once. */
export async function joinCircle(deps: Platform, caller: Caller, programmeId: string): Promise<void> {
  const { seat, programme } = await comeIn(deps, caller, programmeId);
  if (seat === 'host') return;
  await deps.outbox.ask('programmes', programmeId, {
    ...{ id: idOf('training.forget-circle', programmeId), job: 'training.forget-circle', data: { programmeId } },
    due: forgottenAt(programme),
  });
  await deps.tables.commit([circleMembers.put(caller.personId, programmeId, {})]);
}

export type Leaving = 'keep-texts' | 'take-back';

/** Left twice it is the same; what a crash left undone the next press does. */
export async function leaveCircle(deps: Platform, caller: Caller, programmeId: string, how: Leaving): Promise<void> {
  await comeIn(deps, caller, programmeId);
  if (how === 'take-back') await takeBackAll(deps, programmeId, caller.personId);
  await leave(deps, programmeId, caller.personId);
}

async function takeBackAll(deps: Platform, programmeId: string, personId: string): Promise<void> {
  const [rows, removals, marks] = await Promise.all([
    circleTexts.list(deps.tables, programmeId),
    circleRemovals.list(deps.tables, programmeId),
    marksOf(deps, programmeId, personId),
  ]);
  for (const { value } of rows)
    if (value.mark === marks(value.id))
      await untilUnchanged(() => dropText(deps, { programmeId, questionId: value.questionId, textId: value.id }));
  for (const row of removals)
    if (row.value.mark === marks(row.value.id)) await deps.tables.commit([circleRemovals.remove(row)]);
}

/** First the names, then the row that leads to them: whatever fails is done again. */
async function leave(deps: Platform, programmeId: string, personId: string): Promise<void> {
  const rows = await circleTexts.list(deps.tables, programmeId);
  for (const { key, value } of rows)
    if (value.personId === personId)
      await untilUnchanged(async () => {
        const row = await circleTexts.find(deps.tables, programmeId, ...key);
        if (!row) return;
        const { personId: _, ...nameless } = row.value;
        await deps.tables.commit([circleTexts.replace(row, nameless)]);
      });
  await untilUnchanged(async () => {
    const member = await circleMembers.find(deps.tables, personId, programmeId);
    if (member) await deps.tables.commit([circleMembers.remove(member)]);
  });
}

/** Whoever withdrew and is a mentor in no pair any more is out of the circle. */
export const leaveWithdrawn: ApplicationListener = async (deps, { programmeId, personId, status }) => {
  if (status !== 'withdrawn' || !(await circleMembers.find(deps.tables, personId, programmeId))) return;
  const pairs = await pairsOfPerson(deps, personId);
  if (!isMentorHere({ personId, programmeId, pairs, application: status })) await leave(deps, programmeId, personId);
};

/** Of somebody who is forgotten: with all that they wrote, also where they came in as a host. */
export async function forgetInCircles(deps: Platform, personId: string): Promise<void> {
  const [members, pairs, coordinates] = await Promise.all([
    circleMembers.list(deps.tables, personId),
    pairsOfPerson(deps, personId),
    coordinated.list(deps.tables, personId),
  ]);
  const programmes = [
    ...members.map(({ key }) => key[0] ?? ''),
    ...pairs.map(({ programmeId }) => programmeId),
    ...coordinates.map(({ value }) => value.id),
  ];
  for (const programmeId of new Set(programmes)) {
    await takeBackAll(deps, programmeId, personId);
    await takeBackHelped(deps, programmeId, personId);
    await leave(deps, programmeId, personId);
  }
}

async function takeBackHelped(deps: Platform, programmeId: string, personId: string): Promise<void> {
  const [rows, marks] = await Promise.all([
    circleTexts.list(deps.tables, programmeId),
    marksOf(deps, programmeId, personId),
  ]);
  for (const { key, value } of rows)
    if (value.helped.includes(marks(value.id, 'helped')))
      await untilUnchanged(async () => {
        const row = await circleTexts.find(deps.tables, programmeId, ...key);
        if (!row) return;
        const helped = row.value.helped.filter((one) => one !== marks(value.id, 'helped'));
        await deps.tables.commit([circleTexts.replace(row, { ...row.value, helped })]);
      });
}

/** Of somebody who has left the organisation, or was shut out. */
export async function leaveAllCircles(deps: Platform, personId: string): Promise<void> {
  for (const { key } of await circleMembers.list(deps.tables, personId)) await leave(deps, key[0] ?? '', personId);
}

/** For the job, a year after the last day. */
export async function forgetCircle(deps: Platform, programmeId: string): Promise<JobResult> {
  const programme = await findProgramme(deps, programmeId);
  if (!programme) return undefined;
  const due = forgottenAt(programme);
  if (due > deps.clock.now()) return { again: due };
  for (const row of await circleTexts.list(deps.tables, programmeId))
    await deps.tables.drop('programmes', programmeId, `circletext.${row.key.join('.')}`);
  for (const row of await circleRemovals.list(deps.tables, programmeId))
    await deps.tables.drop('programmes', programmeId, `circleremoval.${row.key.join('.')}`);
  const mentors = new Set((await pairsOfProgramme(deps, programmeId)).map(({ mentorId }) => mentorId));
  for (const personId of mentors) await deps.tables.drop('people', personId, `circle.${programmeId}`);
  return undefined;
}
