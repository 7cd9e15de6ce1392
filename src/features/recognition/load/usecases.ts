/** The verbs of load: note that somebody is asked, find room, see who is asked most, rest. */
import { localDate } from '../../../platform/clock.ts';
import type { Caller } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { groupedBy } from '../../../platform/grouped.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Change } from '../../../platform/tables.ts';
import { organisationZone } from '../../../platform/zone.ts';
import { isLiving, sideOf } from '../../pairs/model.ts';
import { pairsOfPerson, pairsOfProgramme } from '../../pairs/usecases.ts';
import { cardOf } from '../../people/model.ts';
import { findPeople } from '../../people/usecases.ts';
import { coordinatedProgramme } from '../../programmes/usecases.ts';
import { hostedRows } from '../../training/sessions/store.ts';
import type { Asked, LoadPage, OwnLoad } from './model.ts';
import { askDays, countsOf, isFull, mostAsks } from './rules.ts';
import { askedRows, onlyRow, restRows } from './store.ts';

/** For the batch in which somebody is asked; `thing` names it, so that asked twice it is once. */
export function noteAsked(programmeId: string, thing: string, one: Asked): Change {
  return askedRows.put(programmeId, [one.personId, one.kind, thing], one);
}

/** For whoever asks: nobody of them was asked enough, and nobody rests. Failure `conflict`, which does not say who it is. */
export async function requireRoom(deps: Platform, programmeId: string, personIds: readonly string[]): Promise<void> {
  const rooms = await Promise.all(personIds.map((personId) => hasRoom(deps, programmeId, personId)));
  if (rooms.includes(false)) throw new Failure('conflict', 'asked-enough');
}

export async function hasRoom(deps: Platform, programmeId: string, personId: string): Promise<boolean> {
  const [asks, until] = await Promise.all([asksIn(deps, programmeId, personId), restOf(deps, personId)]);
  const now = deps.clock.now();
  const today = localDate(now, organisationZone);
  return !isFull(asks, now, { until, today });
}

/** Circles that somebody led count as well; of one person, or of everybody. */
async function asksIn(deps: Platform, programmeId: string, ...personId: readonly string[]): Promise<Asked[]> {
  const [rows, hosted] = await Promise.all([
    askedRows.list(deps.tables, programmeId, ...personId),
    hostedRows.list(deps.tables, programmeId, ...personId),
  ]);
  const led = hosted.map(({ value }): Asked => ({ personId: value.personId, kind: 'circle', at: value.at }));
  return [...rows.map(({ value }) => value), ...led];
}

const restOf = async (deps: Platform, personId: string): Promise<string | undefined> =>
  (await restRows.find(deps.tables, personId, onlyRow))?.value.until;

/** Whoever was asked for anything, the most asked first. */
export async function viewLoad(deps: Platform, caller: Caller, programmeId: string): Promise<LoadPage> {
  await coordinatedProgramme(deps, caller, programmeId);
  const [all, pairs] = await Promise.all([asksIn(deps, programmeId), pairsOfProgramme(deps, programmeId)]);
  const now = deps.clock.now();
  const today = localDate(now, organisationZone);
  const byPerson = groupedBy(all, ({ personId }) => personId);
  const recent = [...byPerson].filter(([, asks]) => countsOf(asks, now).length > 0);
  const people = await findPeople(
    deps,
    recent.map(([personId]) => personId),
  );
  const mentors = groupedBy(pairs.filter(isLiving), ({ mentorId }) => mentorId);
  const lines = await Promise.all(
    recent.map(async ([personId, asks]) => {
      const person = people.get(personId);
      if (!person) return [];
      const full = isFull(asks, now, { until: await restOf(deps, personId), today });
      const mentees = mentors.get(personId)?.length ?? 0;
      // With counts one could see which of the two it is: asked enough, or resting.
      return [{ person: cardOf(person), mentees, asked: full ? [] : countsOf(asks, now), isFull: full }];
    }),
  );
  const sum = ({ asked }: { readonly asked: readonly { readonly count: number }[] }): number =>
    asked.reduce((total, { count }) => total + count, 0);
  const sorted = lines
    .flat()
    .toSorted(
      (a, b) => Number(b.isFull) - Number(a.isFull) || sum(b) - sum(a) || (a.person.name < b.person.name ? -1 : 1),
    );
  return { lines: sorted, most: mostAsks, days: askDays };
}

export async function myLoad(deps: Platform, { personId }: Caller): Promise<OwnLoad> {
  const pairs = (await pairsOfPerson(deps, personId)).filter(({ activeAt }) => activeAt !== undefined);
  const ids = [...new Set(pairs.map(({ programmeId }) => programmeId))];
  const [until, ...rows] = await Promise.all([restOf(deps, personId), ...ids.map((id) => asksIn(deps, id, personId))]);
  const now = deps.clock.now();
  const today = localDate(now, organisationZone);
  const asks = rows.flat();
  return {
    ...{ takesPart: pairs.length > 0, asked: countsOf(asks, now), most: mostAsks, days: askDays, today },
    mentees: pairs.filter((one) => isLiving(one) && sideOf(one, personId) === 'mentor').length,
    ...(until !== undefined && until >= today ? { until } : {}),
  };
}

/** No reason is asked; `until` nothing: from now on one may be asked again. */
export async function setRest(deps: Platform, { personId }: Caller, until: string | null): Promise<void> {
  if (until === null) {
    const row = await restRows.find(deps.tables, personId, onlyRow);
    if (row) await deps.tables.commit([restRows.remove(row)]);
    return;
  }
  if (until < localDate(deps.clock.now(), organisationZone))
    throw new Failure('bad-input', 'rest-in-past', { fields: [{ field: 'until', reason: 'rest-in-past' }] });
  await deps.tables.commit([restRows.put(personId, onlyRow, { until })]);
}
