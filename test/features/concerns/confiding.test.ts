import assert from 'node:assert/strict';
import { TableClient } from '@azure/data-tables';
import fc from 'fast-check';
import { setAdvising } from '../../../src/features/concerns/advisers/usecases.ts';
import { advisingOf } from '../../../src/features/concerns/advising/usecases.ts';
import { advisersAsReaders, notesFor, readNote } from '../../../src/features/concerns/confiding/usecases.ts';
import { notes } from '../../../src/features/concerns/confiding/store.ts';
import { lookAfterRequests } from '../../../src/features/concerns/forgetting/usecases.ts';
import { goesOn, namedReaders } from '../../../src/features/concerns/rules.ts';
import { askForTalk } from '../../../src/features/concerns/usecases.ts';
import { letterboxes } from '../../../src/features/people/messages/store.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import { tableNames } from '../../../src/platform/tables.ts';
import { callerFor, type TestApp } from '../../support/app.ts';
import { logInto } from '../../support/bot.ts';
import { testStorage } from '../../support/storage.ts';
import { runningVault } from '../../support/vault.ts';
import { adviser, anOffice, asAdviser, asker, aWish, manager, partner, secondAdviser } from './office.ts';

const secret = 'canary words for the advisers';
const of = { programmeId: 'p1', pairId: 'pair-1', round: 'day-30', personId: asker.id };
const { keep, find, takeBack } = advisersAsReaders;

async function everything(app: TestApp): Promise<string[]> {
  const rows: string[] = [];
  for (const name of tableNames) {
    const options = { allowInsecureConnection: true };
    const table = TableClient.fromConnectionString(await testStorage(), `${app.prefix}${name}`, options);
    for await (const row of table.listEntities()) rows.push(`${name} ${JSON.stringify(row)}`);
  }
  return rows;
}

