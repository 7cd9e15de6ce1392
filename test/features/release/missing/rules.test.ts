import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { AskedGroup, PartRate } from '../../../../src/features/release/missing/model.ts';
import { isSafe, leastOften, releaseRates } from '../../../../src/features/release/missing/rules.ts';
import { derived, type Told } from '../../../support/attack.ts';

const attributes = [{ id: 'department' }, { id: 'site' }];
const group = (department: string, site: string, people: number, answered: number): AskedGroup => ({
  ...{ of: { department, site }, people, answered },
});
const ratesOf = (groups: readonly AskedGroup[]): Record<string, number | undefined> =>
  Object.fromEntries(
    releaseRates({ attributes, groups, floor: 5 }).map(({ part, rate }) => [part.value, rate] as const),
  );

describe('who answered how often', () => {
  it('is told of parts in round figures, the number of those asked as a band', () => {
    const groups = [group('Care', 'Ghent', 40, 21), group('Sales', 'Ghent', 30, 11)];
    assert.deepEqual(ratesOf(groups), { Care: 55, Ghent: 45, Sales: 40 });
    const [care] = releaseRates({ attributes, groups, floor: 5 });
    assert.deepEqual(care?.asked, { kind: 'band', from: 40, to: 59 });
  });

  it('is not told of a part in which one to four did not answer, nor of the one from which that would follow', () => {
    const groups = [group('Care', 'Ghent', 40, 21), group('Sales', 'Ghent', 14, 11)];
    assert.deepEqual(ratesOf(groups), { Care: undefined, Ghent: 60, Sales: undefined });
  });

  it('is told where everybody answered, and not where fewer than five did', () => {
    const groups = [group('Care', 'Ghent', 12, 12), group('Sales', 'Mons', 30, 20), group('Legal', 'Mons', 20, 4)];
    const rates = ratesOf(groups);
    assert.deepEqual([rates['Care'], rates['Legal']], [100, undefined]);
  });

  it('is told of nobody before ten have answered', () => {
    assert.ok(Object.values(ratesOf([group('Care', 'Ghent', 40, 9)])).every((rate) => rate === undefined));
  });

  it('gives away no group, whatever is told of all parts together', () => {
    const size = fc.integer({ min: 1, max: 16 });
    const groups = fc.array(fc.tuple(fc.constantFrom('A', 'B', 'C'), fc.constantFrom('x', 'y', 'z'), size, size), {
      minLength: 3,
      maxLength: 9,
    });
    let shown = 0;
    fc.assert(
      fc.property(groups, (drawn) => {
        const unique = [...new Map(drawn.map((one) => [`${one[0]} ${one[1]}`, one] as const)).values()];
        const list = unique.map(([a, b, one, other]) => group(a, b, Math.max(one, other), Math.min(one, other)));
        const rates = releaseRates({ attributes, groups: list, floor: 5 });
        const places = (test: (of: AskedGroup['of']) => boolean): number[] =>
          list.flatMap(({ of }, at) => (test(of) ? [at] : []));
        const told: Told[] = [
          { members: places(() => true), least: 0, most: 0 },
          ...rates
            .filter(({ rate }) => rate !== undefined)
            .map(({ part }) => ({ members: places((of) => of[part.attribute] === part.value), least: 0, most: 0 })),
        ];
        shown += told.length - 1;
        const all = ['A', 'B', 'C'].flatMap((a) => ['x', 'y', 'z'].map((b) => [a, b] as const));
        const named = [
          ...all.map(([a, b]) => places((of) => of['department'] === a && of['site'] === b)),
          ...all.flatMap(([a, b]) => [
            places((of) => of['department'] === a),
            places((of) => of['site'] === b),
            places((of) => of['department'] !== a),
            places((of) => of['site'] !== b),
            places((of) => of['department'] === a && of['site'] !== b),
            places((of) => of['department'] !== a && of['site'] === b),
          ]),
        ];
        const whole = list.length;
        const unsafe = named.filter((one) => one.length > 0 && one.length < whole && !isSafe(one, list, 5));
        assert.equal(derived(told, unsafe, whole), 0);
      }),
      { numRuns: 300 },
    );
    assert.ok(shown > 100, `only ${shown} parts were shown`);
  });
});

describe('the part that answered least often', () => {
  const rate = (value: string, of: number | undefined, attribute = 'department'): PartRate => ({
    part: { attribute, value },
    asked: { kind: 'band', from: 40, to: 59 },
    ...(of === undefined ? {} : { rate: of }),
  });

  it('is named where it stands out from everybody and from all others', () => {
    assert.equal(leastOften([rate('Care', 60), rate('Sales', 30), rate('Legal', undefined)], 50)?.part.value, 'Sales');
  });

  it('is not named for a small difference, a tie, or where it is the only one that is told', () => {
    assert.equal(leastOften([rate('Care', 60), rate('Sales', 45)], 50), undefined);
    assert.equal(leastOften([rate('Care', 30), rate('Sales', 30)], 50), undefined);
    assert.equal(leastOften([rate('Sales', 30)], 50), undefined);
  });
});
