/** What the product keeps, as a fresh process says it. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../../..');

let reading: Promise<Readonly<Record<string, readonly string[]>>> | undefined;

/** By `table kind`, the names of the fields. */
export function keptFields(): Promise<Readonly<Record<string, readonly string[]>>> {
  reading ??= printed(['--import', 'tsx', 'test/support/kept-fields.ts']).then(
    (text) => JSON.parse(text) as Readonly<Record<string, readonly string[]>>,
  );
  return reading;
}

/** A command of the product in a process of its own; gives what it printed. */
export const tandem = (...words: readonly string[]): Promise<string> =>
  printed(['--import', 'tsx', 'src/cli/main.ts', ...words]);

async function printed(words: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [...words], { cwd: root, maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}