describe('what somebody writes for the advisers', function () {
  this.timeout(60_000);
  let app: TestApp;
  beforeEach(async () => {
    app = await anOffice();
  });

  const textsFor = async (one: { readonly id: string }) => (await notesFor(app.deps, one.id)).map(({ text }) => text);
  const noteId = async () => (await notes.list(app.deps.tables, 'all'))[0]?.key[0] ?? 'none';
  const isGone = (error: unknown) => isFailure(error, 'not-found');

  it('is read by every adviser who is not near, with how to speak to its writer as the directory says', async () => {
    await keep(app.deps, of, secret);
    const { notes: found, requests } = await advisingOf(app.deps, asAdviser(adviser));
    assert.deepEqual(requests, []);
    assert.deepEqual([found[0]?.text, found[0]?.person.name, found[0]?.mail], [secret, asker.name, asker.mail]);
    assert.deepEqual(
      [await textsFor(secondAdviser), await textsFor(manager), await textsFor(partner)],
      [[secret], [], []],
    );
  });

  it('is read by one alone once that one says so, and its writer sees by whom', async () => {
    await keep(app.deps, of, secret);
    const id = await noteId();
    for (const one of [manager, partner, asker]) await assert.rejects(readNote(app.deps, asAdviser(one), id), isGone);
    await readNote(app.deps, asAdviser(adviser), id);
    await readNote(app.deps, asAdviser(adviser), id);
    await assert.rejects(readNote(app.deps, asAdviser(secondAdviser), id), isGone);
    assert.deepEqual([await textsFor(adviser), await textsFor(secondAdviser)], [[secret], []]);
    const found = await find(app.deps, of);
    assert.deepEqual([found?.read?.by, found?.advisers], [adviser.name, [adviser.name]]);
  });

  it('is unread again when its writer changes it, and the same words change nothing', async () => {
    await keep(app.deps, of, secret);
    await readNote(app.deps, asAdviser(adviser), await noteId());
    await keep(app.deps, of, secret);
    assert.ok((await find(app.deps, of))?.read);
    await keep(app.deps, of, 'other words');
    assert.equal((await find(app.deps, of))?.read, undefined);
    assert.deepEqual(await textsFor(secondAdviser), ['other words']);
  });

  it('brings each adviser a card without a telling word, one a day at most, and none once it is read or gone', async () => {
    await keep(app.deps, of, secret);
    for (const round of ['day-60', 'day-90', 'day-120']) await keep(app.deps, { ...of, round }, `${secret} ${round}`);
    await app.run();
    const cards = () => [adviser, secondAdviser, manager].map((one) => app.cardsTo(one.id).length);
    assert.deepEqual(cards(), [1, 1, 0]);
    assert.doesNotMatch(JSON.stringify(app.sent), /canary|Asker|check-in|advis/i);
    app.pass({ days: 1, minutes: 1 });
    await app.run();
    assert.deepEqual(cards(), [2, 2, 0]);
    for (const { id } of await notesFor(app.deps, adviser.id)) await readNote(app.deps, asAdviser(adviser), id);
    app.pass({ days: 2 });
    await app.run();
    assert.deepEqual(cards(), [2, 2, 0]);
  });

  it('stands sealed in one row without its writer, beside no trace, and 14 days after it was read nowhere', async () => {
    const logged: string[] = [];
    Object.assign(app.deps, { log: logInto(logged) });
    await keep(app.deps, of, secret);
    await app.run();
    const rows = await everything(app);
    assert.ok(rows.some((row) => row.startsWith('concerns ') && row.includes('note.')));
    for (const word of ['canary', of.pairId, 'day-30']) assert.ok(!rows.some((row) => row.includes(word)), word);
    assert.ok(!rows.some((row) => row.startsWith('concerns ') && row.includes(asker.id)));
    await readNote(app.deps, asAdviser(adviser), await noteId());
    app.pass({ days: 13 });
    await lookAfterRequests(app.deps);
    assert.deepEqual(await textsFor(adviser), [secret]);
    app.pass({ days: 1 });
    assert.deepEqual([await textsFor(adviser), await find(app.deps, of)], [[], undefined]);
    await lookAfterRequests(app.deps);
    const left = (await everything(app)).filter((row) => row.startsWith('concerns '));
    assert.ok(
      left.every((row) => row.includes('"rowKey":"adviser.')),
      left.join('\n'),
    );
    assert.doesNotMatch(logged.join('\n'), new RegExp(`canary|${asker.id}`));
    const box = await letterboxes.find(app.deps.tables, adviser.id, 'own');
    assert.doesNotMatch(JSON.stringify(box?.value ?? {}), /concerns/);
  });

  it('goes after 60 days when nobody reads it, and at once with all that leads to it when it is taken back', async () => {
    await keep(app.deps, of, secret);
    app.pass({ days: 60 });
    await lookAfterRequests(app.deps);
    assert.deepEqual(await notes.list(app.deps.tables, 'all'), []);
    await keep(app.deps, of, secret);
    await takeBack(app.deps, of);
    await takeBack(app.deps, of);
    assert.deepEqual(await notes.list(app.deps.tables, 'all'), []);
    assert.deepEqual(await app.deps.outbox.tasksOf('concerns', 'all'), []);
    await app.run();
    assert.deepEqual(app.cardsTo(adviser.id), []);
  });

  it('is another thing than a request of the same person: neither takes the other along', async () => {
    await askForTalk(app.deps, callerFor(asker), aWish());
    await keep(app.deps, of, secret);
    await takeBack(app.deps, of);
    assert.equal((await advisingOf(app.deps, asAdviser(adviser))).requests.length, 1);
    await keep(app.deps, of, secret);
    app.pass({ days: 59 });
    await lookAfterRequests(app.deps);
    assert.deepEqual(await textsFor(adviser), [secret]);
  });

  it('is sealed anew with a new key, and still found and read', async () => {
    await keep(app.deps, of, secret);
    const keyOf = async () => (await notes.list(app.deps.tables, 'all'))[0]?.value.sealed.keyId;
    const before = await keyOf();
    await (await runningVault()).rotate();
    await lookAfterRequests(app.deps);
    assert.notEqual(await keyOf(), before);
    assert.deepEqual([await textsFor(adviser), (await find(app.deps, of))?.text], [[secret], secret]);
  });

  it('waits for who comes next when all who were named take no more requests or have left, also when its writer has left', async () => {
    await setAdvising(app.deps, asAdviser(secondAdviser), { speaks: ['nl'], takes: false });
    await keep(app.deps, of, secret);
    await app.addPeople({ ...adviser, leftAt: 1 }, { ...asker, leftAt: 1 });
    assert.deepEqual((await find(app.deps, of))?.advisers, []);
    assert.deepEqual(await textsFor(adviser), []);
    await setAdvising(app.deps, asAdviser(secondAdviser), { speaks: ['nl'], takes: true });
    assert.deepEqual(await textsFor(secondAdviser), [secret]);
  });

  it('is opened by nobody else: not there and not yours are one answer', async () => {
    await keep(app.deps, of, secret);
    for (const other of [{ personId: partner.id }, { round: 'day-60' }, { pairId: 'pair-2' }])
      assert.equal(await find(app.deps, { ...of, ...other }), undefined);
    await assert.rejects(readNote(app.deps, asAdviser(adviser), 'none'), isGone);
    await assert.rejects(advisingOf(app.deps, callerFor(adviser)), isGone);
  });
});

describe('who reads a note', () => {
  const ids = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd'));

  it('is one of those who were named and still take requests, or nobody of them', () => {
    fc.assert(
      fc.property(ids, ids, fc.option(fc.constantFrom('a', 'x'), { nil: undefined }), (advisers, taking, readBy) => {
        const found = namedReaders({ advisers, readBy }, new Set(taking));
        if (readBy !== undefined) assert.deepEqual(found, [readBy]);
        else assert.ok(found.every((one) => advisers.includes(one) && taking.includes(one)));
      }),
    );
  });

  it('loses it after 14 days, and 60 at most', () => {
    assert.equal(goesOn({ at: 0, doneAt: undefined }), 60 * 86_400_000);
    assert.equal(goesOn({ at: 0, doneAt: 86_400_000 }), 15 * 86_400_000);
  });
});
