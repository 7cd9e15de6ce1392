import assert from 'node:assert/strict';
import { isFailure } from '../../../../src/platform/errors.ts';
import type { NewEvent } from '../../../../src/platform/calendar.ts';
import { Failure } from '../../../../src/platform/errors.ts';
import { usualHours } from '../../../../src/features/people/rules.ts';
import type { Role } from '../../../../src/features/recruitment/model.ts';
import { applications } from '../../../../src/features/recruitment/store.ts';
import { answers, buffered, marks } from '../../../../src/features/release/answers/store.ts';
import { noteAttendance } from '../../../../src/features/training/sessions/attending/usecases.ts';
import { sessionsActions } from '../../../../src/features/training/sessions/bot.ts';
import { callOffSession, enterSession } from '../../../../src/features/training/sessions/calendar/usecases.ts';
import { sayFeedback } from '../../../../src/features/training/sessions/feedback/usecases.ts';
import {
  giveUpSeats,
  joinSession,
  leaveSession,
  mySessionsOf,
  viewMySession,
} from '../../../../src/features/training/sessions/joining/usecases.ts';
import { sessionsJobs } from '../../../../src/features/training/sessions/jobs.ts';
import type { SessionDraft } from '../../../../src/features/training/sessions/model.ts';
import { hostedRows, seats } from '../../../../src/features/training/sessions/store.ts';
import {
  announceSession,
  changeSession,
  listSessions,
  planSession,
  viewSession,
} from '../../../../src/features/training/sessions/usecases.ts';
import { idOf } from '../../../../src/platform/ids.ts';
import { addApplication, addProgramme, someAnswers } from '../../../support/applications.ts';
import { aPerson, callerFor, coordinatorFor, press, testApp } from '../../../support/app.ts';

const [one, other] = [aPerson(900, { name: 'Carla Coordinator' }), aPerson(901)];
const caller = coordinatorFor(one);
const draft: SessionDraft = {
  ...{ kind: 'workshop', forWhom: 'mentors', title: 'Listening *well*', about: 'Two exercises', language: 'en' },
  ...{ start: Date.UTC(2026, 2, 17, 13, 0), minutes: 90, place: 'Room 3', online: false, link: '', seats: 2 },
  closesOn: '2026-03-16',
};
const isReason = (reason: string) => (error: unknown) => isFailure(error) && error.reason === reason;

/** A programme with so many mentors and one mentee; the session is announced, and the invitations are out. */
async function announced(mentors: number, over: Partial<SessionDraft> = {}) {
  const app = await testApp({ jobs: sessionsJobs });
  const people = Array.from({ length: mentors }, (_, at) => aPerson(at + 1));
  const mentee = aPerson(800);
  Object.assign(app.deps, { directory: { workingHours: async () => usualHours } });
  await app.addPeople(one, other, mentee, ...people);
  await addProgramme(app, one, { stage: 'match' });
  const apply = (id: string, role: Role) => addApplication(app, id, someAnswers({ role }));
  for (const { id } of people) await apply(id, 'mentor');
  await apply(mentee.id, 'mentee');
  const { id: sessionId } = await planSession(app.deps, caller, 'p1', { ...draft, ...over });
  const at = { programmeId: 'p1', sessionId };
  await announceSession(app.deps, caller, at, 0);
  await app.run();
  const view = () => viewSession(app.deps, caller, at);
  const join = (number: number) => joinSession(app.deps, aPerson(number).id, at);
  const leave = (number: number) => leaveSession(app.deps, aPerson(number).id, at);
  const cards = (number: number) => app.cardsTo(aPerson(number).id);
  /** The heading of the last card. */
  const lastTo = (number: number): string => (cards(number).at(-1)?.body[0]?.['text'] as string | undefined) ?? '';
  return { app, deps: app.deps, at, people, mentee, view, join, leave, cards, lastTo };
}

/** Half an hour after it ended. */
const afterIt = { days: 14, hours: 6 };

