import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Card } from '../../../src/platform/cards.ts';
import { usualHours } from '../../../src/features/people/rules.ts';
import type { Role } from '../../../src/features/recruitment/model.ts';
import { trainingActions } from '../../../src/features/training/bot.ts';
import { certificateOf } from '../../../src/features/training/certificate/usecases.ts';
import { addToPath, takeFromPath } from '../../../src/features/training/gate/own-path/usecases.ts';
import {
  gatesOf,
  listTrainees,
  readyOf,
  switchGate,
  viewTraining,
} from '../../../src/features/training/gate/usecases.ts';
import { trainingJobs } from '../../../src/features/training/jobs.ts';
import { pageOfCourse } from '../../../src/features/training/model.ts';
import { withdrawCourse } from '../../../src/features/training/own/publishing/usecases.ts';
import { followOwnCourse, viewOwnCourse } from '../../../src/features/training/own/reading/usecases.ts';
import { setCourse } from '../../../src/features/training/own/usecases.ts';
import { myCourses } from '../../../src/features/training/path/usecases.ts';
import { isPathDone, pathOf, wholePathOf } from '../../../src/features/training/rules.ts';
import { completeCourse, offerCourse, startInChat, trainingFigures } from '../../../src/features/training/usecases.ts';
import { readSteps } from '../../../src/features/insights/funnel/reading/usecases.ts';
import { programmeOf } from '../../../src/features/programmes/usecases.ts';
import { applied } from '../../../src/features/recruitment/store.ts';
import { addApplication, addProgramme, someAnswers } from '../../support/applications.ts';
import { aPerson, callerFor, press } from '../../support/app.ts';
import { readPdf } from '../../support/papers.ts';
import { courseOffice, example, failureOf, reader, writer } from './own/own-course.ts';

const person = aPerson(1);
const who = callerFor(person);

/** Somebody who applied to a programme, coordinated by who writes the courses. */
async function office(role: Role = 'mentee') {
  const made = await courseOffice({ jobs: trainingJobs });
  const { app, deps } = made;
  Object.assign(deps, { directory: { workingHours: async () => usualHours } });
  await app.addPeople(person, aPerson(900));
  await addProgramme(app, aPerson(900));
  const application = await addApplication(app, person.id, someAnswers({ role }));
  const finish = async (): Promise<void> => {
    for (const id of pathOf(role)) await completeCourse(deps, person.id, id);
    await app.run();
  };
  const ask = (courseId: string, side: 'mentee' | 'mentor' = 'mentee') =>
    addToPath(deps, writer, 'p1', { side, courseId });
  const linked = async (over = {}): Promise<string> => {
    const id = await made.link(over);
    await made.publish(id, { onlyThese: true });
    return id;
  };
  const done = async (ownId: string): Promise<void> => {
    await followOwnCourse(deps, who, ownId, { version: 1, step: 0, isDone: true });
    await app.run();
  };
  const tap = async (card: Card, title: string, inputs = {}) => {
    const reply = await press(deps, trainingActions, who, { card, title, inputs });
    assert.ok(reply.kind === 'card');
    return reply.card;
  };
  return { ...made, application, finish, ask, linked, done, tap };
}

const titlesOf = (card: Card) => (card.buttons ?? []).map(({ title }) => title);
const textOf = (card: Card | undefined) => JSON.stringify(card?.body);

describe('the path of a role', () => {
  it('has Tandem’s courses first, then those of the organisation in their order, each once', () => {
    const ids = fc.array(fc.constantFrom('own-a', 'own-b', 'own-c', 'own-d'));
    fc.assert(
      fc.property(ids, ids, fc.constantFrom<Role>('mentee', 'mentor', 'both'), (mentee, mentor, role) => {
        const path = wholePathOf(role, { mentee, mentor });
        assert.deepEqual(path.slice(0, pathOf(role).length), pathOf(role));
        assert.equal(new Set(path).size, path.length);
        const own = role === 'mentee' ? mentee : role === 'mentor' ? mentor : [...mentee, ...mentor];
        assert.deepEqual(path.slice(pathOf(role).length), [...new Set(own)]);
        assert.ok(isPathDone(role, { mentee, mentor }, (id) => path.includes(id)));
        assert.ok(!isPathDone(role, { mentee, mentor }, (id) => id !== path.at(-1)));
      }),
    );
  });
});

