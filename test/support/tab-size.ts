/** What a browser fetches, packed with gzip, before a page of the tab can be used: measured over the build's manifest. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';

const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    isEntry: z.boolean().default(false),
    imports: z.array(z.string()).default([]),
    dynamicImports: z.array(z.string()).default([]),
    css: z.array(z.string()).default([]),
  }),
);
type Manifest = z.infer<typeof manifestSchema>;

export interface FirstLoad {
  /** The source of the page, or `shell` for what comes before any page. */
  readonly page: string;
  readonly kilobytes: number;
}

export async function firstLoads(outDir: string): Promise<FirstLoad[]> {
  const manifest = manifestSchema.parse(JSON.parse(await readFile(join(outDir, '.vite', 'manifest.json'), 'utf8')));
  const entry = Object.keys(manifest).find((name) => manifest[name]?.isEntry);
  if (entry === undefined) throw new Error('the manifest has no entry');
  const pages = [...reach(manifest, [entry])].flatMap((name) => manifest[name]?.dynamicImports ?? []);
  const measured = ['shell', ...pages.filter((name) => name.includes('page.tsx'))].map(async (page) => {
    const names = withWords(manifest, reach(manifest, page === 'shell' ? [entry] : [entry, page]));
    return { page, kilobytes: (await sizeOf(manifest, names, outDir)) / 1000 };
  });
  return Promise.all(measured);
}

/** The chunks that are fetched with these. */
function reach(manifest: Manifest, names: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const other of manifest[name]?.imports ?? []) visit(other);
  };
  for (const name of names) visit(name);
  return seen;
}

/** Word lists are fetched in one language; French ones are the longest. */
function withWords(manifest: Manifest, names: ReadonlySet<string>): ReadonlySet<string> {
  const lists = [...names]
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
