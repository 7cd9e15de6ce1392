/** Naming helpers, and what a helper sees. What they enter is in `slips/` and `forms/`. */
import type { Caller } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import type { Platform } from '../../../platform/platform.ts';
import { untilUnchanged } from '../../../platform/tables/conflict.ts';
import { isCandidate, type PersonCard } from '../../people/model.ts';
import { findCards, findPerson } from '../../people/usecases.ts';
import { programmeIn, type Programme } from '../../programmes/model.ts';
import { coordinatedProgramme, coordinatorsOf, findProgramme } from '../../programmes/usecases.ts';
import { applyingNow, closingDayOf } from '../usecases.ts';
import type { HelpingLine, HelpingPage } from './model.ts';
import { mayHelp } from './policy.ts';
import { helpers, helps } from './store.ts';

/** The programme, for whoever may help others to apply to it; else Failure `not-found`, also while it is being prepared. */
export async function helpedProgramme(deps: Platform, caller: Caller, programmeId: string): Promise<Programme> {
  const [programme, named, team] = await Promise.all([
    findProgramme(deps, programmeId),
    helpersOf(deps, programmeId),
    coordinatorsOf(deps, programmeId),
  ]);
  if (!programme || programme.stage === 'prepare' || !mayHelp(caller, named, team))
    throw new Failure('not-found', 'programme-gone');
  return programme;
}

export async function helpersOf(deps: Platform, programmeId: string): Promise<string[]> {
  return (await helpers.list(deps.tables, programmeId)).map(({ value }) => value.personId);
}

export async function helpingPageOf(deps: Platform, caller: Caller, programmeId: string): Promise<HelpingPage> {
  const programme = await helpedProgramme(deps, caller, programmeId);
  const { id, name, forWhom, why, howChosen } = programmeIn(caller.language, programme);
  const closesOn = await closingDayOf(deps, programmeId);
  return {
    programme: { id, name, forWhom, why, howChosen },
    open: (await applyingNow(deps, programme)) === 'open',
    ...(closesOn === undefined ? {} : { closesOn }),
  };
}

/** For which programmes somebody helps; those that are still prepared, or over, are left out. */
export async function helpingOf(deps: Platform, caller: Caller): Promise<HelpingLine[]> {
  const lines = await helps.list(deps.tables, caller.personId);
  const found = await Promise.all(
    lines.map(async ({ value: { programmeId } }) => {
      const [programme, named] = await Promise.all([
        findProgramme(deps, programmeId),
        helpers.find(deps.tables, programmeId, caller.personId),
      ]);
      const isOn = programme?.stage === 'recruit' || programme?.stage === 'match';
      return programme && named && isOn ? [{ programmeId, name: programme.name }] : [];
    }),
  );
  return found.flat();
}

export async function helperCards(deps: Platform, programmeId: string): Promise<PersonCard[]> {
  return Object.values(await findCards(deps, await helpersOf(deps, programmeId)));
}

export async function addHelper(deps: Platform, caller: Caller, programmeId: string, added: string): Promise<void> {
  await coordinatedProgramme(deps, caller, programmeId);
  const one = await findPerson(deps, added);
  if (!one || !isCandidate(one)) throw new Failure('bad-input', 'person-gone');
  await deps.audit.note({
    who: caller.personId,
    what: 'role.added',
    object: `programme:${programmeId} helper`,
    about: added,
  });
  await deps.tables.commit([helps.put(added, programmeId, { programmeId })]);
  await deps.tables.commit([helpers.put(programmeId, added, { personId: added, addedAt: deps.clock.now() })]);
}

/** From the next request on this person is refused; what they entered stays. */
export async function removeHelper(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  removed: string,
): Promise<void> {
  await coordinatedProgramme(deps, caller, programmeId);
  const row = await helpers.find(deps.tables, programmeId, removed);
  if (row) {
    const object = `programme:${programmeId} helper`;
    await deps.audit.note({ who: caller.personId, what: 'role.removed', object, about: removed });
    await deps.tables.commit([helpers.remove(row)]);
  }
  // Also when an earlier try took out the helper and nothing more.
  await untilUnchanged(async () => {
    const line = await helps.find(deps.tables, removed, programmeId);
    if (line) await deps.tables.commit([helps.remove(line)]);
  });
}
