import assert from 'node:assert/strict';
import fc from 'fast-check';
import { figuresId } from '../../../../src/features/checkins/store.ts';
import type { GoalAnswer } from '../../../../src/features/insights/goals/model.ts';
import { answerOf, enteredFor, isOver, judge, roundedForAll } from '../../../../src/features/insights/goals/rules.ts';
import { agreeing } from '../../../../src/features/insights/goals/said/rules.ts';
import { sayAnswer } from '../../../../src/features/insights/goals/telling/rules.ts';
import { goalAnswers } from '../../../../src/features/insights/goals/usecases.ts';
import { meetings } from '../../../../src/features/meetings/store.ts';
import { pairs } from '../../../../src/features/pairs/store.ts';
import { readyGoalIds, readyGoals, type ReadyGoalId } from '../../../../src/features/programmes/goals/model.ts';
import { readyGoal } from '../../../../src/features/programmes/goals/rules.ts';
import type { Goal } from '../../../../src/features/programmes/model.ts';
import { programmes } from '../../../../src/features/programmes/store.ts';
import { doorRows } from '../../../../src/features/recognition/doors/store.ts';
import { applications } from '../../../../src/features/recruitment/store.ts';
import { headcountOf } from '../../../../src/features/release/rules.ts';
import { bases, releases } from '../../../../src/features/release/store.ts';
import { setOf } from '../../../../src/features/surveys/bank/rules.ts';
import type { Survey } from '../../../../src/features/surveys/model.ts';
import { surveyIndex, surveys } from '../../../../src/features/surveys/store.ts';
import { pathOf } from '../../../../src/features/training/rules.ts';
import { trained } from '../../../../src/features/training/store.ts';
import { languages } from '../../../../src/platform/words.ts';
import type { Platform } from '../../../../src/platform/platform.ts';
import type { Change } from '../../../../src/platform/tables.ts';
import { aPerson } from '../../../support/app.ts';
import { aDraft, someAnswers } from '../../../support/applications.ts';
import { memoryTables } from '../../../support/delivery/memory.ts';
import { chanceFrom, meetingsFrom, pairsFrom, releaseOf, simulate, type Simulated, type Wanted } from './simulated.ts';
import { slowAnswer } from './slow.ts';

/** Everything that is answered out of the story; whom an invitation reached is the funnel's, and tested there. */
const told = readyGoalIds.filter((id) => readyGoals[id].measure !== 'reached');
const questions = setOf('end').items.filter(({ kind }) => kind === 'agree');

/** The product over the rows of a simulated programme. */
async function deploy(story: Simulated): Promise<Platform> {
  const tables = memoryTables();
  const deps = { tables, clock: { now: () => story.now, machine: () => story.now } } as Partial<Platform> as Platform;
  const changes: Change[] = [
    ...pairsFrom(story).map((one) => pairs.create('p1', one.id, one)),
    ...meetingsFrom(story).map((one) => meetings.create('p1', [one.pairId, one.id], one)),
    ...Array.from({ length: story.applied }, (_, at) => applying(at)),
    ...Array.from({ length: story.trained }, (_, at) => aPerson(at + 1).id).flatMap((id) =>
      pathOf('mentee').map((courseId) => trained.put('p1', [id, courseId], { courseId, doneAt: 1 })),
    ),
    ...story.doors.map(({ pair, both }, at) =>
      doorRows.create('p1', [`pair-${pair}`, `door-${at}`], {
        ...{
          id: `door-${at}`,
          programmeId: 'p1',
          pairId: `pair-${pair}`,
          kind: 'introduction',
          by: aPerson(1).id,
          at: 1,
        },
        ...(both ? { partnerSaid: 'yes' as const } : {}),
      }),
    ),
    ...closed('survey-before', story.before, Date.UTC(2025, 11, 1)),
    ...closed('survey-after', story.after, Date.UTC(2026, 8, 1)),
    ...(Object.keys(story.checkIn).length > 0 ? released(figuresId('p1', 'day-30'), story.checkIn) : []),
  ];
  for (const one of changes) await tables.commit([one]);
  return deps;
}

function applying(at: number): Change {
  const times = { startedAt: 1, changedAt: 1, appliedAt: 1, begunAt: 1, waited: false };
  const personId = aPerson(at + 1).id;
  return applications.create('p1', personId, {
    ...{ programmeId: 'p1', personId, status: 'applied', answers: someAnswers({ role: 'mentee' }), ...times },
  });
}

