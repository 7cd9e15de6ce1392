/** One pair for tests of check-ins, with its programme, written through the stores of their features. */
import assert from 'node:assert/strict';
import { checkinsJobs } from '../../../src/features/checkins/jobs.ts';
import type { Said, SaidRated } from '../../../src/features/checkins/model.ts';
import { listWords, watchPair } from '../../../src/features/checkins/signals/usecases.ts';
import { checkIns } from '../../../src/features/checkins/store.ts';
import { scheduleCheckIns } from '../../../src/features/checkins/planning/usecases.ts';
import { meetings } from '../../../src/features/meetings/store.ts';
import type { Pair } from '../../../src/features/pairs/model.ts';
import { pairLines, pairs } from '../../../src/features/pairs/store.ts';
import { usualHours } from '../../../src/features/people/rules.ts';
import { hour } from '../../../src/platform/clock.ts';
import type { Job } from '../../../src/platform/doors.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import { addProgramme } from '../../support/applications.ts';
import { aPerson, coordinatorFor, testApp, type TestApp } from '../../support/app.ts';

export const [mentee, mentor, stranger] = [aPerson(1, { name: 'Sofia' }), aPerson(2, { name: 'Tom' }), aPerson(3)];
export const [coordinator, colleague] = [aPerson(900), aPerson(901)];
export const at = { programmeId: 'p1', pairId: 'pair-1' };

export const met = (over: Partial<Extract<Said, { met: unknown }>> = {}): Said => ({
  ...{ round: 'day-14', met: 'not-yet', contact: false },
  ...over,
});
export const rated = (over: Partial<SaidRated> = {}): SaidRated => ({
  ...{ round: 'day-30', note: '', contact: false },
  ratings: { 'open-talks': 4, 'next-step': 4, 'more-options': 4, 'often-moved': 2 },
  ...over,
});

/** An answer to any other round, whatever it asks left open. */
export const ratedIn = (round: string, over: Partial<SaidRated> = {}): SaidRated => ({
  ...{ round, ratings: {}, note: '', contact: false, noteFor: 'nobody' },
  ...over,
});

async function beginPair(app: TestApp, id: string): Promise<Pair> {
  const [menteeId, mentorId] = [mentee.id, mentor.id];
  const value: Pair = {
    ...{ id, programmeId: 'p1', proposalId: 'x', menteeId, mentorId, state: 'active', reasons: [] },
    ...{ offeredAt: 1, activeAt: app.clock.now() },
  };
  await app.deps.tables.commit([pairs.create('p1', id, value)]);
  for (const personId of [menteeId, mentorId])
    await app.deps.tables.commit([pairLines.put(personId, id, { programmeId: 'p1', pairId: id })]);
  await scheduleCheckIns(app.deps, value);
  return value;
}

/** One pair that begins on a Tuesday at ten in Brussels, so many days after the clock's start; with `more` jobs nobody looks for signals. */
export async function office(later: { days?: number } = {}, mentorHours = usualHours, more: readonly Job[] = []) {
  const app = await testApp({ jobs: [...checkinsJobs, ...more] });
  const workingHours = async (id: string) => (id === mentor.id ? mentorHours : usualHours);
  Object.assign(app.deps, { directory: { workingHours } });
  await app.addPeople(mentee, mentor, stranger, coordinator, colleague);
  await addProgramme(app, coordinator);
  app.pass(later);
  const pair = await beginPair(app, at.pairId);
  if (more.length === 0) await watchPair(app.deps, pair);
  const setState = async (state: Pair['state'], more: Partial<Pair> = {}): Promise<void> => {
    const row = await pairs.find(app.deps.tables, 'p1', at.pairId);
    assert.ok(row);
    const ended = state === 'ended' ? { endedAt: app.clock.now() } : {};
    const next = { ...row.value, state, ...ended, ...more };
    await app.deps.tables.commit([pairs.replace(row, next)]);
    await scheduleCheckIns(app.deps, next);
  };
  const meet = (start: number) =>
    app.deps.tables.commit([
      meetings.create('p1', [at.pairId, `m${start}`], {
        ...{ id: `m${start}`, ...at, start, end: start + hour, state: 'planned', byHand: true, sequence: 0 },
        organiserId: mentee.id,
      }),
    ]);
  const answersOf = async () => (await checkIns.list(app.deps.tables, 'p1')).map(({ value }) => value.said);
  const list = async () => (await listWords(app.deps, coordinatorFor(coordinator), 'p1')).words;
  return { app, pair, setState, meet, answersOf, list };
}

export const reasonIs = (reason: string) => (error: unknown) => isFailure(error) && error.reason === reason;
