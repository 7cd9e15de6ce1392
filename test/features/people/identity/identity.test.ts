import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { renewIdentityKeys, dropUnasked } from '../../../../src/features/people/identity/keeping/usecases.ts';
import {
  choicesOf,
  questions,
  textVersion,
  type AnswerDraft,
  type Question,
} from '../../../../src/features/people/identity/model.ts';
import { privateWishes } from '../../../../src/features/people/identity/reading/usecases.ts';
import { usualModes } from '../../../../src/features/people/identity/rules.ts';
import { allAnswers } from '../../../../src/features/people/identity/store.ts';
import { bucketOfPerson, people } from '../../../../src/features/people/store.ts';
import {
  answerQuestion,
  identityOf,
  setCountry,
  withdrawAnswer,
} from '../../../../src/features/people/identity/usecases.ts';
import { createRings, type Ring } from '../../../../src/platform/sealed.ts';
import { isFailure } from '../../../../src/platform/errors.ts';
import { tableNames } from '../../../../src/platform/tables.ts';
import type { Vault } from '../../../../src/platform/vault.ts';
import { aPerson, callerFor, testApp, type TestApp } from '../../../support/app.ts';
import { runningVault, testVault } from '../../../support/vault.ts';

const [anne, bart, chloe] = [aPerson(1), aPerson(2), aPerson(3)] as const;
const administrator = callerFor(aPerson(9), { roles: ['Administrator'] });

const says = (question: Question, choice: string, over: Partial<AnswerDraft> = {}): AnswerDraft => ({
  ...{ question, said: { kind: 'choice', choice }, wish: true, textVersion },
  ...over,
});

async function three(): Promise<TestApp> {
  const app = await testApp();
  await app.addPeople(anne, bart, chloe);
  return app;
}

const ids = [anne.id, bart.id, chloe.id];

