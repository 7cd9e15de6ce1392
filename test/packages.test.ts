import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

/** Licences that ask for nothing but to be named. */
const fine = [
  ...['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', '(MIT OR CC0-1.0)'],
  ...['(MIT OR GPL-3.0-or-later)', '(MIT AND Zlib)', 'Unlicense', 'PSF-2.0'],
  // The dates of holidays are Wikipedia's: named in platform/holidays.ts.
  '(ISC AND CC-BY-3.0)',
];
/** Used unchanged: what this licence asks for concerns changes to its own files. */
const unchanged = ['node_modules/@resvg/resvg-wasm'];
/** These name their licence in an older form of package.json, which the lock does not carry. */
const readByHand: Readonly<Record<string, string>> = {
  'node_modules/cldrjs': 'MIT',
  'node_modules/png-js': 'MIT',
};
/** Fonts with a licence of their own (Bitstream Vera, Arev, public domain): free to use, embed and pass on, also with a product. */
const fonts = ['node_modules/dejavu-fonts-ttf'];

describe('the packages of production', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
  const deployed = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true);

  it('are each of one version, with the hash of what it holds', () => {
    process.stdout.write(`      ${deployed.length} packages in production\n`);
    for (const [path, { version, integrity }] of deployed) {
      assert.match(version ?? '', /^\d+\.\d+\.\d+/, path);
      assert.match(integrity ?? '', /^sha512-/, path);
    }
  });

  it('have licences that we may use', () => {
    for (const [path, { license }] of deployed.filter(([path]) => !fonts.includes(path)))
      assert.ok(
        fine.includes(license ?? readByHand[path] ?? '') || (license === 'MPL-2.0' && unchanged.includes(path)),
        `${path}: ${license}`,
      );
  });

  it('run nothing when they are installed, here and where they are deployed', () => {
    assert.match(read('.npmrc'), /^ignore-scripts=true$/m);
    const scripted = deployed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
    assert.deepEqual(scripted, ['node_modules/botbuilder-dialogs'], 'a package came in that has something to run');
  });
});
