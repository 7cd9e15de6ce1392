import { wordsOf, type Language } from '../../../platform/words.ts';
import { daysOf, type Round } from '../model.ts';
import de from './words/de.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import nl from './words/nl.json' with { type: 'json' };

const say = wordsOf({ nl, fr, de, en });

const named = ['day-14', 'day-30', 'close', 'after-six-months'] as const;

/** `After four months`: what people call a round. */
export function sayRound(language: Language, round: Round): string {
  const own = named.find((one) => one === round);
  return own ? say(language, own) : say(language, 'regular', { months: daysOf(round) / 30 });
}
