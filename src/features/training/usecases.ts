/** The verbs of a course: offer the path, go on where one stopped, note that it is done. Page and chat share one row. */
import { Failure, isFailure } from '../../platform/errors.ts';
import { minute } from '../../platform/clock.ts';
import { idOf } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Row } from '../../platform/tables.ts';
import { unlessChanged } from '../../platform/tables/conflict.ts';
import type { Language } from '../../platform/words.ts';
import type { Application } from '../recruitment/model.ts';
import { applications, applied, participations } from '../recruitment/store.ts';
import {
  isOfTandem,
  type Completion,
  type Course,
  type CourseId,
  type CourseLine,
  type CourseView,
  type NextCourse,
  type TrainingFigures,
} from './model.ts';
import type { ReadLine } from './own/model.ts';
import { ownLinesOf } from './own/reading/usecases.ts';
import {
  hearOfIt,
  leftOf,
  nextOfPath,
  ownPathOf,
  pathOfPerson,
  standingOf,
  type Reader,
  type Standing,
} from './role-paths/usecases.ts';
import { isPathDone, nextStep } from './rules.ts';
import { completions, courseIn, progressRows, trained, workIn } from './store.ts';

/** After an application: one card names what is left of the path; what is done is noted for the programme at once. */
export async function offerCourse(
  deps: Platform,
  { status, programmeId, personId, answers }: Application,
): Promise<void> {
  if (status !== 'applied') return;
  const done = (await completions.list(deps.tables, personId)).map(({ value }) => value);
  await deps.tables.commit(done.map((one) => trained.put(programmeId, [personId, one.courseId], one)));
  const [courseId] = await leftOf(deps, { personId, programmeId }, answers.role);
  if (courseId === undefined) return;
  await deps.outbox.ask('programmes', programmeId, {
    id: idOf('offer-course', personId, courseId),
    job: 'training.offer',
    data: { programmeId, personId, courseId },
  });
}

/** The furthest step, and whether the course is done. */
export interface Reached {
  readonly step: number;
  readonly done: Row<Completion> | undefined;
}

async function reachedSoFar(deps: Platform, personId: string, id: CourseId): Promise<Reached> {
  const { progress, done } = await workIn(deps.tables, personId, id);
  return { step: progress?.value.step ?? 0, done };
}

/** `known`: where it was just read. */
export async function viewCourse(deps: Platform, who: Reader, id: CourseId, known?: Reached): Promise<CourseView> {
  const { step: at, done } = known ?? (await reachedSoFar(deps, who.personId, id));
  const course = courseIn(id, who.language);
  const next = done ? (await nextOfPath(deps, who))[0] : undefined;
  return {
    ...course,
    step: nextStep(0, at, course.steps.length),
    ...(done ? { doneAt: done.value.doneAt } : {}),
    ...(next ? { next } : {}),
  };
}

/** Once this course is done: what the path goes on with, or that it is done too; nothing for a course of no path. */
export async function afterCourse(
  deps: Platform,
  who: Reader,
  { id, next }: { readonly id: string; readonly next?: NextCourse | undefined },
): Promise<NextCourse | 'path-done' | undefined> {
  if (next) return next;
  const path = await pathOfPerson(deps, await standingOf(deps, who.personId));
  return path.includes(id) ? 'path-done' : undefined;
}

/** Page and chat, and two presses at once, write the same row: so many of them at a time find their turn. */
const mostTurns = 10;

/** Keeps the furthest step that was reached, and gives it back. */
export async function reachStep(deps: Platform, personId: string, id: CourseId, reached: number): Promise<Reached> {
  const { length } = courseIn(id, 'en').steps;
  for (let turn = 1; ; turn += 1)
    try {
      const { progress: row, done } = await workIn(deps.tables, personId, id);
      const step = nextStep(row?.value.step ?? 0, reached, length);
      if (row && step === row.value.step) return { step, done };
      const value = { step, at: deps.clock.now() };
      await deps.tables.commit([row ? progressRows.replace(row, value) : progressRows.create(personId, id, value)]);
      return { step, done };
    } catch (error) {
      if (!isFailure(error, 'conflict') || turn === mostTurns) throw error;
    }
}

/** Notes once that the course is done; that the person's programmes hear of it is kept with it. */
export async function completeCourse(deps: Platform, personId: string, id: CourseId): Promise<void> {
  const { done: before } = await reachStep(deps, personId, id, courseIn(id, 'en').steps.length - 1);
  if (before) return;
  const done: Completion = { courseId: id, doneAt: deps.clock.now() };
  await unlessChanged(deps.outbox.commit([completions.create(personId, id, done)], [hearOfIt(personId, id)]));
}

