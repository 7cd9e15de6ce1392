/** The gate: who is ready to be matched, the switch, exceptions, and what it means for a person. */
import type { Caller } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import type { Platform } from '../../../platform/platform.ts';
import { untilUnchanged } from '../../../platform/tables/conflict.ts';
import { folded, holdsWords } from '../../../platform/words.ts';
import type { ReadyFinder } from '../../matching/facts/usecases.ts';
import { isLiving } from '../../pairs/model.ts';
import { pairsOfPerson } from '../../pairs/usecases.ts';
import { cardOf } from '../../people/model.ts';
import { findPeople } from '../../people/usecases.ts';
import { askForCourses, coordinatedProgramme, findProgramme } from '../../programmes/usecases.ts';
import type { Application } from '../../recruitment/model.ts';
import { appliedTo, type ApplicationListener } from '../../recruitment/usecases.ts';
import { ownPathIn, ownPathOf, standingOf, type Standing } from '../role-paths/usecases.ts';
import { wholePathOf } from '../rules.ts';
import { coursesDoneIn, hasApplied } from '../usecases.ts';
import {
  peopleOnPage,
  type Exception,
  type Grant,
  type PeoplePage,
  type PeopleQuery,
  type TrainingPage,
} from './model.ts';
import { pathToShow } from './own-path/usecases.ts';
import { isLeftOut, isShown, readyAmong, sidesOf, type Knowing } from './rules.ts';
import { exceptions } from './store.ts';

/** For the matching: everybody where the programme does not ask for the courses. */
export const readyOf: ReadyFinder = async (deps, programmeId, applications) => {
  const programme = await findProgramme(deps, programmeId);
  if (programme?.coursesFirst !== true) return applications;
  return readyAmong(applications, await knownOf(deps, programmeId));
};

interface Known extends Knowing {
  readonly granted: ReadonlyMap<string, Exception>;
}

async function knownOf(deps: Platform, programmeId: string): Promise<Known> {
  const [isDone, own, rows] = await Promise.all([
    coursesDoneIn(deps, programmeId),
    ownPathOf(deps, programmeId),
    exceptions.list(deps.tables, programmeId),
  ]);
  const living = rows.filter(({ value }) => value.endedAt === undefined);
  const granted = new Map(living.map(({ value }) => [value.personId, value]));
  return { isDone, own, granted, isExcepted: (personId) => granted.has(personId) };
}

export async function viewTraining(deps: Platform, caller: Caller, programmeId: string): Promise<TrainingPage> {
  const { value: programme } = await coordinatedProgramme(deps, caller, programmeId);
  const [all, known, path] = await Promise.all([
    appliedTo(deps, programmeId),
    knownOf(deps, programmeId),
    pathToShow(deps, caller.language, programme),
  ]);
  const count = (is: (one: Application) => boolean): number => all.filter(is).length;
  return {
    ...{ programmeName: programme.name, isOn: programme.coursesFirst === true },
    ...path,
    figures: {
      invited: all.length,
      done: count((one) => isShown('done', one, known)),
      excepted: count((one) => isShown('excepted', one, known)),
      leftOut: count((one) => isLeftOut(one, known)),
    },
  };
}

/** In the order of their names. */
export async function listTrainees(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  { search = '', from = 0, show = 'all' }: PeopleQuery,
): Promise<PeoplePage> {
  await coordinatedProgramme(deps, caller, programmeId);
  const [all, known] = await Promise.all([appliedTo(deps, programmeId), knownOf(deps, programmeId)]);
  const wanted = all.filter((one) => isShown(show, one, known));
  const people = await findPeople(deps, [
    ...wanted.map(({ personId }) => personId),
    ...[...known.granted.values()].map(({ by }) => by),
  ]);
  const found = wanted
    .flatMap((one) => {
      const person = people.get(one.personId);
      return person ? [{ one, person }] : [];
    })
    .filter(({ person: { name, jobTitle = '', department = '' } }) =>
      search === '' ? true : holdsWords(folded(`${name} ${jobTitle} ${department}`), search),
    )
    .sort((a, b) => a.person.name.localeCompare(b.person.name) || (a.one.personId < b.one.personId ? -1 : 1));
  const begin = Math.min(from, Math.max(0, Math.ceil(found.length / peopleOnPage) - 1) * peopleOnPage);
  return {
    ...{ from: begin, total: found.length },
    rows: found.slice(begin, begin + peopleOnPage).map(({ one, person }) => {
      const { all: wanted, done } = sidesOf(one, known);
      const granted = known.granted.get(one.personId);
      const doneAs = done.length < wanted.length ? done[0] : undefined;
      return {
        ...{ person: cardOf(person), role: one.answers.role, isDone: done.length === wanted.length },
        ...(doneAs ? { doneAs } : {}),
        ...(granted
          ? { exception: { why: granted.why, byName: people.get(granted.by)?.name ?? '…', at: granted.at } }
          : {}),
      };
    }),
  };
}

