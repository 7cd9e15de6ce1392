/** How long the directory takes from Graph into Tables: the product's own sync, in this process, against a running sandbox. */
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { startTestSandbox } from '../../../test/support/sandbox.ts';
import { readConfig } from '../../config.ts';
import { syncDirectory } from '../../features/people/sync/usecases.ts';
import { connect } from '../../platform/connect.ts';
import type { BenchWish, Figures } from '../bench.ts';

export async function benchSync({ full }: BenchWish): Promise<Figures> {
  const people = full ? 100_000 : 1_200;
  const sandbox = await startTestSandbox('--people', String(people), '--no-worker');
  try {
    const settings = parseEnv(readFileSync(join(sandbox.data, 'sandbox.env'), 'utf8'));
    const { deps, stop } = await connect(readConfig(settings));
    const first = await timed(() => syncDirectory(deps));
    const again = await timed(() => syncDirectory(deps));
    stop();
    if (!first.result.full || again.result.full || first.result.written < people)
      throw new Error(`${first.result.written} of ${people} people were written`);
    return {
      [`seconds-${people}`]: first.seconds,
      'people-a-second': first.result.written / first.seconds,
      'nothing-new-seconds': again.seconds,
      'rss-mb': process.resourceUsage().maxRSS / 1024,
    };
  } finally {
    await sandbox.stop();
    await rm(sandbox.data, { recursive: true, force: true });
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly seconds: number; readonly result: T }> {
  const begun = performance.now();
  const result = await work();
  return { seconds: (performance.now() - begun) / 1000, result };
}
