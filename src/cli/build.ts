/** `npm run build`: what is deployed, in `dist/`: the server as one file, the tab, ready material, the locked packages' list and the bill of materials. */
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build, type BuildOptions, type BuildResult } from 'esbuild';
import { z } from 'zod';
import { buildTab, tabDir } from '../tab/build.ts';
import { writeBill } from './bill.ts';
import { root } from './tool.ts';

const dist = join(root, 'dist');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const manifest = z.looseObject({ dependencies: z.record(z.string(), z.string()) });
const locked = z.looseObject({ dev: z.boolean().optional(), devDependencies: z.unknown().optional() });
const lock = z.looseObject({ packages: z.record(z.string(), locked) });

/** What runs in threads (`platform/crew.ts`): the thread itself, and each function that is given to one. */
const threadFiles = [
  { in: join(root, 'src/platform/crew-thread.mjs'), out: 'crew-thread' },
  { in: join(root, 'src/features/matching/proposals/rules.ts'), out: 'thread-computeProposal' },
  { in: join(root, 'src/features/surveys/forecast/rules.ts'), out: 'thread-forecastWhole' },
];

/** Packages stay outside the bundle: they are installed from the lock, with `npm ci` in `dist/`. */
async function buildServer(): Promise<void> {
  const shared: BuildOptions = {
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    sourcemap: 'linked',
    logLevel: 'warning',
    metafile: true,
  } as const satisfies BuildOptions;
  const server = await build({
    ...shared,
    // The second is what an administrator types where it runs: only there can storage and vault be reached.
    entryPoints: [
      { in: join(root, 'src/main.ts'), out: 'server' },
      { in: join(root, 'src/cli/main.ts'), out: 'tandem' },
    ],
    outdir: dist,
    outExtension: { '.js': '.mjs' },
    // What is deployed runs as production unless it is told otherwise, with the tab that lies beside it.
    banner: {
      js: "process.env.NODE_ENV ??= 'production'; process.env.TAB_DIR ??= new URL('tab', import.meta.url).pathname;",
    },
  });
  const threads = await build({
    ...{ ...shared, entryPoints: threadFiles, outdir: dist, outExtension: { '.js': '.mjs' } },
  });
  await refuseMissing([server, threads]);
}

/** A package that only developers have would be found here, and missing where this is deployed. */
async function refuseMissing(bundles: readonly BuildResult[]): Promise<void> {
  const { dependencies } = manifest.parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  const imported = bundles
    .flatMap(({ metafile }) => Object.values(metafile?.outputs ?? {}))
    .flatMap(({ imports }) => imports.filter(({ external, kind }) => external === true && kind !== 'dynamic-import'))
    .map(({ path }) => path.split('/', path.startsWith('@') ? 2 : 1).join('/'));
  const missing = [...new Set(imported)].filter(
    (name) => !name.startsWith('node:') && !builtinModules.includes(name) && dependencies[name] === undefined,
  );
  if (missing.length > 0)
    throw new Error(`What is deployed needs ${missing.join(', ')}: move it from devDependencies to dependencies.`);
}

/** The bundle looks for its material beside itself: names are unique over all features. */
async function copyContent(): Promise<void> {
  const features = join(root, 'src/features');
  const folders = (await readdir(features, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && entry.name === 'content')
    .map((entry) => join(entry.parentPath, entry.name));
  await rm(join(dist, 'content'), { recursive: true, force: true });
  // One by one: whether a folder that is there already counts as a clash is not the same in every Node.
  for (const folder of folders)
    for (const name of await readdir(folder))
      await cp(join(folder, name), join(dist, 'content', name), { recursive: true, force: false, errorOnExist: true });
}

/** Without what only developers need, so that `npm ci` has nothing to leave out. */
async function writePackages(): Promise<void> {
  const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(root, name), 'utf8'));
  const { scripts: _scripts, devDependencies: _development, ...rest } = manifest.parse(await read('package.json'));
  const scripts = { start: 'exec node --enable-source-maps server.mjs' };
  const { packages, ...head } = lock.parse(await read('package-lock.json'));
  const kept = Object.entries(packages)
    .filter(([, one]) => one.dev !== true)
    .map(([path, { devDependencies: _dev, ...one }]) => [path, one]);
  const write = (name: string, value: unknown): Promise<void> =>
    writeFile(join(dist, name), `${JSON.stringify(value, undefined, 2)}\n`);
  await write('package.json', { ...rest, scripts });
  await write('package-lock.json', { ...head, packages: Object.fromEntries(kept) });
  await cp(join(root, '.npmrc'), join(dist, '.npmrc'));
}

const begun = performance.now();
await mkdir(dist, { recursive: true });
await Promise.all([buildServer(), copyContent(), writePackages(), buildTab({ outDir: tabDir })]);
const packages = await writeBill(dist);
say(`Built in ${((performance.now() - begun) / 1000).toFixed(1)} s: ${dist}`);
say(`${packages} packages go into production: sbom.cdx.json`);
say(
  'There: npm ci, then npm start with the settings in the environment. node tandem.mjs is what an administrator types.',
);
