/**
 * The product with a switch on every guard, to test the tests of who may what: a module of the test is bundled with the source,
 * and each call of a policy, and of a function that stops a request by one, is wrapped. A removed guard says yes.
 *
 * Found in the source by itself: what `policy.ts` files export, and the functions that call one of these and throw a Failure.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

const root = join(import.meta.dirname, '..', '..');
const features = join(root, 'src/features');

export interface Switches {
  /** The guard that is taken out now. */
  removed: string | undefined;
  /** Guards that were asked since it was emptied. */
  readonly asked: Set<string>;
}

export interface Guarded<M> {
  readonly module: M;
  readonly switches: Switches;
  /** Every guard in the source: `file:function#place`. */
  readonly guards: readonly string[];
}

/** Bundles and loads `entry` (a path below the root) with switches; one at a time. */
export async function withGuards<M>(entry: string): Promise<Guarded<M>> {
  const switches: Switches = { removed: undefined, asked: new Set() };
  Object.assign(globalThis, { __guards: wrappers(switches) });
  const guards: string[] = [];
  const folder = join(root, 'node_modules/.cache/guards');
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `${process.pid}.mjs`);
  await build({
    ...{
      entryPoints: [join(root, entry)],
      outfile,
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
    },
    ...{ target: 'node20.19', sourcemap: 'inline', logLevel: 'warning', plugins: [wrapGuards(guards)] },
  });
  const module = (await import(pathToFileURL(outfile).href)) as M;
  rmSync(outfile);
  return { module, switches, guards };
}

type Verb = (...args: never[]) => unknown;

function wrappers(switches: Switches) {
  const open = new AsyncLocalStorage<true>();
  return {
    policy: (id: string, ask: Verb) => {
      return (...args: never[]): unknown => {
        switches.asked.add(id);
        return switches.removed === id || open.getStore() === true ? true : ask(...args);
      };
    },
    gate: (id: string, pass: Verb) => {
      return (...args: never[]): unknown => {
        switches.asked.add(id);
        return switches.removed === id ? open.run(true, () => pass(...args)) : pass(...args);
      };
    },
  };
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}

const policyImports = (text: string): string[] =>
  [...text.matchAll(/import \{([^}]*)\} from '[^']*\/policy\.ts'/g)].flatMap(([, names = '']) =>
    names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && !name.startsWith('type ')),
  );

/** Names of functions that stop a request by a policy. */
export function gatesIn(files: readonly string[]): Set<string> {
  const gates = new Set<string>();
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    const policies = policyImports(text);
    for (const [, name, body = ''] of text.matchAll(/^(?:export )?(?:async )?function (\w+)([\s\S]*?^\})/gm)) {
      const asks = policies.some((policy) => new RegExp(`\\b${policy}\\(`).test(body));
      if (asks && /throw new Failure\(/.test(body)) gates.add(name ?? '');
    }
  }
  return gates;
}

function wrapGuards(found: string[]): Plugin {
  const gates = gatesIn(sourceFiles(features));
  return {
    name: 'guards',
    setup(context) {
      context.onLoad({ filter: /[\\/]src[\\/](features|api|bot)[\\/].*\.ts$/ }, ({ path }) => {
        const place = relative(root, path);
        const text = whereItLay(path);
        if (path.endsWith('policy.ts')) return { contents: text, loader: 'ts' };
        return { contents: wrapCalls(text, place, gates, found), loader: 'ts' };
      });
      context.onLoad({ filter: /[\\/]test[\\/].*\.ts$/ }, ({ path }) => ({ contents: whereItLay(path), loader: 'ts' }));
    },
  };
}

/** The text of a file, which still looks for others from where it lay. */
function whereItLay(path: string): string {
  return readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href));
}

export function wrapCalls(text: string, place: string, gates: ReadonlySet<string>, found: string[]): string {
  const policies = new Set(policyImports(text));
  const seen = new Map<string, number>();
  return text.replace(/(?<!function )(?<![.\w])(\w+)\(/g, (call, name: string) => {
    const kind = policies.has(name) ? 'policy' : gates.has(name) ? 'gate' : undefined;
    if (kind === undefined) return call;
    const number = (seen.get(name) ?? 0) + 1;
    seen.set(name, number);
    const id = `${place}:${name}#${number}`;
    found.push(id);
    return `globalThis.__guards.${kind}(${JSON.stringify(id)}, ${name})(`;
  });
}
