/** When it is time to look at oneself: before the courses, after them, around month three, and at the close. */
import { day } from '../../../platform/clock.ts';
import { takesPartAs, type Application } from '../../recruitment/model.ts';
import type { Moment, SkillsKept, SkillSide } from './model.ts';

/** A pair that has met for so long has begun to learn: what is said then is no "before" any more. */
const beforeUntilDays = 30;
/** Around month three: what was practised shows by then. */
const afterFromDays = 85;
/** What was said less long ago need not be asked again. */
const restDays = 45;
/** After the close of a programme it is offered for so long. */
export const lookingBackDays = 60;

/** Takes part on this side, or waits to. */
export function isOnSide(
  application: Pick<Application, 'status' | 'answers' | 'passedOver'>,
  side: SkillSide,
): boolean {
  const { status } = application;
  return (status === 'applied' || status === 'waiting') && takesPartAs(side, application);
}

export interface SkillFacts {
  readonly kept: SkillsKept | undefined;
  /** Every course of the path is done. */
  readonly isTrained: boolean;
  /** When the first pair of this person on this side began. */
  readonly activeAt: number | undefined;
  /** When the programme entered its last stage. */
  readonly closedAt: number | undefined;
  readonly now: number;
}

/** What is offered now; nothing is ever asked for. */
export function dueOf({ kept, isTrained, activeAt, closedAt, now }: SkillFacts): Moment | undefined {
  const since = (from: number | undefined): number => (from === undefined ? -1 : (now - from) / day);
  const after = kept?.after;
  const isStale = (from: number): boolean => after === undefined || after < from - restDays * day;
  if (closedAt !== undefined)
    return since(closedAt) < lookingBackDays && isStale(closedAt) && mayLookBack({ isTrained, activeAt })
      ? 'after'
      : undefined;
  if (activeAt !== undefined && since(activeAt) >= afterFromDays && isStale(activeAt + afterFromDays * day))
    return 'after';
  const isFresh = kept?.before === undefined && after === undefined && since(activeAt) < beforeUntilDays;
  // Whoever has done the courses first has no "before" to give: they look back instead.
  if (isFresh && !isTrained) return 'before';
  return isTrained && after === undefined ? 'after' : undefined;
}

/** Something was learnt, or practised. */
export function mayLookBack({ isTrained, activeAt }: Pick<SkillFacts, 'isTrained' | 'activeAt'>): boolean {
  return isTrained || activeAt !== undefined;
}
