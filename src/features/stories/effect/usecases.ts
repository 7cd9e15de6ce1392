/**
 * Counting what a story brings, without who. That somebody read it stands in their own partition until the next day they read, so that
 * they count once a day; that it helps them as long as they like. Beside the story there are numbers and marks without a person.
 */
import { localDate } from '../../../platform/clock.ts';
import type { Caller, JobResult } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { bucketOf, idOf, newId } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import { takeOut, unlessChanged, untilUnchanged } from '../../../platform/tables/conflict.ts';
import { organisationZone } from '../../../platform/zone.ts';
import { mayCoordinate } from '../../programmes/policy.ts';
import { coordinatorsOf } from '../../programmes/usecases.ts';
import { isSent } from '../../recruitment/model.ts';
import { lastArrivals } from '../../recruitment/sources/usecases.ts';
import { appliedTo } from '../../recruitment/usecases.ts';
import { bandOf } from '../../release/rules.ts';
import { sourceCodeOf } from '../forms/linking/usecases.ts';
import type { Story } from '../model.ts';
import { stories } from '../store.ts';
import { findStory, storyFor } from '../usecases.ts';
import { marksKept, mostReadsKept, readsShards, type Effect, type ReadToday, type Uncounted } from './model.ts';
import { maySayItHelps, maySeeEffect } from './policy.ts';
import { countsAsReader } from './rules.ts';
import { helpedRows, helpMarks, readRows, readTodayRows, todayKey } from './store.ts';

interface Address {
  readonly programmeId: string;
  readonly storyId: string;
}

/** For whoever may read it. Read twice on a day it counts once; what a crash left uncounted is counted with the next read. Failure `not-found`. */
export async function noteRead(deps: Platform, caller: Caller, { programmeId, storyId }: Address): Promise<void> {
  const { row } = await storyFor(deps, caller, programmeId, storyId);
  if (!countsAsReader(caller.personId, row.value)) return;
  await countOpen(deps, caller.personId);
  const day = localDate(deps.clock.now(), organisationZone);
  const before = await readTodayRows.find(deps.tables, caller.personId, todayKey);
  const read = before?.value.day === day ? before.value.stories : [];
  if (read.includes(storyId) || read.length >= mostReadsKept) return;
  const uncounted = { programmeId, storyId, month: day.slice(0, 7), mark: newId() };
  const next: ReadToday = { day, stories: [...read, storyId], uncounted };
  const change = before ? readTodayRows.replace(before, next) : readTodayRows.create(caller.personId, todayKey, next);
  // In another window at the same moment: that one counts.
  if (await unlessChanged(deps.tables.commit([change]))) await countOpen(deps, caller.personId);
}

/** The count first: its mark says that it was counted, whoever was cut off after it. */
async function countOpen(deps: Platform, personId: string): Promise<void> {
  await untilUnchanged(async () => {
    const row = await readTodayRows.find(deps.tables, personId, todayKey);
    if (!row?.value.uncounted) return;
    const { uncounted, ...counted } = row.value;
    await countRead(deps, uncounted);
    await deps.tables.commit([readTodayRows.replace(row, counted)]);
  });
}

/** Which of the rows is chance: by it nobody is told from anybody. */
async function countRead(deps: Platform, { programmeId, storyId, month, mark }: Uncounted): Promise<void> {
  const shard = String(bucketOf(mark, readsShards));
  await untilUnchanged(async () => {
    const before = await readRows.find(deps.tables, programmeId, storyId, month, shard);
    const { count = 0, marks = [] } = before?.value ?? {};
    if (marks.includes(mark)) return;
    const next = { storyId, month, count: count + 1, marks: [mark, ...marks].slice(0, marksKept) };
    const key = [storyId, month, shard];
    await deps.tables.commit([before ? readRows.replace(before, next) : readRows.create(programmeId, key, next)]);
  });
}

