/**
 * Who can read what of a pair's agreement, of a mentee's goals and of a passport: every reader opens every page of the API that there is an
 * address for, and every card that they got, and finds what the texts promise and nothing else.
 */
import assert from 'node:assert/strict';
import { jobs } from '../../../src/worker/jobs.ts';
import { bookMeeting } from '../../../src/features/meetings/booking/usecases.ts';
import { signAgreement, writeAgreement } from '../../../src/features/pairs/agreement/usecases.ts';
import { addNote, addStep, makeGoal, sayOutcome } from '../../../src/features/pairs/goals/usecases.ts';
import { endPair, roundOff } from '../../../src/features/pairs/life/usecases.ts';
import { emptyPassport } from '../../../src/features/people/passport/model.ts';
import { keepPassport } from '../../../src/features/people/passport/usecases.ts';
import { coordinated, programmes, teams } from '../../../src/features/programmes/store.ts';
import { day, localDate } from '../../../src/platform/clock.ts';
import type { Caller } from '../../../src/platform/doors.ts';
import { aPerson, callerFor, coordinatorFor } from '../../support/app.ts';
import { pagesWith, seenBy } from '../../support/seen-by.ts';
import { at, mentee, mentor, office, stranger, usual, zone } from '../../support/times-office.ts';
import { findTimes } from '../../../src/features/meetings/times/usecases.ts';

const [coordinator, other, manager] = [aPerson(20), aPerson(21), aPerson(22, { name: 'Boss' })];
const [adviser, administrator, guest] = [aPerson(23), aPerson(24), aPerson(25, { kind: 'guest' })];
const guestCaller: Caller = { ...callerFor(guest), isGuest: true };

/** What was given, by what it stands for; feast and half day are marked so that nothing else looks like them. */
const written = {
  agreement: 'canary-what-we-agree',
  goal: 'canary-my-goal',
  step: 'canary-my-step',
  note: 'canary-my-note',
  outcome: '"outcome":"partly"',
  'need for the partner': 'camera-off',
  'words for the partner': 'canary-words-for-the-partner',
  'day for the partner': '2027-11-11',
  'need for planning': 'sign-language',
  'half day for planning': 'tuesday-afternoon',
  'day for planning': '2027-10-07',
  'need for nobody': 'quiet-room',
  'day for nobody': '2027-09-09',
} as const;
type Written = keyof typeof written;
const all = Object.keys(written) as Written[];
const ofPair: readonly Written[] = ['agreement', 'goal', 'step', 'note', 'outcome'];
const toPartner: readonly Written[] = ['need for the partner', 'words for the partner', 'day for the partner'];
const ofPassport = all.filter((one) => !ofPair.includes(one));

/** Pages about times are asked for this week. */
const asked = { week: '0', minutes: '60' };

async function told() {
  const { app, deps, now } = await office(jobs);
  await app.addPeople({ ...mentee, managerId: manager.id }, coordinator, other, manager, adviser, administrator, guest);
  const row = (await programmes.find(deps.tables, 'p1', 'own'))!;
  const beside = { ...row.value, id: 'p2', name: 'Another programme' };
  await deps.tables.commit([teams.create('p1', coordinator.id, { personId: coordinator.id, addedAt: 1 })]);
  await deps.tables.commit([
    programmes.create('p2', 'own', beside),
    teams.create('p2', other.id, { personId: other.id, addedAt: 1 }),
  ]);
  await deps.tables.commit([coordinated.put(coordinator.id, 'p1', { id: 'p1' })]);
  const [me, them] = [callerFor(mentee), callerFor(mentor)];
  await writeAgreement(deps, me, at, { parts: [{ part: 'rhythm', text: written.agreement, base: 0 }] });
  for (const who of [me, them]) await signAgreement(deps, who, at, 1);
  const { id: pairGoalId } = await makeGoal(deps, me, at, { text: written.goal });
  const goal = { ...at, pairGoalId };
  await addStep(deps, me, goal, { text: written.step });
  await addNote(deps, me, goal, { text: written.note });
  await sayOutcome(deps, me, goal, 'partly');
  await keepPassport(deps, mentee.id, {
    ...{ ...emptyPassport, words: { text: written['words for the partner'], for: 'partner' } },
    needs: [
      { need: 'camera-off', for: 'partner' },
      { need: 'sign-language', for: 'times' },
      { need: 'quiet-room', for: 'nobody' },
    ],
    halves: [{ half: 'tuesday-afternoon', mark: 'never', for: 'times' }],
    days: [
      { date: written['day for the partner'], for: 'partner' },
      { date: written['day for planning'], for: 'times' },
      { date: written['day for nobody'], for: 'nobody' },
    ],
  });
  const { slots } = await findTimes(deps, me, at, usual);
  assert.ok(slots.length > 0 && slots.every(({ start }) => localDate(start, zone) >= localDate(now + 7 * day, zone)));
  const booked = await bookMeeting(deps, { ...me, assertion: 'token' }, at, { start: slots[0]!.start, minutes: 60 });
  app.pass({ hours: 1 });
  await app.run();
  const one = { ...at, meetingId: booked.id, courseId: 'active-listening', round: 'day-30', personId: mentee.id };
  const known = Object.fromEntries(Object.entries(one).map(([name, value]) => [name, [value]]));
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

describe('what can be read of an agreement, of goals and of a passport', function () {
  this.timeout(300_000);

  const foundIn = (text: string): Written[] => all.filter((one) => text.includes(written[one]));

  it('is what the texts say, for each reader, on every page and in every card, while they are a pair', async () => {
    const { app, known, me, them } = await told();
    const mine = await seenBy(app, me, known, asked);
    const pages = pagesWith(known).length;
    assert.ok(pages > 60, `only ${pages} pages`);
    assert.deepEqual(foundIn(mine), all, 'self');
    assert.deepEqual(foundIn(await seenBy(app, them, known, asked)), [...ofPair, ...toPartner], 'partner');
    for (const { who, as } of nobodyElse) assert.deepEqual(foundIn(await seenBy(app, as, known, asked)), [], who);
  });

  it('is nothing for the partner once one of the two left, and everything of their own for each', async () => {
    const { app, deps, known, me, them } = await told();
    await endPair(deps, mentor.id, at.programmeId, at.pairId, 'not-said');
    await app.run();
    assert.deepEqual(foundIn(await seenBy(app, them, known, asked)), [], 'former partner');
    const own = all.filter((one) => one !== 'agreement');
    assert.deepEqual(foundIn(await seenBy(app, me, known, asked)), own, 'self, without the agreement');
    for (const { who, as } of nobodyElse) assert.deepEqual(foundIn(await seenBy(app, as, known, asked)), [], who);
  });

  it('is what the two made, and nothing of a passport, once they rounded it off together', async () => {
    const { app, deps, known, me, them } = await told();
    await roundOff(deps, mentee.id, at.programmeId, at.pairId);
    await app.run();
    assert.deepEqual(foundIn(await seenBy(app, them, known, asked)), ofPair, 'former partner');
    assert.deepEqual(foundIn(await seenBy(app, me, known, asked)), [...ofPair, ...ofPassport], 'self');
    for (const { who, as } of nobodyElse) assert.deepEqual(foundIn(await seenBy(app, as, known, asked)), [], who);
  });

  it('tells of a need in a card only that there is one, so that it can be taken back', async () => {
    const { app } = await told();
    const cards = JSON.stringify(app.cardsTo(mentor.id));
    assert.match(cards, /what helps in a meeting|wat helpt in een gesprek|ce qui aide/);
    assert.deepEqual(foundIn(cards), []);
  });
});
