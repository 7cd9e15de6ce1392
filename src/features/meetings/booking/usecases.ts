/** Booking, moving and cancelling with the own rights; by hand where there is no mailbox. Twice the same request is one meeting. */
import { minute } from '../../../platform/clock.ts';
import type { Caller } from '../../../platform/doors.ts';
import { Failure, isFailure } from '../../../platform/errors.ts';
import { idOf } from '../../../platform/ids.ts';
import type { NewTask } from '../../../platform/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Row } from '../../../platform/tables.ts';
import { partnerOf, type Pair } from '../../pairs/model.ts';
import { activePairFor } from '../../pairs/usecases.ts';
import { callName } from '../../people/model.ts';
import { personOf, workingHoursOf } from '../../people/usecases.ts';
import { cancelledText, entryTexts } from '../cards.ts';
import type { Meeting, Slot } from '../model.ts';
import { mayMove } from '../policy.ts';
import { isFreeFor } from '../rules.ts';
import { meetings } from '../store.ts';
import { meetingFor, sidesOf } from '../usecases.ts';

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
  /** The partner hears of it otherwise, together with other dates. */
  readonly quiet?: true;
}

/** Failure `conflict` with `slot-taken` when one of the two is no longer free. The booker organises it. */
export async function bookMeeting(
  deps: Platform,
  caller: Caller,
  at: PairAddress,
  wanted: WantedTime,
): Promise<Meeting> {
  const { value: pair } = await activePairFor(deps, caller.personId, at.programmeId, at.pairId);
  const slot = slotOf(deps, wanted);
  const row = await reserve(deps, caller, pair, slot);
  if (row.value.state === 'planned') return row.value;
  await requireFree(deps, caller, pair, slot);
  const booked = await enterInOutlook(deps, caller, pair, row.value);
  const planned: Meeting = { ...row.value, state: 'planned', ...booked };
  return save(deps, row, planned, wanted.quiet ? [] : [tellPartner(pair, planned, caller.personId, 'booked')]);
}

/** Where no calendar holds it: the time is kept here, and both can take it along as a file. */
export async function enterByHand(
  deps: Platform,
  caller: Caller,
  at: PairAddress,
  wanted: WantedTime,
): Promise<Meeting> {
  const { value: pair } = await activePairFor(deps, caller.personId, at.programmeId, at.pairId);
  const row = await reserve(deps, caller, pair, slotOf(deps, wanted));
  if (row.value.state === 'planned') return row.value;
  const planned: Meeting = { ...row.value, state: 'planned', byHand: true };
  return save(deps, row, planned, [tellPartner(pair, planned, caller.personId, 'booked')]);
}

export async function moveMeeting(
  deps: Platform,
  caller: Caller,
  at: MeetingAddress,
  wanted: WantedTime,
): Promise<Meeting> {
  const { pair, row } = await ownMeeting(deps, caller, at);
  const slot = slotOf(deps, wanted);
  if (slot.start === row.value.start && slot.end === row.value.end) return row.value;
  if (!row.value.byHand) {
    await requireFree(deps, caller, pair, slot, row.value.id);
    const { zone } = await workingHoursOf(deps, caller.personId);
    await withOutlook(() => deps.calendar.move(caller.assertion ?? '', row.value.eventId ?? '', { ...slot, zone }));
  }
  const moved: Meeting = { ...row.value, ...slot, sequence: row.value.sequence + 1 };
  return save(deps, row, moved, [tellPartner(pair, moved, caller.personId, 'moved')]);
}

/** An event that is gone from Outlook counts as cancelled there. */
export async function cancelMeeting(deps: Platform, caller: Caller, at: MeetingAddress): Promise<Meeting> {
  const { pair, row } = await ownMeeting(deps, caller, at);
  const { eventId, byHand } = row.value;
  if (!byHand && eventId !== undefined)
    await deps.calendar
      .cancel(caller.assertion ?? '', eventId, cancelledText(caller.language))
      .catch((error: unknown) => {
        if (!isFailure(error) || error.reason !== 'event-gone') throw error;
      });
  const cancelled: Meeting = { ...row.value, state: 'cancelled', sequence: row.value.sequence + 1 };
  return save(deps, row, cancelled, [tellPartner(pair, cancelled, caller.personId, 'cancelled')]);
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
): Promise<{ pair: Pair; row: Row<Meeting> }> {
  await activePairFor(deps, caller.personId, at.programmeId, at.pairId);
  const found = await meetingFor(deps, caller, at);
  if (!mayMove(caller.personId, found.row.value)) throw new Failure('conflict', 'not-your-calendar');
  if (found.row.value.end <= deps.clock.now()) throw new Failure('gone', 'meeting-over');
  return found;
}

