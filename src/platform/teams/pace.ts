/** Keeps one process within the limit of messages a second: each gets its moment, evenly spaced. */
import { pause, type Clock } from '../clock.ts';
import { Refusal, TryLater } from './delivery.ts';

export interface Pace {
  /** Waits for the next free moment. Answers to a person who waits (`now`) go at once and push the others back. */
  turn(urgency: 'now' | 'in-turn'): Promise<void>;
}

export function createPace(perSecond: number, clock: Clock): Pace {
  let free = 0;
  return {
    async turn(urgency) {
      const now = clock.machine();
      const moment = Math.max(now, free);
      free = moment + 1_000 / perSecond;
      if (urgency === 'in-turn' && moment > now) await pause(moment - now);
    },
  };
}

/** Teams gives up on a bot after 15 s. */
const patienceMs = 8_000;

/** Somebody waits for the answer: where Teams asks for a moment (429, nothing was sent), it is taken at once, within their patience. */
export async function whileTheyWait<A>(clock: Clock, work: () => Promise<A>): Promise<A> {
  const end = clock.machine() + patienceMs;
  for (let turn = 0; ; turn += 1) {
    try {
      return await work();
    } catch (error) {
      const throttled = error instanceof TryLater && error.cause instanceof Refusal && error.cause.status === 429;
      const wait = throttled ? (error.retryAfterMs ?? 250 * 2 ** turn) * (1 + Math.random() / 4) : Infinity;
      if (clock.machine() + wait > end) throw error;
      await pause(wait);
    }
  }
}
