import assert from 'node:assert/strict';
import { createVault, type Vault } from '../../../src/platform/vault.ts';
import { day, systemClock } from '../../../src/platform/clock.ts';
import { job } from '../../../src/platform/doors.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import { register } from '../../../src/platform/kept.ts';
import type { Place } from '../../../src/platform/places.ts';
import type { Change, Tables } from '../../../src/platform/tables.ts';
import { leftOut } from '../../../src/features/privacy/copies/model.ts';
import { restoreCopy, totalsIn, type Restored } from '../../../src/features/privacy/copies/restoring/usecases.ts';
import { listCopies } from '../../../src/features/privacy/copies/store.ts';
import type { CopyDeps } from '../../../src/features/privacy/copies/taking/usecases.ts';
import { copyInTurn, makeCopy, type TurnEnd } from '../../../src/features/privacy/copies/usecases.ts';
import { z } from 'zod';
import { testApp, type TestApp } from '../../support/app.ts';
import {
  addTasks,
  containerPlace,
  copyDeps,
  dyingAfter,
  everyRow,
  filledApp,
  folderPlace,
  rawRow,
} from '../../support/copies.ts';
import { testVault } from '../../support/vault.ts';

const nobodyErased = { replayErasures: () => Promise.resolve(0) };
const restore = (app: Pick<TestApp, 'deps'>, place: Place, name?: string): Promise<Restored> =>
  restoreCopy(copyDeps(app, place), { ...nobodyErased, name });

const because = (reason: string, field?: RegExp) => (error: unknown) => {
  assert.ok(isFailure(error), String(error));
  assert.equal(error.reason, reason);
  if (field) assert.match(error.fields.map((one) => `${one.field} ${one.reason}`).join(', '), field);
  return true;
};

describe('a copy of the state', () => {
  it('is put back equal by count and sum, out of a folder and out of a container', async () => {
    const app = await filledApp();
    for (const place of [folderPlace(), await containerPlace(`copies-${app.prefix}`)]) {
      const made = await makeCopy(copyDeps(app, place));
      const other = await testApp();
      const restored = await restore(other, place);
      assert.deepEqual([restored.name, restored.wentOnFrom, made.moving], [made.name, 0, []]);
      const [before, after] = [await totalsIn(app.deps), await totalsIn(other.deps)];
      assert.deepEqual(after, before);
      assert.deepEqual(made.tables, before);
      assert.ok(Object.values(before).reduce((sum, { rows }) => sum + rows, 0) > 300);
    }
  });

  it('holds a row of each kind, or the list says why not', async () => {
    const [app, other, place] = [await filledApp(), await testApp(), folderPlace()];
    await makeCopy(copyDeps(app, place));
    await restore(other, place);
    const [before, after] = [await everyRow(app.deps.tables), await everyRow(other.deps.tables)];
    const kinds = Object.entries(register).flatMap(([table, all]) =>
      Object.keys(all).map((kind) => [table, kind] as const),
    );
    const missing = kinds.filter(([table, kind]) => !after.has(`${table} p1 ${kind}.one`)).map((one) => one.join(' '));
    assert.deepEqual(missing.toSorted(), Object.keys(leftOut).toSorted());
    for (const [key, text] of after) assert.equal(text, before.get(key), key);
  });

  it('lets what waited run, and what had failed stand on the list of what failed', async () => {
    const ran: string[] = [];
    const noting = job({
      ...{ name: 'test.note', data: z.object({ what: z.string() }) },
      run: async (_, { what }) => void ran.push(what),
    });
    const [app, other, place] = [await testApp(), await testApp({ jobs: [noting] }), folderPlace()];
    await addTasks(app);
    await makeCopy(copyDeps(app, place));
    await restore(other, place);
    await other.run();
    assert.deepEqual(ran, ['now']);
    other.pass({ days: 1 });
    await other.run();
    assert.deepEqual(ran, ['now', 'later']);
    assert.deepEqual(
      (await other.deps.outbox.failed()).map(({ id }) => id),
      ['broken'],
    );
    assert.equal(await other.deps.outbox.retry('programmes', 'p1', 'broken'), true);
  });

  it('is whole while somebody writes: no batch is torn, and no change has lost its task', async () => {
    const [app, other, place] = [await filledApp(), await testApp(), folderPlace()];
    const writing = await someoneWriting(app, ['p1', 'busy']);
    const made = await makeCopy({ ...copyDeps(app, place), tables: writing.before((scan) => scan % 9 === 0) });
    await restore(other, place);
    const rows = await everyRow(other.deps.tables);
    for (const place of ['p1', 'busy'])
      assert.equal(rows.get(`programmes ${place} pair.left`), rows.get(`programmes ${place} trained.right`), place);
    const changes = changesIn(rows);
    for (const [change, task, end] of changes)
      assert.ok(rows.has(task) || rows.has(end), `${change} has lost its task`);
    process.stdout.write(`      ${writing.count()} batches written meanwhile, ${changes.length} changes in the copy\n`);
    assert.ok(writing.count() > 4 && changes.length > 20);
    assert.deepEqual(made.moving, []);
    assert.ok(made.retaken.some(([key]) => key === 'programmes busy'));
  });

  it('names a partition that was never still, with the rest of each batch in it, and each task that is not over', async () => {
    const [app, other, place] = [await testApp(), await testApp(), folderPlace()];
    const writing = await someoneWriting(app, ['busy']);
    const made = await makeCopy({ ...copyDeps(app, place), tables: writing.before(() => true) });
    assert.deepEqual(made.moving, ['programmes busy']);
    const restored = await restore(other, place);
    assert.deepEqual(restored.moving, made.moving);
    const [rows, now] = [await everyRow(other.deps.tables), await everyRow(app.deps.tables)];
    const twins = [...rows].filter(([key]) => /^programmes busy (pair|trained)\.[ac]/.test(key));
    assert.ok(twins.length > 60);
    for (const [key, text] of twins)
      assert.equal(
        rows.get(key.replace(/(pair|trained)\./, (word) => (word === 'pair.' ? 'trained.' : 'pair.'))),
        text,
        key,
      );
    const changes = changesIn(rows);
    assert.ok(changes.length > 20);
    for (const [change, task] of changes)
      if (!rows.has(task))
        assert.equal(now.has(task), false, `the task of ${change} still waits there, and is lost here`);
  });
});

