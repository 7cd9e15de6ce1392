import assert from 'node:assert/strict';
import fc from 'fast-check';
import { drawPeople, isInLine, type Drawable } from '../../../../src/features/surveys/talks/drawing/rules.ts';

const one = (id: string, department: string, site: string, above: string[] = []): Drawable => ({
  ...{ id, department, site, above },
});
const draw = (all: readonly Drawable[], wanted: number, more: object = {}) =>
  drawPeople(all, { seed: 'seed', wanted, placed: [], isGroup: true, ...more });

const organisation = fc
  .array(
    fc.record({ department: fc.integer({ max: 5, min: 0 }), site: fc.integer({ max: 3, min: 0 }), boss: fc.nat() }),
    {
      minLength: 1,
      maxLength: 60,
    },
  )
  .map((people) => {
    const above: string[][] = [];
    return people.map(({ department, site, boss }, at) => {
      const over = at === 0 ? undefined : boss % at;
      above.push(over === undefined ? [] : [`p${over}`, ...above[over]!]);
      return one(`p${at}`, `d${department}`, `s${site}`, above[at]);
    });
  });

describe('the draw', () => {
  it('takes somebody of each department before a second one of any', () => {
    const all = ['a', 'b', 'c', 'd'].flatMap((department) =>
      Array.from({ length: 20 }, (_, at) => one(`${department}${at}`, department, 'site')),
    );
    const departments = draw(all, 8).map(({ id }) => id[0]);
    assert.equal(new Set(departments.slice(0, 4)).size, 4);
    for (const department of ['a', 'b', 'c', 'd'])
      assert.equal(departments.filter((found) => found === department).length, 2);
  });

  it('never puts somebody beside a person above them, in any organisation', () => {
    fc.assert(
      fc.property(organisation, fc.string(), (all, seed) => {
        const ids = draw(all, 8, { seed }).map(({ id }) => id);
        const drawn = all.filter(({ id }) => ids.includes(id));
        for (const a of drawn) for (const b of drawn) assert.ok(a === b || !isInLine(a, b));
      }),
    );
  });

  it('draws the same with the same seed in whatever order people stand, and others with another', () => {
    const all = Array.from({ length: 200 }, (_, at) => one(`p${at}`, `d${at % 7}`, `s${at % 3}`));
    const first = draw(all, 8);
    assert.deepEqual(draw(all.toReversed(), 8), first);
    assert.notDeepEqual(draw(all, 8, { seed: 'other' }), first);
  });

  it('goes on from those who hold a place, so that a replacement differs from them', () => {
    const placed = [one('x', 'a', 'gent')];
    const all = [one('y', 'a', 'gent'), one('z', 'b', 'luik')];
    assert.deepEqual(draw(all, 1, { placed }), [{ id: 'z', because: 'both' }]);
  });

  it('says why each was drawn', () => {
    const all = [one('a', 'a', 's'), one('b', 'b', 's'), one('c', 'a', 's')];
    const why = draw(all, 3).map(({ because }) => because);
    assert.deepEqual(why.toSorted(), ['both', 'department', 'lot']);
  });

  it('draws fewer where there are no more', () => assert.equal(draw([one('a', 'a', 's')], 8).length, 1));

  it('gives everybody who is alike the same chance', () => {
    const all = Array.from({ length: 10 }, (_, at) => one(`p${at}`, 'a', 's'));
    const times = new Map<string, number>();
    for (let seed = 0; seed < 2000; seed += 1)
      for (const { id } of draw(all, 2, { seed: String(seed) })) times.set(id, (times.get(id) ?? 0) + 1);
    for (const count of times.values()) assert.ok(count > 320 && count < 480, String(count));
  });
});
