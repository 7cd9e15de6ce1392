import assert from 'node:assert/strict';
import { isFailure } from '../../../src/platform/errors.ts';
import * as sends from '../../../src/features/insights/sends/usecases.ts';
import { setPreferences } from '../../../src/features/people/usecases.ts';
import { sentRows } from '../../../src/features/people/messages/store.ts';
import { aPerson, coordinatorFor } from '../../support/app.ts';
import { coordinator } from '../pairs/journey.ts';
import { name, data, personOf, sendIdOf, invite, called, plan, only, linesOf, isOver } from './sent.ts';

describe('the sends of a programme', () => {
  it('say how many messages are planned, wait, arrived, and were not reached, and never what they say', async () => {
    const { app, programmeId } = await called(4);
    app.unreachable.add(personOf(2));
    await plan(app, programmeId, 4, app.clock.now());
    await app.run();
    await plan(app, programmeId, 5, app.clock.now() + 3_600_000);
    const found = await only(app, programmeId);
    assert.deepEqual(found.counts, { planned: 1, waiting: 0, arrived: 3, 'not-reached': 1, stopped: 0 });
    const page = await linesOf(app, programmeId);
    assert.equal(page.total, 5);
    assert.doesNotMatch(JSON.stringify(page), /words of the invitation/);
    const lost = page.lines.find(({ state }) => state === 'not-reached');
    assert.deepEqual([lost?.person.name, lost?.reason, lost?.mayGetAgain], ['Person 2', 'blocked', true]);
  });

  it('say until when a message waits, and why', async () => {
    const { app, programmeId } = await called(1);
    app.pass({ hours: 12 });
    await app.run();
    const [line] = (await linesOf(app, programmeId)).lines;
    assert.deepEqual([line?.state, line?.why], ['waiting', 'not-at-work']);
    assert.equal(new Date(line?.at ?? 0).toISOString(), '2026-03-04T08:00:00.000Z');
  });

  it('are for coordinators of the programme only', async () => {
    const { app, programmeId } = await called(1);
    const stranger = coordinatorFor(aPerson(77));
    const { id: sendGroup } = await only(app, programmeId);
    for (const ask of [
      () => sends.sendsOfProgramme(app.deps, stranger, programmeId),
      () => sends.linesOfSend(app.deps, stranger, { programmeId, sendGroup }, {}),
      () => sends.stopMessage(app.deps, stranger, programmeId, sendIdOf(1)),
      () => sends.stopWholeSend(app.deps, stranger, programmeId, sendGroup),
      () => sends.sendWholeAgain(app.deps, stranger, { programmeId, sendGroup }, { what: 'stopped', by: 'chat' }),
    ])
      await assert.rejects(ask(), (error: unknown) => isFailure(error, 'not-found'));
  });

  it('name of a check-in only whom it did not reach, and of nobody who wished no invitation', async () => {
    const { app, programmeId } = await called(1);
    await setPreferences(app.deps, personOf(1), { doNotAsk: true });
    await app.deps.outbox.ask('programmes', programmeId, {
      ...{ id: 'ask', job: 'checkins.ask', due: app.clock.now() + 86_400_000 },
      data: { programmeId, pairId: 'pair', round: 'day-14', personId: personOf(1) },
    });
    await app.deps.outbox.ask('programmes', programmeId, {
      id: 'settle',
      job: 'checkins.settle',
      data: {},
      due: Date.now() * 2,
    });
    const { sends: all } = await sends.sendsOfProgramme(app.deps, coordinator, programmeId);
    const checkIn = all.find(({ kind }) => kind === 'checkins.ask');
    assert.deepEqual([all.length, checkIn?.round, checkIn?.counts.planned], [2, 'day-14', 1], 'work is no message');
    const ofCheckIn = await sends.linesOfSend(app.deps, coordinator, { programmeId, sendGroup: checkIn!.id }, {});
    assert.deepEqual([ofCheckIn.named, ofCheckIn.lines], ['not-reached', []]);
    await assert.rejects(sends.stopMessage(app.deps, coordinator, programmeId, 'ask'), isOver);

    for (const { id, data: given } of await app.deps.outbox.tasksOf('programmes', programmeId))
      if (id === sendIdOf(1)) {
        const result = await invite.run(app.deps, data.parse(given), { id, due: 0 });
        assert.ok(result && 'done' in result);
        await app.deps.outbox.stop('programmes', programmeId, id, async () => result.done);
      }
    const invitation = all.find(({ kind }) => kind === name)!;
    const page = await sends.linesOfSend(app.deps, coordinator, { programmeId, sendGroup: invitation.id }, {});
    assert.deepEqual([page.send.counts['not-reached'], page.lines], [1, []]);
  });

  it('are searched, filtered, put in order and paged by the server', async () => {
    const { app, programmeId } = await called(0);
    await app.addPeople(...Array.from({ length: 120 }, (_, at) => aPerson(at + 1)));
    const rows = Array.from({ length: 120 }, (_, at) => {
      const end =
        at === 6 ? ({ state: 'failed', reason: 'blocked', data: {} } as const) : ({ state: 'arrived' } as const);
      return sentRows.programmes.create(programmeId, sendIdOf(at + 1), {
        personId: personOf(at + 1),
        kind: name,
        at,
        ...end,
      });
    });
    for (const start of [0, 60]) await app.deps.tables.commit(rows.slice(start, start + 60));
    const seen = new Set<string>();
    let after: string | undefined;
    let pages = 0;
    do {
      const page = await linesOf(app, programmeId, { sort: 'name', ...(after === undefined ? {} : { after }) });
      assert.ok(page.lines.length <= 50);
      for (const { id } of page.lines) seen.add(id);
      after = page.next;
      pages += 1;
    } while (after !== undefined);
    assert.deepEqual([seen.size, pages], [120, 3]);
    assert.deepEqual(
      (await linesOf(app, programmeId, { search: 'pérson 117' })).lines.map(({ person }) => person.name),
      ['Person 117'],
    );
    assert.equal((await linesOf(app, programmeId, { state: 'not-reached' })).total, 1);
  });
});

