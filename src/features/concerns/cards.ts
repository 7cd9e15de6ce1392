/** Two cards without a name and without a telling word: whoever looks over a shoulder learns nothing. Links, and no buttons of ours. */
import { heading, paragraph, type Card } from '../../platform/cards.ts';
import type { Language } from '../../platform/words.ts';
import { say } from './words.ts';

/** `link` is the address of the advisers' page. */
export function adviserCard(language: Language, link: string): Card {
  return waitingCard(language, 'card.adviser', link);
}

/** `link` is the address of the page of whoever asked. */
export function personCard(language: Language, link: string): Card {
  return waitingCard(language, 'card.person', link);
}

function waitingCard(language: Language, which: 'card.adviser' | 'card.person', url: string): Card {
  const open = { type: 'Action.OpenUrl', title: say(language, 'card.open'), url };
  return {
    summary: say(language, 'card.summary'),
    body: [
      heading(say(language, 'card.title')),
      paragraph(say(language, which)),
      { type: 'ActionSet', actions: [open] },
    ],
  };
}
