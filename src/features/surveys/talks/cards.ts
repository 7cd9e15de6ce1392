/** The card that asks for a talk, what takes its place, and the entry in the calendar. What it is about stands in no summary and no entry. */
import { facts, heading, paragraph, plain, subtle, tick, type Card, type CardButton } from '../../../platform/cards.ts';
import { sayDay, type Language } from '../../../platform/words.ts';
import { ownName } from '../audience/rules.ts';
import type { Answered, Talk } from './model.ts';
import { restDays } from './rules.ts';
import { say } from './words.ts';

export interface TalkInvitation extends Pick<Talk, 'purpose' | 'form' | 'size' | 'minutes' | 'from' | 'zone'> {
  readonly talkId: string;
  /** In which language one talks. */
  readonly talkLanguage: Language;
  readonly closesBy: number;
  /** Who holds the talk. */
  readonly holder: string;
}

export function askCard(language: Language, one: TalkInvitation): Card {
  const { talkId, purpose, form, minutes, closesBy, zone } = one;
  const name = plain(one.holder);
  return {
    summary: say(language, 'card.summary'),
    body: [
      heading(say(language, `card.title.${form}`)),
      paragraph(say(language, `card.for.${purpose}`)),
      facts([
        [say(language, 'card.who'), say(language, `card.who.${form}`, { name, size: one.size })],
        [say(language, 'card.long'), say(language, 'card.minutes', { minutes })],
        [say(language, 'card.when'), say(language, 'card.from', { day: dayIn(language, one) })],
        [say(language, 'card.in'), ownName(one.talkLanguage, language)],
      ]),
      { ...paragraph(say(language, 'card.kept')), weight: 'Bolder', spacing: 'Medium' },
      subtle(say(language, 'card.kept.notes')),
      subtle(say(language, 'card.kept.who', { day: sayDay(language, closesBy, zone) })),
      subtle(say(language, 'card.kept.asked', { days: restDays })),
      subtle(say(language, 'card.free')),
      tick('quote', say(language, 'card.quote')),
    ],
    buttons: [
      button(language, talkId, 'yes', 'auto'),
      button(language, talkId, 'not-now', 'none'),
      button(language, talkId, 'no', 'none'),
    ],
  };
}

const dayIn = (language: Language, { from, zone }: TalkInvitation): string =>
  sayDay(language, Date.parse(`${from}T12:00:00Z`), zone);

function button(
  language: Language,
  talkId: string,
  answer: 'yes' | 'no' | 'not-now' | 'withdraw',
  inputs: 'auto' | 'none',
): CardButton {
  const look = answer === 'yes' ? { style: 'positive' as const } : {};
  return {
    title: say(language, `card.say.${answer}`),
    verb: 'surveys.answer-talk',
    subject: { talkId, answer },
    inputs,
    ...look,
  };
}

/** What takes the card's place; a yes can be taken back in it. */
export function answeredCard(language: Language, talkId: string, outcome: Answered): Card {
  const title = say(language, `said.${outcome}`);
  return {
    summary: title,
    body: [heading(title), paragraph(say(language, `said.${outcome}.text`))],
    ...(outcome === 'yes' ? { buttons: [button(language, talkId, 'withdraw', 'none')] } : {}),
  };
}

/** Calendars are read over shoulders: nothing of what it is about. */
export function entryOf(language: Language, { form }: Pick<Talk, 'form'>): { subject: string; body: string } {
  return { subject: say(language, `entry.${form}`), body: say(language, 'entry.body') };
}

export const cancelledEntry = (language: Language): string => say(language, 'entry.cancelled');
