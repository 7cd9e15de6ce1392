/** The sentences about what counts, and how what a draft puts first is said. */
import { wordsOf, type Language } from '../../../platform/words.ts';
import type { Aims } from '../model.ts';
import { say as sayMatching } from '../words.ts';
import de from './words/de.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import nl from './words/nl.json' with { type: 'json' };

export const say = wordsOf({ nl, fr, de, en });

export function sayAims(language: Language, { preset, own }: Pick<Aims, 'preset' | 'own'>): string {
  const words = sayMatching(language, `preset.${preset}`);
  return own ? say(language, 'own', { preset: words }) : words;
}
