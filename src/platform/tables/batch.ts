/** Changes as the service takes them: one by itself, several as a batch. */
import type { TableClient, TransactionAction } from '@azure/data-tables';
import type { Change } from '../tables.ts';
import { entityOf } from './entity.ts';

export function actionOf(change: Change, op: string): TransactionAction {
  const entity = entityOf(change.partition, change.rowKey, op, change.how === 'remove' ? undefined : change.value);
  if (change.how === 'create') return ['create', entity];
  if (change.how === 'put') return ['upsert', entity, 'Replace'];
  const etag = change.etag;
  if (etag === undefined) throw new Error(`no ETag for ${change.rowKey}`);
  return change.how === 'remove'
    ? ['delete', { ...entity, etag } as typeof entity]
    : ['update', entity, 'Replace', { etag }];
}

export async function submit(
  client: TableClient,
  actions: TransactionAction[],
  abortSignal: AbortSignal,
): Promise<string | undefined> {
  const only = actions.length === 1 ? actions[0] : undefined;
  if (only?.[0] === 'create') return (await client.createEntity(only[1], { abortSignal })).etag;
  if (only?.[0] === 'upsert') return (await client.upsertEntity(only[1], 'Replace', { abortSignal })).etag;
  if (only?.[0] === 'update') {
    const { etag } = only[3] as { etag: string };
    return (await client.updateEntity(only[1], 'Replace', { abortSignal, etag })).etag;
  }
  if (only?.[0] === 'delete') {
    const { partitionKey, rowKey, etag } = only[1] as { partitionKey: string; rowKey: string; etag?: string };
    await client.deleteEntity(partitionKey, rowKey, { abortSignal, ...(etag ? { etag } : {}) });
    return undefined;
  }
  const { subResponses } = await client.submitTransaction(actions, { abortSignal });
  // The SDK takes any 2xx for a yes, also a page that some proxy put in its place: a true one answers each change.
  if (subResponses.length !== actions.length) throw new SyntaxError('not the answer to this batch');
  return subResponses[0]?.etag;
}
