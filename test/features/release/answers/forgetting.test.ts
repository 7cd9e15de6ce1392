import assert from 'node:assert/strict';
import { holdAnswer, withdrawAnswer } from '../../../../src/features/release/answers/confidential/usecases.ts';
import { forgetAnswersOf } from '../../../../src/features/release/answers/forgetting/usecases.ts';
import { keepOwn, ownAnswers } from '../../../../src/features/release/answers/own/usecases.ts';
import { goneRows, held, marks, ownRows } from '../../../../src/features/release/answers/store.ts';
import { hasAnswered, keepAnswer } from '../../../../src/features/release/answers/usecases.ts';
import { releaseComparison } from '../../../../src/features/release/rounds/usecases.ts';
import { releasedIds } from '../../../../src/features/release/store.ts';
import { latestRelease, releaseResults } from '../../../../src/features/release/usecases.ts';
import { tableNames } from '../../../../src/platform/tables.ts';
import { aPerson, testApp } from '../../../support/app.ts';

const items = [{ id: 'fair', kind: 'rating' }] as const;
const [first, second] = ['round-1', 'round-2'];
const chainId = first;
const rounds = [first, second].map((surveyId) => ({ surveyId, chainId }));
const isOpen = async (): Promise<boolean> => true;

/** 30 people answer the first round, which closes, and 22 of them the second, in which ten are new. */
async function twoRounds() {
  const { deps } = await testApp();
  const hold = (surveyId: string, person: number) => {
    const by = surveyId === second && person % 3 === 0 ? 1 : 0;
    const response = { ratings: { fair: 1 + ((person + by) % 5) }, texts: {}, of: { site: 'Ghent' } };
    return holdAnswer(deps, { surveyId, chainId, personId: aPerson(person).id, response, isOpen });
  };
  const close = (surveyId: string) => releaseResults(deps, { surveyId, items, isClosing: true, mode: 'confidential' });
  for (let person = 1; person <= 30; person += 1) await hold(first, person);
  await close(first);
  for (let person = 5; person <= 40; person += 1) if (person <= 26 || person > 30) await hold(second, person);
  const pseudonym = (person: number) => deps.answersRing(chainId).pseudonym(`answers of ${aPerson(person).id}`);
  /** Wherever it stands, in a key or in a value. */
  const rowsWith = async (text: string): Promise<string[]> => {
    const partitions = [first, second];
    const found = await Promise.all(
      tableNames.flatMap((table) =>
        partitions.map(async (one) => {
          const rows = await deps.tables.range(table, one, { from: '!', to: '~' });
          return rows.filter((row) => `${row.rowKey} ${row.text}`.includes(text)).map(({ rowKey }) => rowKey);
        }),
      ),
    );
    return found.flat();
  };
  const compare = () =>
    releaseComparison(deps, { surveyId: second, earlierIds: [first], items, attributes: [], floor: 5 });
  return { deps, close, compare, pseudonym, rowsWith };
}

