import assert from 'node:assert/strict';
import { cancelMeeting, moveMeeting } from '../../../src/features/meetings/booking/usecases.ts';
import type { Meeting } from '../../../src/features/meetings/model.ts';
import { meetingsOfPair } from '../../../src/features/meetings/usecases.ts';
import { day, localDate } from '../../../src/platform/clock.ts';
import { Failure, isFailure } from '../../../src/platform/errors.ts';
import { faultKinds, type FaultKind } from '../../../src/sandbox/faults.ts';
import { meetingOffice, programmeId, type MeetingOffice } from '../../support/meeting-office.ts';

const reasonIs = (reason: string) => (error: unknown) => isFailure(error) && error.reason === reason;
const inCalendars = (office: MeetingOffice) =>
  office
    .events()
    .map(({ id, start, end }) => [id, Date.parse(start), Date.parse(end)].join(' '))
    .sort();
const inRows = (all: readonly Meeting[]) =>
  all
    .filter(({ state }) => state !== 'cancelled')
    .map((one) => [one.eventId, one.start, one.end].join(' '))
    .sort();

/** What is planned here is what stands in Outlook, and nothing is open. */
async function assertSame(office: MeetingOffice): Promise<void> {
  const rows = await office.rowsOf();
  assert.deepEqual(inRows(rows), inCalendars(office));
  const ids = office.events().map(({ transactionId }) => transactionId);
  assert.equal(new Set(ids).size, ids.length, 'nothing is there twice');
}

/** Who reads on a busy machine that it is being planned, or that Outlook does not answer yet, presses again. */
async function pressed(book: () => Promise<Meeting>): Promise<Meeting> {
  for (;;)
    try {
      return await book();
    } catch (error) {
      if (!reasonIs('being-planned')(error) && !reasonIs('calendar-away')(error)) throw error;
    }
}

describe('an event in Outlook', () => {
  it('is private, neutral, in the language of whoever is invited, with a link, a reminder and a category', async () => {
    const office = await meetingOffice();
    const [pair] = office.pairs;
    await office.app.addPeople({ ...pair!.mentor, language: 'fr' });
    const [wanted] = await office.freeTimes(pair!);
    await office.book(pair!, pair!.mentee, wanted!);
    const [event] = office.events();
    assert.deepEqual(
      [event?.sensitivity, event?.categories, event?.isReminderOn, event?.reminderMinutesBeforeStart],
      ['private', ['Rencontre'], true, 15],
    );
    assert.deepEqual(
      event?.attendees.map(({ address }) => address),
      [pair!.mentor.mail],
    );
    assert.ok(event.joinUrl !== null && event.subject.includes(pair!.mentee.givenName ?? ''));
    await office.close();
  }).timeout(300_000);
});

describe('planning at the same moment', () => {
  it('makes one meeting of 200 double presses and of 200 times that both book', async () => {
    const office = await meetingOffice(20, 80);
    const asked = await Promise.all(
      office.pairs.map(async (pair) => {
        let meant = 0;
        // Two suggestions of one day would be two meetings on it.
        for (const week of [0, 4, 8, 12, 16]) {
          const days = new Map((await office.freeTimes(pair, week)).map((one) => [localDate(one.start, 'UTC'), one]));
          for (const wanted of [...days.values()].slice(0, 4)) {
            const others = meant % 2 === 0 ? [pair.mentee, pair.mentee] : [pair.mentee, pair.mentor];
            const both = await Promise.all(
              others.map((who) => pressed(() => office.book(pair, who, { ...wanted, knowing: true }))),
            );
            assert.equal(both[0]?.id, both[1]?.id, 'both have the same meeting');
            meant += 1;
          }
        }
        return meant;
      }),
    );
    assert.equal(
      asked.reduce((a, b) => a + b),
      400,
    );
    assert.equal(office.events().length, 400);
    await assertSame(office);
    await office.close();
  }).timeout(600_000);

  it('tells whoever comes second with another time, and goes on when they know', async () => {
    const office = await meetingOffice();
    const [pair] = office.pairs;
    const free = await office.freeTimes(pair!);
    const [first, second] = free;
    // Another day: two meetings on one day are not planned.
    const third = free.find(({ start }) => start - Math.max(first!.start, second!.start) >= 2 * day);
    const results = await Promise.allSettled([
      office.book(pair!, pair!.mentee, first!),
      office.book(pair!, pair!.mentor, second!),
    ]);
    const refused = results
      .filter((one) => one.status === 'rejected')
      .map(({ reason }: { reason?: unknown }) => reason);
    assert.ok(refused.length === 1 && reasonIs('partner-planned')(refused[0]));
    const seen = await meetingsOfPair(office.app.deps, await office.signedIn(pair!.mentor), programmeId, pair!.id);
    const own = await meetingsOfPair(office.app.deps, await office.signedIn(pair!.mentee), programmeId, pair!.id);
    assert.equal([...seen.meetings, ...own.meetings].filter(({ justPlanned }) => justPlanned).length, 1);
    const late = results[0]?.status === 'rejected' ? pair!.mentee : pair!.mentor;
    await office.book(pair!, late, { ...third!, knowing: true });
    assert.equal(office.events().length, 2);
    office.app.pass({ minutes: 10 });
    await office.book(pair!, pair!.mentor, (await office.freeTimes(pair!, 8))[0]!);
    await assertSame(office);
    await office.close();
  }).timeout(300_000);
});

