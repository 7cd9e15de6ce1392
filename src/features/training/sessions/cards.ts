/** Cards about sessions, and the entry in the calendar. No summary and no entry says what it is about: membership can be sensitive. */
import {
  facts,
  heading,
  paragraph,
  plain,
  subtle,
  type Card,
  type CardButton,
  type CardElement,
} from '../../../platform/cards.ts';
import { sayDay, sayMoment, type Language } from '../../../platform/words.ts';
import type { Kept } from '../../release/answers/model.ts';
import { ownName } from '../../surveys/audience/rules.ts';
import { longest, points } from '../../surveys/questions/model.ts';
import { skipped } from '../../surveys/questions/rules.ts';
import { say as saySurveys } from '../../surveys/words.ts';
import { questionsIn } from './feedback/rules.ts';
import type { Seat, Session, SessionNews } from './model.ts';
import { closesAt, feedbackUntil } from './rules.ts';
import { say } from './words.ts';

export interface ShownSession {
  readonly session: Session;
  readonly programme: string;
  /** Who planned it. */
  readonly host: string;
  readonly joinUrl?: string;
}

/** What is agreed before one signs up for a supervision circle. */
export const circleRules = ['rule.stays', 'rule.names', 'rule.free', 'rule.notes'] as const;

export function inviteCard(language: Language, shown: ShownSession): Card {
  const { session, programme } = shown;
  const { kind } = session;
  const day = sayDay(language, closesAt(session) - 1, session.zone);
  return {
    summary: say(language, 'card.summary'),
    body: [
      heading(plain(session.title)),
      paragraph(say(language, `invite.${kind}`, { programme: plain(programme) })),
      paragraph(plain(session.about)),
      factsOf(language, withoutLink(shown)),
      ...rulesOf(language, session),
      subtle(say(language, 'invite.until', { day })),
      subtle(say(language, 'seen')),
    ],
    buttons: [
      button(language, session, 'join', kind === 'supervision' ? 'join.agree' : 'join'),
      openButton(language, session),
    ],
  };
}

/** What takes the card's place. */
export function seatCard(language: Language, shown: ShownSession, state: Seat['state'] | 'left'): Card {
  const { session } = shown;
  const isIn = state === 'in';
  return {
    summary: say(language, 'card.summary'),
    body: [
      heading(say(language, `seat.${state}`)),
      paragraph(say(language, `seat.${state}.text`, { title: plain(session.title) })),
      ...(state === 'left' ? [] : [factsOf(language, isIn ? shown : withoutLink(shown))]),
    ],
    buttons: [
      ...(state === 'left' ? [] : [button(language, session, 'leave', isIn ? 'leave' : 'leave.line')]),
      openButton(language, session),
    ],
  };
}

/** It is too late: full of words, without blame. */
export function lateCard(language: Language, session: Pick<Session, 'id' | 'programmeId'>, why: string): Card {
  const key = why === 'session-cancelled' ? 'late.cancelled' : 'late.closed';
  return {
    summary: say(language, 'card.summary'),
    body: [heading(say(language, key)), paragraph(say(language, `${key}.text`))],
    buttons: why === 'session-cancelled' ? [] : [openButton(language, session)],
  };
}

export function remindCard(language: Language, shown: ShownSession): Card {
  const { session } = shown;
  return {
    summary: say(language, 'card.summary'),
    body: [
      heading(say(language, 'remind.title')),
      paragraph(say(language, 'remind.text', { title: plain(session.title) })),
      factsOf(language, shown),
      ...rulesOf(language, session),
      subtle(say(language, 'remind.cannot')),
    ],
    buttons: [openButton(language, session), button(language, session, 'leave', 'leave')],
  };
}

/** A new time or place, or it is called off, or there is a seat. */
export function newsCard(language: Language, shown: ShownSession, what: SessionNews, isIn = true): Card {
  const { session } = shown;
  const isOff = what === 'cancelled';
  return {
    summary: say(language, 'card.summary'),
    body: [
      heading(say(language, `news.${what}`)),
      paragraph(
        say(language, `news.${what}.text`, {
          title: plain(session.title),
          moment: sayMoment(language, session.start, session.zone),
        }),
      ),
      ...(isOff ? [] : [factsOf(language, isIn ? shown : withoutLink(shown))]),
    ],
    buttons: isOff
      ? []
      : [openButton(language, session), button(language, session, 'leave', isIn ? 'leave' : 'leave.line')],
  };
}

