/** What goes, and when: with whoever withdraws or leaves, at once; the names of an event 30 days after it, honours a year after the programme. */
import type { JobResult } from '../../../../platform/doors.ts';
import type { Platform } from '../../../../platform/platform.ts';
import type { Row } from '../../../../platform/tables.ts';
import { takeOut, untilUnchanged } from '../../../../platform/tables/conflict.ts';
import { pairsOfPerson } from '../../../pairs/usecases.ts';
import { findProgramme } from '../../../programmes/usecases.ts';
import { coordinated } from '../../../programmes/store.ts';
import { participationsOf, type ApplicationListener } from '../../../recruitment/usecases.ts';
import { forgottenAt } from '../../../training/skills/counting/usecases.ts';
import { takeOutJuror } from '../judging/usecases.ts';
import type { HonourEvent } from '../model.ts';
import type { Nomination } from '../nominating/model.ts';
import { askedFor } from '../nominating/rules.ts';
import { dropNomination } from '../nominating/usecases.ts';
import { namesUntil } from '../rules.ts';
import { honourEvents, honours, judgements, juries, nominations } from '../store.ts';
import { forgetJuror, type EventAddress } from '../usecases.ts';

/** Whoever withdraws takes along what was said of them and what they said of others; on a jury they stay. */
export const forgetWithdrawnNominee: ApplicationListener = async (deps, { programmeId, personId, status }) => {
  if (status !== 'withdrawn') return;
  // Withdrawn from the next round, and still in a pair of this one: they are in it.
  const pairs = await pairsOfPerson(deps, personId);
  if (pairs.some((one) => one.programmeId === programmeId && (one.state === 'active' || one.state === 'paused')))
    return;
  await forgetIn(deps, programmeId, personId);
};

/** Of somebody who has left the organisation, or was shut out. */
export async function leaveAllEvents(deps: Platform, personId: string): Promise<void> {
  const [pairs, taking, teams, lines] = await Promise.all([
    pairsOfPerson(deps, personId),
    participationsOf(deps, personId),
    coordinated.list(deps.tables, personId),
    juries.list(deps.tables, personId),
  ]);
  const programmes = new Set([
    ...[...pairs, ...taking].map(({ programmeId }) => programmeId),
    ...teams.map(({ value }) => value.id),
  ]);
  for (const programmeId of programmes) await forgetIn(deps, programmeId, personId);
  for (const { key } of lines) {
    const at = { programmeId: key[0] ?? '', eventId: key[1] ?? '' };
    await untilUnchanged(() => takeOutJuror(deps, at, personId));
    await forgetJuror(deps, at, personId);
  }
}

async function forgetIn(deps: Platform, programmeId: string, personId: string): Promise<void> {
  for (const row of await nominations.list(deps.tables, programmeId))
    await forgetNominee(deps, programmeId, row, personId);
  for (const row of await honours.list(deps.tables, programmeId))
    if (row.value.personId === personId)
      await untilUnchanged(async () => {
        const now = await honours.find(deps.tables, programmeId, ...row.key);
        if (now) await deps.tables.commit([honours.remove(now)]);
      });
}

async function forgetNominee(
  deps: Platform,
  programmeId: string,
  { key, value }: Row<Nomination>,
  personId: string,
): Promise<void> {
  const isIn = value.subject.includes(personId) || askedFor(value).includes(personId);
  if (!isIn && !value.voices.some(({ by }) => by === personId)) return;
  const at = { programmeId, eventId: value.eventId };
  await untilUnchanged(async () => {
    const row = await nominations.find(deps.tables, programmeId, ...key);
    if (!row) return;
    const { [personId]: _, ...answers } = row.value.answers;
    const voices = row.value.voices.filter(({ by, members }) => by !== personId && !members.includes(personId));
    if (voices.length === 0 || row.value.subject.includes(personId)) return dropNomination(deps, at, row);
    await deps.tables.commit([nominations.replace(row, { ...row.value, voices, answers })]);
  });
}

/** For the job: words, judgements and reasons go; the honours stay with those who have them. An event that was moved has its turn later. */
export async function forgetEvent(deps: Platform, at: EventAddress): Promise<JobResult> {
  const { programmeId, eventId } = at;
  const [row, programme] = await Promise.all([
    honourEvents.find(deps.tables, programmeId, eventId),
    findProgramme(deps, programmeId),
  ]);
  if (!row || !programme) return undefined;
  const now = deps.clock.now();
  const due = namesUntil(row.value);
  if (due > now) return { again: due };
  await forgetWords(deps, at, row);
  const last = Math.max(due, forgottenAt(programme));
  if (last > now) return { again: last };
  for (const one of await honours.list(deps.tables, programmeId, eventId))
    await takeOut(deps.tables, honours.remove(one));
  return undefined;
}

async function forgetWords(deps: Platform, { programmeId, eventId }: EventAddress, row: Row<HonourEvent>) {
  for (const personId of row.value.jurors) {
    const line = await juries.find(deps.tables, personId, programmeId, eventId);
    if (line) await takeOut(deps.tables, juries.remove(line));
  }
  const { entry, decision, ...bare } = row.value;
  // Done once, however often this is: a crash may come after it.
  if (bare.jurors.length > 0 || entry || decision)
    await deps.tables.commit([honourEvents.replace(row, { ...bare, jurors: [], version: bare.version + 1 })]);
  for (const one of await nominations.list(deps.tables, programmeId, eventId))
    await takeOut(deps.tables, nominations.remove(one));
  for (const one of await judgements.list(deps.tables, programmeId, eventId))
    await takeOut(deps.tables, judgements.remove(one));
}
