/** Outlook's limits for each app and mailbox: four requests at once, 10,000 in ten minutes; and how near the product came to them. */
import { GraphError } from './answers.ts';

const mostAtOnce = 4;
const mostInWindow = 10_000;
const windowMs = 600_000;

export interface MailboxLoad {
  /** The highest number of requests at once to one mailbox since the start, refused ones not counted. */
  readonly mostAtOnce: number;
  readonly calls: number;
  /** How many were refused with 429 over these limits, and not by a fault on request. */
  readonly refused: number;
}

export interface MailboxLimits {
  /** Takes one request in, and gives what is to be called when it is over. Throws the 429 of Outlook. */
  enter(personId: string): () => void;
  load(): MailboxLoad;
}

interface Counted {
  atOnce: number;
  calls: number;
  since: number;
}

export function createMailboxLimits(machine: () => number = Date.now): MailboxLimits {
  const mailboxes = new Map<string, Counted>();
  let [highest, calls, refused] = [0, 0, 0];

  function countedOf(personId: string): Counted {
    const known = mailboxes.get(personId) ?? { atOnce: 0, calls: 0, since: machine() };
    if (machine() - known.since > windowMs) Object.assign(known, { calls: 0, since: machine() });
    mailboxes.set(personId, known);
    return known;
  }

  function refuse(message: string, seconds: number): GraphError {
    refused += 1;
    return new GraphError(429, 'ApplicationThrottled', message, { 'retry-after': String(seconds) });
  }

  return {
    enter(personId) {
      const one = countedOf(personId);
      if (one.atOnce >= mostAtOnce) throw refuse('Application is over its MailboxConcurrency limit.', 1);
      if (one.calls >= mostInWindow)
        throw refuse(
          'Application is over its request limit for this mailbox.',
          Math.ceil((one.since + windowMs - machine()) / 1000),
        );
      one.atOnce += 1;
      one.calls += 1;
      calls += 1;
      highest = Math.max(highest, one.atOnce);
      return () => void (one.atOnce -= 1);
    },
    load: () => ({ mostAtOnce: highest, calls, refused }),
  };
}
