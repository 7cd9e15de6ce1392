/** A programme: for whom and why, what it wants to reach, its stages and dates, and the team that runs it. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../platform/ids.ts';
import { languages, type Language } from '../../platform/words.ts';
import { language, personId } from '../people/model.ts';
import { goalPart, readyGoalIds } from './goals/model.ts';

export const stages = ['prepare', 'recruit', 'match', 'run', 'close'] as const;
export type Stage = (typeof stages)[number];

const shortText = z.string().trim().min(1).max(120);
const longText = z.string().trim().min(1).max(2000);
/** `2026-11-23`, a day in the programme's zone. */
export const date = z.iso.date();

export const goal = z.strictObject({
  text: shortText,
  /** How it is measured, in words: "mentees who see more options for their development". */
  measure: shortText,
  /** The figure to reach, in words with a number: "70 %". */
  target: z.string().trim().min(1).max(60),
  /** Under which an entered figure is kept; given on saving. */
  id: id.optional(),
  /** From the catalogue: its words are there in four languages, those above are a copy. */
  ready: z.enum(readyGoalIds).optional(),
  /** The number to reach; of an own goal without it the first number of `target`. */
  aim: z.number().min(0).max(1_000_000).optional(),
  /** An own goal of which less is better. */
  atMost: z.literal(true).optional(),
  /** Whom to reach, where the goal is about a part of the organisation. */
  part: goalPart.optional(),
});
export const mostGoals = 6;
export type Goal = z.infer<typeof goal>;

/** What people read of a programme besides its name. */
export const toldTexts = ['forWhom', 'why', 'howChosen'] as const;
const translated = z.string().trim().max(2000);
/** The same in another language; what is empty is read in the binding one. */
const translation = z.strictObject({ forWhom: translated, why: translated, howChosen: translated });
export type Translation = z.infer<typeof translation>;

/** What a coordinator fills in; the rest follows from the template and from what happens. */
export const programmeDraft = z.strictObject({
  name: shortText,
  /** For whom, in words that the organisation can defend. */
  forWhom: longText,
  why: longText,
  /** How people were chosen to be asked; it stands on every call. */
  howChosen: longText,
  goals: z.array(goal).max(mostGoals),
  /** The binding one: the texts above are in it. */
  language,
  translations: z.partialRecord(language, translation).optional(),
  /** Who stands up for it in the management. */
  sponsorId: personId.optional(),
  startsOn: date,
  endsOn: date,
  /** The survey that asked whether there is support, when there was one. */
  surveyId: id.optional(),
});
export type ProgrammeDraft = z.infer<typeof programmeDraft>;

/** `revision`: of what the page showed. With another one somebody else changed it meanwhile, and nothing is written over. */
export const programmeChange = programmeDraft.extend({ revision: z.string().max(64).optional() });
export type ProgrammeChange = z.infer<typeof programmeChange>;

/** Days between the rounds of check-ins after the first month, or none. */
export const roundIntervals = [30, 60, 90] as const;

/** Which check-ins the pairs are asked besides those of the first month. */
export const checkInPlan = z.strictObject({
  every: z.union([z.literal(roundIntervals), z.literal('off')]),
  /** When a pair ends, or the programme closes. */
  close: z.boolean(),
  /** Six months after that. */
  later: z.boolean(),
});
export type CheckInPlan = z.infer<typeof checkInPlan>;

/** Where nobody chose (evidence.md). */
export const usualCheckIns: CheckInPlan = { every: 60, close: true, later: true };

/** Of each side. */
export const mostOwnInPath = 10;

export const programme = programmeDraft.extend({
  id,
  stage: z.enum(stages),
  /** An IANA zone in which its days begin. */
  zone: z.string(),
  createdAt: z.number(),
  createdBy: personId,
  /** Domain time at which the programme entered the stage it is in. */
  stageAt: z.number(),
  checkIns: checkInPlan.optional(),
  /** Only who has done the courses before the match is matched. */
  coursesFirst: z.literal(true).optional(),
  /** Courses of the organisation that are done before the match too. */
  ownPath: z
    .strictObject({ mentee: z.array(id).max(mostOwnInPath), mentor: z.array(id).max(mostOwnInPath) })
    .optional(),
});
export type Programme = z.infer<typeof programme>;

/** What is said about each thing that was open when the programme closes, by its id. */
export const closingWords = z.record(id, z.string().trim().min(5).max(600));
export type ClosingWords = z.infer<typeof closingWords>;

/** A coordinator of the programme. */
export const teamMember = z.strictObject({ personId, addedAt: z.number() });

/** A line of the list of programmes of a person. */
export const programmeLine = z.strictObject({
  id,
  name: z.string(),
  stage: z.enum(stages),
  startsOn: date,
  endsOn: date,
});
export type ProgrammeLine = z.infer<typeof programmeLine>;

type Told = Pick<ProgrammeDraft, (typeof toldTexts)[number] | 'language' | 'translations'>;

/** The programme as it is told in a language. */
export function programmeIn<P extends Told>(language: Language, one: P): P {
  const own = language === one.language ? undefined : one.translations?.[language];
  if (!own) return one;
  return { ...one, ...Object.fromEntries(toldTexts.map((text) => [text, own[text] || one[text]])) };
}

/** The languages in which some of it is read in the binding one. */
export function borrowedLanguages(one: Told): Language[] {
  const isWhole = (other: Language): boolean => toldTexts.every((text) => one.translations?.[other]?.[text]);
  return languages.filter((other) => other !== one.language && !isWhole(other));
}
