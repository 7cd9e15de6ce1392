import assert from 'node:assert/strict';
import { momentOf, type MomentFacts } from '../../../src/features/stories/moments/rules.ts';
import { day } from '../../../src/platform/clock.ts';

const now = Date.UTC(2027, 5, 1);
const facts = (over: Partial<MomentFacts> = {}): MomentFacts => ({
  ...{ hasReached: false, endedAt: undefined, answered: undefined, ...over },
});

describe('a good moment to tell', () => {
  for (const [name, given, expected] of [
    ['nothing happened', facts(), undefined],
    ['a goal was reached', facts({ hasReached: true }), 'goal'],
    ['they rounded off a week ago', facts({ hasReached: true, endedAt: now - 7 * day }), 'close'],
    ['they rounded off long ago', facts({ hasReached: true, endedAt: now - 61 * day }), undefined],
    ['all answers are high', facts({ answered: { at: now - day, ratings: [4, 5, 9, 'skipped'] } }), 'answer'],
    ['one answer is not', facts({ answered: { at: now - day, ratings: [5, 3] } }), undefined],
    ['one of ten points is middling', facts({ answered: { at: now - day, ratings: [5, 7] } }), undefined],
    ['only one was answered', facts({ answered: { at: now - day, ratings: [5, 'skipped'] } }), undefined],
    ['the answers are old', facts({ answered: { at: now - 70 * day, ratings: [5, 5] } }), undefined],
  ] as const)
    it(`${expected ?? 'none'}: ${name}`, () => assert.equal(momentOf(given, now), expected));
});
