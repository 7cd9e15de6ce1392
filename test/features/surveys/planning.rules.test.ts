import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Audience, SurveyLine } from '../../../src/features/surveys/model.ts';
import {
  collisionsOf,
  dayAfter,
  plannedOf,
  reminderDays,
  type Plan,
} from '../../../src/features/surveys/planning/rules.ts';

const everybody: Audience = { kind: 'everybody' };
const of = (...departments: string[]): Audience => ({ kind: 'departments', departments });
const plan = (over: Partial<Plan> = {}): Plan => ({
  ...{ audience: everybody, opensOn: '2026-03-03', remindOn: ['2026-03-10'], closesOn: '2026-03-17' },
  ...over,
});
const line = (openedOn: string, over: Partial<SurveyLine> = {}): SurveyLine => ({
  ...{ id: 's2', title: 'Other', set: 'pulse', state: 'open', audience: everybody, remindOn: [] },
  ...{ createdAt: 0, openedAt: Date.parse(`${openedOn}T10:00:00Z`), closesOn: '2026-04-01', closesAt: 0 },
  ...over,
});

describe('the plan of a survey', () => {
  it('spreads reminders between the day of asking and the last one', () => {
    assert.deepEqual(reminderDays('2026-03-03', '2026-03-17', 1), ['2026-03-10']);
    assert.deepEqual(reminderDays('2026-03-03', '2026-03-17', 2), ['2026-03-08', '2026-03-12']);
    assert.deepEqual(reminderDays('2026-03-03', '2026-03-04', 2), []);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 0, max: 2 }), (days, count) => {
        const closesOn = dayAfter('2026-02-27', days);
        for (const on of reminderDays('2026-02-27', closesOn, count)) assert.ok(on > '2026-02-27' && on < closesOn);
      }),
    );
  });

  it('says in order what goes out when', () => {
    assert.deepEqual(plannedOf(plan()), [
      { what: 'ask', on: '2026-03-03' },
      { what: 'remind', on: '2026-03-10' },
      { what: 'close', on: '2026-03-17' },
    ]);
  });

  it('meets a survey that makes more than two messages in a month for some people', () => {
    assert.deepEqual(collisionsOf(plan(), [line('2026-02-20')]), [
      { surveyId: 's2', title: 'Other', why: 'over-budget' },
    ]);
    assert.deepEqual(collisionsOf(plan(), [line('2026-01-20')]), []);
  });

  it('meets one within a week, also within the budget', () => {
    const alone = plan({ remindOn: [] });
    assert.equal(collisionsOf(alone, [line('2026-03-01')])[0]?.why, 'close');
    assert.deepEqual(collisionsOf(alone, [line('2026-02-20')]), []);
  });

  it('meets none that asks other people, is over, or is a draft', () => {
    const care = plan({ audience: of('Care') });
    assert.deepEqual(collisionsOf(care, [line('2026-03-01', { audience: of('Finance') })]), []);
    assert.equal(collisionsOf(care, [line('2026-03-01', { audience: of('Finance', 'Care') })]).length, 1);
    assert.deepEqual(collisionsOf(plan(), [line('2026-03-01', { state: 'closed' })]), []);
    const { openedAt: _, ...draft } = line('2026-03-01', { state: 'draft' });
    assert.deepEqual(collisionsOf(plan(), [draft]), []);
  });
});
