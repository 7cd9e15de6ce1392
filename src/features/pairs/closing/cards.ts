/** What the two read when they look back, and when they rounded off. Kind, and the same for both. */
import { heading, paragraph, plain, type Card, type CardButton } from '../../../platform/cards.ts';
import { callName } from '../../people/model.ts';
import type { CardFacts } from '../cards.ts';
import { say } from './words.ts';

type Told = Pick<CardFacts, 'language' | 'pair' | 'partner'>;

/** Before the end: an invitation to look back. */
export function lookBackCard(told: Told): Card {
  return cardAbout(told, 'lookBack', 'card.open');
}

/** It is rounded off: thanks, and the page where both read what they reached. */
export function closingCard(told: Told): Card {
  return cardAbout(told, 'closed', 'card.read');
}

function cardAbout(
  { language, pair: { programmeId, id }, partner }: Told,
  what: 'lookBack' | 'closed',
  title: 'card.open' | 'card.read',
): Card {
  const name = plain(callName(partner));
  const open: CardButton = {
    ...{ title: say(language, title), verb: 'pairs.closing', subject: { programmeId, pairId: id }, opens: 'dialog' },
  };
  return {
    summary: say(language, 'card.summary'),
    body: [
      heading(say(language, `card.${what}.title`, { name })),
      paragraph(say(language, `card.${what}.text`, { name })),
    ],
    buttons: [open],
  };
}