describe('courses of the organisation before the match', function () {
  this.timeout(60_000);

  it('stand on "My courses", and count for the gate, the figures, the funnel and the certificate', async () => {
    const { app, deps, finish, ask, linked, done } = await office();
    await switchGate(deps, writer, 'p1', true);
    const ownId = await linked();
    await ask(ownId);
    await finish();
    const page = await myCourses(deps, who);
    assert.deepEqual(
      page.path.map(({ id }) => id),
      [...pathOf('mentee'), ownId],
    );
    assert.deepEqual([page.path.at(-1)?.title, page.certificates, page.gates[0]?.missing], ['The guide', [], 1]);
    const applications = await applied(deps.tables, 'p1');
    const isReady = async () => (await readyOf(deps, 'p1', applications)).length;
    const isTrained = async () => {
      const { furthest } = await readSteps(deps, await programmeOf(deps, 'p1'));
      return furthest.get(person.id);
    };
    assert.deepEqual([await isReady(), (await trainingFigures(deps, 'p1')).done], [0, 0]);
    const before = (await isTrained()) ?? 0;
    assert.equal(await failureOf(certificateOf(deps, who, 'p1')), 'not-found no-certificate');

    await done(ownId);
    assert.deepEqual([await isReady(), (await trainingFigures(deps, 'p1')).done], [1, 1]);
    assert.ok(((await isTrained()) ?? 0) > before);
    assert.deepEqual(await gatesOf(deps, person.id), []);
    assert.deepEqual((await listTrainees(deps, writer, 'p1', { show: 'done' })).rows.length, 1);
    const paper = await readPdf((await certificateOf(deps, who, 'p1')).bytes);
    assert.ok(paper.text.includes('The guide'), paper.text);
    assert.equal(app.sent.length, 0);
  });

  it('can be chosen by a coordinator of the programme where everybody may read them, once, ten of a side', async () => {
    const { deps, ask, linked, begin, published } = await office();
    const [link, text, draft] = [await linked({ role: 'mentor' }), await published(['nl']), await begin()];
    assert.equal(await failureOf(ask(link)), 'conflict not-for-path');
    assert.equal(await failureOf(ask(draft)), 'conflict not-for-path');
    assert.equal(await failureOf(ask('not-there')), 'conflict not-for-path');
    for (const _ of [1, 2]) await ask(text);
    await ask(link, 'mentor');
    const shown = await viewTraining(deps, writer, 'p1');
    const own = shown.courses.flatMap(({ id, side, own: state }) => (state ? [[id, side, state]] : []));
    assert.deepEqual(own, [
      [text, 'mentee', 'counts'],
      [link, 'mentor', 'counts'],
    ]);
    assert.deepEqual(shown.choices.find(({ id }) => id === link)?.sides, []);
    const deeds = (await deps.audit.list()).filter(({ what }) => what === 'training.path');
    assert.equal(deeds.length, 2);
    assert.equal(
      await failureOf(addToPath(deps, reader, 'p1', { side: 'mentee', courseId: text })),
      'not-found programme-gone',
    );
  });

  it('of two coordinators who add at once both count', async () => {
    const { deps, ask, linked } = await office();
    const ids = [await linked(), await linked(), await linked()];
    await Promise.all(ids.map((id) => ask(id)));
    const { courses } = await viewTraining(deps, writer, 'p1');
    assert.deepEqual(new Set(courses.flatMap(({ id, own }) => (own ? [id] : []))), new Set(ids));
  });

  it('are asked of nobody once withdrawn or for colleagues only, and what somebody did stays on the certificate', async () => {
    const { deps, finish, ask, linked, done } = await office();
    const [link, other] = [await linked(), await linked({ titles: { nl: 'De tweede', fr: '', de: '', en: '' } })];
    for (const id of [link, other]) await ask(id);
    await finish();
    await done(link);
    await withdrawCourse(deps, writer, link);
    const path = async () => (await myCourses(deps, who)).path.map(({ id }) => id).slice(3);
    assert.deepEqual(await path(), [other]);
    assert.equal((await myCourses(deps, who)).path.at(-1)?.language, 'nl');
    await setCourse(deps, writer, other, { binding: 'nl', colleaguesOnly: true, revision: 2 });
    assert.deepEqual(await path(), []);
    const { courses } = await viewTraining(deps, writer, 'p1');
    assert.deepEqual(
      courses.flatMap(({ own }) => own ?? []),
      ['withdrawn', 'colleagues-only'],
    );
    const paper = await readPdf((await certificateOf(deps, who, 'p1')).bytes);
    assert.ok(paper.text.includes('The guide'));
    for (const _ of [1, 2]) await takeFromPath(deps, writer, 'p1', { side: 'mentee', courseId: other });
    assert.deepEqual((await viewTraining(deps, writer, 'p1')).courses.length, 7);
  });
});

