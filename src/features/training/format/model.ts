/**
 * How a course is written: Markdown with front matter (`title`, `minutes`, `role`, `sources` separated by `;`), then one `## heading` for
 * each step with Markdown below it. A step may hold one fenced block:
 * - `scenario` or `question`: `? ` asks and each `- choice => what follows` is a choice, `+ ` before the right answer to a question;
 * - `exercise` (what to do) or `take-away` (what to keep): Markdown.
 * Of Markdown there are paragraphs, **bold**, *italics*, lists, quotes, links to https. Safe in the browser.
 *
 * A course that the organisation wrote may hold in the text of a step, each on a line of its own:
 * - `![what it shows](picture:ID)`, a picture that was uploaded to this course, and what it says to those who do not see it;
 * - `video: https://… | captions: nl, fr | what one sees`, a link to a video, with the languages of its captions.
 */
import { z } from 'zod';

export const courseRoles = ['mentor', 'mentee', 'both'] as const;

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

export const boxKinds = ['exercise', 'take-away'] as const;
export const box = z.strictObject({ kind: z.enum(boxKinds), text: z.string().min(1) });
export type Box = z.infer<typeof box>;

export const step = z.strictObject({
  title: z.string().min(1),
  text: z.string(),
  asked: asked.optional(),
  box: box.optional(),
});
export type Step = z.infer<typeof step>;

export const mostSteps = 20;
/** Characters of a title of a course or a step, and of any line. */
export const longestTitle = 80;
export const longestLine = 2_000;
export const courseText = z.strictObject({
  title: z.string().min(1).max(longestTitle),
  minutes: z.number().int().min(1).max(60),
  role: z.enum(courseRoles),
  sources: z.array(z.string().min(1)).min(1),
  steps: z.array(step).min(2).max(mostSteps),
});
export type CourseText = z.infer<typeof courseText>;

/** The text of a step, taken apart where a picture or a video stands. */
export type Part =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'picture'; readonly pictureId: string; readonly alternative: string }
  | {
      readonly kind: 'video';
      readonly address: string;
      /** Languages as two letters. */
      readonly captions: readonly string[];
      readonly words: string;
    };

/** What can be wrong with a text, each at a line of it (the first is 1); the word for it is `problem.<kind>`. */
export const problemKinds = [
  'front-missing',
  'title-missing',
  'title-long',
  'minutes-wrong',
  'role-wrong',
  'sources-missing',
  'text-before',
  'steps-few',
  'steps-many',
  'heading-empty',
  'heading-long',
  'heading-deep',
  'block-open',
  'block-unknown',
  'block-second',
  'block-empty',
  'line-unknown',
  'ask-missing',
  'choices-few',
  'choices-many',
  'effect-missing',
  'right-missing',
  'right-many',
  'html',
  'link-unsafe',
  'unseen',
  'line-long',
  // Where there are none at all.
  'picture',
  'video',
  // Where there may be some.
  'media-place',
  'picture-unknown',
  'picture-alternative',
  'video-link',
  'video-captions',
  'video-words',
] as const;
export const problem = z.strictObject({ line: z.number().int(), kind: z.enum(problemKinds) });
export type Problem = z.infer<typeof problem>;
