import assert from 'node:assert/strict';
import { changesFor, stopsFor, unreadOf } from '../../../src/features/insights/welcome/rules.ts';
import { greetingFor, newestVersion, stopNames, versions } from '../../../src/features/insights/welcome/model.ts';
import { say } from '../../../src/features/insights/welcome/words.ts';
import { pages } from '../../../src/tab/pages.tsx';
import { findPage } from '../../../src/tab/page-table.tsx';
import { compareVersions, productVersion } from '../../../src/platform/version.ts';

const aPair = (side: 'mentee' | 'mentor', state: 'active' | 'ended' = 'active') =>
  ({ programmeId: 'p', id: 'a', side, state }) as const;
const namesFor = (...given: Parameters<typeof stopsFor>): string[] => stopsFor(...given).map(({ name }) => name);

describe('the first look around', () => {
  it('shows each person what is theirs, and help last', () => {
    assert.deepEqual(namesFor([], []), ['mine', 'begin', 'stories', 'help']);
    assert.deepEqual(namesFor([], [aPair('mentee')]), ['mine', 'mentee', 'courses', 'help']);
    assert.deepEqual(namesFor([], [aPair('mentor', 'ended'), aPair('mentor')]), ['mine', 'mentor', 'courses', 'help']);
    assert.deepEqual(namesFor([], [aPair('mentor', 'ended')]), ['mine', 'begin', 'stories', 'help']);
    assert.deepEqual(namesFor(['Coordinator'], [aPair('mentor')]), ['mine', 'programmes', 'surveys', 'help']);
    assert.deepEqual(namesFor(['Administrator'], []), ['mine', 'beginning', 'installation', 'papers', 'help']);
    assert.deepEqual(namesFor(['Adviser'], []), ['mine', 'requests', 'help']);
  });

  it('stops only at pages that are there, and has words for each', () => {
    const all = [
      ...stopsFor(['Coordinator', 'Administrator', 'Adviser'], []),
      ...[[], [aPair('mentee')], [aPair('mentor')]].flatMap((pairs) => stopsFor([], pairs)),
    ];
    for (const { name, path } of all) {
      assert.ok(findPage(pages, path), path);
      assert.ok(say.has(`tour.${name}`) && say.has(`tour.${name}.text`), name);
    }
    assert.deepEqual([...new Set(all.map(({ name }) => name))].sort(), [...stopNames].sort());
  });

  it('is offered until it is over, and what changed after that, once', () => {
    assert.equal(greetingFor({}), 'tour');
    assert.equal(greetingFor({ changesRead: newestVersion }), 'tour');
    assert.equal(greetingFor({ toured: true, changesRead: '0.1.0' }), 'changes');
    assert.equal(greetingFor({ toured: true }), 'changes');
    assert.equal(greetingFor({ toured: true, changesRead: newestVersion }), 'nothing');
  });
});

describe('what changed', () => {
  it('is told of the version that runs, the newest first', () => {
    assert.equal(newestVersion, productVersion);
    const inOrder = versions.map(({ version }) => version).toSorted((a, b) => compareVersions(b, a));
    assert.deepEqual(
      versions.map(({ version }) => version),
      inOrder,
    );
  });

  it('is a short list for each version, with words for each line', () => {
    const lines = versions.flatMap(({ changes }) => changes.map(({ line }) => line));
    for (const line of lines) assert.ok(say.has(`change.${line}`), line);
    assert.equal(new Set(lines).size, lines.length, 'a line stands for one sentence only');
    for (const { changes } of versions) assert.ok(changes.length <= 5);
  });

  it('leaves out what is for other roles, and what was read', () => {
    const mine = changesFor([]);
    assert.deepEqual(mine[0]?.lines, ['tour', 'met']);
    assert.deepEqual(changesFor(['Coordinator'])[0]?.lines, ['tour', 'met', 'yours', 'steps']);
    assert.deepEqual(
      unreadOf(mine, '0.1.0').map(({ version }) => version),
      ['0.2.0'],
    );
    assert.deepEqual(
      unreadOf(mine, undefined).map(({ version }) => version),
      [newestVersion],
    );
    assert.deepEqual(unreadOf(mine, newestVersion), []);
  });
});
