/** What follows from a meeting that is planned, moved or cancelled, and when a booking without an answer is looked at. */
import { minute } from '../../../../platform/clock.ts';
import { idOf } from '../../../../platform/ids.ts';
import type { NewTask } from '../../../../platform/outbox.ts';
import { partnerOf, type Pair } from '../../../pairs/model.ts';
import { askTasks } from '../../after/rules.ts';
import type { Meeting } from '../../model.ts';

/** By then whoever pressed has pressed again, or gone. */
export const settledAfter = 10 * minute;

export type News = 'booked' | 'moved' | 'cancelled' | 'asked' | 'off';

export function tellPartner(pair: Pair, one: Meeting, from: string, news: News): NewTask {
  const to = partnerOf(pair, from);
  const id = idOf('meetings.tell', one.id, news, String(one.sequence), to);
  const { programmeId, id: pairId } = pair;
  return { id, job: 'meetings.tell', data: { programmeId, pairId, meetingId: one.id, to, news } };
}

/** Where no calendar holds it both are written to: the card brings the file. */
export function tellBoth(pair: Pair, one: Meeting, from: string, news: News): NewTask[] {
  const other = tellPartner(pair, one, from, news);
  return one.byHand ? [other, tellPartner(pair, one, partnerOf(pair, from), news)] : [other];
}

/** `isToldTogether`: the partner is still to hear of it, with other dates. */
export function plannedFollows(pair: Pair, one: Meeting, isToldTogether = false): NewTask[] {
  return [...(isToldTogether ? [] : tellBoth(pair, one, one.organiserId, 'booked')), ...askTasks(pair, one)];
}

export function settleTask({ programmeId, pairId, id: meetingId }: Meeting, now: number): NewTask {
  return {
    ...{ id: idOf('meetings.settle', meetingId), job: 'meetings.settle', due: now + settledAfter },
    data: { programmeId, pairId, meetingId },
  };
}