describe('a copy that is not as it was made', () => {
  async function copied(): Promise<{ place: Place; name: string; files: string[]; empty: TestApp }> {
    const [app, empty, place] = [await filledApp(), await testApp(), folderPlace()];
    const { name } = await makeCopy(copyDeps(app, place));
    return { place, name, empty, files: await place.list(`${name}/`) };
  }
  const nothingWritten = async ({ deps }: TestApp): Promise<void> =>
    assert.equal((await everyRow(deps.tables)).size, 0);

  it('is refused before anything is written, whichever bit of whichever file is another', async () => {
    const { place, name, files, empty } = await copied();
    for (const file of files) {
      const bytes = Buffer.from((await place.read(file)) ?? []);
      for (const at of [Math.floor(bytes.length / 2), bytes.length - 6]) {
        const other = Buffer.from(bytes);
        other[at] = (other[at] ?? 0) ^ 1;
        await place.put(file, other);
        await assert.rejects(restore(empty, place, name), isFailure, file);
      }
      await place.put(file, bytes.subarray(0, bytes.length - 1));
      await assert.rejects(restore(empty, place, name), because('copy-broken', /changed/));
      await place.put(file, bytes);
    }
    await nothingWritten(empty);
    await restore(empty, place, name);
  });

  it('is refused when a segment is missing, or stands in the place of another', async () => {
    const { place, name, files, empty } = await copied();
    const [segment = ''] = files.filter((one) => !one.endsWith('manifest.json'));
    const bytes = (await place.read(segment)) ?? new Uint8Array();
    await place.remove(segment);
    await assert.rejects(restore(empty, place, name), because('copy-broken', /missing/));
    const app = await filledApp();
    const { name: second } = await makeCopy(copyDeps(app, place));
    const [foreign = ''] = (await place.list(`${second}/`)).filter((one) => !one.endsWith('manifest.json'));
    await place.put(foreign, bytes);
    await assert.rejects(restore(empty, place, second), because('copy-broken', /changed/));
    await nothingWritten(empty);
  });

  it('is refused by another vault key, another format and an older product, each with its reason', async () => {
    const { place, name, empty } = await copied();
    const other: Vault = { ...testVault, unwrap: (wrapped) => foreignVault().unwrap(wrapped) };
    await assert.rejects(
      restoreCopy({ ...copyDeps(empty, place), vault: other }, { ...nobodyErased, name }),
      because('copy-key', /\/keys\/identity/),
    );
    const file = `${name}/manifest.json`;
    const text = Buffer.from((await place.read(file)) ?? []).toString('utf8');
    for (const [from, to, reason] of [
      ['"format": 1', '"format": 2', 'copy-format'],
      ['"product": "0.2', '"product": "0.3', 'copy-newer'],
      ['"product": "0.2', '"product": "0.0', 'copy-broken'],
    ] as const) {
      assert.ok(text.includes(from));
      await place.put(file, Buffer.from(text.replace(from, to)));
      await assert.rejects(restore(empty, place, name), because(reason));
    }
    await nothingWritten(empty);
  });

  it('is refused where nothing is, and where it was never finished', async () => {
    const [app, empty, place] = [await filledApp(), await testApp(), folderPlace()];
    await assert.rejects(restore(empty, place), because('copy-none'));
    const dying: Place = {
      ...place,
      put: (name, bytes) => (name.includes('/00') ? Promise.reject(new Error('killed')) : place.put(name, bytes)),
    };
    await assert.rejects(makeCopy({ ...copyDeps(app, place), place: dying }), /killed/);
    assert.deepEqual(
      (await listCopies(place)).map(({ isWhole }) => isWhole),
      [false],
    );
    await assert.rejects(restore(empty, place), because('copy-none'));
    const { name } = await makeCopy(copyDeps(app, place));
    assert.equal((await restore(empty, place)).name, name);
  });
});

