import assert from 'node:assert/strict';
import { isFailure, type FailureCode } from '../../../src/platform/errors.ts';
import { setPreferences } from '../../../src/features/people/usecases.ts';
import { answers, buffered, marks } from '../../../src/features/release/answers/store.ts';
import {
  answerPageOf,
  answerSurvey,
  askAudience,
  surveysToAnswer,
} from '../../../src/features/surveys/answering/usecases.ts';
import { surveysActions } from '../../../src/features/surveys/bot.ts';
import { listSurveys, surveyPageOf } from '../../../src/features/surveys/results/usecases.ts';
import { askedRows } from '../../../src/features/surveys/store.ts';
import {
  audienceCounts,
  cancelSurvey,
  changeSurvey,
  closeSurvey,
  copySurvey,
  createSurvey,
  findSurvey,
  openSurvey,
} from '../../../src/features/surveys/usecases.ts';
import { aPerson, callerFor, press } from '../../support/app.ts';
import { lastDay, organisation, saying, supportItems } from './surveys.ts';

const failure = (reason: string, code?: FailureCode) => (error: unknown) =>
  isFailure(error, code) && error.reason === reason;

describe('a survey', () => {
  it('is made, opened and seen by coordinators only', async () => {
    const { deps, people, coordinator } = await organisation();
    const draft = { audience: { kind: 'everybody' as const }, closesOn: lastDay };
    const somebody = callerFor(people[1]!);
    await assert.rejects(createSurvey(deps, somebody, draft), failure('survey-gone', 'not-found'));
    const { id } = await createSurvey(deps, coordinator, draft);
    for (const verb of [openSurvey, closeSurvey, cancelSurvey, surveyPageOf])
      await assert.rejects(verb(deps, somebody, id), failure('survey-gone', 'not-found'));
    await assert.rejects(openSurvey(deps, coordinator, 'unknown'), failure('survey-gone', 'not-found'));
  });

  it('says next to the field what is wrong with the last day or with too small an audience', async () => {
    const { deps, coordinator } = await organisation();
    const all = { kind: 'everybody' as const };
    const tooSmall = { kind: 'departments' as const, departments: ['Nowhere'] };
    const wrong = [
      { draft: { audience: all, closesOn: '2026-03-03' }, field: 'closesOn', reason: 'closes-too-soon' },
      { draft: { audience: all, closesOn: '2026-07-03' }, field: 'closesOn', reason: 'closes-too-late' },
      { draft: { audience: tooSmall, closesOn: lastDay }, field: 'audience', reason: 'audience-too-small' },
    ];
    for (const { draft, field, reason } of wrong)
      await assert.rejects(
        createSurvey(deps, coordinator, draft),
        (error) => isFailure(error, 'bad-input') && error.fields[0]?.field === field && error.reason === reason,
      );
  });

  it('can be changed as long as nobody is asked, and is what it was then for good', async () => {
    const { deps, coordinator } = await organisation();
    const draft = { audience: { kind: 'everybody' as const }, closesOn: lastDay };
    const { id } = await createSurvey(deps, coordinator, { ...draft, set: 'pulse' });
    await changeSurvey(deps, coordinator, id, { ...draft, asks: ['talk-open', 'time'], remindOn: ['2026-03-10'] });
    const opened = await openSurvey(deps, coordinator, id);
    assert.deepEqual([opened.set, opened.items.map((one) => one.id)], ['pulse', ['talk-open', 'time']]);
    await assert.rejects(changeSurvey(deps, coordinator, id, draft), failure('survey-over', 'conflict'));
    const copy = await copySurvey(deps, coordinator, id);
    assert.deepEqual([copy.state, copy.items, copy.audience], ['draft', opened.items, opened.audience]);
    assert.notEqual(copy.id, id);
    assert.equal((await findSurvey(deps, id))?.state, 'open');
    const [own] = (await listSurveys(deps, coordinator)).filter((one) => one.id === copy.id);
    assert.equal(own?.title, 'How is it going?');
  });

  it('asks everybody in the audience once, and nobody before it is opened', async () => {
    const { app, deps, people, coordinator } = await organisation();
    assert.deepEqual((await audienceCounts(deps, coordinator)).departments, [
      { name: 'Care', people: 12 },
      { name: 'Finance', people: 12 },
    ]);
    const audience = { kind: 'departments' as const, departments: ['Care'] };
    const { id } = await createSurvey(deps, coordinator, { audience, closesOn: lastDay });
    await app.run();
    assert.equal(app.sent.length, 0);
    await Promise.allSettled([openSurvey(deps, coordinator, id), openSurvey(deps, coordinator, id)]);
    await openSurvey(deps, coordinator, id);
    await app.run();
    assert.deepEqual(new Set(app.sent.map(({ to }) => to)), new Set(people.slice(12).map((one) => one.id)));
    assert.equal(app.sent.length, 12);
    assert.equal((await findSurvey(deps, id))?.asked, 12);
    assert.deepEqual(
      (await surveysToAnswer(deps, people[12]!.id)).map((one) => one.id),
      [id],
    );
    assert.deepEqual(await surveysToAnswer(deps, people[0]!.id), []);
  });

  it('leaves in peace whoever does not want to be asked, and can be answered in the tab all the same', async () => {
    const { app, deps, people, open } = await organisation();
    await setPreferences(deps, people[3]!.id, { doNotAsk: true });
    const id = await open();
    assert.equal(app.cardsTo(people[3]!.id).length, 0);
    assert.equal(await answerSurvey(deps, people[3]!.id, id, saying(4)), 'kept');
  });

  it('is answered in its card, once; a second press is told kindly', async () => {
    const { app, deps, people, open } = await organisation();
    const id = await open();
    const who = callerFor(people[5]!);
    const [card] = app.cardsTo(who.personId);
    const inputs = { ...Object.fromEntries(supportItems.map((item) => [item.id, '4'])), ask: 'skipped', other: 'x' };
    const at = { card: card!, title: 'Send my answers', inputs };
    const first = await press(deps, surveysActions, who, at);
    assert.ok(first.kind === 'card' && first.card.summary === 'Thank you for answering');
    assert.equal(JSON.stringify(first).includes('"4"'), false, 'the reply does not repeat what was said');
    const second = await press(deps, surveysActions, who, at);
    assert.ok(second.kind === 'card' && second.card.summary === 'You have already answered');
    const [kept] = await buffered.list(deps.tables, id);
    assert.deepEqual(kept?.value, {
      ratings: Object.fromEntries(supportItems.filter((item) => item.id !== 'ask').map((item) => [item.id, 4])),
      texts: {},
      of: { department: 'Finance', site: 'Ghent' },
    });
    assert.equal((await buffered.list(deps.tables, id)).length, 1);
  });

  it('wants an answer to every question in its card, or a "no"', async () => {
    const { app, deps, people, open } = await organisation();
    const id = await open();
    const who = callerFor(people[5]!);
    const [card] = app.cardsTo(who.personId);
    const inputs = Object.fromEntries(supportItems.map((item) => [item.id, '4']));
    const send = (over: object) =>
      press(deps, surveysActions, who, { card: card!, title: 'Send my answers', inputs: { ...inputs, ...over } });
    await assert.rejects(send({ time: '6' }), failure('wrong', 'bad-input'));
    await assert.rejects(send({ time: '' }), failure('missing', 'bad-input'));
    assert.equal((await buffered.list(deps.tables, id)).length, 0);
  });

  it('opens as a page from its card', async () => {
    const { app, deps, people, open } = await organisation();
    const id = await open();
    const [card] = app.cardsTo(people[5]!.id);
    const reply = await press(deps, surveysActions, callerFor(people[5]!), { card: card!, title: 'Answer on a page' });
    assert.equal(reply.kind === 'dialog' && reply.path, `/surveys/${id}/answer`);
  });

  it('takes one answer of a person, also when two are sent at once', async () => {
    const { deps, people, open } = await organisation();
    const id = await open();
    const sent = [1, 2, 3].map((rating) => answerSurvey(deps, people[0]!.id, id, saying(rating)));
    assert.deepEqual((await Promise.all(sent)).toSorted(), ['already-answered', 'already-answered', 'kept']);
    assert.equal((await buffered.list(deps.tables, id)).length, 1);
    assert.equal((await answerPageOf(deps, callerFor(people[0]!), id)).state, 'answered');
    assert.deepEqual(await surveysToAnswer(deps, people[0]!.id), []);
  });

  it('is not there for whoever is not asked', async () => {
    const { deps, people, open } = await organisation();
    const id = await open({ kind: 'departments', departments: ['Care'] });
    await assert.rejects(answerSurvey(deps, people[0]!.id, id, saying(4)), failure('survey-gone', 'not-found'));
    await assert.rejects(answerPageOf(deps, callerFor(people[0]!), id), failure('survey-gone', 'not-found'));
  });

  it('closes by itself after its last day, and later answers are refused kindly', async () => {
    const { app, deps, people, coordinator, open, answer } = await organisation();
    const id = await open();
    await answer(id, 1, 2, 3, 4, 5, 5);
    app.pass({ days: 14 });
    await app.run();
    assert.equal((await findSurvey(deps, id))?.state, 'open', 'the last day belongs to it');
    app.pass({ hours: 14 });
    assert.equal(await answerSurvey(deps, people[20]!.id, id, saying(4)), 'closed', 'also when the task is late');
    await app.run();
    assert.equal((await findSurvey(deps, id))?.state, 'closed');
    assert.equal(await answerSurvey(deps, people[20]!.id, id, saying(4)), 'closed');
    const page = await surveyPageOf(deps, coordinator, id);
    assert.deepEqual([page.results?.isFinal, page.results?.responses], [true, { kind: '5-to-9' }]);
    assert.deepEqual(await surveysToAnswer(deps, people[20]!.id), []);
  });

  it('closes early only when there is something to show', async () => {
    const { deps, coordinator, open, answer } = await organisation();
    const id = await open();
    await answer(id, 1, 2, 3, 4);
    assert.equal((await surveyPageOf(deps, coordinator, id)).mayClose, false);
    await assert.rejects(closeSurvey(deps, coordinator, id), failure('too-few-to-close', 'conflict'));
    await answer(id, 5);
    assert.equal((await surveyPageOf(deps, coordinator, id)).mayClose, true);
    assert.equal((await closeSurvey(deps, coordinator, id)).state, 'closed');
    assert.equal((await closeSurvey(deps, coordinator, id)).state, 'closed', 'pressed twice is once');
    await assert.rejects(cancelSurvey(deps, coordinator, id), failure('survey-over', 'conflict'));
  });

  it('leaves nothing of what was said when it is called off', async () => {
    const { app, deps, coordinator, open, answer } = await organisation();
    const id = await open();
    await answer(id, 1, 2, 3, 4, 5, 5, 4);
    await cancelSurvey(deps, coordinator, id);
    await app.run();
    for (const rows of [answers, buffered, marks]) assert.equal((await rows.list(deps.tables, id)).length, 0);
    await assert.rejects(openSurvey(deps, coordinator, id), failure('survey-over', 'conflict'));
    assert.equal((await surveyPageOf(deps, coordinator, id)).results, undefined);
  });
});

describe('asking many', () => {
  it('goes on in steps, and asks nobody twice when a step is repeated', async () => {
    const { app, deps, coordinator } = await organisation();
    await app.addPeople(...Array.from({ length: 450 }, (_, number) => aPerson(number + 100)));
    const { id } = await createSurvey(deps, coordinator, { audience: { kind: 'everybody' }, closesOn: lastDay });
    await openSurvey(deps, coordinator, id);
    // Storage takes ten seconds for a batch: a step ends before its lease does.
    let seconds = 0;
    const slow = { ...deps, clock: { ...deps.clock, machine: () => (seconds += 10) * 1000 } };
    assert.ok(await askAudience(slow, id), 'there is more to do after the first step');
    assert.equal((await askedRows.list(deps.tables, id)).length, 3 * 45);
    assert.equal(await askAudience(deps, id), undefined);
    assert.equal(await askAudience(deps, id), undefined);
    assert.equal((await askedRows.list(deps.tables, id)).length, 474);
    const sends = (await deps.outbox.tasksOf('surveys', id)).filter((task) => task.job === 'surveys.send');
    assert.deepEqual([sends.length, (await findSurvey(deps, id))?.asked], [474, 474]);
  });
});
