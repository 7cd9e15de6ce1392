/**
 * The results of the tests of accessibility, as the statement tells them. A run with `ASSESS=1` that found no fault writes them down with its day; any
 * other run fails where what it counts is not what is written, or where it looks at more.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Assessment } from '../../src/features/privacy/papers/assessment/model.ts';

const file = join(import.meta.dirname, '..', '..', 'src/features/privacy/papers/content/assessment.json');

/** Writes or compares a part, which has passed. An ordinary run looks at each page in fewer looks than a whole one (`EVERY_LOOK=1`). */
export function assess<P extends keyof Assessment>(
  part: P,
  found: Omit<Assessment[P], 'on'> & { looks?: number },
): void {
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { on: string; looks?: number }>;
  if (process.env['ASSESS'] !== undefined) {
    const on = new Date().toISOString().slice(0, 10);
    writeFileSync(file, `${JSON.stringify({ ...kept, [part]: { on, ...found } }, undefined, 2)}\n`);
    return;
  }
  const told = `the statement on accessibility tells other results of ${part}: run its tests with ASSESS=1`;
  const before = kept[part];
  if (before === undefined) {
    process.stdout.write(`      ${part}: not in the statement yet, run with ASSESS=1\n`);
    return;
  }
  const { on: _, ...written }: { on?: string; looks?: number } = before;
  const looks = written.looks ?? 0;
  assert.ok(looks >= (found.looks ?? 0), told);
  assert.deepEqual(written, found.looks === undefined ? found : { ...found, looks }, told);
}
