/** Pairs of a small organisation whose calendars are the sandbox's Graph: real tables, real requests, faults on request. */
import { bookMeeting } from '../../src/features/meetings/booking/usecases.ts';
import { meetingsJobs } from '../../src/features/meetings/jobs.ts';
import { cancelAllOf } from '../../src/features/meetings/leaving/usecases.ts';
import { peopleJobs } from '../../src/features/people/jobs.ts';
import type { Meeting } from '../../src/features/meetings/model.ts';
import { meetings } from '../../src/features/meetings/store.ts';
import { findTimes } from '../../src/features/meetings/times/usecases.ts';
import type { Pair } from '../../src/features/pairs/model.ts';
import { pairLines, pairs } from '../../src/features/pairs/store.ts';
import { usualHours } from '../../src/features/people/rules.ts';
import type { Person } from '../../src/features/people/model.ts';
import { createCalendar } from '../../src/platform/calendar.ts';
import { day } from '../../src/platform/clock.ts';
import { newFaults, type Faults } from '../../src/sandbox/faults.ts';
import { startFaultProxy } from '../../src/sandbox/storage/proxy.ts';
import { aPerson, callerFor, testApp } from './app.ts';
import { withGraph } from './cloud.ts';
import { freePort, testStorage } from './storage.ts';

export const programmeId = 'p1';

/** Storage behind a proxy that goes wrong on request. */
async function faultyStorage(faults: Faults) {
  const connection = await testStorage();
  const table = /TableEndpoint=(http:\/\/127\.0\.0\.1:\d+)/.exec(connection)?.[1] ?? '';
  const port = await freePort();
  const proxy = await startFaultProxy(table, port, faults);
  return { connection: connection.replace(table, `http://127.0.0.1:${port}`), close: () => proxy.close() };
}

export type MeetingOffice = Awaited<ReturnType<typeof meetingOffice>>;

/** So many pairs; the first person of each is the mentee. */
export async function meetingOffice(howMany = 1, people = 60) {
  const [cloud, storageFaults] = [await withGraph(people), newFaults()];
  const storage = await faultyStorage(storageFaults);
  const app = await testApp({
    jobs: [...meetingsJobs, ...peopleJobs([], [cancelAllOf])],
    connection: storage.connection,
  });
  const calendar = createCalendar({ graph: cloud.graph });
  Object.assign(app.deps, { calendar, directory: { workingHours: async () => usualHours } });
  const withMailbox = cloud.graphServer.people().filter((one) => one.mailbox !== null && one.mail !== null);
  const staff = withMailbox.slice(0, howMany * 2).map((one, place) =>
    aPerson(place, {
      id: one.id,
      name: one.displayName,
      givenName: one.givenName ?? one.displayName,
      mail: one.mail ?? '',
    }),
  );
  await app.addPeople(...staff);
  const all: (Pair & { mentee: Person; mentor: Person })[] = [];
  for (let at = 0; at < howMany; at += 1) {
    const [mentee, mentor] = [staff[at * 2]!, staff[at * 2 + 1]!];
    const pair: Pair = {
      ...{ id: `pair-${at}`, programmeId, proposalId: 'x', menteeId: mentee.id, mentorId: mentor.id },
      ...{ state: 'active', reasons: [], offeredAt: 1, activeAt: 1 },
    };
    await app.deps.tables.commit([pairs.create(programmeId, pair.id, pair)]);
    for (const one of [mentee, mentor])
      await app.deps.tables.commit([pairLines.put(one.id, pair.id, { programmeId, pairId: pair.id })]);
    all.push({ ...pair, mentee, mentor });
  }
  const signedIn = async (one: Person) => callerFor(one, { assertion: await cloud.tokenOf(one.id) });
  const rowsOf = async (): Promise<Meeting[]> =>
    (await meetings.list(app.deps.tables, programmeId)).map((row) => row.value);
  return {
    app,
    cloud,
    calendar,
    storageFaults,
    pairs: all,
    signedIn,
    rowsOf,
    freeTimes: async (pair: (typeof all)[number], week = 0) =>
      (
        await findTimes(
          app.deps,
          await signedIn(pair.mentee),
          { programmeId, pairId: pair.id },
          { week, weeks: 3, minutes: 30 },
        )
      ).slots.map(({ start }) => ({ start, minutes: 30 })),
    book: async (
      pair: (typeof all)[number],
      who: Person,
      wanted: { start: number; minutes: number; knowing?: boolean },
    ) => bookMeeting(app.deps, await signedIn(who), { programmeId, pairId: pair.id }, wanted),
    /** What stands in the calendars of those who organise, as Graph has it. */
    events: () =>
      staff.flatMap((one) =>
        cloud.graphServer
          .calendarOf(one.id, new Date(app.clock.now() - 30 * day), new Date(app.clock.now() + 365 * day))
          .flatMap(({ event }) =>
            event?.organiserId === one.id && event.transactionId !== null && !event.isCancelled ? [event] : [],
          ),
      ),
    close: async () => {
      await storage.close();
      await cloud.close();
    },
  };
}
