import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { day, hour } from '../../../src/platform/clock.ts';
import { productVersion } from '../../../src/platform/version.ts';
import { register } from '../../../src/platform/kept.ts';
import { begunAt, copyName, leftOut, nameFor } from '../../../src/features/privacy/copies/model.ts';
import {
  changedIn,
  copiesToDelete,
  differing,
  isGoodEnough,
  isNewer,
} from '../../../src/features/privacy/copies/rules.ts';

const now = Date.UTC(2026, 11, 1, 9, 30);
const copyAt = (at: number, isWhole = true) => ({ name: nameFor(at, 'ab12cd'), isWhole });

describe('copies of the state', () => {
  it('have names that say when they were begun, and stand in that order', () => {
    const names = [now - day, now, now + 1000].map((at) => nameFor(at, 'zzzzzz'));
    assert.deepEqual(names.toSorted(), names);
    for (const name of names) assert.ok(copyName.safeParse(name).success, name);
    assert.equal(begunAt(nameFor(now, 'ab12cd')), now);
    assert.ok(Number.isNaN(begunAt('something-else')));
  });

  it('are kept for a day each, for 30 days the first of each, and the newest whatever its age', () => {
    const hourly = Array.from({ length: 40 * 24 }, (_, at) => copyAt(now - at * hour));
    const deleted = new Set(copiesToDelete(hourly, now));
    const kept = hourly.filter(({ name }) => !deleted.has(name)).map(({ name }) => (now - begunAt(name)) / hour);
    assert.deepEqual(
      kept.slice(0, 24),
      Array.from({ length: 24 }, (_, at) => at),
    );
    assert.equal(kept.length, 24 + 29);
    for (const age of kept.slice(24)) assert.ok((age - 9) % 24 === 0 && age < 30 * 24, String(age));
    assert.deepEqual(copiesToDelete([copyAt(now - 300 * day)], now), []);
  });

  it('that broke off go after a day, and never stand for a whole one', () => {
    const [old, young] = [copyAt(now - 2 * day, false), copyAt(now - hour, false)];
    const whole = copyAt(now - 300 * day);
    assert.deepEqual(copiesToDelete([whole, old, young], now), [old.name]);
  });

  it('leave out only kinds that there are', () => {
    const named = Object.entries(register).flatMap(([table, kinds]) =>
      Object.keys(kinds).map((kind) => `${table} ${kind}`),
    );
    for (const one of Object.keys(leftOut)) assert.ok(named.includes(one), one);
  });

  it('say which version made them: that of package.json', () => {
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8')) as {
      version: string;
    };
    assert.equal(productVersion, version);
    for (const [copy, own, newer] of [
      ['0.1.0', '0.1.0', false],
      ['0.1.9', '0.1.0', false],
      ['0.2.0', '0.1.9', true],
      ['1.0.0', '0.9.0', true],
      ['0.9.0', '1.0.0', false],
    ] as const)
      assert.equal(isNewer(copy, own), newer, `${copy} ${own}`);
  });
});

describe('what a look finds', () => {
  const part = (versions: bigint) => ({ take: 1, rows: 1, versions, sum: 0n });

  it('is what changed, what is new and what is gone, of this table alone', () => {
    const parts = new Map([
      ['people same', part(1n)],
      ['people changed', part(2n)],
      ['people gone', part(3n)],
      ['people long-gone', part(0n)],
      ['programmes p', part(4n)],
    ]);
    const seen = new Map([
      ['people same', 1n],
      ['people changed', 5n],
      ['people new', 6n],
    ]);
    assert.deepEqual(changedIn('people', parts, seen), ['people changed', 'people gone', 'people new']);
  });

  it('ends the copy when it is nothing, and at the fourth pass whatever it is', () => {
    const ends = [1, 2, 3, 4].map((pass) => [isGoodEnough(pass, 0), isGoodEnough(pass, 7)]);
    assert.deepEqual(ends, [
      [false, false],
      [true, false],
      [true, false],
      [true, true],
    ]);
  });

  it('differs by count or by sum, and a table without rows is as good as none', () => {
    const [one, other] = [
      { a: { rows: 1, sum: 'f' }, b: { rows: 2, sum: 'e' }, c: { rows: 0, sum: '0' } },
      { a: { rows: 1, sum: 'f' }, b: { rows: 2, sum: 'd' } },
    ];
    assert.deepEqual(differing(one, other), ['b']);
    assert.deepEqual(differing(one, one), []);
  });
});
