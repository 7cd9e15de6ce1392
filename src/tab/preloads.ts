/**
 * Which files of the build an address needs besides the shell: the server names them in the page's head, so that they come
 * beside the shell and not one after the other. Made by the build, out of the table of pages and the manifest.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Preload } from '../api/tab-files.ts';
import { languages } from '../platform/words.ts';
import type { TabPage } from './page-table.tsx';

const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    name: z.string().optional(),
    imports: z.array(z.string()).default([]),
    dynamicImports: z.array(z.string()).default([]),
    css: z.array(z.string()).default([]),
  }),
);
/** What the front page fetches by itself, and is not whole without. */
export const partOfFront = '../features/insights/components/mine.tsx';

/** The chunk that every page needs. */
export const shellName = 'shell';
export type Manifest = z.infer<typeof manifestSchema>;

export async function readManifest(outDir: string): Promise<Manifest> {
  return manifestSchema.parse(JSON.parse(await readFile(join(outDir, '.vite', 'manifest.json'), 'utf8')));
}

export async function preloadsOf(outDir: string, pages: readonly TabPage[]): Promise<readonly Preload[]> {
  const manifest = await readManifest(outDir);
  const entry = Object.keys(manifest).filter((name) => manifest[name]?.name === shellName);
  const shell = reach(manifest, entry);
  const table = reach(manifest, ['pages.tsx']);
  const listsOf = (names: readonly string[], language: string): string[] =>
    names.flatMap((name) => manifest[name]?.dynamicImports ?? []).filter((one) => one.endsWith(`${language}.list.js`));
  return pages.map(({ path, load }) => {
    const isFront = path === '/';
    const page = reach(manifest, [sourceIn(load), ...(isFront ? [partOfFront] : [])]);
    const names = [...page, ...(isFront ? [] : table)].filter((name) => !shell.includes(name));
    const filesIn = (language: string): string[] => {
      const all = [...names, ...listsOf([...shell, ...page], language)];
      return [...new Set(all.flatMap((name) => manifest[name]?.file ?? []))];
    };
    const files = Object.fromEntries(languages.map((language) => [language, filesIn(language)]));
    return { path: `^${path.replace(/\/$/, '').replaceAll(/:\w+/g, '[^/]+')}/?$`, files };
  });
}

/** `() => import('../features/stories/page.tsx')`: the name under which the manifest has it. */
function sourceIn(load: TabPage['load']): string {
  const [, source = ''] = /import\("(?:\.\/)?([^"]+)"\)/.exec(String(load)) ?? [];
  return source;
}

/** The chunks that come with these, themselves included. */
export function reach(manifest: Manifest, names: readonly string[]): string[] {
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name) || !manifest[name]) return;
    seen.add(name);
    for (const other of manifest[name].imports) visit(other);
  };
  for (const name of names) visit(name);
  return [...seen];
}
