/**
 * Writes down rows as this release keeps them, for the tests of all releases to come: every kind, every form of it, every word of its
 * lists, once with all fields and once with none that may be missing.
 *
 *     node --import tsx test/support/release-rows.ts NAME      into test/platform/releases/NAME/TABLE.json
 *
 * Once for each release, before it leaves; what was written is never changed.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import '../../src/api/routes.ts';
import '../../src/worker/jobs.ts';
import '../../src/platform/connect.ts';
import '../../src/platform/starting.ts';
import { readers, tableNames } from '../../src/platform/tables.ts';
import { plantedRow, variantsOf } from './planted.ts';

export const releases = join(import.meta.dirname, '..', 'platform', 'releases');
/** Rows by kind. */
export type ReleaseRows = Readonly<Record<string, readonly unknown[]>>;

/** No list of words in a row is longer. */
const mostWords = 60;

function rowsOfKind(name: string): unknown[] {
  const found = new Set<string>();
  for (let variant = 0; variant < variantsOf(name); variant += 1)
    for (const bare of [false, true])
      for (let word = 0; word < mostWords; word += 1) {
        const row = planted(name, variant, { bare, word });
        if (row === undefined) break;
        const before = found.size;
        found.add(JSON.stringify(readers.get(name)?.written(row)));
        if (found.size === before) break;
      }
  return [...found].map((text) => JSON.parse(text) as unknown);
}

/** Nothing where the kind has rules that a made row does not keep. */
function planted(name: string, variant: number, how: { readonly bare: boolean; readonly word: number }): unknown {
  const planter = {
    ids: {},
    person: () => '00000000-0000-4000-a000-000000000001',
    text: (place: string) => `words of somebody on ${place.replaceAll(/[^a-z]/gi, '').slice(-20)}`,
  };
  try {
    return plantedRow(name, { ...planter, ...how }, variant);
  } catch {
    return undefined;
  }
}

async function write(release: string): Promise<void> {
  const folder = join(releases, release);
  await mkdir(folder, { recursive: true });
  let count = 0;
  for (const table of tableNames) {
    const kinds = [...readers.keys()].filter((name) => name.startsWith(`${table} `));
    const rows: ReleaseRows = Object.fromEntries(kinds.map((name) => [name.split(' ')[1], rowsOfKind(name)]));
    const empty = Object.keys(rows).filter((kind) => rows[kind]?.length === 0);
    if (empty.length > 0) throw new Error(`no row could be made of ${table} ${empty.join(', ')}`);
    count += Object.values(rows).flat().length;
    const lines = Object.entries(rows).map(
      ([kind, all]) => `  "${kind}": [\n    ${all.map((row) => JSON.stringify(row)).join(',\n    ')}\n  ]`,
    );
    // Flags that only one process writes to a new file: a release that was written down stays as it was.
    await writeFile(join(folder, `${table}.json`), `{\n${lines.join(',\n')}\n}\n`, { flag: 'wx' });
  }
  process.stdout.write(`${count} rows of ${readers.size} kinds in ${folder}\n`);
}

const [name] = process.argv.slice(2);
if (process.argv[1] === import.meta.filename) {
  if (name === undefined || !/^[a-z0-9.-]+$/.test(name))
    throw new Error('Name the release: node --import tsx test/support/release-rows.ts 0.2.0');
  await write(name);
}