describe('a course of the organisation in chat', function () {
  this.timeout(60_000);

  it('is offered after Tandem’s, followed step by step to its end, and the same progress stands in the tab', async () => {
    const { app, deps, application, finish, ask, published, tap } = await office();
    const ownId = await published();
    await ask(ownId);
    await finish();
    await offerCourse(deps, application);
    await app.run();
    let card = app.cardsTo(person.id)[0]!;
    assert.match(textOf(card), /One short course|one more short course/i);
    assert.match(textOf(card), /One of them is from your own organisation/);
    card = await tap(card, 'Start');
    for (let turn = 0; turn < 20 && titlesOf(card)[0] !== 'Done'; turn += 1)
      card = titlesOf(card)[0] === 'Answer' ? await tap(card, 'Answer', { answer: '0' }) : await tap(card, 'Next');
    const half = await viewOwnCourse(deps, who, ownId);
    assert.ok(half.kind === 'text' && half.step > 2);
    card = await tap(card, 'Done');
    assert.match(textOf(card), /Your certificate is with your courses/);
    assert.ok((await viewOwnCourse(deps, who, ownId)).doneAt);
    await app.run();
    assert.equal((await trainingFigures(deps, 'p1')).done, 1);
  });

  it('that is a link is one card with the way to it and one press', async () => {
    const { app, deps, ask, linked, tap } = await office();
    const titles = { nl: 'De *gids*', fr: '', de: '', en: '' };
    const ownId = await linked({ isVideo: true, captions: ['nl'], titles, address: 'https://www.example.org/a_(b)' });
    await ask(ownId);
    await startInChat(deps, person.id, ownId);
    await app.run();
    const card = app.cardsTo(person.id)[0]!;
    assert.deepEqual(titlesOf(card), ['I have done this']);
    assert.match(textOf(card), /\(https:\/\/www\.example\.org\/a_%28b%29\)/);
    assert.match(textOf(card), /De \\\\\*gids/);
    assert.match(textOf(card), /You are reading it in: Dutch/);
    const end = await tap(card, 'I have done this');
    assert.match(textOf(end), /Well done/);
    assert.ok((await viewOwnCourse(deps, who, ownId)).doneAt);
    assert.equal(pageOfCourse(ownId), `/courses/own/${ownId}`);
  });

  it('is finished in the version that was begun, and pictures are said in words', async () => {
    const { app, deps, ask, published, publish, write, tap } = await office();
    const ownId = await published(['en']);
    await ask(ownId);
    await startInChat(deps, person.id, ownId);
    await app.run();
    let card = await tap(app.cardsTo(person.id)[0]!, 'Next');
    await write(ownId, 'en', example('en').replaceAll(/^## /gm, '## New: '));
    await publish(ownId, { onlyThese: true });
    card = await tap(card, 'Answer', { answer: '0' }).catch(() => tap(card, 'Next'));
    assert.doesNotMatch(textOf(card), /New: /);
  });

  it('is not sent where it was withdrawn before it could be', async () => {
    const { app, deps, linked } = await office();
    const ownId = await linked();
    await startInChat(deps, person.id, ownId);
    await withdrawCourse(deps, writer, ownId);
    await app.run();
    assert.deepEqual([app.cardsTo(person.id), await deps.outbox.failed()], [[], []]);
  });
});
