/** Cards about events, and the entry in the calendar. No summary and no entry says what it is about: membership can be sensitive. */
import {
  choose,
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
import { consents, type ConsentDraft, type Honour } from './honours/model.ts';
import { criterionIn, type ShownEvent } from './honours/rules.ts';
import type { EventNews, HonourEvent } from './model.ts';
import { closesAt, juryAt } from './rules.ts';
import { say } from './words.ts';

export const parts = ['mine', 'nominate', 'jury'] as const;
export type EventPart = (typeof parts)[number];

type EventRef = Pick<HonourEvent, 'id' | 'programmeId'>;

/** Of the last day, and not the moment after it. */
const lastDay = (language: Language, at: number, { zone }: HonourEvent): string => sayDay(language, at - 1, zone);

export function inviteCard(language: Language, { event, programme }: ShownEvent): Card {
  return {
    summary: say(language, 'card.summary'),
    body: [
      heading(say(language, 'invite.title')),
      paragraph(say(language, 'invite.text', { title: plain(event.title), programme: plain(programme) })),
      subtle(say(language, 'invite.until', { day: lastDay(language, closesAt(event), event) })),
      subtle(say(language, 'who-reads')),
    ],
    buttons: [openButton(language, event, 'nominate', 'invite.open')],
  };
}

export function juryCard(language: Language, { event, programme }: ShownEvent, what: 'asked' | 'begins'): Card {
  const values = { title: plain(event.title), programme: plain(programme) };
  const [from, until] = [lastDay(language, juryAt(event) + 1, event), sayDay(language, event.start, event.zone)];
  return {
    summary: say(language, 'card.summary'),
    body: [
      heading(say(language, `jury.${what}`)),
      paragraph(say(language, `jury.${what}.text`, { ...values, from, until })),
      subtle(say(language, 'jury.alone')),
    ],
    buttons: [openButton(language, event, 'jury', 'card.open')],
  };
}

export interface ShownNomination extends ShownEvent {
  readonly nominationId: string;
  /** The one who is meant, or both. */
  readonly names: readonly string[];
  /** The receiver is meant, or the other of the pair is. */
  readonly isMe: boolean;
  readonly isPair: boolean;
  readonly voices: readonly {
    readonly byName: string;
    readonly criteria: readonly string[];
    readonly why: string;
    readonly isOut?: true | undefined;
  }[];
  readonly upTo: number;
}

/** With the words themselves, so that a yes is one to what was read. */
export function askedCard(language: Language, shown: ShownNomination): Card {
  const { event, programme, isMe, isPair, names, upTo, nominationId } = shown;
  const about = isPair ? 'pair' : isMe ? 'me' : 'partner';
  const subject = { programmeId: event.programmeId, eventId: event.id, nominationId, upTo: String(upTo) };
  const values = { name: plain(names.join(', ')), title: plain(event.title), programme: plain(programme) };
  return {
    summary: say(language, 'card.summary'),
    body: [
      heading(say(language, `asked.${about}`, values)),
      paragraph(say(language, `asked.${about}.text`, values)),
      ...shown.voices.flatMap((voice) => voiceIn(language, event, voice)),
      paragraph(say(language, 'asked.question', { day: lastDay(language, juryAt(event), event) })),
      subtle(say(language, 'asked.private')),
    ],
    buttons: [
      { title: say(language, 'asked.yes'), verb: 'recognition.event-yes', subject, style: 'positive' },
      { title: say(language, 'asked.no'), verb: 'recognition.event-no', subject },
      openButton(language, event, 'mine', 'card.open'),
    ],
  };
}

function voiceIn(language: Language, event: HonourEvent, voice: ShownNomination['voices'][number]): CardElement[] {
  const criteria = voice.criteria.map((id) => `- ${plain(criterionIn(language, event, id))}`).join('\n');
  return [
    { ...paragraph(say(language, 'voice.from', { name: plain(voice.byName) })), weight: 'Bolder', spacing: 'Medium' },
    paragraph(criteria),
    paragraph(voice.isOut ? say(language, 'voice.out') : plain(voice.why)),
  ];
}

export type Answered = 'yes' | 'no' | 'late' | 'cancelled';

/** What takes the card's place. */
export function answeredCard(language: Language, at: EventRef, what: Answered): Card {
  const isOpen = what === 'yes' || what === 'no' || what === 'late';
  return {
    summary: say(language, 'card.summary'),
    body: [heading(say(language, `answered.${what}`)), paragraph(say(language, `answered.${what}.text`))],
    buttons: isOpen ? [openButton(language, at, 'mine', 'card.open')] : [],
  };
}

type ShownHonour = ShownEvent & { readonly honour: Pick<Honour, 'side' | 'criteria'> };

/** Told to nobody else before: four questions, each with its own yes or no, none filled in beforehand. */
export function honouredCard(language: Language, { event, programme, honour }: ShownHonour): Card {
  const subject = { programmeId: event.programmeId, eventId: event.id };
  const criteria = honour.criteria.map((id) => `- ${plain(criterionIn(language, event, id))}`).join('\n');
  return {
    summary: say(language, 'card.summary'),
    body: [
      heading(say(language, 'honoured.title')),
      paragraph(say(language, `honoured.${honour.side}`, { title: plain(event.title), programme: plain(programme) })),
      paragraph(criteria),
      factsIn(language, event),
      paragraph(say(language, 'honoured.ask')),
      ...consents.map((id) =>
        choose(id, say(language, `consent.${id}`), yesNo(language), say(language, 'consent.wrong')),
      ),
      subtle(say(language, 'honoured.back')),
    ],
    buttons: [
      { title: say(language, 'consent.save'), verb: 'recognition.event-consent', subject, style: 'positive' },
      { ...openButton(language, event, 'mine', 'card.open'), inputs: 'none' },
    ],
  };
}

const yesNo = (language: Language) =>
  (['yes', 'no'] as const).map((value) => ({ title: say(language, `say.${value}`), value }));

export function consentsCard(language: Language, at: EventRef, says: ConsentDraft): Card {
  return {
    summary: say(language, 'card.summary'),
    body: [
      heading(say(language, 'consents.title')),
      facts(consents.map((id) => [say(language, `consent.${id}.short`), say(language, `say.${says[id] ?? 'no'}`)])),
      paragraph(say(language, 'honoured.back')),
    ],
    buttons: [openButton(language, at, 'mine', 'card.open')],
  };
}

/** For those who had said yes to being considered, after the others: no place, no comparison. */
export function thankedCard(language: Language, { event, programme }: ShownEvent): Card {
  return {
    summary: say(language, 'card.summary'),
    body: [
      heading(say(language, 'thanked.title')),
      paragraph(say(language, 'thanked.text', { title: plain(event.title), programme: plain(programme) })),
    ],
  };
}

export function newsCard(language: Language, { event }: ShownEvent, what: EventNews): Card {
  const isOff = what === 'cancelled';
  return {
    summary: say(language, 'card.summary'),
    body: [
      heading(say(language, `news.${what}`)),
      paragraph(say(language, `news.${what}.text`, { title: plain(event.title) })),
      ...(isOff ? [] : [factsIn(language, event)]),
    ],
  };
}

function factsIn(language: Language, { start, zone, minutes, place, online }: HonourEvent): CardElement {
  return facts([
    [say(language, 'fact.when'), sayMoment(language, start, zone)],
    [say(language, 'fact.long'), say(language, 'minutes', { minutes })],
    ...(place === '' ? [] : ([[say(language, 'fact.where'), plain(place)]] as const)),
    ...(online ? ([[say(language, 'fact.online'), say(language, 'online.later')]] as const) : []),
  ]);
}

function openButton(
  language: Language,
  { programmeId, id: eventId }: EventRef,
  part: EventPart,
  title: 'card.open' | 'invite.open',
): CardButton {
  const subject = { programmeId, eventId, part };
  return { title: say(language, title), verb: 'recognition.event-open', subject, opens: 'dialog' };
}

/** Calendars are read over shoulders. */
export function entryTexts(language: Language): { subject: string; body: string } {
  return { subject: say(language, 'entry.subject'), body: say(language, 'entry.body') };
}

export const cancelledEntry = (language: Language): string => say(language, 'entry.cancelled');
