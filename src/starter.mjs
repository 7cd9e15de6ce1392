/**
 * What every npm command begins with: installs the locked packages when they are missing or stale, then runs the command's
 * TypeScript in this same process, so that a signal to npm reaches it. Plain JavaScript without a package on purpose.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const mains = {
  start: ['src/sandbox/main.ts'],
  worker: ['src/worker/main.ts'],
  test: ['src/cli/verify.ts'],
  check: ['src/cli/verify.ts', '--fast'],
  bench: ['src/cli/bench.ts'],
  build: ['src/cli/build.ts'],
  package: ['src/cli/package.ts'],
  tandem: ['src/cli/main.ts'],
  format: ['src/cli/format.ts'],
  deploy: ['src/cli/deploy/main.ts'],
};
const longestInstallMs = 15 * 60_000;

/** @param {string} line */
const say = (line) => process.stderr.write(`${line}\n`);

/** @param {string} sentence @returns {never} */
function giveUp(sentence) {
  say(sentence);
  process.exit(1);
}

/** @param {string} file @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }>} */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

/** npm writes the second file as the last act of an install: it says what lies there, and that it is whole. */
function isInstalled() {
  const wanted = packagesIn('package-lock.json');
  const there = packagesIn('node_modules/.package-lock.json');
  return Object.entries(wanted).every(([path, one]) => {
    const found = there[path];
    if (path === '') return true;
    return found ? found.version === one.version && found.integrity === one.integrity : one.optional === true;
  });
}

/** Gives what frees the lock; waits while another process that is alive installs. */
async function takeLock() {
  const lock = join(tmpdir(), `tandem-install-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`);
  const end = Date.now() + longestInstallMs;
  for (let told = false; Date.now() < end;) {
    try {
      mkdirSync(lock);
      writeFileSync(join(lock, 'pid'), String(process.pid));
      return () => rmSync(lock, { recursive: true, force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!told) say('Another command is installing the packages; waiting for it.');
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 500));
    if (!isHeld(lock)) rmSync(lock, { recursive: true, force: true });
  }
  return giveUp(
    `The packages were not installed in ${longestInstallMs / 60_000} minutes. Remove ${lock} and try again.`,
  );
}

/** @param {string} lock */
function isHeld(lock) {
  try {
    process.kill(Number(readFileSync(join(lock, 'pid'), 'utf8')) || process.pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM' || !existsSync(lock);
  }
}

async function install() {
  const free = await takeLock();
  try {
    if (isInstalled()) return;
    say('Installing the locked packages (about a minute, only when they are missing or have changed) ...');
    const started = Date.now();
    const code = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    if (code !== 0) giveUp('The packages could not be installed: npm says why above. Then run the command again.');
    say(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
  } finally {
    free();
  }
}

/** @param {string[]} words @returns {Promise<number>} */
function runNpm(words) {
  const cli = process.env.npm_execpath;
  const [command, first] = cli && /npm-cli\.c?js$/.test(cli) ? [process.execPath, [cli]] : ['npm', []];
  const shell = command === 'npm' && process.platform === 'win32';
  const child = spawn(command, [...first, ...words], { cwd: root, stdio: ['ignore', 2, 2], shell });
  const stop = () => child.kill('SIGTERM');
  process.once('SIGTERM', stop).once('SIGINT', stop);
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => {
      process.off('SIGTERM', stop).off('SIGINT', stop);
      resolve(code ?? 1);
    });
  });
}

async function main() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    giveUp(`Tandem needs Node 20.19 or newer; this is ${process.versions.node}.`);
  const [command = '', ...rest] = process.argv.slice(2);
  const [file, ...words] = Object.hasOwn(mains, command) ? mains[command] : [];
  if (file === undefined) giveUp(`There is no command "${command}". The commands: ${Object.keys(mains).join(', ')}.`);
  if (!isInstalled()) await install();
  if (!existsSync(join(root, file))) giveUp(`The command "${command}" is not there yet (${file}).`);
  const { register } = await import('tsx/esm/api');
  register();
  process.argv = [process.argv[0], join(root, file), ...words, ...rest];
  await import(pathToFileURL(join(root, file)).href);
}

await main();
