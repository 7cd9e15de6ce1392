/**
 * Thanks from the programme itself, by a coordinator or its sponsor: to one person, or to everybody on a side. With it may go what the
 * organisation gives; that is noted here and paid nowhere. Safe in the browser.
 */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { personId } from '../../people/model.ts';
import { thanksText } from '../model.ts';
import { pictureName } from '../pictures/model.ts';

export const groups = ['mentors', 'mentees', 'both'] as const;
export type Group = (typeof groups)[number];

export const giftKinds = ['time', 'voucher', 'donation', 'other'] as const;
export type GiftKind = (typeof giftKinds)[number];
export const longestGift = 120;
/** What it is, as people would say it: "half a day off", "a book token of 20 euros". */
export const gift = z.strictObject({ kind: z.enum(giftKinds), what: z.string().trim().min(2).max(longestGift) });
export type Gift = z.infer<typeof gift>;

export const receiver = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), personId }),
  z.strictObject({ kind: z.literal('group'), group: z.enum(groups) }),
]);
export type Receiver = z.infer<typeof receiver>;

export const creditDraft = z.strictObject({
  to: receiver,
  text: thanksText,
  picture: pictureName.optional(),
  gift: gift.optional(),
});
export type CreditDraft = z.infer<typeof creditDraft>;

export const givers = ['coordinator', 'sponsor'] as const;
export type Giver = (typeof givers)[number];

export const credit = creditDraft.extend({
  id,
  programmeId: id,
  by: personId,
  as: z.enum(givers),
  at: z.number(),
  /** The person's own yes to the programme's page; what goes to a group stands there anyway. */
  shows: z.boolean(),
});
export type Credit = z.infer<typeof credit>;

const told = credit.pick({ id: true, programmeId: true, as: true, text: true, picture: true, gift: true, at: true });

/** For whom it is. `mine`: to this person alone, who may show it. */
export const ownCredit = told.extend({
  byName: z.string(),
  programmeName: z.string(),
  mine: z.boolean(),
  shows: z.boolean(),
});
export type OwnCredit = z.infer<typeof ownCredit>;

/** On the programme's page, for everybody in it. */
export const wallCredit = told.omit({ gift: true }).extend({
  byName: z.string(),
  toName: z.string().optional(),
  group: z.enum(groups).optional(),
});
export type WallCredit = z.infer<typeof wallCredit>;

export const shownCredits = z.strictObject({
  /** The reader may thank for the programme. */
  mayGive: z.boolean(),
  credits: z.array(wallCredit),
});
export type ShownCredits = z.infer<typeof shownCredits>;

/** For those who give: what was given, and by whom. A sponsor learns no names of who takes part. */
export const givenCredit = told.extend({
  byName: z.string(),
  toName: z.string().optional(),
  group: z.enum(groups).optional(),
  mine: z.boolean(),
});
export type GivenCredit = z.infer<typeof givenCredit>;

export const creditPage = z.strictObject({
  programmeName: z.string(),
  as: z.enum(givers),
  /** The first day on which a group can be thanked again. */
  groupsFrom: z.number().optional(),
  given: z.array(givenCredit),
  /** For coordinators: who could thank too, and by which link. */
  sponsor: z.strictObject({ name: z.string(), link: z.string() }).optional(),
});
export type CreditPage = z.infer<typeof creditPage>;
