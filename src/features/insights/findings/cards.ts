/** "You said, we did" as a card: to everybody who was asked, so it is the same whatever somebody answered. */
import { heading, paragraph, plain, subtle, type Card, type CardElement } from '../../../platform/cards.ts';
import type { Language } from '../../../platform/words.ts';
import type { ToldLine } from './model.ts';
import { changeSentence } from './saying/rules.ts';
import { say } from './words.ts';

/** More would be a page. */
const mostShown = 4;

type Line = Pick<ToldLine, 'said' | 'why' | 'what' | 'choice' | 'until'>;

export function toldCard(
  language: Language,
  { programme, programmeId }: { readonly programme: string; readonly programmeId: string },
  lines: readonly Line[],
): Card {
  const more = lines.length - mostShown;
  return {
    summary: say(language, 'card.summary'),
    body: [
      heading(say(language, 'card.title')),
      paragraph(say(language, 'card.text', { programme: plain(programme) })),
      ...lines.slice(0, mostShown).flatMap((one) => lineElements(language, one)),
      ...(more > 0 ? [paragraph(say(language, 'card.more', { count: more }))] : []),
      subtle(say(language, 'card.who')),
    ],
    buttons: [
      { title: say(language, 'card.open'), verb: 'insights.you-said', subject: { programmeId }, opens: 'dialog' },
    ],
  };
}

function lineElements(language: Language, { said, why, what, choice, until }: Line): CardElement[] {
  const did = choice === 'change' ? changeSentence(language, { what, until }) : say(language, `did.${choice}`);
  return [
    { ...subtle(say(language, 'said')), spacing: 'Large' },
    { ...paragraph(plain(said)), weight: 'Bolder', spacing: 'None' },
    subtle(say(language, 'did')),
    { ...paragraph(plain(did)), spacing: 'None' },
    paragraph(plain(why)),
  ];
}