/** The programmes in which this person takes part know that the course is done. Called twice it is the same. */
export async function noteTrained(deps: Platform, personId: string, courseId: string): Promise<void> {
  const done = await completions.find(deps.tables, personId, courseId);
  if (!done) return;
  for (const { value } of await participations.list(deps.tables, personId))
    await deps.tables.commit([trained.put(value.programmeId, [personId, courseId], done.value)]);
}

/** Whoever withdrew has not. */
export async function hasApplied(deps: Platform, programmeId: string, personId: string): Promise<boolean> {
  return (await applications.find(deps.tables, programmeId, personId))?.value.status === 'applied';
}

/** For the home page: the path of the roles in which this person applied. */
export async function coursesFor(deps: Platform, who: Reader, known?: Standing): Promise<CourseLine[]> {
  const standing = known ?? (await standingOf(deps, who.personId));
  return linesOf(deps, who, await pathOfPerson(deps, standing), standing);
}

/** In the order of `ids`; what is not there any more is left out. */
export async function linesOf(
  deps: Platform,
  who: Reader,
  ids: readonly string[],
  { done }: Pick<Standing, 'done'>,
): Promise<CourseLine[]> {
  const [reached, own] = await Promise.all([
    progressRows.list(deps.tables, who.personId),
    ownLinesOf(
      deps,
      who,
      ids.filter((id) => !isOfTandem(id)),
    ),
  ]);
  return ids.flatMap((id): CourseLine[] => {
    const doneAt = done.get(id);
    const line = isOfTandem(id) ? lineOfTandem(who, id, reached) : lineOfOwn(who, id, own);
    return line ? [{ ...line, ...(doneAt === undefined ? {} : { doneAt }) }] : [];
  });
}

function lineOfTandem(
  { language }: Reader,
  courseId: CourseId,
  reached: readonly { readonly key: readonly string[]; readonly value: { readonly step: number } }[],
): CourseLine {
  const { id, title, minutes, role, steps } = courseIn(courseId, language);
  const at = reached.find(({ key }) => key[0] === id)?.value.step ?? 0;
  return { id, title, minutes, role, step: nextStep(0, at, steps.length), steps: steps.length };
}

function lineOfOwn({ language }: Reader, id: string, own: readonly ReadLine[]): CourseLine | undefined {
  const found = own.find((one) => one.id === id);
  if (!found) return undefined;
  const { title, minutes, role, step, steps } = found;
  return {
    id,
    title,
    minutes,
    role,
    step,
    steps,
    ...(found.language === language ? {} : { language: found.language }),
  };
}

/** Sends the course to the person's chat, at once; asked again within ten minutes it is the same card. For who applied. */
export async function startInChat(deps: Platform, personId: string, courseId: string): Promise<void> {
  const lines = await participations.list(deps.tables, personId);
  const isIn = await Promise.all(lines.map(({ value }) => hasApplied(deps, value.programmeId, personId)));
  const programmeId = lines[isIn.indexOf(true)]?.value.programmeId;
  if (programmeId === undefined) throw new Failure('not-found', 'not-applied');
  const turn = String(Math.floor(deps.clock.now() / (10 * minute)));
  const data = { programmeId, personId, courseId, turn };
  const id = idOf('course-in-chat', personId, courseId, turn);
  await deps.outbox.ask('programmes', programmeId, { id, job: 'training.send', data });
}

/** People who applied, and how many of them finished every course of their path. */
export async function trainingFigures(deps: Platform, programmeId: string): Promise<TrainingFigures> {
  const [all, isDone, own] = await Promise.all([
    applied(deps.tables, programmeId),
    coursesDoneIn(deps, programmeId),
    ownPathOf(deps, programmeId),
  ]);
  const done = all.filter(({ personId, answers }) => isPathDone(answers.role, own, isDone(personId)));
  return { invited: all.length, done: done.length };
}

/** Who of a programme has done which course. */
export async function coursesDoneIn(
  deps: Platform,
  programmeId: string,
): Promise<(personId: string) => (courseId: string) => boolean> {
  const rows = await trained.list(deps.tables, programmeId);
  const done = new Set(rows.map(({ key }) => key.join('.')));
  return (personId) => (courseId) => done.has(`${personId}.${courseId}`);
}

export function courseOf(id: CourseId, language: Language): Course {
  return courseIn(id, language);
}
