/** Courses of the organisation in the path of a programme: which are in it and count, which could be, and adding and taking out. */
import type { Caller } from '../../../../platform/doors.ts';
import { Failure } from '../../../../platform/errors.ts';
import type { Platform } from '../../../../platform/platform.ts';
import type { Language } from '../../../../platform/words.ts';
import { mostOwnInPath, type Programme } from '../../../programmes/model.ts';
import { changeOwnPath, coordinatedProgramme } from '../../../programmes/usecases.ts';
import { sides, type Side } from '../../../recruitment/model.ts';
import type { OwnCourse } from '../../own/model.ts';
import { countsInPath } from '../../own/rules.ts';
import { findCourseRow, ownCourses, ownPartition } from '../../own/store.ts';
import { namesOf } from '../../role-paths/usecases.ts';
import { pathOf } from '../../rules.ts';
import type { OwnInPath, TrainingPage } from '../model.ts';

export async function pathToShow(
  deps: Platform,
  language: Language,
  { ownPath }: Pick<Programme, 'ownPath'>,
): Promise<Pick<TrainingPage, 'courses' | 'choices'>> {
  const own = (await ownCourses.list(deps.tables, ownPartition)).map(({ value }) => value);
  const all = [...new Set(sides.flatMap(pathOf)), ...own.map(({ id }) => id)];
  const named = await namesOf(deps, all, language);
  const name = (id: string) => named.filter((one) => one.id === id);
  const found = (id: string) => own.find((course) => course.id === id);
  const isOpen = (side: Side, course: OwnCourse): boolean =>
    isFor(side, course) && ownPath?.[side].includes(course.id) !== true;
  return {
    courses: sides.flatMap((side) => [
      ...pathOf(side).flatMap((id) => name(id).map((one) => ({ ...one, side }))),
      ...(ownPath?.[side] ?? []).flatMap((id) => name(id).map((one) => ({ ...one, side, own: stateOf(found(id)) }))),
    ]),
    choices: own
      .filter(countsInPath)
      .flatMap((course) =>
        name(course.id).map((one) => ({ ...one, sides: sides.filter((side) => isOpen(side, course)) })),
      ),
  };
}

function stateOf(course: OwnCourse | undefined): OwnInPath {
  if (!course || course.state !== 'published') return 'withdrawn';
  return countsInPath(course) ? 'counts' : 'colleagues-only';
}

function isFor(side: Side, { versions }: OwnCourse): boolean {
  const role = versions.at(-1)?.role;
  return role === side || role === 'both';
}

/** Behind those that are in it; added twice it is the same. */
export async function addToPath(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  { side, courseId }: { readonly side: Side; readonly courseId: string },
): Promise<void> {
  const { value: programme } = await coordinatedProgramme(deps, caller, programmeId);
  const course = (await findCourseRow(deps.tables, courseId))?.value;
  if (!course || !countsInPath(course) || !isFor(side, course)) throw new Failure('conflict', 'not-for-path');
  if (programme.ownPath?.[side].includes(courseId)) return;
  await note(deps, caller, programmeId, `${side} added ${courseId}`);
  await changeOwnPath(deps, programmeId, (before) => {
    if (before[side].includes(courseId)) return before;
    if (before[side].length >= mostOwnInPath) throw new Failure('conflict', 'path-full');
    return { ...before, [side]: [...before[side], courseId] };
  });
}

/** What people did of it stays; taken out twice it is the same. */
export async function takeFromPath(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  { side, courseId }: { readonly side: Side; readonly courseId: string },
): Promise<void> {
  const { value: programme } = await coordinatedProgramme(deps, caller, programmeId);
  if (!programme.ownPath?.[side].includes(courseId)) return;
  await note(deps, caller, programmeId, `${side} taken out ${courseId}`);
  await changeOwnPath(deps, programmeId, (before) => ({
    ...before,
    [side]: before[side].filter((one) => one !== courseId),
  }));
}

async function note(deps: Platform, { personId: who }: Caller, programmeId: string, outcome: string): Promise<void> {
  await deps.audit.note({ who, what: 'training.path', object: `programme:${programmeId}`, outcome });
}
