/** What storage does by itself with the operations that the product needed, in their proportions, sent by a process of its own. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Operation } from '../../../platform/tables/straight.ts';
import type { Offered } from './steady.ts';

export interface Replay {
  offer(rate: number, seconds: number): Promise<Offered>;
  stop(): Promise<void>;
}

const program = fileURLToPath(new URL('replay-process.ts', import.meta.url));

export async function startReplay(connection: string, operations: readonly Operation[]): Promise<Replay> {
  const folder = await mkdtemp(join(tmpdir(), 'tandem-replay-'));
  const file = join(folder, 'operations.json');
  await writeFile(file, JSON.stringify(operations));
  const child = fork(program, [connection, file], { execArgv: ['--import', 'tsx'] });
  process.once('exit', () => child.kill('SIGKILL'));
  return {
    async offer(rate, seconds) {
      const answered = once(child, 'message') as Promise<[Offered]>;
      child.send({ rate, seconds });
      return (await answered)[0];
    },
    async stop() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