describe('a coordinator who stops', () => {
  it('one message: it never goes, and it says who stopped it; what is over cannot be stopped', async () => {
    const { app, programmeId } = await called(2);
    await sends.stopMessage(app.deps, coordinator, programmeId, sendIdOf(1));
    await app.run();
    assert.deepEqual([app.cardsTo(personOf(1)).length, app.cardsTo(personOf(2)).length], [0, 1]);
    const [line] = (await linesOf(app, programmeId, { state: 'stopped' })).lines;
    assert.deepEqual([line?.person.name, line?.who, line?.mayGetAgain], ['Person 1', 'Person 900', true]);
    await assert.rejects(sends.stopMessage(app.deps, coordinator, programmeId, sendIdOf(2)), isOver);
    const deeds = (await app.deps.audit.list()).map(({ what }) => what);
    assert.ok(deeds.includes('message.stopped'));

    await sends.sendMessageAgain(app.deps, coordinator, programmeId, sendIdOf(1), 'chat');
    await app.run();
    assert.equal(app.cardsTo(personOf(1)).length, 1, 'it goes after all');
  });

  it('a message that a worker has at that moment: what it did is told as it is, and it is not tried again', async () => {
    const { app, programmeId } = await called(2);
    const address = (number: number) => ({
      address: { table: 'programmes', partition: programmeId, id: sendIdOf(number) },
    });
    const [first, second] = [await app.deps.outbox.claim(address(1)), await app.deps.outbox.claim(address(2))];
    assert.ok(first && first !== 'taken' && second && second !== 'taken');
    const run = () => invite.run(app.deps, data.parse(first.task.data), first.task);
    const result = await run();
    for (const number of [1, 2]) await sends.stopMessage(app.deps, coordinator, programmeId, sendIdOf(number));
    assert.ok(result && 'done' in result);
    await first.done(result.done);
    assert.equal(await second.failed('teams-busy'), undefined, 'nobody has it any more');
    await app.run();
    assert.deepEqual((await only(app, programmeId)).counts, {
      ...{ planned: 0, waiting: 0, arrived: 1, 'not-reached': 0, stopped: 1 },
    });
    assert.equal(app.cardsTo(personOf(2)).length, 0);
  });

  it('a whole send: nothing more goes, not even what is added later, until it is let go on', async () => {
    const { app, programmeId } = await called(3);
    await plan(app, programmeId, 4, app.clock.now() + 86_400_000);
    const { id: sendGroup } = await only(app, programmeId);
    await sends.stopWholeSend(app.deps, coordinator, programmeId, sendGroup);
    assert.deepEqual((await only(app, programmeId)).counts.stopped, 4, 'at once, before any worker has done anything');
    await sends.stopWholeSend(app.deps, coordinator, programmeId, sendGroup);
    await app.run();
    assert.equal((await app.deps.outbox.tasksOf('programmes', programmeId)).length, 0, 'taken out of the outbox');
    await app.addPeople(aPerson(5));
    await plan(app, programmeId, 5);
    await app.run();
    assert.equal(app.sent.length, 0);
    assert.equal((await only(app, programmeId)).counts.stopped, 5);
    const [line] = (await linesOf(app, programmeId)).lines;
    assert.deepEqual([line?.who, line?.mayGetAgain], ['Person 900', false], 'one by one it would be stopped again');

    await app.addPeople(aPerson(4));
    await sends.sendWholeAgain(app.deps, coordinator, { programmeId, sendGroup }, { what: 'stopped', by: 'chat' });
    await app.run();
    assert.equal((await only(app, programmeId)).counts.arrived, 5);
    assert.equal(app.sent.length, 5);
  });

  it('not what people tell each other', async () => {
    const { app, programmeId } = await called(0);
    await app.deps.outbox.ask('programmes', programmeId, {
      ...{
        id: 'thanks',
        job: 'recognition.tell',
        data: { programmeId, thanksId: 't' },
        due: app.clock.now() + 86_400_000,
      },
    });
    const { id, mayStop } = await only(app, programmeId);
    assert.equal(mayStop, false);
    await assert.rejects(sends.stopWholeSend(app.deps, coordinator, programmeId, id), isOver);
    await assert.rejects(sends.stopMessage(app.deps, coordinator, programmeId, 'thanks'), isOver);
  });
});
