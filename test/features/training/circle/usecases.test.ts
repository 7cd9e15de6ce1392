import assert from 'node:assert/strict';
import { pinQuestion, readRemoval, removeText } from '../../../../src/features/training/circle/hosting/usecases.ts';
import {
  joinCircle,
  leaveAllCircles,
  leaveCircle,
  leaveWithdrawn,
} from '../../../../src/features/training/circle/leaving/usecases.ts';
import { mostPinned } from '../../../../src/features/training/circle/model.ts';
import { circleMembers, circleRemovals, circleTexts } from '../../../../src/features/training/circle/store.ts';
import { circlesOf, viewCircle, viewQuestion } from '../../../../src/features/training/circle/usecases.ts';
import { changeText, sayHelped, takeBackText } from '../../../../src/features/training/circle/writing/usecases.ts';
import { circleJobs } from '../../../../src/features/training/circle/jobs.ts';
import { homeOf } from '../../../../src/features/insights/usecases.ts';
import { applications } from '../../../../src/features/recruitment/store.ts';
import { onlyRow, programmes } from '../../../../src/features/programmes/store.ts';
import type { Caller } from '../../../../src/platform/doors.ts';
import { aPerson, callerFor } from '../../../support/app.ts';
import { circleWith, coordinator, host, menteeAt, mentorAt, nameAt, reasonIs, type Circle } from './circle.ts';
import type { TextChange } from '../../../../src/features/training/circle/model.ts';

const at = { programmeId: 'p1', questionId: 'q1', textId: 'q1' };
const answerAt = { ...at, textId: 'a1' };
const [one, other, third] = [mentorAt(0), mentorAt(1), mentorAt(2)];
const read = ({ deps }: Circle, who: Caller, id = 'q1') => viewQuestion(deps, who, 'p1', id);
const titles = async ({ deps }: Circle, who: Caller, query = {}) =>
  (await viewCircle(deps, who, 'p1', query)).rows.map(({ id }) => id);

