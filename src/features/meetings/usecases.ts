/** What is known of meetings: a pair's, a person's, the first of a pair, and the free times of two. Booking is in `booking/`. */
import { day } from '../../platform/clock.ts';
import type { Caller } from '../../platform/doors.ts';
import { Failure, isFailure } from '../../platform/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { partnerOf, type Pair } from '../pairs/model.ts';
import { activePairFor, pairFor, pairsOfPerson, pairsOfProgramme } from '../pairs/usecases.ts';
import { cardOf, type Person } from '../people/model.ts';
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
  type Slot,
  type Suggestions,
} from './model.ts';
import { mayMove } from './policy.ts';
import { notice, suggestSlots, type Side } from './rules.ts';
import { calledOffAmong, meetings, plannedAmong, plannedOf } from './store.ts';

/** Weeks that one question looks at. */
const weeks = 3;

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
  const link = joinUrl === undefined ? {} : { joinUrl };
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

async function zonesOf(deps: Platform, reader: string, pair: Pair): Promise<{ zone: string; partnerZone?: string }> {
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
  return lists
    .flat()
    .filter((one) => !one.past)
    .sort((a, b) => a.start - b.start);
}

/** When the pair first met or will meet; nothing while no meeting is planned. */
export async function firstMeetingAt(deps: Platform, programmeId: string, pairId: string): Promise<number | undefined> {
  const now = deps.clock.now();
  const planned = (await plannedOf(deps.tables, programmeId, pairId)).map((row) => row.value);
  return planned.find((one) => !isPast(one, now) || wasHeld(one, now))?.start;
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

/** Times free for both, from `week` weeks on (0 is now). Where a calendar cannot be read it says why, and gives no times. */
export async function findTimes(
  deps: Platform,
  caller: Caller,
  at: { programmeId: string; pairId: string },
  { week, minutes }: { week: number; minutes: number },
): Promise<Suggestions> {
  const { value: pair } = await activePairFor(deps, caller.personId, at.programmeId, at.pairId);
  const zones = await zonesOf(deps, caller.personId, pair);
  const from = deps.clock.now() + Math.max(notice, week * 7 * day);
  const range = { from, to: deps.clock.now() + (week + weeks) * 7 * day };
  const sides = await sidesOf(deps, caller, pair, range);
  if (!Array.isArray(sides)) return { slots: [], ...range, ...zones, problem: sides };
  return { slots: suggestSlots(sides, { ...range, minutes }), ...range, ...zones };
}

/** Both sides with hours, calendar and planned meetings; or why a calendar cannot be read. The caller's side comes first. */
export async function sidesOf(
  deps: Platform,
  caller: Caller,
  pair: Pair,
  range: { from: number; to: number },
  except?: string,
): Promise<Side[] | NoCalendar> {
  const ids = [caller.personId, partnerOf(pair, caller.personId)];
  const members = await Promise.all(ids.map((id) => personOf(deps, id)));
  const busy = await busyTimes(deps, caller, members, range);
  if (!Array.isArray(busy)) return busy;
  return Promise.all(
    ids.map(async (id, place) => ({
      hours: await workingHoursOf(deps, id),
      busy: busy[place] ?? [],
      meetings: (await meetingsOf(deps, id)).filter((one) => one.id !== except),
    })),
  );
}

async function busyTimes(
  deps: Platform,
  caller: Caller,
  members: readonly Person[],
  { from, to }: { from: number; to: number },
): Promise<Slot[][] | NoCalendar> {
  const mailboxes = members.map(({ id, mail }) => ({ personId: id, address: mail }));
  if (mailboxes[0]?.address === undefined) return 'you-have-no-mailbox';
  if (mailboxes[1]?.address === undefined) return 'partner-has-no-mailbox';
  const asked = mailboxes.map(({ personId, address = '' }) => ({ personId, address }));
  try {
    const found = await deps.calendar.freeBusy(asked, from, to, caller.assertion);
    const answers = asked.map(({ personId }) => found.get(personId));
    const missing = answers.findIndex((one) => !one || 'problem' in one);
    if (missing >= 0) return missing === 0 ? 'you-have-no-mailbox' : 'partner-has-no-mailbox';
    return answers.map((one) => (one && 'busy' in one ? one.busy.map(({ start, end }) => ({ start, end })) : []));
  } catch (error) {
    if (isFailure(error) && error.reason === 'consent-needed') return 'consent-needed';
    if (isFailure(error) && error.reason === 'no-mailbox') return 'you-have-no-mailbox';
    if (isFailure(error, 'unavailable')) return 'calendar-away';
    throw error;
  }
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
