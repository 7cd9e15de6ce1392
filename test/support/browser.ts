/**
 * A real Chromium for tests: the one that CHROMIUM_PATH names, one that is installed, or the one that npm brings
 * (unpacked once; with its own copies of system libraries where the machine has none).
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..', '..');

interface Found {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

let running: Promise<Browser> | undefined;

/** One browser for the whole run; it ends with the process. */
export function testBrowser(): Promise<Browser> {
  running ??= launchBrowser();
  return running;
}

/** Another one, with flags of its own. */
export async function launchBrowser(...flags: readonly string[]): Promise<Browser> {
  const { path, env } = await findBrowser();
  return chromium.launch({
    executablePath: path,
    // Without a graphics card one is emulated, for frames that nobody looks at.
    args: ['--no-sandbox', '--disable-gpu', ...flags],
    env: { ...ownEnvironment(), ...env },
  });
}

const installed = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

async function findBrowser(): Promise<Found> {
  const path = process.env['CHROMIUM_PATH'] ?? installed.find((one) => existsSync(one));
  if (path !== undefined) return { path, env: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return fromPackage();
  throw new Error('no browser: install Chrome, Edge or Chromium, or name one in CHROMIUM_PATH');
}

async function fromPackage(): Promise<Found> {
  const folder = join(tmpdir(), `tandem-chromium-${String(process.getuid?.())}`);
  if (!existsSync(folder)) await unpack(folder);
  const path = join(folder, 'chromium');
  const env = { FONTCONFIG_FILE: join(folder, 'both-fonts.conf') };
  const libraries = { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
  if (await starts(path, {})) return { path, env };
  if (await starts(path, libraries)) return { path, env: { ...env, ...libraries } };
  throw new Error('the browser that npm brings does not start here: install Chromium, or name one in CHROMIUM_PATH');
}

/** Unpacked beside and then renamed, so that two runs at once never see half a browser. */
async function unpack(folder: string): Promise<void> {
  const stage = await mkdtemp(`${folder}-`);
  const script = `
    import { createRequire } from 'node:module';
    import { dirname, join } from 'node:path';
    const main = createRequire(process.cwd() + '/').resolve('@sparticuz/chromium');
    const { inflate } = await import('@sparticuz/chromium');
    const bin = join(dirname(main), '..', '..', 'bin');
    for (const name of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']) await inflate(join(bin, name));`;
  const options = { cwd: root, env: { ...process.env, TMPDIR: stage } };
  await run(process.execPath, ['--input-type=module', '-e', script], options);
  await writeFile(join(stage, 'both-fonts.conf'), fontsOf(folder));
  await mkdir(tmpdir(), { recursive: true });
  await rename(stage, folder).catch(() => rm(stage, { recursive: true, force: true }));
}

const fontsOf = (folder: string): string =>
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`;

async function starts(path: string, env: Readonly<Record<string, string>>): Promise<boolean> {
  return run(path, ['--version'], { env: { ...ownEnvironment(), ...env } }).then(
    () => true,
    () => false,
  );
}

function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