describe('the mentors’ circle', function () {
  this.timeout(180_000);

  it('is for mentors who joined and for hosts, and says to a mentor beforehand what it is and nothing that is in it', async () => {
    const circle = await circleWith(5, { joined: 2 });
    await circle.ask(one, 'q1');
    const before = await viewCircle(circle.deps, third, 'p1', {});
    assert.deepEqual([before.joined, before.seat, before.rows, before.topics], [false, 'mentor', [], []]);
    await assert.rejects(read(circle, third), reasonIs('circle-not-joined'));
    await assert.rejects(circle.ask(third, 'q2'), reasonIs('circle-not-joined'));
    for (const _ of [1, 2]) await joinCircle(circle.deps, third, 'p1');
    assert.deepEqual(await titles(circle, third), ['q1']);
    assert.deepEqual(await titles(circle, host), ['q1']);
    for (const stranger of [menteeAt(0), callerFor(aPerson(77)), callerFor(coordinator)])
      await assert.rejects(viewCircle(circle.deps, stranger, 'p1', {}), reasonIs('programme-gone'));
  });

  it('shows a name where its writer put it, to members and hosts alike, and none elsewhere', async () => {
    const circle = await circleWith(5);
    await circle.ask(one, 'q1');
    await circle.answer(other, 'q1', 'a1', { nameless: true });
    await circle.answer(host, 'q1', 'a2');
    for (const reader of [third, host]) {
      const { question, answers } = await read(circle, reader);
      assert.deepEqual([question.name, ...answers.map(({ name }) => name)], [nameAt(0), undefined, coordinator.name]);
      assert.deepEqual(
        answers.map(({ asHost }) => asHost),
        [false, true],
      );
    }
    const { answers } = await read(circle, other);
    assert.deepEqual(
      answers.map(({ mine }) => mine),
      [true, false],
      'its writer finds it again',
    );
  });

  it('is one text for a double press, of a question and of an answer', async () => {
    const circle = await circleWith(5);
    await Promise.all([circle.ask(one, 'q1'), circle.ask(one, 'q1')]);
    await Promise.all([circle.answer(other, 'q1', 'a1'), circle.answer(other, 'q1', 'a1')]);
    await circle.answer(other, 'q1', 'a1');
    assert.equal((await circleTexts.list(circle.deps.tables, 'p1')).length, 2);
    const others = reasonIs('changed-meanwhile');
    await assert.rejects(circle.ask(one, 'q1', { title: 'Something else?' }), others, 'no question is lost in silence');
    await assert.rejects(circle.answer(other, 'q1', 'a1', { text: 'Something else' }), others);
    await assert.rejects(circle.ask(third, 'q1'), reasonIs('changed-meanwhile'));
  });

  it('keeps the answers of two at once, and their order', async () => {
    const circle = await circleWith(5);
    await circle.ask(one, 'q1');
    await Promise.all([circle.answer(other, 'q1', 'a1'), circle.answer(third, 'q1', 'a2')]);
    await circle.answer(one, 'q1', 'a0');
    const { answers } = await read(circle, one);
    assert.equal(answers.length, 3);
    assert.equal(answers.at(-1)?.id, 'a0');
  });

  it('takes no name of the directory, number or address, and lets its writer say that a word is no name', async () => {
    const circle = await circleWith(5);
    await circle.app.addPeople(aPerson(77, { name: 'Rose Vermeulen', givenName: 'Rose' }));
    const looked = await circle.ask(one, 'q1', { title: 'What would Rose Vermeulen do?', text: 'Call 0470 12 34 56.' });
    assert.equal(looked.outcome, 'names');
    if (looked.outcome === 'names')
      assert.deepEqual(
        [looked.inTitle.map(({ words }) => words), looked.inText.map(({ kind }) => kind)],
        [['Rose Vermeulen'], ['phone']],
      );
    assert.equal(
      (await circle.ask(one, 'q1', { text: 'yotaa is quiet' })).outcome,
      'names',
      'the own mentee, in small letters',
    );
    assert.deepEqual(await circleTexts.list(circle.deps.tables, 'p1'), []);
    const allowed = { text: 'In autumn, Rose is a colour', notNames: ['Rose'] };
    assert.equal((await circle.ask(one, 'q1', allowed)).outcome, 'kept');
    const number = { text: 'Call 0470 12 34 56', notNames: ['0470 12 34 56'] };
    assert.equal((await circle.answer(other, 'q1', 'a1', number)).outcome, 'names', 'a number is never no name');
    const change = { text: 'ask j.v@example.test', language: 'en', notNames: [], version: 1 } satisfies TextChange;
    assert.equal((await changeText(circle.deps, one, at, change)).outcome, 'names');
  });

  it('lets nobody write without a name among fewer than five mentors, nor a host', async () => {
    const four = await circleWith(4);
    await assert.rejects(four.ask(one, 'q1', { nameless: true }), reasonIs('circle-few'));
    assert.equal((await viewCircle(four.deps, one, 'p1', {})).mayNameless, false);
    const five = await circleWith(5);
    assert.equal((await five.ask(one, 'q1', { nameless: true })).outcome, 'kept');
    await assert.rejects(five.ask(host, 'q2', { nameless: true }), reasonIs('circle-host-named'));
    assert.deepEqual(await titles(five, host), ['q1'], 'nothing was kept under a name instead');
  });

  it('is changed by its writer alone, on its day and the next, and never over a change that was not seen', async () => {
    const circle = await circleWith(5);
    await circle.ask(one, 'q1', { nameless: true });
    const change = {
      title: 'How do you go on?',
      text: 'Later',
      topic: 'ending',
      language: 'fr',
      notNames: [],
    } satisfies Omit<TextChange, 'version'>;
    for (const who of [other, host])
      await assert.rejects(changeText(circle.deps, who, at, { ...change, version: 1 }), reasonIs('circle-gone'));
    circle.app.pass({ days: 1 });
    await changeText(circle.deps, one, at, { ...change, version: 1 });
    const { question } = await read(circle, other);
    assert.deepEqual([question.title, question.language, question.name], ['How do you go on?', 'fr', undefined]);
    await assert.rejects(changeText(circle.deps, one, at, { ...change, version: 1 }), reasonIs('circle-changed'));
    circle.app.pass({ days: 1 });
    assert.equal((await read(circle, one)).question.mayChange, false);
    await assert.rejects(changeText(circle.deps, one, at, { ...change, version: 2 }), reasonIs('circle-too-late'));
  });

  it('is taken back at any time, a question with its answers, also after the close', async () => {
    const circle = await circleWith(5);
    await circle.ask(one, 'q1');
    await circle.answer(other, 'q1', 'a1');
    for (const who of [third, host])
      await assert.rejects(takeBackText(circle.deps, who, answerAt), reasonIs('circle-gone'));
    await takeBackText(circle.deps, other, answerAt);
    await circle.answer(other, 'q1', 'a2');
    const row = (await programmes.find(circle.deps.tables, 'p1', onlyRow))!;
    await circle.deps.tables.commit([programmes.replace(row, { ...row.value, stage: 'close' })]);
    await assert.rejects(circle.answer(third, 'q1', 'a3'), reasonIs('circle-over'));
    await takeBackText(circle.deps, one, at);
    assert.deepEqual(await circleTexts.list(circle.deps.tables, 'p1'), []);
    await assert.rejects(read(circle, other), reasonIs('circle-gone'));
  });

  it('counts whom an answer helped, once each, and not its writer', async () => {
    const circle = await circleWith(5);
    await circle.ask(one, 'q1');
    await circle.answer(other, 'q1', 'a1');
    await Promise.all([one, third, third].map((who) => sayHelped(circle.deps, who, answerAt, true)));
    const seen = async (who: Caller) =>
      (await read(circle, who)).answers.map(({ helped, helpedMe }) => [helped, helpedMe]);
    assert.deepEqual([await seen(one), await seen(other)], [[[2, true]], [[2, false]]]);
    await sayHelped(circle.deps, third, answerAt, false);
    assert.deepEqual(await seen(one), [[1, true]]);
    await assert.rejects(sayHelped(circle.deps, other, answerAt, true), reasonIs('circle-own-answer'));
    await assert.rejects(sayHelped(circle.deps, other, at, true), reasonIs('circle-gone'));
  });

  it('lets a host pin three questions, and take out a text with a reason that its writer alone reads', async () => {
    const circle = await circleWith(5);
    const { deps } = circle;
    for (const id of ['q1', 'q2', 'q3', 'q4']) await circle.ask(one, id, { nameless: true });
    for (const id of ['q2', 'q3', 'q4']) await pinQuestion(deps, host, { programmeId: 'p1', questionId: id }, true);
    await assert.rejects(pinQuestion(deps, host, at, true), reasonIs('circle-pins-full'));
    assert.equal(mostPinned, 3);
    await assert.rejects(pinQuestion(deps, one, at, true), reasonIs('circle-gone'));
    await circle.answer(other, 'q1', 'a1', { nameless: true });
    await circle.answer(third, 'q1', 'a2', { nameless: true });
    await assert.rejects(removeText(deps, other, at, 'Because I say so'), reasonIs('circle-gone'));
    await removeText(deps, host, answerAt, 'It tells what a mentee said');
    const told = async (who: Caller) =>
      (await viewCircle(deps, who, 'p1', {})).removals.map(({ what, why }) => `${what}: ${why}`);
    assert.deepEqual(await told(other), ['answer: It tells what a mentee said']);
    await removeText(deps, host, at, 'It is about one person');
    assert.deepEqual(await told(one), ['question: It is about one person']);
    assert.deepEqual(await told(third), ['answer-with-question: It is about one person']);
    assert.deepEqual(await told(host), []);
    await assert.rejects(readRemoval(deps, host, 'p1', 'q1'), reasonIs('circle-gone'));
    await readRemoval(deps, one, 'p1', 'q1');
    assert.deepEqual(await told(one), []);
    const deeds = (await deps.audit.list()).filter(({ what }) => what === 'circle.removed');
    assert.deepEqual(
      deeds.map(({ outcome }) => outcome),
      ['answer', 'question'],
    );
  });

  it('is left without the name, or with everything that one wrote', async () => {
    const circle = await circleWith(5);
    const { deps } = circle;
    await circle.ask(one, 'q1');
    await circle.answer(other, 'q1', 'a1', { nameless: true });
    await circle.answer(third, 'q1', 'a2');
    await removeText(deps, host, { ...at, textId: 'a2' }, 'A name of somebody');
    for (const _ of [1, 2]) await leaveCircle(deps, one, 'p1', 'keep-texts');
    await assert.rejects(read(circle, one), reasonIs('circle-not-joined'));
    assert.equal((await read(circle, host)).question.name, undefined);
    assert.doesNotMatch(JSON.stringify(await circleTexts.list(deps.tables, 'p1')), new RegExp(one.personId));
    await joinCircle(deps, one, 'p1');
    assert.deepEqual(
      [(await read(circle, one)).question.mine, (await read(circle, one)).question.name],
      [true, undefined],
    );
    await leaveCircle(deps, third, 'p1', 'take-back');
    assert.deepEqual(await circleRemovals.list(deps.tables, 'p1'), []);
    await leaveCircle(deps, one, 'p1', 'take-back');
    assert.deepEqual(await circleTexts.list(deps.tables, 'p1'), [], 'the answer of the other goes with its question');
  });

  it('loses the name of who withdraws once no pair goes on, and of who leaves the organisation', async () => {
    const circle = await circleWith(5);
    const { deps } = circle;
    await circle.ask(one, 'q1');
    await circle.ask(other, 'q2');
    const withdrawn = {
      ...(await applications.find(deps.tables, 'p1', one.personId))!.value,
      status: 'withdrawn',
    } as const;
    await leaveWithdrawn(deps, withdrawn);
    assert.equal((await read(circle, host)).question.name, nameAt(0), 'the pair goes on');
    await circle.endPair(0);
    for (const _ of [1, 2]) await leaveWithdrawn(deps, withdrawn);
    assert.equal((await read(circle, host)).question.name, undefined);
    await leaveAllCircles(deps, other.personId);
    assert.equal((await read(circle, host, 'q2')).question.name, undefined);
    assert.doesNotMatch(JSON.stringify(await circleTexts.list(deps.tables, 'p1')), /personId/);
  });

  it('is found by topic, language, words, what waits and what is mine, with the topics that there are', async () => {
    const circle = await circleWith(5);
    await circle.ask(one, 'q1', { topic: 'ending', language: 'nl', title: 'Hoe rond je af?' });
    await circle.ask(other, 'q2');
    await circle.answer(one, 'q2', 'a1');
    assert.deepEqual(await titles(circle, third, { topic: 'ending' }), ['q1']);
    assert.deepEqual(await titles(circle, third, { language: 'en' }), ['q2']);
    assert.deepEqual(await titles(circle, third, { search: 'went well' }), ['q2']);
    assert.deepEqual(await titles(circle, third, { show: 'unanswered' }), ['q1']);
    assert.deepEqual(await titles(circle, third, { show: 'mine' }), []);
    assert.deepEqual((await titles(circle, one, { show: 'mine' })).toSorted(), ['q1', 'q2']);
    assert.deepEqual((await viewCircle(circle.deps, third, 'p1', {})).topics, ['first-meeting', 'ending']);
  });

  it('stands on the first page of its mentors with what is new, and sends nothing to anybody', async () => {
    const circle = await circleWith(5, { joined: 4 });
    await circle.ask(one, 'q1');
    await circle.answer(other, 'q1', 'a1');
    const line = async (who: Caller) =>
      (await circlesOf(circle.deps, who)).map(({ joined, recent }) => [joined, recent]);
    assert.deepEqual(
      [await line(other), await line(mentorAt(4)), await line(menteeAt(0))],
      [[[true, 1]], [[false, 0]], []],
    );
    assert.deepEqual(await line({ ...other, isGuest: true }), []);
    const home = await homeOf({ ...circle.deps, calendar: {} as never }, { ...menteeAt(0), isGuest: true });
    assert.deepEqual([home.circles, home.resources.length], [[], 1]);
    circle.app.pass({ days: 14 });
    assert.deepEqual(await line(other), [[true, 0]]);
    assert.deepEqual(circle.app.sent, []);
  });

  it('is gone a year after the last day, with who had joined, and not before', async () => {
    const circle = await circleWith(5, { jobs: circleJobs });
    const { app, deps } = circle;
    await circle.ask(one, 'q1');
    await circle.ask(other, 'q2');
    await removeText(deps, host, { ...at, questionId: 'q2', textId: 'q2' }, 'It names somebody');
    app.pass({ days: 365 + 300 });
    await app.run();
    assert.equal((await circleTexts.list(deps.tables, 'p1')).length, 1);
    app.pass({ days: 10 });
    await app.run();
    const left = await Promise.all([
      circleTexts.list(deps.tables, 'p1'),
      circleRemovals.list(deps.tables, 'p1'),
      circleMembers.list(deps.tables, one.personId),
    ]);
    assert.deepEqual(left, [[], [], []]);
  });
});
