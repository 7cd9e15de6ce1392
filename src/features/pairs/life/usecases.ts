/** A pair pauses, goes on and ends, or somebody else is asked for: by either partner, without blame, and the other is told kindly. */
import { beginOfDay, daysAfter, hour, localDate } from '../../../platform/clock.ts';
import { Failure } from '../../../platform/errors.ts';
import { idOf, newId } from '../../../platform/ids.ts';
import type { NewTask } from '../../../platform/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Change, Row } from '../../../platform/tables.ts';
import { untilUnchanged } from '../../../platform/tables/conflict.ts';
import { programmeOf } from '../../programmes/usecases.ts';
import { membersOf, partnerOf, type Pair, type PartingReason } from '../model.ts';
import { mayEnd, mayPause, mayResume } from '../policy.ts';
import { proposalWorkingDays, type Rematch } from '../rematch/model.ts';
import { mayAskAgain } from '../rematch/rules.ts';
import { rematches } from '../rematch/store.ts';
import { workingDaysAfter } from '../rules.ts';
import { changePair, partings } from '../store.ts';
import { pairFor, pairsOfPerson } from '../usecases.ts';

/** How long a break is when nobody names a day, and the longest that somebody may name. */
export const usualPauseDays = 30;
const longestPauseDays = 180;
/** Both are asked in the morning of the day of return. */
const morning = 9 * hour;

/** All give the pair as it is then: what is already so, or not theirs to change, stays as it is. `on` is a day as `2026-11-24`. */
export function pausePair(
  deps: Platform,
  who: string,
  programmeId: string,
  pairId: string,
  on?: string,
): Promise<Pair> {
  return untilUnchanged(async () => {
    const row = await pairFor(deps, who, programmeId, pairId);
    if (!mayPause(who, row.value)) return row.value;
    const backAt = await returnAt(deps, programmeId, on);
    const next: Pair = { ...row.value, state: 'paused', pausedBy: who, pausedAt: deps.clock.now(), backAt };
    return change(deps, row, next, {
      follow: [tellPartner(deps, row.value, who), restTask(deps, row.value), ...askBackTasks(next, backAt)],
    });
  });
}

/** After the day of return: the break goes on, and both are asked again later. */
export function pauseLonger(deps: Platform, who: string, programmeId: string, pairId: string): Promise<Pair> {
  return untilUnchanged(async () => {
    const row = await pairFor(deps, who, programmeId, pairId);
    if (!mayResume(who, row.value, deps.clock.now())) return row.value;
    const backAt = await returnAt(deps, programmeId);
    return change(deps, row, { ...row.value, state: 'paused', backAt }, { follow: askBackTasks(row.value, backAt) });
  });
}

/** Failure `bad-input` when the day is not within the next half year. */
async function returnAt(deps: Platform, programmeId: string, on?: string): Promise<number> {
  const { zone } = await programmeOf(deps, programmeId);
  const now = deps.clock.now();
  const dayIn = (days: number): string => localDate(daysAfter(now, days, zone), zone);
  if (on !== undefined && (on <= dayIn(0) || on > dayIn(longestPauseDays)))
    throw new Failure('bad-input', 'not-a-return-day', { fields: [{ field: 'on', reason: 'not-a-return-day' }] });
  return beginOfDay(on ?? dayIn(usualPauseDays), zone) + morning;
}

function askBackTasks(one: Pair, due: number): NewTask[] {
  return membersOf(one).map((personId) => ({
    ...{ id: idOf('pairs.askBack', one.id, String(due), personId), job: 'pairs.askBack', due },
    data: { programmeId: one.programmeId, pairId: one.id, personId },
  }));
}

export function resumePair(deps: Platform, who: string, programmeId: string, pairId: string): Promise<Pair> {
  return untilUnchanged(async () => {
    const row = await pairFor(deps, who, programmeId, pairId);
    if (!mayResume(who, row.value, deps.clock.now())) return row.value;
    const next: Pair = { ...withoutPause(row.value), state: 'active', resumedAt: deps.clock.now() };
    return change(deps, row, next, { follow: [tellPartner(deps, row.value, who)] });
  });
}

function withoutPause({ pausedBy: _by, pausedAt: _at, backAt: _back, ...rest }: Pair): Pair {
  return rest;
}

