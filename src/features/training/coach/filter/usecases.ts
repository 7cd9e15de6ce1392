/** The names of the organisation, as this process last read its directory: taken apart once for everybody who types. */
import type { Platform } from '../../../../platform/platform.ts';
import { everybodyAsRead, type Colleague } from '../../../people/everybody/usecases.ts';
import { syncRows } from '../../../people/store.ts';
import { tokensIn } from '../phrases/rules.ts';
import type { NameLists } from './model.ts';

const kept = new WeakMap<readonly Colleague[], NameLists>();

/** Nothing until the directory was read once as a whole: before that a name may be anybody's. */
export async function namesOfDirectory(deps: Platform): Promise<NameLists | undefined> {
  const state = (await syncRows.find(deps.tables, 'system', 'directory'))?.value;
  if (state?.finishedAt === undefined) return undefined;
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
