/** The package of the sandbox, put together in memory. */
import { compose, type Composed } from '../../src/cli/package/compose.ts';
import { readSource } from '../../src/cli/package/files.ts';
import { findInstallation } from '../../src/cli/package/installation.ts';
import { tmpdir } from 'node:os';

export async function sandboxPackage(): Promise<Composed> {
  const outcome = await compose(await readSource(), findInstallation({}, {}, tmpdir()));
  if ('faults' in outcome) throw new Error(JSON.stringify(outcome.faults));
  return outcome;
}
