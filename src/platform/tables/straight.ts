/** Operations straight on the service with the client that `tables.ts` uses, and nothing around it: to measure what storage itself can do. */
import { odata, TableClient, type TransactionAction } from '@azure/data-tables';

interface At {
  readonly table: string;
  readonly partition: string;
}
type Properties = Readonly<Record<string, unknown>>;

export type Operation = At &
  (
    | { readonly kind: 'point'; readonly rowKey: string }
    | { readonly kind: 'range'; readonly from: string; readonly to: string }
    | { readonly kind: 'insert' | 'update' | 'put'; readonly rowKey: string; readonly properties: Properties }
    | { readonly kind: 'remove'; readonly rowKey: string }
    | { readonly kind: 'batch'; readonly rows: readonly (Properties & { readonly rowKey: string })[] }
  );

/** Does one operation; a range gives its first thousand rows. What is not there is no error. */
export function straightTo(connection: string): (one: Operation) => Promise<void> {
  const clients = new Map<string, TableClient>();
  const options = { allowInsecureConnection: true, retryOptions: { maxRetries: 0 } };
  const clientOf = (table: string): TableClient => {
    const client = clients.get(table) ?? TableClient.fromConnectionString(connection, table, options);
    clients.set(table, client);
    return client;
  };
  return async (one) => {
    const client = clientOf(one.table);
    await run(client, one).catch((error: unknown) => {
      if (!(error instanceof Error && 'statusCode' in error && error.statusCode === 404)) throw error;
    });
  };
}

async function run(client: TableClient, one: Operation): Promise<unknown> {
  const { partition: partitionKey } = one;
  switch (one.kind) {
    case 'point':
      return client.getEntity(partitionKey, one.rowKey);
    case 'range': {
      const filter = odata`PartitionKey eq ${partitionKey} and RowKey ge ${one.from} and RowKey lt ${one.to}`;
      return client.listEntities({ queryOptions: { filter } }).byPage({ maxPageSize: 1_000 }).next();
    }
    case 'insert':
      return client.createEntity({ ...one.properties, partitionKey, rowKey: one.rowKey });
    case 'update':
      return client.updateEntity({ ...one.properties, partitionKey, rowKey: one.rowKey }, 'Replace', { etag: '*' });
    case 'put':
      return client.upsertEntity({ ...one.properties, partitionKey, rowKey: one.rowKey }, 'Replace');
    case 'remove':
      return client.deleteEntity(partitionKey, one.rowKey);
    case 'batch': {
      const actions = one.rows.map((row): TransactionAction => ['upsert', { ...row, partitionKey }, 'Replace']);
      return client.submitTransaction(actions);
    }
    default:
      return one satisfies never;
  }
}
