import assert from 'node:assert/strict';
import { QueueClient } from '@azure/storage-queue';
import { TableClient } from '@azure/data-tables';
import { advisingOf, moveRequest } from '../../../src/features/concerns/advising/usecases.ts';
import { lookAfterRequests } from '../../../src/features/concerns/forgetting/usecases.ts';
import { counts, requests } from '../../../src/features/concerns/store.ts';
import { askForTalk, talkPageOf } from '../../../src/features/concerns/usecases.ts';
import { letterboxes } from '../../../src/features/people/messages/store.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import { tableNames } from '../../../src/platform/tables.ts';
import { callerFor, type TestApp } from '../../support/app.ts';
import { logInto } from '../../support/bot.ts';
import { testStorage } from '../../support/storage.ts';
import { runningVault } from '../../support/vault.ts';
import { adviser, anOffice, asAdviser, asker, aWish, canary, manager, secondAdviser } from './office.ts';

const me = callerFor(asker);

/** Every row of every table as it is kept, and what lies on the queues. */
async function everything(app: TestApp): Promise<string[]> {
  const connection = await testStorage();
  const rows: string[] = [];
  for (const name of tableNames) {
    const options = { allowInsecureConnection: true };
    const table = TableClient.fromConnectionString(connection, `${app.prefix}${name}`, options);
    for await (const row of table.listEntities()) rows.push(`${name} ${JSON.stringify(row)}`);
  }
  for (const name of ['tasks', 'poison']) {
    const queue = new QueueClient(connection, `${app.prefix}-${name}`);
    const { peekedMessageItems: found } = await queue.peekMessages({ numberOfMessages: 32 });
    rows.push(...found.map(({ messageText }) => Buffer.from(messageText, 'base64').toString('utf8')));
  }
  return rows;
}

