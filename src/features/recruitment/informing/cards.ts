/** What a manager gets: the very text that the person agreed to, and nothing else. */
import { heading, paragraph, plain, type Card } from '../../../platform/cards.ts';
import type { Language } from '../../../platform/words.ts';
import type { WordFacts } from './model.ts';
import { wordTextOf } from './rules.ts';
import { say } from './words.ts';

export function managerCard(language: Language, facts: Omit<WordFacts, 'managerId'> & { readonly name: string }): Card {
  const safe = { ...facts, name: plain(facts.name), programmeName: plain(facts.programmeName) };
  const { title, paragraphs } = wordTextOf(language, safe);
  return { summary: say(language, 'card.summary'), body: [heading(title), ...paragraphs.map(paragraph)] };
}
