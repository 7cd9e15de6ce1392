/**
 * How much one person may ask: so many requests of a route, and so many in all, in each window. It is counted in each process:
 * with several web processes a person gets at most so many times as much, and nobody else gets less.
 */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

export interface PaceRules {
  readonly seconds: number;
  readonly ofRoute: number;
  readonly inAll: number;
}

/** A long list with a photo in each of its fifty rows must fit twice. */
export const usualPace: PaceRules = { seconds: 10, ofRoute: 100, inAll: 300 };

/** Seconds to wait before the next try; nothing when there is no need to. */
export type Pace = (personId: string, route: string) => Promise<number | undefined>;

export function createPace({ seconds, ofRoute, inAll }: PaceRules = usualPace): Pace {
  const ofRoutes = new RateLimiterMemory({ points: ofRoute, duration: seconds });
  const ofPeople = new RateLimiterMemory({ points: inAll, duration: seconds });
  return async (personId, route) => {
    try {
      await ofRoutes.consume(`${personId} ${route}`);
      await ofPeople.consume(personId);
      return undefined;
    } catch (full) {
      if (!(full instanceof RateLimiterRes)) throw full;
      return Math.max(1, Math.ceil(full.msBeforeNext / 1000));
    }
  };
}
