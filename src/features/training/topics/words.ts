import { wordsOf, type Language } from '../../../platform/words.ts';
import { say as recruitmentSay } from '../../recruitment/words.ts';
import { isOfMentoring, type SupportTopic } from './model.ts';
import de from './words/de.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import nl from './words/nl.json' with { type: 'json' };

export const say = wordsOf({ nl, fr, de, en });

/** Topics of applications have their names there. */
export const sayTopic = (language: Language, topic: SupportTopic): string =>
  isOfMentoring(topic) ? say(language, `topic.${topic}`) : recruitmentSay(language, `topic.${topic}`);
