/** Courses, in which order whom they help, and how far a person is. How a course is written stands in `format/`. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../platform/ids.ts';
import type { Language } from '../../platform/words.ts';
import { language } from '../people/model.ts';
import { courseText, type Step } from './format/model.ts';

export type { Asked, Box, Step } from './format/model.ts';

/** Written for Tandem, as `content/<course>.<language>.md`. */
export const courseIds = [
  'setting-goals',
  'taking-initiative',
  'voicing-needs',
  'active-listening',
  'boundaries',
  'power-and-bias',
  'cultural-competence',
  'feedback',
  'first-meeting',
  'when-it-does-not-work',
] as const;
export const courseId = z.enum(courseIds);
export type CourseId = z.infer<typeof courseId>;

/** A course is one of Tandem's, or by a random id one that the organisation added (`own/`): paths, progress and "done" know no difference. */
export function isOfTandem(course: string): course is CourseId {
  return (courseIds as readonly string[]).includes(course);
}

/** Where one reads it. */
export const pageOfCourse = (course: string): string =>
  isOfTandem(course) ? `/courses/${course}` : `/courses/own/${course}`;

export const course = courseText.extend({ id: courseId });
export type Course = z.infer<typeof course>;

/** How far somebody is: the step to go on with; the same row from the page and from chat. */
export const progress = z.strictObject({ step: z.number().int().min(0), at: z.number() });
export const completion = z.strictObject({ courseId: id, doneAt: z.number() });
export type Completion = z.infer<typeof completion>;

/** A course of the reader's path that comes after this one. */
export const nextCourse = z.strictObject({
  id,
  title: z.string(),
  minutes: z.number().int(),
  /** Where it is not there in the reader's. */
  language: language.optional(),
});
export type NextCourse = z.infer<typeof nextCourse>;

export const courseView = course.extend({
  step: z.number().int(),
  doneAt: z.number().optional(),
  /** Once it is done: what the path goes on with. */
  next: nextCourse.optional(),
});
export type CourseView = z.infer<typeof courseView>;

export const courseLine = courseView.pick({ title: true, minutes: true, role: true, step: true, doneAt: true }).extend({
  id,
  /** None of a link. */
  steps: z.number().int(),
  /** Where it is not there in the reader's. */
  language: language.optional(),
});
export type CourseLine = z.infer<typeof courseLine>;

/** A course as chat shows it, card by card; a link is one card. */
export interface ShownCourse {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly Step[];
  /** Where it is not there in the reader's. */
  readonly language?: Language;
  readonly link?: { readonly about: string; readonly address: string; readonly captions: readonly string[] };
}

/** All that one can read: what comes before the match, what helps at some moment later, and the rest. */
export const coursesPage = z.strictObject({
  path: z.array(courseLine),
  later: z.array(courseLine),
  others: z.array(courseLine),
  /** Programmes of whose path everything is done. */
  certificates: z.array(z.strictObject({ programmeId: id, programmeName: z.string() })),
  /** Programmes that match nobody before the path is done, and what it is for this person. */
  gates: z.array(
    z.strictObject({ programmeName: z.string(), missing: z.number().int(), exception: z.string().optional() }),
  ),
});
export type CoursesPage = z.infer<typeof coursesPage>;

/** How many of those who applied have finished the courses of their path. */
export const trainingFigures = z.strictObject({ invited: z.number().int(), done: z.number().int() });
export type TrainingFigures = z.infer<typeof trainingFigures>;
