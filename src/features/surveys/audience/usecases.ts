/** Finding the people of an audience, in the directory, in its groups, and among the participants of a programme. */
import { localDate } from '../../../platform/clock.ts';
import type { Caller } from '../../../platform/doors.ts';
import { isFailure } from '../../../platform/errors.ts';
import { idOf } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import { organisationZone } from '../../../platform/zone.ts';
import { tenureIds, tenureOn } from '../../people/everybody/rules.ts';
import { everybody, everybodyAsRead, type Colleague } from '../../people/everybody/usecases.ts';
import { isCandidate } from '../../people/model.ts';
import { coordinatedProgramme, myProgrammes } from '../../programmes/usecases.ts';
import {
  groupKey,
  hindrances,
  participantsKey,
  type Audience,
  type AudienceAnswer,
  type AudienceCounts,
  type AudienceQuestion,
  type Facts,
  type Filters,
  type Group,
  type Hindrance,
  type Participant,
  type Sample,
} from './model.ts';
import { countBy, goneGroups, hindranceOf, participantsIn, rulesOf, whoFits } from './rules.ts';
import { drawn, sizeAsked } from './sampling/rules.ts';

/** For a later feature, which knows who takes part in a programme; handed over where the doors are put together (`knowing`). */
export type ParticipantFinder = (deps: Platform, programmeId: string) => Promise<readonly Participant[]>;

export interface Knowing extends Platform {
  readonly participantsOf?: ParticipantFinder;
}

/** The routes or jobs of surveys as they are, with a way to find the participants of a programme. */
export function knowing<Door extends { run(deps: Platform, ...asked: never[]): unknown }>(
  participantsOf: ParticipantFinder,
  doors: readonly Door[],
): Door[] {
  return doors.map((door) => ({
    ...door,
    run: (deps: Platform, ...asked: never[]) => door.run({ ...deps, participantsOf } as Knowing, ...asked),
  }));
}

export interface Found {
  /** Who can be asked. */
  readonly people: readonly Colleague[];
  readonly hindered: ReadonlyMap<Hindrance, number>;
}

/** Everybody whom the audience describes, now. */
export async function peopleIn(deps: Knowing, audience: Audience): Promise<Found> {
  const [all, facts] = await Promise.all([everybody(deps), factsFor(deps, audience)]);
  return foundIn(all, audience, facts);
}

/** The same of people who were read already. Nobody, where a group that was to be left out is no longer there. */
export function foundIn(all: readonly Colleague[], audience: Audience, facts: Facts): Found {
  if (goneGroups(rulesOf(audience).except, facts).length > 0) return { people: [], hindered: new Map() };
  const fits = whoFits(audience, facts);
  const named = facts.groups.size > 0 || facts.participants.size > 0;
  const hindered = new Map<Hindrance, number>();
  const count = (why: Hindrance): unknown => hindered.set(why, (hindered.get(why) ?? 0) + 1);
  const people: Colleague[] = [];
  for (const one of all) {
    if (!fits(one)) continue;
    const why = hindranceOf(one);
    if (why === undefined) people.push(one);
    // Who left is still described by a department of old, and is missed only where somebody named them.
    else if (named || why !== 'left') count(why);
  }
  for (const _ of unknownIn(all, audience, facts)) count('unknown');
  return { people: people.sort((a, b) => (a.id < b.id ? -1 : 1)), hindered };
}

/** In a wanted group, and not read from the directory yet. */
function unknownIn(all: readonly Colleague[], audience: Audience, facts: Facts): Set<string> {
  const wanted = rulesOf(audience).any.flatMap(({ groups = [] }) => groups);
  const ids = new Set(wanted.flatMap((one) => [...(facts.groups.get(groupKey(one)) ?? [])]));
  if (ids.size > 0) for (const { id } of all) ids.delete(id);
  return ids;
}

