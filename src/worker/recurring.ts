/** What comes back by itself: each round of such a job asks for the next, and the first is asked for here. */
import type { Platform } from '../platform/platform.ts';

/** Jobs that run for the organisation as a whole; their tasks live in the table `system`. */
export const recurring = [
  'people.sync',
  'people.identity',
  'meetings.look',
  'concerns.look',
  'privacy.retain',
  'privacy.copy',
] as const;

export async function beginRecurring(deps: Platform): Promise<void> {
  for (const job of recurring)
    await deps.outbox.ask('system', 'recurring', { id: job.replace('.', '-'), job, data: {} });
}
