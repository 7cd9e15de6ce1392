/** How delivery is doing, and another round of tries for a task that failed. */
import type { Caller } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { mostCounted, mostFailed, type FailedTask } from '../../../platform/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import { readPulses } from '../../../platform/pulse.ts';
import { maySeeDelivery } from '../policy.ts';
import type { DeliveryState } from './model.ts';

export async function deliveryOf(deps: Platform, caller: Caller): Promise<DeliveryState> {
  if (!maySeeDelivery(caller)) throw new Failure('not-found', 'page-gone');
  const { clock, tables, outbox, config } = deps;
  const [pulses, line, failed] = await Promise.all([
    readPulses(tables, clock.machine()),
    outbox.line(),
    outbox.failed(),
  ]);
  const ageOf = (due: number): number => seconds(clock.now() - due);
  return {
    ...{ sendRate: config.sendRate, ...pulses, later: line.later },
    lanes: line.lanes.map(({ oldest, ...lane }) => ({
      ...lane,
      ...(oldest === undefined ? {} : { oldestSeconds: ageOf(oldest) }),
    })),
    resting: line.resting.map(({ due, until, ...task }) => ({
      ...{ ...task, dueSeconds: ageOf(due) },
      ...(until === undefined ? {} : { restSeconds: seconds(until - clock.machine()) }),
    })),
    failed: failed.map(({ id, job, since, attempts, reason }) => ({ id, job, since, attempts, reason })),
    most: { counted: mostCounted, failed: mostFailed },
  };
}

const seconds = (ms: number): number => Math.max(0, Math.round(ms / 1000));

/** Failure `gone` when it is over, or was tried again. */
export async function retryFailed(deps: Platform, caller: Caller, taskId: string): Promise<void> {
  if (!maySeeDelivery(caller)) throw new Failure('not-found', 'page-gone');
  const one = (await deps.outbox.failed()).find(({ id }) => id === taskId);
  if (!one) throw new Failure('gone', 'task-over');
  const { table, partition, id }: FailedTask = one;
  // What waits in a programme's own partition concerns its coordinators.
  const object = table === 'programmes' ? `programme:${partition} task:${id}` : `task:${table} ${id}`;
  await deps.audit.note({ who: caller.personId, what: 'message.again', object });
  await deps.outbox.retry(table, partition, id);
}
