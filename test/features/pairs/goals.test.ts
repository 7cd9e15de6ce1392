import assert from 'node:assert/strict';
import fc from 'fast-check';
import { answersFrom } from '../../../src/features/insights/goals/usecases.ts';
import { countFacts } from '../../../src/features/insights/quality/facts/usecases.ts';
import { qualityOf } from '../../../src/features/insights/quality/usecases.ts';
import { homeOf } from '../../../src/features/insights/usecases.ts';
import { goalOutcomes, smartAsks, type GoalOutcome } from '../../../src/features/pairs/goals/model.ts';
import { sentenceOf, wordOf } from '../../../src/features/pairs/goals/rules.ts';
import { planSettling, releaseGoals, settleGoals } from '../../../src/features/pairs/goals/settling/usecases.ts';
import {
  addNote,
  addStep,
  changeGoal,
  makeGoal,
  putAside,
  removeGoal,
  removeStep,
  sayOutcome,
  takeBackNote,
  tickStep,
  viewGoals,
} from '../../../src/features/pairs/goals/usecases.ts';
import { endPair, roundOff } from '../../../src/features/pairs/life/usecases.ts';
import { goalNotes, goalSteps } from '../../../src/features/pairs/goals/store.ts';
import { pairs } from '../../../src/features/pairs/store.ts';
import { findPair } from '../../../src/features/pairs/usecases.ts';
import { readyGoal } from '../../../src/features/programmes/goals/rules.ts';
import { programmes } from '../../../src/features/programmes/store.ts';
import { day } from '../../../src/platform/clock.ts';
import type { JobResult } from '../../../src/platform/doors.ts';
import { languages } from '../../../src/platform/words.ts';
import { aPerson, callerFor } from '../../support/app.ts';
import { at, mentee, mentor, office, reasonIs } from '../../support/times-office.ts';

const [me, them] = [callerFor(mentee), callerFor(mentor)];

