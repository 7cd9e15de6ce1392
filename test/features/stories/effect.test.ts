import assert from 'node:assert/strict';
import { noteArrival } from '../../../src/features/recruitment/sources/usecases.ts';
import { helpMarks, helpedRows, readRows, readTodayRows } from '../../../src/features/stories/effect/store.ts';
import { noteRead, sayItHelps, whatItBrought } from '../../../src/features/stories/effect/usecases.ts';
import { keepSourceOf } from '../../../src/features/stories/forms/linking/usecases.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import { aPerson, callerFor } from '../../support/app.ts';
import { author, coordinator, partner, reader, storyOffice } from './office.ts';

const gone = (error: unknown): boolean => isFailure(error, 'not-found');
const many = Array.from({ length: 12 }, (_, at) => aPerson(20 + at));

async function shown() {
  const office = await storyOffice();
  const { app, published, storyAt } = office;
  await app.addPeople(...many);
  const one = await published();
  const at = storyAt(one.id);
  const read = (who: typeof reader) => noteRead(app.deps, callerFor(who), at);
  const says = (who: typeof reader, helps: boolean) => sayItHelps(app.deps, callerFor(who), at, helps);
  const brought = (who = author) => whatItBrought(app.deps, callerFor(who), at);
  return { ...office, one, at, read, says, brought };
}

describe('what a story brings', () => {
  it('counts a reader once a day, and neither of the two', async () => {
    const { app, at, read } = await shown();
    const count = async () =>
      (await readRows.list(app.deps.tables, at.programmeId, at.storyId)).reduce((sum, row) => sum + row.value.count, 0);
    for (const who of [reader, reader, coordinator, author, partner]) await read(who);
    assert.equal(await count(), 2);
    app.pass({ days: 1 });
    await Promise.all([read(reader), read(reader)]);
    assert.equal(await count(), 3);
  });

  it('counts once what a crash left uncounted, whether it came before the count or after it', async () => {
    const { app, at, read } = await shown();
    const { tables } = app.deps;
    const rows = () => readRows.list(tables, at.programmeId, at.storyId);
    const count = async () => (await rows()).reduce((sum, row) => sum + row.value.count, 0);
    await read(reader);
    const [own] = await readTodayRows.list(tables, reader.id);
    assert.equal(own!.value.uncounted, undefined);
    const mark = (await rows())[0]!.value.marks![0]!;
    for (const [which, expected] of [
      [mark, 1],
      ['another-mark', 2],
    ] as const) {
      const uncounted = { programmeId: at.programmeId, storyId: at.storyId, month: '2026-03', mark: which };
      await tables.commit([readTodayRows.put(reader.id, 'today', { ...own!.value, uncounted })]);
      for (const _ of ['once', 'twice']) await read(reader);
      assert.equal(await count(), expected);
    }
  });

  it('keeps of a reader only what they read that day, and beside the story no person', async () => {
    const { app, at, read, says } = await shown();
    await read(reader);
    await says(reader, true);
    await app.run();
    app.pass({ days: 3 });
    const second = await shown();
    assert.ok(second);
    const own = await readTodayRows.list(app.deps.tables, reader.id);
    assert.equal(own.length, 1);
    const rows = [
      ...(await readRows.list(app.deps.tables, at.programmeId, at.storyId)),
      ...(await helpMarks.list(app.deps.tables, at.programmeId, at.storyId)),
    ];
    assert.equal(rows.length, 2);
    assert.ok(!JSON.stringify(rows).includes(reader.id));
  });

  it('tells small numbers as fewer than five, and larger ones in a band', async () => {
    const { read, brought, says, app } = await shown();
    assert.deepEqual(await brought(), {
      ...{ reads: { kind: 'under-5' }, helped: { kind: 'under-5' } },
      ...{ arrived: { kind: 'under-5' }, applied: { kind: 'under-5' } },
    });
    for (const who of many.slice(0, 4)) await read(who);
    assert.deepEqual((await brought()).reads, { kind: 'under-5' });
    await read(many[4]!);
    assert.deepEqual((await brought(partner)).reads, { kind: '5-to-9' });
    for (const who of many) {
      await read(who);
      await says(who, true);
    }
    await app.run();
    const { reads, helped } = await brought();
    assert.deepEqual(
      [reads, helped],
      [
        { kind: 'band', from: 10, to: 14 },
        { kind: 'band', from: 10, to: 14 },
      ],
    );
  });

  it('is told to the two and the coordinators, and to nobody else', async () => {
    const { app, me, at, brought } = await shown();
    await assert.rejects(brought(reader), gone);
    assert.ok(await whatItBrought(app.deps, me, at));
  });

  it('counts "this helps me" once, and not at all when it is taken back, also in any order', async () => {
    const { app, at, says } = await shown();
    const marks = async () => (await helpMarks.list(app.deps.tables, at.programmeId, at.storyId)).length;
    await says(reader, true);
    await says(reader, true);
    await app.run();
    assert.equal(await marks(), 1);
    await says(reader, false);
    await says(reader, true);
    await says(reader, false);
    await app.run();
    assert.deepEqual([await marks(), await helpedRows.list(app.deps.tables, reader.id)], [0, []]);
    await assert.rejects(says(author, true), gone);
  });

  it('can be taken back of a story that is gone', async () => {
    const { app, at, one, says, withdraw } = await shown();
    await says(reader, true);
    await app.run();
    await withdraw(one.id);
    await assert.rejects(says(many[0]!, true), gone);
    await says(reader, false);
    await app.run();
    assert.equal((await helpMarks.list(app.deps.tables, at.programmeId, at.storyId)).length, 0);
  });

  it('counts who came by the story’s own link', async () => {
    const { app, one, brought } = await shown();
    const { code: _, createdAt: __, ...draft } = await keepSourceOf(app.deps, one);
    for (const who of many.slice(0, 6)) await noteArrival(app.deps, who.id, draft);
    assert.deepEqual((await brought()).arrived, { kind: '5-to-9' });
  });
});
