/** Who can read what is kept around a talk: every reader opens every page of the API that there is an address for, and every card. */
import assert from 'node:assert/strict';
import { jobs } from '../../../src/worker/jobs.ts';
import { logMeeting } from '../../../src/features/meetings/after/usecases.ts';
import { enterByHand } from '../../../src/features/meetings/booking/usecases.ts';
import { addAgreed, addPoint, keepOwnNotes } from '../../../src/features/meetings/notes/usecases.ts';
import { talkTopics } from '../../../src/features/meetings/questions/model.ts';
import { endPair } from '../../../src/features/pairs/life/usecases.ts';
import { coordinated, teams } from '../../../src/features/programmes/store.ts';
import { day, localDate } from '../../../src/platform/clock.ts';
import type { Caller } from '../../../src/platform/doors.ts';
import { aPerson, callerFor, coordinatorFor } from '../../support/app.ts';
import { pagesWith, seenBy } from '../../support/seen-by.ts';
import { at, mentee, mentor, office, stranger, zone } from '../../support/times-office.ts';

const [coordinator, other, manager] = [aPerson(20), aPerson(21), aPerson(22, { name: 'Boss' })];
const [adviser, administrator, guest] = [aPerson(23), aPerson(24), aPerson(25, { kind: 'guest' })];
const guestCaller: Caller = { ...callerFor(guest), isGuest: true };

const written = {
  point: 'canary-point',
  agreed: 'canary-agreed',
  'own notes': 'canary-own-notes',
  'what I take with me': 'canary-line-take',
  'what I do next': 'canary-line-next',
  'what I want to say': 'canary-line-tell',
  'own notes of the other': 'canary-of-the-mentor',
} as const;
type Written = keyof typeof written;
const all = Object.keys(written) as Written[];
const ofBoth: readonly Written[] = ['point', 'agreed'];
const ofMentee = all.filter((one) => one !== 'own notes of the other');

async function told() {
  const { app, deps, now } = await office(jobs);
  await app.addPeople({ ...mentee, managerId: manager.id }, coordinator, other, manager, adviser, administrator, guest);
  await deps.tables.commit([teams.create('p1', coordinator.id, { personId: coordinator.id, addedAt: 1 })]);
  await deps.tables.commit([coordinated.put(coordinator.id, 'p1', { id: 'p1' })]);
  const [me, them] = [callerFor(mentee), callerFor(mentor)];
  const last = await logMeeting(deps, me, at, localDate(now - day, zone));
  const next = await enterByHand(deps, me, at, { start: now + 7 * day, minutes: 60 });
  const before = { ...at, meetingId: last.id };
  await addAgreed(deps, me, before, { text: written.agreed, who: 'both' });
  await addPoint(deps, me, { ...at, meetingId: next.id }, { text: written.point });
  const lines = {
    take: written['what I take with me'],
    next: written['what I do next'],
    tell: written['what I want to say'],
  };
  await keepOwnNotes(deps, me, before, { ...lines, text: written['own notes'], version: 0 });
  const theirs = { text: '', take: written['own notes of the other'], next: '', tell: '', version: 0 };
  await keepOwnNotes(deps, them, before, theirs);
  app.pass({ hours: 1 });
  await app.run();
  const one = { ...at, courseId: 'active-listening', round: 'day-30', personId: mentee.id };
  const known = {
    ...Object.fromEntries(Object.entries(one).map(([name, value]) => [name, [value]])),
    meetingId: [last.id, next.id],
    topic: [...talkTopics],
  };
  return { app, deps, known, me, them };
}

const nobodyElse = [
  { who: 'somebody of the programme', as: callerFor(stranger) },
  { who: 'coordinator', as: coordinatorFor(coordinator) },
  { who: 'coordinator of another programme', as: coordinatorFor(other) },
  { who: 'adviser', as: callerFor(adviser, { roles: ['Adviser'] }) },
  { who: 'manager', as: callerFor(manager) },
  { who: 'administrator', as: callerFor(administrator, { roles: ['Administrator'] }) },
  { who: 'guest', as: guestCaller },
];

describe('what can be read of what is kept around a talk', function () {
  this.timeout(300_000);

  const foundIn = (text: string): Written[] => all.filter((one) => text.includes(written[one]));

  it('is: own lines by their writer alone, what is between the two by the two, and nothing by anybody else', async () => {
    const { app, deps, known, me, them } = await told();
    assert.ok(pagesWith(known).some(({ path }) => path.endsWith('/preparation')));
    assert.deepEqual(foundIn(await seenBy(app, me, known)), ofMentee, 'mentee');
    assert.deepEqual(foundIn(await seenBy(app, them, known)), [...ofBoth, 'own notes of the other'], 'mentor');
    for (const { who, as } of nobodyElse) assert.deepEqual(foundIn(await seenBy(app, as, known)), [], who);
    for (const { personId } of [me, them]) assert.deepEqual(foundIn(JSON.stringify(app.cardsTo(personId))), []);

    // The talk to come is called off, and its points with it.
    await endPair(deps, mentee.id, at.programmeId, at.pairId, 'not-said');
    app.pass({ hours: 1 });
    await app.run();
    assert.deepEqual(foundIn(await seenBy(app, them, known)), ['agreed', 'own notes of the other'], 'after the end');
    for (const { who, as } of nobodyElse) assert.deepEqual(foundIn(await seenBy(app, as, known)), [], who);
  });
});
