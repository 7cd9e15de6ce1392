import assert from 'node:assert/strict';
import { sendAgain } from '../../../src/features/people/messages/sends/usecases.ts';
import { peopleJobs } from '../../../src/features/people/jobs.ts';
import { deliver as deliverMessage, sentAbout, type Message } from '../../../src/features/people/messages/usecases.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import { syncRows } from '../../../src/features/people/store.ts';
import { syncDirectory } from '../../../src/features/people/sync/usecases.ts';
import { admitGuest, shutOutGuest } from '../../../src/features/people/guests/usecases.ts';
import {
  candidates,
  chainsAbove,
  findPerson,
  preferencesOfPerson,
  setPreferences,
} from '../../../src/features/people/usecases.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import type { DirectoryChanges, DirectoryUser } from '../../../src/platform/directory.ts';
import { paragraph } from '../../../src/platform/cards.ts';
import { aPerson, testApp, type TestApp } from '../../support/app.ts';

const idOf = (number: number): string => aPerson(number).id;

function user(number: number, over: Partial<DirectoryUser> = {}): DirectoryUser {
  const { id, name, givenName, mail, jobTitle, department } = aPerson(number);
  return {
    ...{ id, displayName: name, givenName, mail, jobTitle, department, userPrincipalName: mail, managerId: undefined },
    ...{ officeLocation: 'Ghent', country: 'BE', preferredLanguage: 'nl-BE', userType: 'Member', accountEnabled: true },
    employeeHireDate: '2020-02-01T00:00:00Z',
    ...over,
  };
}

/** A directory that answers the given pages in turn, and remembers from which links it was asked. */
function pages(app: TestApp, ...answers: DirectoryChanges[]): (string | undefined)[] {
  const links: (string | undefined)[] = [];
  Object.assign(app.deps, {
    directory: {
      changes: async (link?: string) => {
        links.push(link);
        return answers.shift();
      },
      managersOf: async (ids: string[]) => new Map(ids.map((id) => [id, id === idOf(1) ? null : idOf(1)])),
      workingHours: async () => undefined,
    },
  });
  return links;
}

const page = (
  users: DirectoryUser[],
  removed: string[],
  rest: { next?: string; delta?: string },
): DirectoryChanges => ({
  ...{ outcome: 'changes', users, removed, next: rest.next, delta: rest.delta },
});

