import assert from 'node:assert/strict';
import { bookMeeting, moveMeeting } from '../../../src/features/meetings/booking/usecases.ts';
import { roomsAt } from '../../../src/features/meetings/rooms/rules.ts';
import { offerRooms } from '../../../src/features/meetings/rooms/usecases.ts';
import type { Room } from '../../../src/platform/calendar.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import { meetingOffice, programmeId, type MeetingOffice } from '../../support/meeting-office.ts';

const reasonIs = (reason: string) => (error: unknown) => isFailure(error) && error.reason === reason;

/** Pairs who all work in Ghent, but for the last one, of whom one works in Brussels. */
async function officeInGhent() {
  const office = await meetingOffice(3);
  for (const [place, { mentee, mentor }] of office.pairs.entries()) {
    const other = place === office.pairs.length - 1 ? 'Brussels' : 'Ghent';
    await office.app.addPeople({ ...mentee, site: 'Ghent' }, { ...mentor, site: other });
  }
  return office;
}

async function roomsFor(office: MeetingOffice, place: number, wanted: { start: number; minutes: number }) {
  const { id: pairId, mentee } = office.pairs[place]!;
  return offerRooms(office.app.deps, await office.signedIn(mentee), { programmeId, pairId }, wanted);
}

describe('a room for a meeting in person', function () {
  this.timeout(300_000);

  it('is offered where both work, invited with the meeting, and then taken for others', async () => {
    const office = await officeInGhent();
    const [pair, next] = office.pairs;
    const [wanted] = await office.freeTimes(pair!);
    const [room] = await roomsFor(office, 0, wanted!);
    assert.deepEqual(room, { address: room!.address, name: 'Room Ghent 1', seats: 4 });
    const at = { programmeId, pairId: pair!.id };
    const caller = await office.signedIn(pair!.mentee);
    const booked = await bookMeeting(office.app.deps, caller, at, { ...wanted!, room: room!.address });
    assert.equal(booked.room, 'Room Ghent 1');
    const [event] = office.events();
    assert.equal(event?.location, 'Room Ghent 1');
    assert.deepEqual(
      event?.attendees.map(({ type }) => type),
      ['required', 'resource'],
    );
    assert.deepEqual(await roomsFor(office, 1, wanted!), []);
    const later = { ...wanted!, room: room!.address };
    const meant = bookMeeting(
      office.app.deps,
      await office.signedIn(next!.mentee),
      { programmeId, pairId: next!.id },
      later,
    );
    await assert.rejects(meant, (error) => reasonIs('room-taken')(error) || reasonIs('slot-taken')(error));
    assert.equal(office.events().length, 1);
    await office.close();
  });

  it('goes with a meeting that moves, unless it is taken by then', async () => {
    const office = await officeInGhent();
    const [pair, next] = office.pairs;
    const theirTimes = new Set((await office.freeTimes(next!)).map(({ start }) => start));
    const all = await office.freeTimes(pair!);
    const second = all.find(({ start }) => theirTimes.has(start));
    const [first, third] = daysApart(all.filter(({ start }) => dayOf(start) !== dayOf(second!.start)));
    const [room] = await roomsFor(office, 0, first!);
    const at = { programmeId, pairId: pair!.id };
    const caller = await office.signedIn(pair!.mentee);
    const { deps } = office.app;
    const { id: meetingId } = await bookMeeting(deps, caller, at, { ...first!, room: room!.address });
    const theirs = { programmeId, pairId: next!.id };
    await bookMeeting(deps, await office.signedIn(next!.mentee), theirs, { ...second!, room: room!.address });
    await assert.rejects(moveMeeting(deps, caller, { ...at, meetingId }, second!), reasonIs('room-taken'));
    const moved = await moveMeeting(deps, caller, { ...at, meetingId }, third!);
    assert.deepEqual([moved.start, moved.room], [third!.start, 'Room Ghent 1']);
    await office.close();
  });

  it('is not offered between two sites, nor where nobody allowed to look for rooms', async () => {
    const office = await officeInGhent();
    const [wanted] = await office.freeTimes(office.pairs[2]!);
    assert.deepEqual(await roomsFor(office, 2, wanted!), []);
    const [near] = await office.freeTimes(office.pairs[0]!);
    assert.equal((await roomsFor(office, 0, near!)).length, 1);
    const { mentor, id: pairId } = office.pairs[0]!;
    const caller = await office.signedIn(mentor);
    office.cloud.server.requireInteraction('consent_required', 5);
    assert.deepEqual(await offerRooms(office.app.deps, caller, { programmeId, pairId }, near!), []);
    await office.close();
  });

  it('is at a site by its building, its town or its name, and the smallest comes first', () => {
    const aRoom = (name: string, over: Partial<Room> = {}): Room => ({
      ...{ address: `${name}@example.test`, name, seats: 6, places: [], stepFree: false, quiet: false },
      ...over,
    });
    const rooms = [
      aRoom('Lys', { places: ['Ghent'], seats: 12 }),
      aRoom('Room Ghent 2'),
      aRoom('Meuse', { places: ['Liège'] }),
      aRoom('Phone box', { places: ['ghent '], seats: 1 }),
    ];
    assert.deepEqual(
      roomsAt('Ghent', rooms).map(({ name }) => name),
      ['Room Ghent 2', 'Lys'],
    );
    assert.deepEqual(roomsAt(' ', rooms), []);
  });
});

const dayOf = (at: number): string => new Date(at).toDateString();

/** One time of each day. */
function daysApart<T extends { readonly start: number }>(all: readonly T[]): T[] {
  const days = new Map(all.map((one) => [dayOf(one.start), one]));
  return [...days.values()];
}
