import assert from 'node:assert/strict';
import { afterActions } from '../../../src/features/meetings/after/bot.ts';
import { twiceCancelled } from '../../../src/features/meetings/after/rules.ts';
import { logMeeting, sayMet } from '../../../src/features/meetings/after/usecases.ts';
import { cancelMeeting, enterByHand } from '../../../src/features/meetings/booking/usecases.ts';
import { fileByLink } from '../../../src/features/meetings/files/usecases.ts';
import { callOffMeetings } from '../../../src/features/meetings/leaving/usecases.ts';
import type { Meeting } from '../../../src/features/meetings/model.ts';
import { firstMeetingAt, meetingFigures, meetingsOfPair } from '../../../src/features/meetings/usecases.ts';
import { everybodyBefore, writePeople } from '../../../src/features/people/sync/writing/usecases.ts';
import { pairs } from '../../../src/features/pairs/store.ts';
import type { Pair } from '../../../src/features/pairs/model.ts';
import { Failure, isFailure } from '../../../src/platform/errors.ts';
import { press } from '../../support/app.ts';
import { meetingOffice, programmeId, type MeetingOffice } from '../../support/meeting-office.ts';

const reasonIs = (reason: string) => (error: unknown) => isFailure(error) && error.reason === reason;

async function withMeeting() {
  const office = await meetingOffice();
  const pair = office.pairs[0]!;
  const [first, second] = await office.freeTimes(pair);
  const one = await office.book(pair, pair.mentee, first!);
  await office.app.run();
  const [mentee, mentor] = [await office.signedIn(pair.mentee), await office.signedIn(pair.mentor)];
  return {
    office,
    deps: office.app.deps,
    pair,
    one,
    second: second!,
    mentee,
    mentor,
    at: { programmeId, pairId: pair.id },
  };
}

async function become(office: MeetingOffice, change: Partial<Pair>): Promise<Pair> {
  const row = (await pairs.find(office.app.deps.tables, programmeId, office.pairs[0]!.id))!;
  const next = { ...row.value, ...change };
  await office.app.deps.tables.commit([pairs.replace(row, next)]);
  return next;
}

describe('whether they met', () => {
  it('is asked of both by card when the month has room for it, and one press of one suffices', async () => {
    const { office, deps, pair, one, mentee, at } = await withMeeting();
    office.app.pass({ days: 62 });
    await office.app.run();
    const asked = [pair.mentee, pair.mentor].map(({ id }) => office.app.cardsTo(id).at(-1)!);
    for (const card of asked) assert.equal(card.buttons?.length, 3);
    const reply = await press(deps, afterActions, mentee, { card: asked[0]!, title: 'No' });
    assert.ok(reply.kind === 'card' && reply.card.buttons?.[0]?.verb === 'meetings.find');
    assert.equal((await meetingFigures(deps, programmeId)).met, 0);
    assert.equal(await firstMeetingAt(deps, programmeId, pair.id), undefined);
    await sayMet(deps, { ...mentee, personId: pair.mentorId }, { ...at, meetingId: one.id }, 'yes');
    assert.equal((await meetingFigures(deps, programmeId)).met, 1, 'two different answers are nobody’s fault');
    const seen = await meetingsOfPair(deps, mentee, programmeId, pair.id);
    assert.deepEqual([seen.meetings[0]?.held, seen.meetings[0]?.said], [true, 'no']);
    await office.close();
  }).timeout(300_000);

  it('is not asked by card in the first weeks, nor when one of the two has answered, nor before the meeting', async () => {
    const { office, deps, pair, one, mentee, mentor, at } = await withMeeting();
    await become(office, { activeAt: office.app.clock.now() });
    const before = office.app.sent.length;
    await assert.rejects(sayMet(deps, mentee, { ...at, meetingId: one.id }, 'yes'), reasonIs('meeting-to-come'));
    office.app.pass({ days: 30 });
    await office.app.run();
    assert.equal(office.app.sent.length, before);
    const both = [
      sayMet(deps, mentee, { ...at, meetingId: one.id }, 'yes'),
      sayMet(deps, mentor, { ...at, meetingId: one.id }, 'elsewhere'),
    ];
    await Promise.all(both);
    const [row] = await office.rowsOf();
    assert.equal(row?.met?.length, 2, 'neither answer is lost');
    assert.equal(pair.id, row.pairId);
    await office.close();
  }).timeout(300_000);

  it('can be told of a day that no calendar knew, once for both', async () => {
    const { office, deps, mentee, mentor, at } = await withMeeting();
    const [a, b] = await Promise.all([
      logMeeting(deps, mentee, at, '2026-03-02'),
      logMeeting(deps, mentor, at, '2026-03-02'),
    ]);
    assert.equal(a.id, b.id);
    assert.equal((await meetingFigures(deps, programmeId)).met, 1);
    await assert.rejects(logMeeting(deps, mentee, at, '2026-03-09'), reasonIs('not-a-past-day'));
    await assert.rejects(logMeeting(deps, mentee, at, '2024-03-09'), reasonIs('not-a-past-day'));
    await office.close();
  }).timeout(300_000);
});

