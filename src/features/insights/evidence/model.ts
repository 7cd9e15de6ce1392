/**
 * The evidence pack for the EMCC's award for mentoring programmes (ISMCP): for each of its six standards which documents and figures
 * this programme has, which are missing, and what to do about it. Safe in the browser.
 */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { languages } from '../../../platform/words.ts';

/** The six standards of EMCC Global's International Standards for Mentoring and Coaching Programmes. */
export const standards = ['purpose', 'briefing', 'matching', 'measurement', 'ethics', 'support'] as const;
export type Standard = (typeof standards)[number];

const number = z.number().int();
/** What is so in the programme; each line of the pack rests on one or two of these, and on nothing else. */
export const facts = z.strictObject({
  /** Goals, each with a measure and a target. */
  goals: number,
  /** What the survey about support led to. */
  support: z.enum(['none', 'go', 'go-if', 'not-yet']),
  hasSponsor: z.boolean(),
  /** A survey about needs was released, or talks about them were told. */
  knowsNeeds: z.boolean(),
  /** Languages in which some of what people read is in the binding one. */
  untranslated: number,
  ...{ offeredCourse: number, endedCourse: number },
  informsManagers: z.boolean(),
  /** Links and posters with a code of their own. */
  sources: number,
  ...{ mentees: number, mentors: number },
  hasPublished: z.boolean(),
  hasFairness: z.boolean(),
  /** Pairs that both said yes to. */
  pairs: number,
  /** Pairs that parted, without fault and without a reason told. */
  parted: number,
  checkInsReleased: z.boolean(),
  surveysReleased: number,
  /** How many of what people said were taken up, and told with a decision. */
  ...{ findings: number, told: number },
  /** Sections of the evaluation report in which coordinators wrote. */
  reportWords: number,
  /** Whether identity questions were looked at for a country. */
  identitySet: z.boolean(),
  ...{ stories: number, thanks: number },
  /** Criteria were written before anybody was chosen; only where places were too few. */
  choosing: z.enum(['not-needed', 'criteria', 'no-criteria']),
  coordinators: number,
  hasLastDay: z.boolean(),
  /** Messages that did not arrive, and people who wait for a word. */
  ...{ notReached: number, waitForWord: number },
});
export type Facts = z.infer<typeof facts>;

export const lineIds = [
  ...(['goals', 'support', 'sponsor', 'needs', 'languages'] as const),
  ...(['course-offered', 'course-ended', 'managers'] as const),
  ...(['channels', 'applications', 'criteria', 'published', 'fairness', 'both-sides'] as const),
  ...(['check-ins', 'surveys', 'answered', 'report'] as const),
  ...(['identity', 'consent', 'no-fault'] as const),
  ...(['team', 'last-day', 'reached', 'words', 'recognition'] as const),
] as const;
export type LineId = (typeof lineIds)[number];

export const line = z.strictObject({
  id: z.enum(lineIds),
  isThere: z.boolean(),
  says: z.string(),
  /** Where it is, or where to do it. */
  path: z.string(),
});
export type Line = z.infer<typeof line>;

export const evidencePage = z.strictObject({
  programme: z.strictObject({ id, name: z.string() }),
  at: z.number(),
  standards: z.array(z.strictObject({ standard: z.enum(standards), lines: z.array(line) })),
});
export type EvidencePage = z.infer<typeof evidencePage>;

export const evidenceQuery = z.strictObject({ language: z.enum(languages) });
