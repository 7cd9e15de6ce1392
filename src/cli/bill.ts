/** The bill of materials of what is deployed, in CycloneDX, as npm writes it from the lock. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const words = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'];

/** Writes `sbom.cdx.json` into a folder that holds a package.json and its lock; gives how many packages it lists. */
export async function writeBill(folder: string): Promise<number> {
  const cli = process.env['npm_execpath'];
  const byNode = cli !== undefined && /npm-cli\.c?js$/.test(cli);
  const [command, first] = byNode ? [process.execPath, [cli]] : ['npm', []];
  const shell = !byNode && process.platform === 'win32';
  const { stdout } = await run(command, [...first, ...words], { cwd: folder, maxBuffer: 64 * 1024 * 1024, shell });
  await writeFile(join(folder, 'sbom.cdx.json'), stdout);
  return (JSON.parse(stdout) as { components: unknown[] }).components.length;
}
