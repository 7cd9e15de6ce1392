/** What Teams is answered after a press: pure, from a reply to the body of the invoke's answer. */
import { heading, paragraph, type AdaptiveCard, type Card } from '../platform/cards.ts';
import type { Reply } from '../platform/doors.ts';
import type { FailureCode } from '../platform/errors.ts';
import type { Language } from '../platform/words.ts';
import { openTab } from './commands.ts';
import { say, type BotWord } from './words.ts';

/** The answer to a press on a card without rights any more: the same for "not yours", "not there", "expired" and "over". */
export function stale(language: Language, home: string, what?: string): Reply {
  return { kind: 'card', card: staleCard(language, home, what) };
}

export function staleCard(language: Language, home: string, what = say(language, 'stale.text')): Card {
  const body = [heading(say(language, 'stale.title')), paragraph(what), openTab(language, home)];
  return { summary: say(language, 'stale.summary'), body };
}

/** A sentence under the card: the card stays as it is, with all that was typed. */
export function sentence(language: Language, word: BotWord): Reply {
  return { kind: 'message', text: say(language, word) };
}

/** What a person sees when a verb stopped; `specific` is the feature's own sentence for the reason, where there is one. */
export function replyToFailure(code: FailureCode, language: Language, home: string, specific?: string): Reply {
  const text = (word: BotWord): Reply => ({ kind: 'message', text: specific ?? say(language, word) });
  switch (code) {
    case 'not-found':
    case 'gone':
      return stale(language, home, specific);
    case 'bad-input':
      return text('answer.incomplete');
    case 'conflict':
      return text('answer.changed');
    case 'unavailable':
      return text('answer.later');
    case 'not-signed-in':
      return { kind: 'dialog', title: say(language, 'open'), path: '/' };
    default:
      return code satisfies never;
  }
}

export interface ReplyTools {
  readonly language: Language;
  /** The card as this reader gets it: buttons with fresh ids. */
  readonly dress: (card: Card) => Promise<AdaptiveCard>;
  readonly tabLink: (path: string) => string;
  /** The address of a page for a dialog. */
  readonly pageUrl: (path: string) => string;
}

const cardType = 'application/vnd.microsoft.card.adaptive';

/**
 * The body for `adaptiveCard/action`. Never a card with `refresh`: from then on Teams would show it to everybody.
 * A sentence goes out as a message and not as `application/vnd.microsoft.error`: both leave the card and what was typed
 * in it alone, but for an error Teams shows a sentence of its own in place of ours.
 */
export async function bodyForPress(reply: Reply, tools: ReplyTools): Promise<unknown> {
  switch (reply.kind) {
    case 'card':
      return { statusCode: 200, type: cardType, value: await tools.dress(reply.card) };
    case 'message':
      return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: reply.text };
    case 'dialog':
      // A press that is answered in place cannot open a dialog; a link leads to the same page.
      return { statusCode: 200, type: cardType, value: await tools.dress(wayOn(reply.title, reply.path, tools)) };
    default:
      return reply satisfies never;
  }
}

/** The body for `task/fetch`: a page of the tab in a dialog, or what there is to say instead. */
export async function bodyForDialog(reply: Reply, tools: ReplyTools): Promise<unknown> {
  switch (reply.kind) {
    case 'dialog': {
      const link = { url: tools.pageUrl(reply.path), fallbackUrl: tools.tabLink(reply.path) };
      return { task: { type: 'continue', value: { title: reply.title, ...link, width: 'medium', height: 'large' } } };
    }
    case 'message':
      return { task: { type: 'message', value: reply.text } };
    case 'card': {
      // Action.Execute does not work inside a dialog: the card is shown there to be read.
      const content = await tools.dress({ summary: reply.card.summary, body: reply.card.body });
      const card = { contentType: cardType, content };
      return {
        task: { type: 'continue', value: { title: reply.card.summary, card, width: 'medium', height: 'medium' } },
      };
    }
    default:
      return reply satisfies never;
  }
}

function wayOn(title: string, path: string, { language, tabLink }: ReplyTools): Card {
  const text = paragraph(say(language, 'dialog.text'));
  return { summary: say(language, 'dialog.summary'), body: [heading(title), text, openTab(language, tabLink(path))] };
}
