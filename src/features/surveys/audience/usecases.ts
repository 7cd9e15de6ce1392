/** Finding the people of an audience, in the directory, in its groups, and among the participants of a programme. */
import { localDate } from '../../../platform/clock.ts';
import type { Caller } from '../../../platform/doors.ts';
import { isFailure } from '../../../platform/errors.ts';
import { idOf } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Person } from '../../people/model.ts';
import { allPeople } from '../../people/store.ts';
import { coordinatedProgramme, myProgrammes } from '../../programmes/usecases.ts';
import {
  hindrances,
  type Audience,
  type AudienceAnswer,
  type AudienceCounts,
  type AudienceQuestion,
  type Filters,
  type Hindrance,
  type Memberships,
  type Participant,
  type Sample,
} from './model.ts';
import { countBy, hindranceOf, isInAudience, participantsIn } from './rules.ts';
import { drawn, sizeAsked } from './sampling/rules.ts';

/** For a later feature, which knows who takes part in a programme; handed over where the doors are put together (`knowing`). */
export type ParticipantFinder = (deps: Platform, programmeId: string) => Promise<readonly Participant[]>;

interface Knowing extends Platform {
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
  readonly people: readonly Person[];
  readonly hindered: ReadonlyMap<Hindrance, number>;
}

/** Everybody whom the audience describes, now. */
export async function peopleIn(deps: Knowing, audience: Audience): Promise<Found> {
  const [rows, members] = await Promise.all([allPeople(deps.tables), membershipsOf(deps, audience)]);
  const all = rows.map(({ value }) => value).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const found = all.filter((one) => isInAudience(one, audience, members));
  const named = members.groups.size > 0 || members.participants.size > 0;
  const hindered = new Map<Hindrance, number>();
  const count = (why: Hindrance): unknown => hindered.set(why, (hindered.get(why) ?? 0) + 1);
  const people = found.filter((one) => {
    const why = hindranceOf(one);
    // Who left is still described by a department of old, and is missed only where somebody named them.
    if (why !== undefined && (named || why !== 'left')) count(why);
    return why === undefined;
  });
  const known = new Set(all.map(({ id }) => id));
  for (const id of members.groups) if (!known.has(id)) count('unknown');
  return { people, hindered };
}

async function membershipsOf(deps: Knowing, audience: Audience): Promise<Memberships> {
  const { groups = [], participants }: Filters = audience.kind === 'chosen' ? audience : {};
  const lists = await Promise.all(groups.map(({ id }) => membersOf(deps, id)));
  if (!participants) return { groups: new Set(lists.flat()), participants: new Set() };
  if (!deps.participantsOf) throw new Error('surveys were not told how to find participants: see `knowing`');
  const all = await deps.participantsOf(deps, participants.programmeId);
  return { groups: new Set(lists.flat()), participants: participantsIn(all, participants) };
}

/** A group that is no longer there has nobody in it. */
async function membersOf(deps: Platform, groupId: string): Promise<readonly string[]> {
  try {
    return await deps.directory.membersOf(groupId);
  } catch (error) {
    if (isFailure(error, 'not-found')) return [];
    throw error;
  }
}

/** Whom the survey asks: everybody found, or as many as its sample takes, always the same ones. */
export function askedOf(
  surveyId: string,
  { people }: Pick<Found, 'people'>,
  sample: Sample | undefined,
): readonly Person[] {
  if (!sample) return people;
  return drawn(people, sizeAsked(people.length, sample), (id) => idOf('surveys.draw', surveyId, id));
}

/** Failure `not-found` where the audience takes part in a programme that this caller does not coordinate. */
export async function requireOwnProgramme(deps: Platform, caller: Caller, audience: Audience): Promise<void> {
  const programmeId = audience.kind === 'chosen' ? audience.participants?.programmeId : undefined;
  if (programmeId !== undefined) await coordinatedProgramme(deps, caller, programmeId);
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
  const [{ people }, programmes] = await Promise.all([
    peopleIn(deps, { kind: 'everybody' }),
    myProgrammes(deps, caller),
  ]);
  return {
    everybody: people.length,
    departments: countBy(people.map(({ department }) => department)),
    sites: countBy(people.map(({ site }) => site)),
    countries: countBy(people.map(({ country }) => country)),
    languages: countBy(people.map(({ language }) => language)),
    programmes: programmes.map(({ id, name }) => ({ id, name })),
    ...{ least, today: localDate(deps.clock.now(), zone) },
  };
}
