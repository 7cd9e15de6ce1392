/** Passes what a web process asks of tables on to the emulator, and writes down each operation, so that it can be done again without the web process. */
import { Agent, request, type IncomingMessage } from 'node:http';
import { listen } from '../../../sandbox/loopback.ts';
import type { Operation } from '../../../platform/tables/straight.ts';

export interface Recorded {
  readonly operation: Operation;
  /** That came back. */
  readonly rows: number;
}

export interface Recording {
  readonly url: string;
  /** What was heard since it began. */
  heard(): readonly Recorded[];
  close(): Promise<void>;
}

export async function startRecording(target: string): Promise<Recording> {
  const agent = new Agent({ keepAlive: true, maxSockets: 128 });
  const found: Recorded[] = [];
  const { hostname, port } = new URL(target);
  const server = await listen((req, res) => {
    void bodyOf(req).then((body) => {
      const { url: path = '/', method = 'GET', headers } = req;
      const onward = request({ agent, hostname, port, path, method, headers }, (answer) => {
        void bodyOf(answer).then((said) => {
          const operation = operationIn({ method, path, isChange: headers['if-match'] !== undefined, body });
          if (operation) found.push({ operation, rows: said.toString('latin1').split('"RowKey"').length - 1 });
          res.writeHead(answer.statusCode ?? 502, answer.headers).end(said);
        });
      });
      onward.on('error', () => res.destroy());
      onward.end(body);
    });
  }, 0);
  return {
    url: server.url,
    heard: () => found,
    close: async () => {
      await server.close();
      agent.destroy();
    },
  };
}

const bodyOf = async (from: IncomingMessage): Promise<Buffer> => Buffer.concat((await from.toArray()) as Buffer[]);

interface Heard {
  readonly method: string;
  readonly path: string;
  /** With an ETag. */
  readonly isChange: boolean;
  readonly body: Buffer;
}

function operationIn({ method, path, isChange, body }: Heard): Operation | undefined {
  const url = new URL(path, 'http://none');
  const [, rest = ''] = /^\/[^/]+\/(.*)$/.exec(decodeURIComponent(url.pathname)) ?? [];
  if (rest.startsWith('$batch')) return batchIn(body.toString('utf8'));
  const [table = ''] = rest.split('(');
  const [, partition, rowKey] = /\(PartitionKey='([^']*)',RowKey='([^']*)'\)/.exec(rest) ?? [];
  if (method === 'GET' && partition !== undefined && rowKey !== undefined)
    return { kind: 'point', table, partition, rowKey };
  if (method === 'GET') return rangeIn(table, url.searchParams.get('$filter') ?? '');
  if (method === 'DELETE' && partition !== undefined && rowKey !== undefined)
    return { kind: 'remove', table, partition, rowKey };
  const { partition: own, rowKey: key, properties } = entityIn(body.toString('utf8'));
  const kind = method === 'POST' ? 'insert' : isChange ? 'update' : 'put';
  return { kind, table, partition: partition ?? own, rowKey: rowKey ?? key, properties };
}

function rangeIn(table: string, filter: string): Operation | undefined {
  const [, partition, from, to] =
    /^PartitionKey eq '([^']*)' and RowKey ge '([^']*)' and RowKey lt '([^']*)'$/.exec(filter) ?? [];
  if (partition === undefined || from === undefined || to === undefined) return undefined;
  return { kind: 'range', table, partition, from, to };
}

/** A removal in a batch has no body; it is done again as nothing. */
function batchIn(text: string): Operation | undefined {
  const table = /\/([a-z]+)(?:\(|\s|\?)/.exec(/^(?:POST|PUT|PATCH|MERGE) (\S+\s)/m.exec(text)?.[1] ?? '')?.[1];
  const entities = [...text.matchAll(/^\{.*\}\r?$/gm)].map(([line]) => entityIn(line));
  const [first] = entities;
  if (!first || table === undefined) return undefined;
  const rows = entities.map(({ rowKey, properties }) => ({ ...properties, rowKey }));
  return { kind: 'batch', table, partition: first.partition, rows };
}

function entityIn(text: string): { partition: string; rowKey: string; properties: Record<string, unknown> } {
  const { PartitionKey, RowKey, ...properties } = JSON.parse(text) as Record<string, unknown>;
  return { partition: String(PartitionKey), rowKey: String(RowKey), properties };
}
