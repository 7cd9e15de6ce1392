import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TableClient } from '@azure/data-tables';
import { QueueClient } from '@azure/storage-queue';
import type { FaultKind } from '../../src/sandbox/faults.ts';
import { startStorage, type Storage } from '../../src/sandbox/storage/server.ts';

const row = (rowKey: string) => ({ partitionKey: 'p', rowKey, text: 'x'.repeat(200) });
const impatient = { retryOptions: { maxRetries: 0 } };

describe('the sandbox storage', () => {
  let dataDir: string;
  let storage: Storage;

  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'storage-'));
    await start(false);
    await table().createTable();
    await queue().create();
  });
  after(async () => {
    await storage.close();
    await rm(dataDir, { recursive: true });
  });

  async function start(fresh: boolean): Promise<void> {
    storage = await startStorage({ ports: { blob: 0, queue: 0, table: 0 }, dataDir, fresh });
  }
  const table = (): TableClient =>
    TableClient.fromConnectionString(storage.connectionString, 'rows', { ...impatient, allowInsecureConnection: true });
  const queue = (): QueueClient =>
    new QueueClient(storage.connectionString, 'tasks', { retryOptions: { maxTries: 1 } });

  it('takes rows, batches and messages of the real clients', async () => {
    await table().submitTransaction([
      ['create', row('batch-1')],
      ['create', row('batch-2')],
    ]);
    const found: string[] = [];
    for await (const one of table().listEntities({ queryOptions: { filter: "PartitionKey eq 'p'" } }))
      found.push(String(one.rowKey));
    assert.deepEqual(found, ['batch-1', 'batch-2']);
    await queue().sendMessage('due');
    const { receivedMessageItems } = await queue().receiveMessages({ numberOfMessages: 5 });
    assert.deepEqual(
      receivedMessageItems.map((message) => message.messageText),
      ['due'],
    );
  });

  const beforeTheWork: readonly FaultKind[] = ['429', '503', '504', 'reset', 'html'];
  for (const kind of beforeTheWork)
    it(`writes nothing when a request meets ${kind}`, async () => {
      storage.inject('tables', kind, 1);
      await table()
        .createEntity(row(`lost-${kind}`))
        .catch(() => undefined);
      await assert.rejects(table().getEntity('p', `lost-${kind}`), { statusCode: 404 });
    });

  it('has done the work when only the answer is lost', async () => {
    storage.inject('tables', 'reset-after-commit', 1);
    await assert.rejects(table().createEntity(row('kept-1')));
    assert.equal((await table().getEntity('p', 'kept-1')).rowKey, 'kept-1');
    storage.inject('tables', 'truncated', 1);
    await assert.rejects(table().createEntity(row('kept-2')));
    assert.equal((await table().getEntity('p', 'kept-2')).rowKey, 'kept-2');
  });

  it('keeps a caller waiting until the caller gives up', async () => {
    storage.inject('queues', 'hang', 1);
    const deadline = AbortSignal.timeout(50);
    await assert.rejects(queue().getProperties({ abortSignal: deadline }), { name: 'AbortError' });
    assert.ok(await queue().getProperties());
  });

  it('spoils queues and tables apart', async () => {
    storage.inject('queues', '503', 1);
    assert.ok(await table().getEntity('p', 'batch-1'));
    await assert.rejects(queue().getProperties(), { statusCode: 503 });
  });

  it('has all data after a restart, and none after a fresh one', async () => {
    await queue().sendMessage('later');
    await storage.close();
    await start(false);
    assert.equal((await table().getEntity('p', 'kept-1')).rowKey, 'kept-1');
    assert.equal((await queue().peekMessages({ numberOfMessages: 5 })).peekedMessageItems.length, 1);
    await storage.close();
    await start(true);
    await assert.rejects(table().getEntity('p', 'kept-1'), { statusCode: 404 });
  });
});
