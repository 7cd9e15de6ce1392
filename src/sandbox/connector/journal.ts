/** A map that survives a restart: every change is a line at the end of a file, the last line of a key counts. */
import { appendFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

/** Long enough that a burst of cards is one write, short enough that a kill loses next to nothing. */
const writeEvery = 100;

export interface Journal<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  values(): IterableIterator<T>;
  /** Everything set so far is in the file when it resolves. */
  flush(): Promise<void>;
}

const line = z.tuple([z.string(), z.unknown()]);

export async function openJournal<T>(file: string, schema: z.ZodType<T>): Promise<Journal<T>> {
  const entries = await entriesIn(file, schema);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, [...entries].map((entry) => JSON.stringify(entry) + '\n').join(''));
  await rename(`${file}.new`, file);
  let waiting: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const lines = waiting.join('');
    waiting = [];
    return (writing = writing.then(() => (lines === '' ? undefined : appendFile(file, lines))));
  }

  return {
    get: (key) => entries.get(key),
    values: () => entries.values(),
    flush,
    set(key, value) {
      entries.set(key, value);
      waiting.push(JSON.stringify([key, value]) + '\n');
      timer ??= setTimeout(() => void flush(), writeEvery);
    },
  };
}

async function entriesIn<T>(file: string, schema: z.ZodType<T>): Promise<Map<string, T>> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const entries = new Map<string, T>();
  // What follows the last line end was cut by a kill in the middle of a write.
  for (const one of text.split('\n').slice(0, -1)) {
    const [key, value] = line.parse(JSON.parse(one));
    entries.set(key, schema.parse(value));
  }
  return entries;
}
