import assert from 'node:assert/strict';
import { z } from 'zod';
import { offsetClock, day } from '../../src/platform/clock.ts';
import { isFailure } from '../../src/platform/errors.ts';
import { newId } from '../../src/platform/ids.ts';
import { silentLog } from '../../src/platform/log.ts';
import { createOutbox } from '../../src/platform/outbox.ts';
import { createQueue } from '../../src/platform/queues.ts';
import { createTables, rowsOf } from '../../src/platform/tables.ts';
import { testStorage } from '../support/storage.ts';

const notes = rowsOf('programmes', 'run', z.strictObject({ text: z.string() }));

async function world() {
  const connection = await testStorage();
  const prefix = `t${newId().slice(0, 10)}`;
  const ahead = { now: offsetClock(), rested: 0 };
  const clock = { ...ahead.now, machine: () => Date.now() + ahead.rested };
  const tables = createTables({ connection, prefix });
  const queueNamed = (name: string) =>
    createQueue({ name: `${prefix}-${name}`, connection, unreadable: () => undefined });
  const [queue, poison] = [queueNamed('tasks'), queueNamed('poison')];
  await Promise.all([tables.prepare(), queue.prepare(), poison.prepare()]);
  const outbox = createOutbox({ tables, queue, poison, clock, log: silentLog });
  const receiveOne = async () => {
    for (let turn = 0; turn < 40; turn += 1) {
      const [delivery] = await queue.receive(1, 30);
      if (delivery) return delivery;
    }
    throw new Error('nothing arrived on the queue');
  };
  /** Real time, as the leases see it, goes on. */
  const rest = (seconds: number): void => void (ahead.rested += seconds * 1000);
  return { clock, rest, tables, queue, poison, outbox, receiveOne };
}

