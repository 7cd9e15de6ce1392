/**
 * Booking, moving and cancelling with the own rights; by hand where there is no mailbox. What the two of a pair plan goes in turn, and
 * twice the same wish is one meeting, whoever of the two had it. A row in `booking` may have an event in Outlook: `settling/` finds out.
 */
import { minute } from '../../../platform/clock.ts';
import type { Room } from '../../../platform/calendar.ts';
import type { Caller } from '../../../platform/doors.ts';
import { Failure, isFailure } from '../../../platform/errors.ts';
import { idOf } from '../../../platform/ids.ts';
import type { NewTask } from '../../../platform/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Row } from '../../../platform/tables.ts';
import { partnerOf, type Pair } from '../../pairs/model.ts';
import { activePairFor } from '../../pairs/usecases.ts';
import { callName } from '../../people/model.ts';
import { languageOfPerson, personOf, workingHoursOf } from '../../people/usecases.ts';
import { offersAfter } from '../after/usecases.ts';
import { cancelledText, categoryText, entryTexts } from '../cards.ts';
import { followTasks } from '../following/rules.ts';
import { isNewsTo, type Meeting, type Slot } from '../model.ts';
import { mayMove } from '../policy.ts';
import { isFreeFor } from '../rules.ts';
import { requireRoom, roomFor } from '../rooms/usecases.ts';
import { meetings } from '../store.ts';
import { meetingFor, sidesOf } from '../usecases.ts';
import { plannedFollows, settleTask, tellBoth, tellPartner } from './settling/rules.ts';
import { openBookings, settleOwn, withOutlook } from './settling/usecases.ts';
import { inTime, inTurn } from './turns/usecases.ts';

export interface PairAddress {
  readonly programmeId: string;
  readonly pairId: string;
}
export interface MeetingAddress extends PairAddress {
  readonly meetingId: string;
}
export interface WantedTime {
  readonly start: number;
  readonly minutes: number;
  /** The address of a room. */
  readonly room?: string | undefined;
  /** Also when the partner has planned another time a moment ago. */
  readonly knowing?: boolean | undefined;
  /** The partner hears of it otherwise, together with other dates. */
  readonly quiet?: true;
}

/**
 * The booker organises it. Failure `conflict`: `slot-taken` when one of the two is no longer free, `partner-planned` when the partner has
 * planned another time a moment ago, `booked-after-all` when an earlier wish without an answer turns out to be in the calendar.
 */
export async function bookMeeting(
  deps: Platform,
  caller: Caller,
  at: PairAddress,
  wanted: WantedTime,
): Promise<Meeting> {
  const { value: pair } = await activePairFor(deps, caller.personId, at.programmeId, at.pairId);
  const slot = slotOf(deps, wanted);
  return inTime(inTurn(deps, at, caller.personId, () => bookInTurn(deps, caller, pair, { ...wanted, ...slot })));
}

async function bookInTurn(deps: Platform, caller: Caller, pair: Pair, wanted: Slot & WantedTime): Promise<Meeting> {
  const slot = { start: wanted.start, end: wanted.end };
  const settled = await withOutlook(() => settleOwn(deps, caller, pair));
  const same = await plannedAt(deps, pair, slot);
  if (same) return same;
  if (!wanted.knowing) await requireNoNews(deps, caller, pair, settled);
  await requireFree(deps, caller, pair, slot);
  const { room: address } = wanted;
  const room = address === undefined ? undefined : await roomFor(deps, caller, pair, { slot, address });
  const row = await reserve(deps, caller, pair, slot);
  const booked = await enterInOutlook(deps, caller, pair, { ...row.value, room }).catch(async (error: unknown) => {
    // Surely refused: nothing is left behind. Without an answer the row stays, until it is settled.
    if (isFailure(error) && error.reason !== 'calendar-away') await deps.tables.commit([meetings.remove(row)]);
    throw error;
  });
  const planned: Meeting = { ...row.value, state: 'planned', plannedAt: deps.clock.now(), ...booked };
  return save(deps, row, planned, plannedFollows(pair, planned, wanted.quiet));
}

/** Where no calendar holds it: the time is kept here, and both can take it along as a file. */
export async function enterByHand(
  deps: Platform,
  caller: Caller,
  at: PairAddress,
  wanted: WantedTime,
): Promise<Meeting> {
  const { value: pair } = await activePairFor(deps, caller.personId, at.programmeId, at.pairId);
  const slot = slotOf(deps, wanted);
  const keep = async (): Promise<Meeting> => {
    const same = await plannedAt(deps, pair, slot);
    if (same) return same;
    if (!wanted.knowing) await requireNoNews(deps, caller, pair, 'none');
    const planned: Meeting = {
      ...(await newMeeting(deps, caller, pair, slot)),
      ...{ state: 'planned', byHand: true, plannedAt: deps.clock.now() },
    };
    const kept = [meetings.create(pair.programmeId, [pair.id, planned.id], planned)];
    await deps.outbox.commit(kept, plannedFollows(pair, planned));
    return planned;
  };
  return inTime(inTurn(deps, at, caller.personId, keep));
}

