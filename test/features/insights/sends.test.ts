import assert from 'node:assert/strict';
import type { Job } from '../../../src/platform/doors.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import { idOf } from '../../../src/platform/ids.ts';
import { TryLater } from '../../../src/platform/teams/delivery.ts';
import { checkinsJobs } from '../../../src/features/checkins/jobs.ts';
import type { LineQuery, Send } from '../../../src/features/insights/sends/model.ts';
import * as sends from '../../../src/features/insights/sends/usecases.ts';
import { setPreferences } from '../../../src/features/people/usecases.ts';
import { peopleJobs } from '../../../src/features/people/jobs.ts';
import { sentRows } from '../../../src/features/people/messages/store.ts';
import { deliver } from '../../../src/features/people/messages/usecases.ts';
import { sendSomeAgain } from '../../../src/features/people/messages/sends/usecases.ts';
import { job } from '../../../src/platform/doors.ts';
import { paragraph } from '../../../src/platform/cards.ts';
import { z } from 'zod';
import { aPerson, coordinatorFor, type TestApp } from '../../support/app.ts';
import { aProgramme, coordinator } from '../pairs/journey.ts';

const name = 'recruitment.send-invitation';
const data = z.object({ programmeId: z.string(), personId: z.string(), callId: z.string() });
const personOf = (number: number): string => aPerson(number).id;
const sendIdOf = (number: number): string => idOf('invite', String(number));

/** An invitation as the programme sends it, without the rest of recruiting. */
const invite: Job = job({
  name,
  data,
  run: (deps, given, { id: sendId }) =>
    deliver(deps, {
      ...{
        table: 'programmes',
        partition: given.programmeId,
        sendId,
        kind: name,
        personId: given.personId,
        data: given,
      },
      invitation: true,
      card: () => ({ summary: 'Hello', body: [paragraph('The words of the invitation')] }),
    }),
});

