/** The card for a pair without a next date: up to three times, each a press away from being booked, and the way to all others. */
import { heading, paragraph, plain, type Card, type CardButton } from '../../../platform/cards.ts';
import { sayMoment, type Language } from '../../../platform/words.ts';
import { say } from './words.ts';

export interface SuggestionNews {
  readonly programmeId: string;
  readonly pairId: string;
  readonly partner: string;
  readonly starts: readonly number[];
  readonly zone: string;
}

export function suggestionCard(language: Language, news: SuggestionNews): Card {
  const { programmeId, pairId, partner, starts, zone } = news;
  const name = plain(partner);
  const at = { programmeId, pairId };
  const times = starts.map((start): CardButton => ({
    title: sayMoment(language, start, zone),
    verb: 'meetings.choose',
    subject: { ...at, start: String(start) },
    opens: 'dialog',
  }));
  const others = { title: say(language, times.length > 0 ? 'card.others' : 'card.find'), verb: 'meetings.find' };
  return {
    summary: say(language, 'card.summary'),
    body: [
      heading(say(language, 'card.title', { name })),
      paragraph(say(language, times.length > 0 ? 'card.times' : 'card.text', { name })),
    ],
    buttons: [...times, { ...others, subject: at, opens: 'dialog' }],
  };
}
