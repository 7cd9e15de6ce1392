/** The names of the organisation, as this process last read its directory: taken apart once for everybody who types. */
import type { Platform } from '../../../../platform/platform.ts';
import { everybodyAsRead, type Colleague } from '../../../people/everybody/usecases.ts';
import { tokensIn } from '../phrases/rules.ts';
import type { NameLists } from './model.ts';

const kept = new WeakMap<readonly Colleague[], NameLists>();

export async function namesOfDirectory(deps: Platform): Promise<NameLists> {
  const people = await everybodyAsRead(deps);
  const before = kept.get(people);
  if (before) return before;
  const lists = listsOf(people);
  kept.set(people, lists);
  return lists;
}

/** Who left, and guests, are talked about as well. */
function listsOf(people: readonly Pick<Colleague, 'name'>[]): NameLists {
  const [given, family] = [new Set<string>(), new Set<string>()];
  for (const { name } of people) {
    const [first = '', ...rest] = name.split(/\s+/);
    for (const { key } of tokensIn(first)) given.add(key);
    for (const { key } of tokensIn(rest.join(' '))) family.add(key);
  }
  return { given, family };
}
