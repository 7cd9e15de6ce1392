import assert from 'node:assert/strict';
import { answers, buffered, marks } from '../../../src/features/release/answers/store.ts';
import { keepAnswer, mixAnswers } from '../../../src/features/release/answers/usecases.ts';
import { releaseParts } from '../../../src/features/release/cuts/usecases.ts';
import { ledger } from '../../../src/features/release/store.ts';
import { answerSurvey } from '../../../src/features/surveys/answering/usecases.ts';
import { surveyPageOf } from '../../../src/features/surveys/results/usecases.ts';
import { closeSurvey } from '../../../src/features/surveys/usecases.ts';
import { tableNames } from '../../../src/platform/tables.ts';
import { organisation, saying } from './surveys.ts';

describe('an anonymous answer', () => {
  it('is written anew under another id as soon as five wait, and not before', async () => {
    const { deps, open, answer } = await organisation();
    const id = await open();
    await answer(id, 1, 2, 3, 4);
    const waiting = (await buffered.list(deps.tables, id)).map((row) => row.key[0]);
    assert.equal(waiting.length, 4);
    assert.equal((await answers.list(deps.tables, id)).length, 0);
    await answer(id, 5);
    const mixed = await answers.list(deps.tables, id);
    assert.equal((await buffered.list(deps.tables, id)).length, 0);
    assert.deepEqual(
      mixed.map((row) => row.value.ratings['time'] ?? 0).toSorted((a, b) => a - b),
      [1, 2, 3, 4, 5],
    );
    assert.ok(mixed.every((row) => !waiting.includes(row.key[0])));
  });

  it('shares no operation with the mark of who took part once it is mixed', async () => {
    const { deps, open, answer } = await organisation();
    const id = await open();
    await answer(id, 1, 2, 3, 4, 5);
    const opOf = async (key: string): Promise<string | undefined> =>
      ((await deps.tables.read('answers', id, key)) as { op?: string } | undefined)?.op;
    const [mixed, took] = await Promise.all([answers.list(deps.tables, id), marks.list(deps.tables, id)]);
    const markOps = await Promise.all(took.map((row) => opOf(`mark.${row.key[0]}`)));
    const answerOps = await Promise.all(mixed.map((row) => opOf(`answer.${row.key[0]}`)));
    assert.ok(markOps.length === 5 && markOps.every((op) => op !== undefined));
    assert.ok(answerOps.every((op) => op !== undefined && !markOps.includes(op)));
  });

  it('leads to nobody after the close: no row of any table that names a person was written by answering', async () => {
    const { app, deps, people, coordinator, open, answer } = await organisation();
    const id = await open();
    const before = await rowsThatName(deps, people, id);
    await answer(id, 1, 2, 3, 4, 5, 1);
    await closeSurvey(deps, coordinator, id);
    await app.run();
    assert.deepEqual(await rowsThatName(deps, people, id), before);
    assert.equal((await marks.list(deps.tables, id)).length, 0);
    assert.equal((await buffered.list(deps.tables, id)).length, 0);
    assert.equal((await answers.list(deps.tables, id)).length, 6);
  });

  it('that crosses the close is taken back, and the person is told', async () => {
    const { deps, people, open } = await organisation();
    const id = await open();
    const response = { ratings: { time: 4 }, texts: {} };
    const crossing = { surveyId: id, personId: people[0]!.id, response, isOpen: async () => false };
    assert.equal(await keepAnswer(deps, crossing), 'closed');
    assert.equal((await buffered.list(deps.tables, id)).length, 0);
    assert.equal((await marks.list(deps.tables, id)).length, 0);
  });

  it('is mixed in groups that fit one batch, none of them under five', async () => {
    const { deps } = await organisation();
    for (let number = 0; number < 53; number += 1)
      await deps.tables.commit([buffered.create('many', `b${number}`, { ratings: { time: 3 }, texts: {} })]);
    await mixAnswers(deps, 'many', { isClosing: false });
    const mixed = await answers.list(deps.tables, 'many');
    assert.equal(mixed.length, 53);
    const ops = new Map<string, number>();
    for (const row of mixed) {
      const found = (await deps.tables.read('answers', 'many', `answer.${row.key[0]}`)) as { op?: string };
      ops.set(found.op!, (ops.get(found.op!) ?? 0) + 1);
    }
    assert.ok([...ops.values()].every((size) => size >= 5));
  });
});

