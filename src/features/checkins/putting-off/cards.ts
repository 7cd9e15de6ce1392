/** What takes a card's place when somebody puts it off; the way back to the questions stays. */
import { heading, paragraph, type Card } from '../../../platform/cards.ts';
import { sayDay, type Language } from '../../../platform/words.ts';
import type { PutOff, Round } from '../model.ts';
import { say } from '../words.ts';

interface Address {
  readonly programmeId: string;
  readonly pairId: string;
  readonly round: Round;
}

export function putOffCard(
  language: Language,
  { programmeId, pairId, round }: Address,
  { way, again, zone }: Pick<PutOff, 'way' | 'again'> & { readonly zone: string },
): Card {
  const text =
    way === 'later' && again !== undefined
      ? say(language, 'put.later.text', { day: sayDay(language, again, zone) })
      : say(language, `put.${way === 'later' ? 'not-now' : way}.text`);
  return {
    summary: say(language, 'card.summary'),
    body: [heading(say(language, `put.${way}.title`)), paragraph(text)],
    buttons: [{ title: say(language, 'put.answer'), verb: 'checkins.change', subject: { programmeId, pairId, round } }],
  };
}
