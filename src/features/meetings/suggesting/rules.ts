/** Which pairs get times suggested: those without a next date, when the rhythm has come to one; each date is asked about once. */
import { day } from '../../../platform/clock.ts';
import { idOf } from '../../../platform/ids.ts';
import type { Pair } from '../../pairs/model.ts';
import type { Slot } from '../model.ts';
import { wishedDays, type Course } from '../rhythm/rules.ts';

/** So long before a wished day, and so long after, a pair without a date hears of it. */
const [before, after] = [5 * day, 14 * day] as const;
/** How far ahead times are looked for, and how long they take. */
export const lookAhead = 21 * day;
export const usualMinutes = 60;
export const mostTimes = 3;

/** The wished day for which this pair has no meeting; nothing while one is planned, or met for it of late. */
export function missingDay(course: Course, planned: readonly Pick<Slot, 'start'>[], now: number): number | undefined {
  if (planned.some(({ start }) => start > now)) return undefined;
  const wished = wishedDays(course).findLast((one) => one - before <= now);
  if (wished === undefined || now - wished > after || now + lookAhead / 3 > course.endsAt) return undefined;
  return planned.some(({ start }) => wished - start < after) ? undefined : wished;
}

export function suggestionIdOf({ id }: Pick<Pair, 'id'>, wished: number): string {
  return idOf('suggestion', id, new Date(wished).toISOString().slice(0, 10));
}

/** By mentor: whose pairs follow each other in one step, so that each calendar is asked for once. */
export function inOrder<P extends Pick<Pair, 'mentorId' | 'id'>>(pairs: readonly P[]): P[] {
  const key = ({ mentorId, id }: P): string => `${mentorId} ${id}`;
  return pairs.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** The next pairs after a mentor: about so many, and never half of a mentor's. */
export function nextPairs<P extends Pick<Pair, 'mentorId' | 'id'>>(
  ordered: readonly P[],
  afterMentor: string | undefined,
  many: number,
): P[] {
  const left = ordered.filter(({ mentorId }) => afterMentor === undefined || mentorId > afterMentor);
  const last = left[Math.min(many, left.length) - 1]?.mentorId;
  return left.filter(({ mentorId }) => last !== undefined && mentorId <= last);
}
