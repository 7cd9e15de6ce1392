/** Names for the lists of the proposals that were searched last: of many people the whole directory is read. */
import type { Platform } from '../../../platform/platform.ts';
import { rememberer } from '../../../platform/remembered.ts';
import { folded } from '../../../platform/words.ts';
import { findPeople } from '../../people/usecases.ts';
import type { Names } from './rules.ts';

const remembered = rememberer<Names>(4);

/** `ids` is asked where the list with this key is not remembered. */
export function namesFor(deps: Platform, key: string, ids: () => readonly string[]): Promise<Names> {
  return remembered(deps, key, () => readNames(deps, ids()));
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
