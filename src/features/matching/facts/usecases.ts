/** What a proposal is made of: applications, people, what coordinators changed by hand, where each person belongs. */
import type { Platform } from '../../../platform/platform.ts';
import { isAdmittedTo } from '../../people/guests/usecases.ts';
import type { Person } from '../../people/model.ts';
import { chainsAbove, findPeople } from '../../people/usecases.ts';
import { takesPartAs, type Application } from '../../recruitment/model.ts';
import { applied, someApplied } from '../../recruitment/store.ts';
import type { MatchProblem, PairIds } from '../engine/model.ts';
import type { PartsOf } from '../fairness/rules.ts';
import { usualAims, type Override, type Aims } from '../model.ts';
import { countMissing, problemFrom, type Facts } from '../rules.ts';
import { standings } from '../store.ts';

const levelsToTheTop = 30;

/**
 * For a later feature, which knows who is ready to be matched; handed over where the doors are put together (`gated`). It gives the
 * applications back that a proposal is made of; of somebody who applied for both sides perhaps one.
 */
export type ReadyFinder = (
  deps: Platform,
  programmeId: string,
  applications: readonly Application[],
) => Promise<readonly Application[]>;

export interface Gated extends Platform {
  readonly readyOf?: ReadyFinder;
}

/** Routes or jobs as they are, with a way to find who is ready. */
export function gated<Door extends { run(deps: Platform, ...asked: never[]): unknown }>(
  readyOf: ReadyFinder,
  doors: readonly Door[],
): Door[] {
  return doors.map((door) => ({
    ...door,
    run: (deps: Platform, ...asked: never[]) => door.run({ ...deps, readyOf } as Gated, ...asked),
  }));
}

/** Those of the applications that may be matched now. */
export async function readyAmong(
  deps: Gated,
  programmeId: string,
  applications: readonly Application[],
): Promise<readonly Application[]> {
  return deps.readyOf ? deps.readyOf(deps, programmeId, applications) : applications;
}

export interface FactsWish {
  readonly kept: readonly PairIds[];
  readonly overrides: readonly Override[];
  readonly aims: Aims;
}

/** With how many people wait for a match and are not in it, since they are not ready, on one side at least. */
export type Gathered = Facts & { readonly notReady: number };

export async function factsOf(deps: Platform, programmeId: string, wish: FactsWish): Promise<Gathered> {
  return withChains(deps, await withoutChains(deps, programmeId, wish));
}

async function withChains<F extends Omit<Facts, 'chains'>>(
  deps: Platform,
  facts: F,
): Promise<F & Pick<Facts, 'chains'>> {
  const ids = facts.applications.map((one) => one.personId);
  return { ...facts, chains: await chainsAbove(deps, ids, levelsToTheTop, facts.people) };
}

interface SampleWish {
  /** The id at which the draw begins. */
  readonly from: string;
  readonly mentees: number;
  readonly mentors: number;
}

/** The same of some of those who wait: so few that reading them takes as long in a large organisation as in a small one. */
export async function someFactsOf(deps: Platform, programmeId: string, wish: SampleWish): Promise<Facts> {
  const [some, told] = await Promise.all([
    someApplied(deps.tables, programmeId, wish.from),
    standings.list(deps.tables, programmeId),
  ]);
  const all = await readyAmong(deps, programmeId, some);
  const living = new Set(told.filter(({ value }) => value.state === 'living').map(({ value }) => value.menteeId));
  const mentees = all.filter((one) => takesPartAs('mentee', one) && !living.has(one.personId));
  const mentors = all.filter((one) => takesPartAs('mentor', one) && one.answers.mayShowName);
  const drawn = new Set([...mentees.slice(0, wish.mentees), ...mentors.slice(0, wish.mentors)]);
  const applications = all.filter((one) => drawn.has(one));
  return withChains(deps, {
    ...{ aims: usualAims, overrides: [], kept: [], applications, standings: told.map((row) => row.value) },
    people: await peopleOf(deps, applications),
  });
}

/** Who waits for a match now, without reporting lines: enough to count and to compare places with wishes. */
export async function whoWaits(
  deps: Platform,
  programmeId: string,
  overrides: readonly Override[],
): Promise<{ readonly pool: MatchProblem; readonly notReady: number }> {
  const facts = await withoutChains(deps, programmeId, { kept: [], overrides, aims: usualAims });
  return { pool: problemFrom({ ...facts, chains: new Map() }), notReady: facts.notReady };
}

async function withoutChains(deps: Platform, programmeId: string, wish: FactsWish): Promise<Omit<Gathered, 'chains'>> {
  const [applications, told] = await Promise.all([
    applied(deps.tables, programmeId),
    standings.list(deps.tables, programmeId),
  ]);
  const [people, ready] = await Promise.all([
    peopleOf(deps, applications),
    readyAmong(deps, programmeId, applications),
  ]);
  const facts = { ...wish, people, standings: told.map((row) => row.value) };
  return {
    ...facts,
    applications: ready,
    notReady: countMissing({ ...facts, chains: new Map() }, applications, ready),
  };
}

/** Without guests who are not admitted, such as colleagues who became one. */
async function peopleOf(deps: Platform, applications: readonly Application[]): Promise<Map<string, Person>> {
  const found = await findPeople(
    deps,
    applications.map((one) => one.personId),
  );
  for (const { personId, programmeId } of applications) {
    const one = found.get(personId);
    if (one?.kind === 'guest' && !(await isAdmittedTo(deps, one, programmeId))) found.delete(personId);
  }
  return found;
}

/** Steps below the top of the organisation; further down they are one part. */
const lowestLevel = 6;

/** By the directory, and by how somebody wants to meet. */
export function partsOf({ applications, people, chains }: Facts): PartsOf {
  const by = (part: (personId: string) => string | undefined): Readonly<Record<string, string>> =>
    Object.fromEntries(
      applications.flatMap(({ personId }) => {
        const found = part(personId);
        return found === undefined ? [] : [[personId, found]];
      }),
    );
  const meeting = new Map(applications.map(({ personId, answers }) => [personId, answers.meeting]));
  return {
    site: by((id) => people.get(id)?.site),
    department: by((id) => people.get(id)?.department),
    country: by((id) => people.get(id)?.country),
    language: by((id) => people.get(id)?.language),
    level: by((id) => levelOf(chains.get(id))),
    meeting: by((id) => meeting.get(id)),
  };
}

/** Of whom the directory names no manager nobody knows the level: few are the top, and more have an entry that is not kept. */
function levelOf(chain: readonly string[] | undefined): string | undefined {
  return chain && chain.length > 0 ? String(Math.min(lowestLevel, chain.length)) : undefined;
}
