/** The texts of the ready set in a language; that all four hold the same items is tested. */
import type { Language } from '../../../platform/words.ts';
import de from '../content/support.de.json' with { type: 'json' };
import en from '../content/support.en.json' with { type: 'json' };
import fr from '../content/support.fr.json' with { type: 'json' };
import nl from '../content/support.nl.json' with { type: 'json' };
import type { QuestionTexts } from './model.ts';

const texts = { nl, fr, de, en };

export function supportTexts(language: Language): QuestionTexts {
  const found = texts[language];
  return { ...found, scale: found.scale as QuestionTexts['scale'] };
}
