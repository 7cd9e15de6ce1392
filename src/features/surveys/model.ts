/** A survey before there is a programme: whom it asks, until when, how far it is, and what the coordinators decided. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../platform/ids.ts';
import { language, personId } from '../people/model.ts';
import { kept, modes } from '../release/answers/model.ts';
import { itemCuts } from '../release/cuts/model.ts';
import { figure, headcount } from '../release/model.ts';
import { audience, sample } from './audience/model.ts';
import {
  askedSet,
  levels,
  looseQuestion,
  moments,
  mostQuestions,
  option,
  questionId,
  questions,
  said,
  setFrame,
  setIds,
} from './questions/model.ts';

export type { Audience, AudienceCounts } from './audience/model.ts';

/** Further reminders would be nagging, and over the month's budget. */
export const mostReminders = 2;

/** A question of a coordinator's own: its words in all four languages; the rest is given to it. */
export const ownQuestion = looseQuestion
  .pick({ kind: true, text: true, most: true, range: true })
  .extend({ options: z.array(option.shape.text).min(2).max(20).optional() });
export type OwnQuestion = z.infer<typeof ownQuestion>;

/** What results can be parted by. */
export const partIds = ['department', 'site'] as const;
export type PartId = (typeof partIds)[number];

export const surveyDraft = z.strictObject({
  audience,
  /** A part of it, drawn by chance; everybody in it when left out. */
  sample: sample.optional(),
  /** By what its results may be parted; all that there is when left out. */
  partedBy: z.array(z.enum(partIds)).max(partIds.length).optional(),
  /** The last day on which people can answer. */
  closesOn: z.iso.date(),
  /** The ready set that it begins with; the one about support when left out. */
  set: z.enum(setIds).optional(),
  /** What it asks, in order: questions of the bank by their id, and own ones; all of the set when left out. */
  asks: z
    .array(z.union([questionId, ownQuestion]))
    .min(1)
    .max(mostQuestions)
    .optional(),
  /** The days on which those are reminded who have not answered. */
  remindOn: z.array(z.iso.date()).max(mostReminders).optional(),
  /** How answers are kept, fixed on opening; anonymous when left out. */
  mode: z.enum(modes).optional(),
});
export type SurveyDraft = z.infer<typeof surveyDraft>;

export const surveyStates = ['draft', 'open', 'closed', 'cancelled'] as const;
export type SurveyState = (typeof surveyStates)[number];

export const survey = surveyDraft.omit({ asks: true }).extend({
  id,
  set: z.enum(setIds),
  /** As they are asked: what the bank becomes later changes nothing. */
  items: questions,
  remindOn: z.array(z.iso.date()).max(mostReminders),
  state: z.enum(surveyStates),
  /** An IANA zone in which its days end. */
  zone: z.string(),
  /** Where neither a person nor the directory says a language. */
  language,
  /** From how many answers on a figure is told: frozen on opening, told before the first question. */
  floor: z.number().int().min(5),
  createdAt: z.number(),
  createdBy: personId,
  openedAt: z.number().optional(),
  closedAt: z.number().optional(),
  /** How many were asked; known when all of them have been noted. */
  asked: z.number().int().optional(),
  /** The round before this one, and the first of all. */
  after: id.optional(),
  chainId: id.optional(),
});
export type Survey = z.infer<typeof survey>;

/** A line of a list of surveys. */
export const surveyKey = z.strictObject({ surveyId: id });

/** Somebody whom a survey asks, and what of department and site is kept with the answer. */
export const asked = surveyKey.extend({ of: z.partialRecord(z.enum(partIds), z.string()).optional() });

export const choices = ['go', 'go-if', 'not-yet'] as const;

export const decisionDraft = z.strictObject({
  choice: z.enum(choices),
  /** Reasons, and for `go-if` the conditions. */
  why: z.string().trim().min(20).max(2000),
  /** How many decisions the writer had seen: whoever writes over another's unseen one is told. */
  after: z.number().int().min(0),
});
export type DecisionDraft = z.infer<typeof decisionDraft>;

export const decision = decisionDraft.omit({ after: true }).extend({ at: z.number(), by: personId });
export type Decision = z.infer<typeof decision>;

/** What somebody said to each question. */
export const answerDraft = z.strictObject({ answers: z.record(questionId, said) });
export type AnswerDraft = z.infer<typeof answerDraft>;

