/**
 * Questions as they are kept and asked: of the bank, or written by a coordinator. An item has its words in all four languages,
 * and everybody may leave every item with "I prefer not to say". Safe in the browser.
 */
import { z } from 'zod';
import type { Language } from '../../../platform/words.ts';
import { scalePoints } from '../../release/model.ts';

export const kinds = ['agree', 'one', 'several', 'rank', 'number', 'zero-ten', 'short', 'long'] as const;
export type Kind = (typeof kinds)[number];

/** Of an agree scale; their names are in the word lists. */
export const points = [1, 2, 3, 4, 5] as const;

/** What an answer of a kind is bound by. */
export const mostRanked = scalePoints;
export const mostOptions = 20;
export const longest = { short: 200, long: 1000 } as const;
/** 0 to 10 and numbers are kept as one of five bands: what is not kept cannot point at anybody. */
export const tenBands: readonly number[] = [3, 5, 7, 9];

const fourOf = <T extends z.ZodType>(one: T) => z.strictObject({ nl: one, fr: one, de: one, en: one });
const words = (most: number) => fourOf(z.string().trim().min(1).max(most));

/** The same words in the four languages. */
export type FourTexts = Readonly<Record<Language, string>>;

/** Short enough for the two of an option, `item--option`, to be an item of a release. */
export const questionId = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .max(20);
const optionId = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .max(16);

export const option = z.strictObject({ id: optionId, text: words(80) });
export type Option = z.infer<typeof option>;

/** Asked only of who chose one of these in an earlier question. */
const condition = z.strictObject({ itemId: questionId, is: z.array(optionId).min(1).max(mostOptions) });

/** Without the rule that a kind has what it needs: what is picked from may not have one. */
export const looseQuestion = z.strictObject({
  id: questionId,
  kind: z.enum(kinds),
  text: words(200),
  construct: z.string().max(40).optional(),
  /** Which end of an agree scale is the good one. */
  favours: z.enum(['agree', 'disagree']).optional(),
  /** Its name in a list of results; the text where there is none. */
  short: words(40).optional(),
  section: optionId.optional(),
  options: z.array(option).min(2).max(mostOptions).optional(),
  /** Of `several`: choose at most so many. */
  most: z.number().int().min(2).max(mostOptions).optional(),
  /** Of `number`. */
  range: z.strictObject({ least: z.number().int().min(0), most: z.number().int().max(100_000) }).optional(),
  /** Of `number`: where the second to the fifth band begin. */
  bands: z
    .array(z.number())
    .length(scalePoints - 1)
    .optional(),
  /** Of `zero-ten`: what 0 and 10 mean. */
  ends: z.strictObject({ low: words(60), high: words(60) }).optional(),
  showIf: condition.optional(),
  /** One sentence for the coordinator on what the answers say, from good to less good. */
  readings: z.strictObject({ strong: words(200), mixed: words(200), weak: words(200) }).optional(),
});

type Loose = z.infer<typeof looseQuestion>;

/** Every kind has what it needs, and nothing of another kind. */
function fits({ kind, options, most, range, bands, ends }: Loose): boolean {
  const hasOptions = kind === 'one' || kind === 'several' || kind === 'rank';
  if (hasOptions !== (options !== undefined)) return false;
  if (options && new Set(options.map(({ id }) => id)).size !== options.length) return false;
  if (kind === 'rank' && options && options.length > mostRanked) return false;
  if (most !== undefined && (kind !== 'several' || most > (options?.length ?? 0))) return false;
  if ((kind === 'zero-ten') !== (ends !== undefined)) return false;
  if ((kind === 'number') !== (range !== undefined)) return false;
  return (bands === undefined || kind === 'number') && (!range || range.least < range.most);
}

export const question = looseQuestion.refine(fits, 'question-incomplete');
export type Question = z.infer<typeof question>;

export const section = z.strictObject({ id: optionId, title: words(60) });
export type Section = z.infer<typeof section>;

export const mostQuestions = 40;

/** Conditions and sections lead to what is there, before it; no id twice. */
function holdsTogether(items: readonly Loose[]): boolean {
  const seen = new Map<string, Loose>();
  return items.every((one) => {
    const before = one.showIf && seen.get(one.showIf.itemId);
    const isNew = !seen.has(one.id);
    seen.set(one.id, one);
    if (!isNew) return false;
    if (!one.showIf) return true;
    const known = new Set(before?.options?.map(({ id }) => id));
    return (before?.kind === 'one' || before?.kind === 'several') && one.showIf.is.every((id) => known.has(id));
  });
}

export const questions = z.array(question).min(1).max(mostQuestions).refine(holdsTogether, 'questions-apart');

export const moments = ['before', 'in', 'during', 'after'] as const;

export const setIds = [
  ...['support', 'inclusion', 'needs', 'mentor-intake', 'mentee-intake', 'training-before', 'training-after'],
  ...['pulse', 'middle', 'end', 'later', 'leaving'],
] as const satisfies readonly string[];

export const setFrame = z.strictObject({
  id: z.enum(setIds),
  /** When in the life of a programme. */
  moment: z.enum(moments),
  minutes: z.number().int().min(1).max(15),
  title: words(60),
  /** What a coordinator says who needs it. */
  purpose: words(100),
  when: words(200),
  scoring: words(250),
  /** What it is about, for whoever is asked. */
  intro: words(300),
  sections: z.array(section).max(6).optional(),
});

/** A file of the bank: own questions, and those that another set asks too, so that rounds can be compared. */
export const setFile = setFrame.extend({
  items: z.array(z.union([looseQuestion, z.strictObject({ same: questionId, section: optionId.optional() })])),
});

export const questionSet = setFrame.extend({ items: questions });
export type QuestionSet = z.infer<typeof questionSet>;

/** What a question measures, where the idea comes from (no equivalence is claimed), and why one asks it. */
export const construct = z.strictObject({
  id: z.string(),
  source: z.string().min(5),
  name: words(40),
  why: words(120),
});
export type Construct = z.infer<typeof construct>;

export const levels = ['strong', 'mixed', 'weak'] as const;
export type Level = (typeof levels)[number];

/** What somebody said to one question; null is "I prefer not to say". A choice is an option's id, a rank the ids in order. */
export const said = z.union([
  z.number().int().min(0).max(100_000),
  z.string().max(longest.long),
  z.array(optionId).max(mostOptions),
  z.null(),
]);
export type Said = z.infer<typeof said>;
export type Answers = Readonly<Record<string, Said>>;

/** A question as one language asks it. */
export const askedQuestion = looseQuestion
  .pick({ id: true, kind: true, section: true, most: true, range: true, showIf: true })
  .extend({
    text: z.string(),
    options: z.array(z.strictObject({ id: optionId, text: z.string() })).optional(),
    ends: z.strictObject({ low: z.string(), high: z.string() }).optional(),
  });
export type AskedQuestion = z.infer<typeof askedQuestion>;

/** What somebody is asked, in one language. */
export const askedSet = z.strictObject({
  title: z.string(),
  intro: z.string(),
  minutes: z.number().int(),
  sections: z.array(z.strictObject({ id: optionId, title: z.string() })),
  items: z.array(askedQuestion),
});
export type AskedSet = z.infer<typeof askedSet>;
