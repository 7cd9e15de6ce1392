/** One card for all dates of a series: what is planned with the other, and where to change it. */
import { facts, heading, paragraph, plain, type Card } from '../../../platform/cards.ts';
import { sayMoment, type Language } from '../../../platform/words.ts';
import { say } from './words.ts';

export interface SeriesNews {
  readonly programmeId: string;
  readonly pairId: string;
  readonly partner: string;
  readonly starts: readonly number[];
  readonly zone: string;
}

export function seriesCard(language: Language, { partner, starts, zone, ...subject }: SeriesNews): Card {
  const name = plain(partner);
  const count = starts.length;
  return {
    summary: say(language, 'card.series.summary'),
    body: [
      heading(say(language, 'card.series', { name, count })),
      paragraph(say(language, 'card.series.text', { name })),
      facts(starts.map((start, place) => [String(place + 1), sayMoment(language, start, zone)])),
    ],
    buttons: [
      {
        title: say(language, 'card.series.find'),
        verb: 'meetings.find',
        subject: { programmeId: subject.programmeId, pairId: subject.pairId },
        opens: 'dialog',
      },
    ],
  };
}
