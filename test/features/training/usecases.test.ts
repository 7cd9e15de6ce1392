import assert from 'node:assert/strict';
import { applications } from '../../../src/features/recruitment/store.ts';
import { trainingActions } from '../../../src/features/training/bot.ts';
import { trainingJobs } from '../../../src/features/training/jobs.ts';
import type { CourseId } from '../../../src/features/training/model.ts';
import { myCourses } from '../../../src/features/training/path/usecases.ts';
import { pathOf } from '../../../src/features/training/rules.ts';
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
  const finish = async (...ids: readonly CourseId[]): Promise<void> => {
    for (const id of ids) await completeCourse(app.deps, one.id, id);
    await app.run();
  };
  const at = async () => (await viewCourse(app.deps, who, 'setting-goals')).step;
  return { app, application, tap, offered, finish, at };
}

const titlesOf = (card: Card) => (card.buttons ?? []).map(({ title }) => title);
const headingOf = (card: Card) => card.body.find((element) => element['style'] === 'heading')?.['text'];

describe('offering the path', () => {
  for (const [role, count] of [
    ['mentee', 3],
    ['mentor', 3],
    ['both', 6],
  ] as const)
    it(`brings who applied as ${role} one card for all courses, once`, async () => {
      const { app, application } = await applicant(role);
      for (const _ of [1, 2]) await offerCourse(app.deps, application);
      await app.run();
      const cards = app.cardsTo(one.id);
      assert.deepEqual(cards.map(headingOf), [`${count} short courses before your match`]);
      assert.equal(cards[0]?.buttons?.[0]?.subject['courseId'], pathOf(role)[0]);
      const ids = (await coursesFor(app.deps, who)).map(({ id }) => id);
      assert.deepEqual(ids, pathOf(role));
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

  it('begins with the first course that is not done, and counts those that are', async () => {
    const { app, application, finish, offered } = await applicant();
    await finish('setting-goals');
    assert.deepEqual(headingOf(await offered()), '2 short courses before your match');
    assert.deepEqual(await trainingFigures(app.deps, 'p1'), { invited: 1, done: 0 });
    await finish('taking-initiative', 'voicing-needs');
    await offerCourse(app.deps, application);
    await app.run();
    assert.equal(app.sent.length, 1);
    assert.deepEqual(await trainingFigures(app.deps, 'p1'), { invited: 1, done: 1 });
  });

  it('knows what somebody had done before they applied', async () => {
    const { app, application, finish } = await applicant();
    await finish(...pathOf('mentee'));
    await addProgramme(app, coordinator, { id: 'p2' });
    const second = { ...application, programmeId: 'p2' };
    await app.deps.tables.commit([applications.create('p2', one.id, second)]);
    await offerCourse(app.deps, second);
    assert.deepEqual(await trainingFigures(app.deps, 'p2'), { invited: 1, done: 1 });
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
    await Promise.all([6, 7, 5, 7, 6].map((step) => reachStep(app.deps, one.id, 'setting-goals', step)));
    assert.equal(await at(), 7);
    await reachStep(app.deps, one.id, 'setting-goals', 99);
    assert.equal(await at(), last);
  });

  it('is done once, whoever notes it how often, and the card goes on with the next of the path', async () => {
    const { app, tap, offered } = await applicant();
    const offer = await offered();
    await reachStep(app.deps, one.id, 'setting-goals', last);
    const end = await tap(offer, 'Start');
    const [done] = await Promise.all([tap(end, 'Done'), completeCourse(app.deps, one.id, 'setting-goals')]);
    const { doneAt, next } = await viewCourse(app.deps, who, 'setting-goals');
    assert.equal(next?.id, 'taking-initiative');
    assert.deepEqual(titlesOf(done), ['Next course', 'Open the course']);
    assert.equal(headingOf(await tap(done, 'Next course')), 'Two people who wait');
    app.pass({ days: 1 });
    await tap(end, 'Done');
    assert.equal((await viewCourse(app.deps, who, 'setting-goals')).doneAt, doneAt);
    assert.equal((await completions.list(app.deps.tables, one.id)).length, 1);
    assert.equal(headingOf(await tap(offer, 'Start')), 'Well done');
  });

  it('says at the end of the path where the certificate is, and offers nothing more', async () => {
    const { tap, offered, finish } = await applicant();
    const offer = await offered();
    await finish(...pathOf('mentee'));
    const card = await tap(offer, 'Start');
    assert.deepEqual(titlesOf(card), ['My courses', 'Open the course']);
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

describe('my courses', () => {
  const idsIn = (lines: readonly { id: string }[]) => lines.map(({ id }) => id);

  it('are the path, what helps later and the rest, each once', async () => {
    const { app, finish } = await applicant('mentor');
    await finish('boundaries', 'first-meeting');
    const page = await myCourses(app.deps, who);
    assert.deepEqual(idsIn(page.path), ['active-listening', 'boundaries', 'power-and-bias']);
    assert.deepEqual(idsIn(page.later).toSorted(), [
      'cultural-competence',
      'feedback',
      'first-meeting',
      'when-it-does-not-work',
    ]);
    assert.deepEqual(idsIn(page.others), ['setting-goals', 'taking-initiative', 'voicing-needs']);
    const done = [...page.path, ...page.later].filter(({ doneAt }) => doneAt !== undefined);
    assert.deepEqual(idsIn(done).toSorted(), ['boundaries', 'first-meeting']);
    assert.deepEqual([page.certificates, page.gates], [[], []]);
  });

  it('are all to be read for whoever takes part in nothing', async () => {
    const { app } = await applicant();
    const page = await myCourses(app.deps, callerFor(coordinator));
    assert.deepEqual([page.path.length, page.later.length, page.others.length], [0, 0, 10]);
  });

  it('name the programme of a certificate once its path is done', async () => {
    const { app, finish } = await applicant();
    await finish(...pathOf('mentee'));
    const { certificates } = await myCourses(app.deps, who);
    assert.deepEqual(certificates, [{ programmeId: 'p1', programmeName: 'Growing together' }]);
  });
});
