/**
 * Booking, moving and cancelling with the own rights; by hand where there is no mailbox. What the two of a pair plan goes in turn, and
 * twice the same wish is one meeting, whoever of the two had it. A row in `booking` may have an event in Outlook: `settling/` finds out.
 */
import { minute } from '../../../platform/clock.ts';
import type { Room } from '../../../platform/calendar.ts';
import type { Caller } from '../../../platform/doors.ts';
import { Failure, isFailure } from '../../../platform/errors.ts';
import type { NewTask } from '../../../platform/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Row } from '../../../platform/tables.ts';
import { untilUnchanged } from '../../../platform/tables/conflict.ts';
import { partnerOf, type Pair } from '../../pairs/model.ts';
import { activePairFor } from '../../pairs/usecases.ts';
import { callName } from '../../people/model.ts';
import { languageOfPerson, personOf, workingHoursOf } from '../../people/usecases.ts';
import { offersAfter } from '../after/usecases.ts';
import { cancelledText, categoryText, entryTexts } from '../cards.ts';
import { followTasks } from '../following/rules.ts';
import { isNewsTo, type Meeting, type MeetingAddress, type PairAddress, type Slot } from '../model.ts';
import { mayMove } from '../policy.ts';
import { isFreeFor } from '../rules.ts';
import { requireRoom, roomFor } from '../rooms/usecases.ts';
import { meetings } from '../store.ts';
import { meetingFor, sidesOf } from '../usecases.ts';
import { newMeeting, plannedAt, sameWish } from './rules.ts';
import { plannedFollows, settleTask, tellBoth, tellPartner } from './settling/rules.ts';
import { isToldTogether, settleOwn, withOutlook } from './settling/usecases.ts';
import { inTime, inTurn } from './turns/usecases.ts';

export interface WantedTime {
  readonly start: number;
  readonly minutes: number;
  /** The address of a room. */
  readonly room?: string | undefined;
  /** Also when the partner has planned another time a moment ago. */
  readonly knowing?: boolean | undefined;
  /** One of several dates of one press, of which another is no news; the partner hears of all in the message with this id. */
  readonly inSeries?: { readonly toldWith: string | undefined };
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
  const { bookedAfterAll, all } = await withOutlook(() => settleOwn(deps, caller, pair));
  const same = plannedAt(all, slot);
  if (same) return same;
  if (bookedAfterAll && !wanted.knowing && !wanted.inSeries) throw new Failure('conflict', 'booked-after-all');
  if (!wanted.knowing) requireNoNews(deps, caller, all);
  await requireFree(deps, caller, pair, slot);
  const { room: address } = wanted;
  const room = address === undefined ? undefined : await roomFor(deps, caller, pair, { slot, address });
  const row =
    sameWish(all, caller.personId, slot) ??
    (await reserve(deps, { ...newMeeting(all, pair, caller.personId, slot), ...tellingOf(wanted) }));
  const booked = await enterInOutlook(deps, caller, pair, { ...row.value, room }).catch(async (error: unknown) => {
    // Surely refused: nothing is left behind. Without an answer the row stays, until it is settled.
    if (isFailure(error) && error.reason !== 'calendar-away') await deps.tables.commit([meetings.remove(row)]);
    throw error;
  });
  const planned: Meeting = { ...row.value, state: 'planned', plannedAt: deps.clock.now(), ...booked };
  return save(deps, row, planned, plannedFollows(pair, planned, await isToldTogether(deps, planned)));
}

const tellingOf = ({ inSeries }: WantedTime): Pick<Meeting, 'toldWith'> =>
  inSeries?.toldWith === undefined ? {} : { toldWith: inSeries.toldWith };

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
    const all = await meetings.list(deps.tables, pair.programmeId, pair.id);
    const same = plannedAt(all, slot);
    if (same) return same;
    if (!wanted.knowing) requireNoNews(deps, caller, all);
    const planned: Meeting = {
      ...newMeeting(all, pair, caller.personId, slot),
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
  const ask = async (): Promise<void> => {
    const { pair, row } = await meetingFor(deps, caller, at);
    await save(deps, row, row.value, [tellPartner(pair, row.value, caller.personId, 'asked')]);
  };
  await untilUnchanged(ask).catch((error: unknown) => {
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

/** Nobody plans a second meeting without knowing of the first. */
function requireNoNews({ clock }: Platform, { personId }: Caller, all: readonly Row<Meeting>[]): void {
  if (all.some(({ value }) => isNewsTo(personId, value, clock.now()))) throw new Failure('conflict', 'partner-planned');
}

/** Our row comes first, and with it the task that looks what became of it. */
async function reserve(deps: Platform, wanted: Meeting): Promise<Row<Meeting>> {
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
