/** Thanks from the programme, as they come in chat. */
import { facts, heading, plain, subtle, type Card } from '../../../platform/cards.ts';
import type { Language } from '../../../platform/words.ts';
import { pictureElement } from '../pictures/cards.ts';
import type { OwnCredit } from './model.ts';
import { say } from './words.ts';

export function creditCard(language: Language, one: Omit<OwnCredit, 'id' | 'at' | 'programmeId'>): Card {
  const names = { name: plain(one.byName), programme: plain(one.programmeName) };
  return {
    summary: say(language, 'card.summary'),
    body: [
      ...(one.picture ? [pictureElement(language, one.picture)] : []),
      heading(say(language, `card.${one.as}`, names)),
      { type: 'TextBlock', text: plain(one.text), wrap: true, size: 'Medium' },
      ...(one.gift ? [facts([[say(language, `gift.${one.gift.kind}`), plain(one.gift.what)]])] : []),
      subtle(say(language, one.mine ? 'card.mine' : 'card.group', names)),
    ],
  };
}
