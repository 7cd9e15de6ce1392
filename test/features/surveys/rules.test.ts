import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Figure } from '../../../src/features/release/model.ts';
import {
  favourableMean,
  intervalOf,
  isSupport,
  levelOf,
  participationOf,
  studentT975,
  supportOf,
} from '../../../src/features/surveys/results/rules.ts';
import { closesAt, partsFor, problemOfLastDay } from '../../../src/features/surveys/rules.ts';
import { supportItems } from './surveys.ts';

const zone = 'Europe/Brussels';
const shown = (itemId: string, mean: number): Figure => ({ state: 'shown', itemId, shares: [0, 0, 0, 0, 100], mean });

describe('where people work', () => {
  const somebody = fc.record(
    { department: fc.constantFrom('Care', 'Finance', 'IT'), site: fc.constantFrom('Ghent', 'Luik', 'Mons') },
    { requiredKeys: [] },
  );

  it('is kept only in groups of ten or more, those of whom nothing is kept included', () => {
    fc.assert(
      fc.property(fc.array(somebody, { maxLength: 90 }), (all) => {
        const people = all.map((one, number) => ({ id: String(number), ...one }));
        const kept = partsFor(people, 10);
        const groups = new Map<string, number>();
        for (const { id } of people) {
          const key = JSON.stringify(kept.get(id) ?? {});
          groups.set(key, (groups.get(key) ?? 0) + 1);
        }
        for (const size of groups.values()) assert.ok(size >= 10 || kept.size === 0);
        for (const { id, ...own } of people)
          for (const [part, value] of Object.entries(kept.get(id) ?? {})) assert.equal(own[part as 'site'], value);
      }),
    );
  });

  it('is kept as closely as that allows', () => {
    const people = Array.from({ length: 25 }, (_, number) => ({
      ...{ id: String(number), department: number < 12 ? 'Care' : 'IT', site: number < 18 ? 'Ghent' : 'Luik' },
    }));
    const kept = partsFor(people, 10);
    assert.deepEqual(kept.get('3'), { department: 'Care', site: 'Ghent' });
    assert.deepEqual(kept.get('20'), { department: 'IT' });
  });
});

describe('the rules of surveys', () => {
  it('end the last day at midnight in the zone, also when the clocks change', () => {
    assert.equal(closesAt({ closesOn: '2026-03-28', zone }), Date.UTC(2026, 2, 28, 22, 59, 59, 999));
    assert.equal(closesAt({ closesOn: '2026-03-29', zone }), Date.UTC(2026, 2, 29, 21, 59, 59, 999));
  });

  it('want a last day from tomorrow on and within ninety days', () => {
    const now = Date.UTC(2026, 2, 3, 23, 30); // already the fourth in Brussels
    assert.equal(problemOfLastDay('2026-03-04', zone, now), 'closes-too-soon');
    assert.equal(problemOfLastDay('2026-03-05', zone, now), undefined);
    assert.equal(problemOfLastDay('2026-06-02', zone, now), undefined);
    assert.equal(problemOfLastDay('2026-06-03', zone, now), 'closes-too-late');
    assert.equal(problemOfLastDay('no day', zone, now), 'closes-too-soon');
  });

  it('turn the scale where agreeing is the bad end', () => {
    assert.equal(favourableMean(shown('hesitate', 2), { favours: 'disagree' }), 4);
    assert.equal(favourableMean({ state: 'nearly-all', itemId: 'time', side: 'high' }, { favours: 'agree' }), 4.5);
    assert.equal(
      favourableMean({ state: 'withheld', itemId: 'x', reason: 'too-few' }, { favours: 'agree' }),
      undefined,
    );
  });

  it('make a score of the six support items alone, from four of them on', () => {
    const all = supportItems.map((one) => shown(one.id, isSupport(one) ? 4 : 1));
    assert.deepEqual(supportOf(supportItems, all), { score: 75, level: 'strong', items: 6, weakest: 'time' });
    assert.deepEqual(supportOf(supportItems, all.slice(3)), { items: 3 });
    assert.equal(supportOf(supportItems, all.slice(2)).score, 75);
  });

  it('keep the score between 0 and 100, and its level the same as its words say', () => {
    const mean = fc.integer({ min: 10, max: 50 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(fc.tuple(mean, mean, mean, mean, mean, mean), (means) => {
        const { score, level } = supportOf(
          supportItems,
          supportItems.slice(0, 6).map(({ id }, place) => shown(id, means[place]!)),
        );
        assert.ok(score !== undefined && score >= 0 && score <= 100);
        if (score > 65) assert.equal(level, 'strong');
        if (score < 45) assert.equal(level, 'weak');
      }),
    );
    assert.deepEqual([3.6, 3.5, 2.8, 2.7].map(levelOf), ['strong', 'mixed', 'mixed', 'weak']);
  });

  it('give the interval of a mean from what is told, as a table of t and a calculation by hand do', () => {
    for (const [freedom, t] of [
      [4, 2.776],
      [9, 2.262],
      [19, 2.093],
      [29, 2.045],
      [120, 1.98],
    ] as const)
      assert.ok(Math.abs(studentT975(freedom) - t) < 0.01, `${freedom}: ${studentT975(freedom)}`);
    // 2, 3, 5, 6 and 4 of twenty: mean 3.35, s = 1.268, 2.093 · 1.268 / √20 = 0.593.
    const twenty = { shares: [10, 15, 25, 30, 20], mean: 3.35 };
    assert.deepEqual(intervalOf(twenty, { kind: 'exact', people: 20 }), { from: 2.7, to: 4 });
    assert.deepEqual(intervalOf(twenty, { kind: 'band', from: 20, to: 29 }), { from: 2.7, to: 4 });
    assert.deepEqual(intervalOf({ shares: [0, 0, 0, 10, 90], mean: 5 }, { kind: '5-to-9' }), { from: 4.5, to: 5 });
    assert.equal(intervalOf(twenty, { kind: 'under-5' }), undefined);
  });

  it('give no participation while the number of answers is a band', () => {
    assert.equal(participationOf({ kind: '5-to-9' }, 24), undefined);
    assert.equal(participationOf({ kind: 'exact', people: 10 }, 24), 42);
    assert.equal(participationOf({ kind: 'exact', people: 10 }, undefined), undefined);
  });
});
