import assert from 'node:assert/strict';
import { z } from 'zod';
import { isFailure } from '../../src/platform/errors.ts';
import { newId } from '../../src/platform/ids.ts';
import { createTables, rowsOf, type Tables } from '../../src/platform/tables.ts';
import { rowReader } from '../../src/platform/tables/forms.ts';
import { testStorage } from '../support/storage.ts';

const first = z.strictObject({ name: z.string(), hours: z.number().optional() });
const second = z.strictObject({ names: z.array(z.string()).min(1), hours: z.number().optional() });
const toSecond = ({ name, ...others }: Readonly<Record<string, unknown>>) => ({ ...others, names: [name] });
const third = z.strictObject({ names: z.array(z.string()), minutes: z.number().optional() });
const toThird = ({ hours, ...others }: Readonly<Record<string, unknown>>) =>
  typeof hours === 'number' ? { ...others, minutes: hours * 60 } : others;

/** The same kind, as three releases know it. */
const oldRows = rowsOf('programmes', 'run', first);
const midRows = rowsOf('programmes', 'run', second, [toSecond]);
const newRows = rowsOf('programmes', 'run', third, [toSecond, toThird]);

describe('rows of different releases', () => {
  let tables: Tables;
  before(async () => {
    tables = createTables({ connection: await testStorage(), prefix: `t${newId().slice(0, 10)}` });
    await tables.prepare();
  });
  const raw = async (key: string): Promise<unknown> =>
    JSON.parse((await tables.read('programmes', 'p1', `run.${key}`))?.text ?? 'null');

  it('say nothing of their form when it is the first', async () => {
    await tables.commit([oldRows.create('p1', 'plain', { name: 'Ann' })]);
    assert.deepEqual(await raw('plain'), { name: 'Ann' });
  });

  it('are read in the newest form, over all steps, and written in it when they change next', async () => {
    await tables.commit([oldRows.create('p1', 'steps', { name: 'Ann', hours: 2 })]);
    const row = (await newRows.find(tables, 'p1', 'steps'))!;
    assert.deepEqual(row.value, { names: ['Ann'], minutes: 120 });
    assert.deepEqual(await raw('steps'), { name: 'Ann', hours: 2 }, 'reading changed it');
    await tables.commit([newRows.replace(row, { ...row.value, minutes: 90 })]);
    assert.deepEqual(await raw('steps'), { names: ['Ann'], minutes: 90, '~form': 3 });
  });

  it('are refused by a release that does not know their form, and stay as they are', async () => {
    await tables.commit([newRows.create('p1', 'newer', { names: ['Ann', 'Bo'], minutes: 30 })]);
    const isNewer = (error: unknown): boolean => isFailure(error, 'unavailable') && error.reason === 'newer-release';
    await assert.rejects(oldRows.find(tables, 'p1', 'newer'), isNewer);
    await assert.rejects(midRows.list(tables, 'p1'), isNewer);
    assert.deepEqual(await raw('newer'), { names: ['Ann', 'Bo'], minutes: 30, '~form': 3 });
  });

  it('keep the fields of a later release when an older one changes them', async () => {
    const laterRows = rowsOf('programmes', 'run', first.extend({ mood: z.string().optional() }).strict());
    await tables.commit([laterRows.create('p1', 'fields', { name: 'Ann', mood: 'calm' })]);
    const row = (await oldRows.find(tables, 'p1', 'fields'))!;
    assert.deepEqual(row.value, { name: 'Ann' });
    await tables.commit([oldRows.replace(row, { name: 'Anna' })]);
    const found = await laterRows.find(tables, 'p1', 'fields');
    assert.deepEqual(found?.value, { name: 'Anna', mood: 'calm' });
  });

  it('lose nothing where a schema takes several forms, or any field, or none that it names', () => {
    const either = z.union([
      z.strictObject({ kind: z.literal('a'), a: z.number() }),
      z.strictObject({ b: z.string() }),
    ]);
    assert.deepEqual(rowReader(either).read('{"b":"x","more":1}'), { value: { b: 'x' }, rest: { more: 1 } });
    const loose = rowReader(z.looseObject({ b: z.string() }));
    assert.deepEqual(loose.written(loose.read('{"b":"x","more":1}').value), { b: 'x', more: 1 });
    const careless = rowReader(z.object({ b: z.string() }));
    const { value, rest } = careless.read('{"b":"x","more":1}');
    assert.deepEqual(careless.written(value, rest), { b: 'x', more: 1 });
    const mended = rowReader(
      z.preprocess((row) => ({ b: 'usual', ...(row as object) }), z.strictObject({ b: z.string() })),
    );
    assert.deepEqual(mended.read('{"more":1}'), { value: { b: 'usual' }, rest: { more: 1 } });
    assert.deepEqual(rowReader(z.array(z.number())).read('[1,2]'), { value: [1, 2] });
  });

  it('still fail where a known field is not as it must be', () => {
    assert.throws(() => rowReader(first).read('{"name":7}'), z.ZodError);
    assert.throws(() => rowReader(first).read('{"hours":7}'), z.ZodError);
  });
});
