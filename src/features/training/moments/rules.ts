/** Which course fits the next thing that two people do; each is offered until it is done or its moment is over. */
import type { Side } from '../../recruitment/model.ts';
import type { CourseId } from '../model.ts';

/** What comes next in a pair. */
export const moments = ['first-meeting', 'after-first', 'before-third'] as const;
export type Moment = (typeof moments)[number];

export interface FittingCourse {
  readonly moment: Moment;
  readonly courseId: CourseId;
}

/** `held`: how often the two have met. */
export function fittingCourse(side: Side, held: number): FittingCourse | undefined {
  if (held === 0) return { moment: 'first-meeting', courseId: 'first-meeting' };
  if (side === 'mentee') return undefined;
  if (held === 1) return { moment: 'after-first', courseId: 'cultural-competence' };
  return held === 2 ? { moment: 'before-third', courseId: 'feedback' } : undefined;
}
