import assert from 'node:assert/strict';
import { usualHours } from '../../../src/features/people/rules.ts';
import { letterboxes } from '../../../src/features/people/messages/store.ts';
import { applications, closingDays, lastKey } from '../../../src/features/recruitment/store.ts';
import { trainingJobs } from '../../../src/features/training/jobs.ts';
import { reminderAt, reminderDue } from '../../../src/features/training/reminding/rules.ts';
import { planReminder } from '../../../src/features/training/reminding/usecases.ts';
import { pathOf } from '../../../src/features/training/rules.ts';
import { completeCourse } from '../../../src/features/training/usecases.ts';
import { addApplication, addProgramme, someAnswers } from '../../support/applications.ts';
import { aPerson, testApp } from '../../support/app.ts';

const [one, coordinator] = [aPerson(1), aPerson(900)];
const zone = 'Europe/Brussels';

/** It is 3 March 2026. */
async function applicant(closesOn: string, over: { readonly coursesFirst?: true } = {}) {
  const app = await testApp({ jobs: trainingJobs });
  Object.assign(app.deps, { directory: { workingHours: async () => usualHours } });
  await app.addPeople(one, coordinator);
  await addProgramme(app, coordinator, over);
  await app.deps.tables.commit([closingDays.put('p1', lastKey, { closesOn })]);
  const application = await addApplication(app, one.id, someAnswers());
  await planReminder(app.deps, application);
  const textsOf = () => app.cardsTo(one.id).map(({ body }) => JSON.stringify(body));
  const daysPass = async (days: number): Promise<void> => {
    for (let at = 0; at < days; at += 1) {
      app.pass({ days: 1 });
      await app.run();
    }
  };
  return { app, application, textsOf, daysPass };
}

describe('when the path is reminded of', () => {
  it('is nine in the morning, a week before the last day, over the change to summer time too', () => {
    assert.equal(new Date(reminderAt('2026-03-20', zone)).toISOString(), '2026-03-13T08:00:00.000Z');
    assert.equal(new Date(reminderAt('2026-04-03', zone)).toISOString(), '2026-03-27T08:00:00.000Z');
    assert.equal(new Date(reminderAt('2026-04-05', zone)).toISOString(), '2026-03-29T07:00:00.000Z');
  });

  it('is never for whoever applied in the last nine days', () => {
    const now = Date.UTC(2026, 2, 3, 9);
    for (const [closesOn, isReminded] of [
      ['2026-03-03', false],
      ['2026-03-11', false],
      ['2026-03-13', true],
      ['2026-04-30', true],
    ] as const)
      assert.equal(reminderDue(closesOn, zone, now) !== undefined, isReminded, closesOn);
  });
});

describe('the reminder of the path', () => {
  it('comes once, a week before the last day, names what is left, and counts for the month', async () => {
    const { app, application, textsOf, daysPass } = await applicant('2026-03-20');
    await completeCourse(app.deps, one.id, 'setting-goals');
    await daysPass(9);
    assert.deepEqual(textsOf(), []);
    await daysPass(3);
    assert.equal(textsOf().length, 1);
    const [text = ''] = textsOf();
    assert.match(text, /2 short courses before the match/);
    assert.match(text, /20 March 2026/);
    assert.doesNotMatch(text, /Setting goals|only|must|late/i);
    await planReminder(app.deps, application);
    await daysPass(14);
    assert.equal(textsOf().length, 1);
    const box = await letterboxes.find(app.deps.tables, one.id, 'own');
    assert.deepEqual(
      box?.value.sent.map(({ unsolicited }) => unsolicited),
      [true],
    );
  });

  it('says that the courses come first where they do', async () => {
    const { textsOf, daysPass } = await applicant('2026-03-20', { coursesFirst: true });
    await daysPass(12);
    assert.match(textsOf()[0] ?? '', /we match people who have done the courses/);
  });

  it('moves with the last day', async () => {
    const { app, textsOf, daysPass } = await applicant('2026-03-20');
    await app.deps.tables.commit([closingDays.put('p1', lastKey, { closesOn: '2026-04-10' })]);
    await daysPass(20);
    assert.deepEqual(textsOf(), []);
    await daysPass(12);
    assert.equal(textsOf().length, 1);
  });

  it('does not come to who is done, who withdrew, or once the last day is over', async () => {
    const done = await applicant('2026-03-20');
    for (const id of pathOf('mentee')) await completeCourse(done.app.deps, one.id, id);
    await done.daysPass(20);
    assert.deepEqual(done.textsOf(), []);

    const left = await applicant('2026-03-20');
    const row = await applications.find(left.app.deps.tables, 'p1', one.id);
    assert.ok(row);
    await left.app.deps.tables.commit([applications.replace(row, { ...row.value, status: 'withdrawn' })]);
    await left.daysPass(20);
    assert.deepEqual(left.textsOf(), []);

    const over = await applicant('2026-03-20');
    over.app.pass({ days: 30 });
    await over.app.run();
    assert.deepEqual(over.textsOf(), []);
  });
});