describe('a booking without an answer', () => {
  for (const [name, settle] of [
    ['is found when whoever booked opens the page', 'open'],
    ['is found some minutes later where the app may look', 'later'],
  ] as const)
    it(name, async () => {
      const office = await meetingOffice();
      const pair = office.pairs[0]!;
      const [wanted] = await office.freeTimes(pair);
      const { calendar } = office;
      const book: typeof calendar.book = async (...asked) => {
        await calendar.book(...asked);
        throw new Failure('unavailable', 'graph-down');
      };
      Object.assign(office.app.deps, { calendar: { ...calendar, book } });
      await assert.rejects(office.book(pair, pair.mentee, wanted!), reasonIs('calendar-away'));
      assert.equal((await office.rowsOf())[0]?.state, 'booking');
      if (settle === 'open')
        await meetingsOfPair(office.app.deps, await office.signedIn(pair.mentee), programmeId, pair.id);
      else office.app.pass({ minutes: 11 });
      await office.app.run();
      await assertSame(office);
      assert.equal(office.app.cardsTo(pair.mentor.id).length, 1, 'the partner hears of it once');
      await office.close();
    }).timeout(300_000);

  it('that never came to Outlook is let go, and keeps nobody from planning meanwhile', async () => {
    const office = await meetingOffice();
    const pair = office.pairs[0]!;
    const [first, second] = await office.freeTimes(pair);
    const { calendar } = office;
    const book = () => Promise.reject(new Failure('unavailable', 'graph-down'));
    Object.assign(office.app.deps, { calendar: { ...calendar, book } });
    await assert.rejects(office.book(pair, pair.mentee, first!), reasonIs('calendar-away'));
    Object.assign(office.app.deps, { calendar });
    await office.book(pair, pair.mentor, second!);
    office.app.pass({ minutes: 11 });
    await office.app.run();
    await assertSame(office);
    await office.close();
  }).timeout(300_000);

  it('tells a person who chose another time that the first one is in the calendar after all', async () => {
    const office = await meetingOffice();
    const pair = office.pairs[0]!;
    const [first, second] = await office.freeTimes(pair);
    const { calendar } = office;
    const book: typeof calendar.book = async (...asked) => {
      await calendar.book(...asked);
      throw new Failure('unavailable', 'graph-down');
    };
    Object.assign(office.app.deps, { calendar: { ...calendar, book } });
    await assert.rejects(office.book(pair, pair.mentee, first!), reasonIs('calendar-away'));
    Object.assign(office.app.deps, { calendar });
    await assert.rejects(office.book(pair, pair.mentee, second!), reasonIs('booked-after-all'));
    await assertSame(office);
    await office.close();
  }).timeout(300_000);
});