/** Pressed twice it is once; taken back nothing is left. The count follows by a task. Failure `not-found`. */
export async function sayItHelps(
  deps: Platform,
  caller: Caller,
  { programmeId, storyId }: Address,
  helps: boolean,
): Promise<void> {
  const { personId } = caller;
  const before = await helpedRows.find(deps.tables, personId, storyId);
  if ((before !== undefined) === helps) return;
  const token = before?.value.token ?? newId();
  const task = {
    id: idOf('stories.count-help', token, helps ? 'on' : 'off'),
    ...{ job: 'stories.count-help', data: { personId, programmeId, storyId, token } },
  };
  if (before) {
    await deps.outbox.commit([helpedRows.remove(before)], [task]);
    return;
  }
  const found = await findStory(deps, programmeId, storyId, ({ state }) => state === 'published');
  if (!found || !maySayItHelps(personId, found.row.value, found.standing)) throw new Failure('not-found', 'story-gone');
  await deps.outbox.commit([helpedRows.create(personId, storyId, { programmeId, storyId, token })], [task]);
}

/** Puts the mark beside the story, or takes it away: as the own choice is at this moment. */
export async function countHelp(
  deps: Platform,
  { personId, programmeId, storyId, token }: Address & { readonly personId: string; readonly token: string },
): Promise<JobResult> {
  const isSaid = async (): Promise<boolean> =>
    (await helpedRows.find(deps.tables, personId, storyId))?.value.token === token;
  if (await isSaid()) await deps.tables.commit([helpMarks.put(programmeId, [storyId, token], { storyId })]);
  // Also when it was taken back while it was written.
  if (!(await isSaid())) {
    const mark = await helpMarks.find(deps.tables, programmeId, storyId, token);
    if (mark) await takeOut(deps.tables, helpMarks.remove(mark));
  }
  return undefined;
}

/** For whoever is forgotten: their marks beside stories, which nobody else knows. */
export async function takeBackHelps(deps: Platform, personId: string): Promise<void> {
  for (const row of await helpedRows.list(deps.tables, personId)) {
    const { programmeId, storyId, token } = row.value;
    await takeOut(deps.tables, helpedRows.remove(row));
    await countHelp(deps, { personId, programmeId, storyId, token });
  }
}

export async function isHelped(deps: Platform, personId: string, storyId: string): Promise<boolean> {
  return (await helpedRows.find(deps.tables, personId, storyId)) !== undefined;
}

/** Of all its versions and since ever; what was read before a withdrawal was read. Failure `not-found`. */
export async function whatItBrought(
  deps: Platform,
  caller: Caller,
  { programmeId, storyId }: Address,
): Promise<Effect> {
  const [row, team] = await Promise.all([
    stories.find(deps.tables, programmeId, storyId),
    coordinatorsOf(deps, programmeId),
  ]);
  if (!row || !maySeeEffect(caller.personId, row.value, mayCoordinate(caller, team)))
    throw new Failure('not-found', 'story-gone');
  const [months, marks, came] = await Promise.all([
    readRows.list(deps.tables, programmeId, storyId),
    helpMarks.list(deps.tables, programmeId, storyId),
    whoCame(deps, row.value),
  ]);
  return {
    reads: bandOf(months.reduce((sum, { value }) => sum + value.count, 0)),
    helped: bandOf(marks.length),
    arrived: bandOf(came.arrived),
    applied: bandOf(came.applied),
  };
}

/** Whoever began an application by the story's link counts for it, whatever they followed later. */
async function whoCame(deps: Platform, one: Story): Promise<{ arrived: number; applied: number }> {
  const code = sourceCodeOf(one);
  const [arrivals, applications] = await Promise.all([
    lastArrivals(deps, one.programmeId),
    appliedTo(deps, one.programmeId),
  ]);
  const by = applications.filter((application) => application.source === code);
  const people = [...arrivals.filter((arrival) => arrival.code === code), ...by].map(({ personId }) => personId);
  return { arrived: new Set(people).size, applied: by.filter(isSent).length };
}
