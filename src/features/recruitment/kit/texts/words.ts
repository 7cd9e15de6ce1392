/** The ready texts of the kit: `content/kit/`, one list for each language. */
import { wordsOf } from '../../../../platform/words.ts';
import de from '../../content/kit/de.json' with { type: 'json' };
import en from '../../content/kit/en.json' with { type: 'json' };
import fr from '../../content/kit/fr.json' with { type: 'json' };
import nl from '../../content/kit/nl.json' with { type: 'json' };

export const say = wordsOf({ nl, fr, de, en });