describe('two cancellations in a row', () => {
  it('bring both one offer of a new time, unless something is planned by then', async () => {
    const { office, deps, pair, one, second, mentee, at } = await withMeeting();
    await cancelMeeting(deps, mentee, { ...at, meetingId: one.id });
    const again = await office.book(pair, pair.mentee, second);
    await cancelMeeting(deps, mentee, { ...at, meetingId: again.id });
    await cancelMeeting(deps, mentee, { ...at, meetingId: again.id });
    office.app.pass({ days: 3 });
    await office.app.run();
    for (const { id } of [pair.mentee, pair.mentor])
      assert.equal(office.app.cardsTo(id).filter(({ summary }) => summary === 'Find a new time?').length, 1);
    await office.close();
  }).timeout(300_000);

  it('count only where nothing was held or called off by others in between', () => {
    const aMeeting = (start: number, state: Meeting['state'], more: Partial<Meeting> = {}): Meeting => ({
      ...{
        id: `m${start}`,
        programmeId,
        pairId: 'p',
        start,
        end: start + 1,
        state,
        organiserId: 'x',
        byHand: false,
        sequence: 0,
      },
      ...more,
    });
    const [off, held] = [aMeeting(1, 'cancelled'), aMeeting(2, 'planned')];
    assert.equal(twiceCancelled([off, aMeeting(3, 'cancelled')], 10), 'm3');
    assert.equal(twiceCancelled([off, held, aMeeting(3, 'cancelled')], 10), undefined);
    assert.equal(twiceCancelled([off, aMeeting(3, 'cancelled', { calledOff: true })], 10), undefined);
    assert.equal(twiceCancelled([off, aMeeting(3, 'cancelled'), aMeeting(20, 'planned')], 10), undefined);
    assert.equal(twiceCancelled([off], 10), undefined);
  });
});

