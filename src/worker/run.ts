/** The worker: sweeps what is due onto the queues, claims, runs the job, and records how it ended. Any number may run at once. */
import { pause, stopwatch } from '../platform/clock.ts';
import type { Job } from '../platform/doors.ts';
import { isFailure } from '../platform/errors.ts';
import { describeError } from '../platform/log.ts';
import { mostAttempts, type Claim } from '../platform/outbox.ts';
import type { Platform } from '../platform/platform.ts';
import type { Delivery, Lane, Queue } from '../platform/queues.ts';
import { TryLater } from '../platform/teams/delivery.ts';
import { nameWords, note, quietTelemetry, type Outcome, type Telemetry } from '../platform/telemetry.ts';

export interface Worker {
  /** Takes nothing new, and ends when the tasks in hand are over; those that are not within this time are given back for others. */
  stop(withinMs?: number): Promise<void>;
  /** False when it has not looked for work for a while. */
  isAlive(): boolean;
}

export interface WorkerParts {
  readonly deps: Platform;
  readonly queue: Queue;
  /** What goes to many at once: it has hands of its own, so that nothing else waits for them. */
  readonly campaign?: Queue;
  readonly jobs: readonly Job[];
  readonly telemetry?: Telemetry;
  /** How many tasks of each queue at once. */
  readonly atOnce?: number;
}

const sweepEveryMs = 500;
const idleMs = 400;
/** Longer than any call of the store takes with all its tries. */
const silentMs = 60_000;

export function startWorker(parts: WorkerParts): Worker {
  const { deps, queue, campaign, jobs, telemetry = quietTelemetry, atOnce = 12 } = parts;
  const table = new Map(jobs.map((one) => [one.name, one]));
  nameWords('job', table.keys());
  const ending = new AbortController();
  const sleepers = new Set<AbortController>();
  const beats = new Map<() => Promise<number>, number>();
  const held = new Map<Delivery, Claim>();
  deps.outbox.onWork(() => sleepers.forEach((one) => one.abort()));

  async function loop(step: () => Promise<number>, restMs: number): Promise<void> {
    while (!ending.signal.aborted) {
      beats.set(step, deps.clock.machine());
      // From before the step on: what is announced while it looks must not wait until the rest is over.
      const wake = new AbortController();
      sleepers.add(wake);
      const did = await step().catch((error: unknown) => {
        deps.log.error(describeError(error), 'the worker goes on after a fault');
        return 0;
      });
      if (did === 0) await pause(restMs, AbortSignal.any([ending.signal, wake.signal]));
      sleepers.delete(wake);
    }
  }

  /** Fetches for all free hands when a quarter of them are: a few begin at a time, and nothing waits here while others are idle. */
  function consumer(from: Queue): () => Promise<number> {
    return async () => {
      while (busy(from).size > (atOnce * 3) / 4) await Promise.race(busy(from));
      const deliveries = await from.receive(atOnce - busy(from).size, deps.outbox.hiddenSeconds);
      if (ending.signal.aborted) await Promise.all(deliveries.map((one) => one.postpone(0)));
      for (const one of ending.signal.aborted ? [] : deliveries) {
        const run: Promise<void> = runTraced(one, from === campaign ? 'campaign' : 'usual').finally(() =>
          busy(from).delete(run),
        );
        busy(from).add(run);
      }
      return deliveries.length;
    };
  }

  /** A part of the trace of whoever asked for it. */
  async function runTraced(delivery: Delivery, lane: Lane): Promise<void> {
    const step = telemetry.begin('job', { lane }, delivery.from);
    const outcome = await step.run(() => runOne(delivery));
    step.note({ outcome });
    step.end(outcome === 'failed' || outcome === 'given-up' || outcome === 'fault');
  }

  async function runOne(delivery: Delivery): Promise<Outcome> {
    try {
      const claim = await deps.outbox.claim(delivery);
      if (claim === 'taken') return claim;
      if (claim === undefined) return await delivery.remove().then(() => 'over');
      held.set(delivery, claim);
      const { job, attempts: tries } = claim.task;
      note({ job, tries });
      const { outcome, retrySeconds } = await perform(claim);
      telemetry.jobEnded(job, outcome);
      await (retrySeconds === undefined ? delivery.remove() : delivery.postpone(retrySeconds));
      return outcome;
    } catch (error) {
      deps.log.error({ ...describeError(error), task: delivery.address.id }, 'left for the lease to run out');
      return 'fault';
    } finally {
      held.delete(delivery);
    }
  }

  /** Whoever sees the message next may have the task; what this run still does is recorded by nobody. */
  async function giveBack(): Promise<void> {
    await Promise.all(
      [...held].map(async ([delivery, claim]) => {
        deps.log.warn({ job: claim.task.job, task: claim.task.id }, 'given back, since this process ends');
        await claim.release();
        await delivery.postpone(0);
      }),
    ).catch((error: unknown) => deps.log.warn(describeError(error), 'left for the lease to run out'));
  }

  /** With the seconds until the next try when this one failed. */
  async function perform(claim: Claim): Promise<{ outcome: Outcome; retrySeconds?: number | undefined }> {
    const { task } = claim;
    try {
      const found = table.get(task.job);
      if (!found) throw new Error(`no job is called ${task.job}`);
      const began = stopwatch();
      const result = await found.run(deps, found.data.parse(task.data), { id: task.id, due: task.due });
      if (found.duration) telemetry.took(found.duration, stopwatch() - began);
      const isOver = !(result && 'again' in result);
      await (isOver ? claim.done(result?.done) : claim.again(result.again, result.why));
      return { outcome: isOver ? 'done' : 'again' };
    } catch (error) {
      const level = isFailure(error, 'unavailable') ? 'warn' : 'error';
      deps.log[level](
        { ...describeError(error), job: task.job, task: task.id, attempts: task.attempts },
        'a task failed',
      );
      const rest = error instanceof TryLater ? error.retryAfterMs : undefined;
      const retrySeconds = await claim.failed(isFailure(error) ? error.reason : 'our-fault', rest);
      return { outcome: task.attempts < mostAttempts ? 'failed' : 'given-up', retrySeconds };
    }
  }

  const queues = campaign ? [queue, campaign] : [queue];
  const running = new Map(queues.map((one) => [one, new Set<Promise<void>>()]));
  const busy = (one: Queue): Set<Promise<void>> => running.get(one) ?? new Set();
  const sweep = (): Promise<number> => deps.outbox.sweepInTurn();
  const loops = [loop(sweep, sweepEveryMs), ...queues.map((one) => loop(consumer(one), idleMs))];
  const tasksAreOver = async (): Promise<void> => {
    await Promise.all(loops);
    await Promise.all([...running.values()].flatMap((set) => [...set]));
  };
  return {
    stop: async (withinMs) => {
      ending.abort();
      await Promise.race([tasksAreOver(), ...(withinMs === undefined ? [] : [pause(withinMs)])]);
      await giveBack();
    },
    // Those who fetch wait for free hands, and a task may be long; the sweep waits for nobody.
    isAlive: () => deps.clock.machine() - (beats.get(sweep) ?? 0) < silentMs,
  };
}
