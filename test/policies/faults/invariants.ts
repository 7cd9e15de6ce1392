/** What must hold of the rows of a programme, whatever happened (trust.md 6): places, pairs, seats and hours. */
import { meetings } from '../../../src/features/meetings/store.ts';
import type { Pair } from '../../../src/features/pairs/model.ts';
import { pairs } from '../../../src/features/pairs/store.ts';
import { findPerson } from '../../../src/features/people/usecases.ts';
import { choices, choosings } from '../../../src/features/recruitment/choosing/store.ts';
import { applications } from '../../../src/features/recruitment/store.ts';
import { seats, sessions } from '../../../src/features/training/sessions/store.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import type { Difference } from '../../support/scratch-tables.ts';

type Deps = Pick<Platform, 'tables'>;

/** What does not hold in the programmes in which something changed, and by how much. */
export type Broken = ReadonlyMap<string, number>;

export async function brokenInvariants(
  deps: Platform,
  changed: readonly Pick<Difference, 'table' | 'partition' | 'rowKey'>[],
): Promise<Broken> {
  const isAbout = ({ table, rowKey }: (typeof changed)[number]): boolean =>
    table === 'programmes' && kinds.test(rowKey);
  const found: Found[] = [];
  for (const programmeId of new Set(changed.filter(isAbout).map(({ partition }) => partition)))
    found.push(
      ...(await brokenPairs(deps, programmeId)),
      ...(await brokenSeats(deps, programmeId)),
      ...(await doubleBookings(deps, programmeId)),
      ...(await tooManyChosen(deps, programmeId)),
    );
  return new Map(found);
}

type Found = readonly [string, number];

/** What is broken by more than in each of the others. */
export const brokenBesides = (broken: Broken, others: readonly Broken[]): string[] =>
  [...broken].flatMap(([what, by]) => (others.every((one) => by > (one.get(what) ?? 0)) ? [`${what} (${by})`] : []));

const kinds = /^(pair|application|session|sessionseat|meeting|choice|choosing)\./;
const valuesOf = async <T>(rows: Promise<readonly { readonly value: T }[]>): Promise<T[]> =>
  (await rows).map(({ value }) => value);
const isLiving = ({ state }: Pair): boolean => ['offered', 'active', 'paused'].includes(state);

async function brokenPairs(deps: Platform, programmeId: string): Promise<Found[]> {
  const living = (await valuesOf(pairs.list(deps.tables, programmeId))).filter(isLiving);
  const found: Found[] = [];
  for (const one of living) {
    const [mentee, mentor] = [one.menteeId, one.mentorId];
    const wishes = await Promise.all([mentee, mentor].map((who) => applications.find(deps.tables, programmeId, who)));
    const people = await Promise.all([mentee, mentor].map((who) => findPerson(deps, who)));
    const excluded = wishes.some((row) => row?.value.answers.ratherNot.some((who) => who === mentee || who === mentor));
    const inLine = people[0]?.managerId === mentor || people[1]?.managerId === mentee;
    if (mentee === mentor) found.push([`${one.id}: paired with self`, 1]);
    if (excluded) found.push([`${one.id}: paired with an exclusion`, 1]);
    if (inLine) found.push([`${one.id}: paired with the manager line`, 1]);
    const answers = wishes[1]?.value.answers;
    const places = answers && 'capacity' in answers ? answers.capacity : 1;
    const taken = living.filter(({ mentorId }) => mentorId === mentor).length;
    if (taken > places) found.push([`${mentor}: more mentees than places`, taken - places]);
    const mentors = living.filter(({ menteeId }) => menteeId === mentee).length;
    if (mentors > 1) found.push([`${mentee}: more than one mentor`, mentors]);
  }
  return found;
}

async function brokenSeats({ tables }: Deps, programmeId: string): Promise<Found[]> {
  const all = await valuesOf(sessions.list(tables, programmeId));
  const taken = await valuesOf(seats.list(tables, programmeId));
  return all.flatMap((one): Found[] => {
    const inIt = taken.filter(({ sessionId, state }) => sessionId === one.id && state === 'in').length;
    return inIt > one.seats ? [[`${one.id}: more people than seats`, inIt - one.seats]] : [];
  });
}

async function doubleBookings({ tables }: Deps, programmeId: string): Promise<Found[]> {
  const all = await valuesOf(meetings.list(tables, programmeId));
  const planned = all.filter(({ state, logged }) => (state === 'planned' || state === 'booking') && !logged);
  const clash = (one: (typeof planned)[number]): boolean =>
    planned.some(
      (other) => other !== one && other.pairId === one.pairId && other.start < one.end && one.start < other.end,
    );
  return planned.filter(clash).map((one) => [`${one.pairId}: booked twice at ${one.start}`, 1]);
}

async function tooManyChosen({ tables }: Deps, programmeId: string): Promise<Found[]> {
  const chosen = (await valuesOf(choices.list(tables, programmeId))).filter((one) => one.chosen);
  const found: Found[] = [];
  for (const { key, value } of await choosings.list(tables, programmeId))
    for (const side of ['mentee', 'mentor'] as const) {
      const count = chosen.filter((one) => one.side === side && String(one.round) === key[0]).length;
      const places = value.limits[side];
      if (places !== undefined && count > places)
        found.push([`${programmeId}: more chosen than places`, count - places]);
    }
  return found;
}
