/** What a browser fetches, packed with gzip, before a page of the tab can be used: measured over the build's manifest. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { partOfFront, reach, readManifest, shellName, type Manifest } from '../../src/tab/preloads.ts';

export interface FirstLoad {
  /** The source of the page, or `shell` for what comes before any page. */
  readonly page: string;
  readonly kilobytes: number;
}

export async function firstLoads(outDir: string): Promise<FirstLoad[]> {
  const manifest = await readManifest(outDir);
  const entry = Object.keys(manifest).find((name) => manifest[name]?.name === shellName);
  if (entry === undefined) throw new Error('the manifest has no shell');
  const later = (names: readonly string[]): string[] =>
    reach(manifest, names).flatMap((name) => manifest[name]?.dynamicImports ?? []);
  const [front, table] = [/home-page\.tsx$/, /(?:^|\/)pages\.tsx$/].map((file) =>
    later([entry]).find((name) => file.test(name)),
  );
  if (front === undefined || table === undefined) throw new Error('the shell fetches no front page or no table');
  const pages = later([table]).filter((name) => name.includes('page.tsx') && name !== front);
  const needs: readonly (readonly [string, readonly string[]])[] = [
    ['shell', [entry]],
    [front, [entry, front, partOfFront]],
    ...[...new Set(pages)].map((page) => [page, [entry, table, page]] as const),
  ];
  const measured = needs.map(async ([page, names]) => {
    const all = withWords(manifest, reach(manifest, names));
    return { page, kilobytes: (await sizeOf(manifest, all, outDir)) / 1000 };
  });
  return Promise.all(measured);
}

/** Word lists are fetched in one language; French ones are the longest. */
function withWords(manifest: Manifest, names: readonly string[]): ReadonlySet<string> {
  const lists = names
    .flatMap((name) => manifest[name]?.dynamicImports ?? [])
    .filter((one) => one.endsWith('fr.list.js'));
  return new Set([...names, ...lists]);
}

async function sizeOf(manifest: Manifest, names: ReadonlySet<string>, outDir: string): Promise<number> {
  const files = [...names].flatMap((name) => {
    const { file, css = [] } = manifest[name] ?? {};
    return [...(file === undefined ? [] : [file]), ...css];
  });
  const packed = ['index.html', ...files].map(async (file) => gzipSync(await readFile(join(outDir, file))).length);
  return (await Promise.all(packed)).reduce((total, one) => total + one, 0);
}