function closed(id: string, answers: Simulated['before'], createdAt: number): Change[] {
  if (Object.keys(answers).length === 0) return [];
  const survey: Survey = {
    ...{ id, state: 'closed', set: 'end', closesOn: '2026-09-30', zone: 'Europe/Brussels', remindOn: [], floor: 5 },
    ...{ language: 'en', createdAt, openedAt: createdAt, closedAt: createdAt, createdBy: aPerson(1).id },
    audience: { kind: 'chosen', participants: { programmeId: 'p1', roles: ['mentee'], stages: ['applied', 'paired'] } },
    items: questions.filter((one) => answers[one.id]),
  };
  return [
    surveys.create(id, 'own', survey),
    surveyIndex.put('surveys', id, { surveyId: id }),
    ...released(id, answers),
  ];
}

function released(id: string, answers: Simulated['before']): Change[] {
  const basis = { number: 1, responses: 0, ratings: {}, texts: {}, since: {} };
  return [releases.create(id, '00001', releaseOf(answers)), bases.create(id, '00001', basis)];
}

/** A programme holds six goals, so it is given others until each had its turn. */
async function answersOf(deps: Platform, story: Simulated, goals: readonly Goal[]): Promise<GoalAnswer[]> {
  const answers: GoalAnswer[] = [];
  for (let at = 0; at < goals.length; at += 6) {
    const one = {
      ...aDraft({ goals: goals.slice(at, at + 6), startsOn: story.startsOn, endsOn: story.endsOn }),
      ...({ id: 'p1', stage: story.closed ? 'close' : 'run', zone: 'Europe/Brussels', createdAt: 1 } as const),
      ...{ createdBy: aPerson(1).id, stageAt: story.now },
    };
    await deps.tables.commit([programmes.put('p1', 'own', one)]);
    answers.push(...(await goalAnswers(deps, 'p1')));
  }
  return answers;
}

async function compare(story: Simulated, aims: Partial<Record<ReadyGoalId, number>> = {}): Promise<GoalAnswer[]> {
  const goals = told.map((id) => readyGoal('en', id, aims[id] === undefined ? {} : { aim: aims[id] }));
  const answers = await answersOf(await deploy(story), story, goals);
  for (const [at, id] of told.entries()) {
    const one = answers[at]!;
    const bare = { verdict: one.verdict, why: one.why, low: one.value?.low, high: one.value?.high };
    const slow = slowAnswer(id, one.aim!, story);
    assert.deepEqual(bare, { low: undefined, high: undefined, ...slow }, `${id}: ${JSON.stringify(one)}`);
  }
  return answers;
}

const good: Wanted = {
  ...{ pairs: 60, closed: true, meets: 0.98, stays: 0.9, agrees: 0.9, agreedBefore: 0.4, answers: 250, doors: 40 },
  ...{ asksBefore: true, asksAfter: true },
};
const poor: Wanted = {
  ...good,
  pairs: 25,
  meets: 0.4,
  stays: 0.4,
  agrees: 0.45,
  answers: 60,
  doors: 8,
  asksBefore: false,
};
const young: Wanted = { ...good, pairs: 8, closed: false, answers: 4, doors: 3 };