describe('the goals of a mentee', () => {
  it('are made, changed, put aside, taken up and removed by the mentee, and read by both', async () => {
    const { deps } = await office();
    const goal = await makeGoal(deps, me, at, { text: 'Speak up', until: '2026-06-30' });
    assert.equal((await makeGoal(deps, me, at, { text: 'Speak up' })).id, goal.id, 'the same press twice is one');
    const one = { ...at, pairGoalId: goal.id };
    await changeGoal(deps, me, one, { text: 'Speak up in meetings' });
    assert.notEqual((await makeGoal(deps, me, at, { text: 'Speak up' })).id, goal.id, 'the same words are a new goal');
    const seen = async () => (await viewGoals(deps, them, at)).goals.map(({ text, dropped }) => [text, dropped]);
    assert.deepEqual(await seen(), [
      ['Speak up in meetings', false],
      ['Speak up', false],
    ]);
    await putAside(deps, me, one, true);
    assert.deepEqual((await seen()).at(-1), ['Speak up in meetings', true]);
    await putAside(deps, me, one, false);
    await removeGoal(deps, me, one);
    await removeGoal(deps, me, one);
    assert.equal((await seen()).length, 1);
    const refused = reasonIs('goals-of-mentee');
    await assert.rejects(makeGoal(deps, them, at, { text: 'x' }), refused);
    await assert.rejects(sayOutcome(deps, them, one, 'reached'), refused);
  });

  it('have steps that are ticked and notes of both, each of which is taken back by its writer', async () => {
    const { deps } = await office();
    const { id: pairGoalId } = await makeGoal(deps, me, at, { text: 'Speak up' });
    const goal = { ...at, pairGoalId };
    await addStep(deps, me, goal, { text: 'Prepare a point', until: '2026-04-01' });
    await addStep(deps, me, goal, { text: 'Prepare a point' });
    await addNote(deps, me, goal, { text: 'It went well' });
    await addNote(deps, them, goal, { text: 'Well done', meetingId: 'm1' });
    const [one] = (await viewGoals(deps, me, at)).goals;
    assert.equal(one?.steps.length, 1);
    const goalStepId = one?.steps[0]?.id ?? '';
    await tickStep(deps, me, { ...goal, goalStepId }, true);
    await assert.rejects(tickStep(deps, them, { ...goal, goalStepId }, false), reasonIs('goals-of-mentee'));
    const theirs = one?.notes.find(({ mine }) => !mine);
    assert.equal(theirs?.meetingId, 'm1');
    await assert.rejects(takeBackNote(deps, me, { ...goal, goalNoteId: theirs?.id ?? '' }), reasonIs('not-your-note'));
    await takeBackNote(deps, them, { ...goal, goalNoteId: theirs?.id ?? '' });
    assert.equal((await viewGoals(deps, me, at)).goals[0]?.steps[0]?.done, true);
    await removeStep(deps, me, { ...goal, goalStepId });
    // A note stays its writer's also when the pair has ended.
    await addNote(deps, me, goal, { text: 'Written too much' });
    const tooMuch = (await viewGoals(deps, me, at)).goals[0]?.notes.find(({ text }) => text === 'Written too much');
    await endPair(deps, mentor.id, at.programmeId, at.pairId, 'not-said');
    await takeBackNote(deps, me, { ...goal, goalNoteId: tooMuch?.id ?? '' });
    const [left] = (await viewGoals(deps, me, at)).goals;
    assert.deepEqual([left?.steps.length, left?.notes.map(({ text }) => text)], [0, ['It went well']]);
  });

  it('go whole, also when a step is ticked or a note comes while they are removed', async () => {
    const { deps } = await office();
    const { id: pairGoalId } = await makeGoal(deps, me, at, { text: 'Speak up' });
    const goal = { ...at, pairGoalId };
    await addStep(deps, me, goal, { text: 'Prepare a point' });
    const goalStepId = (await viewGoals(deps, me, at)).goals[0]?.steps[0]?.id ?? '';
    const { commit } = deps.tables;
    let meanwhile: (() => Promise<unknown>) | undefined = () => tickStep(deps, me, { ...goal, goalStepId }, true);
    deps.tables.commit = async (changes) => {
      const first = meanwhile;
      meanwhile = undefined;
      await first?.();
      return commit(changes);
    };
    await removeGoal(deps, me, goal);
    assert.deepEqual((await viewGoals(deps, me, at)).goals, []);

    const { id } = await makeGoal(deps, me, at, { text: 'Ask for help' });
    const other = { ...at, pairGoalId: id };
    meanwhile = () => removeGoal(deps, me, other);
    await assert.rejects(addNote(deps, them, other, { text: 'Well done' }), reasonIs('pair-goal-gone'));
    assert.deepEqual(await goalNotes.list(deps.tables, at.programmeId, at.pairId), []);
    assert.deepEqual(await goalSteps.list(deps.tables, at.programmeId, at.pairId), []);
  });

  it('stay with the mentee when the pair was left, and with both when they rounded it off', async () => {
    const left = await office();
    const goal = await makeGoal(left.deps, me, at, { text: 'Speak up' });
    await endPair(left.deps, mentor.id, at.programmeId, at.pairId, 'not-said');
    await assert.rejects(viewGoals(left.deps, them, at), reasonIs('no-goals-here'));
    assert.ok((await homeOf(left.deps, me)).next.some(({ kind }) => kind === 'say-outcomes'));
    await sayOutcome(left.deps, me, { ...at, pairGoalId: goal.id }, 'partly');
    assert.equal((await viewGoals(left.deps, me, at)).goals[0]?.outcome, 'partly');
    assert.ok(!(await homeOf(left.deps, me)).next.some(({ kind }) => kind === 'say-outcomes'));

    const together = await office();
    await makeGoal(together.deps, me, at, { text: 'Speak up' });
    await roundOff(together.deps, mentee.id, at.programmeId, at.pairId);
    assert.equal((await viewGoals(together.deps, them, at)).goals.length, 1);
    await assert.rejects(
      addNote(together.deps, them, { ...at, pairGoalId: goal.id }, { text: 'x' }),
      reasonIs('pair-not-active'),
    );
  });
});

describe('the helper for goals', () => {
  const answers = { what: 'speak up in meetings.', sign: 'three of four', way: '', why: ' I want to be seen ' };

  it('makes a sentence of whatever was answered, in each language, and refuses nothing', () => {
    assert.equal(
      sentenceOf('en', answers, '30 June 2026'),
      'By 30 June 2026 I want to speak up in meetings. I notice it by this: three of four. It matters to me for this: I want to be seen.',
    );
    const nothing = { what: '', sign: '', way: '', why: '' };
    for (const language of languages) {
      assert.equal(sentenceOf(language, nothing, undefined), '');
      for (const ask of smartAsks) {
        const said = sentenceOf(language, { ...nothing, [ask]: 'abc' }, undefined);
        assert.ok(said.includes('abc') && said.endsWith('.'), said);
      }
    }
  });

  it('keeps every word that was typed, whatever it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...languages), fc.string({ minLength: 1 }), (language, typed) => {
        const bare = typed.trim().replace(/[.\s]+$/, '');
        const said = sentenceOf(language, { what: typed, sign: '', way: '', why: '' }, undefined);
        assert.ok(bare === '' ? said === '' : said.includes(bare));
      }),
    );
  });
});