describe('identity answers', () => {
  it('count for those who wish it and share something, and for nobody else', async () => {
    const { deps } = await three();
    await answerQuestion(deps, anne.id, says('origin', 'born-abroad'));
    await answerQuestion(deps, bart.id, says('origin', 'born-abroad', { wish: false }));
    await answerQuestion(deps, chloe.id, says('origin', 'neither'));
    const { shared } = await privateWishes(deps, 'p1', ids);
    assert.deepEqual(
      [...shared],
      [
        [anne.id, [bart.id]],
        [chloe.id, []],
      ],
    );
  });

  it('are shared by own words when they are the same words, and by “prefer not to say” with nobody', async () => {
    const { deps } = await three();
    const own = (words: string): AnswerDraft => says('care', '', { said: { kind: 'own-words', words } });
    await answerQuestion(deps, anne.id, own('My  Mother'));
    await answerQuestion(deps, bart.id, own('my mother'));
    const silent: AnswerDraft = says('age', '', { said: { kind: 'prefer-not' } });
    await answerQuestion(deps, bart.id, silent);
    await answerQuestion(deps, chloe.id, silent);
    const { shared } = await privateWishes(deps, 'p1', ids);
    assert.deepEqual(Object.fromEntries(shared), { [anne.id]: [bart.id], [bart.id]: [anne.id] });
  });

  it('are in no table as they were said: a scan with known answers finds none', async () => {
    const { deps } = await three();
    const known: string[] = [];
    for (const question of questions.filter((one) => usualModes('BE')[one] === 'on')) {
      const choice = choicesOf[question][0];
      known.push(choice);
      await answerQuestion(deps, anne.id, says(question, choice));
      await answerQuestion(
        deps,
        bart.id,
        says(question, '', { said: { kind: 'own-words', words: `canary-${question}` } }),
      );
    }
    const found: string[] = [];
    let rows = 0;
    for (const table of tableNames)
      for (const partition of await partitionsOf(table))
        for (const { text } of await deps.tables.range(table, partition, { from: '!', to: '~' })) {
          rows += 1;
          const words = [...known.filter((one) => one.length > 4), 'canary-', '"wish"', 'own-words', '"choice"'];
          found.push(...words.filter((word) => text.includes(word) && table !== 'directory'));
        }
    assert.ok(rows > 20, 'the scan saw the rows');
    process.stdout.write(`      ${rows} rows scanned for ${known.length * 2} known answers, found ${found.length}\n`);
    assert.deepEqual(found, []);
  });

  it('of one person or question do not open in the place of another', async () => {
    const { deps } = await three();
    await answerQuestion(deps, anne.id, says('gender', 'woman'));
    await answerQuestion(deps, bart.id, says('gender', 'man'));
    const [one] = await rowsOf(deps, anne.id);
    const [other] = await rowsOf(deps, bart.id);
    const { sealed } = one!.value;
    const value = { ...other!.value, sealed };
    await deps.tables.commit([
      {
        table: 'identity',
        partition: other!.partition,
        rowKey: ['answer', ...other!.key].join('.'),
        how: 'put',
        value,
      },
    ]);
    assert.deepEqual([...(await privateWishes(deps, 'p1', ids)).shared], [[anne.id, []]]);
  });

  it('lose nothing when the keys change, while people answer, and the old keys go', async () => {
    const { deps } = await three();
    const asked = ['gender', 'age', 'origin'] as const;
    for (const { id } of [anne, bart])
      for (const one of asked) await answerQuestion(deps, id, says(one, choicesOf[one][0]));
    const before = await privateWishes(deps, 'p1', ids);
    await (await runningVault()).rotate();
    const [sealedAnew] = await Promise.all([
      renewIdentityKeys(deps),
      answerQuestion(deps, chloe.id, says('gender', 'woman')),
    ]);
    assert.ok(sealedAnew === 6 || sealedAnew === 7, `${sealedAnew} sealed anew`);
    await renewIdentityKeys(deps);
    for (const one of asked) await deps.identityRing(one).dropOld(0);
    const keys = new Map((await rowsOf(deps)).map(({ value }) => [value.sealed.keyId, value.question]));
    assert.equal(keys.size, asked.length, 'each question has a key of its own, and one only');
    for (const [keyId, one] of keys) assert.equal(keyId, await deps.identityRing(one).currentId());
    const after = await privateWishes(deps, 'p1', ids);
    assert.deepEqual(after.shared.get(anne.id), [bart.id, chloe.id]);
    assert.deepEqual(before.shared.get(anne.id), [bart.id]);
  });

  it('are each sealed with the key of their question, which the vault opens once for a whole matching', async () => {
    const { deps } = await testApp();
    const many = Array.from({ length: 40 }, (_, at) => aPerson(500 + at));
    for (const one of many) await deps.tables.commit([people.put(bucketOfPerson(one.id), one.id, one)]);
    const asked = ['gender', 'age', 'care', 'origin'] as const;
    for (const { id } of many)
      await Promise.all(asked.map((one) => answerQuestion(deps, id, says(one, choicesOf[one][0]))));
    const keysOf = (rows: Awaited<ReturnType<typeof rowsOf>>, one: Question): Set<string> =>
      new Set(rows.filter(({ value }) => value.question === one).map(({ value }) => value.sealed.keyId));
    const rows = await rowsOf(deps);
    const keys = asked.flatMap((one) => [...keysOf(rows, one)]);
    assert.deepEqual([rows.length, keys.length, new Set(keys).size], [160, 4, 4]);
    const [of] = rows.filter(({ value }) => value.question === 'age');
    await assert.rejects(deps.identityRing('gender').open(of!.value.sealed, [of!.key[0] ?? '', 'age']));

    let unwrapped = 0;
    const counting: Vault = { ...testVault, unwrap: (key) => ((unwrapped += 1), testVault.unwrap(key)) };
    const cold = withColdKeys(deps, counting);
    const everybody = many.map(({ id }) => id);
    for (const _ of [1, 2]) assert.equal((await privateWishes(cold, 'p1', everybody)).shared.size, 40);
    process.stdout.write(`      ${rows.length * 2} answers opened with ${unwrapped} calls of the vault\n`);
    assert.equal(unwrapped, asked.length);
  });

  it('have each reading in the audit log, before anything is opened, and without what was read', async () => {
    const { deps } = await three();
    await answerQuestion(deps, anne.id, says('gender', 'woman'));
    assert.equal((await deps.audit.list()).length, 0, 'answering is no reading');
    await identityOf(deps, anne.id);
    assert.equal((await deps.audit.list()).length, 0, 'the own page reads no answer');
    let opened = 0;
    const counting = {
      ...deps,
      identityRing: (field: string) => ({
        ...deps.identityRing(field),
        open: async (...of: Parameters<Ring['open']>) => {
          opened += 1;
          assert.equal((await deps.audit.list()).length, opened);
          return deps.identityRing(field).open(...of);
        },
      }),
    };
    for (const _ of [1, 2, 3]) await privateWishes(counting, 'p1', ids);
    const entries = await deps.audit.list();
    assert.deepEqual([opened, entries.length], [3, 3]);
    assert.deepEqual(
      new Set(entries.map(({ what, object, outcome }) => `${what} ${object} ${outcome}`)),
      new Set(['identity.read programme:p1 matching 1 answers']),
    );
    const verified = await deps.audit.verify();
    assert.deepEqual([verified.entries, verified.broken], [3, undefined]);
  });

  it('end with one press: the answer is gone, the ledger says when, and pressing twice is pressing once', async () => {
    const { deps } = await three();
    await answerQuestion(deps, anne.id, says('gender', 'woman'));
    await answerQuestion(deps, anne.id, says('gender', 'man'));
    await withdrawAnswer(deps, anne.id, 'gender');
    await withdrawAnswer(deps, anne.id, 'gender');
    const { ledger, questions: lines } = await identityOf(deps, anne.id);
    assert.equal(lines.find((one) => one.question === 'gender')?.answeredAt, undefined);
    assert.deepEqual(
      ledger.map(({ withdrawnAt }) => withdrawnAt !== undefined),
      [true],
    );
    assert.equal((await privateWishes(deps, 'p1', ids)).shared.size, 0);
    await answerQuestion(deps, anne.id, says('gender', 'woman'));
    const again = (await identityOf(deps, anne.id)).ledger;
    assert.deepEqual([again.length, again.filter(({ withdrawnAt }) => withdrawnAt === undefined).length], [2, 1]);
  });

  it('are not taken for another text than the person has read', async () => {
    const { deps } = await three();
    const old = answerQuestion(deps, anne.id, says('gender', 'woman', { textVersion: textVersion + 1 }));
    await assert.rejects(old, (error) => isFailure(error, 'conflict') && error.reason === 'consent-text-changed');
  });

  it('are not asked for in France, nor where a question is off, and nothing is kept there', async () => {
    const app = await three();
    const { deps } = app;
    await app.addPeople(aPerson(4, { country: 'France' }), aPerson(5, { country: 'Somewhere' }));
    const isNotAsked = (error: unknown): boolean => isFailure(error, 'gone') && error.reason === 'question-not-asked';
    await assert.rejects(answerQuestion(deps, aPerson(4).id, says('gender', 'woman')), isNotAsked);
    await assert.rejects(answerQuestion(deps, anne.id, says('belief', 'none')), isNotAsked);
    const french = await identityOf(deps, aPerson(4).id);
    assert.deepEqual(new Set(french.questions.map(({ mode }) => mode)), new Set(['anonymous']));
    const off = { ...usualModes('ZZ'), gender: 'off' as const };
    await setCountry(deps, administrator, { country: 'ZZ', modes: off });
    await assert.rejects(answerQuestion(deps, aPerson(5).id, says('gender', 'woman')), isNotAsked);
    assert.deepEqual(
      new Set((await identityOf(deps, aPerson(4).id)).questions.map(({ mode }) => mode)),
      new Set(['anonymous']),
    );
  });

  it('count no longer from the moment on in which a country asks no more, and are gone at the next look', async () => {
    const { deps } = await three();
    for (const { id } of [anne, bart]) await answerQuestion(deps, id, says('gender', 'woman'));
    await setCountry(deps, administrator, { country: 'BE', modes: { ...usualModes('BE'), gender: 'anonymous' } });
    assert.equal((await privateWishes(deps, 'p1', ids)).shared.size, 0);
    assert.equal(await dropUnasked(deps), 2);
    assert.equal((await rowsOf(deps)).length, 0);
    assert.ok((await identityOf(deps, anne.id)).ledger.every((one) => one.withdrawnAt !== undefined));
  });

  it('are needed for nothing: without the vault a proposal is made as if nobody had said anything', async () => {
    const { deps } = await three();
    for (const { id } of [anne, bart]) await answerQuestion(deps, id, says('gender', 'woman'));
    // The three tries of the first call.
    (await runningVault()).server.inject('503', 3);
    const fresh = withColdKeys(deps);
    const found = await privateWishes(fresh, 'p1', ids);
    assert.equal(found.shared.size, 0);
    assert.equal((await privateWishes(fresh, 'p1', ids)).shared.size, 2, 'and counts again when it is back');
  });

  it('are read by the matcher alone: nobody else imports the reading, and nobody else opens anything', () => {
    const root = join(import.meta.dirname, '../../../../src');
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
    const text = (name: string): string => readFileSync(join(root, name), 'utf8');
    const reading = files.filter((name) => /identity\/reading\/usecases\.ts'/.test(text(name)));
    assert.deepEqual(reading, ['features/matching/solving/usecases.ts']);
    const withKeys = files.filter((name) => name.startsWith('features') && /identityRing/.test(text(name))).toSorted();
    assert.deepEqual(withKeys, [
      'features/people/identity/keeping/usecases.ts',
      'features/people/identity/reading/usecases.ts',
      'features/people/identity/usecases.ts',
    ]);
    const opening = withKeys.filter((name) => /\.open\(/.test(text(name)));
    assert.deepEqual(opening, [
      'features/people/identity/keeping/usecases.ts',
      'features/people/identity/reading/usecases.ts',
    ]);
    const store = files.filter((name) => /identity\/store\.ts'/.test(text(name)));
    assert.deepEqual(store, [], 'the store is used inside people/identity only');
  });
});

async function rowsOf(deps: TestApp['deps'], personId?: string) {
  const found = [];
  for await (const row of allAnswers(deps.tables))
    if (personId === undefined || row.key[0] === personId) found.push(row);
  return found;
}

/** Every partition that these tests can have written. */
async function partitionsOf(table: string): Promise<string[]> {
  const buckets = Array.from({ length: 16 }, (_, at) => `bucket-${at}`);
  const shards = [0, 1, 2, 3].map((at) => `shard-${at}`);
  return [...buckets, ...shards, ...ids, 'keys', 'log', 'identity', 'directory', 'programmes', 'recurring', table];
}

/** As another process, which has no key in its memory. */
function withColdKeys(deps: TestApp['deps'], vault: Vault = testVault): TestApp['deps'] {
  return { ...deps, identityRing: createRings({ tables: deps.tables, clock: deps.clock, vault }, 'identity') };
}
