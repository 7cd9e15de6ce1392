import assert from 'node:assert/strict';
import { z } from 'zod';
import { pause } from '../../src/platform/clock.ts';
import { job } from '../../src/platform/doors.ts';
import { newId } from '../../src/platform/ids.ts';
import { silentLog } from '../../src/platform/log.ts';
import { createOutbox } from '../../src/platform/outbox.ts';
import { createQueue } from '../../src/platform/queues.ts';
import { startWorker } from '../../src/worker/run.ts';
import { testApp } from '../support/app.ts';
import { testStorage } from '../support/storage.ts';

async function office() {
  const { deps: base } = await testApp();
  const connection = await testStorage();
  const queue = createQueue({ name: `q${newId().slice(0, 10)}`, connection, unreadable: () => undefined });
  await queue.prepare();
  const { tables, clock } = base;
  const deps = { ...base, outbox: createOutbox({ tables, queue, poison: queue, clock, log: silentLog }) };
  const runs: string[] = [];
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const jobs = [
    job({
      name: 'trial.long',
      data: z.object({}),
      run: async () => {
        runs.push('begun');
        await ended;
        runs.push('ended');
      },
    }),
  ];
  const quick = [job({ name: 'trial.long', data: z.object({}), run: async () => void runs.push('by another') })];
  await deps.outbox.ask('system', 'trial', { id: 'one', job: 'trial.long', data: {} });
  const until = async (holds: () => boolean): Promise<void> => {
    for (let turn = 0; turn < 100 && !holds(); turn += 1) await pause(100);
    assert.ok(holds(), runs.join(', '));
  };
  return { deps, queue, jobs, quick, runs, end, until, task: () => deps.outbox.find('system', 'trial', 'one') };
}

describe('a worker that is told to stop', () => {
  it('finishes the task in hand', async () => {
    const { deps, queue, jobs, runs, end, until, task } = await office();
    const worker = startWorker({ deps, queue, jobs });
    await until(() => runs.length === 1);
    assert.equal(worker.isAlive(), true);
    const stopped = worker.stop(10_000);
    end();
    await stopped;
    assert.deepEqual([runs, await task()], [['begun', 'ended'], undefined]);
  });

  it('gives a task back that takes too long: another has it at once, and it does not count as a try', async () => {
    const { deps, queue, jobs, quick, runs, end, until, task } = await office();
    const worker = startWorker({ deps, queue, jobs });
    await until(() => runs.length === 1);
    await worker.stop(200);
    assert.equal((await task())?.attempts, 0);
    const begun = performance.now();
    const other = startWorker({ deps, queue, jobs: quick });
    await until(() => runs.includes('by another'));
    assert.ok(performance.now() - begun < 10_000, 'it waited for the lease');
    end();
    await other.stop();
    assert.equal(await task(), undefined);
  });
});
