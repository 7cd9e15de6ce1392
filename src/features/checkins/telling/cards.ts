/** Thanks for an answer, and the cards to those who are told that there is something: never what it is. */
import {
  heading,
  paragraph,
  plain,
  subtle,
  type Card,
  type CardButton,
  type CardElement,
} from '../../../platform/cards.ts';
import type { Language } from '../../../platform/words.ts';
import { comparableOf, openOf, ratedOf, ratingOf } from '../asks/rules.ts';
import { sayRating } from '../cards.ts';
import type { Compared, Said, SaidRated } from '../model.ts';
import { say } from '../words.ts';

interface Thanked {
  readonly programmeId: string;
  readonly pairId: string;
  readonly said: Said;
  readonly partner: string;
  readonly compared: Compared;
  /** The advisers can be chosen to read a note: the card is the same whether somebody did. */
  readonly mayConfide?: boolean;
}

/** Thanks, what was said, where the two see it differently if both agreed, and the way to change it. */
export function thanksCard(language: Language, thanked: Thanked): Card {
  const { programmeId, pairId, said, partner, compared, mayConfide = false } = thanked;
  const hasNoDate = 'met' in said && said.met === 'not-yet';
  return {
    summary: say(language, 'card.summary'),
    body: [
      heading(say(language, 'thanks.title')),
      paragraph(say(language, said.contact ? 'thanks.contact' : 'thanks.text')),
      ...saidLines(language, said, partner).flatMap(([asked, answer]) => [
        { ...subtle(asked), spacing: 'Medium' },
        { ...paragraph(answer), weight: 'Bolder', spacing: 'None' },
      ]),
      ...(mayConfide && 'ratings' in said && said.note === '' ? [subtle(say(language, 'thanks.apart'))] : []),
      ...comparedLines(language, said, plain(partner), compared),
      ...(hasNoDate ? [paragraph(say(language, 'thanks.first'))] : []),
    ],
    buttons: [
      ...(hasNoDate ? [findTime(language, { programmeId, pairId })] : []),
      {
        title: say(language, 'thanks.change'),
        verb: 'checkins.change',
        subject: { programmeId, pairId, round: said.round },
      },
    ],
  };
}

function findTime(language: Language, subject: { readonly programmeId: string; readonly pairId: string }): CardButton {
  return { title: say(language, 'thanks.find'), verb: 'pairs.findTime', subject, opens: 'dialog', style: 'positive' };
}

/** Below each other: a list of facts squeezes whole sentences into a narrow column. */
function saidLines(language: Language, said: Said, partner: string): [string, string][] {
  if ('met' in said) return [[say(language, 'met.title'), say(language, `met.${said.met}`)]];
  const rated = ratedOf(said.round).map((item): [string, string] => [
    item.text[language],
    sayRating(language, item, ratingOf(said, item)),
  ]);
  return said.note === '' ? rated : [...rated, ...noteLines(language, said, partner)];
}

function noteLines(
  language: Language,
  { round, note, noteFor = 'together' }: SaidRated,
  name: string,
): [string, string][] {
  return [
    [openOf(round)?.text[language] ?? say(language, 'note.label'), plain(note)],
    [say(language, 'thanks.shared'), plain(say(language, `reader.${noteFor}`, { name }))],
  ];
}

function comparedLines(language: Language, { round }: Said, name: string, compared: Compared): CardElement[] {
  if (compared === 'off' || comparableOf(round).length === 0) return [];
  if (typeof compared === 'string') return [paragraph(say(language, `compared.${compared}`, { name }))];
  return compared.flatMap(({ text, idea }) => [
    { ...paragraph(say(language, 'compared.differ', { item: text })), weight: 'Bolder' },
    paragraph(say(language, 'compared.idea', { idea })),
  ]);
}

interface InProgramme {
  readonly name: string;
  readonly programme: string;
  readonly programmeId: string;
}

/** For a coordinator: who asks for a word, never what was said. */
export function contactCard(language: Language, asked: InProgramme): Card {
  return toCoordinators(language, asked, [
    heading(say(language, 'word.title')),
    paragraph(say(language, 'word.text', plainNames(asked))),
    subtle(say(language, 'word.note')),
  ]);
}

/** For a coordinator: who wrote to them; the words stand on their page. */
export function notedCard(language: Language, wrote: InProgramme): Card {
  return toCoordinators(language, wrote, [
    heading(say(language, 'noted.title')),
    paragraph(say(language, 'noted.text', plainNames(wrote))),
  ]);
}

const plainNames = ({ name, programme }: InProgramme) => ({ name: plain(name), programme: plain(programme) });

function toCoordinators(language: Language, { programmeId }: InProgramme, body: readonly CardElement[]): Card {
  return {
    summary: say(language, 'word.summary'),
    body,
    buttons: [{ title: say(language, 'word.open'), verb: 'checkins.words', subject: { programmeId }, opens: 'dialog' }],
  };
}

/** For the partner: that there is something to read on the page of the two. */
export function wroteCard(
  language: Language,
  { programmeId, pairId, name }: { readonly programmeId: string; readonly pairId: string; readonly name: string },
): Card {
  return {
    summary: say(language, 'word.summary'),
    body: [heading(say(language, 'wrote.title', { name: plain(name) })), paragraph(say(language, 'wrote.text'))],
    buttons: [
      { title: say(language, 'wrote.open'), verb: 'pairs.open', subject: { programmeId, pairId }, opens: 'dialog' },
    ],
  };
}
