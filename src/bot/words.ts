/** What the bot itself says, in four languages; what features say is in their own words. */
import { wordsOf } from '../platform/words.ts';
import de from './words/de.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import nl from './words/nl.json' with { type: 'json' };

export type BotWord = keyof typeof en;

export const say = wordsOf<BotWord>({ nl, fr, de, en });
