/** What a partner hears of a meeting: planned, moved, cancelled, or that another time is asked for. Summaries are neutral. */
import { facts, heading, paragraph, plain, type Card, type CardButton } from '../../platform/cards.ts';
import { sayMoment, type Language } from '../../platform/words.ts';
import type { Meeting } from './model.ts';
import { say } from './words.ts';

export interface MeetingNews {
  readonly news: 'booked' | 'moved' | 'cancelled' | 'asked';
  readonly one: Meeting;
  /** The other person, as one calls them. */
  readonly partner: string;
  /** The receiver's zone. */
  readonly zone: string;
}

export function meetingCard(language: Language, { news, one, partner, zone }: MeetingNews): Card {
  const name = plain(partner);
  const when: [string, string][] = [[say(language, 'card.when'), sayMoment(language, one.start, zone)]];
  return {
    summary: say(language, `card.${news}.summary`),
    body: [
      heading(say(language, `card.${news}`, { name })),
      paragraph(say(language, `card.${news}.text`, { name })),
      ...(news === 'cancelled' ? [] : [facts(when)]),
      ...(one.joinUrl === undefined || news === 'cancelled' ? [] : [joinLink(language, one.joinUrl)]),
    ],
    buttons: [buttonFor(language, news, one)],
  };
}

/** Calendars are read over shoulders: two first names, and nothing about a programme. */
export function entryTexts(
  language: Language,
  names: { readonly me: string; readonly partner: string },
): { subject: string; body: string } {
  return { subject: say(language, 'outlook.subject', names), body: say(language, 'outlook.body') };
}

/** What Outlook groups it under. */
export function categoryText(language: Language): string {
  return say(language, 'outlook.category');
}

export function cancelledText(language: Language): string {
  return say(language, 'outlook.cancelled');
}

function joinLink(language: Language, url: string) {
  return paragraph(`[${say(language, 'card.join')}](${url})`);
}

function buttonFor(language: Language, news: MeetingNews['news'], one: Meeting): CardButton {
  const { programmeId, pairId, id: meetingId } = one;
  if (news === 'asked')
    return {
      title: say(language, 'card.move'),
      verb: 'meetings.move',
      subject: { programmeId, pairId, meetingId },
      opens: 'dialog',
    };
  return {
    title: say(language, 'card.find'),
    verb: 'meetings.find',
    subject: { programmeId, pairId },
    opens: 'dialog',
  };
}
