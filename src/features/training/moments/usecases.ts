/** Just in time: the courses that fit what comes next in the pairs of a person, and are not done. */
import type { Platform } from '../../../platform/platform.ts';
import { wasHeld } from '../../meetings/model.ts';
import { plannedOf } from '../../meetings/store.ts';
import type { PairView } from '../../pairs/model.ts';
import { standingOf, type Reader, type Standing } from '../role-paths/usecases.ts';
import { courseOf } from '../usecases.ts';
import { fittingCourse, type FittingCourse } from './rules.ts';

export interface CourseNow extends FittingCourse {
  readonly title: string;
}

type Paired = Pick<PairView, 'id' | 'programmeId' | 'state' | 'side'>;

export async function coursesNow(
  deps: Platform,
  who: Reader,
  pairs: readonly Paired[],
  known?: Pick<Standing, 'done'>,
): Promise<CourseNow[]> {
  const active = pairs.filter(({ state }) => state === 'active');
  if (active.length === 0) return [];
  const now = deps.clock.now();
  const found = await Promise.all(
    active.map(async ({ id, programmeId, side }) => {
      const planned = await plannedOf(deps.tables, programmeId, id);
      return fittingCourse(side, planned.filter(({ value }) => wasHeld(value, now)).length);
    }),
  );
  const { done } = known ?? (await standingOf(deps, who.personId));
  const fitting = new Map(found.flatMap((one) => (one && !done.has(one.courseId) ? [[one.courseId, one]] : [])));
  return [...fitting.values()].map((one) => ({ ...one, title: courseOf(one.courseId, who.language).title }));
}
