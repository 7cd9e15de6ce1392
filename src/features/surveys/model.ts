/** A survey before there is a programme: whom it asks, until when, how far it is, and what the coordinators decided. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../platform/ids.ts';
import { language, personId } from '../people/model.ts';
import { kept } from '../release/answers/model.ts';
import { itemCuts } from '../release/cuts/model.ts';
import { figure, headcount, scalePoints } from '../release/model.ts';
import { levels, supportItemIds } from './questions/model.ts';

export const audience = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everybody') }),
  z.strictObject({
    kind: z.literal('departments'),
    departments: z.array(z.string().min(1).max(200)).min(1).max(200),
  }),
]);
export type Audience = z.infer<typeof audience>;

export const surveyDraft = z.strictObject({
  audience,
  /** The last day on which people can answer. */
  closesOn: z.iso.date(),
});
export type SurveyDraft = z.infer<typeof surveyDraft>;

export const surveyStates = ['draft', 'open', 'closed', 'cancelled'] as const;
export type SurveyState = (typeof surveyStates)[number];

export const survey = surveyDraft.extend({
  id,
  /** The ready set that it asks. */
  set: z.literal('support'),
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
});
export type Survey = z.infer<typeof survey>;

/** A line of a list of surveys. */
export const surveyKey = z.strictObject({ surveyId: id });

/** What results can be parted by. */
export const partIds = ['department', 'site'] as const;

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

/** What somebody said to each item; null is "I prefer not to say". */
export const answerDraft = z.strictObject({
  answers: z.record(z.enum(supportItemIds), z.number().int().min(1).max(scalePoints).nullable()),
});
export type AnswerDraft = z.infer<typeof answerDraft>;

/** A line of the coordinators' list. */
export const surveyLine = survey.pick({ id: true, audience: true, closesOn: true, state: true }).extend({
  createdAt: z.number(),
  closesAt: z.number(),
  responses: headcount.optional(),
  choice: z.enum(choices).optional(),
});
export type SurveyLine = z.infer<typeof surveyLine>;

/** Released figures with what they mean. */
export const resultsView = z.strictObject({
  at: z.number(),
  isFinal: z.boolean(),
  someLeftOut: z.boolean(),
  responses: headcount,
  /** Whole per cent of those who were asked; only from ten answers on. */
  participation: z.number().int().optional(),
  items: z.array(z.strictObject({ figure, level: z.enum(levels).optional() })),
  support: z.strictObject({
    /** 0 to 100. */
    score: z.number().int().optional(),
    level: z.enum(levels).optional(),
    /** On how many of the items it rests. */
    items: z.number().int(),
    weakest: z.enum(supportItemIds).optional(),
  }),
});
export type ResultsView = z.infer<typeof resultsView>;

export const decisionView = decision.extend({ byName: z.string().optional() });

export const surveyPage = surveyLine.extend({
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

export const audienceCounts = z.strictObject({
  everybody: z.number().int(),
  departments: z.array(z.strictObject({ name: z.string(), people: z.number().int() })),
  /** Fewer cannot be asked. */
  least: z.number().int(),
  /** The day on which this was counted: the first day on which a survey could end is the next. */
  today: z.iso.date(),
});
export type AudienceCounts = z.infer<typeof audienceCounts>;

/** What the page for answering needs. */
export const answerPage = z.strictObject({
  id,
  state: z.enum(['open', 'answered', 'closed']),
  closesAt: z.number(),
  floor: z.number().int(),
});
export type AnswerPage = z.infer<typeof answerPage>;

/** A line of "to answer" for a person. */
export const surveyToAnswer = z.strictObject({ id, closesAt: z.number() });
export type SurveyToAnswer = z.infer<typeof surveyToAnswer>;

export const answerOutcome = z.strictObject({ outcome: kept });
export type AnswerOutcome = z.infer<typeof answerOutcome>;

export const surveyRef = survey.pick({ id: true, state: true });
export type SurveyRef = z.infer<typeof surveyRef>;
