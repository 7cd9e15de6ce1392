/** Mail through Microsoft Graph: from a mailbox that the organisation names for it, or from a person who presses send. */
import { z } from 'zod';
import type { Graph } from './graph.ts';

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
  /** Done when Outlook has taken it; it may still come back as undeliverable. May be sent twice if an answer is lost. */
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
      const ask = { body, gives: z.unknown() };
      await ('assertion' in from
        ? graph.ask({ ...ask, call: 'POST /me/sendMail', as: from.assertion })
        : graph.ask({ ...ask, call: 'POST /users/{id}/sendMail', ids: [from.mailbox] }));
    },
  };
}
