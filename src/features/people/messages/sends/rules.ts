/** What a task or a record says about a message, at this moment. Pure. */
import type { Task } from '../../../../platform/outbox.ts';
import { waitReasons, type Sent } from '../model.ts';
import { groupOf, mayBeSentAgain, roundOf } from '../rules.ts';
import type { SendLine } from './model.ts';

/** Domain and machine time. */
export interface Moment {
  readonly now: number;
  readonly machine: number;
}

/** Whom a task writes to; nothing where only its job can say. */
export const receiverOf = ({ data }: Pick<Task, 'data'>): string | undefined =>
  data['personId'] ?? data['to'] ?? data['coordinatorId'];

const about = (kind: string, round: string) => ({ kind, round, group: groupOf(kind, round) });

/** A message that is not over. `asked` is what was noted when it was to go another way. */
export function lineOfTask(one: Task, asked: Sent | undefined, moment: Moment): SendLine {
  const personId = receiverOf(one) ?? asked?.personId;
  const by = asked?.state === 'by-mail' ? ({ by: 'mail' } as const) : {};
  const base = {
    ...{ id: one.id, ...about(one.job, roundOf(one.data)), ...by },
    ...(personId === undefined ? {} : { personId }),
  };
  if (one.state === 'failed')
    return { ...base, state: 'not-reached', at: one.due, reason: 'gave-up', mayBeSentAgain: true };
  return { ...base, ...waitOf(one, moment), mayBeSentAgain: false };
}

function waitOf(
  { due, leaseUntil, fence, reason }: Task,
  { now, machine }: Moment,
): Pick<SendLine, 'state' | 'at' | 'why'> {
  const why = waitReasons.find((one) => one === reason);
  if (due > now) return why === undefined ? { state: 'planned', at: due } : { state: 'waiting', at: due, why };
  const left = leaseUntil - machine;
  if (left <= 0) return { state: 'waiting', at: due, why: 'in-line' };
  return fence === ''
    ? { state: 'waiting', at: now + left, why: 'resting' }
    : { state: 'waiting', at: now, why: 'under-way' };
}

/** A message that is over. */
export function lineOfRecord(id: string, one: Sent): SendLine {
  const { kind, round = '', personId, at, who, reason } = one;
  const base = {
    ...{ id, ...about(kind, round), personId, at, mayBeSentAgain: mayBeSentAgain(one) },
    ...(who === undefined ? {} : { who }),
    ...(reason === undefined ? {} : { reason }),
  };
  switch (one.state) {
    case 'arrived':
      return { ...base, state: 'arrived', by: one.by ?? 'chat' };
    case 'in-tab':
      return { ...base, state: 'arrived', by: one.by ?? 'tab' };
    case 'stopped':
      return { ...base, state: 'stopped' };
    case 'failed':
      return { ...base, state: 'not-reached' };
    case 'by-mail':
      return { ...base, state: 'waiting', why: 'in-line', by: 'mail' };
    default:
      return one.state satisfies never;
  }
}

/** Mails of one mailbox in a minute are limited to 30 by Exchange Online: planned at 24. */
export const mailEveryMs = 2_500;
