/** The verbs of a course: offer it, go on where one stopped, note that it is done. Page and chat share one row. */
import { Failure, isFailure } from '../../platform/errors.ts';
import { minute } from '../../platform/clock.ts';
import { idOf } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Language } from '../../platform/words.ts';
import type { Application } from '../recruitment/model.ts';
import { applications, applied, participations } from '../recruitment/store.ts';
import type { Completion, Course, CourseId, CourseLine, CourseView, TrainingFigures } from './model.ts';
import { nextStep, pathOf } from './rules.ts';
import { completions, courseIn, progressRows, trained } from './store.ts';

/** After an application: a card offers the first course of the path that is not done yet; those that are done are noted at once. */
export async function offerCourse(
  deps: Platform,
  { status, programmeId, personId, answers }: Application,
): Promise<void> {
  if (status !== 'applied') return;
  const path = pathOf(answers.role);
  const found = await Promise.all(path.map((id) => completions.find(deps.tables, personId, id)));
  const done = found.flatMap((row) => (row ? [row.value] : []));
  await deps.tables.commit(done.map((one) => trained.put(programmeId, [personId, one.courseId], one)));
  const courseId = path.find((id) => done.every((one) => one.courseId !== id));
  if (courseId === undefined) return;
  await deps.outbox.ask('programmes', programmeId, {
    id: idOf('offer-course', personId, courseId),
    job: 'training.offer',
    data: { programmeId, personId, courseId },
  });
}

export async function viewCourse(
  deps: Platform,
  who: { personId: string; language: Language },
  id: CourseId,
): Promise<CourseView> {
  const [at, done] = await Promise.all([
    progressRows.find(deps.tables, who.personId, id),
    completions.find(deps.tables, who.personId, id),
  ]);
  const course = courseIn(id, who.language);
  return {
    ...course,
    step: nextStep(0, at?.value.step ?? 0, course.steps.length),
    ...(done ? { doneAt: done.value.doneAt } : {}),
  };
}

/** Keeps the furthest step that was reached. */
export async function reachStep(deps: Platform, personId: string, id: CourseId, reached: number): Promise<void> {
  const { length } = courseIn(id, 'en').steps;
  for (let turn = 1; ; turn += 1)
    try {
      const row = await progressRows.find(deps.tables, personId, id);
      const step = nextStep(row?.value.step ?? 0, reached, length);
      if (row && step === row.value.step) return;
      const value = { step, at: deps.clock.now() };
      await deps.tables.commit([row ? progressRows.replace(row, value) : progressRows.create(personId, id, value)]);
      return;
    } catch (error) {
      // Page and chat moved on at once: read again.
      if (!isFailure(error, 'conflict') || turn === 3) throw error;
    }
}

/** Notes once that the course is done, and tells the person's programmes. */
export async function completeCourse(deps: Platform, personId: string, id: CourseId): Promise<void> {
  await reachStep(deps, personId, id, courseIn(id, 'en').steps.length - 1);
  const done = await noteDone(deps, personId, id);
  for (const { value } of await participations.list(deps.tables, personId))
    await deps.tables.commit([trained.put(value.programmeId, [personId, id], done)]);
}

async function noteDone(deps: Platform, personId: string, courseId: CourseId): Promise<Completion> {
  const before = (await completions.find(deps.tables, personId, courseId))?.value;
  if (before) return before;
  const done = { courseId, doneAt: deps.clock.now() };
  try {
    await deps.tables.commit([completions.create(personId, courseId, done)]);
    return done;
  } catch (error) {
    if (!isFailure(error, 'conflict')) throw error;
    return noteDone(deps, personId, courseId);
  }
}

/** True while this person applies to the programme in a role of the course. */
export async function isCourseOf(
  deps: Platform,
  programmeId: string,
  personId: string,
  courseId: CourseId,
): Promise<boolean> {
  const application = (await applications.find(deps.tables, programmeId, personId))?.value;
  return application?.status === 'applied' && pathOf(application.answers.role).includes(courseId);
}

/** Whoever withdrew has not. */
export async function hasApplied(deps: Platform, programmeId: string, personId: string): Promise<boolean> {
  return (await applications.find(deps.tables, programmeId, personId))?.value.status === 'applied';
}

/** For the home page: the courses of the roles in which this person applied. */
export async function coursesFor(deps: Platform, who: { personId: string; language: Language }): Promise<CourseLine[]> {
  const lines = await participations.list(deps.tables, who.personId);
  const rows = await Promise.all(
    lines.map(({ value }) => applications.find(deps.tables, value.programmeId, who.personId)),
  );
  const ids = rows.flatMap((row) => (row?.value.status === 'applied' ? pathOf(row.value.answers.role) : []));
  const views = await Promise.all([...new Set(ids)].map((id) => viewCourse(deps, who, id)));
  return views.map(({ id, title, minutes, role, step, steps, doneAt }) => ({
    ...{ id, title, minutes, role, step, steps: steps.length },
    ...(doneAt === undefined ? {} : { doneAt }),
  }));
}

/** Sends the course to the person's chat, at once; asked again within ten minutes it is the same card. For who applied. */
export async function startInChat(deps: Platform, personId: string, courseId: CourseId): Promise<void> {
  const lines = await participations.list(deps.tables, personId);
  const applied = await Promise.all(lines.map(({ value }) => hasApplied(deps, value.programmeId, personId)));
  const programmeId = lines[applied.indexOf(true)]?.value.programmeId;
  if (programmeId === undefined) throw new Failure('not-found', 'not-applied');
  const turn = String(Math.floor(deps.clock.now() / (10 * minute)));
  const data = { programmeId, personId, courseId, turn };
  const id = idOf('course-in-chat', personId, courseId, turn);
  await deps.outbox.ask('programmes', programmeId, { id, job: 'training.send', data });
}

/** People who applied, and how many of them finished every course of their path. */
export async function trainingFigures(deps: Platform, programmeId: string): Promise<TrainingFigures> {
  const [all, rows] = await Promise.all([applied(deps.tables, programmeId), trained.list(deps.tables, programmeId)]);
  const done = new Set(rows.map(({ key }) => key.join('.')));
  const isTrained = ({ personId, answers }: Application): boolean =>
    pathOf(answers.role).every((id) => done.has(`${personId}.${id}`));
  return { invited: all.length, done: all.filter(isTrained).length };
}

export function courseOf(id: CourseId, language: Language): Course {
  return courseIn(id, language);
}
