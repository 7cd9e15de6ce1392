import assert from 'node:assert/strict';
import { z } from 'zod';
import { day, hour, minute, offsetClock } from '../../src/platform/clock.ts';
import { job } from '../../src/platform/doors.ts';
import { newId } from '../../src/platform/ids.ts';
import { silentLog } from '../../src/platform/log.ts';
import { createOutbox } from '../../src/platform/outbox.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { createQueue } from '../../src/platform/queues.ts';
import { createTables } from '../../src/platform/tables.ts';
import { createDrain } from '../../src/sandbox/drain.ts';
import { startWorker, type Worker } from '../../src/worker/run.ts';
import { testStorage } from '../support/storage.ts';

describe('moving the clock on', () => {
  const workers: Worker[] = [];
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  });

  async function world({ working = true } = {}) {
    const connection = await testStorage();
    const prefix = `t${newId().slice(0, 10)}`;
    const ahead = offsetClock();
    const tables = createTables({ connection, prefix });
    const queueOf = (name: string) =>
      createQueue({ name: `${prefix}-${name}`, connection, unreadable: () => undefined });
    const [queue, poison] = [queueOf('tasks'), queueOf('poison')];
    await Promise.all([tables.prepare(), queue.prepare(), poison.prepare()]);
    const outbox = createOutbox({ tables, queue, poison, clock: ahead, log: silentLog });
    const happened: { what: string; at: number }[] = [];
    const note = job({
      name: 'notes.note',
      data: z.object({ what: z.string(), later: z.string().optional() }),
      run: async (_deps, { what, later: hours }, task) => {
        happened.push({ what, at: Math.round((ahead.now() - start) / hour) });
        if (hours !== undefined)
          await outbox.ask('programmes', 'p1', later(task.due + Number(hours) * hour, `${what}+`));
      },
    });
    const fails = job({
      name: 'notes.fail',
      data: z.object({}),
      run: () => Promise.reject(new Error('never works')),
    });
    const start = ahead.now();
    const later = (due: number, what: string, hours?: number) => {
      const data = { what, ...(hours === undefined ? {} : { later: String(hours) }) };
      return { id: newId(), job: 'notes.note', due, data };
    };
    const deps = { tables, outbox, clock: ahead, log: silentLog } as unknown as Platform;
    if (working) workers.push(startWorker({ deps, queue, jobs: [note, fails] }));
    const clock = { now: () => ahead.now(), set: async (to: number) => ahead.setOffset(to - Date.now()) };
    const drain = createDrain({ tables, clock, patienceMs: 1_500 });
    return { outbox, drain, ahead, start, later, happened };
  }

  it('lets everything happen at its own time and in its order', async () => {
    const { outbox, drain, start, later, happened } = await world();
    for (const [hours, what] of [
      [48, 'third'],
      [1, 'first'],
      [24, 'second'],
      [24 * 8, 'too late'],
    ] as const)
      await outbox.ask('programmes', 'p1', later(start + hours * hour, what));
    const done = await drain.moveTo(start + 7 * day);
    assert.deepEqual(happened, [
      { what: 'first', at: 1 },
      { what: 'second', at: 24 },
      { what: 'third', at: 48 },
    ]);
    assert.deepEqual([done.ran, done.stuck], [3, []]);
    assert.ok(Math.abs(Date.parse(done.now) - start - 7 * day) < minute);
  });

  it('takes in its turn what follows from what happened, up to the target', async () => {
    const { outbox, drain, start, later, happened } = await world();
    await outbox.ask('programmes', 'p1', later(start + 10 * hour, 'reminder', 20));
    await outbox.ask('programmes', 'p1', later(start + 50 * hour, 'end'));
    await drain.moveTo(start + 3 * day);
    assert.deepEqual(
      happened.map(({ what, at }) => `${what} ${at}`),
      ['reminder 10', 'reminder+ 30', 'end 50'],
    );
  });

  it('takes tasks of one minute together', async () => {
    const { outbox, drain, start, later, happened } = await world();
    const first = Math.ceil((start + hour) / minute) * minute;
    for (const second of [0, 20, 59]) await outbox.ask('programmes', 'p1', later(first + second * 1000, `${second}`));
    const done = await drain.moveTo(start + day);
    assert.deepEqual([happened.length, done.ran], [3, 3]);
  });

  it('takes tasks of one hour together where it is told to go by hours', async () => {
    const { outbox, drain, start, later, happened } = await world();
    const first = Math.ceil((start + hour) / hour) * hour;
    for (const minutes of [0, 20, 59, 130])
      await outbox.ask('programmes', 'p1', later(first + minutes * minute, `${minutes}`));
    const done = await drain.moveTo(start + day, 'hour');
    const at = happened.map((one) => one.at);
    assert.deepEqual([new Set(at.slice(0, 3)).size, at.length, done.ran], [1, 4, 4]);
    assert.ok((at[3] ?? 0) > (at[0] ?? 0));
  });

  it('says what did not end, and goes on with the rest', async () => {
    const { outbox, drain, start, later, happened } = await world();
    await outbox.ask('programmes', 'p1', { id: 'hopeless', job: 'notes.fail', due: start + hour, data: {} });
    await outbox.ask('programmes', 'p1', later(start + 2 * hour, 'next'));
    const done = await drain.moveTo(start + day);
    assert.deepEqual(
      done.stuck.map(({ id, job: name, reason }) => [id, name, reason]),
      [['hopeless', 'notes.fail', 'our-fault']],
    );
    assert.deepEqual(happened, [{ what: 'next', at: 2 }]);
  });

  it('does not skip what is due while nobody works', async () => {
    const { outbox, drain, start, later } = await world({ working: false });
    await outbox.ask('programmes', 'p1', later(start + hour, 'waits'));
    const done = await drain.moveTo(start + 7 * day);
    assert.equal(done.stuck.length, 1);
    assert.ok(Date.parse(done.now) < start + 2 * hour);
  });
});