describe('the sync of the directory', () => {
  it('takes everybody at first, with managers, and knows who is no candidate', async () => {
    const app = await testApp();
    const guest = user(3, { userType: 'Guest' });
    const robot = user(4, { jobTitle: null, department: null });
    const links = pages(
      app,
      page([user(1), user(2)], [], { next: 'n1' }),
      page([guest, robot, user(5, { accountEnabled: false })], [], { delta: 'd1' }),
    );
    assert.deepEqual(await syncDirectory(app.deps), { full: true, written: 5, left: 0, pages: 2, isDone: true });
    assert.deepEqual(links, [undefined, 'n1']);
    assert.deepEqual(
      (await candidates(app.deps)).map((one) => one.id),
      [idOf(1), idOf(2)],
    );
    assert.equal((await findPerson(app.deps, idOf(2)))?.managerId, idOf(1));
    assert.equal((await findPerson(app.deps, idOf(2)))?.language, 'nl');
  });

  it('then takes only changes, and notices who left', async () => {
    const app = await testApp();
    const links = pages(
      app,
      page([user(1), user(2), user(3)], [], { delta: 'd1' }),
      page([{ ...user(2, { jobTitle: 'Head', department: undefined }) }], [idOf(3)], { delta: 'd2' }),
    );
    await syncDirectory(app.deps);
    assert.deepEqual(await syncDirectory(app.deps), { full: false, written: 2, left: 1, pages: 1, isDone: true });
    assert.equal(links[1], 'd1');
    assert.equal((await findPerson(app.deps, idOf(2)))?.jobTitle, 'Head');
    assert.equal((await findPerson(app.deps, idOf(2)))?.department, 'Finance');
    assert.deepEqual(
      (await candidates(app.deps)).map((one) => one.id),
      [idOf(1), idOf(2)],
    );
  });

  it('forgets the manager of somebody who has none any more', async () => {
    const app = await testApp();
    const before = page([user(1), user(2, { managerId: idOf(1) })], [], { delta: 'd1' });
    pages(app, before, page([user(2, { managerId: null })], [], { delta: 'd2' }));
    await syncDirectory(app.deps);
    await syncDirectory(app.deps);
    assert.equal((await findPerson(app.deps, idOf(2)))?.managerId, undefined);
  });

  it('begins anew when Graph has lost its place, and then misses who is gone', async () => {
    const app = await testApp();
    pages(
      app,
      page([user(1), user(2)], [], { delta: 'd1' }),
      { outcome: 'resync-needed' },
      page([user(1)], [], { delta: 'd2' }),
    );
    await syncDirectory(app.deps);
    assert.deepEqual(await syncDirectory(app.deps), { full: true, written: 1, left: 1, pages: 1, isDone: true });
    assert.ok((await findPerson(app.deps, idOf(2)))?.leftAt);
  });

  it('goes on where it stopped, as often as it takes, and then misses who is gone', async () => {
    const app = await testApp();
    await app.addPeople(aPerson(30));
    const chunk = (from: number): DirectoryChanges[] =>
      Array.from({ length: 8 }, (_, at) => page([user(from + at)], [], { next: `n${from + at}` }));
    const links = pages(
      app,
      ...chunk(1),
      ...chunk(9),
      page([user(17), user(1, { jobTitle: 'Head' })], [], { delta: 'd' }),
    );
    const steps = [];
    do steps.push(await syncDirectory(app.deps, -1));
    while (!steps.at(-1)?.isDone);
    assert.deepEqual(
      steps.map(({ pages: read, written, left }) => [read, written, left]),
      [
        [8, 8, 0],
        [16, 16, 0],
        [17, 18 + 1, 1],
      ],
    );
    assert.deepEqual([links[8], links[16]], ['n8', 'n16']);
    assert.equal((await findPerson(app.deps, idOf(1)))?.jobTitle, 'Head');
    assert.ok((await findPerson(app.deps, idOf(30)))?.leftAt);
    assert.equal((await candidates(app.deps)).length, 17);
  });

  it('reads everybody again when more is asked of the directory than before', async () => {
    const app = await testApp();
    const links = pages(app, page([user(1)], [], { delta: 'd1' }), page([user(1)], [], { delta: 'd2' }));
    await syncDirectory(app.deps);
    const [row] = await syncRows.list(app.deps.tables, 'system');
    await app.deps.tables.commit([syncRows.replace(row!, { ...row!.value, fields: 'id,displayName' })]);
    assert.equal((await syncDirectory(app.deps)).full, true);
    assert.deepEqual(links, [undefined, undefined]);
    assert.equal((await findPerson(app.deps, idOf(1)))?.hiredOn, '2020-02-01');
  });

  it('comes back every six hours', async () => {
    const app = await testApp({ jobs: peopleJobs([]) });
    pages(app, page([user(1)], [], { delta: 'd1' }), page([], [], { delta: 'd2' }));
    await app.deps.outbox.ask('system', 'recurring', { id: 'people-sync', job: 'people.sync', data: {} });
    assert.equal(await app.run(), 1);
    app.pass({ hours: 5, minutes: 59 });
    assert.equal(await app.run(), 0);
    app.pass({ minutes: 2 });
    assert.equal(await app.run(), 1);
  });
});

