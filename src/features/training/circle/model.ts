/**
 * The mentors' circle of a programme: mentors ask mentors, and the coordinators are the hosts. Who is in it is told to nobody. A text
 * stands under its writer's name or under none; then only a mark is kept, which nobody can lead back. Safe in the browser.
 */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { languages } from '../../../platform/words.ts';
import { personId } from '../../people/model.ts';
import { date } from '../../programmes/model.ts';
import { found } from '../../surveys/names/model.ts';
import { supportTopic } from '../topics/model.ts';

export const longestTitle = 140;
export const longestText = 1_500;
export const longestWhy = 400;
/** All of a question fits into one batch, with a word to each of its writers. */
export const mostAnswers = 40;
export const mostQuestions = 300;
export const mostPinned = 3;
/** Mentors in the programme, from which on a text may stand without a name: among fewer it could be guessed. */
export const leastMentors = 5;
/** So many days a question counts as new on the first page. */
export const newDays = 14;

const language = z.enum(languages);

export const seats = ['mentor', 'host'] as const;
export type Seat = (typeof seats)[number];

/**
 * `id` is `questionId` for the question itself. Of the time there is the day alone, and among the answers of a question their order: with
 * more, who was there at that moment would be who wrote it.
 */
export const circleText = z.strictObject({
  id,
  questionId: id,
  /** Of a question: what it is in one sentence, and about what. */
  title: z.string().max(longestTitle).optional(),
  topic: supportTopic.optional(),
  text: z.string().max(longestText),
  language,
  on: date,
  place: z.number().int(),
  /** Another one for each text. Whoever wrote it finds it again by it, and no two texts have the same. */
  mark: z.string(),
  /** Only where its writer put the name under it, and while that person is in the circle. */
  personId: personId.optional(),
  asHost: z.literal(true).optional(),
  pinned: z.literal(true).optional(),
  /** A mark of everybody whom it helped. */
  helped: z.array(z.string()).max(1_000),
  version: z.number().int(),
});
export type CircleText = z.infer<typeof circleText>;

/** A host took a text out: kept until its writer has read why. The words are gone. */
export const circleRemoval = z.strictObject({
  id,
  mark: z.string(),
  what: z.enum(['question', 'answer', 'answer-with-question']),
  why: z.string(),
  on: date,
});
export type CircleRemoval = z.infer<typeof circleRemoval>;

const title = z.string().trim().min(5).max(longestTitle);
const long = z.string().trim().max(longestText);
const answer = z.string().trim().min(1).max(longestText);
const checked = {
  language,
  /** Words that were found and are no names. */
  notNames: z.array(z.string().max(100)).max(50),
};
/** `id`: the one that the page was given, so that a double press is one text. */
const made = { ...checked, id, nameless: z.boolean() };

export const questionDraft = z.strictObject({ ...made, title, text: long, topic: supportTopic });
export type QuestionDraft = z.infer<typeof questionDraft>;
export const answerDraft = z.strictObject({ ...made, text: answer });
export type AnswerDraft = z.infer<typeof answerDraft>;
/** `version`: of the text that was changed. A question has title and topic, an answer neither. */
export const textChange = z.strictObject({
  ...{ ...checked, title: title.optional(), topic: supportTopic.optional(), text: long },
  version: z.number().int(),
});
export type TextChange = z.infer<typeof textChange>;

/** Nothing is kept while a word may be a name, a number or an address. */
export const written = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('kept') }),
  z.strictObject({
    outcome: z.literal('names'),
    inTitle: z.array(found),
    inText: z.array(found),
  }),
]);
export type Written = z.infer<typeof written>;

export const shows = ['all', 'unanswered', 'mine'] as const;
export type Show = (typeof shows)[number];
export const questionsOnPage = 25;
export const circleQuery = z.strictObject({
  search: z.string().trim().max(60).optional(),
  from: z.coerce.number().int().min(0).max(1_000_000).optional(),
  show: z.enum(shows).optional(),
  topic: supportTopic.optional(),
  language: language.optional(),
});
export type CircleQuery = z.infer<typeof circleQuery>;

export const questionLine = z.strictObject({
  id,
  title: z.string(),
  topic: supportTopic,
  language,
  on: date,
  answers: z.number().int(),
  pinned: z.boolean(),
  mine: z.boolean(),
});
export type QuestionLine = z.infer<typeof questionLine>;

const about = {
  programmeName: z.string(),
  seat: z.enum(seats),
  /** The programme goes on: later everything can be read and taken back. */
  open: z.boolean(),
  /** There are mentors enough. */
  mayNameless: z.boolean(),
  /** For the next text. */
  nextId: id,
};

export const circlePage = z.strictObject({
  ...about,
  joined: z.boolean(),
  /** What hosts took out of what this reader wrote. */
  removals: z.array(circleRemoval.omit({ mark: true })),
  /** Those of the questions that there are. */
  topics: z.array(supportTopic),
  from: z.number().int(),
  total: z.number().int(),
  rows: z.array(questionLine),
});
export type CirclePage = z.infer<typeof circlePage>;

export const textView = z.strictObject({
  id,
  title: z.string().optional(),
  topic: supportTopic.optional(),
  text: z.string(),
  language,
  on: date,
  /** Under whose name it stands. */
  name: z.string().optional(),
  asHost: z.boolean(),
  mine: z.boolean(),
  mayChange: z.boolean(),
  helped: z.number().int(),
  helpedMe: z.boolean(),
  version: z.number().int(),
});
export type TextView = z.infer<typeof textView>;

export const questionView = z.strictObject({
  ...about,
  question: textView,
  pinned: z.boolean(),
  answers: z.array(textView),
});
export type QuestionView = z.infer<typeof questionView>;

/** For the first page of a mentor. */
export const circleLine = z.strictObject({
  programmeId: id,
  programmeName: z.string(),
  joined: z.boolean(),
  /** Questions of the last days. */
  recent: z.number().int(),
});
export type CircleLine = z.infer<typeof circleLine>;

export const isQuestion = ({ id: own, questionId }: Pick<CircleText, 'id' | 'questionId'>): boolean =>
  own === questionId;
