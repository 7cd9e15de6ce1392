/** A token that is fetched once for everybody who asks, and anew five minutes before it ends. */
import { minute, type Clock } from '../clock.ts';

export interface Token {
  readonly value: string;
  /** Its end, in milliseconds of the machine's clock. */
  readonly until: number;
}

/** Gives the kept token; one request at a time. While the old token lives, trouble with the new one is not felt. */
export function keptToken(clock: Clock, fetchToken: () => Promise<Token>): () => Promise<string> {
  let kept: Token | undefined;
  let pending: Promise<string> | undefined;

  async function renew(): Promise<string> {
    try {
      kept = await fetchToken();
      return kept.value;
    } catch (problem) {
      if (kept && kept.until > clock.machine()) return kept.value;
      throw problem;
    } finally {
      pending = undefined;
    }
  }

  return () => {
    if (kept && kept.until - 5 * minute > clock.machine()) return Promise.resolve(kept.value);
    pending ??= renew();
    return pending;
  };
}