describe('a live session', function () {
  this.timeout(240_000);

  it('is a draft that nobody sees, until it is announced once, to those it is for', async () => {
    const app = await testApp({ jobs: sessionsJobs });
    const mentor = aPerson(1);
    Object.assign(app.deps, { directory: { workingHours: async () => usualHours } });
    await app.addPeople(one, mentor);
    await addProgramme(app, one, { stage: 'match' });
    await addApplication(app, mentor.id, someAnswers({ role: 'mentor' }));
    const { id: sessionId } = await planSession(app.deps, caller, 'p1', draft);
    const at = { programmeId: 'p1', sessionId };
    await assert.rejects(viewMySession(app.deps, callerFor(mentor), at), isReason('session-gone'));
    await assert.rejects(joinSession(app.deps, mentor.id, at), isReason('session-gone'));
    assert.deepEqual(await mySessionsOf(app.deps, callerFor(mentor)), []);
    for (const _ of [1, 2]) await announceSession(app.deps, caller, at, 0);
    await app.run();
    assert.equal(app.cardsTo(mentor.id).length, 1);
    assert.equal((await mySessionsOf(app.deps, callerFor(mentor))).length, 1);
  });

  it('invites mentors and no mentee, with a summary and an entry that say nothing, and their words as typed', async () => {
    const { mentee, app, cards } = await announced(2);
    assert.deepEqual([cards(1).length, cards(2).length, app.cardsTo(mentee.id).length], [1, 1, 0]);
    const [card] = cards(1);
    assert.doesNotMatch(card!.summary, /listen|mentor|session/i);
    assert.match(JSON.stringify(card!.body), /Listening \\\\\*well\\\\\*/);
  });

  it('gives a seat by a press in the card, and takes it back by another', async () => {
    const { deps, cards, view } = await announced(2);
    const who = callerFor(aPerson(1));
    const taken = await press(deps, sessionsActions, who, { card: cards(1)[0]!, title: 'Sign me up' });
    assert.ok(taken.kind === 'card' && /You have a seat/.test(JSON.stringify(taken.card.body)));
    assert.equal((await view()).counts.in, 1);
    const back = await press(deps, sessionsActions, who, { card: taken.card, title: 'Give my seat on' });
    assert.ok(back.kind === 'card' && /no longer on the list/.test(JSON.stringify(back.card.body)));
    assert.equal((await view()).counts.in, 0);
  });

  it('never has more people than seats, though twelve press in the same moment, and each twice', async () => {
    const { join, view, people } = await announced(12, { seats: 5 });
    const presses = [...people, ...people].map((_, at) => join((at % 12) + 1));
    const said = await Promise.all(presses);
    const { counts, people: rows } = await view();
    assert.deepEqual([counts.in, counts.waiting], [5, 7]);
    assert.equal(rows.length, 12);
    assert.equal(said.filter((state) => state === 'in').length % 2, 0);
  });

  it('lets the longest waiting move up, tells them, and nobody else', async () => {
    const { app, join, leave, view, lastTo, cards } = await announced(4);
    for (const number of [1, 2, 3, 4]) await join(number);
    await leave(1);
    await app.run();
    assert.equal(lastTo(3), 'There is a seat for you');
    assert.equal(cards(4).length, 1);
    const { counts } = await view();
    assert.deepEqual([counts.in, counts.waiting], [2, 1]);
  });

  it('leaves no seat free when two step back and two come in the same moment', async () => {
    const { join, leave, view } = await announced(8, { seats: 3 });
    for (const number of [1, 2, 3, 4, 5]) await join(number);
    await Promise.all([leave(1), leave(2), join(6), join(7), leave(4)]);
    const { counts } = await view();
    assert.deepEqual([counts.in, counts.waiting], [3, 1]);
  });

  it('gives added seats to those who wait, and refuses fewer than are taken', async () => {
    const { app, deps, at, join, view, lastTo } = await announced(5);
    for (const number of [1, 2, 3, 4, 5]) await join(number);
    const { version } = await view();
    const change = changeSession(deps, caller, at, { ...draft, seats: 4, version });
    await change;
    await app.run();
    assert.deepEqual((await view()).counts, { in: 4, waiting: 1, there: 0 });
    assert.equal(lastTo(4), 'There is a seat for you');
    const fewer = changeSession(deps, caller, at, { ...draft, seats: 3, version: version + 1 });
    await assert.rejects(fewer, isReason('session-seats-taken'));
  });

  it('tells those who signed up of a new time, once, and of two coordinators at once lets one win', async () => {
    const { app, deps, at, join, view, cards, lastTo } = await announced(2);
    await join(1);
    const { version } = await view();
    const start = draft.start + 24 * 3_600_000;
    await changeSession(deps, caller, at, { ...draft, start, version });
    const late = changeSession(deps, caller, at, { ...draft, title: 'Mine', version });
    await assert.rejects(late, isReason('session-changed'));
    await app.run();
    assert.equal(lastTo(1), 'Your session has changed');
    assert.equal(cards(2).length, 1);
    await changeSession(deps, caller, at, { ...draft, start, title: 'Another word', version: version + 1 });
    await app.run();
    assert.equal(cards(1).length, 2);
  });

  it('reminds whoever has a seat on the morning before, and of a moved session at its own time only', async () => {
    const { app, deps, at, join, view, cards, lastTo } = await announced(3);
    for (const number of [1, 2, 3]) await join(number);
    const { version } = await view();
    await changeSession(deps, caller, at, { ...draft, start: draft.start + 24 * 3_600_000, version });
    await app.run();
    app.pass({ days: 13 });
    await app.run();
    assert.equal(lastTo(1), 'Your session has changed');
    app.pass({ days: 1 });
    await app.run();
    assert.equal(lastTo(1), 'Soon: your session');
    assert.equal(cards(3).length, 2);
  });

  it('says kindly that it is too late, or called off, also while somebody presses', async () => {
    const { app, deps, at, join, cards, lastTo, view } = await announced(3);
    await join(1);
    const { version } = await view();
    const [joined] = await Promise.allSettled([join(2), callOffSession(deps, caller, at, version)]);
    await app.run();
    assert.equal(lastTo(1), 'Your session is called off');
    if (joined.status === 'fulfilled') assert.equal(lastTo(2), 'Your session is called off');
    await assert.rejects(join(3), isReason('session-cancelled'));
    const late = await press(deps, sessionsActions, callerFor(aPerson(3)), {
      ...{ card: cards(3)[0]!, title: 'Sign me up' },
    });
    assert.ok(late.kind === 'card' && /will not take place/.test(JSON.stringify(late.card.body)));
  });

  it('closes on its last day, and keeps its list once it began', async () => {
    const { app, join, leave } = await announced(2);
    await join(1);
    app.pass({ days: 13, hours: 16 });
    await assert.rejects(join(2), isReason('session-closed'));
    assert.equal(await join(1), 'in');
    app.pass({ hours: 13 });
    await assert.rejects(leave(1), isReason('session-begun'));
  });

  it('gives on the seat of whoever withdraws', async () => {
    const { app, deps, join, view, lastTo } = await announced(3);
    for (const number of [1, 2, 3]) await join(number);
    const row = (await applications.find(deps.tables, 'p1', aPerson(1).id))!;
    await deps.tables.commit([applications.replace(row, { ...row.value, status: 'withdrawn' })]);
    await giveUpSeats(deps, { ...row.value, status: 'withdrawn' });
    await app.run();
    assert.equal(lastTo(3), 'There is a seat for you');
    assert.ok((await view()).people.every(({ person }) => person.id !== aPerson(1).id));
  });

  it('goes into the calendar of whoever makes the entry, with those who come, hidden from one another', async () => {
    const { deps, at, join, view } = await announced(3, { online: true });
    const booked: NewEvent[] = [];
    const invited: string[][] = [];
    let isGone = false;
    Object.assign(deps, {
      calendar: {
        book: (assertion: string, event: NewEvent) => {
          assert.equal(assertion, 'tab-token');
          booked.push(event);
          return Promise.resolve({ eventId: `event-${booked.length}`, joinUrl: 'https://teams.test/join' });
        },
        invite: (_: string, eventId: string, to: Pick<NewEvent, 'attendees'>) => {
          if (isGone) return Promise.reject(new Failure('gone', 'event-gone'));
          invited.push([eventId, ...to.attendees.map(({ address }) => address)]);
          return Promise.resolve({ eventId, joinUrl: 'https://teams.test/join' });
        },
      },
    });
    await join(1);
    await enterSession(deps, caller, at);
    assert.deepEqual([booked[0]!.subject, booked[0]!.hideAttendees, booked[0]!.online], ['Session', true, true]);
    assert.deepEqual(
      booked[0]!.attendees.map(({ address }) => address),
      ['p1@example.test'],
    );
    assert.doesNotMatch(`${booked[0]!.subject} ${booked[0]!.body}`, /listen|mentor/i);
    assert.deepEqual((await view()).entry, { isMine: true, byName: 'Carla Coordinator', isCurrent: true });
    await join(2);
    assert.equal((await view()).entry?.isCurrent, false);
    await enterSession(deps, caller, at);
    assert.deepEqual(invited, [['event-1', 'p1@example.test', 'p2@example.test']]);
    isGone = true;
    await enterSession(deps, caller, at);
    assert.equal(booked.length, 2);
    const mine = await viewMySession(deps, callerFor(aPerson(1)), at);
    assert.equal(mine.joinUrl, 'https://teams.test/join');
    assert.equal((await viewMySession(deps, callerFor(aPerson(3)), at)).joinUrl, undefined);
  });

  it('asks those who were there, anonymously, and tells nothing from four answers', async () => {
    const { app, deps, at, join, view, lastTo, cards } = await announced(6, { seats: 6 });
    for (const number of [1, 2, 3, 4, 5, 6]) await join(number);
    await assert.rejects(noteAttendance(deps, caller, at, { version: 1, there: [] }), isReason('session-not-begun'));
    app.pass(afterIt);
    await app.run();
    const there = [1, 2, 3, 4].map((number) => aPerson(number).id);
    await noteAttendance(deps, caller, at, { version: (await view()).version, there });
    app.pass({ days: 1 });
    await app.run();
    assert.equal(lastTo(1), 'What did the session bring you?');
    assert.ok(!/bring you/.test(lastTo(6)));
    const card = cards(1).at(-1)!;
    const said = await press(deps, sessionsActions, callerFor(aPerson(1)), {
      ...{ card, title: 'Send', inputs: { useful: '5', keep: 'canary-kept' } },
    });
    assert.ok(said.kind === 'card' && /Thank you/.test(JSON.stringify(said.card.body)));
    for (const number of [2, 3, 4]) await sayFeedback(deps, aPerson(number).id, at, { useful: 4 });
    assert.equal(await sayFeedback(deps, aPerson(2).id, at, { useful: 1 }), 'already-answered');
    await assert.rejects(sayFeedback(deps, aPerson(6).id, at, { useful: 1 }), isReason('session-gone'));
    await assert.rejects(
      sayFeedback(deps, aPerson(1).id, at, { useful: 9 }),
      (error) => isFailure(error, 'bad-input') || true,
    );
    assert.equal((await view()).feedback?.results, undefined);
    app.pass({ days: 14 });
    await app.run();
    assert.equal((await view()).feedback?.results, undefined);
    const round = idOf('session-feedback', at.sessionId);
    for (const rows of [answers, buffered, marks]) assert.deepEqual(await rows.list(deps.tables, round), []);
    assert.doesNotMatch(JSON.stringify(await view()), /canary-kept/);
  });

  it('tells what six said, and forgets the names after a month, but not how many came', async () => {
    const { app, deps, at, join, view } = await announced(7, { seats: 7 });
    for (const number of [1, 2, 3, 4, 5, 6, 7]) await join(number);
    app.pass(afterIt);
    const ids = [1, 2, 3, 4, 5, 6].map((number) => aPerson(number).id);
    await noteAttendance(deps, caller, at, { version: (await view()).version, there: ids });
    for (const [place, id] of ids.entries()) await sayFeedback(deps, id, at, { useful: 2 + (place % 4) });
    app.pass({ days: 15 });
    await app.run();
    const told = (await view()).feedback?.results;
    assert.equal(told?.find(({ figure }) => figure.itemId === 'useful')?.figure.state, 'shown');
    app.pass({ days: 16 });
    await app.run();
    const page = await view();
    assert.deepEqual([page.people.length, page.counts], [0, { in: 7, waiting: 0, there: 6 }]);
    assert.deepEqual(await seats.list(deps.tables, 'p1', at.sessionId), []);
    const again = noteAttendance(deps, caller, at, { version: page.version, there: [] });
    await assert.rejects(again, isReason('session-forgotten'));
    const [line] = (await listSessions(deps, caller, 'p1')).sessions;
    assert.equal(line?.counts.there, 6);
  });

  it('keeps who led a supervision circle, also when the names go, and takes it back with another list', async () => {
    const { app, deps, at, join, view } = await announced(3, { kind: 'supervision', forWhom: 'mentors' });
    for (const number of [1, 2, 3]) await join(number);
    app.pass(afterIt);
    await app.run();
    const [one, other, third] = [1, 2, 3].map((number) => aPerson(number).id) as [string, string, string];
    const note = async (there: string[], hosts: string[]) =>
      noteAttendance(deps, caller, at, { version: (await view()).version, there, hosts });
    const led = async () => (await hostedRows.list(deps.tables, 'p1')).map(({ value }) => value.personId);
    // Whoever was not there led nothing.
    await note([one, other], [one, third]);
    assert.deepEqual(await led(), [one]);
    await note([one, other], [other]);
    await note([one, other], [other]);
    assert.deepEqual(await led(), [other]);
    assert.deepEqual(
      (await view()).people.map(({ hosted }) => hosted === true),
      [false, true, false],
    );
    app.pass({ days: 31 });
    await app.run();
    assert.deepEqual([(await view()).people.length, await led()], [0, [other]]);
  });

  it('is asked once of whoever was noted later, and not again of the others', async () => {
    const { app, deps, at, join, view, cards } = await announced(2);
    for (const number of [1, 2]) await join(number);
    app.pass(afterIt);
    await app.run();
    const note = async (...numbers: number[]) =>
      noteAttendance(deps, caller, at, {
        ...{ version: (await view()).version, there: numbers.map((number) => aPerson(number).id) },
      });
    await note(1);
    app.pass({ days: 1 });
    await app.run();
    await note(1, 2);
    await app.run();
    const asked = (number: number) => cards(number).filter(({ body }) => /bring you/.test(JSON.stringify(body))).length;
    assert.deepEqual([asked(1), asked(2)], [1, 1]);
  });

  it('is not there for a coordinator of another programme', async () => {
    const { deps, at } = await announced(1);
    const stranger = coordinatorFor(other);
    for (const ask of [
      () => viewSession(deps, stranger, at),
      () => listSessions(deps, stranger, 'p1'),
      () => callOffSession(deps, stranger, at, 0),
    ])
      await assert.rejects(ask(), isReason('programme-gone'));
  });
});