/** The reason is counted without the pair, the person and the moment. */
export function endPair(
  deps: Platform,
  who: string,
  programmeId: string,
  pairId: string,
  why: PartingReason = 'not-said',
): Promise<Pair> {
  return untilUnchanged(async () => {
    const row = await pairFor(deps, who, programmeId, pairId);
    if (!mayEnd(who, row.value)) return row.value;
    const next: Pair = { ...withoutPause(row.value), state: 'ended', endedAt: deps.clock.now() };
    return change(deps, row, next, {
      follow: [tellPartner(deps, row.value, who), closeTask(row.value), comeFirstTask(row.value)],
      more: [partings.create(programmeId, newId(), { what: 'ended', why })],
    });
  });
}

/** For whoever left the organisation or is forgotten: the partner hears what whoever is left hears, and comes first. */
export async function leaveAllPairs(deps: Platform, personId: string): Promise<void> {
  for (const { programmeId, id, state } of await pairsOfPerson(deps, personId))
    if (state === 'active' || state === 'paused') await endPair(deps, personId, programmeId, id);
}

/**
 * Somebody else, please: the pair ends, both come first in the next proposal, and the coordinators see until when it is due. The partner
 * is told what whoever is left is told. Failure `conflict` after the second time in a programme.
 */
export function askForSomebodyElse(
  deps: Platform,
  who: string,
  programmeId: string,
  pairId: string,
  why: PartingReason = 'not-said',
): Promise<Pair> {
  return untilUnchanged(async () => {
    const row = await pairFor(deps, who, programmeId, pairId);
    if (!mayEnd(who, row.value)) return row.value;
    const asked = (await rematches.list(deps.tables, programmeId)).map(({ value }) => value);
    if (!mayAskAgain(asked, who)) throw new Failure('conflict', 'rematch-used-up');
    const { zone } = await programmeOf(deps, programmeId);
    const at = deps.clock.now();
    const { menteeId, mentorId } = row.value;
    const clock: Rematch = {
      ...{ pairId, menteeId, mentorId, askedBy: who, at },
      until: workingDaysAfter(at, proposalWorkingDays, zone),
    };
    return change(
      deps,
      row,
      { ...withoutPause(row.value), state: 'ended', endedAt: at },
      {
        follow: [tellPartner(deps, row.value, who), closeTask(row.value), comeFirstTask(row.value)],
        more: [
          partings.create(programmeId, newId(), { what: 'rematch', why }),
          rematches.create(programmeId, pairId, clock),
        ],
      },
    );
  });
}

/** In good standing: both get a closing card, and a page to look back on. */
export function roundOff(deps: Platform, who: string, programmeId: string, pairId: string): Promise<Pair> {
  return untilUnchanged(async () => {
    const row = await pairFor(deps, who, programmeId, pairId);
    if (!mayEnd(who, row.value)) return row.value;
    const next: Pair = { ...withoutPause(row.value), state: 'ended', endedAt: deps.clock.now(), ending: 'together' };
    const told = membersOf(next).map((personId) => ({
      ...{ id: idOf('pairs.tellClosing', pairId, personId), job: 'pairs.tellClosing' },
      data: { programmeId, pairId, personId },
    }));
    return change(deps, row, next, { follow: [...told, closeTask(next)] });
  });
}

/** Whoever still takes part comes first in the next proposal, also when it was the other who left: the partner was promised it. */
function comeFirstTask({ programmeId, id: pairId }: Pair): NewTask {
  return { id: idOf('pairs.comeFirst', pairId), job: 'pairs.comeFirst', data: { programmeId, pairId } };
}

/** What others do when a pair ended. */
function closeTask({ programmeId, id: pairId }: Pair): NewTask {
  return { id: idOf('pairs.close', pairId), job: 'pairs.close', data: { programmeId, pairId } };
}

/** What the partner is told is what is true when the card leaves; one card for each change. */
function tellPartner(deps: Platform, one: Pair, who: string): NewTask {
  const at = String(deps.clock.now());
  const data = { programmeId: one.programmeId, pairId: one.id, personId: partnerOf(one, who), at };
  return { id: idOf('pairs.tellChange', one.id, at), job: 'pairs.tellChange', data };
}

/** What others do when a pair pauses. */
function restTask(deps: Platform, { programmeId, id: pairId }: Pair): NewTask {
  const id = idOf('pairs.rest', pairId, String(deps.clock.now()));
  return { id, job: 'pairs.rest', data: { programmeId, pairId } };
}

async function change(
  deps: Platform,
  row: Row<Pair>,
  next: Pair,
  { follow, more = [] }: { readonly follow: readonly NewTask[]; readonly more?: readonly Change[] },
): Promise<Pair> {
  await deps.outbox.commit([...(await changePair(deps.tables, row, next)), ...more], follow);
  return next;
}
