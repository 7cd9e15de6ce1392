import assert from 'node:assert/strict';
import { groupAt, groups, numberOf } from '../../../src/features/programmes/parts/rules.ts';
import { findPage } from '../../../src/tab/page-table.tsx';
import { pages } from '../../../src/tab/pages.tsx';

const openAt = (path: string): string | undefined => groupAt(path)?.first.name;

describe('the parts of a programme', () => {
  it('are the seven steps in their order, between the overview and what concerns them all', () => {
    assert.deepEqual(
      groups.filter((one) => numberOf(one) !== undefined).map((one) => [numberOf(one), one.first.name]),
      [
        ...([
          [1, 'goals'],
          [2, 'recruitment'],
          [3, 'matching'],
          [4, 'training'],
        ] as const),
        ...([
          [5, 'checkins'],
          [6, 'thanks'],
          [7, 'stories'],
        ] as const),
      ],
    );
  });

  it('lead to pages that are there', () => {
    for (const { first, others } of groups)
      for (const { path } of [first, ...others]) assert.ok(findPage(pages, `/programmes/p${path}`), path);
  });

  it('say which step is open, also on a page below one of its pages', () => {
    assert.equal(openAt(''), 'overview');
    assert.equal(openAt('/pairs'), 'matching');
    assert.equal(openAt('/matching/what-counts'), 'matching');
    assert.equal(openAt('/recruitment/kit'), 'recruitment');
    assert.equal(openAt('/evidence'), 'checkins');
    assert.equal(openAt('/events/e'), 'thanks');
    assert.equal(openAt('/messages/m'), 'messages');
    assert.equal(openAt('/apply'), undefined);
  });
});