/** Noted in the audit log before it is so. */
export async function switchGate(deps: Platform, caller: Caller, programmeId: string, isOn: boolean): Promise<void> {
  const row = await coordinatedProgramme(deps, caller, programmeId);
  if ((row.value.coursesFirst === true) === isOn) return;
  const object = `programme:${programmeId}`;
  await deps.audit.note({
    ...{ who: caller.personId, what: 'training.gate', object, outcome: isOn ? 'on' : 'off' },
  });
  await askForCourses(deps, row, isOn);
}

/** For somebody who applied; granted again, the newer reason counts. */
export async function grantException(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  { personId, why }: Grant,
): Promise<void> {
  await coordinatedProgramme(deps, caller, programmeId);
  if (!(await hasApplied(deps, programmeId, personId))) throw new Failure('not-found', 'not-applied-here');
  const row = await exceptions.find(deps.tables, programmeId, personId);
  await noteException(deps, caller, { programmeId, personId }, 'granted');
  const made: Exception = { personId, why, by: caller.personId, at: deps.clock.now() };
  await deps.tables.commit([row ? exceptions.replace(row, made) : exceptions.create(programmeId, personId, made)]);
}

/** Taken back twice it is the same. */
export async function takeBackException(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  personId: string,
): Promise<void> {
  await coordinatedProgramme(deps, caller, programmeId);
  const row = await exceptions.find(deps.tables, programmeId, personId);
  if (!row || row.value.endedAt !== undefined) return;
  await noteException(deps, caller, { programmeId, personId }, 'taken-back');
  const ended = { endedAt: deps.clock.now(), endedBy: caller.personId };
  await deps.tables.commit([exceptions.replace(row, { ...row.value, ...ended })]);
}

async function noteException(
  deps: Platform,
  { personId: who }: Caller,
  { programmeId, personId }: { readonly programmeId: string; readonly personId: string },
  outcome: string,
): Promise<void> {
  const object = `programme:${programmeId}`;
  await deps.audit.note({ who, what: 'training.exception', object, about: personId, outcome });
}

/** What a gate is for a person: without an exception nothing where it leaves open a side, or the person has a partner in the programme. */
export interface GateOfPerson {
  readonly programmeId: string;
  readonly programmeName: string;
  readonly missing: readonly string[];
  /** The reason, as the coordinator wrote it. */
  readonly exception?: string;
}

export async function gatesOf(deps: Platform, personId: string, known?: Standing): Promise<GateOfPerson[]> {
  const { applications, programmes, done } = known ?? (await standingOf(deps, personId));
  const applied = applications.filter(({ status }) => status === 'applied');
  if (applied.length === 0) return [];
  const pairs = await pairsOfPerson(deps, personId);
  const paired = new Set(pairs.filter(isLiving).map(({ programmeId }) => programmeId));
  const found = await Promise.all(
    applied.map(async (one): Promise<GateOfPerson[]> => {
      const { programmeId } = one;
      const programme = programmes.get(programmeId);
      const [row, own] = await Promise.all([
        exceptions.find(deps.tables, programmeId, personId),
        ownPathIn(deps, programme),
      ]);
      const { all, done: open } = sidesOf(one, { own, isDone: () => (id) => done.has(id) });
      const isOpen = open.length > 0 || all.length === 0;
      if (!programme) return [];
      // What was written about somebody they can read, whether it matters now or not.
      const exception = row && row.value.endedAt === undefined ? { exception: row.value.why } : undefined;
      const isClosed = programme.coursesFirst === true && !paired.has(programmeId) && !isOpen;
      if (!isClosed && !exception) return [];
      const path = new Set(all.flatMap((side) => wholePathOf(side, own)));
      const missing = [...path].filter((id) => !done.has(id));
      return [{ programmeId, programmeName: programme.name, missing, ...exception }];
    }),
  );
  return found.flat();
}

/** Whoever withdraws takes the exception along. */
export const forgetException: ApplicationListener = async (deps, { programmeId, personId, status }) => {
  if (status !== 'withdrawn') return;
  await untilUnchanged(async () => {
    const row = await exceptions.find(deps.tables, programmeId, personId);
    if (row) await deps.tables.commit([exceptions.remove(row)]);
  });
};