describe('where somebody works', () => {
  it('is kept with an answer only as far as ten of those who are asked share it', async () => {
    const { deps, people, open, answer } = await organisation();
    const id = await open();
    await answer(id, 1, 2, 3, 4, 5);
    const kept = (await answers.list(deps.tables, id)).map((row) => row.value.of ?? {});
    assert.ok(kept.length === 5 && kept.some((of) => Object.keys(of).length > 0));
    for (const of of kept) assert.ok(people.filter((one) => one.department === of['department']).length >= 10);
  });

  it('parts the results once the survey has closed, and not before', async () => {
    const { app, deps, coordinator, open, answer } = await organisation();
    const id = await open();
    await answer(id, ...[1, 2, 3, 4, 5, 2, 3, 4, 1, 5, 3, 2], ...[4, 5, 3, 2, 4, 4, 3, 5]);
    assert.deepEqual((await surveyPageOf(deps, coordinator, id)).parts, []);
    await closeSurvey(deps, coordinator, id);
    await app.run();
    const parts = (await surveyPageOf(deps, coordinator, id)).parts;
    assert.equal(parts.length, 8);
    for (const { cuts } of parts) {
      const shown = cuts.filter(({ figure }) => figure.state !== 'withheld');
      assert.deepEqual(
        shown.map(({ parts: of }) => of.map(({ value }) => value).join()),
        ['Care', 'Finance', 'Ghent', 'Care,Ghent', 'Finance,Ghent'],
      );
    }
    await releaseParts(deps, { surveyId: id, items: [], attributes: [], floor: 5 });
    assert.deepEqual((await surveyPageOf(deps, coordinator, id)).parts, parts, 'they never move again');
  });
});

describe('released results of a survey', () => {
  it('move only when five more have answered, whoever looks and how often', async () => {
    const { deps, coordinator, open, answer } = await organisation();
    const id = await open();
    await answer(id, 1, 2, 3, 4, 5);
    const first = (await surveyPageOf(deps, coordinator, id)).results;
    assert.deepEqual(first?.responses, { kind: '5-to-9' });
    assert.equal(first?.participation, undefined);
    await answer(id, 1, 2, 3, 4);
    const [second, third] = await Promise.all([1, 2].map(() => surveyPageOf(deps, coordinator, id)));
    assert.deepEqual(second?.results, first);
    assert.deepEqual(third?.results, first);
    await answer(id, 5);
    const fourth = (await surveyPageOf(deps, coordinator, id)).results;
    assert.deepEqual([fourth?.responses, fourth?.participation], [{ kind: 'exact', people: 10 }, 42]);
    const parts = (await ledger.list(deps.tables, id)).map((row) => row.value.responseIds.length);
    assert.deepEqual(parts, [5, 5], 'the ledger holds the set behind each release');
  });

  it('take everybody in when nobody looked before the close', async () => {
    const { app, deps, coordinator, open, answer } = await organisation();
    const id = await open();
    await answer(id, 1, 2, 3, 4, 5);
    await answer(id, 1, 2, 5, 4, 5, 5, 3, 4);
    await answer(id, 2);
    await closeSurvey(deps, coordinator, id);
    await app.run();
    const after = (await surveyPageOf(deps, coordinator, id)).results;
    assert.deepEqual([after?.responses, after?.someLeftOut], [{ kind: 'exact', people: 14 }, false]);
  });

  it('stay as they were when only a few more came before the close, and say so', async () => {
    const { app, deps, people, coordinator, open, answer } = await organisation();
    const id = await open();
    await answer(id, 1, 2, 3, 4, 5);
    const before = (await surveyPageOf(deps, coordinator, id)).results;
    for (const one of people.slice(10, 13)) await answerSurvey(deps, one.id, id, saying(1));
    await closeSurvey(deps, coordinator, id);
    await app.run();
    const after = (await surveyPageOf(deps, coordinator, id)).results;
    assert.deepEqual([after?.isFinal, after?.someLeftOut], [true, true]);
    assert.deepEqual(after?.items, before?.items);
  });
});

/** Rows in the partitions of the survey, of the people and of what is due that hold a person's id in key, partition or value. */
async function rowsThatName(
  deps: Awaited<ReturnType<typeof organisation>>['deps'],
  people: readonly { readonly id: string }[],
  surveyId: string,
): Promise<string[]> {
  const partitions = [surveyId, 'shard-0', 'shard-1', 'shard-2', 'shard-3', ...people.map(({ id }) => id)];
  const found: string[] = [];
  for (const table of tableNames)
    for (const partition of partitions)
      for (const { rowKey, text, etag } of await deps.tables.range(table, partition, { from: '!', to: '~' })) {
        const naming = people.some(({ id }) => partition === id || rowKey.includes(id) || text.includes(id));
        // The survey's own row names who created it, and is written by the close.
        if (naming && !rowKey.startsWith('survey.own')) found.push(`${table}/${partition}/${rowKey}/${etag}`);
      }
  return found;
}
