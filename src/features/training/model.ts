/**
 * Courses and how far a person is. A course is `content/<course>.<language>.md`: front matter (`title`, `minutes`, `role`, `sources`
 * separated by `;`), then one `## heading` for each step with Markdown below it. A step may hold one fenced block: `scenario` or
 * `question`, in which `? ` asks and each `- choice => what follows` (`+ ` for a right answer) is a choice. Safe in the browser.
 */
import { z } from 'zod';

export const courseIds = ['active-listening', 'setting-goals'] as const;
export const courseId = z.enum(courseIds);
export type CourseId = z.infer<typeof courseId>;

export const choice = z.strictObject({
  text: z.string().min(1),
  /** What follows: the consequence in a scenario, the feedback to an answer. */
  effect: z.string().min(1),
  isRight: z.boolean(),
});
export const asked = z.strictObject({
  kind: z.enum(['scenario', 'question']),
  ask: z.string().min(1),
  choices: z.array(choice).min(2).max(4),
});
export type Asked = z.infer<typeof asked>;

export const step = z.strictObject({ title: z.string().min(1), text: z.string(), asked: asked.optional() });
export type Step = z.infer<typeof step>;

export const course = z.strictObject({
  id: courseId,
  title: z.string().min(1),
  minutes: z.number().int().min(1).max(60),
  role: z.enum(['mentor', 'mentee']),
  sources: z.array(z.string().min(1)).min(1),
  steps: z.array(step).min(2).max(20),
});
export type Course = z.infer<typeof course>;

/** How far somebody is: the step to go on with; the same row from the page and from chat. */
export const progress = z.strictObject({ step: z.number().int().min(0), at: z.number() });
export const completion = z.strictObject({ courseId, doneAt: z.number() });
export type Completion = z.infer<typeof completion>;

export const courseView = course.extend({ step: z.number().int(), doneAt: z.number().optional() });
export type CourseView = z.infer<typeof courseView>;

export const courseLine = courseView
  .pick({ id: true, title: true, minutes: true, role: true, step: true, doneAt: true })
  .extend({
    steps: z.number().int(),
  });
export type CourseLine = z.infer<typeof courseLine>;

/** How many of those who applied have finished the course of their role. */
export const trainingFigures = z.strictObject({ invited: z.number().int(), done: z.number().int() });
export type TrainingFigures = z.infer<typeof trainingFigures>;