describe('what came of goals', () => {
  it('is one word for each mentee, and none before everything is said', () => {
    const goal = (outcome?: GoalOutcome, dropped = false) => ({
      ...(outcome ? { outcome } : {}),
      ...(dropped ? { droppedAt: 1 } : {}),
    });
    assert.equal(wordOf([goal('reached'), goal('reached')], false), 'reached');
    assert.equal(wordOf([goal('not')], false), 'not');
    assert.equal(wordOf([goal('reached'), goal('not')], false), 'partly');
    assert.equal(wordOf([goal('partly'), goal('reached')], false), 'partly');
    assert.equal(wordOf([goal('reached'), goal()], false), undefined);
    assert.equal(wordOf([goal('reached'), goal()], true), 'reached');
    assert.equal(wordOf([goal('reached'), goal(undefined, true)], false), 'reached');
    assert.equal(wordOf([goal(undefined, true)], true), undefined);
    assert.equal(wordOf([], true), undefined);
  });

  /** So many mentees whose pairs end now, each with a goal of which they say what came. */
  async function ended(words: readonly GoalOutcome[]) {
    const { app, deps, now } = await office();
    const base = (await findPair(deps, at.programmeId, at.pairId))!;
    for (const [place, word] of words.entries()) {
      const [one, other] = [aPerson(100 + place), aPerson(300 + place)];
      await app.addPeople(one, other);
      const pair = { ...base, id: `pair-${place + 10}`, menteeId: one.id, mentorId: other.id };
      await deps.tables.commit([pairs.create('p1', pair.id, pair)]);
      const place2 = { programmeId: 'p1', pairId: pair.id };
      const goal = await makeGoal(deps, callerFor(one), place2, { text: `canary-goal-${place}` });
      await endPair(deps, one.id, 'p1', pair.id, 'not-said');
      await sayOutcome(deps, callerFor(one), { ...place2, pairGoalId: goal.id }, word);
    }
    const settle = async () => {
      for (const place of words.keys()) await settleGoals(deps, { programmeId: 'p1', pairId: `pair-${place + 10}` });
    };
    return { app, deps, now, settle };
  }

  it('counts two weeks after the end, once, and from five mentees on; no figure moves by fewer than five', async () => {
    const few = await ended(['reached', 'partly', 'not', 'reached']);
    few.app.pass({ days: 15 });
    await few.settle();
    assert.equal(await releaseGoals(few.deps, 'p1'), undefined);

    const { app, deps, settle } = await ended(['reached', 'reached', 'reached', 'partly', 'not', 'not']);
    const first = await settleGoals(deps, { programmeId: 'p1', pairId: 'pair-10' });
    assert.equal(daysUntil(first, app.clock.now()), 14);
    await settle();
    assert.equal(await releaseGoals(deps, 'p1'), undefined);
    app.pass({ days: 15 });
    await settle();
    await settle();
    const release = await releaseGoals(deps, 'p1');
    assert.deepEqual(release?.responses, { kind: '5-to-9' });
    const programme = (await programmes.find(deps.tables, 'p1', 'own'))!.value;
    const quality = await qualityOf(deps, 'p1');
    assert.equal(
      goalOutcomes.reduce((sum, word) => sum + (quality.ownGoals?.[word] ?? 0), 0),
      100,
    );
    assert.ok((quality.ownGoals?.reached ?? 0) > (quality.ownGoals?.partly ?? 100));
    assert.doesNotMatch(JSON.stringify(quality), /canary/);

    const goals = [readyGoal('en', 'own-goals', { id: 'g1', aim: 50 })];
    const facts = await countFacts(deps, programme);
    const [answer] = await answersFrom(deps, { ...programme, goals }, { facts, surveys: [] });
    assert.equal(answer?.measure, 'own-goals');
    assert.ok(answer?.why === 'not-over');
    assert.doesNotMatch(JSON.stringify([facts, answer]), /canary/);
  });

  it('is looked for again while nothing was said, and not for ever', async () => {
    const { app, deps } = await office();
    await makeGoal(deps, me, at, { text: 'Speak up' });
    await endPair(deps, mentee.id, at.programmeId, at.pairId, 'not-said');
    const pair = (await findPair(deps, at.programmeId, at.pairId))!;
    await planSettling(deps, pair);
    app.pass({ days: 15 });
    assert.equal(daysUntil(await settleGoals(deps, at), app.clock.now()), 7);
    app.pass({ days: 60 });
    assert.equal(await settleGoals(deps, at), undefined);
  });
});

function daysUntil(result: JobResult, now: number): number | undefined {
  return result && 'again' in result ? Math.round((result.again - now) / day) : undefined;
}
