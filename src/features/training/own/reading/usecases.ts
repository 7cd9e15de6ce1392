/** The verbs of whoever follows a course of the organisation: see which there are, read one, go on, be done, begin anew with a later version. */
import type { Caller } from '../../../../platform/doors.ts';
import { Failure } from '../../../../platform/errors.ts';
import type { Platform } from '../../../../platform/platform.ts';
import type { Row } from '../../../../platform/tables.ts';
import { untilUnchanged } from '../../../../platform/tables/conflict.ts';
import { readCourse } from '../../format/rules.ts';
import { hearOfIt, nextOfPath } from '../../role-paths/usecases.ts';
import { completions } from '../../store.ts';
import type { OwnCourse, OwnVersion, OwnWork, ReadLine, ReadView, VersionLine, WorkDraft } from '../model.ts';
import { mayReadCourse } from '../policy.ts';
import { lineOf, nearestLanguage, stepToShow, versionToRead, workAfter } from '../rules.ts';
import { findCourseRow, ownCourses, ownPartition, ownVersions, ownWorkRows } from '../store.ts';

/** Of a caller, or of somebody to whom a course is sent. */
export type Follower = Pick<Caller, 'personId' | 'language' | 'isGuest'>;

/** What is published for this person, in their language or the nearest there is, by title. */
export async function listOwnCourses(deps: Platform, who: Follower): Promise<ReadLine[]> {
  const lines = await linesOfAll(deps, who, (one) => mayReadCourse(who, one));
  return lines.sort((one, other) => one.title.localeCompare(other.title, who.language));
}

/** How far this person is in some of them, also in what was withdrawn since. */
export async function ownLinesOf(
  deps: Platform,
  who: Pick<Follower, 'personId' | 'language'>,
  ids: readonly string[],
): Promise<ReadLine[]> {
  return ids.length === 0 ? [] : linesOfAll(deps, who, ({ id }) => ids.includes(id));
}

async function linesOfAll(
  deps: Platform,
  { personId, language }: Pick<Follower, 'personId' | 'language'>,
  isWanted: (one: OwnCourse) => boolean,
): Promise<ReadLine[]> {
  const [courses, works] = await Promise.all([
    ownCourses.list(deps.tables, ownPartition),
    ownWorkRows.list(deps.tables, personId),
  ]);
  const work = new Map(works.map(({ key, value }) => [key[0], value]));
  return courses
    .filter(({ value }) => isWanted(value))
    .flatMap(({ value }) => lineOf(value, work.get(value.id), language) ?? []);
}

/** What is not published, not for this person, or not there is one answer. */
async function courseToRead(deps: Platform, caller: Follower, ownId: string): Promise<OwnCourse> {
  const row = await findCourseRow(deps.tables, ownId);
  if (!row || !mayReadCourse(caller, row.value)) throw new Failure('not-found', 'own-gone');
  return row.value;
}

export async function viewOwnCourse(deps: Platform, caller: Follower, ownId: string): Promise<ReadView> {
  const course = await courseToRead(deps, caller, ownId);
  return viewOf(deps, caller, course, (await workOf(deps, caller, ownId))?.value);
}

async function workOf(deps: Platform, { personId }: Follower, ownId: string): Promise<Row<OwnWork> | undefined> {
  return ownWorkRows.find(deps.tables, personId, ownId);
}

async function viewOf(
  deps: Platform,
  caller: Follower,
  course: OwnCourse,
  work: OwnWork | undefined,
): Promise<ReadView> {
  const line = versionToRead(course, work);
  const version = line && (await ownVersions.find(deps.tables, course.id, line.id))?.value;
  if (!line || !version) throw new Failure('not-found', 'own-gone');
  const language = nearestLanguage(caller.language, line);
  const next = work?.doneAt === undefined ? undefined : (await nextOfPath(deps, caller))[0];
  const said = {
    ...{ id: course.id, language, minutes: line.minutes, role: line.role, version: line.number },
    ...{ title: line.titles[language] ?? '', hasNewer: line.number !== course.versions.at(-1)?.number },
    ...(work?.doneAt === undefined ? {} : { doneAt: work.doneAt }),
    ...(next ? { next } : {}),
  };
  if (version.kind === 'link') {
    const { abouts, address, isVideo, captions } = version.link;
    return { ...said, kind: 'link', about: abouts[language], address, captions: isVideo ? captions : [] };
  }
  return { ...said, kind: 'text', ...textOf(version, language, course), step: stepToShow(line, work) };
}

/** It was read when it was published, and a picture is never taken away from a course. */
function textOf(
  { texts }: Extract<OwnVersion, { kind: 'text' }>,
  language: keyof VersionLine['titles'],
  course: OwnCourse,
) {
  const { course: read } = readCourse(texts[language] ?? '', { pictures: new Set(course.pictures) });
  if (!read) throw new Error(`a version of the course ${course.id} cannot be read in ${language}`);
  return { sources: read.sources, steps: read.steps };
}

/** Keeps the furthest step that was reached in a version; and once that it is done, with what follows from it. */
export async function followOwnCourse(
  deps: Platform,
  caller: Follower,
  ownId: string,
  { version: number, step, isDone }: WorkDraft,
): Promise<ReadView> {
  const course = await courseToRead(deps, caller, ownId);
  const version = course.versions.find((one) => one.number === number);
  if (!version) throw new Failure('not-found', 'own-gone');
  return keepWork(deps, caller, course, (before) => workAfter(before, { version, step, isDone, at: deps.clock.now() }));
}

/** Leaves the version that was begun for the last one, from its first step. */
export async function beginAnew(deps: Platform, caller: Follower, ownId: string): Promise<ReadView> {
  const course = await courseToRead(deps, caller, ownId);
  const newest = course.versions.at(-1)?.number ?? 1;
  return keepWork(deps, caller, course, (before) =>
    before?.version === newest ? before : { ...before, version: newest, step: 0, at: deps.clock.now() },
  );
}

/** Page and chat may move on at once: what was written meanwhile is read again. That it is done counts as it does of Tandem's courses. */
async function keepWork(
  deps: Platform,
  caller: Follower,
  course: OwnCourse,
  change: (before: OwnWork | undefined) => OwnWork,
): Promise<ReadView> {
  const { personId } = caller;
  return untilUnchanged(async () => {
    const row = await workOf(deps, caller, course.id);
    const after = change(row?.value);
    const write = row ? ownWorkRows.replace(row, after) : ownWorkRows.create(personId, course.id, after);
    if (after !== row?.value) {
      const doneAt = row?.value.doneAt === undefined ? after.doneAt : undefined;
      const done = doneAt === undefined ? [] : [completions.put(personId, course.id, { courseId: course.id, doneAt })];
      await deps.outbox.commit([write, ...done], done.length > 0 ? [hearOfIt(personId, course.id)] : []);
    }
    return viewOf(deps, caller, course, after);
  });
}