describe('somebody who is forgotten', () => {
  it('has no row under the own pseudonym any more, counted or not, and the figures stand', async () => {
    const { deps, pseudonym, rowsWith } = await twoRounds();
    const one = await pseudonym(6);
    const before = await latestRelease(deps, first);
    assert.deepEqual((await rowsWith(one)).length, 3, 'two answers, and the list of those who were counted');
    await forgetAnswersOf(deps, aPerson(6).id, { rounds });
    assert.deepEqual(await rowsWith(one), []);
    assert.deepEqual(await latestRelease(deps, first), before);
    const [trace, ...more] = await goneRows.list(deps.tables, first);
    assert.deepEqual([trace?.value, more.length], [{ of: { site: 'Ghent' } }, 0], 'nothing that was said');
    assert.ok((await releasedIds(deps.tables, first)).has(trace!.key.join()), 'the figures stand on as many as before');
    assert.deepEqual((await goneRows.list(deps.tables, second)).length, 0, 'nothing stays of what was not counted');
  });

  it('who had taken an answer back before leaves no trace of that either', async () => {
    const { deps, pseudonym, rowsWith } = await twoRounds();
    await withdrawAnswer(deps, rounds[0]!, aPerson(7).id);
    assert.equal(
      (await rowsWith(await pseudonym(7))).length,
      3,
      'the trace, the list, and the answer of the next round',
    );
    await forgetAnswersOf(deps, aPerson(7).id, { rounds });
    assert.deepEqual(await rowsWith(await pseudonym(7)), []);
    assert.equal((await goneRows.list(deps.tables, first)).length, 1);
  });

  it('is forgotten once however often it is asked, and whatever the list of the counted says in the meantime', async () => {
    const { deps } = await twoRounds();
    const state = async () => ({
      counted: (await releasedIds(deps.tables, first)).size,
      held: (await held.list(deps.tables, first)).length,
      gone: (await goneRows.list(deps.tables, first)).length,
    });
    const forget = () => forgetAnswersOf(deps, aPerson(6).id, { rounds, own: [chainId] });
    await forget();
    const once = await state();
    await forget();
    await forget();
    assert.deepEqual([once, await state()], [once, { counted: 30, held: 29, gone: 1 }]);
    await Promise.all([8, 9, 10].map((one) => forgetAnswersOf(deps, aPerson(one).id, { rounds })));
    assert.deepEqual(await state(), { counted: 30, held: 26, gone: 4 });
    const ids = [...(await releasedIds(deps.tables, first))];
    assert.deepEqual(ids, ids.toSorted(), 'the place of an id does not tell whose it was');
  });

  it('takes a comparison’s list of names along, and what was compared stays told', async () => {
    const { deps, close, compare, pseudonym, rowsWith } = await twoRounds();
    await close(second);
    await compare();
    const row = (await deps.tables.read('surveys', second, 'linked.own'))?.text;
    assert.match(row ?? '', /"state":"told"/);
    assert.ok((await rowsWith(await pseudonym(6))).some((key) => key.startsWith('linkledger.')));
    await forgetAnswersOf(deps, aPerson(6).id, { rounds });
    assert.deepEqual(await rowsWith(await pseudonym(6)), []);
    await compare();
    assert.equal((await deps.tables.read('surveys', second, 'linked.own'))?.text, row);
  });

  it('does not keep others from being compared, since what their figures stand on is still known', async () => {
    const { deps, close, compare } = await twoRounds();
    await forgetAnswersOf(deps, aPerson(6).id, { rounds });
    await close(second);
    await compare();
    assert.match((await deps.tables.read('surveys', second, 'linked.own'))?.text ?? '', /"state":"told"/);
  });

  it('is not told of by a comparison of those who stayed, though nobody knows which questions the others had answered', async () => {
    const { deps } = await testApp();
    const say = async (surveyId: string, values: readonly number[], from: number): Promise<void> => {
      for (const [at, fair] of values.entries()) {
        const response = { ratings: { fair }, texts: {} };
        await holdAnswer(deps, { surveyId, chainId, personId: aPerson(from + at).id, response, isOpen });
      }
      await releaseResults(deps, { surveyId, items, isClosing: true, mode: 'confidential' });
    };
    // The figure of the first round is the same whether or not the last two rated it; who knows that they did would know what.
    await say(first, [2, 2, 3, 3, 3, 3, 3, 4, 4, 3, 3], 1);
    for (const one of [10, 11]) await forgetAnswersOf(deps, aPerson(one).id, { rounds: [rounds[0]!] });
    await say(second, [2, 3, 1, 4, 2, 5, 3, 3, 2, 1, 5, 3, 4, 4, 2], 1);
    await releaseComparison(deps, { surveyId: second, earlierIds: [first], items, attributes: [], floor: 5 });
    assert.doesNotMatch((await deps.tables.read('surveys', second, 'linked.own'))?.text ?? '', /"told"/);
  });

  it('takes along what was kept for oneself, and of an anonymous answer the mark alone', async () => {
    const { deps } = await twoRounds();
    const [one, other] = [aPerson(1).id, aPerson(2).id];
    for (const personId of [one, other]) await keepOwn(deps, chainId, personId, { before: { ratings: { fair: 2 } } });
    const surveyId = 'anonymous';
    for (let person = 1; person <= 6; person += 1) {
      const response = { ratings: { fair: 1 + (person % 5) }, texts: {} };
      await keepAnswer(deps, { surveyId, personId: aPerson(person).id, response, isOpen });
    }
    const look = () => releaseResults(deps, { surveyId, items, isClosing: false });
    const before = await look();
    await forgetAnswersOf(deps, one, { own: [chainId], marks: [{ surveyId, personId: one }] });
    assert.deepEqual(await ownAnswers(deps, chainId, one), {});
    assert.deepEqual(await ownAnswers(deps, chainId, other), { before: { ratings: { fair: 2 } } });
    assert.equal((await ownRows.list(deps.tables, chainId)).length, 1);
    assert.equal(await hasAnswered(deps, surveyId, one), false);
    assert.equal((await marks.list(deps.tables, surveyId)).length, 5);
    assert.deepEqual(await look(), before);
  });
});