/** What the audience needs to know besides the directory's rows. */
export async function factsFor(
  deps: Knowing,
  audience: Audience,
  membersOf: (one: Group) => Promise<readonly string[] | undefined> = (one) => membersNow(deps, one),
): Promise<Facts> {
  const { any, except } = rulesOf(audience);
  const rules = [...any, ...except];
  const wanted = new Map(rules.flatMap(({ groups = [] }) => groups).map((one) => [groupKey(one), one]));
  const groups = new Map<string, ReadonlySet<string>>();
  await Promise.all(
    [...wanted].map(async ([key, one]) => {
      const members = await membersOf(one);
      if (members) groups.set(key, new Set(members));
    }),
  );
  const participants = new Map<string, ReadonlySet<string>>();
  for (const { participants: asked } of rules)
    if (asked) participants.set(participantsKey(asked), await participantsNow(deps, asked));
  return { groups, participants, today: localDate(deps.clock.now(), organisationZone) };
}

async function participantsNow(deps: Knowing, asked: NonNullable<Filters['participants']>): Promise<Set<string>> {
  return participantsIn(await findParticipants(deps, asked.programmeId), asked);
}

/** Who takes part in a programme now, as what. */
export async function findParticipants(
  { participantsOf, ...deps }: Knowing,
  programmeId: string,
): Promise<readonly Participant[]> {
  if (!participantsOf) throw new Error('nobody said how to find participants: see `knowing`');
  return participantsOf(deps, programmeId);
}

/** Undefined for a group that is no longer there: nobody is in it. */
export async function membersNow(deps: Platform, { id, direct }: Group): Promise<readonly string[] | undefined> {
  try {
    return await (direct ? deps.directory.directMembersOf(id) : deps.directory.membersOf(id));
  } catch (error) {
    if (isFailure(error, 'not-found')) return undefined;
    throw error;
  }
}

/** Whom the survey asks: everybody found, or as many as its sample takes, always the same ones. */
export function askedOf(
  surveyId: string,
  { people }: Pick<Found, 'people'>,
  sample: Sample | undefined,
): readonly Colleague[] {
  if (!sample) return people;
  return drawn(people, sizeAsked(people.length, sample), (id) => idOf('surveys.draw', surveyId, id));
}

/** Failure `not-found` where the audience takes part in a programme that this caller does not coordinate. */
export async function requireOwnProgramme(deps: Platform, caller: Caller, audience: Audience): Promise<void> {
  for (const programmeId of programmesIn(audience)) await coordinatedProgramme(deps, caller, programmeId);
}

/** Whose participants an audience asks. */
export function programmesIn(audience: Audience): string[] {
  const { any, except } = rulesOf(audience);
  return [...new Set([...any, ...except].flatMap(({ participants }) => participants?.programmeId ?? []))];
}

/** How many a draft would ask, and who of those described cannot be asked. */
export async function countAudience(
  deps: Knowing,
  caller: Caller,
  { audience, sample }: AudienceQuestion,
): Promise<AudienceAnswer> {
  await requireOwnProgramme(deps, caller, audience);
  const { people, hindered } = await peopleIn(deps, audience);
  return {
    people: people.length,
    asked: sizeAsked(people.length, sample),
    hindered: hindrances.flatMap((why) => {
      const accounts = hindered.get(why);
      return accounts === undefined ? [] : [{ why, accounts }];
    }),
  };
}

/** What an audience can be chosen by, with how many people each has. */
export async function audienceChoices(
  deps: Platform,
  caller: Caller,
  { least, zone }: { readonly least: number; readonly zone: string },
): Promise<AudienceCounts> {
  const [all, programmes] = await Promise.all([everybodyAsRead(deps), myProgrammes(deps, caller)]);
  const people = all.filter(isCandidate);
  const today = localDate(deps.clock.now(), zone);
  const tenure = tenureOn(today);
  const stayed = countBy(people.map(({ hiredOn }) => tenure(hiredOn)));
  return {
    everybody: people.length,
    departments: countBy(people.map(({ department }) => department)),
    sites: countBy(people.map(({ site }) => site)),
    countries: countBy(people.map(({ country }) => country)),
    languages: countBy(people.map(({ language }) => language)),
    levels: countBy(people.map(({ level }) => level)),
    tenures: stayed.toSorted((a, b) => tenureIds.indexOf(a.name) - tenureIds.indexOf(b.name)),
    programmes: programmes.map(({ id, name }) => ({ id, name })),
    ...{ least, today },
  };
}
