/** Hostile strings into every string field of every route and verb: a sample, or with `--full` all of them. */
import { mock } from 'node:test';
import { tryHostileStrings } from '../../../test/policies/hostile.ts';
import { startWorld } from '../../../test/policies/world.ts';
import type { BenchWish, Figures } from '../bench.ts';

export async function benchHostile({ full }: BenchWish): Promise<Figures> {
  // The bot's SDK prints to the console by itself.
  mock.method(console, 'error', () => undefined);
  const world = await startWorld();
  const begun = performance.now();
  const { tried, fields, strings, findings } = await tryHostileStrings(world, full ? undefined : 60);
  const seconds = (performance.now() - begun) / 1000;
  await world.close();
  for (const { field, text, wrong } of findings.slice(0, 20))
    process.stderr.write(`${field.door} ${field.path.join('.')} ${JSON.stringify(text).slice(0, 60)}: ${wrong}\n`);
  const faults = findings.filter(({ wrong }) => wrong.startsWith('answered 5')).length;
  return { strings, fields, tried, 'answers-500': faults, findings: findings.length, seconds };
}