describe('who cannot book', () => {
  it('a mailbox that was deleted between search and booking, and an organiser without rights, get a sentence', async () => {
    const office = await meetingOffice();
    const pair = office.pairs[0]!;
    const [wanted] = await office.freeTimes(pair);
    office.cloud.graphServer.changePerson(pair.mentor.id, { mailbox: null });
    await assert.rejects(office.book(pair, pair.mentee, wanted!), reasonIs('partner-has-no-mailbox'));
    const { calendar } = office;
    const book = () => Promise.reject(new Failure('unavailable', 'graph-not-permitted'));
    const freeBusy: typeof calendar.freeBusy = async (people) =>
      new Map(people.map(({ personId }) => [personId, { busy: [] }]));
    Object.assign(office.app.deps, { calendar: { ...calendar, book, freeBusy } });
    await assert.rejects(office.book(pair, pair.mentee, wanted!), reasonIs('consent-needed'));
    assert.deepEqual(await office.rowsOf(), [], 'nothing is left behind');
    await office.close();
  }).timeout(300_000);
});

/** One of many rows of trouble: books, moves and cancels with a fault on the way, and presses again until it is done. */
async function row(office: MeetingOffice, faults: readonly FaultKind[]) {
  const told = new Set<string>();
  const pair = office.pairs[0]!;
  const caller = await office.signedIn(pair.mentee);
  const at = { programmeId, pairId: pair.id };
  const { calendar } = office;
  const waiting = [...faults];
  let [longest, met] = [0, 0];
  let armed: { call: string; kind: FaultKind; times: number } | undefined;
  const trouble = (call: string): void => {
    if (armed?.call !== call) return;
    met += armed.times;
    office.cloud.graphServer.inject(armed.kind, armed.times);
    armed = undefined;
  };
  const troubled = Object.fromEntries(
    Object.entries(calendar).map(([call, ask]) => [
      call,
      (...asked: unknown[]) => {
        trouble(call);
        return (ask as (...all: unknown[]) => unknown)(...asked);
      },
    ]),
  );
  Object.assign(office.app.deps, { calendar: troubled });

  async function pressUntilDone(calls: readonly string[], press: () => Promise<Meeting>): Promise<Meeting> {
    const kind = waiting.shift();
    const inStorage = waiting.length % 4 === 0;
    if (kind && inStorage) office.storageFaults.inject(kind, 1);
    else if (kind) armed = { call: calls[waiting.length % calls.length] ?? '', kind, times: 1 };
    if (kind && inStorage) met += 1;
    for (let turn = 0; turn < 8; turn += 1) {
      const began = Date.now();
      try {
        return await press();
      } catch (error) {
        // Every Failure is a sentence in the reader's language; anything else would be our fault.
        assert.ok(error instanceof Failure, String(error));
        told.add(`${error.code} ${error.reason}`);
        if (error.reason === 'booked-after-all') throw error;
      } finally {
        longest = Math.max(longest, Date.now() - began);
      }
    }
    throw new Error(`not done after eight presses: ${[...told].join(', ')}`);
  }

  for (let place = 0; waiting.length > 0; place += 1) {
    const times = await office.freeTimes(pair, 3 * (place % 12));
    const [first, second] = [times.at(0)!, times.at(-1)!];
    const one = await pressUntilDone(['freeBusy', 'book', 'book'], () => office.book(pair, pair.mentee, first));
    const its = { ...at, meetingId: one.id };
    await pressUntilDone(['find', 'move', 'move'], () => moveMeeting(office.app.deps, caller, its, second));
    if (place % 2 === 0) await pressUntilDone(['cancel'], () => cancelMeeting(office.app.deps, caller, its));
  }
  return { told, longest, met };
}

describe('trouble on the way', () => {
  it('of eight kinds, 500 times, while booking, moving and cancelling: nothing twice, nothing lost, always a sentence', async () => {
    const lanes = 20;
    const results = await Promise.all(
      Array.from({ length: lanes }, async (_, lane) => {
        const office = await meetingOffice();
        const faults = Array.from({ length: 25 }, (_one, place) => faultKinds[(place + lane) % faultKinds.length]!);
        const result = await row(office, faults);
        await office.app.run();
        await assertSame(office);
        await office.close();
        return result;
      }),
    );
    assert.equal(
      results.reduce((sum, { met }) => sum + met, 0),
      lanes * 25,
    );
    assert.ok(Math.max(...results.map(({ longest }) => longest)) < 15_000, 'nobody waits for long');
  }).timeout(900_000);
});
