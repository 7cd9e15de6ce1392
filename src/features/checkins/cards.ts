import {
  choose,
  heading,
  longText,
  paragraph,
  plain,
  subtle,
  tick,
  type Card,
  type CardButton,
  type CardElement,
  type Choice,
} from '../../platform/cards.ts';
import type { Language } from '../../platform/words.ts';
import type { Question } from '../surveys/questions/model.ts';
import { comparableOf, openOf, ratedOf, ratingOf } from './asks/rules.ts';
import {
  kindOf,
  longestNote,
  metAnswers,
  pointOf,
  type CheckInView,
  type NoteReader,
  type Rating,
  type Said,
  type SaidRated,
} from './model.ts';
import { say } from './words.ts';

export type Asked = Pick<CheckInView, 'programmeId' | 'pairId' | 'round' | 'said'> & {
  readonly partner: { readonly name: string };
  /** Who may be chosen to read the note. */
  readonly readers: readonly NoteReader[];
  /** It was put off once: not a second time. */
  readonly isAgain?: boolean;
  /** It is time to look at the pair's agreement again: said in a card that goes anyway. */
  readonly isAgreementDue?: boolean;
};

/** The questions of a round; a former answer is filled in. */
export function checkInCard(language: Language, asked: Asked): Card {
  const card = kindOf(asked.round) === 'met' ? metCard(language, asked) : ratedCard(language, asked);
  return { ...card, buttons: [...(card.buttons ?? []), ...putOffButtons(language, asked)] };
}

function metCard(language: Language, { programmeId, pairId, partner, said }: Asked): Card {
  return {
    summary: say(language, 'card.summary'),
    body: [
      heading(say(language, 'met.title')),
      paragraph(say(language, 'met.text', { name: plain(partner.name) })),
      contactTick(language, said),
      subtle(say(language, 'card.who')),
    ],
    buttons: metAnswers.map((answer) => ({
      ...{ title: say(language, `met.${answer}`), verb: 'checkins.met', subject: { programmeId, pairId, answer } },
    })),
  };
}

const textsOf = { met: 'items', first: 'items', regular: 'regular', close: 'close', later: 'later' } as const;
const titlesOf = { met: 'items', first: 'items', regular: 'items', close: 'close', later: 'later' } as const;

export const titleOf = (language: Language, round: string): string =>
  kindOf(round) === 'met' ? say(language, 'met.title') : say(language, `${titlesOf[kindOf(round)]}.title`);

function ratedCard(language: Language, asked: Asked): Card {
  const { programmeId, pairId, partner, round, said, isAgreementDue = false } = asked;
  const name = plain(partner.name);
  const items = ratedOf(round);
  const former = said && 'ratings' in said ? said : undefined;
  return {
    summary: say(language, 'card.summary'),
    body: [
      heading(titleOf(language, round)),
      paragraph(say(language, `${textsOf[kindOf(round)]}.text`, { name })),
      ...items.map((item) => itemChoice(language, item, { former, isFolded: items.length > mostUnfolded })),
      ...noteInputs(language, asked, former),
      ...(comparableOf(round).length > 0 ? shareTick(language, name, former) : []),
      contactTick(language, said),
      subtle(say(language, 'items.who')),
      ...(isAgreementDue ? [paragraph(say(language, 'card.agreement', { name }))] : []),
    ],
    buttons: [
      {
        title: say(language, 'items.send'),
        verb: 'checkins.answer',
        subject: { programmeId, pairId, round },
        style: 'positive',
      },
    ],
  };
}

/** More lists than this would be a long way down on a phone. */
const mostUnfolded = 4;

function itemChoice(
  language: Language,
  item: Question,
  { former, isFolded }: { readonly former: SaidRated | undefined; readonly isFolded: boolean },
): CardElement {
  const start = former === undefined ? undefined : String(ratingOf(former, item));
  const one = choose(item.id, item.text[language], choicesOf(language, item), say(language, 'items.wrong'), start);
  return isFolded ? { ...one, style: 'compact', placeholder: say(language, 'items.choose') } : one;
}

function choicesOf(language: Language, item: Question): Choice[] {
  const values = item.kind === 'zero-ten' ? Array.from({ length: 11 }, (_, value) => value) : [1, 2, 3, 4, 5];
  return [...values, 'skipped' as const].map((value) => ({
    ...{ value: String(value), title: sayRating(language, item, value) },
  }));
}

/** `4 – agree somewhat`, `10: certainly`, or that it is not said. */
export function sayRating(language: Language, { kind, ends }: Question, value: Rating): string {
  if (value === 'skipped' || kind !== 'zero-ten') return say(language, `point.${pointOf(value)}`);
  const end = value === 0 ? ends?.low : value === 10 ? ends?.high : undefined;
  return end ? `${value}: ${end[language]}` : String(value);
}

function noteInputs(
  language: Language,
  { round, partner, readers }: Asked,
  former: SaidRated | undefined,
): CardElement[] {
  const open = openOf(round);
  if (!open) return [];
  const note = longText('note', open.text[language], longestNote);
  const choices = readers.map((reader) => ({
    ...{ value: reader, title: say(language, `reader.${reader}`, { name: partner.name }) },
  }));
  return [
    former?.note ? { ...note, value: former.note } : note,
    subtle(say(language, 'note.who')),
    {
      ...choose('reader', say(language, 'reader.label'), choices, say(language, 'items.wrong'), readerOf(former)),
      style: 'compact',
    },
  ];
}

/** A note of before there was a choice went among the others. */
const readerOf = (former: SaidRated | undefined): NoteReader =>
  former && former.note !== '' ? (former.noteFor ?? 'together') : 'nobody';

function shareTick(language: Language, name: string, former: SaidRated | undefined): CardElement[] {
  const one = tick('share', say(language, 'share.label', { name }));
  return [former?.share ? { ...one, value: 'yes' } : one, subtle(say(language, 'share.who', { name }))];
}

function contactTick(language: Language, said: Said | undefined): CardElement {
  const one = tick('contact', say(language, 'contact.label'));
  return said?.contact ? { ...one, value: 'yes' } : one;
}

/** Whoever changes an answer does not put it off. */
function putOffButtons(language: Language, { programmeId, pairId, round, said, isAgain = false }: Asked): CardButton[] {
  if (said) return [];
  const ways = isAgain ? (['not-now', 'not-this'] as const) : (['later', 'not-now', 'not-this'] as const);
  return ways.map((way) => ({
    ...{ title: say(language, `put.${way}`), verb: 'checkins.put-off', inputs: 'none' },
    subject: { programmeId, pairId, round, way },
  }));
}
