import assert from 'node:assert/strict';
import { applications } from '../../../src/features/recruitment/store.ts';
import { trainingActions } from '../../../src/features/training/bot.ts';
import { trainingJobs } from '../../../src/features/training/jobs.ts';
import { completions } from '../../../src/features/training/store.ts';
import {
  completeCourse,
  coursesFor,
  offerCourse,
  reachStep,
  startInChat,
  trainingFigures,
  viewCourse,
} from '../../../src/features/training/usecases.ts';
import { usualHours } from '../../../src/features/people/rules.ts';
import type { Role } from '../../../src/features/recruitment/model.ts';
import type { Card } from '../../../src/platform/cards.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import { addApplication, addProgramme, someAnswers } from '../../support/applications.ts';
import { aPerson, callerFor, press, testApp } from '../../support/app.ts';

const [one, coordinator] = [aPerson(1), aPerson(900)];
const who = callerFor(one);
const last = 9;

async function applicant(role: Role = 'mentee') {
  const app = await testApp({ jobs: trainingJobs });
  Object.assign(app.deps, { directory: { workingHours: async () => usualHours } });
  await app.addPeople(one, coordinator);
  await addProgramme(app, coordinator);
  const application = await addApplication(app, one.id, someAnswers({ role }));
  const tap = async (card: Card, title: string, inputs = {}) => {
    const reply = await press(app.deps, trainingActions, who, { card, title, inputs });
    assert.ok(reply.kind === 'card');
    return reply.card;
  };
  const offered = async (): Promise<Card> => {
    await offerCourse(app.deps, application);
    await app.run();
    const [card] = app.cardsTo(one.id);
    assert.ok(card);
    return card;
  };
  const at = async () => (await viewCourse(app.deps, who, 'setting-goals')).step;
  return { app, application, tap, offered, at };
}

const titlesOf = (card: Card) => (card.buttons ?? []).map(({ title }) => title);
const headingOf = (card: Card) => card.body.find((element) => element['style'] === 'heading')?.['text'];

describe('offering a course', () => {
  for (const [role, ids] of [
    ['mentee', ['setting-goals']],
    ['mentor', ['active-listening']],
    ['both', ['setting-goals', 'active-listening']],
  ] as const)
    it(`brings who applied as ${role} the right one, once`, async () => {
      const { app, application } = await applicant(role);
      for (const _ of [1, 2]) await offerCourse(app.deps, application);
      await app.run();
      const courses = app.cardsTo(one.id).map((card) => card.buttons?.[0]?.subject['courseId'] ?? 'none');
      assert.deepEqual(courses.toSorted(), [...ids].toSorted());
      assert.deepEqual((await coursesFor(app.deps, who)).map(({ id }) => id).toSorted(), [...ids].toSorted());
    });

  it('offers nothing to a draft, nor to who withdrew before the card was sent', async () => {
    const { app, application } = await applicant();
    await offerCourse(app.deps, { ...application, status: 'draft' });
    await app.run();
    assert.equal(app.sent.length, 0);
    await offerCourse(app.deps, application);
    const row = await applications.find(app.deps.tables, 'p1', one.id);
    assert.ok(row);
    await app.deps.tables.commit([applications.replace(row, { ...row.value, status: 'withdrawn' })]);
    await app.run();
    assert.deepEqual([app.sent.length, await coursesFor(app.deps, who)], [0, []]);
  });

  it('offers nothing to who has done it, and counts them for the programme', async () => {
    const { app, application } = await applicant();
    await completeCourse(app.deps, one.id, 'setting-goals');
    await offerCourse(app.deps, application);
    await app.run();
    assert.equal(app.sent.length, 0);
    assert.deepEqual(await trainingFigures(app.deps, 'p1'), { invited: 1, done: 1 });
  });
});

describe('following a course', () => {
  it('goes step by step in the same card, says what follows from a choice, and lets one choose again', async () => {
    const { tap, offered } = await applicant();
    const first = await tap(await offered(), 'Start');
    assert.equal(headingOf(first), 'Why a goal helps');
    const question = await tap(await tap(first, 'Next'), 'Next');
    const answered = await tap(question, 'Answer', { answer: '1' });
    assert.deepEqual(titlesOf(answered), ['Next', 'Choose again']);
    assert.match(String(answered.body.at(-1)?.['text']), /practise together/);
    assert.deepEqual(await tap(answered, 'Choose again'), question);
  });

  it('shares its progress between page and chat, and never goes back', async () => {
    const { app, tap, offered, at } = await applicant();
    const offer = await offered();
    await reachStep(app.deps, one.id, 'setting-goals', 4);
    const resumed = await tap(offer, 'Start');
    assert.equal(headingOf(resumed), 'A plan for difficult moments');
    await tap(resumed, 'Next');
    assert.equal(await at(), 5);
    await reachStep(app.deps, one.id, 'setting-goals', 2);
    assert.equal(await at(), 5);
    await Promise.all([6, 7].map((step) => reachStep(app.deps, one.id, 'setting-goals', step)));
    assert.equal(await at(), 7);
    await reachStep(app.deps, one.id, 'setting-goals', 99);
    assert.equal(await at(), last);
  });

  it('is done once, whoever notes it how often, and an old card says so', async () => {
    const { app, tap, offered } = await applicant();
    const offer = await offered();
    await reachStep(app.deps, one.id, 'setting-goals', last);
    const end = await tap(offer, 'Start');
    await Promise.all([tap(end, 'Done'), completeCourse(app.deps, one.id, 'setting-goals')]);
    const { doneAt } = await viewCourse(app.deps, who, 'setting-goals');
    app.pass({ days: 1 });
    await tap(end, 'Done');
    assert.equal((await viewCourse(app.deps, who, 'setting-goals')).doneAt, doneAt);
    assert.equal((await completions.list(app.deps.tables, one.id)).length, 1);
    assert.deepEqual(await trainingFigures(app.deps, 'p1'), { invited: 1, done: 1 });
    assert.equal(headingOf(await tap(offer, 'Start')), 'Well done');
  });

  it('comes to chat at once when asked for, once in ten minutes, from where one is', async () => {
    const { app } = await applicant();
    app.pass({ hours: 10 });
    await reachStep(app.deps, one.id, 'setting-goals', 5);
    for (const _ of [1, 2]) await startInChat(app.deps, one.id, 'setting-goals');
    await app.run();
    assert.deepEqual(app.cardsTo(one.id).map(headingOf), ['Exercise: your goal']);
  });

  it('does not come to the chat of who takes part in nothing', async () => {
    const { app } = await applicant();
    await assert.rejects(
      startInChat(app.deps, coordinator.id, 'setting-goals'),
      (error) => isFailure(error) && error.reason === 'not-applied',
    );
  });
});