/** An event that is at that time already was moved by a press without an answer. */
export async function moveMeeting(
  deps: Platform,
  caller: Caller,
  at: MeetingAddress,
  wanted: WantedTime,
): Promise<Meeting> {
  const { pair, row } = await ownMeeting(deps, caller, at);
  const slot = slotOf(deps, wanted);
  const move = async (): Promise<Meeting> => {
    const now = await readAgain(deps, row);
    if (now.value.state !== 'planned') throw new Failure('not-found', 'meeting-gone');
    if (slot.start === now.value.start && slot.end === now.value.end) return now.value;
    if (!now.value.byHand) await moveInOutlook(deps, caller, pair, now.value, slot);
    const moved: Meeting = { ...now.value, ...slot, sequence: now.value.sequence + 1 };
    return save(deps, now, moved, tellBoth(pair, moved, caller.personId, 'moved'));
  };
  return inTime(inTurn(deps, at, caller.personId, move));
}

async function moveInOutlook(deps: Platform, caller: Caller, pair: Pair, one: Meeting, slot: Slot): Promise<void> {
  const [assertion, eventId] = [caller.assertion ?? '', one.eventId ?? ''];
  const now = await withOutlook(() => deps.calendar.find(assertion, eventId));
  if (now.start === slot.start && now.end === slot.end) return;
  await requireFree(deps, caller, pair, slot, { id: one.id, at: now });
  if (one.room !== undefined) await requireRoom(deps, caller, pair, slot, one.room);
  const { zone } = await workingHoursOf(deps, caller.personId);
  await withOutlook(() => deps.calendar.move(assertion, eventId, { ...slot, zone }));
}

/** An event that is gone from Outlook counts as cancelled there; cancelling twice is cancelling once. */
export async function cancelMeeting(deps: Platform, caller: Caller, at: MeetingAddress): Promise<Meeting> {
  const { pair, row } = await ownMeeting(deps, caller, at, 'also-cancelled');
  const cancel = async (): Promise<Meeting> => {
    const now = await readAgain(deps, row);
    if (now.value.state === 'cancelled') return now.value;
    const { eventId } = now.value;
    if (eventId !== undefined) await cancelInOutlook(deps, caller, eventId);
    const cancelled = cancelledOf(now.value);
    const follow = tellBoth(pair, cancelled, caller.personId, 'cancelled');
    return save(deps, now, cancelled, [...follow, ...(await offersAfter(deps, pair, cancelled))]);
  };
  return inTime(inTurn(deps, at, caller.personId, cancel));
}

export async function cancelInOutlook(deps: Platform, caller: Caller, eventId: string): Promise<void> {
  const cancel = () => deps.calendar.cancel(caller.assertion ?? '', eventId, cancelledText(caller.language));
  await withOutlook(cancel).catch((error: unknown) => {
    if (!isFailure(error) || error.reason !== 'event-gone') throw error;
  });
}

export function cancelledOf(one: Meeting): Meeting {
  return { ...one, state: 'cancelled', sequence: one.sequence + 1 };
}

/** For the partner whose calendar does not hold it: asks the organiser, by card, for another time. */
export async function askForOtherTime(deps: Platform, caller: Caller, at: MeetingAddress): Promise<void> {
  const { pair, row } = await meetingFor(deps, caller, at);
  await save(deps, row, row.value, [tellPartner(pair, row.value, caller.personId, 'asked')]).catch((error: unknown) => {
    // The same wish is already under way: asking twice is asking once.
    if (!isFailure(error, 'conflict')) throw error;
  });
}

async function ownMeeting(
  deps: Platform,
  caller: Caller,
  at: MeetingAddress,
  which: 'planned' | 'also-cancelled' = 'planned',
): Promise<{ pair: Pair; row: Row<Meeting> }> {
  await activePairFor(deps, caller.personId, at.programmeId, at.pairId);
  const found = await meetingFor(deps, caller, at, which);
  const { value } = found.row;
  if (!mayMove(caller.personId, value)) throw new Failure('conflict', 'not-your-calendar');
  if (value.state === 'planned' && value.end <= deps.clock.now()) throw new Failure('gone', 'meeting-over');
  return found;
}

function slotOf(deps: Platform, { start, minutes }: WantedTime): Slot {
  if (start <= deps.clock.now())
    throw new Failure('bad-input', 'time-is-past', { fields: [{ field: 'start', reason: 'time-is-past' }] });
  return { start, end: start + minutes * minute };
}

