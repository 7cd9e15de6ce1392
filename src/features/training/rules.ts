/** Which courses belong before the match and which to a moment later, and how far somebody is. */
import { asksForMentor, offersToMentor, type Role, type Side } from '../recruitment/model.ts';
import type { CourseId } from './model.ts';

/** Before the match, 20 to 30 minutes for each role, in this order: quality counts, hours do not (Allen, Eby & Lentz 2006). */
const before = {
  mentee: ['setting-goals', 'taking-initiative', 'voicing-needs'],
  mentor: ['active-listening', 'boundaries', 'power-and-bias'],
} as const satisfies Record<string, readonly CourseId[]>;

/** Read when they are needed; nobody is expected to have done them. */
const later = {
  mentee: ['first-meeting', 'when-it-does-not-work'],
  mentor: ['first-meeting', 'cultural-competence', 'feedback', 'when-it-does-not-work'],
} as const satisfies Record<string, readonly CourseId[]>;

/** Tandem's part of the path of a role: what is done before the match. */
export function pathOf(role: Role): CourseId[] {
  return [...(asksForMentor(role) ? before.mentee : []), ...(offersToMentor(role) ? before.mentor : [])];
}

/** Courses of the organisation that a programme asks for besides, by side. */
export type OwnPath = Readonly<Record<Side, readonly string[]>>;

/** From so many minutes on a path is longer than evidence asks for, and coordinators are told. */
export const mostMinutesBefore = 30;

/** The path of a role in a programme: Tandem's courses, then those of the organisation. */
export function wholePathOf(role: Role, own: OwnPath): string[] {
  const ours = [...(asksForMentor(role) ? own.mentee : []), ...(offersToMentor(role) ? own.mentor : [])];
  return [...new Set<string>([...pathOf(role), ...ours])];
}

/** True when everything of the path is done. */
export function isPathDone(role: Role, own: OwnPath, isDone: (id: string) => boolean): boolean {
  return wholePathOf(role, own).every(isDone);
}

/** What helps somebody in this role at some moment later, each once. */
export function coursesForLater(role: Role): CourseId[] {
  const both = [...(offersToMentor(role) ? later.mentor : []), ...(asksForMentor(role) ? later.mentee : [])];
  return [...new Set<CourseId>(both)];
}

/** Progress never goes back, and never past the last step. */
export function nextStep(before: number, reached: number, steps: number): number {
  return Math.min(Math.max(before, reached, 0), steps - 1);
}
