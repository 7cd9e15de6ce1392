/** The folder in which a sandbox keeps everything: it belongs to one organisation, and to one running sandbox at a time. */
import { existsSync, rmSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { StartProblem, type StartOptions } from './options.ts';

const kept = z.strictObject({
  seed: z.number(),
  people: z.number(),
  /** The sandbox's time at the first start: hire dates are counted back from it, so it stays. */
  begun: z.iso.datetime(),
  /** `begun` and never `told`: the sandbox was stopped while its story was being told. */
  story: z.enum(['none', 'begun', 'told']).default('told'),
});
export type Kept = z.infer<typeof kept>;

export interface DataFolder extends Kept {
  /** Nothing was here before. */
  readonly isNew: boolean;
  /** The opening story has come to its end. */
  noteTold(): Promise<void>;
  /** Another sandbox may have the folder now. */
  free(): void;
}

const marker = 'organisation.json';
const lock = 'sandbox.pid';

/** Throws a StartProblem when the folder is in use, holds another organisation, or is not a sandbox's at all. */
export async function openDataFolder(options: StartOptions): Promise<DataFolder> {
  const { dataDir, fresh, seed, people } = options;
  await mkdir(dataDir, { recursive: true });
  await takeLock(dataDir);
  const free = (): void => rmSync(join(dataDir, lock), { force: true });
  try {
    const isOurs = existsSync(join(dataDir, marker));
    const others = (await readdir(dataDir)).filter((name) => name !== lock);
    if (!isOurs && others.length > 0)
      throw new StartProblem(
        `${dataDir} holds other files (${others.slice(0, 3).join(', ')}). Name an empty folder with --data.`,
      );
    if (fresh) await Promise.all(others.map((name) => rm(join(dataDir, name), { recursive: true })));
    if (fresh || !isOurs) return folderOf(dataDir, await begin(options), { isNew: true, free });
    const before = kept.parse(JSON.parse(await readFile(join(dataDir, marker), 'utf8')));
    if (before.seed !== seed || before.people !== people)
      throw new StartProblem(
        `${dataDir} holds the organisation of seed ${before.seed} with ${before.people} people. ` +
          'Start with --fresh to throw it away, or name another folder with --data.',
      );
    return folderOf(dataDir, before, { isNew: false, free });
  } catch (error) {
    free();
    throw error;
  }
}

function folderOf(dataDir: string, kept: Kept, rest: Pick<DataFolder, 'isNew' | 'free'>): DataFolder {
  return { ...kept, ...rest, noteTold: () => write(dataDir, { ...kept, story: 'told' }) };
}

/** Without a worker nothing would happen in a story. */
async function begin({ dataDir, seed, people, empty, worker, today }: StartOptions): Promise<Kept> {
  const story = empty || !worker ? 'none' : 'begun';
  const begun: Kept = { seed, people, begun: new Date(today ?? Date.now()).toISOString(), story };
  await write(dataDir, begun);
  return begun;
}

async function write(dataDir: string, kept: Kept): Promise<void> {
  await writeFile(join(dataDir, marker), JSON.stringify(kept));
}

async function takeLock(dataDir: string): Promise<void> {
  const file = join(dataDir, lock);
  const hold = (): Promise<void> => writeFile(file, String(process.pid), { flag: 'wx' });
  try {
    return await hold();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const holder = Number(await readFile(file, 'utf8').catch(() => '0'));
  if (isAlive(holder))
    throw new StartProblem(`${dataDir} is in use by another sandbox (process ${holder}). Name another with --data.`);
  await rm(file, { force: true });
  await hold();
}

function isAlive(pid: number): boolean {
  if (pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
