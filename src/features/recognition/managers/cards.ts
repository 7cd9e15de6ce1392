/** What a manager gets: sentences about the programme, chosen by the person, and nothing of what was said in it. */
import { heading, paragraph, plain, subtle, type Card } from '../../../platform/cards.ts';
import type { Language } from '../../../platform/words.ts';
import { pictureElement } from '../pictures/cards.ts';
import { reasons, type Reason } from './model.ts';
import { say } from './words.ts';

export interface ManagerFacts {
  readonly name: string;
  readonly programme: string;
  readonly reasons: readonly Reason[];
}

export function managerCard(language: Language, facts: ManagerFacts): Card {
  const names = { name: plain(facts.name), programme: plain(facts.programme) };
  return {
    summary: say(language, 'card.summary'),
    body: [
      pictureElement(language, 'seedling'),
      heading(say(language, 'card.title', names)),
      ...reasons.flatMap((one) =>
        facts.reasons.includes(one) ? [paragraph(say(language, `reason.${one}`, names))] : [],
      ),
      subtle(say(language, 'card.foot', names)),
    ],
  };
}
