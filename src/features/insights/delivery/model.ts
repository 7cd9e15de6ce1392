/** What an administrator sees of delivery: figures that all workers share, through the store. No person, no content. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';

const count = z.number().int();
/** As in the queues: `campaign` is what goes to many at once. */
export const laneNames = ['usual', 'campaign'] as const;

export const deliveryState = z.strictObject({
  /** Messages a second that this installation may send. */
  sendRate: z.number(),
  /** The last five minutes, the one that runs last; `throttled` are answers 429 of Teams. */
  minutes: z.array(z.strictObject({ from: z.number(), sent: count, throttled: count })),
  workers: count,
  webs: count,
  lanes: z.array(
    z.strictObject({
      lane: z.enum(laneNames),
      queued: count,
      due: count,
      /** How long the oldest has been due. */
      oldestSeconds: z.number().optional(),
    }),
  ),
  /** Tasks that are due later. */
  later: count,
  /** Due, and tried before. */
  resting: z.array(
    z.strictObject({
      ...{ id, job: z.string(), lane: z.enum(laneNames), attempts: count, reason: z.string(), dueSeconds: z.number() },
      /** Until the next try. */
      restSeconds: z.number().optional(),
    }),
  ),
  /** Tasks that have used all their tries. */
  failed: z.array(z.strictObject({ id, job: z.string(), since: z.number(), attempts: count, reason: z.string() })),
  /** Where a list or a count above may be longer than what is said. */
  most: z.strictObject({ counted: count, failed: count }),
});
export type DeliveryState = z.infer<typeof deliveryState>;
