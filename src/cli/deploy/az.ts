/** The one place that calls other programs: `az` and npm. A dry run prints the line and goes on with a stand-in for the answer. */
import { spawn } from 'node:child_process';
import type { z } from 'zod';
import { root } from '../tool.ts';

export interface Programs {
  /** The answer of `az`, read by this schema. `standIn`: what a dry run goes on with. */
  ask<T>(words: readonly string[], gives: z.ZodType<T>, standIn: T): Promise<T>;
  /** For its effect alone. */
  az(words: readonly string[]): Promise<void>;
  /** Node with these words, such as `src/starter.mjs build`; what it says is shown. */
  node(words: readonly string[]): Promise<void>;
  npm(words: readonly string[], folder: string): Promise<void>;
}

/** Another program did not do what it should; the message names it and says what it said. */
export class ProgramProblem extends Error {
  override readonly name = 'ProgramProblem';
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const shown = (word: string): string =>
  /^[\w@%+=:,./<>[\]-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

/** A program by its name needs the shell on Windows, where `az` and `npm` are scripts. */
function run(program: string, words: readonly string[], isShown: boolean): Promise<string> {
  const shell = process.platform === 'win32' && program !== process.execPath;
  const args = shell ? words.map((word) => `"${word.replaceAll('"', '\\"')}"`) : [...words];
  const child = spawn(program, args, { cwd: root, shell, stdio: ['ignore', 'pipe', 'pipe'] });
  let [text, complaint] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8');
    if (isShown) process.stdout.write(chunk);
  });
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString('utf8');
    if (isShown) process.stderr.write(chunk);
  });
  const line = [program === process.execPath ? 'node' : program, ...words].map(shown).join(' ');
  return new Promise((resolve, reject) => {
    child.once('error', () =>
      reject(new ProgramProblem(`${program} is not here: install it, then the same command again with --resume`)),
    );
    child.once('close', (code) => {
      if (code === 0) resolve(text);
      else reject(new ProgramProblem(`This did not work:\n  ${line}\n${complaint.trim() || text.trim()}`));
    });
  });
}

export function realPrograms(): Programs {
  return {
    ask: async (words, gives, _standIn) => {
      const text = await run('az', [...words, '--output', 'json'], false);
      const read = gives.safeParse(text.trim() === '' ? null : JSON.parse(text));
      if (read.success) return read.data;
      throw new ProgramProblem(`az ${words.join(' ')} answered something else than expected: ${read.error.message}`);
    },
    az: async (words) => void (await run('az', [...words, '--output', 'none'], false)),
    node: async (words) => void (await run(process.execPath, words, true)),
    npm: async (words, folder) => void (await run('npm', ['--prefix', folder, ...words], true)),
  };
}

export function printedPrograms(): Programs {
  const print = (program: string, words: readonly string[]): void =>
    say(`    ${[program, ...words].map(shown).join(' ')}`);
  return {
    ask: (words, _gives, standIn) => {
      print('az', words);
      return Promise.resolve(standIn);
    },
    az: (words) => Promise.resolve(print('az', words)),
    node: (words) => Promise.resolve(print('node', words)),
    npm: (words, folder) => Promise.resolve(print('npm', ['--prefix', folder, ...words])),
  };
}
