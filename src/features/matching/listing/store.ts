/** Names for the lists of the proposals that were searched last, remembered for a minute: of many people the whole directory is read. */
import { minute } from '../../../platform/clock.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Tables } from '../../../platform/tables.ts';
import { folded } from '../../../platform/words.ts';
import { findPeople } from '../../people/usecases.ts';
import type { Names } from './rules.ts';

interface Remembered {
  readonly at: number;
  readonly names: Promise<Names>;
}

const rememberedFor = minute;
const most = 4;
const remembered = new WeakMap<Tables, Map<string, Remembered>>();

/** `ids` is asked where the list with this key is not remembered. */
export function namesFor(deps: Platform, key: string, ids: () => readonly string[]): Promise<Names> {
  const lists = remembered.get(deps.tables) ?? new Map<string, Remembered>();
  remembered.set(deps.tables, lists);
  const now = deps.clock.machine();
  const known = lists.get(key);
  if (known && now - known.at < rememberedFor) return known.names;
  const names = readNames(deps, ids());
  lists.delete(key);
  lists.set(key, { at: now, names });
  names.catch(() => lists.delete(key));
  for (const old of [...lists.keys()].slice(0, -most)) lists.delete(old);
  return names;
}

async function readNames(deps: Platform, ids: readonly string[]): Promise<Names> {
  const found = await findPeople(deps, ids);
  return new Map(
    [...found].map(([id, { name, jobTitle = '', department = '', site = '' }]) => [
      id,
      { name, text: folded([name, jobTitle, department, site].join(' ')) },
    ]),
  );
}
