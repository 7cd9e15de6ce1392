/**
 * Ready questions for a talk: a set for each phase of a pair and for each topic of the questionnaire, and two that nobody applies with. A
 * question is one thing in four languages, so two who read different ones read the same. None asks who somebody is. Safe in the browser.
 */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { languages } from '../../../platform/words.ts';
import { sides, topics } from '../../recruitment/model.ts';

export const phases = ['first', 'goals', 'middle', 'back'] as const;
export type Phase = (typeof phases)[number];

/** What a talk may be about, as `content/talk-<about>.json`. */
export const talkTopics = [...topics, 'being-the-only-one', 'unfair-treatment'] as const;
export type TalkTopic = (typeof talkTopics)[number];
export const talkTopic = z.enum(talkTopics);

export type About = Phase | TalkTopic;

const words = (most: number) => {
  const one = z.string().trim().min(1).max(most);
  return { nl: one, fr: one, de: one, en: one };
};

/** The id is for good: points are kept under it. */
const opener = z.strictObject({ id, ...words(120) });
/** `asks`: for whom it is to ask; for both where it is left out. */
const question = z.strictObject({ id, asks: z.enum(sides).optional(), ...words(120) });
export type Question = z.infer<typeof question>;

export const questionSet = z.strictObject({
  about: z.enum([...phases, ...talkTopics]),
  title: z.strictObject(words(60)),
  /** Easy ways in, for either of the two. */
  openers: z.array(opener).min(2).max(3),
  questions: z.array(question).min(5).max(7),
});
export type QuestionSet = z.infer<typeof questionSet>;

const language = z.enum(languages);

/** As its reader sees it; `other`: the same in the partner's language, where that is another. */
export const questionView = z.strictObject({
  id,
  text: z.string(),
  other: z.strictObject({ language, text: z.string() }).optional(),
});
export type QuestionView = z.infer<typeof questionView>;

export const questionsView = z.strictObject({
  title: z.string(),
  openers: z.array(questionView),
  questions: z.array(questionView),
});
export type QuestionsView = z.infer<typeof questionsView>;
