import assert from 'node:assert/strict';
import fc from 'fast-check';
import { partsOf, totalsOf, type Reached } from '../../../src/features/insights/equal/rules.ts';
import { apart } from '../../../src/features/insights/funnel/rules.ts';

const ids = (from: number, count: number): string[] => Array.from({ length: count }, (_, at) => `p${from + at}`);
const reached = (all: readonly string[], thanked: readonly string[], credited: readonly string[] = []): Reached => ({
  ...{ 'taking-part': new Set(all), thanked: new Set(thanked), credited: new Set(credited) },
  ...{ nominated: new Set<string>(), honoured: new Set<string>() },
});
/** The first `count` people are in the one part, the rest in the other. */
const split = (count: number) => (personId: string) => {
  const name = Number(personId.slice(1)) < count ? 'One' : 'Other';
  return { key: name, name: { kind: 'named' as const, name } };
};

describe('equal recognition', () => {
  it('says that a part is thanked less often where chance does not explain it', () => {
    const all = ids(0, 400);
    const parts = partsOf(reached(all, [...ids(0, 10), ...ids(200, 150)]), split(200));
    const verdicts = Object.fromEntries(parts.map(({ key, verdicts: [, thanked] }) => [key, thanked]));
    assert.equal(verdicts['One'], 'fewer');
    assert.notEqual(verdicts['Other'], 'fewer');
  });

  it('says nothing of a difference that chance explains, nor of few people', () => {
    const parts = partsOf(reached(ids(0, 60), [...ids(0, 12), ...ids(30, 15)]), split(30));
    assert.deepEqual(
      parts.map(({ verdicts: [, thanked] }) => thanked),
      ['no-difference', 'no-difference'],
    );
    assert.equal(
      apart(
        [
          { from: 5, to: 9 },
          { from: 0, to: 4 },
        ],
        [
          { from: 95, to: 99 },
          { from: 90, to: 94 },
        ],
      ),
      'too-few',
    );
  });

  it('puts parts with fewer than ten people together, and tells no count below five', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(8), { minLength: 1, maxLength: 120 }),
        fc.array(fc.boolean(), { maxLength: 120 }),
        (of, is) => {
          const all = of.map((_, at) => `p${at}`);
          const thanked = all.filter((_, at) => is[at] === true);
          const parts = partsOf(reached(all, thanked), (personId) => {
            const key = String(of[Number(personId.slice(1))]);
            return { key, name: { kind: 'named' as const, name: key } };
          });
          for (const { key, counts } of parts) {
            const people = of.filter((one) => String(one) === key).length;
            assert.ok(key === 'others' || people >= 10, `${key} has ${people} people`);
            for (const range of counts)
              assert.ok(range === null || range.from >= 5 || (range.from === 0 && range.to >= 4));
          }
        },
      ),
    );
  });

  it('tells ranges that hold the number', () => {
    const all = ids(0, 87);
    const [total] = totalsOf(reached(all, []));
    assert.ok(total && total.from <= 87 && 87 <= total.to);
  });
});