describe('a message to a person', () => {
  /** As a worker would: what is to be written at the end is written. */
  async function deliver(deps: Platform, one: Message) {
    const result = await deliverMessage(deps, one);
    if (result && 'done' in result) await deps.tables.commit(result.done);
    return result && 'again' in result ? result : undefined;
  }
  const message = (over: Partial<Message> = {}): Message => ({
    ...{ table: 'programmes', partition: 'p1', sendId: 's1', kind: 'tests.tell', personId: idOf(1), data: { id: 'x' } },
    card: (language) => ({ summary: language, body: [paragraph('Hello')] }),
    ...over,
  });
  async function office(): Promise<TestApp> {
    const app = await testApp();
    pages(app);
    await app.addPeople(aPerson(1, { language: 'fr' }), aPerson(2, { leftAt: 1 }));
    return app;
  }

  it('is sent once, in the language of the receiver, and recorded', async () => {
    const app = await office();
    await deliver(app.deps, message());
    await deliver(app.deps, message());
    assert.deepEqual(
      app.cardsTo(idOf(1)).map((card) => card.summary),
      ['fr'],
    );
    const [sent] = await sentAbout(app.deps, 'programmes', 'p1');
    assert.deepEqual([sent?.state, sent?.kind], ['arrived', 'tests.tell']);
  });

  it('waits for working hours', async () => {
    const app = await office();
    app.pass({ hours: 12 });
    const result = await deliver(app.deps, message());
    assert.ok(result && new Date(result.again).toISOString() === '2026-03-04T08:00:00.000Z');
    assert.equal(app.sent.length, 0);
  });

  it('says why it did not arrive: blocked, left, asked not to be asked', async () => {
    const app = await office();
    app.unreachable.add(idOf(1));
    await deliver(app.deps, message());
    await deliver(app.deps, message({ sendId: 's2', personId: idOf(2) }));
    await setPreferences(app.deps, idOf(1), { doNotAsk: true });
    await deliver(app.deps, message({ sendId: 's3', invitation: true }));
    const reasons = (await sentAbout(app.deps, 'programmes', 'p1')).map((one) => String(one.reason));
    assert.deepEqual(reasons.sort(), ['blocked', 'do-not-ask', 'left']);
  });

  it('reaches a guest whom a programme admitted, about the own pair only, and no other guest', async () => {
    const app = await office();
    await app.addPeople(aPerson(5, { kind: 'guest' }), aPerson(6, { kind: 'guest' }));
    await admitGuest(app.deps, idOf(5), 'p1');
    await deliver(app.deps, message({ sendId: 's5', personId: idOf(5), kind: 'pairs.tellBegun' }));
    await deliver(app.deps, message({ sendId: 's6', personId: idOf(5), kind: 'stories.invite' }));
    await deliver(app.deps, message({ sendId: 's7', personId: idOf(6), kind: 'pairs.tellBegun' }));
    assert.deepEqual([app.cardsTo(idOf(5)).length, app.cardsTo(idOf(6)).length], [1, 0]);
    const told = (await sentAbout(app.deps, 'programmes', 'p1')).map(({ kind, state, reason }) => [
      kind,
      state,
      reason,
    ]);
    assert.deepEqual(
      told.toSorted(([, a], [, b]) => (String(a) < String(b) ? -1 : 1)),
      [
        ['pairs.tellBegun', 'arrived', undefined],
        ['pairs.tellBegun', 'failed', 'left'],
      ],
    );
    await shutOutGuest(app.deps, idOf(5), 'p1');
    await deliver(app.deps, message({ sendId: 's8', personId: idOf(5), kind: 'pairs.tellChange' }));
    assert.equal(app.cardsTo(idOf(5)).length, 1);
  });

  it('can be sent again when it did not arrive: the same task, once, and only where a try can help', async () => {
    const app = await office();
    app.unreachable.add(idOf(1));
    await deliver(app.deps, message());
    await deliver(app.deps, message({ sendId: 's2', personId: idOf(2) }));
    const over = (error: unknown): boolean => isFailure(error) && error.reason === 'message-over';
    const place = { table: 'programmes', partition: 'p1' } as const;
    const asked = { by: 'chat', who: idOf(3) } as const;

    await sendAgain(app.deps, place, 's1', asked);
    const [task] = await app.deps.outbox.tasksOf('programmes', 'p1');
    assert.deepEqual([task?.id, task?.job, task?.data], ['s1', 'tests.tell', { id: 'x' }]);
    await assert.rejects(sendAgain(app.deps, place, 's1', asked), over, 'it is under way');
    await assert.rejects(sendAgain(app.deps, place, 's2', asked), over, 'the person left');

    app.unreachable.clear();
    await deliver(app.deps, message());
    const [left, arrived] = await sentAbout(app.deps, 'programmes', 'p1');
    assert.deepEqual([left?.reason, arrived?.state, arrived?.data], ['left', 'arrived', undefined]);
  });

  it('is not sent when there is no longer a reason to write', async () => {
    const app = await office();
    await deliver(app.deps, message({ card: () => undefined }));
    assert.equal(app.sent.length, 0);
  });
});

describe('what a person sets', () => {
  it('changes one thing at a time, and takes an own language back to what Teams says', async () => {
    const app = await testApp();
    await setPreferences(app.deps, idOf(1), { language: 'de' });
    await setPreferences(app.deps, idOf(1), { doNotAsk: true });
    assert.deepEqual(await preferencesOfPerson(app.deps, idOf(1)), { language: 'de', doNotAsk: true });
    await setPreferences(app.deps, idOf(1), { language: null });
    assert.deepEqual(await preferencesOfPerson(app.deps, idOf(1)), { doNotAsk: true });
  });
});

describe('who leads whom', () => {
  it('is the same whether few are asked for, of whom some are known, or many', async () => {
    const app = await testApp();
    const led = (number: number, by: number) => aPerson(number, { managerId: idOf(by) });
    // The last two lead each other, as a directory may say by mistake.
    const known = led(1, 3);
    await app.addPeople(known, led(2, 3), led(3, 4), aPerson(4), led(5, 6), led(6, 5));
    const few = [1, 2, 4, 5].map(idOf);
    const many = [...few, ...Array.from({ length: 200 }, (_, at) => idOf(1_000 + at))];
    const all = await chainsAbove(app.deps, many, 9);
    const some = await chainsAbove(app.deps, few, 9, new Map([[known.id, known]]));
    for (const id of few) assert.deepEqual(some.get(id), all.get(id));
    assert.deepEqual(some.get(idOf(1)), [3, 4].map(idOf));
  });
});
