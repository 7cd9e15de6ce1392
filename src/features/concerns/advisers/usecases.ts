/** Who can be asked: advisers who take requests, still have the role and are not away; and how near each is to whoever asks. */
import type { Caller } from '../../../platform/doors.ts';
import { Failure, isFailure } from '../../../platform/errors.ts';
import type { Platform } from '../../../platform/platform.ts';
import { mapAtOnce } from '../../../platform/at-once.ts';
import { rememberer } from '../../../platform/remembered.ts';
import { partnerOf } from '../../pairs/model.ts';
import { pairsOfPerson } from '../../pairs/usecases.ts';
import { cardOf, isCandidate, type Person } from '../../people/model.ts';
import { chainsAbove, findPeople } from '../../people/usecases.ts';
import { coordinatorsOf } from '../../programmes/usecases.ts';
import { participationsOf } from '../../recruitment/usecases.ts';
import type { Adviser, AdviserCard, AdviserDraft, Nearness } from '../model.ts';
import { mayAdvise } from '../policy.ts';
import { isAway, nearnessOf } from '../rules.ts';
import { advisers, place } from '../store.ts';

/** Levels above somebody who count as their manager. */
const levels = 2;

export async function advisersFor(deps: Platform, personId: string): Promise<AdviserCard[]> {
  return cardsFor(deps, personId, await takers(deps));
}

/** Those whom nothing ties to this person at work: whoever writes to the advisers is read by these. */
export async function advisersApart(deps: Platform, personId: string): Promise<AdviserCard[]> {
  return (await advisersFor(deps, personId)).filter(isApart);
}

const isApart = ({ near }: AdviserCard): boolean => near === undefined;

const remember = rememberer<readonly Taker[]>(1);

/** For cards, which go to many at once: who takes requests as it was within the last minute. */
export async function isAnyoneApart(deps: Platform, personId: string): Promise<boolean> {
  const recent = await remember(deps, 'takers', () => takers(deps));
  return (await cardsFor(deps, personId, recent)).some(isApart);
}

/** Ids of everybody who takes requests, also of who is away. */
export async function takingNow(deps: Platform): Promise<ReadonlySet<string>> {
  return new Set((await takers(deps)).map(({ person }) => person.id));
}

/** For texts that tell of advisers: whether there are any. */
export async function anyoneTakes(deps: Platform): Promise<boolean> {
  return (await advisers.list(deps.tables, place)).length > 0;
}

interface Taker {
  readonly person: Person;
  readonly said: Adviser;
}

async function takers(deps: Platform): Promise<Taker[]> {
  const rows = (await advisers.list(deps.tables, place)).map(({ value }) => value);
  const ids = rows.map(({ personId }) => personId);
  const [people, roles] = await Promise.all([
    findPeople(deps, ids),
    mapAtOnce(ids, 4, (one) => isAdviserNow(deps, one)),
  ]);
  return rows.flatMap((said, at) => {
    const person = people.get(said.personId);
    return person && isCandidate(person) && roles[at] === true ? [{ person, said }] : [];
  });
}

async function cardsFor(deps: Platform, personId: string, all: readonly Taker[]): Promise<AdviserCard[]> {
  const now = deps.clock.now();
  const present = all.filter(({ person, said }) => person.id !== personId && !isAway(said, now));
  if (present.length === 0) return [];
  const near = await nearTo(deps, personId);
  return present
    .map(({ person, said: { speaks } }) => {
      const how = nearnessOf(person.id, near);
      return { person: cardOf(person), speaks, ...(how === undefined ? {} : { near: how }) };
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
