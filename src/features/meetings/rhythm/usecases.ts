/** The verbs of the rhythm: propose dates to a pair, and book those that it keeps, one by one, without doubling. */
import type { Caller } from '../../../platform/doors.ts';
import { isFailure } from '../../../platform/errors.ts';
import { idOf } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Language } from '../../../platform/words.ts';
import { partnerOf, type Pair } from '../../pairs/model.ts';
import { activePairFor } from '../../pairs/usecases.ts';
import { sentRows } from '../../people/messages/store.ts';
import { programmeOf } from '../../programmes/usecases.ts';
import { bookMeeting, type WantedTime } from '../booking/usecases.ts';
import type { PairAddress } from '../model.ts';
import { plannedOf } from '../store.ts';
import { sidesOf, zonesOf } from '../usecases.ts';
import { say as sayMeetings } from '../words.ts';
import type { DateBooked, RhythmBooked, RhythmDraft, RhythmFound } from './model.ts';
import { courseOf, horizon, openDays, proposeSeries } from './rules.ts';

/** A time for each date of the rhythm that has no meeting yet; without calendars it says why. */
export async function proposeRhythm(
  deps: Platform,
  caller: Caller,
  at: PairAddress,
  minutes: number,
): Promise<RhythmFound> {
  const { value: pair } = await activePairFor(deps, caller.personId, at.programmeId, at.pairId);
  const zones = await zonesOf(deps, caller.personId, pair);
  const now = deps.clock.now();
  const course = courseOf(await programmeOf(deps, at.programmeId), pair);
  const planned = await plannedOf(deps.tables, at.programmeId, at.pairId);
  const endsAt = Math.min(course.endsAt, now + horizon);
  const days = openDays(
    { ...course, endsAt },
    planned.map((row) => row.value),
    now,
  );
  if (days.length === 0) return { dates: [], ...zones };
  const sides = await sidesOf(deps, caller, pair, { from: now, to: endsAt });
  if (!Array.isArray(sides)) return { dates: [], ...zones, problem: sides };
  const dates = proposeSeries(sides, { days, minutes, now, endsAt });
  return {
    dates: dates.map((one) => ({ ...one, options: one.options.map(({ start, end }) => ({ start, end })) })),
    ...zones,
  };
}

/** The partner hears of all dates in one card, this long after the press. */
const tellAfter = 60_000;

/** Books each date for itself: what fails is told with its reason, and the same press again goes on from there. */
export async function bookRhythm(
  deps: Platform,
  caller: Caller,
  at: PairAddress,
  { starts, ...how }: RhythmDraft,
): Promise<RhythmBooked> {
  const { value: pair } = await activePairFor(deps, caller.personId, at.programmeId, at.pairId);
  const inOrder = [...new Set(starts)].sort((a, b) => a - b);
  const inSeries = { toldWith: await tellSoon(deps, pair, caller.personId, inOrder) };
  const dates: DateBooked[] = [];
  for (const start of inOrder) dates.push(await bookOne(deps, caller, at, { start, ...how, inSeries }));
  return { dates };
}

async function bookOne(deps: Platform, caller: Caller, at: PairAddress, wanted: WantedTime): Promise<DateBooked> {
  const { start } = wanted;
  try {
    await bookMeeting(deps, caller, at, wanted);
    return { start, booked: true };
  } catch (error) {
    if (!isFailure(error)) throw error;
    return { start, booked: false, problem: sentenceOf(caller.language, error.reason) };
  }
}

const told = [
  ...(['slot-taken', 'time-is-past', 'you-have-no-mailbox', 'partner-has-no-mailbox'] as const),
  ...(['consent-needed', 'being-planned', 'partner-planned'] as const),
] as const;

function sentenceOf(language: Language, reason: string): string {
  const known = told.find((one) => one === reason);
  return sayMeetings(language, `failure.${known ?? 'calendar-away'}`);
}

/**
 * Asked for before the first date is booked, so that no crash keeps the card away; it says what is planned by then. Gives its id, and
 * nothing when it went after an earlier press: each date that is booked now is told by itself.
 */
async function tellSoon(
  deps: Platform,
  pair: Pair,
  from: string,
  starts: readonly number[],
): Promise<string | undefined> {
  const { programmeId, id: pairId } = pair;
  const id = idOf('meetings.tell-series', pairId, from, ...starts.map(String));
  if (await sentRows.programmes.find(deps.tables, programmeId, id)) return undefined;
  await deps.outbox.ask('programmes', programmeId, {
    ...{ id, job: 'meetings.tell-series', due: deps.clock.now() + tellAfter },
    data: { programmeId, pairId, to: partnerOf(pair, from) },
  });
  return id;
}
