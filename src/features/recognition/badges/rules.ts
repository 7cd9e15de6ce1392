/** Which badges follow from a history. A badge is there from the first time on that its rule was met, on each side once. */
import type { Side } from '../../pairs/model.ts';
import type { CourseId } from '../../training/model.ts';
import { pathOf } from '../../training/rules.ts';
import { allBadges, type Badge, type BadgeKind } from './model.ts';

/** Something that happened; its day where one is kept. */
export interface Happened {
  readonly at?: number;
}

/** A pair that became active, as one of its two. */
export interface PairHistory {
  readonly side: Side;
  readonly activeAt: number;
  readonly met?: Happened;
  /** A goal was reached, in a pair that goes on or that they rounded off together. */
  readonly reached?: Happened;
  readonly completed?: number;
}

/** One more kind of badge is one more fact here, found in `usecases.ts`, and its rule below. */
export interface History {
  readonly courses: readonly { readonly courseId: string; readonly doneAt: number }[];
  readonly pairs: readonly PairHistory[];
  /** Circles that were led, each on its day. */
  readonly hosted: readonly Happened[];
}

const rules: Readonly<Record<BadgeKind, (history: History, side: Side) => Happened | undefined>> = {
  trained: ({ courses }, side) => trainedAt(courses, side),
  'first-meeting': ({ pairs }, side) => first(on(side, pairs).map(({ met }) => met)),
  'goal-reached': ({ pairs }, side) => first(on(side, pairs).map(({ reached }) => reached)),
  completed: ({ pairs }, side) => first(on(side, pairs).map(completedOf)),
  host: ({ hosted }, side) => (side === 'mentor' ? first(hosted) : undefined),
  returned: ({ pairs }, side) => first(on(side, pairs).map((one) => returnedBy(one, pairs))),
};

export function badgesOf(history: History): Badge[] {
  return allBadges.flatMap((one): Badge[] => {
    const found = rules[one.kind](history, one.side);
    return found ? [{ ...one, ...found }] : [];
  });
}

const on = (side: Side, pairs: readonly PairHistory[]): PairHistory[] => pairs.filter((one) => one.side === side);

const completedOf = ({ completed }: PairHistory): Happened | undefined =>
  completed === undefined ? undefined : { at: completed };

/** The earliest that has a day; one without a day only where none has. */
function first(all: readonly (Happened | undefined)[]): Happened | undefined {
  const found = all.filter((one) => one !== undefined);
  const days = found.flatMap(({ at }) => at ?? []);
  return days.length > 0 ? { at: Math.min(...days) } : found[0];
}

/** When the last course of the path was done; each counts from its first end on. */
function trainedAt(courses: History['courses'], side: Side): Happened | undefined {
  const ends = pathOf(side).map((id) => first(courses.map((one) => endOf(one, id))));
  const days = ends.flatMap((one) => one?.at ?? []);
  return days.length === ends.length ? { at: Math.max(...days) } : undefined;
}

const endOf = ({ courseId, doneAt }: History['courses'][number], id: CourseId): Happened | undefined =>
  courseId === id ? { at: doneAt } : undefined;

/** The pair began after another one, on either side, had completed. */
function returnedBy(one: PairHistory, all: readonly PairHistory[]): Happened | undefined {
  const isBack = all.some((other) => other !== one && other.completed !== undefined && other.completed <= one.activeAt);
  return isBack ? { at: one.activeAt } : undefined;
}
