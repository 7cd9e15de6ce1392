/** Single figures and names that the prose of the papers takes from the code, so that none can be out of date. */
import { longestKeyDays } from '../../../people/identity/rules.ts';
import { mostInAMonth } from '../../../people/messages/rules.ts';
import { floors } from '../../../release/model.ts';
import type { PaperFacts } from '../facts/model.ts';
import { say } from '../words.ts';

export function valuesKnown({ language, country, version, kinds }: PaperFacts): Readonly<Record<string, string>> {
  const endless = kinds.filter(({ kept }) => kept.until === 'no-end' && kept.about !== 'work').length;
  return {
    version,
    ...{ ratingFloor: String(floors.rating), textFloor: String(floors.text) },
    keyDays: String(longestKeyDays),
    messagesAMonth: String(mostInAMonth),
    ...{ kinds: String(kinds.length), tables: String(new Set(kinds.map(({ table }) => table)).size) },
    fields: String(new Set(kinds.flatMap(({ fields }) => fields)).size),
    endless: say(language, 'endless', { count: endless }),
    authority: say(language, `authority.${country}`),
  };
}
