import assert from 'node:assert/strict';
import { systemClock } from '../../../src/platform/clock.ts';
import { Failure, isFailure } from '../../../src/platform/errors.ts';
import { silentLog } from '../../../src/platform/log.ts';
import { createOutbox } from '../../../src/platform/outbox.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import type { Tables } from '../../../src/platform/tables.ts';
import { participations } from '../../../src/features/recruitment/store.ts';
import { trainingJobs } from '../../../src/features/training/jobs.ts';
import { completions, courseIn, progressRows, trained } from '../../../src/features/training/store.ts';
import { completeCourse, reachStep } from '../../../src/features/training/usecases.ts';
import { createRandom, type Random } from '../../../src/sandbox/organisation/random.ts';
import { memoryQueue, memoryTables } from '../../support/delivery/memory.ts';

const course = 'first-meeting';
const last = courseIn(course, 'en').steps.length - 1;
const sessions = 1_000;

class Killed extends Error {}

/** A process that dies at the nth call to the store, before or after the store has done it; from then on nothing of it goes on. */
function dyingAt(tables: Tables, death: number, isDone: boolean): Tables {
  let calls = 0;
  const mortal =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      calls += 1;
      if (calls < death) return call(...args);
      if (calls === death && isDone) await call(...args);
      throw new Killed();
    };
  return {
    prepare: tables.prepare,
    read: mortal(tables.read),
    range: mortal(tables.range),
    scan: mortal(tables.scan),
    commit: mortal(tables.commit),
    drop: mortal(tables.drop),
  };
}

/** What the product is given; only what courses need. */
function processOn(tables: Tables, queue = memoryQueue()): Platform {
  const outbox = createOutbox({ tables, queue, poison: memoryQueue(), clock: systemClock, log: silentLog });
  return { tables, outbox, clock: systemClock, log: silentLog } as unknown as Platform;
}

interface Seen {
  reached: number;
  isDone: boolean;
}

/** Presses "Next" again and again in page and chat, sometimes two at once, until the process dies; notes what was confirmed. */
async function session(deps: Platform, personId: string, seen: Seen, random: Random): Promise<void> {
  for (let at = seen.reached; ;) {
    const steps = random.chance(0.4) ? [at, at + 1, Math.max(0, at - 2)] : [at + 1];
    await Promise.all(
      steps.map(async (step) => {
        await reachStep(deps, personId, course, step);
        seen.reached = Math.max(seen.reached, Math.min(step, last));
      }),
    );
    at = Math.min(at + 1, last);
    if (at < last) continue;
    await Promise.all([1, 2].map(() => completeCourse(deps, personId, course)));
    seen.isDone = true;
    return;
  }
}

/** Another process goes on, as a worker does: what was to follow follows. */
async function workOn(tables: Tables): Promise<void> {
  const deps = processOn(tables);
  const jobs = new Map(trainingJobs.map((one) => [one.name, one]));
  const waiting = await deps.outbox.tasksOf('people', 'person');
  for (const { id, job } of waiting) {
    const address = { table: 'people', partition: 'person', id };
    const claim = await deps.outbox.claim({ address });
    if (!claim || claim === 'taken') continue;
    const found = jobs.get(job);
    assert.ok(found, `no job is called ${job}`);
    await found.run(deps, found.data.parse(claim.task.data), claim.task);
    await claim.done();
  }
}

describe('1,000 sessions that are cut off at some await', function () {
  this.timeout(120_000);

  it('lose nothing that was confirmed, never go back, and end with everybody knowing', async () => {
    const random = createRandom('killed', 7);
    const figures = { lost: 0, back: 0, forgotten: 0, doubled: 0, cut: 0, cutAtTheEnd: 0 };
    for (let number = 0; number < sessions; number += 1) {
      const tables = memoryTables();
      await tables.commit([participations.put('person', 'p1', { programmeId: 'p1' })]);
      const seen: Seen = { reached: 0, isDone: false };
      let kept = 0;
      // The person comes back until the course is done: each time in a process that may die as well.
      for (let turn = 0; !seen.isDone && turn < 60; turn += 1) {
        const mortal = dyingAt(tables, random.between(1, 60), random.chance(0.5));
        await session(processOn(mortal), 'person', seen, random).catch((error: unknown) => {
          if (error instanceof Killed) figures.cut += 1;
          else if (!isFailure(error)) throw error;
        });
        const now = (await progressRows.find(tables, 'person', course))?.value.step ?? 0;
        if (now < seen.reached) figures.lost += 1;
        if (now < kept) figures.back += 1;
        kept = now;
        if (!seen.isDone && (await completions.find(tables, 'person', course))) figures.cutAtTheEnd += 1;
        seen.reached = now;
      }
      assert.ok(seen.isDone, 'sixty processes in a row died before the end');
      const all = await completions.list(tables, 'person');
      if (all.length !== 1) figures.doubled += 1;
      await workOn(tables);
      if (!(await trained.find(tables, 'p1', 'person', course))) figures.forgotten += 1;
    }
    assert.ok(figures.cut > sessions && figures.cutAtTheEnd > 0, JSON.stringify(figures));
    const { lost, back, forgotten, doubled } = figures;
    assert.deepEqual({ lost, back, forgotten, doubled }, { lost: 0, back: 0, forgotten: 0, doubled: 0 });
  });

  it('are noticed by this test when progress may go back', async () => {
    const tables = memoryTables();
    await tables.commit([progressRows.put('person', course, { step: 5, at: 1 })]);
    await reachStep(processOn(tables), 'person', course, 2);
    assert.equal((await progressRows.find(tables, 'person', course))?.value.step, 5);
    await assert.rejects(
      reachStep(
        processOn({ ...tables, commit: () => Promise.reject(new Failure('conflict', 'x')) }),
        'person',
        course,
        6,
      ),
      (error) => isFailure(error, 'conflict'),
    );
  });
});
