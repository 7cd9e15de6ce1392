/** The jury: each says alone, by criterion and in words, what a nomination shows. No answer is a number, and nothing is added up. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../../../platform/ids.ts';
import { personId } from '../../../people/model.ts';
import { criterionId, eventFacts, longest } from '../model.ts';
import { voice } from '../nominating/model.ts';

export const leastJurors = 2;

/** What the words of a nomination show of a criterion. */
export const shows = ['clearly', 'partly', 'little', 'cannot-tell'] as const;
export const seen = z.enum(shows);

export const judgementDraft = z.strictObject({
  scores: z.record(criterionId, seen),
  comment: z.string().trim().max(longest.comment),
});
export type JudgementDraft = z.infer<typeof judgementDraft>;

/** Given once, so that nobody follows the others; or the word of a juror that they are near. */
export const judgement = z.discriminatedUnion('kind', [
  judgementDraft.extend({
    ...{ kind: z.literal('given'), eventId: id, nominationId: id, jurorId: personId, at: z.number() },
  }),
  z.strictObject({
    ...{ kind: z.literal('conflict'), eventId: id, nominationId: id, jurorId: personId, at: z.number() },
  }),
]);
export type Judgement = z.infer<typeof judgement>;
export type Given = Extract<Judgement, { kind: 'given' }>;

export const toldJudgement = judgementDraft.extend({ name: z.string() });
export type ToldJudgement = z.infer<typeof toldJudgement>;

export const toldVoice = voice.pick({ criteria: true, why: true, isOut: true });

/** A nomination as a juror reads it: who is meant and why, never who says so. */
export const toJudge = z.strictObject({
  id,
  names: z.array(z.string()),
  kind: z.enum(['pair', 'mentor', 'mentee']),
  voices: z.array(toldVoice),
  mine: judgementDraft.optional(),
  /** Once the own one is given. */
  others: z.array(toldJudgement).optional(),
});
export type ToJudge = z.infer<typeof toJudge>;

export const juryPage = eventFacts.extend({
  nominations: z.array(toJudge),
  /** So many are not for this juror, who is near to somebody in them. */
  notForMe: z.number().int(),
});
export type JuryPage = z.infer<typeof juryPage>;
