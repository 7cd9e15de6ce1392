/** A message to one person about one programme: whether it arrived, and if not, why. Never what it said. */
import { z } from 'zod';
import { undeliverableReasons } from '../../../platform/teams/delivery.ts';
import { personId, preferences, topics, type Topic } from '../model.ts';

export const undeliverable = [
  ...undeliverableReasons,
  // They left, or do not want it; it was given up, nobody knows, or there is no address to mail to.
  ...(['left', 'do-not-ask', 'gave-up', 'perhaps', 'no-mail'] as const),
] as const;
export const channels = ['chat', 'digest', 'mail'] as const;

export const sent = z.strictObject({
  personId,
  /** The job that sent it: `<feature>.<verb>`. */
  kind: z.string(),
  /** Which of several sends of that kind: a call, a round. */
  round: z.string().optional(),
  at: z.number(),
  /** `in-tab`: the month's budget was used or its receiver wants it so: it waits in the tab, and a mail may have said so. `by-mail`: not sent yet, it is to go by mail. */
  state: z.enum(['arrived', 'failed', 'in-tab', 'stopped', 'by-mail']),
  /** The coordinator who stopped it, or asked for a mail. */
  who: personId.optional(),
  /** How it arrived; by its own card where absent. */
  by: z.enum(channels).optional(),
  reason: z.enum(undeliverable).optional(),
  messageId: z.string().optional(),
  /** The task that was to send it, ids only; kept while it has not arrived, so that it can be sent again. */
  data: z.record(z.string(), z.string()).optional(),
});
export type Sent = z.infer<typeof sent>;

/** Stands for a whole send that a coordinator stopped: nothing more of it goes out. */
export const halt = z.strictObject({ by: personId, at: z.number() });

export type Halt = z.infer<typeof halt>;

/** How messages come to somebody: what they may choose, and what they chose. */
export const messageChoices = z.strictObject({
  topics: z.array(z.enum(topics)),
  ways: preferences.shape.ways.unwrap(),
  /** The organisation has a mailbox for it, and this person an address. */
  byMail: z.boolean(),
});
export type MessageChoices = z.infer<typeof messageChoices>;

/** What holds for every message of a kind: `deliver` goes by it, and a coordinator reads it beforehand. */
export interface SendRule {
  /** The name of the job that sends it. */
  readonly kind: string;
  /** Nobody asked for it: at most two a month, the rest waits in the tab. */
  readonly unsolicited?: boolean;
  /** An invitation is unsolicited, and not for those who said "do not ask again". */
  readonly invitation?: boolean;
  /** People choose how it comes; without one it always comes as a card. */
  readonly topic?: Topic;
  /** `working-hours` waits for the receiver's next working moment (default); `now` answers something the person just did. */
  readonly when?: 'working-hours' | 'now';
}

export const sentTables = ['programmes', 'surveys', 'concerns'] as const;

/** Which message, and where what became of it is kept. */
const which = { sendId: z.string(), table: z.enum(sentTables), partition: z.string(), kind: z.string() };

/** Why a message waits. */
export const waitReasons = ['not-at-work', 'enough-today', 'in-order', 'no-answer'] as const;
export type WaitReason = (typeof waitReasons)[number];

/** What one person has been sent of late, and what waits for them: the row that each message passes. */
export const letterbox = z.strictObject({
  /** The message that is on its way, since when (machine time); `again` when it is its second and last try without an answer. */
  sending: z.strictObject({ ...which, since: z.number(), again: z.boolean(), counted: z.boolean() }).optional(),
  /** In the last month, oldest first. */
  sent: z.array(z.strictObject({ at: z.number(), unsolicited: z.boolean() })),
  /** In the order in which they came; domain times. */
  waiting: z.array(z.strictObject({ ...which, since: z.number(), until: z.number() })),
  /** Told together in one card. */
  digested: z.array(z.string()),
  /** What was over the budget of a month. */
  inTab: z.array(z.strictObject({ ...which, at: z.number() })),
});
export type Letterbox = z.infer<typeof letterbox>;
export type Which = Pick<Letterbox['waiting'][number], 'sendId' | 'table' | 'partition' | 'kind'>;

/** A line in the tab for what was not sent. */
export const keptBack = z.strictObject({ kind: z.string(), at: z.number(), data: z.record(z.string(), z.string()) });
export type KeptBack = z.infer<typeof keptBack>;
