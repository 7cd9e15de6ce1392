/**
 * A proposal: who could be with whom, why, who is left out and why, as the engine computed it and a coordinator adjusted it.
 * What people kept private (wishes, "rather not") is in none of these nouns. Safe in the browser.
 */
import { z } from 'zod';
import { id } from '../../platform/ids.ts';
import { personId } from '../people/model.ts';
import { partIds } from './engine/model.ts';
import { waves } from './waves/model.ts';
import { ownWeights } from './weighing/model.ts';

/** The parts of a score that may be shown; wishes for persons count too, and stay private. */
export const shownParts = partIds.filter((part) => part !== 'picks');

/** A reason in a form that can be said in any language: a key of the matching's words and the ids in it. */
export const reason = z.strictObject({ kind: z.string().max(40), about: z.array(z.string().max(60)).max(6) });
export type Reason = z.infer<typeof reason>;

/** How well two people fit, in words and not as a number. */
export const strengths = ['very-strong', 'strong', 'good', 'fair'] as const;
export const strength = z.enum(strengths);
export type Strength = z.infer<typeof strength>;

/**
 * What a switch costs everybody together. `a-match-or-floor`: somebody loses a mentor, or where that can be helped, gets one who fits
 * less than anybody has now.
 */
export const switchCosts = ['nothing', 'a-little', 'much', 'a-match-or-floor', 'a-match'] as const;
export const switchCost = z.enum(switchCosts);
export type CostInWords = z.infer<typeof switchCost>;

export const part = z.strictObject({ part: z.string(), score: z.number(), weight: z.number(), known: z.boolean() });

export const alternative = z.strictObject({
  mentorId: personId,
  strength,
  cost: switchCost,
  /** Lets somebody have a partner who fits less than anybody has in this proposal. */
  belowFloor: z.boolean(),
  /** The mentee who would have to be given another mentor. */
  displacesId: personId.optional(),
});

export type Alternative = z.infer<typeof alternative>;

export const proposedPair = z.strictObject({
  menteeId: personId,
  mentorId: personId,
  strength,
  /** Set by a coordinator, with a reason that is logged. */
  chosen: z.boolean(),
  firstChoice: z.boolean(),
  reasons: z.array(reason).max(3),
  parts: z.array(part),
  languages: z.array(z.string()),
  alternatives: z.array(alternative),
  /** The mentee was not matched last time, so came first. */
  waited: z.literal(true).optional(),
  /** Mentees whom the mentor has room for in this round. */
  places: z.number().optional(),
});
export type ProposedPair = z.infer<typeof proposedPair>;

export const leftOut = z.strictObject({
  menteeId: personId,
  waited: z.literal(true).optional(),
  why: z.enum(['nobody-fits', 'below-floor', 'places-taken']),
  compatible: z.number(),
  rules: z.array(z.strictObject({ rule: z.string(), mentors: z.number() })),
  scarcity: z.strictObject({ mentees: z.number(), mentors: z.number(), places: z.number() }).optional(),
  /** A new mentor who would help: languages, topics, site; another place: with whom. */
  helps: z.array(
    z.strictObject({
      help: z.enum(['another-place', 'meet-otherwise', 'new-mentor']),
      mentorIds: z.array(personId),
      count: z.number(),
      languages: z.array(z.string()),
      topics: z.array(z.string()),
      site: z.string().optional(),
    }),
  ),
});
export type LeftOut = z.infer<typeof leftOut>;

export const counts = z.strictObject({
  mentees: z.number(),
  mentors: z.number(),
  places: z.number(),
  matched: z.number(),
  firstChoice: z.number(),
  /** Mentees who were not matched last time, and how many of them are now. */
  waited: z.number().optional(),
  waitedMatched: z.number().optional(),
  /** People who were not in it, since they have not done the courses that the programme asks for. */
  notReady: z.number().int().optional(),
});
export type Counts = z.infer<typeof counts>;

/** What a programme puts first; the weights stand in `weighing/rules.ts`, the reasons in the words. */
export const presets = ['balanced', 'growth', 'finding-way', 'network', 'shared-ground'] as const;
export type Preset = (typeof presets)[number];

/** Parts of the organisation by which a matching is looked at; none is sensitive. */
export const cuts = ['site', 'department', 'country', 'language', 'level', 'meeting'] as const;
export type Cut = (typeof cuts)[number];

/** What coordinators ask of a proposal as a whole. */
export const aims = z.strictObject({
  preset: z.enum(presets),
  /** Own weights in the place of the preset's, begun from it. */
  own: ownWeights.optional(),
  /** Nobody gets less than must be. */
  floor: z.boolean(),
  /** The same chance of a mentor in each part. */
  equalBy: z.enum(['site', 'department']).optional(),
});
export type Aims = z.infer<typeof aims>;
export const usualAims: Aims = { preset: 'balanced', floor: true };

export const proposal = z.strictObject({
  id,
  programmeId: id,
  state: z.enum(['draft', 'published']),
  /** Drafts of an earlier round can be looked at, and not used any more. */
  round: z.number().int(),
  /** The proposal from which this one was made, and whose changes by hand it holds. */
  basisId: id.optional(),
  aims,
  madeAt: z.number(),
  madeBy: personId,
  counts,
  /** The strength that every pair has at least; none without pairs. */
  everybodyAtLeast: strength.optional(),
  /** Points of the whole, to see what a change costs. */
  score: z.number(),
  /** The checker, which is independent of the solver, found nothing better. */
  proven: z.boolean(),
  weights: z.record(z.string(), z.number()),
  publishedAt: z.number().optional(),
  publishedBy: personId.optional(),
  /** Why it was published although a part of the organisation comes off worse. */
  publishedWhy: z.string().optional(),
  /** How its offers go out; all at once when absent. */
  waves: waves.optional(),
});
export type Proposal = z.infer<typeof proposal>;

/**
 * `sent-back`: not these two. `chosen`, `fixed`: these two, whatever else. `later`: this mentee waits for another round.
 * `released`: what was said before of these two, or of this mentee, holds no more.
 */
export const changeKinds = ['sent-back', 'chosen', 'fixed', 'later', 'released'] as const;

/** A change that a coordinator made by hand: who, what, why, and what it cost. */
export const override = z.strictObject({
  what: z.enum(changeKinds),
  menteeId: personId,
  /** Nobody where a mentee without a mentor is left for later. */
  mentorId: personId.optional(),
  /** The proposal that was made with it. */
  proposalId: id,
  why: z.string().trim().min(3).max(500),
  by: personId,
  at: z.number(),
  cost: switchCost,
});
export type Override = z.infer<typeof override>;

/** What the matching must know of a pair, written by the pairs in one batch with their own row. */
export const standing = z.strictObject({
  menteeId: personId,
  mentorId: personId,
  state: z.enum(['living', 'past', 'refused']),
});
export type Standing = z.infer<typeof standing>;

/** Which proposal counts: whoever makes, uses or publishes one replaces this row, so that of two at once one wins. */
export const current = z.strictObject({ proposalId: id, round: z.number().int() });
