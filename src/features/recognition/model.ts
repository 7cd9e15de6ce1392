/** Thanks from one partner to the other: private, and shown to the programme only while both agree. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../platform/ids.ts';
import { personId } from '../people/model.ts';
import { pictureName } from './pictures/model.ts';

export const longestThanks = 600;
/** How thanks can begin, for whom the page is empty. */
export const openings = ['first', 'listened', 'dared', 'door', 'sees', 'stays'] as const;
export type Opening = (typeof openings)[number];

/** When a word of thanks comes easily: after the first talk, when a goal was reached, and at the end. */
export const moments = ['first-meeting', 'goal', 'close'] as const;
export type Moment = (typeof moments)[number];

export const thanksText = z.string().trim().min(1).max(longestThanks);

export const thanks = z.strictObject({
  id,
  programmeId: id,
  pairId: id,
  from: personId,
  to: personId,
  text: thanksText,
  picture: pictureName.optional(),
  at: z.number(),
  /** Each side's own yes to others reading it. */
  senderShows: z.boolean(),
  receiverShows: z.boolean(),
});
export type Thanks = z.infer<typeof thanks>;

export const thanksDraft = z.strictObject({ text: thanksText, show: z.boolean(), picture: pictureName.optional() });
export type ThanksDraft = z.infer<typeof thanksDraft>;

/** What a member of the pair sees. */
export const thanksView = z.strictObject({
  id,
  text: z.string(),
  picture: pictureName.optional(),
  at: z.number(),
  mine: z.boolean(),
  shown: z.boolean(),
});
export type ThanksView = z.infer<typeof thanksView>;

export const pairThanks = z.strictObject({
  partner: z.string(),
  thanks: z.array(thanksView),
  /** Why now is a good time. */
  moment: z.enum(moments).optional(),
});
export type PairThanks = z.infer<typeof pairThanks>;

/** The programme's page of thanks: those that both show, while both are here. A number of all would tell of the others. */
export const wall = z.strictObject({
  thanks: z.array(thanksView.omit({ mine: true, shown: true }).extend({ from: z.string(), to: z.string() })),
});
export type Wall = z.infer<typeof wall>;

export function isShown(one: Thanks): boolean {
  return one.senderShows && one.receiverShows;
}
