/** Whom a call asks: as surveys describe it, and as calls were kept before; saved ones; how many it reaches and of whom they are made up. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { personId } from '../../people/model.ts';
import { headcount } from '../../release/model.ts';
import { audience as described, hindrances } from '../../surveys/audience/model.ts';

export type { Audience } from '../../surveys/audience/model.ts';

export { audience, straightened, type KeptAudience } from './kept/model.ts';

/** A programme's own, or one for every programme of the organisation. */
export const scopes = ['programme', 'organisation'] as const;
export type Scope = (typeof scopes)[number];

export const savedDraft = z.strictObject({
  name: z.string().trim().min(1).max(80),
  audience: described,
  scope: z.enum(scopes),
});
export type SavedDraft = z.infer<typeof savedDraft>;

/** As it is kept; what it describes is looked up anew whenever it is used. */
export const saved = savedDraft.omit({ scope: true }).extend({ id, savedAt: z.number(), savedBy: personId });
export const savedLine = savedDraft.extend({ id });
export type SavedLine = z.infer<typeof savedLine>;

/** Why somebody who fits gets no invitation. Of "do not ask me" there is no number: it would name somebody. */
export const leftOutWhys = ['invited-before', 'asked-enough', ...hindrances] as const;
export type LeftOutWhy = (typeof leftOutWhys)[number];

/** By what the make-up of an audience is told. */
export const facets = ['department', 'site', 'country', 'language', 'level', 'tenure'] as const;
export type Facet = (typeof facets)[number];

/** Whole per cent of those reached, and of everybody in the organisation who can be asked. */
const part = z.strictObject({
  /** Absent for all those together that are too small to be told. */
  name: z.string().optional(),
  audience: z.number().int(),
  organisation: z.number().int(),
});
export const composition = z.array(z.strictObject({ by: z.enum(facets), parts: z.array(part) }));
export type Composition = z.infer<typeof composition>;

export const reach = z.strictObject({
  /** `nobody` only where everybody could look it up; `hidden` where a rule with a group fits fewer than ten. */
  reached: z.union([
    headcount,
    z.strictObject({ kind: z.literal('nobody') }),
    z.strictObject({ kind: z.literal('hidden') }),
  ]),
  leftOut: z.array(z.strictObject({ why: z.enum(leftOutWhys), people: headcount })),
  /** Names of groups that the directory no longer has; the latter were to be left out, so nobody can be invited. */
  goneGroups: z.array(z.string()),
  goneExceptions: z.array(z.string()),
  /** Empty where too few are reached. */
  composition,
  /** How often somebody is asked in twelve months at most, by all programmes together. */
  limit: z.number().int(),
});
export type Reach = z.infer<typeof reach>;

/** What became of a call once everybody had their turn. */
export const callReport = z.strictObject({
  callId: id,
  at: z.number(),
  invited: z.number().int(),
  /** Their automatic reply says that they come back after the last day. */
  away: z.number().int(),
  /** Asked as often as the organisation allows. */
  askedEnough: z.number().int(),
  goneGroups: z.array(z.string()),
  /** To be left out, and gone: nobody was invited. */
  goneExceptions: z.array(z.string()),
});
export type CallReport = z.infer<typeof callReport>;

/** As coordinators read it: few are told roughly. */
export const toldReport = callReport
  .pick({ callId: true, at: true, goneGroups: true, goneExceptions: true })
  .extend({ away: headcount.optional(), askedEnough: headcount.optional() });
export type ToldReport = z.infer<typeof toldReport>;

/** Whom one might ask to be a mentor. Without a topic: where fewest have been asked. */
export const suggestion = z.strictObject({
  topic: z.string().max(40).optional(),
  /** The topic in the reader's language. */
  name: z.string().optional(),
  audience: described,
  people: headcount,
  /** Whole per cent of them who were asked by any programme in the last twelve months; in steps of five. */
  askedShare: z.number().int(),
});
export type Suggestion = z.infer<typeof suggestion>;
export const suggestions = z.strictObject({
  list: z.array(suggestion),
  limit: z.number().int(),
  isNeedKnown: z.boolean(),
});
export type Suggestions = z.infer<typeof suggestions>;
