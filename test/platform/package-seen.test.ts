import assert from 'node:assert/strict';
import { z } from 'zod';
import { route } from '../../src/platform/doors.ts';
import { silentLog, type Log } from '../../src/platform/log.ts';
import { packageHeader } from '../../src/platform/package-header.ts';
import { createPackageWatch, packagesSeen } from '../../src/platform/package-seen.ts';
import type { Tables } from '../../src/platform/tables.ts';
import { compareVersions, productVersion } from '../../src/platform/version.ts';
import { knownTokens, startApi } from '../support/api.ts';
import { aPerson, testApp, type TestApp } from '../support/app.ts';

const day = 86_400_000;
const newer = '99.0.0';
const older = '0.0.9';

describe('the packages in use', () => {
  let app: TestApp;
  let warned: string[];
  let written: number;
  let now: number;
  const log: Log = { ...silentLog, warn: (_facts, message) => void warned.push(message) };

  beforeEach(async () => {
    app = await testApp();
    [warned, written, now] = [[], 0, Date.UTC(2026, 2, 3)];
  });

  const counted = (): Tables => ({
    ...app.deps.tables,
    commit: (changes) => {
      written += 1;
      return app.deps.tables.commit(changes);
    },
  });
  const watch = (tables = counted()) =>
    createPackageWatch({ tables, log, clock: { ...app.deps.clock, machine: () => now } });

  /** Notes go their own way: the test waits until as many as it expects have arrived. */
  async function untilSeen(count: number): Promise<NonNullable<Awaited<ReturnType<typeof packagesSeen>>>> {
    for (;;) {
      const seen = await packagesSeen(app.deps.tables, now);
      if (seen?.versions.length === count) return seen;
    }
  }

  it('are known by their oldest and their newest, in the order of versions', async () => {
    assert.equal(await packagesSeen(app.deps.tables, now), undefined);
    const packages = watch();
    for (const version of ['99.9.0', '99.10.0', '0.0.11', productVersion]) packages.note(version);
    const { oldest, newest } = await untilSeen(4);
    assert.deepEqual([oldest, newest], ['0.0.11', '99.10.0']);
    assert.ok(compareVersions('1.2.3', '1.2.3') === 0 && compareVersions('1.10.0', '1.9.9') > 0);
  });

  it('are written once a day and process, and forgotten 30 days after they were last opened', async () => {
    const packages = watch();
    for (let request = 0; request < 1000; request += 1) packages.note(productVersion);
    assert.equal(written, 1);
    now += day;
    packages.note(productVersion);
    assert.equal(written, 2);
    await untilSeen(1);
    assert.equal(await packagesSeen(app.deps.tables, now + 31 * day), undefined);
  });

  it('are told in the log once, when they are older or newer than the server', () => {
    const packages = watch();
    for (const version of [older, newer, productVersion, older, newer]) packages.note(version);
    assert.equal(warned.length, 2);
    assert.match(warned[0] ?? '', /older app package.*upload the new one/);
    assert.match(warned[1] ?? '', /newer app package.*deploy the new server/);
  });

  it('are not what anybody makes up: no other text, and no more than twenty', () => {
    const packages = watch();
    for (const text of [undefined, '', '1', '1.2', '1.2.3-beta', '1.2.3/../x', 'x'.repeat(9000), '123456.0.0'])
      packages.note(text);
    assert.equal(written, 0);
    for (let made = 0; made < 100; made += 1) packages.note(`7.0.${made}`);
    assert.equal(written, 20);
  });

  it('are noted anew when the store was away', async () => {
    let away = true;
    const tables: Tables = {
      ...app.deps.tables,
      commit: (changes) => (away ? Promise.reject(new Error('away')) : app.deps.tables.commit(changes)),
    };
    const packages = watch(tables);
    packages.note(productVersion);
    await new Promise(setImmediate);
    assert.deepEqual(warned, ['the version of a package was not noted']);
    away = false;
    packages.note(productVersion);
    await untilSeen(1);
  });

  it('are heard from whoever is signed in, old and new ones served alike, and from nobody else', async () => {
    now = app.deps.clock.machine();
    await app.addPeople(aPerson(1));
    const gives = z.object({ fine: z.boolean() });
    const here = route({
      method: 'GET',
      path: '/here',
      who: 'anybody-signed-in',
      gives,
      run: async () => ({ fine: true }),
    });
    const api = await startApi({ deps: app.deps, entra: knownTokens, routes: [here] });
    try {
      const ask = (version: string, headers: Record<string, string>): Promise<Response> =>
        fetch(`${api.url}/api/here`, { headers: { ...headers, [packageHeader]: version } });
      assert.equal((await ask('5.5.5', {})).status, 401);
      for (const version of [older, newer, 'nonsense'])
        assert.equal((await ask(version, { authorization: `Bearer ${aPerson(1).id}` })).status, 200);
      const { oldest, newest } = await untilSeen(2);
      assert.deepEqual([oldest, newest], [older, newer]);
    } finally {
      await api.close();
    }
  });
});
