/** Decisions about telling managers: the text, and whether what was agreed to is still what would be sent. */
import type { Language } from '../../../platform/words.ts';
import type { WordFacts, WordText } from './model.ts';
import { say } from './words.ts';

/** `name`: of who takes part. */
export function wordTextOf(
  language: Language,
  facts: Omit<WordFacts, 'managerId'> & { readonly name: string },
): WordText {
  const { name, programmeName: programme, hoursAMonth: hours } = facts;
  return {
    language,
    title: say(language, 'word.title', { name, programme }),
    paragraphs: [
      say(language, 'word.agreed', { name }),
      say(language, 'word.hours', { hours }),
      say(language, 'word.assessment'),
      say(language, 'word.nothing'),
    ],
  };
}

/** Another manager, another name, other hours: it is another text, and nobody agreed to that. */
export function isSameText(a: WordFacts, b: WordFacts): boolean {
  return a.managerId === b.managerId && a.programmeName === b.programmeName && a.hoursAMonth === b.hoursAMonth;
}
