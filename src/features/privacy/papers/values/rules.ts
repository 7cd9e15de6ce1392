/** Single figures and names that the prose of the papers takes from the code, so that none can be out of date. */
import { day, hour } from '../../../../platform/clock.ts';
import { longestKeyDays } from '../../../people/identity/rules.ts';
import { mostInAMonth } from '../../../people/messages/rules.ts';
import { floors } from '../../../release/model.ts';
import { dailyFor, hourlyFor } from '../../copies/rules.ts';
import { sayKind } from '../../kinds/rules.ts';
import { partAfter } from '../../retention/rules.ts';
import { say as sayPrivacy } from '../../words.ts';
import type { PaperFacts } from '../facts/model.ts';
import { say } from '../words.ts';

export function valuesKnown({ language, country, version, kinds }: PaperFacts): Readonly<Record<string, string>> {
  const endless = kinds.filter(({ kept }) => kept.until === 'no-end' && kept.about !== 'work');
  return {
    version,
    ...{ ratingFloor: String(floors.rating), textFloor: String(floors.text) },
    keyDays: String(longestKeyDays),
    ...{ copyHours: String(hourlyFor / hour), copyDays: String(dailyFor / day), partDays: String(partAfter / day) },
    messagesAMonth: String(mostInAMonth),
    ...{ kinds: String(kinds.length), tables: String(new Set(kinds.map(({ table }) => table)).size) },
    fields: String(new Set(kinds.flatMap(({ fields }) => fields)).size),
    endless: say(language, 'endless', {
      count: endless.length,
      list: endless.map((one) => sayKind(language, one)).join('; '),
    }),
    ownData: sayPrivacy(language, 'data.title'),
    authority: say(language, `authority.${country}`),
  };
}
