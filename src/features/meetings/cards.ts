/** What a partner hears of a meeting: planned, moved, cancelled, or that another time is asked for. Summaries are neutral. */
import { facts, heading, paragraph, plain, subtle, type Card, type CardButton } from '../../platform/cards.ts';
import { sayMoment, type Language } from '../../platform/words.ts';
import type { Meeting } from './model.ts';
import { say } from './words.ts';

export interface MeetingNews {
  readonly news: 'booked' | 'moved' | 'cancelled' | 'asked' | 'off';
  readonly one: Meeting;
  /** The other person, as one calls them. */
  readonly partner: string;
  /** The receiver's zone. */
  readonly zone: string;
  /** The partner has written what helps in a talk. What it is stays on the page, where it can be taken back. */
  readonly told?: boolean;
  /** Where no calendar holds it: the link to the file, which is always as the meeting is. */
  readonly file?: string;
}

export function meetingCard(language: Language, { news, one, partner, zone, told = false, file }: MeetingNews): Card {
  const name = plain(partner);
  const isOver = news === 'cancelled' || news === 'off';
  const when: [string, string][] = [
    [say(language, 'card.when'), sayMoment(language, one.start, zone)],
    ...(one.room === undefined ? [] : [[say(language, 'card.where'), plain(one.room)] as [string, string]]),
  ];
  return {
    summary: say(language, `card.${news}.summary`),
    body: [
      heading(say(language, `card.${news}`, { name })),
      paragraph(say(language, textOf(news, one), { name })),
      ...(news === 'cancelled' ? [] : [facts(when)]),
      ...(told && (news === 'booked' || news === 'moved') ? [paragraph(say(language, 'card.needs', { name }))] : []),
      ...(one.joinUrl === undefined || isOver ? [] : [joinLink(language, one.joinUrl)]),
      ...(file === undefined ? [] : fileLink(language, file, isOver)),
    ],
    ...(news === 'off' ? {} : { buttons: [...prepareButton(language, news, one), buttonFor(language, news, one)] }),
  };
}

/** What was agreed by hand is told to both in the same words. */
function textOf(news: MeetingNews['news'], one: Meeting) {
  const isAgreed = one.byHand && (news === 'booked' || news === 'moved');
  return isAgreed ? 'card.hand.text' : (`card.${news}.text` as const);
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

/** What stands in the cancellation when nobody cancelled: the pair paused or ended, or somebody left. */
export function offText(language: Language): string {
  return say(language, 'outlook.off');
}

export function cancelledText(language: Language): string {
  return say(language, 'outlook.cancelled');
}

function joinLink(language: Language, url: string) {
  return paragraph(`[${say(language, 'card.join')}](${url})`);
}

/** A bot cannot put a file into a chat without asking each time; a link is one press, also on a phone. */
function fileLink(language: Language, file: string, isOver: boolean) {
  const [title, text] = isOver
    ? (['card.file.off', 'card.file.off.text'] as const)
    : (['card.file', 'card.file.text'] as const);
  return [paragraph(`[${say(language, title)}](${file})`), subtle(say(language, text))];
}

/** What there is to prepare stands on the page, and nothing of it in chat. */
function prepareButton(language: Language, news: MeetingNews['news'], one: Meeting): CardButton[] {
  if (news !== 'booked' && news !== 'moved') return [];
  const { programmeId, pairId, id: meetingId } = one;
  return [
    {
      ...{ title: say(language, 'card.prepare'), verb: 'meetings.open', opens: 'dialog' },
      subject: { programmeId, pairId, meetingId, page: 'preparation' },
    },
  ];
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
