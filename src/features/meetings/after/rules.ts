/** Whether a meeting was held, when to ask, and when two cancellations are a reason to offer a new time. */
import { day, minute } from '../../../platform/clock.ts';
import { idOf } from '../../../platform/ids.ts';
import type { NewTask } from '../../../platform/outbox.ts';
import { membersOf, type Pair } from '../../pairs/model.ts';
import type { Meeting, MetSaid } from '../model.ts';

/** The last words are said by then. */
export const askedAfter = 30 * minute;
/**
 * Days after a pair began from which a card asks. Before that the two messages of a month belong to the check-ins of days 14 and 30 and
 * to the thanks of day 50 (decision 28); the tab asks from the first meeting on.
 */
export const cardsFromDay = 52;

export function mayAskByCard(pair: Pair, now: number): boolean {
  return pair.activeAt !== undefined && now - pair.activeAt >= cardsFromDay * day;
}

export function askTasks(pair: Pair, { programmeId, pairId, id: meetingId, end }: Meeting): NewTask[] {
  return membersOf(pair).map((personId) => ({
    ...{ id: idOf('meetings.ask-met', meetingId, personId), job: 'meetings.ask-met', due: end + askedAfter },
    data: { programmeId, pairId, meetingId, personId },
  }));
}

/** An answer takes the place of the same person's former one. */
export function answered(one: Meeting, personId: string, said: MetSaid): Meeting {
  return { ...one, met: [...(one.met ?? []).filter((each) => each.personId !== personId), { personId, said }] };
}

/**
 * Two in a row were cancelled by one of the two, nothing was held since and nothing is planned: the id of the latter. `calledOff`
 * ones do not count: nobody cancelled them.
 */
export function twiceCancelled(all: readonly Meeting[], now: number): string | undefined {
  const known = all.filter((one) => one.state === 'planned' || (one.state === 'cancelled' && !one.calledOff));
  if (known.some((one) => one.state === 'planned' && one.end > now)) return undefined;
  const byTime = [...known].sort((a, b) => a.start - b.start || a.sequence - b.sequence);
  const [before, last] = byTime.slice(-2);
  return before?.state === 'cancelled' && last?.state === 'cancelled' ? last.id : undefined;
}
