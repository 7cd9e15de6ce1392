/** A client of one table, without the steps of its pipeline that do nothing here, each of which costs something at each call. */
import { TableClient } from '@azure/data-tables';
import type { TablesOptions } from '../tables.ts';

/** Traces that nobody collects, forms, redirects (which are followed nowhere), and retries of its own: `tables.ts` tries again itself. */
const useless = [
  ...[
    'tracingPolicy',
    'redirectPolicy',
    'formDataPolicy',
    'multipartPolicy',
    'defaultRetryPolicy',
    'throttlingRetryPolicy',
  ],
  ...['logPolicy', 'decompressResponsePolicy'],
];

export function clientFor(options: TablesOptions, table: string): TableClient {
  const client = connect(options, table);
  for (const name of useless) client.pipeline.removePolicy({ name });
  return client;
}

function connect({ connection, url, credential }: TablesOptions, table: string): TableClient {
  const retryOptions = { maxRetries: 0 };
  if (connection !== undefined)
    return TableClient.fromConnectionString(connection, table, { allowInsecureConnection: true, retryOptions });
  if (url === undefined || credential === undefined)
    throw new Error('neither a connection nor an account is configured');
  return new TableClient(url, table, credential, { retryOptions });
}
