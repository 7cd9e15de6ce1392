/** A kind hint to the two, and a message in a coordinator's name. Neither says anything of what anybody answered. */
import { heading, paragraph, plain, subtle, type Card } from '../../../platform/cards.ts';
import type { Language } from '../../../platform/words.ts';
import type { Reason, Signal } from './model.ts';
import { say } from './words.ts';

export interface HintNews {
  readonly programmeId: string;
  readonly pairId: string;
  readonly partner: string;
}

export type Hinted = Exclude<Signal, 'cancelled-twice' | 'not-back'>;

export function hintCard(language: Language, why: Hinted, { programmeId, pairId, partner }: HintNews): Card {
  const name = plain(partner);
  const subject = { programmeId, pairId };
  return {
    summary: say(language, 'hint.summary'),
    body: [
      heading(say(language, `hint.${why}.title`, { name })),
      paragraph(say(language, `hint.${why}.text`, { name })),
      paragraph(say(language, 'hint.course.text')),
      subtle(say(language, 'hint.rule')),
    ],
    buttons: [
      { title: say(language, 'hint.find'), verb: 'pairs.findTime', subject, opens: 'dialog', style: 'positive' },
      { title: say(language, 'hint.page'), verb: 'pairs.open', subject, opens: 'dialog' },
      // A page of a later feature: the button is only an address.
      {
        ...{ title: say(language, 'hint.course'), verb: 'training.open', opens: 'dialog' },
        subject: { courseId: 'when-it-does-not-work' },
      },
    ],
  };
}

export interface Letter {
  /** First names. */
  readonly to: string;
  readonly from: string;
}

export function letterCard(language: Language, why: Reason, { to, from }: Letter): Card {
  const names = { to: plain(to), from: plain(from) };
  return {
    summary: say(language, 'hint.summary'),
    body: [
      heading(say(language, 'letter.title', names)),
      paragraph(say(language, `letter.${why}`, names)),
      subtle(say(language, 'letter.answer', names)),
    ],
  };
}