describe('the outbox', () => {
  it('takes out with a change what need not follow any more, unless a worker has it', async () => {
    const { tables, outbox, clock } = await world();
    const later = (id: string) => ({ id, job: 'notes.tell', data: {}, due: clock.now() + day });
    const list = (): Promise<{ rowKey: string }[]> =>
      Promise.all([0, 1, 2, 3].map((at) => tables.range('due', `shard-${at}`, { from: 'due.', to: 'due.~' }))).then(
        (all) => all.flat(),
      );
    await outbox.commit([notes.create('p1', 'one', { text: 'x' })], [later('old'), later('other')]);
    await outbox.commit([notes.put('p1', 'one', { text: 'y' })], [later('new')], ['old', 'none']);
    assert.deepEqual((await outbox.tasksOf('programmes', 'p1')).map(({ id }) => id).toSorted(), ['new', 'other']);
    assert.equal((await list()).length, 2, 'the index names nothing that is over');

    const due = { id: 'now', job: 'notes.tell', data: {} };
    await outbox.ask('programmes', 'p1', due);
    const taking = outbox.commit([notes.create('p1', 'two', { text: 'z' })], [], ['now']);
    const claimed = outbox.claim({ address: { table: 'programmes', partition: 'p1', id: 'now' } });
    const [took, claim] = await Promise.allSettled([taking, claimed]);
    const isWorkers = claim.status === 'fulfilled' && claim.value !== undefined && claim.value !== 'taken';
    assert.notEqual(took.status === 'fulfilled', isWorkers, 'one of the two has it');
    assert.equal((await notes.find(tables, 'p1', 'two')) !== undefined, took.status === 'fulfilled');
  });

  it('keeps the change and its task together, or neither', async () => {
    const { tables, outbox } = await world();
    const follow = [{ id: 'tell-1', job: 'notes.tell', data: { note: 'one' } }];
    await outbox.commit([notes.create('p1', 'one', { text: 'first' })], follow);
    await assert.rejects(
      outbox.commit([notes.create('p1', 'one', { text: 'again' })], [{ ...follow[0]!, id: 'tell-2' }]),
      (error) => isFailure(error, 'conflict'),
    );
    assert.equal((await notes.find(tables, 'p1', 'one'))?.value.text, 'first');
    assert.deepEqual(
      (await outbox.tasksOf('programmes', 'p1')).map((task) => task.id),
      ['tell-1'],
    );
  });

  it('leaves nothing in the index of what somebody else asked first, or what was not kept', async () => {
    const { clock, tables, outbox } = await world();
    const wanted = { id: 'tell-1', job: 'notes.tell', data: {}, due: clock.now() + day };
    await Promise.all(Array.from({ length: 6 }, () => outbox.ask('programmes', 'p1', wanted)));
    await outbox.commit([notes.create('p1', 'one', { text: 'first' })]);
    const again = outbox.commit([notes.create('p1', 'one', { text: 'again' })], [{ ...wanted, id: 'tell-2' }]);
    await assert.rejects(again, (error) => isFailure(error, 'conflict'));
    const shards = [0, 1, 2, 3].map((shard) => tables.range('due', `shard-${shard}`, { from: 'due.', to: 'due.~' }));
    assert.equal((await Promise.all(shards)).flat().length, 1);
  });

  it('runs what is due once, and has forgotten it afterwards', async () => {
    const { tables, queue, outbox, receiveOne } = await world();
    await outbox.commit([notes.create('p1', 'one', { text: 'x' })], [{ id: 'tell-1', job: 'notes.tell', data: {} }]);
    const delivery = await receiveOne();
    const claim = await outbox.claim(delivery);
    assert.ok(claim && claim !== 'taken');
    assert.equal(await outbox.claim(delivery), 'taken', 'a second worker does not get it');
    await claim.done();
    await delivery.remove();
    assert.deepEqual(await outbox.tasksOf('programmes', 'p1'), []);
    assert.equal((await tables.range('due', 'shard-0', { from: 'due.', to: 'due.~' })).length, 0);
    assert.equal(await queue.length(), 0);
  });

  it('waits until a later task is due, whatever was said before', async () => {
    const { clock, outbox, receiveOne } = await world();
    const due = clock.now() + 7 * day;
    await outbox.commit(
      [notes.create('p1', 'one', { text: 'x' })],
      [{ id: 'later', job: 'notes.tell', due, data: {} }],
    );
    assert.equal(await outbox.sweep(), 0);
    clock.setOffset(7 * day + 1_000);
    assert.equal(await outbox.sweep(), 1);
    const claim = await outbox.claim(await receiveOne());
    assert.ok(claim && claim !== 'taken');
    await claim.again(clock.now() + day);
    assert.equal(await outbox.sweep(), 0);
    clock.setOffset(9 * day);
    assert.equal(await outbox.sweep(), 1);
  });

  it('gives a task up after six tries, keeps it with its reason, and tries anew when told', async () => {
    const { poison, rest, outbox, receiveOne } = await world();
    await outbox.commit([notes.create('p1', 'one', { text: 'x' })], [{ id: 'bad', job: 'notes.tell', data: {} }]);
    const delivery = await receiveOne();
    for (let attempt = 1; attempt <= 6; attempt += 1) {
      const claim = await outbox.claim(delivery);
      assert.ok(claim && claim !== 'taken', `attempt ${attempt}`);
      const seconds = await claim.failed('no-answer');
      assert.equal(seconds === undefined, attempt === 6);
      if (seconds === undefined) break;
      assert.equal(await outbox.claim(delivery), 'taken', 'it rests');
      rest(seconds);
    }
    const [kept] = await outbox.tasksOf('programmes', 'p1');
    assert.deepEqual([kept?.state, kept?.reason], ['failed', 'no-answer']);
    assert.equal(await poison.length(), 1);
    const [listed] = await outbox.failed();
    assert.deepEqual(
      [listed?.id, listed?.job, listed?.reason, listed?.attempts],
      ['bad', 'notes.tell', 'no-answer', 6],
    );
    await delivery.remove();
    assert.equal(await outbox.retry('programmes', 'p1', 'bad'), true);
    assert.deepEqual(await outbox.failed(), []);
    assert.equal(await outbox.retry('programmes', 'p1', 'bad'), false, 'it is under way');
    assert.ok((await outbox.claim(await receiveOne())) !== undefined);
  });

  it('says how long the line is, since when the oldest is due, and what rests after a failure', async () => {
    const { clock, outbox, receiveOne } = await world();
    const start = clock.now();
    const task = (id: string, over = {}) => ({ id, job: 'notes.tell', data: {}, ...over });
    await outbox.commit(
      [notes.create('p1', 'one', { text: 'x' })],
      [task('old', { due: start - 60_000 }), task('many', { lane: 'campaign' }), task('later', { due: start + day })],
    );
    const claim = await outbox.claim({ address: { table: 'programmes', partition: 'p1', id: 'old' } });
    assert.ok(claim && claim !== 'taken');
    await claim.failed('teams-busy', 30_000);
    await receiveOne();
    const { lanes, later, resting } = await outbox.line();
    assert.deepEqual([lanes.map(({ due }) => due), later], [[1, 1], 1]);
    assert.deepEqual([lanes[0]?.oldest, lanes[1]?.oldest !== undefined], [start - 60_000, true]);
    assert.deepEqual(
      resting.map(({ id, reason, attempts }) => [id, reason, attempts]),
      [['old', 'teams-busy', 1]],
    );
    assert.ok((resting[0]?.until ?? 0) >= clock.machine() + 29_000);
  });

  it('takes a task out while a worker has it: it is neither put off nor failed any more, and what was done is kept', async () => {
    const { outbox, tables } = await world();
    const claims = [];
    for (const id of ['again', 'failed', 'done']) {
      await outbox.ask('programmes', 'p1', { id, job: 'notes.tell', data: {} });
      const claim = await outbox.claim({ address: { table: 'programmes', partition: 'p1', id } });
      assert.ok(claim && claim !== 'taken');
      claims.push(claim);
      assert.equal(
        await outbox.stop('programmes', 'p1', id, async (one) => [notes.create('p1', id, { text: one.job })]),
        true,
      );
    }
    const [first, second, third] = claims;
    await first?.again(Date.now() + day);
    await second?.failed('no-answer');
    await third?.done([notes.put('p1', 'done', { text: 'it had gone' })]);
    assert.deepEqual(await outbox.tasksOf('programmes', 'p1'), []);
    const texts = await Promise.all(['again', 'failed', 'done'].map((id) => notes.find(tables, 'p1', id)));
    assert.deepEqual(
      texts.map((row) => row?.value.text),
      ['notes.tell', 'notes.tell', 'it had gone'],
    );
    assert.equal(await outbox.stop('programmes', 'p1', 'done', async () => []), false, 'it is over');
  });
});

describe('rows', () => {
  it('refuse a change that was made on an old reading', async () => {
    const { tables } = await world();
    await tables.commit([notes.create('p1', 'one', { text: 'first' })]);
    const [mine, theirs] = [await notes.find(tables, 'p1', 'one'), await notes.find(tables, 'p1', 'one')];
    await tables.commit([notes.replace(theirs!, { text: 'theirs' })]);
    await assert.rejects(tables.commit([notes.replace(mine!, { text: 'mine' })]), (error) =>
      isFailure(error, 'conflict'),
    );
  });

  it('hold long texts, list by the beginning of their key, and know no foreign keys', async () => {
    const { tables } = await world();
    const long = 'é'.repeat(100_000);
    await tables.commit([
      notes.create('p1', ['a', '1'], { text: long }),
      notes.create('p1', ['b', '1'], { text: 'b' }),
    ]);
    assert.equal((await notes.find(tables, 'p1', 'a', '1'))?.value.text, long);
    assert.deepEqual(
      (await notes.list(tables, 'p1', 'b')).map((row) => row.key),
      [['b', '1']],
    );
    assert.equal(await notes.find(tables, "p1' or 1 eq 1", 'a'), undefined);
  });
});