async function plannedAt(deps: Platform, pair: Pair, slot: Slot): Promise<Meeting | undefined> {
  const all = await meetings.list(deps.tables, pair.programmeId, pair.id);
  return all
    .map((row) => row.value)
    .find((one) => one.state === 'planned' && one.start === slot.start && one.end === slot.end);
}

/** Nobody plans a second meeting without knowing of the first. */
async function requireNoNews(
  deps: Platform,
  { personId }: Caller,
  pair: Pair,
  settled: 'none' | 'booked-after-all',
): Promise<void> {
  if (settled === 'booked-after-all') throw new Failure('conflict', settled);
  const all = await meetings.list(deps.tables, pair.programmeId, pair.id);
  if (all.some((row) => isNewsTo(personId, row.value, deps.clock.now())))
    throw new Failure('conflict', 'partner-planned');
}

/** Under an id that the same wish gives again; one that was cancelled is followed by a new one. */
async function newMeeting(deps: Platform, { personId }: Caller, pair: Pair, slot: Slot): Promise<Meeting> {
  const { programmeId, id: pairId } = pair;
  for (let turn = 0; ; turn += 1) {
    const id = idOf('meeting', pairId, personId, String(slot.start), String(slot.end), String(turn));
    if (await meetings.find(deps.tables, programmeId, pairId, id)) continue;
    const about = { id, programmeId, pairId, ...slot };
    return { ...about, state: 'booking', organiserId: personId, byHand: false, sequence: 0 };
  }
}

/** Our row comes first, and with it the task that looks what became of it; an earlier try of the same wish goes on. */
async function reserve(deps: Platform, caller: Caller, pair: Pair, slot: Slot): Promise<Row<Meeting>> {
  const before = (await openBookings(deps, caller, pair)).find(
    ({ value }) => value.start === slot.start && value.end === slot.end,
  );
  if (before) return before;
  const wanted = await newMeeting(deps, caller, pair, slot);
  const { programmeId, pairId, id } = wanted;
  const kept = [meetings.create(programmeId, [pairId, id], wanted)];
  await deps.outbox.commit(kept, [settleTask(wanted, deps.clock.now())]);
  const row = await meetings.find(deps.tables, programmeId, pairId, id);
  if (!row) throw new Failure('conflict', 'changed-meanwhile');
  return row;
}

/** `own` is the meeting that moves: it stands in nobody's way. */
async function requireFree(
  deps: Platform,
  caller: Caller,
  pair: Pair,
  slot: Slot,
  own?: { readonly id: string; readonly at: Slot },
): Promise<void> {
  const sides = await sidesOf(deps, caller, pair, { from: slot.start, to: slot.end }, own?.id);
  if (!Array.isArray(sides)) throw new Failure('unavailable', sides);
  const isOwn = (one: Slot): boolean => one.start === own?.at.start && one.end === own.at.end;
  const others = sides.map((side) => ({ ...side, busy: side.busy.filter((one) => !isOwn(one)) }));
  if (!isFreeFor(others, slot)) throw new Failure('conflict', 'slot-taken');
}

/** One event has one text: it is in the language of whoever is invited, and its title is two names. */
async function enterInOutlook(
  deps: Platform,
  caller: Caller,
  pair: Pair,
  one: Slot & { readonly id: string; readonly room: Room | undefined },
) {
  const [me, partner] = await Promise.all([
    personOf(deps, caller.personId),
    personOf(deps, partnerOf(pair, caller.personId)),
  ]);
  const [{ zone }, language] = await Promise.all([
    workingHoursOf(deps, caller.personId),
    languageOfPerson(deps, partner),
  ]);
  const booked = await withOutlook(() =>
    deps.calendar.book(caller.assertion ?? '', {
      ...entryTexts(language, { me: callName(me), partner: callName(partner) }),
      ...{ start: one.start, end: one.end, zone, online: true, transactionId: one.id },
      category: categoryText(language),
      room: one.room && { address: one.room.address, name: one.room.name },
      attendees: [{ address: partner.mail ?? '', name: partner.name }],
    }),
  );
  return {
    eventId: booked.eventId,
    ...(booked.joinUrl ? { joinUrl: booked.joinUrl } : {}),
    ...(one.room ? { room: one.room.name } : {}),
  };
}

/** In a turn: as it is by then. */
async function readAgain(deps: Platform, row: Row<Meeting>): Promise<Row<Meeting>> {
  const now = await meetings.find(deps.tables, row.partition, ...row.key);
  if (!now) throw new Failure('not-found', 'meeting-gone');
  return now;
}

async function save(deps: Platform, row: Row<Meeting>, next: Meeting, follow: readonly NewTask[]): Promise<Meeting> {
  const followed = next === row.value ? [] : followTasks(next, deps.clock.now());
  await deps.outbox.commit([meetings.replace(row, next)], [...follow, ...followed]);
  return next;
}
