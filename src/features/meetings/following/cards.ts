/** What the organiser hears when the partner said no in Outlook: once, kindly, with a way on. The summary is neutral. */
import { facts, heading, paragraph, plain, type Card } from '../../../platform/cards.ts';
import { sayMoment, type Language } from '../../../platform/words.ts';
import type { Meeting } from '../model.ts';
import { say } from './words.ts';

export function saidNoCard(
  language: Language,
  { one, partner, zone }: { readonly one: Meeting; readonly partner: string; readonly zone: string },
): Card {
  const name = plain(partner);
  const { programmeId, pairId, id: meetingId } = one;
  return {
    summary: say(language, 'card.no.summary'),
    body: [
      heading(say(language, 'card.no', { name })),
      facts([[say(language, 'card.when'), sayMoment(language, one.start, zone)]]),
      paragraph(say(language, 'card.no.text', { name })),
    ],
    buttons: [
      {
        ...{ title: say(language, 'card.move'), verb: 'meetings.move', opens: 'dialog' },
        subject: { programmeId, pairId, meetingId },
      },
    ],
  };
}