describe('putting a copy back', () => {
  it('is refused in an account in which something is', async () => {
    const [app, place] = [await filledApp(), folderPlace()];
    await makeCopy(copyDeps(app, place));
    const before = await totalsIn(app.deps);
    await assert.rejects(restore(app, place), because('account-not-empty', /programmes/));
    const other = await testApp();
    await other.deps.tables.commit([rawRow('system', 'pulse', 'pulse.one', {})]);
    await assert.rejects(restore(other, place), because('account-not-empty', /system/));
    assert.deepEqual(await totalsIn(app.deps), before);
  });

  it('goes on where it was killed, wherever that was, and only with the same copy', async () => {
    const [app, place] = [await filledApp(), folderPlace()];
    await addTasks(app);
    const { name } = await makeCopy(copyDeps(app, place));
    const before = await totalsIn(app.deps);
    const other = await testApp();
    const { name: second } = await makeCopy(copyDeps(app, place));
    for (const batches of [1, 2, 5, 9, 14]) {
      const tables = dyingAfter(other.deps.tables, batches);
      await assert.rejects(restoreCopy({ ...copyDeps(other, place), tables }, { ...nobodyErased, name }), /killed/);
      await assert.rejects(restore(other, place, second), because('account-other-copy', new RegExp(name)));
    }
    await restore(other, place, name);
    assert.deepEqual(await totalsIn(other.deps), before);
    await assert.rejects(restore(other, place, name), because('account-not-empty'));
  });

  it('erases anew whoever was erased since, once all rows stand, and again when that broke off', async () => {
    const [app, other, place] = [await filledApp(), await testApp(), folderPlace()];
    await makeCopy(copyDeps(app, place));
    const wanted = await totalsIn(app.deps);
    const replay = async (): Promise<number> => {
      assert.deepEqual(await totalsIn(other.deps), wanted);
      await other.deps.tables.drop('people', 'p1', 'passport.one');
      throw new Error('killed');
    };
    await assert.rejects(restoreCopy(copyDeps(other, place), { replayErasures: replay }), /killed/);
    const restored = await restoreCopy(copyDeps(other, place), { replayErasures: () => Promise.resolve(2) });
    assert.equal(restored.erasedAnew, 2);
    assert.equal((await everyRow(other.deps.tables)).has('people p1 passport.one'), false);
  });
});