/** A line of the coordinators' list. */
export const surveyLine = survey
  .pick({
    ...{ id: true, audience: true, sample: true, partedBy: true },
    closesOn: true,
    state: true,
    set: true,
    remindOn: true,
  })
  .extend({
    /** The name of its set, in the reader's language. */
    title: z.string(),
    createdAt: z.number(),
    openedAt: z.number().optional(),
    closesAt: z.number(),
    responses: headcount.optional(),
    choice: z.enum(choices).optional(),
  });
export type SurveyLine = z.infer<typeof surveyLine>;

/** Of a question with options: whole per cent who chose one, or its average place; neither where it is not told. */
const optionsFigure = z.strictObject({
  state: z.literal('options'),
  itemId: questionId,
  options: z.array(
    z.strictObject({ id: z.string(), share: z.number().int().optional(), place: z.number().optional() }),
  ),
});

export const itemResult = z.strictObject({
  figure: z.union([figure, optionsFigure]),
  level: z.enum(levels).optional(),
  /** In which the average of people like those who answered lies, with 95 % certainty. */
  interval: z.strictObject({ from: z.number(), to: z.number() }).optional(),
});
export type ItemResult = z.infer<typeof itemResult>;

/** What the questions about one thing say together, 0 to 100. */
export const theme = z.strictObject({
  construct: z.string(),
  name: z.string(),
  score: z.number().int(),
  level: z.enum(levels),
});
export type Theme = z.infer<typeof theme>;

/** Released figures with what they mean. */
export const resultsView = z.strictObject({
  at: z.number(),
  isFinal: z.boolean(),
  someLeftOut: z.boolean(),
  responses: headcount,
  /** Whole per cent of those who were asked; only from ten answers on. */
  participation: z.number().int().optional(),
  items: z.array(itemResult),
  themes: z.array(theme),
  support: z.strictObject({
    /** 0 to 100. */
    score: z.number().int().optional(),
    level: z.enum(levels).optional(),
    /** On how many of the items it rests. */
    items: z.number().int(),
    weakest: questionId.optional(),
  }),
});
export type ResultsView = z.infer<typeof resultsView>;

export const decisionView = decision.extend({ byName: z.string().optional() });

export const surveyPage = surveyLine.extend({
  ...setFrame.pick({ intro: true, minutes: true, sections: true }).shape,
  titles: setFrame.shape.title,
  /** How its figures are made, in the reader's language. */
  scoring: z.string(),
  mode: z.enum(modes),
  items: questions,
  /** Opens the page for answering in Teams. */
  link: z.string(),
  floor: z.number().int(),
  asked: z.number().int().optional(),
  /** Cards that arrived, and those that could not be delivered. */
  arrived: z.number().int(),
  failed: z.number().int(),
  mayClose: z.boolean(),
  results: resultsView.optional(),
  /** Oldest first; the last one stands. */
  decisions: z.array(decisionView),
  /** By department and site, once the survey has closed. */
  parts: z.array(itemCuts),
});
export type SurveyPage = z.infer<typeof surveyPage>;

/** A ready set as the coordinator chooses from it, in the reader's language. */
export const bankSet = setFrame.pick({ id: true, minutes: true }).extend({
  moment: z.enum(moments),
  ...{ title: z.string(), purpose: z.string(), when: z.string(), scoring: z.string() },
  items: z.array(
    z.strictObject({
      ...{ id: questionId, text: z.string() },
      /** What it measures, why one asks it, and where the idea comes from. */
      ...{ theme: z.string(), why: z.string(), source: z.string() },
    }),
  ),
});
export type BankSet = z.infer<typeof bankSet>;

/** What the page for answering needs. */
export const answerPage = z.strictObject({
  id,
  state: z.enum(['open', 'answered', 'closed']),
  closesAt: z.number(),
  floor: z.number().int(),
  mode: z.enum(modes),
  /** There is an answer that can be found again. */
  mayTakeBack: z.boolean(),
  asks: askedSet,
});
export type AnswerPage = z.infer<typeof answerPage>;

/** A line of "to answer" for a person. */
export const surveyToAnswer = z.strictObject({ id, closesAt: z.number() });
export type SurveyToAnswer = z.infer<typeof surveyToAnswer>;

export const answerOutcome = z.strictObject({ outcome: kept });
export type AnswerOutcome = z.infer<typeof answerOutcome>;

export const takenBack = z.strictObject({ isTakenBack: z.boolean() });
export type TakenBack = z.infer<typeof takenBack>;

export const surveyRef = survey.pick({ id: true, state: true });
export type SurveyRef = z.infer<typeof surveyRef>;
