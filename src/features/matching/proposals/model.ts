/** What the workbench asks and is given. Safe in the browser. */
import { z } from 'zod';
import { personCard } from '../../people/model.ts';
import { override, proposal, proposedPair } from '../model.ts';
import { shownRun } from '../runs/model.ts';
import { waves, wavesProgress } from '../waves/model.ts';

/** Without the points of the whole: out of them a private wish could be computed. */
export const shownProposal = proposal.omit({ score: true });
export type ShownProposal = z.infer<typeof shownProposal>;

/** A draft of this round that can be used again, with the change by hand that made it. */
export const draftLine = z.strictObject({ proposal: shownProposal, change: override.optional() });
export type DraftLine = z.infer<typeof draftLine>;

/** Without its lists, which are asked for a page at a time. */
export const workbench = z.strictObject({
  programmeName: z.string(),
  proposal: shownProposal.optional(),
  /** Of a published one that goes out in waves. */
  waves: wavesProgress.optional(),
  /** How many mentees each mentor has in this proposal, in the order in which waves are filled. */
  loads: z.array(z.number().int()),
  /** Changes by hand that this proposal holds, the newest first. */
  changes: z.array(override),
  /** The newest first. */
  drafts: z.array(draftLine),
  run: shownRun.optional(),
  people: z.record(z.string(), personCard),
});
export type Workbench = z.infer<typeof workbench>;

/** One pair with all that it rests on, and the people of its alternatives. */
export const pairDetail = z.strictObject({ pair: proposedPair, people: z.record(z.string(), personCard) });
export type PairDetail = z.infer<typeof pairDetail>;

/** What a coordinator says on publishing. */
export const publishing = z.strictObject({ why: override.shape.why.optional(), waves: waves.optional() });
export type Publishing = z.infer<typeof publishing>;

export const published = z.strictObject({
  outcome: z.enum(['published', 'already-published']),
  at: z.number(),
  by: z.string().optional(),
});
export type Published = z.infer<typeof published>;
