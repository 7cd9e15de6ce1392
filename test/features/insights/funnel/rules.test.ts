import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hintsOf } from '../../../../src/features/insights/funnel/hints/rules.ts';
import { steps, type Range } from '../../../../src/features/insights/funnel/model.ts';
import {
  compare,
  comparedWith,
  countsOf,
  furthestOf,
  partsOf,
  totalsOf,
  type Belongs,
} from '../../../../src/features/insights/funnel/rules.ts';
import { toldParts, totalOf } from '../../../../src/features/insights/funnel/telling/rules.ts';

const named = (name: string): Belongs => ({ key: name, name: { kind: 'named', name } });
const ids = (letter: string, count: number): string[] => Array.from({ length: count }, (_, at) => `${letter}${at}`);
const byLetter = (id: string): Belongs => named(id[0] ?? '');
const nothing = Object.fromEntries(steps.map((name) => [name, [] as string[]])) as Record<
  (typeof steps)[number],
  string[]
>;

describe('the way', () => {
  it('counts whoever took a later step in every earlier one, once', () => {
    const furthest = furthestOf({ ...nothing, reached: ['a', 'b'], applied: ['b', 'c'], met: ['c'] });
    assert.deepEqual(countsOf(furthest.values()), [3, 2, 2, 2, 1, 1, 1, 0]);
  });
});

describe('what is told of parts', () => {
  it('leaves open every number from none to four of a part that is told as few, whatever stands beside it', () => {
    const some = fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(some, (counts) => {
        const told = toldParts(counts);
        if (!told) return;
        const total = totalOf(counts);
        told.forEach((one, place) => {
          assert.ok(counts[place]! >= one.from && counts[place]! <= one.to);
          if (one.from > 0) return;
          const rest = told.filter((_, at) => at !== place);
          for (let may = 0; may <= 4; may += 1) {
            const [least, most] = [sum(rest.map(({ from }) => from)), sum(rest.map(({ to }) => to))];
            assert.ok(may + least <= total.to && may + most >= total.from, JSON.stringify({ counts, may }));
          }
        });
      }),
    );
  });

  it('says nothing rather than little where a part is all there is', () => {
    const silent = partsOf(furthestOf({ ...nothing, reached: ids('a', 14) }), byLetter, [
      ...ids('a', 30),
      ...ids('b', 30),
    ]);
    const shown = silent.map(({ counts }) => counts[0]);
    assert.ok(shown.every((one) => one === null) || shown.every((one) => one !== null));
  });

  it('puts parts of the organisation with fewer than ten people together, and more with them if these are few', () => {
    const organisation = [...ids('a', 40), ...ids('b', 12), ...ids('c', 3), ...ids('d', 4)];
    const parts = partsOf(furthestOf({ ...nothing, applied: ids('a', 20) }), byLetter, organisation);
    assert.deepEqual(
      parts.map(({ key, people }) => [key, people]),
      [
        ['a', 40],
        ['others', 19],
      ],
    );
  });

  it('says more or fewer only if it holds for every number within the ranges', () => {
    const total: Range = { from: 100, to: 149 };
    assert.equal(compare({ from: 60, to: 79 }, total, 0.2).verdict, 'more');
    assert.equal(compare({ from: 0, to: 4 }, total, 0.3).verdict, 'fewer');
    assert.equal(compare({ from: 20, to: 29 }, total, 0.2).verdict, 'no-difference');
    assert.deepEqual(compare({ from: 0, to: 4 }, { from: 0, to: 9 }, 0.5), { verdict: 'too-few' });
  });

  it('sees a planted gap in a programme of usual size, and hardly any where there is none', () => {
    const organisation = [...ids('a', 300), ...ids('b', 200)];
    const planted = partsOf(
      furthestOf({ ...nothing, applied: [...ids('a', 70), ...ids('b', 10)] }),
      byLetter,
      organisation,
    );
    const at = steps.indexOf('applied');
    assert.equal(planted.find(({ key }) => key === 'b')?.comparisons[at]?.verdict, 'fewer');
    const fair = partsOf(
      furthestOf({ ...nothing, applied: [...ids('a', 48), ...ids('b', 32)] }),
      byLetter,
      organisation,
    );
    assert.equal(fair.find(({ key }) => key === 'b')?.comparisons[at]?.verdict, 'no-difference');
  });
});

describe('the programme before', () => {
  const totals = (...counts: number[]): Range[] =>
    totalsOf(new Map(counts.flatMap((count, place) => ids(`p${place}-`, count).map((id) => [id, place] as const))));

  it('is told apart only where every number within the ranges would do it', () => {
    const found = comparedWith('P', totals(100, 0, 0, 400), totals(400, 0, 0, 100));
    assert.equal(found.lines[0]?.verdict, 'more');
    assert.equal(comparedWith('P', totals(100, 0, 0, 20), totals(90, 0, 0, 20)).lines[0]?.verdict, 'no-difference');
    assert.equal(comparedWith('P', totals(3), totals(90)).lines.length, 0);
  });
});

describe('what to do', () => {
  it('names the source that works, the site that is not reached, the step that loses and arrivals without a code', () => {
    const network: Belongs = { key: 'n', name: { kind: 'source', channel: 'network', name: 'Women in tech' } };
    const unknown: Belongs = { key: 'u', name: { kind: 'unknown' } };
    const organisation = [...ids('a', 300), ...ids('b', 100)];
    const furthest = furthestOf({ ...nothing, reached: ids('a', 120), started: ids('a', 110), applied: ids('a', 60) });
    const sources = partsOf(furthest, (id) => (Number(id.slice(1)) < 50 ? network : unknown));
    const bySite = partsOf(furthest, byLetter, organisation).map((one) => ({ ...one, by: 'site' as const }));
    const hints = hintsOf(totalsOf(furthest), sources, bySite);
    assert.deepEqual(new Set(hints.map(({ kind }) => kind)), new Set(['source', 'not-reached', 'lost', 'unknown']));
  });
});

function sum(all: readonly number[]): number {
  return all.reduce((total, one) => total + one, 0);
}
