/** A pair: one mentor and one mentee, offered with reasons, accepted by both, active until it ends. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../platform/ids.ts';
import { reason } from '../matching/model.ts';
import { personCard, personId } from '../people/model.ts';

export type { Reason } from '../matching/model.ts';
export { reason };

/**
 * `offered`: the mentee is asked first and sees the mentor's name; then the mentor is asked and sees the mentee's.
 * `declined` and `withdrawn` never became active; `ended` did.
 */
export const pairStates = ['offered', 'active', 'paused', 'ended', 'declined', 'withdrawn'] as const;
export type PairState = (typeof pairStates)[number];

export const sides = ['mentee', 'mentor'] as const;
export type Side = (typeof sides)[number];

/** Why somebody rather had someone else, or ends; counted, never shown with a name. */
export const partingReasons = ['not-said', 'time', 'topics', 'know-each-other', 'click', 'other'] as const;
export const partingReason = z.enum(partingReasons);
export type PartingReason = z.infer<typeof partingReason>;

export const pair = z.strictObject({
  id,
  programmeId: id,
  proposalId: id,
  menteeId: personId,
  mentorId: personId,
  state: z.enum(pairStates),
  /** What each has said to the offer; a mentor is asked after the mentee's yes. */
  menteeSaid: z.enum(['yes', 'no']).optional(),
  mentorSaid: z.enum(['yes', 'no']).optional(),
  /** What the cards say; never anything sensitive. */
  reasons: z.array(reason).max(3),
  offeredAt: z.number(),
  mentorAskedAt: z.number().optional(),
  activeAt: z.number().optional(),
  endedAt: z.number().optional(),
  /** Who paused it: until the day of return only they go on. */
  pausedBy: personId.optional(),
  pausedAt: z.number().optional(),
  /** The morning on which both are asked whether they go on; from then on either may. */
  backAt: z.number().optional(),
  /** When the last pause ended: what counts days begins anew. */
  resumedAt: z.number().optional(),
  /** They rounded it off with each other. A pair that one of them left, or for which somebody else is looked for, has no mark. */
  ending: z.literal('together').optional(),
});
export type Pair = z.infer<typeof pair>;

/** Without who, which pair and when: nothing can be joined to a person. */
export const parting = z.strictObject({ what: z.enum(['declined', 'ended', 'rematch']), why: partingReason });

/** A pair as one of its two members sees it. */
export const pairView = z.strictObject({
  id,
  programmeId: id,
  programmeName: z.string(),
  side: z.enum(sides),
  state: z.enum(pairStates),
  partner: personCard,
  reasons: z.array(reason),
  offeredAt: z.number(),
  activeAt: z.number().optional(),
  endedAt: z.number().optional(),
  /** The offer waits for this person's answer. */
  waitsForMe: z.boolean(),
  pausedByMe: z.boolean(),
  /** One press goes on. */
  mayGoOn: z.boolean(),
  backAt: z.number().optional(),
  ending: z.literal('together').optional(),
  /** Of one pair that was asked for: whether this reader may still ask for somebody else, and until when they get a proposal. */
  rematch: z.enum(['possible', 'used-up']).optional(),
  proposalBy: z.number().optional(),
  /** The reader is from outside: what colleagues do with each other beside their pair is not for them. */
  asGuest: z.literal(true).optional(),
});
export type PairView = z.infer<typeof pairView>;

/** A pair as the programme's coordinators see it: where it stands, never why it ended or who said no. */
export const pairLine = z.strictObject({
  id,
  mentee: personCard,
  mentor: personCard,
  state: z.enum(pairStates),
  waitsFor: z.enum(sides).optional(),
  /** Since when the offer waits for that answer, or the pair is as it is. */
  since: z.number(),
  /** Longer than the reminder gave time for. */
  overdue: z.boolean(),
});
export type PairLine = z.infer<typeof pairLine>;

/** Where the matching of a programme stands, for the programme's page. */
export const matchingFigures = z.strictObject({
  proposal: z.enum(['none', 'draft', 'published']),
  /** Pairs that are offered, active or paused. */
  matched: z.number(),
  active: z.number(),
  waitingAnswers: z.number(),
  overdue: z.number(),
  declined: z.number(),
  ended: z.number(),
  /** Mentees without a mentor, after a proposal was published. */
  unmatched: z.number(),
});
export type MatchingFigures = z.infer<typeof matchingFigures>;

/** The side of a person in a pair; nothing for anybody else. */
export function sideOf(one: Pair, who: string): Side | undefined {
  if (one.menteeId === who) return 'mentee';
  return one.mentorId === who ? 'mentor' : undefined;
}

export function partnerOf(one: Pair, who: string): string {
  return one.menteeId === who ? one.mentorId : one.menteeId;
}

export function membersOf(one: Pair): readonly [string, string] {
  return [one.menteeId, one.mentorId];
}

export function isLiving(one: Pick<Pair, 'state'>): boolean {
  return one.state === 'offered' || one.state === 'active' || one.state === 'paused';
}

/** Who is to answer the offer now. */
export function waitsFor(one: Pair): Side | undefined {
  if (one.state !== 'offered') return undefined;
  return one.menteeSaid === undefined ? 'mentee' : 'mentor';
}

/** The day of return has come, and nobody has said what is next. */
export function isPauseOver({ state, backAt }: Pick<Pair, 'state' | 'backAt'>, now: number): boolean {
  return state === 'paused' && backAt !== undefined && now >= backAt;
}
