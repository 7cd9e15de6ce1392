import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..', '..');

/** Packages that the bundle of this file asks for when it starts. */
async function asked(entry: string): Promise<string[]> {
  const { metafile } = await build({
    ...{ entryPoints: [join(root, entry)], bundle: true, packages: 'external', platform: 'node', format: 'esm' },
    ...{ write: false, metafile: true, outfile: join(root, 'dist/none.mjs'), absWorkingDir: root, logLevel: 'error' },
  });
  const paths = Object.values(metafile.inputs).flatMap((one) => one.imports.filter(({ external }) => external));
  const names = paths.map(({ path }) =>
    path
      .split('/')
      .slice(0, path.startsWith('@') ? 2 : 1)
      .join('/'),
  );
  return [...new Set(names)].filter((name) => !name.startsWith('node:'));
}

describe('what is deployed', () => {
  for (const entry of ['src/main.ts', 'src/cli/main.ts'])
    it(`asks for no package that only developers have (${entry})`, async () => {
      const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
        dependencies: Record<string, string>;
      };
      const found = await asked(entry);
      assert.ok(found.includes('zod') && found.includes('@azure/data-tables'));
      assert.deepEqual(
        found.filter((name) => !(name in dependencies)),
        [],
      );
    });
});
