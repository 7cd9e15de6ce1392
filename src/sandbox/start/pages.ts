/** The built pages: the product's tab and the host's own; each is built when its sources are newer than what is there. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildTab, tabDir } from '../../tab/build.ts';
import { buildHostPage } from '../host/page/build.ts';

export interface SandboxPages {
  readonly tabDir: string;
  readonly hostDir: string;
  readonly ready: Promise<void>;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));
const shared = ['src/platform', 'package-lock.json'];

/** Begins at once, so that everything else can be started meanwhile; `ready` rejects when a page cannot be built. */
export function preparePages(): SandboxPages {
  // Not into dist/, which holds what is deployed.
  const hostDir = join(root, 'node_modules/.cache/tandem-host');
  const ready = Promise.all([
    buildTab({ outDir: tabDir }),
    isStale(hostDir, ['src/sandbox/host/page', 'src/ui', ...shared]) ? buildHostPage(hostDir) : undefined,
  ]).then(() => undefined);
  ready.catch(() => undefined);
  return { tabDir, hostDir, ready };
}

function isStale(built: string, sources: readonly string[]): boolean {
  const page = join(built, 'index.html');
  if (!existsSync(page)) return true;
  const at = statSync(page).mtimeMs;
  return sources.some((source) => newest(join(root, source)) > at);
}

/** The time of the newest file below a path; folders count, so that a removed file counts too. */
function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
