/** An account full of rows, and places and vaults for copies of it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config.ts';
import { day } from '../../src/platform/clock.ts';
import { register } from '../../src/platform/kept.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { placeAt, type Place } from '../../src/platform/places.ts';
import type { Change, TableName, Tables } from '../../src/platform/tables.ts';
import { tasks } from '../../src/platform/outbox/task.ts';
import type { CopyDeps } from '../../src/features/privacy/copies/taking/usecases.ts';
import { testApp, type TestApp } from './app.ts';
import { ids } from './cloud.ts';
import { testStorage } from './storage.ts';
import { testVault } from './vault.ts';

/** A row of each kind that there is, the kinds that no copy holds included; in two partitions, and two of them large. */
export async function fill({ tables }: Pick<Platform, 'tables'>): Promise<void> {
  for (const [table, kinds] of Object.entries(register))
    for (const partition of ['p1', 'p2']) {
      const rows = Object.keys(kinds).map((kind) =>
        rawRow(table as TableName, partition, `${kind}.one`, { kind, partition }),
      );
      for (let start = 0; start < rows.length; start += 100) await tables.commit(rows.slice(start, start + 100));
    }
  // Characters that a batch takes for the end of a line, more than one property holds, and numbers of every shape.
  const odd = { text: 'a\u2028b\u007f"\\é😀', long: 'x'.repeat(70_000), '2': 1, '1': [0.1, -3e-7, 1e21, null, true] };
  await tables.commit([rawRow('programmes', 'p1', 'story.odd', odd)]);
}

export const rawRow = (table: TableName, partition: string, rowKey: string, value: unknown): Change => ({
  ...{ table, partition, rowKey, how: 'put', value },
});

/** Waits for a day; failed; due now. */
export async function addTasks({ deps, clock }: TestApp): Promise<void> {
  const change = rawRow('programmes', 'p1', 'pair.changed', {});
  await deps.outbox.commit(
    [change],
    [
      { id: 'later', job: 'test.note', due: clock.now() + day, data: { what: 'later' } },
      { id: 'now', job: 'test.note', data: { what: 'now' } },
      { id: 'broken', job: 'test.note', data: { what: 'broken' } },
    ],
  );
  const row = await tasks.programmes.find(deps.tables, 'p1', 'broken');
  if (row) await deps.tables.commit([tasks.programmes.replace(row, { ...row.value, state: 'failed', attempts: 6 })]);
}

const folders: string[] = [];
process.once('exit', () => folders.forEach((one) => rmSync(one, { recursive: true, force: true })));

export function folderPlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-copies-'));
  folders.push(folder);
  return placeAt(folder, emulatorConfig('UseDevelopmentStorage=true'));
}

/** A container of the emulator. */
export async function containerPlace(name: string): Promise<Place> {
  const connection = await testStorage();
  const blobs = /BlobEndpoint=([^;]+)/.exec(connection)?.[1] ?? '';
  return placeAt(`${blobs}/${name}`, emulatorConfig(connection));
}

export function emulatorConfig(connection: string) {
  return readConfig({
    ...{ BASE_URL: 'http://127.0.0.1:1', TENANT_ID: ids.tenantId, TAB_CLIENT_ID: ids.tabClientId, BOT_ID: ids.botId },
    ...{ BOT_TYPE: 'UserAssignedMSI', STORAGE_CONNECTION: connection },
  });
}

export function copyDeps({ deps }: Pick<TestApp, 'deps'>, place: Place): CopyDeps {
  return { tables: deps.tables, clock: deps.clock, vault: testVault, place };
}

export async function filledApp(options: Parameters<typeof testApp>[0] = {}): Promise<TestApp> {
  const app = await testApp(options);
  await fill(app.deps);
  return app;
}

/** Whose writes fail once so many batches are through: as if the process had been killed then. */
export function dyingAfter(tables: Tables, batches: number): Tables {
  let left = batches;
  return {
    ...tables,
    commit: (changes) => ((left -= 1) < 0 ? Promise.reject(new Error('killed')) : tables.commit(changes)),
  };
}

/** Every row of the tables, as text, by `table partition rowKey`. */
export async function everyRow(tables: Tables): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  for (const table of Object.keys(register) as TableName[])
    for (let next: string | undefined, isFirst = true; isFirst || next !== undefined; isFirst = false) {
      const page = await tables.scan(table, next);
      for (const { partition, rowKey, text } of page.rows) all.set(`${table} ${partition} ${rowKey}`, text);
      next = page.next;
    }
  return all;
}
