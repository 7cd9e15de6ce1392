/** Cards about a poll: the question to the one who was asked, the answer to the one who asked. Summaries are neutral. */
import { facts, heading, paragraph, plain, type Card } from '../../../platform/cards.ts';
import { sayMoment, type Language } from '../../../platform/words.ts';
import type { Poll } from './model.ts';
import { say } from './words.ts';

export interface PollNews {
  readonly poll: Pick<Poll, 'id' | 'programmeId' | 'pairId' | 'starts' | 'said'>;
  /** The other person, as one calls them. */
  readonly partner: string;
  /** The receiver's zone. */
  readonly zone: string;
}

export function pollCard(language: Language, { poll, partner, zone }: PollNews): Card {
  const name = plain(partner);
  return {
    summary: say(language, 'card.poll.summary'),
    body: [
      heading(say(language, 'card.poll', { name })),
      paragraph(say(language, 'card.poll.text', { name })),
      facts(poll.starts.map((start, place) => [String(place + 1), sayMoment(language, start, zone)])),
    ],
    buttons: [opening(say(language, 'card.poll.answer'), poll)],
  };
}

export function pollToldCard(language: Language, { poll, partner, zone }: PollNews): Card {
  const works = poll.said?.works ?? [];
  const isNone = works.length === 0;
  const { programmeId, pairId } = poll;
  const find = { verb: 'meetings.find', subject: { programmeId, pairId }, opens: 'dialog' } as const;
  return {
    summary: say(language, 'card.told.summary'),
    body: [
      heading(say(language, 'card.told', { name: plain(partner) })),
      paragraph(say(language, isNone ? 'card.told.none' : 'card.told.text')),
      ...(isNone ? [] : [facts(works.map((at, place) => [String(place + 1), sayMoment(language, at, zone)]))]),
    ],
    buttons: [isNone ? { title: say(language, 'poll.find'), ...find } : opening(say(language, 'card.told.book'), poll)],
  };
}

function opening(title: string, { programmeId, pairId, id: pollId }: PollNews['poll']) {
  return { title, verb: 'meetings.poll', subject: { programmeId, pairId, pollId }, opens: 'dialog' } as const;
}
