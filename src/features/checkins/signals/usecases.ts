/** What coordinators learn from check-ins: who may need a word, never why in their own words. */
import type { Caller, JobResult } from '../../../platform/doors.ts';
import { Failure, isFailure } from '../../../platform/errors.ts';
import type { Platform } from '../../../platform/platform.ts';
import { firstMeetingAt } from '../../meetings/usecases.ts';
import { cardOf } from '../../people/model.ts';
import { findPeople } from '../../people/usecases.ts';
import { membersOf } from '../../pairs/model.ts';
import { findPair } from '../../pairs/usecases.ts';
import { coordinatedProgramme, programmeOf } from '../../programmes/usecases.ts';
import type { Word, WordView } from '../model.ts';
import { firstMeeting } from '../rules.ts';
import { meetingWordId, words } from '../store.ts';
import { saidMet } from '../usecases.ts';

/** On day 21: a pair without a first meeting is put on the list, once; one with a date soon is looked at again after it. */
export async function lookAtFirstMeeting(deps: Platform, programmeId: string, pairId: string): Promise<JobResult> {
  const state = await stateOfFirstMeeting(deps, programmeId, pairId);
  if (typeof state === 'object') return { again: state.waitUntil };
  const pair = state === 'missing' ? await findPair(deps, programmeId, pairId) : undefined;
  const id = meetingWordId(pairId);
  if (!pair || (await words.find(deps.tables, programmeId, id))) return undefined;
  const people = [...membersOf(pair)];
  const value: Word = { id, pairId, people, why: 'no-first-meeting', since: deps.clock.now(), state: 'open' };
  await deps.tables.commit([words.create(programmeId, id, value)]).catch((error: unknown) => {
    if (!isFailure(error, 'conflict')) throw error;
  });
  return undefined;
}

async function stateOfFirstMeeting(deps: Platform, programmeId: string, pairId: string) {
  const pair = await findPair(deps, programmeId, pairId);
  if (pair?.state !== 'active' || pair.activeAt === undefined) return 'not-active';
  const [{ zone }, at, told] = await Promise.all([
    programmeOf(deps, programmeId),
    firstMeetingAt(deps, programmeId, pairId),
    saidMet(deps, pair),
  ]);
  return firstMeeting({ activeAt: pair.activeAt, now: deps.clock.now(), zone, firstMeetingAt: at, saidMet: told });
}

/** Open and taken words of a programme, the oldest first; a pair that has met or ended since is no longer on it. */
export async function mayNeedAWord(deps: Platform, programmeId: string): Promise<Word[]> {
  const rows = (await words.list(deps.tables, programmeId)).map((row) => row.value);
  const open = await Promise.all(
    rows.filter((one) => one.state !== 'done').map((one) => stillTrue(deps, programmeId, one)),
  );
  return open.flatMap((one) => (one ? [one] : [])).sort((a, b) => a.since - b.since);
}

async function stillTrue(deps: Platform, programmeId: string, one: Word): Promise<Word | undefined> {
  if (one.why === 'asked-for-contact') return one;
  const state = await stateOfFirstMeeting(deps, programmeId, one.pairId);
  return state === 'met' || state === 'not-active' ? undefined : one;
}

export async function listWords(deps: Platform, caller: Caller, programmeId: string): Promise<WordView[]> {
  await coordinatedProgramme(deps, caller, programmeId);
  const open = await mayNeedAWord(deps, programmeId);
  const people = await findPeople(
    deps,
    open.flatMap((one) => [...one.people, ...(one.takenBy ? [one.takenBy] : [])]),
  );
  const show = (personId: string) => {
    const found = people.get(personId);
    return found ? cardOf(found) : { id: personId, name: '…' };
  };
  return open.map(({ id, why, since, state, ...one }) => ({
    ...{ id, why, since, state, people: one.people.map(show) },
    ...(one.takenBy ? { takenBy: show(one.takenBy) } : {}),
  }));
}

/** "I'm on it" and "done". Conflict when another coordinator was faster. */
export async function followUp(
  deps: Platform,
  caller: Caller,
  { programmeId, wordId, to }: { programmeId: string; wordId: string; to: 'taken' | 'done' },
): Promise<void> {
  await coordinatedProgramme(deps, caller, programmeId);
  const row = await words.find(deps.tables, programmeId, wordId);
  if (!row) throw new Failure('not-found', 'word-gone');
  const { state, takenBy } = row.value;
  if (state === to && (to === 'done' || takenBy === caller.personId)) return;
  if (state !== 'open' && to === 'taken') throw new Failure('conflict', 'word-taken');
  const next: Word = {
    ...row.value,
    state: to,
    takenBy: to === 'taken' ? caller.personId : (takenBy ?? caller.personId),
  };
  await deps.tables.commit([words.replace(row, next)]);
}
