/**
 * What a meeting becomes by what stands in Outlook. The state that is there counts, never the news of it: so news may come twice,
 * late or never, and what we wrote ourselves is no news, since it is what we know already.
 */
import { day, hour } from '../../../platform/clock.ts';
import { idOf } from '../../../platform/ids.ts';
import type { NewTask } from '../../../platform/outbox.ts';
import type { SeenEvent } from '../../../platform/calendar.ts';
import type { Meeting } from '../model.ts';
import type { Followed, Reason } from './model.ts';

/** Notifications of so many milliseconds are looked at together; meanwhile what we are writing ourselves gets written. */
const together = 10_000;
/** Graph takes less than seven days. */
const subscriptionLasts = 6 * day;
const renewedBefore = 2 * day;
/** The period that is asked about: so far ahead, and anew when less than half is left. */
const ahead = 70 * day;
/** Dates of a series so far ahead are meetings already. */
const seriesAhead = 60 * day;
export const netEvery = hour;

/** The meeting as Outlook has it; the same object where nothing is other than we know it, or Outlook's state is older than what we saw. */
export function asSeen(one: Meeting, event: SeenEvent, partnerAddress: string | undefined): Meeting {
  const { seen } = one;
  if (seen && event.changedAt !== undefined && event.changedAt < seen.at) return one;
  if (event.cancelled) return calledOff(one, event);
  const isMoved = event.start !== one.start || event.end !== one.end;
  const moved = isMoved ? { start: event.start, end: event.end, sequence: one.sequence + 1 } : {};
  const link = event.joinUrl === undefined ? {} : { joinUrl: event.joinUrl };
  const next: Meeting = { ...one, ...moved, ...link, ...saidOf(event, partnerAddress), ...placeOf(event) };
  return isSame(one, next) ? one : { ...next, ...seenOf(event) };
}

/** The event that it stands for: another one when a series begins or ends. */
function placeOf({ eventId, seriesId }: SeenEvent): Pick<Meeting, 'eventId' | 'seriesId'> {
  return { eventId, seriesId };
}

/** Cancelled in Outlook, or deleted there. */
export function calledOff(one: Meeting, event?: SeenEvent): Meeting {
  const { seen: _before, ...rest } = one;
  return {
    ...rest,
    state: 'cancelled',
    calledOffIn: 'outlook',
    sequence: one.sequence + 1,
    ...(event ? seenOf(event) : {}),
  };
}

/** True when the partner has just said no: the one thing that Outlook tells the organiser without a next step. */
export function saysNo(before: Meeting, now: Meeting): boolean {
  return now.state === 'planned' && now.partnerAnswer === 'declined' && before.partnerAnswer !== 'declined';
}

function seenOf({ changedAt, etag }: SeenEvent): Pick<Meeting, 'seen'> {
  return changedAt === undefined ? {} : { seen: { at: changedAt, ...(etag === undefined ? {} : { etag }) } };
}

const words = { accepted: 'accepted', tentativelyAccepted: 'tentative', declined: 'declined' } as const;

/** The partner's answer, and how many others are asked. Where Outlook does not tell, what we knew stays. */
function saidOf({ answers }: SeenEvent, partnerAddress: string | undefined): Pick<Meeting, 'partnerAnswer' | 'others'> {
  if (!answers) return {};
  const isPartner = ({ address }: { address: string }): boolean =>
    address.toLowerCase() === partnerAddress?.toLowerCase();
  const answer = answers.find(isPartner)?.answer ?? 'none';
  const said = answer in words ? words[answer as keyof typeof words] : undefined;
  const others = answers.filter((each) => !isPartner(each)).length;
  return { partnerAnswer: said, others: others > 0 ? others : undefined };
}

const compared = ['start', 'end', 'state', 'joinUrl', 'partnerAnswer', 'others', 'eventId', 'seriesId'] as const;

function isSame(one: Meeting, other: Meeting): boolean {
  return compared.every((name) => one[name] === other[name]);
}

/** The task that looks at a mailbox soon: all that ask for it within some seconds ask for the same one. */
export function lookSoon(personId: string, reason: Reason, now: number): NewTask {
  const slot = Math.floor(now / together);
  const id = idOf('meetings.follow', personId, reason, String(slot));
  return { id, job: 'meetings.follow', data: { personId, reason }, due: (slot + 1) * together + 2_000 };
}

/** What follows from a change of ours to a meeting in Outlook: its mailbox is followed from now on, or no longer. */
export function followTasks(one: Meeting, now: number): NewTask[] {
  if (one.byHand || one.eventId === undefined) return [];
  const { id, job, data, due = now } = lookSoon(one.organiserId, 'changed', now);
  return [{ id: idOf(id, one.id, String(one.sequence)), job, data, due }];
}

export function netPart(part: { readonly from: string; readonly to: string }, now: number): NewTask {
  const slot = Math.floor(now / netEvery);
  return { id: idOf('meetings.net', String(slot), part.from), job: 'meetings.net', data: { ...part } };
}

/** The safety net of an hour: one task for each, so that asking for it twice is asking once. */
export function nextNet(now: number): NewTask {
  const slot = Math.floor(now / netEvery) + 1;
  return { id: idOf('meetings.net', String(slot)), job: 'meetings.net', data: {}, due: slot * netEvery };
}

export function occurrencePeriod(now: number): { start: number; end: number } {
  return { start: now - day, end: now + seriesAhead };
}

export function subscriptionUntil(now: number): number {
  return now + subscriptionLasts;
}

export function needsRenewal({ subscription }: Followed, now: number): boolean {
  return subscription !== undefined && subscription.until < now + renewedBefore;
}

/** Asked again a day after it was refused, since an administrator may have allowed it meanwhile. */
export function mayAsk({ refusedAt }: Pick<Followed, 'refusedAt'>, now: number): boolean {
  return refusedAt === undefined || now >= refusedAt + day;
}

/** True when all that is to be known is whether something changed: it is subscribed to for long enough, and was looked at today. */
export function isSettled(known: Followed, now: number): boolean {
  const { subscription, delta, lookedAt = 0 } = known;
  return subscription !== undefined && !needsRenewal(known, now) && delta !== undefined && lookedAt + day > now;
}

/** The period to ask about, when the one so far is too near its end or leaves out a meeting. */
export function periodFor(
  { delta }: Followed,
  held: readonly { readonly start: number; readonly end: number }[],
  now: number,
): { start: number; end: number } | undefined {
  const isGood =
    delta !== undefined &&
    delta.end > now + ahead / 2 &&
    held.every(({ start, end }) => start >= delta.start && end <= delta.end);
  if (isGood) return undefined;
  const last = Math.max(now + ahead, ...held.map(({ end }) => end + 7 * day));
  return { start: now - 2 * day, end: last };
}
