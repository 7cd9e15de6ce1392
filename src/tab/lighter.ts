/**
 * What of packages need not travel, since the tab gets along without it. Whatever is read in place of a file does the same for
 * us; `test/tab/lighter.test.ts` holds it to that.
 */
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

/** What a file gives to whoever imports it. */
type Read = () => Promise<Readonly<Record<string, unknown>>>;

interface Lighter {
  readonly file: RegExp;
  /** What is read instead. */
  readonly code: (read: Read) => string | Promise<string>;
}

const lighter: readonly Lighter[] = [
  { file: /@fluentui\/tokens\/lib\/tokens\.js$/, code: tokensByName },
  { file: /@fluentui\/tokens\/lib\/themes\/teams\/\w+Theme\.js$/, code: asItIs },
  { file: /@microsoft\/teams-js\/.+\/debug\/src\/browser\.js$/, code: withoutDebugging },
  { file: /use-sync-external-store\/shim\/index\.js$/, code: () => `export { useSyncExternalStore } from 'react';` },
];

export function travelLight(): Plugin {
  return {
    name: 'travel-light',
    enforce: 'pre',
    load: {
      filter: { id: lighter.map(({ file }) => file) },
      handler: (id) => lighter.find(({ file }) => file.test(id))?.code(() => import(pathToFileURL(id).href)),
    },
  };
}

/** Nearly every token is the variable of its own name: 467 names say nothing that the name asked for does not. */
async function tokensByName(read: Read): Promise<string> {
  const { tokens } = (await read()) as { readonly tokens: Readonly<Record<string, string>> };
  const others = Object.fromEntries(Object.entries(tokens).filter(([name, value]) => value !== `var(--${name})`));
  return `export const tokens = new Proxy(${JSON.stringify(others)}, {
    get: (others, name) => others[name] ?? \`var(--\${String(name)})\`,
  });`;
}

/** A theme is made of palettes of which it uses a part: it is made here, and what came of it travels. */
async function asItIs(read: Read): Promise<string> {
  const lines = Object.entries(await read()).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`);
  return lines.join('\n');
}

/** TeamsJS can tell a developer each message that it sends: nobody reads it here, and it is a tenth of TeamsJS. */
function withoutDebugging(): string {
  return `
    const debug = Object.assign(() => debug, { formatArgs: () => undefined, extend: () => debug });
    export const b = { debug };`;
}
