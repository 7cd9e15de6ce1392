/** The one card about a person's messages themselves: several that came at once are told together. */
import { heading, paragraph, type Card } from '../../platform/cards.ts';
import type { Language } from '../../platform/words.ts';
import { say } from './words.ts';

/** In place of three cards or more; everything waits in the tab, whose address `home` is. */
export function digestCard(language: Language, home: string): Card {
  const open = { type: 'Action.OpenUrl', title: say(language, 'digest.open'), url: home };
  return {
    summary: say(language, 'digest.title'),
    body: [
      heading(say(language, 'digest.title')),
      paragraph(say(language, 'digest.text')),
      { type: 'ActionSet', actions: [open] },
    ],
  };
}
