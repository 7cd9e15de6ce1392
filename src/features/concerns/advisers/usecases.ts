/** Who can be asked: advisers who take requests, still have the role and are not away; and how near each is to whoever asks. */
import type { Caller } from '../../../platform/doors.ts';
import { Failure, isFailure } from '../../../platform/errors.ts';
import type { Platform } from '../../../platform/platform.ts';
import { mapAtOnce } from '../../../platform/at-once.ts';
import { partnerOf } from '../../pairs/model.ts';
import { pairsOfPerson } from '../../pairs/usecases.ts';
import { cardOf, isCandidate } from '../../people/model.ts';
import { chainsAbove, findPeople } from '../../people/usecases.ts';
import { coordinatorsOf } from '../../programmes/usecases.ts';
import { participationsOf } from '../../recruitment/usecases.ts';
import type { AdviserCard, AdviserDraft, Nearness } from '../model.ts';
import { mayAdvise } from '../policy.ts';
import { isAway, nearnessOf } from '../rules.ts';
import { advisers, place } from '../store.ts';

/** Levels above somebody who count as their manager. */
const levels = 2;

export async function advisersFor(deps: Platform, personId: string): Promise<AdviserCard[]> {
  const rows = await advisers.list(deps.tables, place);
  const there = rows.map(({ value }) => value).filter((one) => one.personId !== personId);
  const present = there.filter((one) => !isAway(one, deps.clock.now()));
  const [people, roles, near] = await Promise.all([
    findPeople(
      deps,
      present.map((one) => one.personId),
    ),
    mapAtOnce(present, 4, (one) => isAdviserNow(deps, one.personId)),
    nearTo(deps, personId),
  ]);
  return present
    .flatMap(({ personId: of, speaks }, at) => {
      const one = people.get(of);
      if (!one || !isCandidate(one) || roles[at] !== true) return [];
      const how = nearnessOf(of, near);
      return [{ person: cardOf(one), speaks, ...(how === undefined ? {} : { near: how }) }];
    })
    .sort((a, b) => a.person.name.localeCompare(b.person.name));
}

/** While Graph is away whoever took requests is believed: nobody is left without an adviser for that. */
export async function isAdviserNow(deps: Platform, personId: string): Promise<boolean> {
  try {
    const roles = await deps.roles.of(personId);
    return roles === 'unknown' || roles.includes('Adviser');
  } catch (error) {
    if (!isFailure(error, 'unavailable')) throw error;
    return true;
  }
}

async function nearTo(deps: Platform, personId: string): Promise<Readonly<Record<Nearness, ReadonlySet<string>>>> {
  const [above, pairs, taking] = await Promise.all([
    chainsAbove(deps, [personId], levels),
    pairsOfPerson(deps, personId),
    participationsOf(deps, personId),
  ]);
  const programmes = [...new Set([...pairs, ...taking].map(({ programmeId }) => programmeId))];
  const teams = await Promise.all(programmes.map((one) => coordinatorsOf(deps, one)));
  return {
    manager: new Set(above.get(personId)),
    partner: new Set(pairs.map((one) => partnerOf(one, personId))),
    coordinator: new Set(teams.flat()),
  };
}

/** Says that one takes requests, in which languages, and until when one is away; or takes none any more. */
export async function setAdvising(deps: Platform, caller: Caller, draft: AdviserDraft): Promise<void> {
  if (!mayAdvise(caller)) throw new Failure('not-found', 'not-found');
  const { takes, ...rest } = draft;
  const row = await advisers.find(deps.tables, place, caller.personId);
  if (takes) await deps.tables.commit([advisers.put(place, caller.personId, { ...rest, personId: caller.personId })]);
  else if (row) await deps.tables.commit([advisers.remove(row)]);
}
