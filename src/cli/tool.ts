/** Runs a development tool of the locked packages as a child process, in the project's folder, and shows what it says. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface ToolEnd {
  readonly code: number;
  /** What it printed, both streams in their order. */
  readonly text: string;
}

export interface ToolWish {
  /** False keeps what it says for the caller. */
  readonly shown?: boolean;
}

/** The file behind a tool's name: no `npx`, which would ask the registry for a tool that is missing. */
function fileOf(tool: string): string {
  const names: Readonly<Record<string, string>> = { tsc: 'typescript' };
  const folder = join(root, 'node_modules', names[tool] ?? tool);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const file = typeof bin === 'string' ? bin : bin[tool];
  if (file === undefined) throw new Error(`${tool} has no command`);
  return createRequire(import.meta.url).resolve(join(folder, file));
}

/** SIGINT and SIGTERM of this process end the tool; its exit code is 1 when a signal ended it. */
export function runTool(tool: string, words: readonly string[], { shown = true }: ToolWish = {}): Promise<ToolEnd> {
  const child = spawn(process.execPath, [fileOf(tool), ...words], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = (): void => void child.kill('SIGTERM');
  process.on('SIGTERM', stop).on('SIGINT', stop);
  let text = '';
  const take = (stream: NodeJS.WriteStream) => (chunk: Buffer) => {
    text += chunk.toString('utf8');
    if (shown) stream.write(chunk);
  };
  child.stdout.on('data', take(process.stdout));
  child.stderr.on('data', take(process.stderr));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('SIGTERM', stop).off('SIGINT', stop);
      resolve({ code: code ?? 1, text });
    });
  });
}
