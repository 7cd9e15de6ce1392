/** Whose Outlook calendar is followed: the mailboxes of those who organise a meeting that is still to come. */
import { z } from 'zod';
import { personId } from '../../people/model.ts';

/** What is known of one mailbox. Times are instants in milliseconds. */
export const followed = z.strictObject({
  personId,
  /** Graph's subscription; absent where the administrator allowed none, or until it is made anew. */
  subscription: z.strictObject({ id: z.string(), until: z.number(), secretHash: z.string() }).optional(),
  /** Where the next question for changes goes on, and the period that it is about. */
  delta: z.strictObject({ link: z.string(), start: z.number(), end: z.number() }).optional(),
  /** When all about it was last looked at, and not only whether something changed. */
  lookedAt: z.number().optional(),
  /** Since when Graph makes no subscription for us, and when it said that the app may not read the calendar: both are tried again a day later. */
  noneSince: z.number().optional(),
  refusedAt: z.number().optional(),
});
export type Followed = z.infer<typeof followed>;

export const reasons = ['changed', 'removed', 'renew'] as const;
/** Why a mailbox is looked at: something changed, Graph took the subscription away, or wants to see it renewed. */
export type Reason = (typeof reasons)[number];

/** What Graph posts, as far as it is looked at; a lifecycle notification has a `lifecycleEvent`. */
export const notice = z.looseObject({
  subscriptionId: z.string().max(100),
  clientState: z.string().max(200),
  tenantId: z.string().max(100),
  lifecycleEvent: z.string().max(100).optional(),
});
export type Notice = z.infer<typeof notice>;
export const notices = z.object({ value: z.array(z.unknown()).max(1000) });