interface Letter {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

/** A programme, its call, and so many people (from 1) who are to be invited. */
async function called(people: number, due?: number) {
  const { app, programmeId } = await aProgramme({}, [invite, ...peopleJobs([]), ...checkinsJobs]);
  const letters: Letter[] = [];
  Object.assign(app.deps, {
    config: { ...app.deps.config, mailFrom: 'mentoring@example.test' },
    mail: { send: async (letter: Letter) => void letters.push(letter) },
  });
  await app.addPeople(...Array.from({ length: people }, (_, at) => aPerson(at + 1)));
  for (let number = 1; number <= people; number += 1) await plan(app, programmeId, number, due);
  return { app, programmeId, letters };
}

function plan({ deps }: TestApp, programmeId: string, number: number, due?: number): Promise<void> {
  const task = { id: sendIdOf(number), job: name, data: { programmeId, personId: personOf(number), callId: 'call-1' } };
  return deps.outbox.ask('programmes', programmeId, {
    ...task,
    lane: 'campaign',
    ...(due === undefined ? {} : { due }),
  });
}

async function only({ deps }: TestApp, programmeId: string): Promise<Send> {
  const { sends: all } = await sends.sendsOfProgramme(deps, coordinator, programmeId);
  assert.equal(all.length, 1);
  return all[0]!;
}

async function linesOf(app: TestApp, programmeId: string, query: LineQuery = {}) {
  const { id } = await only(app, programmeId);
  return sends.linesOfSend(app.deps, coordinator, { programmeId, sendGroup: id }, query);
}

const isOver = (error: unknown): boolean => isFailure(error, 'gone');

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

describe('somebody whom chat does not reach', () => {
  it('gets a mail, in their language, that says nothing of what it is about; sent once', async () => {
    const { app, programmeId, letters } = await called(1);
    await app.addPeople(aPerson(1, { language: 'fr' }));
    app.unreachable.add(personOf(1));
    await app.run();
    await sends.sendMessageAgain(app.deps, coordinator, programmeId, sendIdOf(1), 'mail');
    await assert.rejects(sends.sendMessageAgain(app.deps, coordinator, programmeId, sendIdOf(1), 'mail'), isOver);
    await app.run();
    assert.deepEqual(
      letters.map(({ to, subject }) => [...to, subject]),
      [['p1@example.test', 'Un message t’attend dans Teams']],
    );
    assert.match(letters[0]?.text ?? '', /https:\/\/teams\.test\//);
    assert.doesNotMatch(letters[0]?.text ?? '', /Grow|invitation|mentorat/i);
    const [line] = (await linesOf(app, programmeId)).lines;
    assert.deepEqual([line?.state, line?.by], ['arrived', 'mail']);
  });

  it('gets it in working hours, and not when they said meanwhile that they want no invitation', async () => {
    const { app, programmeId, letters } = await called(2);
    for (const number of [1, 2]) app.unreachable.add(personOf(number));
    await app.run();
    app.pass({ hours: 10 });
    for (const number of [1, 2])
      await sends.sendMessageAgain(app.deps, coordinator, programmeId, sendIdOf(number), 'mail');
    await app.run();
    assert.equal(letters.length, 0);
    const waiting = (await linesOf(app, programmeId)).lines;
    assert.deepEqual(
      waiting.map(({ state, why, by }) => [state, why, by]),
      [
        ['waiting', 'not-at-work', 'mail'],
        ['waiting', 'not-at-work', 'mail'],
      ],
    );
    await setPreferences(app.deps, personOf(2), { doNotAsk: true });
    app.pass({ hours: 14 });
    await app.run();
    assert.deepEqual(
      letters.map(({ to }) => to[0]),
      ['p1@example.test'],
    );
  });

  it('is told apart when there is no address, or no mailbox to send from', async () => {
    const { app, programmeId } = await called(2);
    await app.addPeople(aPerson(1, { mail: undefined }) as never);
    for (const number of [1, 2]) app.unreachable.add(personOf(number));
    await app.run();
    for (const number of [1, 2])
      await sends.sendMessageAgain(app.deps, coordinator, programmeId, sendIdOf(number), 'mail');
    const { mailFrom: _, ...config } = app.deps.config;
    Object.assign(app.deps, { config });
    await app.run();
    const page = await linesOf(app, programmeId, { sort: 'name' });
    assert.deepEqual([page.mail, page.lines.map(({ reason }) => reason)], [false, ['no-mail', 'mail-not-set-up']]);
  });

  it('is tried once more when Outlook gave no answer, and after that nobody knows', async () => {
    const { app, programmeId } = await called(1);
    app.unreachable.add(personOf(1));
    await app.run();
    let asked = 0;
    Object.assign(app.deps, {
      mail: {
        send: async () => {
          asked += 1;
          throw new TryLater('no-answer', { mayHaveArrived: true });
        },
      },
    });
    await sends.sendMessageAgain(app.deps, coordinator, programmeId, sendIdOf(1), 'mail');
    for (let turn = 0; turn < 5; turn += 1) {
      await app.run().catch(() => undefined);
      app.rest({ hours: 1 });
      app.pass({ minutes: 1 });
    }
    assert.equal(asked, 2);
    const [line] = (await linesOf(app, programmeId)).lines;
    assert.equal(line?.reason, 'perhaps');
  });

  it('is reached together with all others, spread so that the mailbox may send them', async () => {
    const { app, programmeId, letters } = await called(12);
    for (let number = 1; number <= 12; number += 1) app.unreachable.add(personOf(number));
    await app.run();
    const { id: sendGroup, mayGetAgain } = await only(app, programmeId);
    assert.equal(mayGetAgain, 12);
    await sends.sendWholeAgain(app.deps, coordinator, { programmeId, sendGroup }, { what: 'not-reached', by: 'mail' });
    await app.run();
    const atFirst = letters.length;
    app.clock.setOffset(app.clock.now() + 10_000 - Date.now());
    await app.run();
    assert.ok(atFirst < 5 && letters.length < 12, `${atFirst}, then ${letters.length}`);
    app.pass({ minutes: 1 });
    await app.run();
    assert.equal(letters.length, 12);
  });

  it('is asked again only for what had failed by then: a step that is run twice finds nothing', async () => {
    const { app, programmeId } = await called(1);
    app.unreachable.add(personOf(1));
    await app.run();
    const { id: group } = await only(app, programmeId);
    const place = { table: 'programmes', partition: programmeId } as const;
    const wish = {
      group,
      what: 'not-reached',
      by: 'chat',
      who: personOf(900),
      asked: app.clock.now() - 60_000,
    } as const;
    assert.equal(await sendSomeAgain(app.deps, place, wish), undefined);
    assert.equal((await only(app, programmeId)).counts['not-reached'], 1);
  });
});
