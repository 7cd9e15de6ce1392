/** What is known of meetings: a pair's, a person's, the first of a pair, and the free times of two. Booking is in `booking/`, suggesting in `times/`. */
import type { FreeBusy } from '../../platform/calendar.ts';
import { day, localDate } from '../../platform/clock.ts';
import type { Caller } from '../../platform/doors.ts';
import { Failure, isFailure } from '../../platform/errors.ts';
import { publicHolidays } from '../../platform/holidays.ts';
import type { Platform } from '../../platform/platform.ts';
import { partnerOf, type Pair } from '../pairs/model.ts';
import { pairFor, pairsOfPerson, pairsOfProgramme } from '../pairs/usecases.ts';
import { cardOf, type Person, type WorkingHours } from '../people/model.ts';
import { planningFor } from '../people/passport/usecases.ts';
import { personOf, workingHoursOf } from '../people/usecases.ts';
import { pairMeetingsNow } from './following/usecases.ts';
import { lookAtOpening } from './leaving/usecases.ts';
import {
  inOutlook,
  isNewsTo,
  isPast,
  wasHeld,
  type Meeting,
  type MeetingView,
  type NoCalendar,
  type PairMeetings,
} from './model.ts';
import { mayMove } from './policy.ts';
import { asksOf, breather, type Side, type Taken } from './rules.ts';
import { calledOffAmong, meetings, plannedAmong, plannedOf } from './store.ts';
import { agreedTimes } from './times/store.ts';

export async function meetingsOfPair(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  pairId: string,
): Promise<PairMeetings> {
  const { value: pair } = await pairFor(deps, caller.personId, programmeId, pairId);
  await lookAtOpening(deps, caller, pair);
  const [rows, zones, partner] = await Promise.all([
    pairMeetingsNow(deps, caller, programmeId, pairId),
    zonesOf(deps, caller.personId, pair),
    personOf(deps, partnerOf(pair, caller.personId)),
  ]);
  const now = deps.clock.now();
  return {
    partner: cardOf(partner),
    ...zones,
    meetings: plannedAmong(rows).map((row) => viewOf(row.value, caller.personId, now)),
    calledOff: calledOffAmong(rows, now),
  };
}

export function viewOf(one: Meeting, reader: string, now: number): MeetingView {
  const { id, start, end, byHand, joinUrl } = one;
  const link = { ...(joinUrl === undefined ? {} : { joinUrl }), ...(one.room === undefined ? {} : { room: one.room }) };
  const mine = (one.met ?? []).find((each) => each.personId === reader);
  const after = {
    ...(wasHeld(one, now) ? { held: true as const } : {}),
    ...(mine ? { said: mine.said } : {}),
    ...(one.met?.length ? { answered: true as const } : {}),
    ...(one.logged ? { logged: true as const } : {}),
  };
  const news = isNewsTo(reader, one, now) ? { justPlanned: true as const } : {};
  return {
    id,
    start,
    end,
    byHand,
    past: isPast(one, now),
    mine: mayMove(reader, one),
    ...news,
    ...link,
    ...after,
    ...inOutlook(one),
  };
}

export async function zonesOf(
  deps: Platform,
  reader: string,
  pair: Pair,
): Promise<{ zone: string; partnerZone?: string }> {
  const [mine, theirs] = await Promise.all([
    workingHoursOf(deps, reader),
    workingHoursOf(deps, partnerOf(pair, reader)),
  ]);
  return { zone: mine.zone, ...(theirs.zone === mine.zone ? {} : { partnerZone: theirs.zone }) };
}

export interface PersonsMeeting extends MeetingView {
  readonly programmeId: string;
  readonly pairId: string;
  readonly partnerId: string;
}

/** The planned meetings of a person that are not over, soonest first. */
export async function meetingsOf(deps: Platform, personId: string): Promise<PersonsMeeting[]> {
  return (await everyMeetingOf(deps, personId)).filter((one) => !one.past);
}

/** Pairs whose last meeting was to be, and of which this person has not said yet whether it was. */
export async function pairsToSayMet(deps: Platform, personId: string): Promise<Set<string>> {
  const over = (await everyMeetingOf(deps, personId)).filter((one) => one.past);
  const last = new Map(over.map((one) => [one.pairId, one] as const));
  return new Set([...last.values()].filter(({ held, said }) => held && said === undefined).map((one) => one.pairId));
}

/** Of all pairs of a person, in the order in which they are. */
async function everyMeetingOf(deps: Platform, personId: string): Promise<PersonsMeeting[]> {
  const now = deps.clock.now();
  const pairs = await pairsOfPerson(deps, personId);
  const lists = await Promise.all(
    pairs.map(async (pair) => {
      const { programmeId, id: pairId } = pair;
      const planned = await plannedOf(deps.tables, programmeId, pairId);
      const about = { programmeId, pairId, partnerId: partnerOf(pair, personId) };
      return planned.map((row) => ({ ...viewOf(row.value, personId, now), ...about }));
    }),
  );
  return lists.flat().sort((a, b) => a.start - b.start);
}

/** When the pair first met or will meet; nothing while no meeting is planned. */
export async function firstMeetingAt(deps: Platform, programmeId: string, pairId: string): Promise<number | undefined> {
  const now = deps.clock.now();
  const planned = (await plannedOf(deps.tables, programmeId, pairId)).map((row) => row.value);
  return planned.find((one) => !isPast(one, now) || wasHeld(one, now))?.start;
}

