/** Mail through Microsoft Graph: from a mailbox that the organisation names for it, or from a person who presses send. */
import { z } from 'zod';
import { isFailure } from './errors.ts';
import type { Graph } from './graph.ts';
import { graphProblemIn, saysNoMailbox } from './graph/problems.ts';
import { TryLater, Undeliverable } from './teams/delivery.ts';

export interface Message {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** In place of the text for those who read HTML; made by us, with every word of a person escaped. */
  readonly html?: string;
}

/** `mailbox` is an address or object id, used with the app's own rights; `assertion` the tab token of who sends. */
export type Sender = { readonly mailbox: string } | { readonly assertion: string };

export interface Mail {
  /**
   * Done when Outlook has taken it; it may still come back as undeliverable. May be sent twice if an answer is lost. Throws
   * Undeliverable (final) or a TryLater.
   */
  send(message: Message, from: Sender): Promise<void>;
}

export function createMail({ graph }: { readonly graph: Graph }): Mail {
  return {
    async send({ to, subject, text, html }, from) {
      const body = {
        message: {
          subject,
          body: html === undefined ? { contentType: 'text', content: text } : { contentType: 'html', content: html },
          toRecipients: to.map((address) => ({ emailAddress: { address } })),
        },
        saveToSentItems: 'assertion' in from,
      };
      // Graph answers 202 without content; a page in its place is a proxy's.
      const ask = { body, gives: z.undefined() };
      const sent =
        'assertion' in from
          ? graph.ask({ ...ask, call: 'POST /me/sendMail', as: from.assertion })
          : graph.ask({ ...ask, call: 'POST /users/{id}/sendMail', ids: [from.mailbox] });
      await sent.catch((error: unknown) => {
        throw meaningOf(error);
      });
    },
  };
}

function meaningOf(error: unknown): unknown {
  const problem = graphProblemIn(error);
  // The line broke on the way there or back.
  if (!problem)
    return isFailure(error, 'unavailable') ? new TryLater('no-answer', { cause: error, mayHaveArrived: true }) : error;
  const { status, retryAfter } = problem;
  // The mailbox of the setting is not there, or the app may not send from it.
  if (saysNoMailbox(problem) || status === 403 || status === 404)
    return new Undeliverable('mail-not-set-up', { cause: problem });
  if (status >= 400 && status < 500 && ![401, 408, 409, 412, 425, 429].includes(status))
    return new Undeliverable('mail-refused', { cause: problem });
  const retryAfterMs = retryAfter === undefined ? undefined : retryAfter * 1_000;
  return new TryLater('graph-busy', { cause: problem, retryAfterMs, mayHaveArrived: status >= 500 || status < 400 });
}