/** Three questions in one card, with who reads the answers before the first. */
export function askCard(language: Language, { session }: Pick<ShownSession, 'session'>, floors: Floors): Card {
  const day = sayDay(language, feedbackUntil(session) - 1, session.zone);
  return {
    summary: say(language, 'card.summary'),
    body: [
      heading(say(language, 'ask.title')),
      paragraph(say(language, 'ask.text', { title: plain(session.title), day })),
      subtle(say(language, 'ask.who', floors)),
      ...questionsIn(language).map(({ id, kind, text }) => question(language, id, kind, text)),
    ],
    buttons: [
      { ...button(language, session, 'rate', 'ask.send'), style: 'positive' },
      { ...openButton(language, session), inputs: 'none' },
    ],
  };
}

export interface Floors {
  readonly rating: number;
  readonly text: number;
  readonly [name: string]: number;
}

function question(language: Language, id: string, kind: string, label: string): CardElement {
  if (kind !== 'agree')
    return { type: 'Input.Text', id, label, isMultiline: true, maxLength: longest.long, spacing: 'Medium' };
  const skip = saySurveys(language, 'scale.skip');
  const choices = [
    ...points.map((point) => ({ title: saySurveys(language, `scale.${point}`), value: String(point) })),
    { title: skip, value: skipped },
  ];
  return {
    ...{ type: 'Input.ChoiceSet', id, label, choices, style: 'expanded', wrap: true, spacing: 'Medium' },
    ...{ isRequired: true, errorMessage: saySurveys(language, 'card.wrong', { skip }) },
  };
}

export function thanksCard(language: Language, outcome: Kept): Card {
  const key = outcome === 'closed' ? 'thanks.over' : outcome === 'already-answered' ? 'thanks.already' : 'thanks';
  return {
    summary: say(language, 'card.summary'),
    body: [heading(say(language, key)), paragraph(say(language, `${key}.text`))],
  };
}

function withoutLink(one: ShownSession): ShownSession {
  const { joinUrl: _, ...shown } = one;
  return shown;
}

function rulesOf(language: Language, { kind }: Session): CardElement[] {
  if (kind !== 'supervision') return [];
  const title: CardElement = { ...paragraph(say(language, 'rules.title')), weight: 'Bolder', spacing: 'Medium' };
  return [title, paragraph(circleRules.map((rule) => `- ${say(language, rule)}`).join('\n'))];
}

function factsOf(language: Language, { session, host, joinUrl }: ShownSession): CardElement {
  const { start, zone, minutes, place, online } = session;
  const link = joinUrl === undefined ? say(language, 'online.later') : `[${say(language, 'online.join')}](${joinUrl})`;
  return facts([
    [say(language, 'fact.when'), sayMoment(language, start, zone)],
    [say(language, 'fact.long'), say(language, 'minutes', { minutes })],
    ...(place === '' ? [] : ([[say(language, 'fact.where'), plain(place)]] as const)),
    ...(online ? ([[say(language, 'fact.online'), link]] as const) : []),
    [say(language, 'fact.language'), ownName(session.language, language)],
    [say(language, 'fact.host'), plain(host)],
  ]);
}

type SessionRef = Pick<Session, 'id' | 'programmeId'>;

function button(
  language: Language,
  { programmeId, id: sessionId }: SessionRef,
  what: 'join' | 'leave' | 'rate',
  title: 'join' | 'join.agree' | 'leave' | 'leave.line' | 'ask.send',
): CardButton {
  return {
    title: say(language, title),
    verb: `training.${what}-session`,
    subject: { programmeId, sessionId },
    ...(what === 'join' ? { style: 'positive' as const } : {}),
  };
}

function openButton(language: Language, { programmeId, id: sessionId }: SessionRef): CardButton {
  return {
    title: say(language, 'card.open'),
    verb: 'training.open-session',
    subject: { programmeId, sessionId },
    opens: 'dialog',
  };
}

/** Calendars are read over shoulders. */
export function entryTexts(language: Language): { subject: string; body: string } {
  return { subject: say(language, 'entry.subject'), body: say(language, 'entry.body') };
}

export const cancelledEntry = (language: Language): string => say(language, 'entry.cancelled');
