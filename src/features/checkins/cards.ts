import {
  choose,
  heading,
  longText,
  paragraph,
  plain,
  subtle,
  tick,
  type Card,
  type CardElement,
} from '../../platform/cards.ts';
import type { Language } from '../../platform/words.ts';
import {
  items,
  longestNote,
  metAnswers,
  pointOf,
  type CheckInView,
  type Item,
  type Rating,
  type Said,
} from './model.ts';
import { say } from './words.ts';

type Asked = Pick<CheckInView, 'programmeId' | 'pairId' | 'round' | 'said'> & {
  readonly partner: { readonly name: string };
};

/** The question of a round; a former answer is filled in. */
export function checkInCard(language: Language, asked: Asked): Card {
  return asked.round === 'day-14' ? metCard(language, asked) : itemsCard(language, asked);
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

function itemsCard(language: Language, { programmeId, pairId, partner, said }: Asked): Card {
  const former = said?.round === 'day-30' ? said : undefined;
  const note = longText('note', say(language, 'note.label'), longestNote);
  return {
    summary: say(language, 'card.summary'),
    body: [
      heading(say(language, 'items.title')),
      paragraph(say(language, 'items.text', { name: plain(partner.name) })),
      ...items.map((item) => itemChoice(language, item, former?.ratings[item])),
      former?.note ? { ...note, value: former.note } : note,
      subtle(say(language, 'note.who')),
      contactTick(language, said),
      subtle(say(language, 'items.who')),
    ],
    buttons: [{ title: say(language, 'items.send'), verb: 'checkins.answer', subject: { programmeId, pairId } }],
  };
}

function itemChoice(language: Language, item: Item, former: Rating | undefined): CardElement {
  const points = (['1', '2', '3', '4', '5', 'skipped'] as const).map((value) => ({
    ...{ value, title: say(language, `point.${value}`) },
  }));
  const start = former === undefined ? undefined : String(former);
  return choose(item, say(language, `item.${item}`), points, say(language, 'items.wrong'), start);
}

function contactTick(language: Language, said: Said | undefined): CardElement {
  const one = tick('contact', say(language, 'contact.label'));
  return said?.contact ? { ...one, value: 'yes' } : one;
}

/** Thanks, what was said, and the way to change it. */
export function thanksCard(language: Language, at: { programmeId: string; pairId: string }, said: Said): Card {
  const { programmeId, pairId } = at;
  return {
    summary: say(language, 'card.summary'),
    body: [
      heading(say(language, 'thanks.title')),
      paragraph(say(language, said.contact ? 'thanks.contact' : 'thanks.text')),
      ...saidLines(language, said).flatMap(([asked, answer]) => [
        { ...subtle(asked), spacing: 'Medium' },
        { ...paragraph(answer), weight: 'Bolder', spacing: 'None' },
      ]),
    ],
    buttons: [
      {
        title: say(language, 'thanks.change'),
        verb: 'checkins.change',
        subject: { programmeId, pairId, round: said.round },
      },
    ],
  };
}

/** Below each other: a list of facts squeezes whole sentences into a narrow column. */
function saidLines(language: Language, said: Said): [string, string][] {
  if (said.round === 'day-14') return [[say(language, 'met.title'), say(language, `met.${said.met}`)]];
  const rated = items.map((item): [string, string] => [
    say(language, `item.${item}`),
    say(language, `point.${pointOf(said.ratings[item])}`),
  ]);
  return said.note === '' ? rated : [...rated, [say(language, 'note.label'), plain(said.note)]];
}

/** For a coordinator: who asks for a word, never what was said. */
export function contactCard(language: Language, asked: { name: string; programme: string; programmeId: string }): Card {
  const names = { name: plain(asked.name), programme: plain(asked.programme) };
  return {
    summary: say(language, 'word.summary'),
    body: [
      heading(say(language, 'word.title')),
      paragraph(say(language, 'word.text', names)),
      subtle(say(language, 'word.note')),
    ],
    buttons: [
      {
        title: say(language, 'word.open'),
        verb: 'checkins.words',
        subject: { programmeId: asked.programmeId },
        opens: 'dialog',
      },
    ],
  };
}
