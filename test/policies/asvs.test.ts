import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const states = ['met', 'partly', 'not-met', 'not-applicable'] as const;
type State = (typeof states)[number];

/** Requirements of level 1 and 2 in each chapter of ASVS 5.0.0 that the table is about. */
const chapters = { '1': 27, '2': 11, '3': 19, '4': 10, '8': 7, '9': 7, '14': 9, '16': 16 } as const;

interface Line {
  readonly id: string;
  readonly state: State;
  readonly where: string;
  readonly test: string;
}

/** RFC 4180, without line breaks inside a cell. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}

function table(): Line[] {
  const [, ...lines] = readFileSync(join(root, 'infra/asvs.csv'), 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [id = '', , , state = '', where = '', test = ''] = cellsOf(line);
    return { id, state: state as State, where, test };
  });
}

describe('the table of ASVS 5.0', () => {
  it('has every requirement of level 1 and 2 of its chapters, each once', () => {
    const ids = table().map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const [chapter, count] of Object.entries(chapters))
      assert.equal(ids.filter((id) => id.startsWith(`v5.0.0-${chapter}.`)).length, count, `chapter ${chapter}`);
    assert.equal(
      ids.length,
      Object.values(chapters).reduce((sum, one) => sum + one, 0),
    );
  });

  it('names files that are there, and a test or a reason for each', () => {
    for (const { id, state, where, test } of table()) {
      assert.ok(states.includes(state), id);
      assert.ok(test.length > 3, id);
      if (state === 'met') assert.ok(where !== '', id);
      const named = [...where.split(' '), ...(test.match(/\b(?:src|test)\/\S+?\.tsx?\b/g) ?? [])].filter(
        (one) => one !== '',
      );
      for (const file of named) assert.ok(existsSync(join(root, file)), `${id}: ${file} is not there`);
    }
    const counts = states.map((state) => `${state} ${table().filter((one) => one.state === state).length}`);
    process.stdout.write(`      ASVS 5.0, level 2: ${counts.join(', ')}\n`);
  });
});
