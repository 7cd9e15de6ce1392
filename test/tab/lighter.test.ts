import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as fluent from '@fluentui/react-components';
import * as react from 'react';
import { travelLight } from '../../src/tab/lighter.ts';

type Load = { readonly handler: (id: string) => Promise<string | undefined> };

const packages = join(dirname(createRequire(import.meta.url).resolve('react/package.json')), '..');

/** What the tab gets when it imports this file of a package. */
async function codeOf(file: string): Promise<string> {
  const { handler } = travelLight().load as unknown as Load;
  const code = await handler(join(packages, file));
  assert.ok(code !== undefined, `${file} is read as it is`);
  return code;
}

const read = async (file: string): Promise<Readonly<Record<string, unknown>>> =>
  (await import(`data:text/javascript,${encodeURIComponent(await codeOf(file))}`)) as Record<string, unknown>;

describe('what of packages travels', () => {
  it('are tokens that say the same by their names', async () => {
    const { tokens } = await read('@fluentui/tokens/lib/tokens.js');
    for (const [name, value] of Object.entries(fluent.tokens))
      assert.equal((tokens as Record<string, string>)[name], value);
  });

  it('are the themes of Teams, token by token', async () => {
    const { teamsLightTheme } = await read('@fluentui/tokens/lib/themes/teams/lightTheme.js');
    const { teamsDarkTheme } = await read('@fluentui/tokens/lib/themes/teams/darkTheme.js');
    const { teamsHighContrastTheme } = await read('@fluentui/tokens/lib/themes/teams/highContrastTheme.js');
    assert.deepEqual(teamsLightTheme, fluent.teamsLightTheme);
    assert.deepEqual(teamsDarkTheme, fluent.teamsDarkTheme);
    assert.deepEqual(teamsHighContrastTheme, fluent.teamsHighContrastTheme);
  });

  it('is React itself in place of what stands in for older ones', async () => {
    const shim = createRequire(import.meta.url)('use-sync-external-store/shim') as typeof react;
    assert.equal(shim.useSyncExternalStore, react.useSyncExternalStore);
    assert.match(await codeOf('use-sync-external-store/shim/index.js'), /useSyncExternalStore } from 'react'/);
  });

  it('keeps silent where TeamsJS would tell a developer', async () => {
    const within = '@microsoft/teams-js/dist/esm/node_modules/.pnpm';
    const own = readdirSync(join(packages, within)).find((name) => name.startsWith('debug@'));
    const { b } = await read(join(within, own ?? '', 'node_modules/debug/src/browser.js'));
    const { debug } = b as { debug: { (name: string): { extend(name: string): (text: string) => unknown } } };
    assert.equal(typeof debug('teamsJs').extend('app')('hello'), 'function');
  });
});
