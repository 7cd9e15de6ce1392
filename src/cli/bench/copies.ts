/**
 * A copy of an organisation's state while it is written to, and the same put back into an empty account: rows as people leave them
 * who are in a programme for some months, in the emulator. What stands there afterwards is held against the copy by count and sum.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aPerson, testApp, type TestApp } from '../../../test/support/app.ts';
import { someAnswers } from '../../../test/support/applications.ts';
import { testVault } from '../../../test/support/vault.ts';
import { checkIns } from '../../features/checkins/store.ts';
import { pairLines, pairs } from '../../features/pairs/store.ts';
import { sentRows } from '../../features/people/messages/store.ts';
import { bucketOfPerson, people, preferenceRows } from '../../features/people/store.ts';
import { restoreCopy } from '../../features/privacy/copies/restoring/usecases.ts';
import { makeCopy } from '../../features/privacy/copies/usecases.ts';
import { applications, participations } from '../../features/recruitment/store.ts';
import { mapAtOnce } from '../../platform/at-once.ts';
import { day, pause } from '../../platform/clock.ts';
import { tasks, type Task } from '../../platform/outbox/task.ts';
import { groupedBy } from '../../platform/grouped.ts';
import { placeAt } from '../../platform/places.ts';
import type { Change } from '../../platform/tables.ts';
import type { BenchWish, Figures } from '../bench.ts';

const size = { usual: 600, full: 20_000 };
/** Of each person in the programme's partition. */
const messages = 8;
const programmeId = 'p1';
/** Somebody does something so often, while the copy is made. */
const writeEveryMs = 500;

export async function benchCopies({ full }: BenchWish): Promise<Figures> {
  const count = full ? size.full : size.usual;
  const [app, empty] = [await testApp(), await testApp()];
  const folder = await mkdtemp(join(tmpdir(), 'tandem-copies-'));
  try {
    await arrange(app, count);
    return { participants: count, ...(await measure(app, empty, folder)) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(app: TestApp, empty: TestApp, folder: string): Promise<Figures> {
  const place = placeAt(folder, app.deps.config);
  const of = ({ deps: { tables, clock } }: TestApp) => ({ tables, clock, place, vault: testVault });
  let rss = 0;
  const look = (): void => void (rss = Math.max(rss, process.memoryUsage().rss));
  const writing = startWriting(app);
  const begun = performance.now();
  const made = await makeCopy(of(app), look);
  const copied = performance.now();
  const written = await writing.stop();
  const from = performance.now();
  // Fails where count or sum of a table is another.
  const restored = await restoreCopy(of(empty), { replayErasures: () => Promise.resolve(0), heard: look });
  const minutes = (ms: number): number => ms / 60_000;
  return {
    rows: Object.values(restored.tables).reduce((sum, { rows }) => sum + rows, 0),
    'minutes-to-copy': minutes(copied - begun),
    'mb-sealed': made.segments.reduce((sum, { bytes }) => sum + bytes, 0) / 1024 / 1024,
    'written-meanwhile': written,
    'taken-again': made.retaken.length,
    'never-still': made.moving.length,
    'seconds-apart': (made.to - made.from) / 1000,
    'minutes-to-restore': minutes(performance.now() - from),
    equal: 1,
    'rss-mb': rss / 1024 / 1024,
  };
}

/** Each person in the directory, the own partition and the programme; two and two a pair with check-ins and messages. */
async function arrange({ deps: { tables, clock } }: TestApp, count: number): Promise<void> {
  const all = Array.from({ length: count }, (_, place) => aPerson(place + 1));
  const at = clock.now();
  const own = all.map(({ id }, place): Change[] => [
    participations.put(id, programmeId, { programmeId }),
    preferenceRows.put(id, 'own', { language: 'en' }),
    pairLines.put(id, pairOf(place), { programmeId, pairId: pairOf(place) }),
  ]);
  await mapAtOnce(own, 3, (changes) => tables.commit(changes));
  const times = { startedAt: at, changedAt: at, appliedAt: at, begunAt: at };
  const ofProgramme = all.flatMap(({ id: personId }, place): Change[] => {
    const pairId = pairOf(place);
    const value = {
      programmeId,
      personId,
      status: 'applied' as const,
      answers: someAnswers(),
      waited: false,
      ...times,
    };
    return [
      applications.put(programmeId, personId, value),
      ...(place % 2 === 0 ? [pairRow(pairId, personId, all[place + 1]?.id ?? personId, at)] : []),
      ...['day-30', 'day-90'].map((round) => checkInRow(pairId, round, personId, at)),
      ...Array.from({ length: messages }, (_, number) => sentRow(personId, number, at)),
      tasks.programmes.put(programmeId, `ask-${personId}`, taskFor(personId, at)),
    ];
  });
  const directory = all.map((one) => people.put(bucketOfPerson(one.id), one.id, one));
  await mapAtOnce(batchesOf([...ofProgramme, ...directory]), 2, (batch) => tables.commit(batch));
}

const pairOf = (place: number): string => `pair-${Math.floor(place / 2)}`;

function pairRow(id: string, menteeId: string, mentorId: string, at: number): Change {
  const value = { id, programmeId, proposalId: 'bench', menteeId, mentorId, state: 'active' as const, reasons: [] };
  return pairs.put(programmeId, id, { ...value, offeredAt: at - 91 * day, activeAt: at - 90 * day });
}

function checkInRow(pairId: string, round: string, personId: string, at: number): Change {
  const said = { round: round as 'day-30', ratings: {}, contact: false, note: `A note of ${personId}` };
  return checkIns.put(programmeId, [pairId, round, personId], { pairId, personId, said, at });
}

function sentRow(personId: string, number: number, at: number): Change {
  const value = { personId, kind: 'checkins.ask', round: `round-${number}`, at, state: 'arrived' as const };
  return sentRows.programmes.put(programmeId, `${personId}-${number}`, {
    ...value,
    messageId: `m${personId}${number}`,
  });
}

const taskFor = (personId: string, at: number): Task => ({
  ...{ id: `ask-${personId}`, job: 'checkins.ask', due: at + 30 * day, lane: 'usual', data: { personId } },
  ...{ state: 'waiting', attempts: 0, leaseUntil: 0, fence: '', mark: 'bench' },
});

function batchesOf(changes: readonly Change[]): Change[][] {
  const groups = groupedBy(changes, ({ table, partition }) => `${table} ${partition}`);
  return [...groups.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / 100) }, (_, at) => group.slice(at * 100, at * 100 + 100)),
  );
}

function startWriting({ deps: { outbox }, clock }: TestApp): { stop(): Promise<number> } {
  const ending = new AbortController();
  let count = 0;
  async function goOn(): Promise<void> {
    for (; !ending.signal.aborted; await pause(writeEveryMs, ending.signal)) {
      count += 1;
      const task = { id: `meanwhile-${count}`, job: 'checkins.ask', due: clock.now() + day, data: {} };
      await outbox.commit([sentRow(aPerson(count).id, messages + count, clock.now())], [task]);
    }
  }
  const over = goOn();
  const stop = async (): Promise<number> => {
    ending.abort();
    await over;
    return count;
  };
  return { stop };
}
