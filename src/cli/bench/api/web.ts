/** The web process alone, as it is deployed: no worker in it, and storage asked directly. Its requests to tables are counted inside it. */
import { listen } from '../../../sandbox/loopback.ts';
import { startProduct } from '../../../sandbox/start/product.ts';

export const operationKinds = ['point', 'range', 'insert', 'update', 'remove', 'batch'] as const;
export type Operations = Readonly<Record<(typeof operationKinds)[number], number>>;

export interface Look {
  readonly counts: Operations;
  /** Bytes. */
  readonly rss: number;
  /** Microseconds of processor so far. */
  readonly cpu: { readonly user: number; readonly system: number };
}

export interface WebProcess {
  readonly url: string;
  look(): Promise<Look>;
  stop(): Promise<void>;
}

const counting = new URL('counting.mjs', import.meta.url).href;

/** `words`: options of Node, such as for a profile. */
export async function startWebProcess(
  settings: Readonly<Record<string, string>>,
  words: readonly string[] = [],
): Promise<WebProcess> {
  const free = await listen(() => undefined, 0);
  await free.close();
  const product = await startProduct({ ...settings, PORT: String(free.port), ROLES: 'web' }, [
    ...['--import', counting],
    ...words,
  ]);
  const [, origin] = /TableEndpoint=(https?:\/\/[^/;]+)/.exec(settings['STORAGE_CONNECTION'] ?? '') ?? [];
  return {
    url: free.url,
    look: () => product.ask({ countsTo: origin }) as Promise<Look>,
    stop: () => product.stop(),
  };
}

export const totalOf = (counts: Operations): number => Object.values(counts).reduce((sum, one) => sum + one, 0);

export function between(before: Operations, after: Operations): Operations {
  return Object.fromEntries(operationKinds.map((kind) => [kind, after[kind] - before[kind]])) as Operations;
}