/** Meetings that lie behind a pair and were held as far as anybody said, in their order. */
export async function heldMeetings(deps: Platform, programmeId: string, pairId: string): Promise<Meeting[]> {
  const now = deps.clock.now();
  const planned = await plannedOf(deps.tables, programmeId, pairId);
  return planned.map((row) => row.value).filter((one) => wasHeld(one, now));
}

/** Pairs of a programme with a date, and with a meeting behind them. Never what or when. */
export async function meetingFigures(deps: Platform, programmeId: string): Promise<{ planned: number; met: number }> {
  const [all, pairs] = await Promise.all([
    meetings.list(deps.tables, programmeId),
    pairsOfProgramme(deps, programmeId),
  ]);
  const known = new Set(pairs.map((pair) => pair.id));
  const now = deps.clock.now();
  const planned = all.map((row) => row.value).filter((one) => one.state === 'planned' && known.has(one.pairId));
  const pairsIn = (some: readonly Meeting[]): number => new Set(some.map((one) => one.pairId)).size;
  return { planned: pairsIn(planned), met: pairsIn(planned.filter((one) => wasHeld(one, now))) };
}

/** Both sides with hours, passport, calendar and planned meetings; or why a calendar cannot be read. The caller's side comes first. */
export async function sidesOf(
  deps: Platform,
  caller: Caller,
  pair: Pair,
  range: { from: number; to: number },
  except?: string,
): Promise<Side[] | NoCalendar> {
  const ids = [caller.personId, partnerOf(pair, caller.personId)];
  const members = await Promise.all(ids.map((id) => personOf(deps, id)));
  const [busy, agreed, ...sides] = await Promise.all([
    busyTimes(deps, caller, members, range),
    agreedTimes(deps, pair),
    ...members.map((one) => Promise.all([sideWithoutCalendar(deps, one, range), meetingsOf(deps, one.id)])),
  ]);
  if (!Array.isArray(busy)) return busy;
  return sides.map(([side, planned], place) => {
    const others = planned.filter(({ id }) => id !== except);
    return { ...side, busy: busy[place] ?? [], meetings: others, agreed };
  });
}

/** When a person can be asked at all: working hours, public holidays where they live, and the passport. */
export async function sideWithoutCalendar(
  deps: Platform,
  { id, country }: Pick<Person, 'id' | 'country'>,
  { from, to }: { from: number; to: number },
  known?: WorkingHours,
): Promise<Omit<Side, 'busy' | 'meetings'>> {
  const [first, last] = [localDate(from - day, 'UTC'), localDate(to + day, 'UTC')];
  const [hours, { halves, days, needs }, holidays] = await Promise.all([
    known ?? workingHoursOf(deps, id),
    planningFor(deps, id),
    publicHolidays(country, Number(first.slice(0, 4)), Number(last.slice(0, 4))),
  ]);
  return {
    ...{ hours, halves, closed: [...holidays, ...days].filter((date) => date >= first && date <= last) },
    ...asksOf(needs, deps.clock.now()),
  };
}

async function busyTimes(
  deps: Platform,
  caller: Caller,
  members: readonly Person[],
  range: { from: number; to: number },
): Promise<Taken[][] | NoCalendar> {
  // What ends just before, or begins just after, counts for whoever needs a break.
  const wide = { from: range.from - breather, to: range.to + breather };
  const mailboxes = members.map(({ id, mail }) => ({ personId: id, address: mail }));
  if (mailboxes[0]?.address === undefined) return 'you-have-no-mailbox';
  if (mailboxes[1]?.address === undefined) return 'partner-has-no-mailbox';
  const asked = mailboxes.map(({ personId, address = '' }) => ({ personId, address }));
  try {
    const found: ReadonlyMap<string, FreeBusy>[] = [];
    for (const { from, to } of stretchesOf(wide))
      found.push(await deps.calendar.freeBusy(asked, from, to, caller.assertion));
    const answers = asked.map(({ personId }) => found.map((part) => part.get(personId)));
    const missing = answers.findIndex((some) => some.some((one) => !one || 'problem' in one));
    if (missing >= 0) return missing === 0 ? 'you-have-no-mailbox' : 'partner-has-no-mailbox';
    return answers.map((some) => some.flatMap((one) => (one && 'busy' in one ? one.busy : [])));
  } catch (error) {
    if (isFailure(error) && error.reason === 'consent-needed') return 'consent-needed';
    if (isFailure(error) && error.reason === 'no-mailbox') return 'you-have-no-mailbox';
    if (isFailure(error, 'unavailable')) return 'calendar-away';
    throw error;
  }
}

/** Outlook answers for less than 62 days at a time; the few parts of a year are asked for one after the other. */
function stretchesOf({ from, to }: { from: number; to: number }): { from: number; to: number }[] {
  const count = Math.ceil((to - from) / (60 * day));
  return Array.from({ length: count }, (_, at) => ({
    from: from + at * 60 * day,
    to: Math.min(to, from + (at + 1) * 60 * day),
  }));
}

/** For pages and files: one planned meeting of a pair that the reader belongs to. */
export async function meetingFor(
  deps: Platform,
  caller: Caller,
  at: { programmeId: string; pairId: string; meetingId: string },
  which: 'planned' | 'also-cancelled' = 'planned',
) {
  const { value: pair } = await pairFor(deps, caller.personId, at.programmeId, at.pairId);
  const row = await meetings.find(deps.tables, at.programmeId, at.pairId, at.meetingId);
  const isThere = row?.value.state === 'planned' || (which === 'also-cancelled' && row?.value.state === 'cancelled');
  if (!row || !isThere) throw new Failure('not-found', 'meeting-gone');
  return { pair, row };
}
