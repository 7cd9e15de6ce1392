/** Says which port is taken before anything is started on the others. */
import { createServer } from 'node:net';
import { sandboxPorts, tlsPorts, type SandboxPorts } from '../identity.ts';
import { StartProblem } from './options.ts';

const names: Readonly<Record<keyof SandboxPorts, string>> = {
  app: 'the app',
  host: 'the host page',
  graph: 'Graph',
  entra: 'Entra',
  connector: 'the connector',
  blob: 'storage',
  queue: 'storage',
  table: 'storage',
  vault: 'the vault',
};

/** Throws a StartProblem that names the first port that somebody else listens on; `withTls`: of the doors over TLS too. */
export async function checkPorts(first: number, withTls = false): Promise<void> {
  const all = [sandboxPorts(first), ...(withTls ? [tlsPorts(first)] : [])];
  for (const [name, port] of all.flatMap(Object.entries) as [keyof SandboxPorts, number][])
    if (!(await isFree(port)))
      throw new StartProblem(
        `Port ${port} (${names[name]}) is taken, perhaps by another sandbox. Stop that one, or begin at another port: ` +
          `npm start -- --port ${first + 1000}`,
      );
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