describe('when a pair pauses, ends, or somebody leaves', () => {
  it('the app takes out what is to come where it may, with a kind line', async () => {
    const { office, deps, pair } = await withMeeting();
    await callOffMeetings(deps, pair);
    assert.equal(office.events().length, 1, 'an active pair keeps its meetings');
    await callOffMeetings(deps, await become(office, { state: 'paused' }));
    assert.equal(office.events().length, 0);
    assert.deepEqual(
      (await office.rowsOf()).map(({ state, calledOff }) => [state, calledOff]),
      [['cancelled', true]],
    );
    await office.close();
  }).timeout(300_000);

  it('where the app may not, whoever has it in the calendar is asked once, and opening the page does it', async () => {
    const { office, deps, pair, mentee, mentor } = await withMeeting();
    const { calendar } = office;
    const cancelIn = () => Promise.reject(new Failure('unavailable', 'graph-not-permitted'));
    Object.assign(deps, { calendar: { ...calendar, cancelIn } });
    const ended = await become(office, { state: 'ended', endedAt: office.app.clock.now() });
    await callOffMeetings(deps, ended);
    await callOffMeetings(deps, ended);
    office.app.pass({ minutes: 10 });
    await office.app.run();
    const [card] = office.app.cardsTo(pair.menteeId).filter(({ summary }) => summary === 'A meeting in your calendar');
    const reply = await press(deps, afterActions, mentee, { card: card!, title: 'Take it out' });
    assert.ok(reply.kind === 'dialog' && reply.path === `/programmes/p1/pairs/${pair.id}`);
    await meetingsOfPair(deps, mentor, programmeId, pair.id);
    assert.equal(office.events().length, 1, 'the other has no right to');
    await meetingsOfPair(deps, mentee, programmeId, pair.id);
    assert.equal(office.events().length, 0);
    await office.close();
  }).timeout(300_000);

  it('nobody is asked when the own rights were there first', async () => {
    const { office, deps, pair, mentee } = await withMeeting();
    const cancelIn = () => Promise.reject(new Failure('unavailable', 'graph-not-permitted'));
    Object.assign(deps, { calendar: { ...office.calendar, cancelIn } });
    await callOffMeetings(deps, await become(office, { state: 'ended' }));
    await meetingsOfPair(deps, mentee, programmeId, pair.id);
    const before = office.app.sent.length;
    office.app.pass({ minutes: 10 });
    await office.app.run();
    assert.equal(office.app.sent.length, before);
    await office.close();
  }).timeout(300_000);

  it('opening the page takes out what stands in the calendar, and leaves what was entered by hand to the cards', async () => {
    const { office, deps, pair, mentee, second, at } = await withMeeting();
    const kept = await enterByHand(deps, mentee, at, second);
    const paused = await become(office, { state: 'paused' });
    const asked: string[] = [];
    const cancel = async (_: string, eventId: string): Promise<void> => void asked.push(eventId);
    Object.assign(deps, { calendar: { ...office.calendar, cancel } });
    await meetingsOfPair(deps, mentee, programmeId, pair.id);
    const rows = await office.rowsOf();
    assert.deepEqual(asked, [rows.find(({ byHand }) => !byHand)?.eventId]);
    assert.equal(rows.find(({ id }) => id === kept.id)?.state, 'planned');
    await callOffMeetings(deps, paused);
    await office.app.run();
    for (const { id } of [pair.mentee, pair.mentor])
      assert.equal(
        office.app.cardsTo(id).filter(({ summary }) => summary === 'A meeting will not take place').length,
        1,
      );
    await office.close();
  }).timeout(300_000);

  it('everything of a person is called off, and the other is told where the one who left can press nothing', async () => {
    const { office, deps, pair } = await withMeeting();
    const cancelIn = () => Promise.reject(new Failure('unavailable', 'graph-not-permitted'));
    Object.assign(deps, { calendar: { ...office.calendar, cancelIn } });
    await writePeople(deps, await everybodyBefore(deps), [{ ...pair.mentee, leftAt: office.app.clock.now() }]);
    office.app.pass({ minutes: 2 });
    await office.app.run();
    assert.deepEqual(
      (await office.rowsOf()).map(({ state }) => state),
      ['cancelled'],
    );
    assert.equal(office.app.cardsTo(pair.mentorId).at(-1)?.summary, 'A meeting will not take place');
    await office.close();
  }).timeout(300_000);
});

describe('without a mailbox', () => {
  it('both get the file by chat, always as the meeting is, and nobody after the link is over or the pair is not theirs', async () => {
    const { office, deps, pair, mentee, second, at } = await withMeeting();
    const kept = await enterByHand(deps, mentee, at, second);
    await office.app.run();
    const secretIn = (personId: string) =>
      /\/meeting\/(\w+)\)/.exec(JSON.stringify(office.app.cardsTo(personId).at(-1)))?.[1] ?? '';
    const [own, other] = [secretIn(pair.menteeId), secretIn(pair.mentorId)];
    assert.ok(own !== '' && other !== '' && own !== other);
    assert.match(await fileByLink(deps, other), new RegExp(`UID:${kept.id}@tandem`));
    await cancelMeeting(deps, mentee, { ...at, meetingId: kept.id });
    assert.match(await fileByLink(deps, other), /METHOD:CANCEL[\s\S]*SEQUENCE:1[\s\S]*STATUS:CANCELLED/);
    await assert.rejects(fileByLink(deps, 'x'.repeat(40)), reasonIs('meeting-gone'));
    office.app.pass({ days: 31 });
    await assert.rejects(fileByLink(deps, other), reasonIs('meeting-gone'));
    await office.close();
  }).timeout(300_000);
});
