/** One zip file out of a folder, read and written bit by bit: with the packages it is some hundred megabytes. */
import { createWriteStream, mkdirSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { once } from 'node:events';
import { dirname, join, relative, sep } from 'node:path';
import { Zip, ZipDeflate } from 'fflate';

/** What nobody reads where it runs: types, maps and papers of the packages. */
const unread = /(^|\/)node_modules\/.*(\.d\.[cm]?ts|\.map|\.md|\.markdown|\.tsbuildinfo)$/i;

/** The same files give the same bytes. */
const always = new Date('2020-01-01T00:00:00Z');

export async function zipFolder(folder: string, file: string): Promise<{ files: number; bytes: number }> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = found
    .filter((one) => one.isFile())
    .map((one) => relative(folder, join(one.parentPath, one.name)).split(sep).join('/'))
    .filter((name) => !unread.test(name))
    .toSorted();
  mkdirSync(dirname(file), { recursive: true });
  const out = createWriteStream(file);
  const zip = new Zip((error, chunk, isLast) => {
    if (error) out.destroy(error);
    else if (isLast) out.end(chunk);
    else out.write(chunk);
  });
  for (const name of names) {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = always;
    zip.add(entry);
    entry.push(await readFile(join(folder, name)), true);
    if (out.writableNeedDrain) await once(out, 'drain');
  }
  zip.end();
  await once(out, 'finish');
  return { files: names.length, bytes: out.bytesWritten };
}
