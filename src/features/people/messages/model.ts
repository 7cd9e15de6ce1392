/** A message to one person about one programme: whether it arrived, and if not, why. Never what it said. */
import { z } from 'zod';
import { personId } from '../model.ts';

export const undeliverable = [
  'blocked',
  'not-installed',
  'no-chat',
  'unknown-person',
  'card-too-large',
  'left',
  'do-not-ask',
  'gave-up',
] as const;

export const sent = z.strictObject({
  personId,
  /** The job that sent it: `<feature>.<verb>`. */
  kind: z.string(),
  at: z.number(),
  state: z.enum(['arrived', 'failed']),
  reason: z.enum(undeliverable).optional(),
  messageId: z.string().optional(),
  /** The task that was to send it, ids only; kept while it has not arrived, so that it can be sent again. */
  data: z.record(z.string(), z.string()).optional(),
});
export type Sent = z.infer<typeof sent>;