describe('the course of a private talk', function () {
  this.timeout(60_000);
  let app: TestApp;
  beforeEach(async () => {
    app = await anOffice();
  });

  const requestOf = async (one: { readonly id: string }) =>
    (await advisingOf(app.deps, asAdviser(one))).requests.find(({ name }) => name === asker.name);
  const move = async (one: { readonly id: string }, to: 'taken' | 'done') =>
    moveRequest(app.deps, asAdviser(one), (await requestOf(adviser))?.id ?? 'gone', to);

  it('is taken by one adviser, whom the person then sees by name; the others read it no more', async () => {
    await askForTalk(app.deps, me, aWish());
    const id = (await requestOf(secondAdviser))!.id;
    await move(adviser, 'taken');
    await move(adviser, 'taken');
    assert.equal(await requestOf(secondAdviser), undefined);
    await assert.rejects(moveRequest(app.deps, asAdviser(secondAdviser), id, 'done'), (error) =>
      isFailure(error, 'not-found'),
    );
    assert.equal((await talkPageOf(app.deps, me)).mine?.takenBy, adviser.name);
  });

  it('writes to the person only where chat is safe, once, and no row says that it did', async () => {
    for (const [over, cards] of [
      [{ chatIsSafe: false }, 0],
      [{ chatIsSafe: true, avoid: ['teams' as const] }, 0],
      [{ chatIsSafe: true }, 1],
    ] as const) {
      app = await anOffice();
      await askForTalk(app.deps, me, aWish({ ...over, avoid: [...('avoid' in over ? over.avoid : [])] }));
      await move(adviser, 'taken');
      await app.run();
      await app.run();
      assert.equal(app.cardsTo(asker.id).length, cards);
      const box = await letterboxes.find(app.deps.tables, asker.id, 'own');
      assert.deepEqual([box?.value.sending, box?.value.waiting ?? []], [undefined, []]);
      const concerns = (await everything(app)).filter((row) => row.startsWith('concerns '));
      assert.ok(!concerns.some((row) => row.includes(asker.id)));
    }
  });

  it('is late after two working days: advisers are reminded each time, the person is told once and sees what else there is', async () => {
    await askForTalk(app.deps, me, aWish({ chatIsSafe: true }));
    app.pass({ days: 1 });
    await app.run();
    assert.equal((await talkPageOf(app.deps, me)).mine?.isLate, false);
    for (const days of [1, 2, 4]) {
      app.pass({ days });
      await app.run();
    }
    assert.equal((await talkPageOf(app.deps, me)).mine?.isLate, true);
    assert.equal((await requestOf(adviser))?.isLate, true);
    assert.equal(app.cardsTo(adviser.id).length, 3);
    assert.equal(app.cardsTo(manager.id).length, 0);
    assert.equal(app.cardsTo(asker.id).length, 1);
  });

  it('reaches an adviser by mail where chat does not, and says no more than that something waits', async () => {
    const mails: { to: readonly string[]; subject: string; text: string }[] = [];
    const mail = { send: async (one: (typeof mails)[number]) => void mails.push(one) };
    Object.assign(app.deps, { config: { ...app.deps.config, mailFrom: 'mentoring@example.test' }, mail });
    app.unreachable.add(adviser.id);
    await askForTalk(app.deps, me, aWish({ adviser: adviser.id }));
    await app.run();
    await app.run();
    assert.deepEqual(
      mails.map(({ to }) => to),
      [[adviser.mail]],
    );
    assert.doesNotMatch(JSON.stringify(mails), /talk|request|Asker/i);
  });

  it('leaves its contact sealed in one row, and 14 days after it was had nowhere; a number by month stays', async () => {
    const logged: string[] = [];
    Object.assign(app.deps, { log: logInto(logged) });
    const digits = canary.replaceAll(' ', '');
    const isIn = (rows: readonly string[]) => rows.filter((row) => row.includes(canary) || row.includes(digits));
    await askForTalk(app.deps, me, aWish({ chatIsSafe: true }));
    assert.equal((await requestOf(adviser))?.wish.how.way, 'phone');
    assert.deepEqual(isIn(await everything(app)), []);
    await app.run();
    await move(adviser, 'taken');
    await app.run();
    await move(adviser, 'done');
    await move(adviser, 'done');
    app.pass({ days: 13 });
    await lookAfterRequests(app.deps);
    assert.equal((await requestOf(adviser))?.state, 'done');
    app.pass({ days: 1 });
    await lookAfterRequests(app.deps);
    await app.run();
    const rows = await everything(app);
    assert.deepEqual(isIn([...rows, ...logged, JSON.stringify(app.sent)]), []);
    assert.deepEqual(
      logged.filter((one) => one.includes(asker.id)),
      [],
    );
    const entries = (await app.deps.audit.list()).map(({ what, object, outcome }) => `${what} ${object} ${outcome}`);
    assert.deepEqual([...new Set(entries)], ['contact.read own list done']);
    const left = rows.filter((row) => row.startsWith('concerns ')).map((row) => /"rowKey":"(\w+)/.exec(row)?.[1] ?? '');
    assert.deepEqual(
      left.toSorted((a, b) => a.localeCompare(b)),
      ['adviser', 'adviser', 'adviser', 'count'],
    );
    assert.deepEqual(
      (await counts.list(app.deps.tables, 'all')).map(({ key, value }) => [key[0], value]),
      [['2026-03', 1]],
    );
  });

  it('would find the contact if it were not sealed', async () => {
    await askForTalk(app.deps, me, aWish());
    const [row] = await requests.list(app.deps.tables, 'all');
    const open = { ...row!.value, sealed: { ...row!.value.sealed, data: canary } };
    await app.deps.tables.commit([requests.replace(row!, open)]);
    assert.equal((await everything(app)).filter((one) => one.includes(canary)).length, 1);
  });

  it('goes after 60 days when nobody ends it, and what failed is tried again every day', async () => {
    await askForTalk(app.deps, me, aWish());
    await move(adviser, 'taken');
    app.pass({ days: 59 });
    await lookAfterRequests(app.deps);
    assert.ok(await requestOf(adviser));
    app.pass({ days: 1 });
    await lookAfterRequests(app.deps);
    assert.equal((await talkPageOf(app.deps, me)).mine, undefined);
    assert.deepEqual(await app.deps.outbox.tasksOf('concerns', 'all'), []);
  });

  it('is sealed anew with a new key, and still found and read', async () => {
    await askForTalk(app.deps, me, aWish());
    const keyOf = async () => (await requests.list(app.deps.tables, 'all'))[0]?.value.sealed.keyId;
    const before = await keyOf();
    await (await runningVault()).rotate();
    await lookAfterRequests(app.deps);
    assert.notEqual(await keyOf(), before);
    assert.ok((await requestOf(adviser)) && (await talkPageOf(app.deps, me)).mine);
  });

  it('is asked again after it was had as a new one', async () => {
    await askForTalk(app.deps, me, aWish());
    await app.run();
    await move(adviser, 'done');
    await askForTalk(app.deps, me, aWish());
    assert.equal((await requestOf(secondAdviser))?.state, 'open');
    await app.run();
    assert.equal(app.cardsTo(secondAdviser.id).length, 2);
  });
});
