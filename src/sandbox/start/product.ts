/** The product as a process of its own, with nothing from the sandbox but its settings. */
import { spawn, type ChildProcess, type Serializable } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Settings } from './settings.ts';
import { StartProblem } from './options.ts';

export interface Product {
  readonly pid: number;
  /** Asks what was preloaded into it; resolves with the next message that comes. */
  ask(wish: unknown): Promise<unknown>;
  /** Resolves when the process has ended by itself, with a sentence that says how. */
  readonly died: Promise<string>;
  /** Ends the process, by force after 3.5 s. */
  stop(): Promise<void>;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));
const leash = new URL('./leash.mjs', import.meta.url).href;
const longestStartMs = 60_000;
const longestFarewellMs = 3_500;

/** Resolves when the product listens. What it says goes to standard error. `words` are further options of Node. */
export async function startProduct(settings: Settings, words: readonly string[] = []): Promise<Product> {
  // A group of its own: Ctrl-C reaches it through the sandbox, which first stops those who send to it.
  const child = spawn(process.execPath, ['--import', 'tsx', '--import', leash, ...words, 'src/main.ts'], {
    cwd: root,
    detached: true,
    env: { ...inherited(), ...settings },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  let ending = false;
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal === null ? `code ${code}` : `signal ${signal}`));
  });
  const stop = async (): Promise<void> => {
    ending = true;
    await end(child, ended);
  };
  process.once('exit', () => child.kill('SIGKILL'));
  await untilListening(child, ended).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const died = new Promise<string>((resolve) => {
    void ended.then((how) => {
      if (!ending) resolve(`The app has ended by itself (${how}).`);
    });
  });
  const ask = async (wish: unknown): Promise<unknown> => {
    const heard = once(child, 'message') as Promise<[unknown]>;
    child.send(wish as Serializable);
    return (await heard)[0];
  };
  return { pid: child.pid ?? 0, ask, died, stop };
}

/** The product sees nothing else of the environment in which the sandbox was started. */
function inherited(): NodeJS.ProcessEnv {
  const names = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'SystemRoot', 'NODE_EXTRA_CA_CERTS', 'NODE_V8_COVERAGE'];
  return Object.fromEntries(names.map((name) => [name, process.env[name]]).filter(([, value]) => value !== undefined));
}

function untilListening(child: ChildProcess, ended: Promise<string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => reject(new StartProblem(`The app did not start: ${why}.`));
    const timer = setTimeout(() => fail(`it did not listen within ${longestStartMs / 1000} s`), longestStartMs);
    void ended.then((how) => {
      clearTimeout(timer);
      fail(`it ended with ${how}; see what it said above`);
    });
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString('utf8')).slice(-4_000);
      if (!said.includes('"listening":true')) return;
      clearTimeout(timer);
      resolve();
    });
  });
}

async function end(child: ChildProcess, ended: Promise<string>): Promise<void> {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), longestFarewellMs);
  await ended;
  clearTimeout(timer);
}
