/** One pair with calendars in memory, for tests of finding times. */
import { meetingsJobs } from '../../src/features/meetings/jobs.ts';
import type { Pair } from '../../src/features/pairs/model.ts';
import { pairLines, pairs } from '../../src/features/pairs/store.ts';
import { usualHours } from '../../src/features/people/rules.ts';
import type { Programme } from '../../src/features/programmes/model.ts';
import { programmeIndex, programmes } from '../../src/features/programmes/store.ts';
import type { FreeBusy, NewEvent } from '../../src/platform/calendar.ts';
import { day, localDate } from '../../src/platform/clock.ts';
import type { Job } from '../../src/platform/doors.ts';
import { Failure, isFailure } from '../../src/platform/errors.ts';
import { aDraft } from './applications.ts';
import { aPerson, testApp } from './app.ts';

export const [mentee, mentor, stranger] = [
  aPerson(1, { givenName: 'Sofia' }),
  aPerson(2, { givenName: 'Tom' }),
  aPerson(3),
];
export const at = { programmeId: 'p1', pairId: 'pair-1' };
export const zone = 'Europe/Brussels';
export const usual = { week: 0, weeks: 3, minutes: 60 } as const;

/** A mentee and a mentor who have just begun, in a programme of nine months, with calendars that the test fills. */
export async function office(jobs: readonly Job[] = meetingsJobs) {
  const app = await testApp({ jobs });
  await app.addPeople(mentee, mentor, stranger);
  const events = new Map<string, NewEvent>();
  const busy = new Map<string, FreeBusy>();
  const state = { refused: false, asked: [] as string[][], failing: undefined as number | undefined };
  const calendar = {
    freeBusy: async (asked: { personId: string }[], _from: number, _to: number, assertion?: string) => {
      if (state.refused && assertion === undefined) throw new Failure('unavailable', 'graph-not-permitted');
      state.asked.push(asked.map(({ personId }) => personId));
      return new Map(asked.map(({ personId }) => [personId, busy.get(personId) ?? { busy: [] }]));
    },
    findBooked: async () => undefined,
    cancelIn: async () => undefined,
    // Nobody let the app follow calendars.
    changes: async () => {
      throw new Failure('unavailable', 'graph-not-permitted');
    },
    book: async (_: string, event: NewEvent) => {
      if (event.start === state.failing) throw new Failure('unavailable', 'graph-down');
      events.set(event.transactionId, event);
      return { eventId: `e-${event.transactionId}`, joinUrl: 'https://teams.test/join', etag: '1', answers: [] };
    },
  };
  Object.assign(app.deps, { calendar, directory: { workingHours: async () => usualHours } });
  const now = app.clock.now();
  const programme: Programme = {
    ...{ ...aDraft(), id: 'p1', stage: 'run', zone, createdAt: now, stageAt: now, createdBy: stranger.id },
    endsOn: localDate(now + 270 * day, zone),
  };
  const pair: Pair = {
    ...{ id: at.pairId, programmeId: at.programmeId, proposalId: 'x', menteeId: mentee.id, mentorId: mentor.id },
    ...{ state: 'active', reasons: [], offeredAt: now, activeAt: now },
  };
  await app.deps.tables.commit([programmes.create('p1', 'own', programme), pairs.create('p1', pair.id, pair)]);
  await app.deps.tables.commit([programmeIndex.put('programmes', 'p1', { id: 'p1' })]);
  for (const one of [mentee, mentor]) await app.deps.tables.commit([pairLines.put(one.id, pair.id, at)]);
  /** All of a person's next weeks, as one thing in the calendar. */
  const fill = (personId: string, days: number, status = 'busy'): void =>
    void busy.set(personId, { busy: [{ start: now, end: now + days * day, status }] });
  return { app, deps: app.deps, events, busy, state, now, fill };
}

export const reasonIs = (reason: string) => (error: unknown) => isFailure(error) && error.reason === reason;