function slotOf(deps: Platform, { start, minutes }: WantedTime): Slot {
  if (start <= deps.clock.now())
    throw new Failure('bad-input', 'time-is-past', { fields: [{ field: 'start', reason: 'time-is-past' }] });
  return { start, end: start + minutes * minute };
}

/** Our row comes first, under an id that the same wish gives again; a cancelled one at that time is followed by a new one. */
async function reserve(deps: Platform, caller: Caller, pair: Pair, slot: Slot): Promise<Row<Meeting>> {
  const { programmeId, id: pairId } = pair;
  for (let turn = 0; ; turn += 1) {
    const id = idOf('meeting', pairId, caller.personId, String(slot.start), String(slot.end), String(turn));
    const found = await meetings.find(deps.tables, programmeId, pairId, id);
    if (found && found.value.state !== 'cancelled') return found;
    if (found) continue;
    const wanted: Meeting = {
      ...{
        id,
        programmeId,
        pairId,
        ...slot,
        state: 'booking',
        organiserId: caller.personId,
        byHand: false,
        sequence: 0,
      },
    };
    await deps.tables.commit([meetings.create(programmeId, [pairId, id], wanted)]).catch((error: unknown) => {
      if (!isFailure(error, 'conflict')) throw error;
    });
    turn -= 1;
  }
}

async function requireFree(deps: Platform, caller: Caller, pair: Pair, slot: Slot, except?: string): Promise<void> {
  const sides = await sidesOf(deps, caller, pair, { from: slot.start, to: slot.end }, except);
  if (!Array.isArray(sides)) throw new Failure('unavailable', sides);
  if (!isFreeFor(sides, slot)) throw new Failure('conflict', 'slot-taken');
}

async function enterInOutlook(deps: Platform, caller: Caller, pair: Pair, one: Meeting) {
  const [me, partner] = await Promise.all([
    personOf(deps, caller.personId),
    personOf(deps, partnerOf(pair, caller.personId)),
  ]);
  const { zone } = await workingHoursOf(deps, caller.personId);
  const booked = await withOutlook(() =>
    deps.calendar.book(caller.assertion ?? '', {
      ...entryTexts(caller.language, { me: callName(me), partner: callName(partner) }),
      ...{ start: one.start, end: one.end, zone, online: true, transactionId: one.id },
      attendees: [{ address: partner.mail ?? '', name: partner.name }],
    }),
  );
  return { eventId: booked.eventId, ...(booked.joinUrl ? { joinUrl: booked.joinUrl } : {}) };
}

async function withOutlook<A>(ask: () => Promise<A>): Promise<A> {
  return ask().catch((error: unknown) => {
    if (isFailure(error) && error.reason === 'no-mailbox')
      throw new Failure('unavailable', 'you-have-no-mailbox', { cause: error });
    if (isFailure(error, 'unavailable') && error.reason !== 'consent-needed')
      throw new Failure('unavailable', 'calendar-away', { cause: error });
    throw error;
  });
}

export type News = 'booked' | 'moved' | 'cancelled' | 'asked';

function tellPartner(pair: Pair, one: Meeting, from: string, news: News): NewTask {
  const to = partnerOf(pair, from);
  const id = idOf('meetings.tell', one.id, news, String(one.sequence), to);
  return {
    id,
    job: 'meetings.tell',
    data: { programmeId: pair.programmeId, pairId: pair.id, meetingId: one.id, to, news },
  };
}

async function save(deps: Platform, row: Row<Meeting>, next: Meeting, follow: readonly NewTask[]): Promise<Meeting> {
  await deps.outbox.commit([meetings.replace(row, next)], follow);
  return next;
}
