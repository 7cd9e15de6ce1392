/** The trial's worker as one file: what is started hundreds of times is not to be compiled each time. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const folder = join(import.meta.dirname, '../../../node_modules/.cache', `tandem-trial-${process.pid}`);
const outfile = join(folder, 'worker.mjs');
let made: Promise<string> | undefined;

/** Its path, for this process. */
export function workerFile(): Promise<string> {
  return (made ??= bundled());
}

async function bundled(): Promise<string> {
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await build({
    ...{ entryPoints: [join(import.meta.dirname, 'worker.ts')], outfile, bundle: true, packages: 'external' },
    ...{ platform: 'node', format: 'esm', target: 'node20.19', logLevel: 'warning' },
  });
  return outfile;
}
