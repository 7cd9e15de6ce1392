/** What a survey will be able to tell, said before it is opened: of each question, and of each part of the organisation. Safe in the browser. */
import { z } from 'zod';
import { partIds } from '../model.ts';
import { questionId } from '../questions/model.ts';

export const verdicts = ['will', 'may', 'will-not'] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * `few-asked`: then nothing is kept of where these people belong; `not-kept`: they are enough, but too few of them share the other
 * attribute as well. `uncertain`: it depends on how people answer.
 */
export const whys = ['enough', 'few-answers', 'few-asked', 'not-kept', 'would-point', 'uncertain'] as const;
export type Why = (typeof whys)[number];

/** `together`: with the next round or another programme. `fewer-cuts`: by department or by site alone. */
export const helps = ['together', 'fewer-cuts', 'wider', 'interview', 'reminder'] as const;
export type Help = (typeof helps)[number];

export const families = ['scale', 'choice', 'rank', 'number', 'text'] as const;
export type Family = (typeof families)[number];

const said = {
  verdict: z.enum(verdicts),
  why: z.enum(whys),
  help: z.enum(helps).optional(),
};

/** Questions of one family that fare alike, of everybody together. */
export const questionsLine = z.strictObject({
  ...said,
  family: z.enum(families),
  /** Asked only of those whose earlier answer leads to them. */
  ofSome: z.boolean(),
  questions: z.array(questionId),
});
export type QuestionsLine = z.infer<typeof questionsLine>;

/** One part of the organisation: a department, a site, or both. */
export const partLine = z.strictObject({
  ...said,
  parts: z.partialRecord(z.enum(partIds), z.string()),
  asked: z.number().int(),
  /** From about so many people on who are asked it would be told. */
  from: z.number().int().optional(),
});
export type PartLine = z.infer<typeof partLine>;

export const forecast = z.strictObject({
  asked: z.number().int(),
  answers: z.strictObject({ expected: z.number().int(), least: z.number().int(), most: z.number().int() }),
  questions: z.array(questionsLine),
  parts: z.array(partLine),
  /** Figures of everybody are right to about so many percentage points, if as many answer as expected. */
  margin: z.number().int().optional(),
});
export type Forecast = z.infer<typeof forecast>;

/** With which expected response (per cent), and parted by what. */
export const forecastQuestion = z.strictObject({
  response: z.number().int().min(5).max(95),
  partedBy: z.array(z.enum(partIds)).max(partIds.length).optional(),
});
export type ForecastQuestion = z.infer<typeof forecastQuestion>;
