import assert from 'node:assert/strict';
import { findPage, page, type TabPage } from '../../src/tab/page-table.tsx';
import { pages } from '../../src/tab/pages.tsx';

const none = async (): Promise<never> => Promise.reject(new Error('not shown here'));
const table: readonly TabPage[] = ['/', '/stories/new', '/stories/:storyId', '/a/:one/b/:two'].map((path) =>
  page({ path, area: 'mine', load: none }),
);
const found = (address: string): unknown => {
  const one = findPage(table, address);
  return one && [one.page.path, one.params];
};

describe('the table of pages', () => {
  it('finds the first row that an address fits, with its parameters', () => {
    assert.deepEqual(found('/'), ['/', {}]);
    assert.deepEqual(found('/stories/new'), ['/stories/new', {}]);
    assert.deepEqual(found('/stories/x1/'), ['/stories/:storyId', { storyId: 'x1' }]);
    assert.deepEqual(found('/a/%C3%A9/b/2?sort=name'), ['/a/:one/b/:two', { one: 'é', two: '2' }]);
  });

  it('finds nothing for an address that is too short, too long, or not whole', () => {
    for (const address of ['/stories', '/stories/', '/stories/a/b', '/a//b/c', '/x'])
      assert.equal(found(address), undefined);
  });

  it('takes an address as it is when it cannot be decoded', () => {
    assert.deepEqual(found('/stories/%E0%A4%A'), ['/stories/:storyId', { storyId: '%E0%A4%A' }]);
  });

  it('of the product has each address once, and none that an earlier row hides', () => {
    for (const { path } of pages) assert.equal(findPage(pages, path)?.page.path, path);
  });
});