describe('copies by themselves', () => {
  const every = 3_600_000;
  /** Each step in a process of its own: nothing is remembered between two. */
  async function stepsOf(deps: CopyDeps): Promise<TurnEnd[]> {
    const ends: TurnEnd[] = [];
    do ends.push(await copyInTurn({ ...deps }, { every, within: 0 }));
    while (ends.at(-1)?.outcome === 'under-way');
    return ends;
  }

  it('are made every hour, page by page, by whichever process has the turn', async () => {
    const [app, other, place] = [await filledApp(), await testApp(), folderPlace()];
    const deps = copyDeps(app, place);
    assert.equal((await copyInTurn(deps, { every, within: 0 })).outcome, 'not-yet');
    app.rest({ hours: 1 });
    const ends = await stepsOf(deps);
    assert.equal(ends.at(-1)?.outcome, 'made');
    assert.ok(ends.length > 10, `${ends.length} steps`);
    assert.equal((await copyInTurn(deps, { every, within: 0 })).outcome, 'not-yet');
    await restore(other, place);
    assert.deepEqual(await totalsIn(other.deps), await totalsIn(app.deps));
    assert.deepEqual(
      (await place.list()).filter((one) => /begun|progress/.test(one)),
      [],
    );
  });

  it('begin anew when what there was of an unfinished one is gone', async () => {
    const [app, place] = [await filledApp(), folderPlace()];
    const deps = copyDeps(app, place);
    await copyInTurn(deps, { every, within: 0 });
    app.rest({ hours: 1 });
    assert.equal((await copyInTurn(deps, { every, within: 0 })).outcome, 'under-way');
    for (const one of await place.list()) if (one.endsWith('progress')) await place.remove(one);
    assert.equal((await stepsOf(deps)).at(-1)?.outcome, 'made');
    app.rest({ hours: 48 });
    assert.equal((await stepsOf(deps)).at(-1)?.outcome, 'made');
    assert.deepEqual(
      (await listCopies(place)).map(({ isWhole }) => isWhole),
      [true, true],
    );
  });
});

const foreignVault = (): Vault => {
  const key = 'https://other.vault.azure.net/keys/theirs';
  const config = { vault: { url: 'https://other.vault.azure.net', keyId: key }, managedIdentity: {} };
  const outbound = (): never => {
    throw new Error('is refused before it is asked');
  };
  return createVault({ config, outbound, clock: systemClock } as unknown as Parameters<typeof createVault>[0]);
};

/** Each change in the partition, with its task and the row that stands there when the task is over. */
function changesIn(rows: ReadonlyMap<string, string>): [string, string, string][] {
  const at = 'programmes busy';
  const ids = [...rows.keys()].filter((key) => key.startsWith(`${at} trained.c`)).map((key) => key.split('.c')[1]);
  return ids.map((id) => [`${at} trained.c${id}`, `${at} task.after-${id}`, `${at} sent.${id}`]);
}

/**
 * Changes two rows of a partition together, and makes changes with a task that ends with a row in its place. More than a page of
 * other rows stands between the two, and between a task and its change.
 */
async function someoneWriting({ deps: { tables, outbox }, clock }: TestApp, places: readonly string[]) {
  let [count, scans] = [0, 0];
  const pair = (place: string): Change[] =>
    ['pair.left', 'trained.right'].map((key) => rawRow('programmes', place, key, { count }));
  async function write(): Promise<void> {
    count += 1;
    for (const place of places) {
      const task = { id: `after-${count}`, job: 'test.note', due: clock.now() + day, data: {} };
      const twins = ['pair', 'trained'].map((kind) => rawRow('programmes', place, `${kind}.c${count}`, { count }));
      // The same two of ten again and again, as well.
      const again = ['pair', 'trained'].map((kind) => rawRow('programmes', place, `${kind}.a${count % 10}`, { count }));
      await outbox.commit([...pair(place), ...twins, ...again], [task]);
      if (count > 8) await end(place, count - 8);
    }
  }
  async function end(place: string, number: number): Promise<void> {
    const rowKey = `task.after-${number}`;
    const found = await tables.read('programmes', place, rowKey);
    const remove = { table: 'programmes', partition: place, rowKey, how: 'remove', etag: found?.etag ?? '' } as const;
    await tables.commit([remove, rawRow('programmes', place, `sent.${number}`, {})]);
  }
  for (let at = 0; at < 24; at += 1) await write();
  const between = Array.from({ length: 1_200 }, (_, at) => `team.${at}`);
  for (const place of places)
    for (let at = 0; at < between.length; at += 100)
      await tables.commit(between.slice(at, at + 100).map((key) => rawRow('programmes', place, key, {})));
  const begun = count;
  /** Tables before whose pages somebody writes. */
  const before = (isNow: (scan: number) => boolean): Tables => ({
    ...tables,
    scan: async (...words) => {
      if (isNow((scans += 1))) await write();
      return tables.scan(...words);
    },
  });
  return { before, count: () => count - begun };
}
