/** Builds the tab into a folder, with packed copies of its files; does nothing when the sources are those of the last build. */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { preloadsFile } from '../api/tab-files.ts';

export interface TabBuild {
  readonly outDir: string;
  /** With source maps. */
  readonly development?: boolean;
  /** The folder with the index.html; the tab's own when left out. */
  readonly root?: string;
}

const tab = import.meta.dirname;
const root = join(tab, '..', '..');
/** Where the tab lies that is served, here and in what is deployed. */
export const tabDir = join(root, 'dist/tab');
const sources = ['src/tab', 'src/ui', 'src/features', 'src/platform', 'src/api/tab-files.ts', 'package-lock.json'];
const mark = '.built-from';

/** True when it built, false when what is there was built from the same sources. */
export async function buildTab({ outDir, development = false, root: start = tab }: TabBuild): Promise<boolean> {
  const hash = await hashOfSources(start, development);
  if ((await readMark(outDir)) === hash) return false;
  // Vite is a tool of development: a server that finds the tab built never loads it.
  const [{ build }, { tabConfig }] = await Promise.all([import('vite'), import('./vite.config.ts')]);
  // Built beside and put into place in one step: two who build at once do no harm.
  await mkdir(dirname(outDir), { recursive: true });
  const stage = await mkdtemp(join(dirname(outDir), '.tab-'));
  try {
    await build(tabConfig(stage, development, start));
    if (start === tab) await writePreloads(stage);
    await packAssets(join(stage, 'assets'));
    await writeFile(join(stage, mark), hash);
    // Somebody else may have built the same meanwhile, and serve it by now.
    if ((await readMark(outDir)) === hash) return true;
    await rm(outDir, { recursive: true, force: true });
    await rename(stage, outDir);
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
  return true;
}

async function writePreloads(stage: string): Promise<void> {
  const [{ pages }, { preloadsOf }] = await Promise.all([import('./pages.tsx'), import('./preloads.ts')]);
  await writeFile(join(stage, preloadsFile), JSON.stringify(await preloadsOf(stage, pages)));
}

function readMark(outDir: string): Promise<string> {
  return readFile(join(outDir, mark), 'utf8').catch(() => '');
}

async function hashOfSources(start: string, development: boolean): Promise<string> {
  const hash = createHash('sha256').update(String(development));
  const folders = [...sources.map((source) => join(root, source)), start];
  for (const path of (await Promise.all(folders.map(filesBelow))).flat())
    hash.update(path.slice(root.length)).update(await readFile(path));
  return hash.digest('hex');
}

async function filesBelow(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => undefined);
  if (!entries) return [path];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

const pack = { br: promisify(brotliCompress), gz: promisify(gzip) };

/** Packed once here, so that the server never packs. */
async function packAssets(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.endsWith('.map')) continue;
    const plain = await readFile(join(folder, name));
    const brotli = await pack.br(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
    const zipped = await pack.gz(plain, { level: 9 });
    if (brotli.length < plain.length) await writeFile(join(folder, `${name}.br`), brotli);
    if (zipped.length < plain.length) await writeFile(join(folder, `${name}.gz`), zipped);
  }
}
