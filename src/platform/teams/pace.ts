/** Keeps one process within the limit of messages a second: each gets its moment, evenly spaced. */
import { pause, type Clock } from '../clock.ts';

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