describe('the goals of a programme', function () {
  this.timeout(60_000);

  it('are answered for a year that went well as the slow reference does', async () => {
    const answers = await compare(simulate(chanceFrom(1), good));
    const of = (id: ReadyGoalId) => answers[told.indexOf(id)]!;
    assert.equal(of('pairs-meet').verdict, 'reached');
    assert.equal(of('fair-chance').verdict, 'reached');
    assert.ok(of('fair-chance').baseline);
    assert.ok(new Set(answers.map(({ verdict }) => verdict)).size > 1);
  });

  it('are answered for a year that went badly, in which nobody was asked before', async () => {
    const answers = await compare(simulate(chanceFrom(2), poor));
    const of = (id: ReadyGoalId) => answers[told.indexOf(id)]!;
    assert.equal(of('pairs-meet').verdict, 'missed');
    assert.equal(of('belong').why, 'no-baseline');
    assert.equal(of('know-direction').verdict, 'missed');
  });

  it('are not answered while a small programme runs, and its few people are not told', async () => {
    const answers = await compare(simulate(chanceFrom(3), young));
    assert.ok(answers.every(({ why }) => why === 'not-over'));
    assert.deepEqual(
      answers.filter(({ value }) => value).map(({ measure }) => measure),
      ['trained'],
    );
  });

  it('are answered as the slow reference does whatever the programme', async () => {
    const some: fc.Arbitrary<Wanted> = fc.record({
      ...{ pairs: fc.integer({ min: 0, max: 45 }), closed: fc.boolean(), answers: fc.integer({ min: 0, max: 230 }) },
      ...{ meets: part, stays: part, agrees: part, agreedBefore: part, doors: fc.integer({ min: 0, max: 20 }) },
      ...{ asksBefore: fc.boolean(), asksAfter: fc.boolean() },
    });
    const aims = fc.integer({ min: 0, max: 100 });
    await fc.assert(
      fc.asyncProperty(some, fc.integer(), aims, async (wanted, seed, aim) => {
        const all = Object.fromEntries(told.map((id) => [id, aim]));
        await compare(simulate(chanceFrom(seed), wanted), all);
      }),
      { numRuns: 60 },
    );
  });

  const part = fc.double({ min: 0, max: 1, noNaN: true });

  it('hold what rounding hides: the true share lies within what is told of it', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 80 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(counts, (ratings) => {
        const people = ratings.reduce((sum, one) => sum + one, 0);
        fc.pre(people >= 10);
        const answers = ratings.flatMap((count, at) => Array.from({ length: count }, () => at + 1));
        const { figures } = releaseOf({ one: answers });
        const { share } = agreeing(figures[0], headcountOf(people));
        if (!share) return;
        const truth = (100 * (ratings[3]! + ratings[4]!)) / people;
        assert.ok(share.low <= truth + 1e-9 && truth <= share.high + 1e-9, `${truth} ${JSON.stringify(share)}`);
      }),
      { numRuns: 3_000 },
    );
  });

  it('of their own are answered by what a coordinator entered', () => {
    const goal: Goal = { text: 'Fewer leave', measure: 'Colleagues who left', target: 'at most 12', atMost: true };
    const entered = (value: number) => ({ now: { value, on: '2026-10-02', source: 'HR' } });
    const answer = (value?: number, target = goal.target) => {
      const found = enteredFor(goal, value === undefined ? {} : entered(value));
      return answerOf({ goalId: 'g', goal: { ...goal, target }, found, isOver: true });
    };
    assert.deepEqual([answer(12).verdict, answer(13).verdict], ['reached', 'missed']);
    assert.equal(answer().why, 'not-measured');
    assert.equal(answer(12, 'hardly any').why, 'no-number');
  });

  it('are over when the programme is closed or its last day has passed', () => {
    const one = { stage: 'run', endsOn: '2026-10-01', zone: 'Europe/Brussels' } as const;
    assert.equal(isOver(one, Date.UTC(2026, 9, 1, 20)), false);
    assert.equal(isOver(one, Date.UTC(2026, 9, 1, 23)), true);
    assert.equal(isOver({ ...one, stage: 'close' }, Date.UTC(2026, 5, 1)), true);
  });

  it('are reached or missed only where every value says so', () => {
    const tenths = fc.integer({ min: 0, max: 1000 }).map((one) => one / 10);
    fc.assert(
      fc.property(tenths, tenths, tenths, fc.boolean(), (one, other, aim, atMost) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const { verdict } = judge({ low, high }, aim, atMost);
        const fits = (value: number): boolean => (atMost ? value <= aim : value >= aim);
        const isAll = fits(low) && fits(high);
        const isNone = !fits(low) && !fits(high);
        assert.equal(verdict, isAll ? 'reached' : isNone ? 'missed' : 'cannot-be-said');
      }),
    );
  });

  it('are told in fives to whoever took part, and without how many people', () => {
    const goal = readyGoal('en', 'pairs-meet');
    const found = { value: { value: 88, low: 88, high: 88 }, of: headcountOf(50) };
    const one = roundedForAll(answerOf({ goalId: 'g', goal, found, isOver: true }));
    assert.deepEqual(one.value, { value: 90, low: 90, high: 90 });
    assert.equal(one.of, undefined);
  });

  it('are said in four languages without a gap', async () => {
    const answers = await compare(simulate(chanceFrom(4), { ...poor, asksBefore: true }));
    for (const language of languages)
      for (const one of answers)
        for (const text of Object.values(sayAnswer(language, one))) assert.ok(text.length > 0 && !text.includes('{'));
  });
});
