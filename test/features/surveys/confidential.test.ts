import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answers, buffered, goneRows, held, marks } from '../../../src/features/release/answers/store.ts';
import { forgetAnswersOf } from '../../../src/features/release/answers/forgetting/usecases.ts';
import { surveysAnsweredBy } from '../../../src/features/surveys/answering/forgetting/usecases.ts';
import { holdAnswer } from '../../../src/features/release/answers/confidential/usecases.ts';
import {
  answerPageOf,
  answerSurvey,
  surveysToAnswer,
  takeBack,
} from '../../../src/features/surveys/answering/usecases.ts';
import { inviteCard, outcomeCard } from '../../../src/features/surveys/cards.ts';
import { invitationOf } from '../../../src/features/surveys/answering/usecases.ts';
import { surveysActions } from '../../../src/features/surveys/bot.ts';
import { surveyPageOf } from '../../../src/features/surveys/results/usecases.ts';
import { askAgain, finishRound, roundsOf } from '../../../src/features/surveys/rounds/usecases.ts';
import {
  cancelSurvey,
  changeSurvey,
  closeSurvey,
  findSurvey,
  finishSurvey,
  openSurvey,
} from '../../../src/features/surveys/usecases.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import { tableNames } from '../../../src/platform/tables.ts';
import { languages } from '../../../src/platform/words.ts';
import { callerFor, press } from '../../support/app.ts';
import { lastDay, organisation, saying, supportItems } from './surveys.ts';

const everybody = { kind: 'everybody' as const };
const confidential = { mode: 'confidential' as const };

describe('a confidential survey', () => {
  it('says what it is before the first question, in every language, in card and page; one of before is anonymous', async () => {
    const { deps, people, open } = await organisation();
    const [secret, plain] = [await open(everybody, confidential), await open()];
    const page = (id: string) => answerPageOf(deps, callerFor(people[1]!), id);
    assert.deepEqual([(await page(secret)).mode, (await page(plain)).mode], ['confidential', 'anonymous']);
    for (const language of languages) {
      const textOf = async (id: string): Promise<string> =>
        JSON.stringify(inviteCard(language, invitationOf((await findSurvey(deps, id))!, language)).body);
      const word = { en: 'confidential', nl: 'vertrouwelijk', fr: 'confidentielles', de: 'vertraulich' }[language];
      const [one, other] = await Promise.all([textOf(secret), textOf(plain)]);
      assert.ok(one.includes(word) && !other.includes(word), language);
    }
  });

  it('cannot change its mode once people have read it', async () => {
    const { deps, coordinator, open } = await organisation();
    const id = await open(everybody, confidential);
    await assert.rejects(
      changeSurvey(deps, coordinator, id, { audience: everybody, closesOn: lastDay, mode: 'anonymous' }),
      (error) => isFailure(error, 'conflict') && error.reason === 'survey-over',
    );
    assert.equal((await findSurvey(deps, id))?.mode, 'confidential');
  });

  it('keeps an answer under a pseudonym that nobody makes without the key, and no other row of it', async () => {
    const { deps, people, open, answer } = await organisation();
    const [id, other] = [await open(everybody, confidential), await open(everybody, confidential)];
    await answer(id, 1, 2, 3, 4, 5);
    for (const rows of [answers, buffered, marks]) assert.equal((await rows.list(deps.tables, id)).length, 0);
    const kept = await held.list(deps.tables, id);
    assert.equal(kept.length, 5);
    await answerSurvey(deps, people[0]!.id, other, saying(3));
    const [elsewhere] = await held.list(deps.tables, other);
    assert.ok(
      kept.every(({ key }) => key.join() !== elsewhere!.key.join()),
      'another chain has another key',
    );
    for (const table of tableNames)
      for (const { rowKey, text } of await deps.tables.range(table, id, { from: '!', to: '~' }))
        if (rowKey.startsWith('held.')) assert.ok(!people.some((one) => `${rowKey}${text}`.includes(one.id)));
  });

  it('makes pseudonyms in one place only', () => {
    const root = join(import.meta.dirname, '../../../src');
    const files = readdirSync(join(root, 'features'), { recursive: true, encoding: 'utf8' }).filter((one) =>
      one.endsWith('.ts'),
    );
    const using = (what: RegExp): string[] =>
      files.filter((one) => what.test(readFileSync(join(root, 'features', one), 'utf8'))).toSorted();
    assert.deepEqual(using(/answersRing/), ['release/answers/confidential/usecases.ts']);
    assert.deepEqual(using(/\bheld\.(find|list)|: answers\)\.list|answersFor\(/), [
      'release/answers/confidential/usecases.ts',
      'release/answers/usecases.ts',
      'release/cuts/usecases.ts',
      'release/missing/usecases.ts',
      'release/rounds/usecases.ts',
      'release/usecases.ts',
    ]);
  });

  it('takes a new answer in the place of the former one until the close, also in its card', async () => {
    const { app, deps, people, open } = await organisation();
    const id = await open(everybody, confidential);
    const who = callerFor(people[5]!);
    const [card] = app.cardsTo(who.personId);
    const send = (rating: string) => {
      const inputs = Object.fromEntries(supportItems.map((item) => [item.id, rating]));
      return press(deps, surveysActions, who, { card: card!, title: 'Send my answers', inputs });
    };
    const [first, second] = [await send('2'), await send('4')];
    assert.ok(first.kind === 'card' && first.card.summary === 'Thank you for answering');
    assert.ok(second.kind === 'card' && second.card.summary === 'Your new answers count');
    const [kept, ...more] = await held.list(deps.tables, id);
    assert.deepEqual([kept?.value.ratings['time'], more.length], [4, 0]);
    assert.equal(await answerSurvey(deps, who.personId, id, saying(5)), 'replaced');
    assert.deepEqual(await surveysToAnswer(deps, who.personId), [], 'it is not asked again');
    assert.equal(JSON.stringify(outcomeCard('en', 'replaced')).includes('4'), false);
  });

  it('keeps one answer of a person who sends three at once', async () => {
    const { deps, people, open } = await organisation();
    const id = await open(everybody, confidential);
    const sent = [1, 2, 3].map((rating) => answerSurvey(deps, people[0]!.id, id, saying(rating)));
    const outcomes = await Promise.all(sent);
    assert.equal(outcomes.filter((one) => one === 'kept').length, 1);
    assert.equal((await held.list(deps.tables, id)).length, 1);
  });

  it('gives an answer back when its person wants, who may then answer again', async () => {
    const { deps, people, open, answer } = await organisation();
    const id = await open(everybody, confidential);
    await answer(id, 1, 2, 3, 4, 5, 5);
    const [one] = people;
    assert.equal((await answerPageOf(deps, callerFor(one!), id)).mayTakeBack, true);
    assert.equal(await takeBack(deps, one!.id, id), true);
    assert.equal(await takeBack(deps, one!.id, id), false, 'twice is once');
    assert.equal((await held.list(deps.tables, id)).length, 5);
    assert.equal((await goneRows.list(deps.tables, id)).length, 0, 'nothing stays of what was never counted');
    assert.equal((await answerPageOf(deps, callerFor(one!), id)).state, 'open');
    assert.equal(await answerSurvey(deps, one!.id, id, saying(2)), 'kept');
  });

  it('shows nothing before its close, whoever looks', async () => {
    const { app, deps, coordinator, open, answer } = await organisation();
    const id = await open(everybody, confidential);
    await answer(id, 1, 2, 3, 4, 5, 5, 4, 3, 2, 1);
    const page = await surveyPageOf(deps, coordinator, id);
    assert.deepEqual([page.results, page.mayClose, page.responses], [undefined, true, undefined]);
    await closeSurvey(deps, coordinator, id);
    await app.run();
    const after = await surveyPageOf(deps, coordinator, id);
    assert.deepEqual([after.results?.isFinal, after.results?.responses], [true, { kind: 'exact', people: 10 }]);
  });

  it('refuses an answer that crosses the close, and puts the former one back', async () => {
    const { deps, people, open } = await organisation();
    const id = await open(everybody, confidential);
    const crossing = (rating: number, isOpen: boolean) => {
      const response = { ratings: { time: rating }, texts: {} };
      const of = { surveyId: id, chainId: id, personId: people[0]!.id, response };
      return holdAnswer(deps, { ...of, isOpen: async () => isOpen });
    };
    assert.equal(await crossing(2, false), 'closed');
    assert.equal((await held.list(deps.tables, id)).length, 0);
    assert.equal(await crossing(2, true), 'kept');
    assert.equal(await crossing(5, false), 'closed');
    assert.equal((await held.list(deps.tables, id))[0]?.value.ratings['time'], 2);
  });

  it('takes no answer and changes none after the close, and an answer taken back then changes no figure', async () => {
    const { app, deps, people, coordinator, open, answer } = await organisation();
    const id = await open(everybody, confidential);
    await answer(id, ...[1, 2, 3, 4, 5, 2, 3, 4, 1, 5, 3, 2], ...[4, 5, 3, 2, 4, 4, 3, 5]);
    await closeSurvey(deps, coordinator, id);
    await app.run();
    const seen = async () => [await surveyPageOf(deps, coordinator, id), await roundsOf(deps, coordinator, id)];
    const before = await seen();
    assert.equal(await answerSurvey(deps, people[0]!.id, id, saying(5)), 'closed');
    const page = await answerPageOf(deps, callerFor(people[0]!), id);
    assert.deepEqual([page.state, page.mayTakeBack], ['closed', true]);
    for (const one of people.slice(0, 3)) assert.equal(await takeBack(deps, one.id, id), true);
    assert.deepEqual(await seen(), before);
    await app.run();
    assert.deepEqual(await seen(), before, 'nor when the last task is repeated');
    const left = await goneRows.list(deps.tables, id);
    assert.equal((await held.list(deps.tables, id)).length, 17);
    assert.ok(left.length === 3 && left.every(({ value }) => Object.keys(value).join() === 'of'), 'no answer is left');
  });

  it('tells of no part where an answer was taken back after the whole was told', async () => {
    const told = async (isTakenBack: boolean): Promise<number> => {
      const { app, deps, people, coordinator, open, answer } = await organisation();
      const id = await open(everybody, confidential);
      await answer(id, ...[1, 2, 3, 4, 5, 2, 3, 4, 1, 5, 3, 2], ...[4, 5, 3, 2, 4, 4, 3, 5]);
      await closeSurvey(deps, coordinator, id);
      assert.equal((await surveyPageOf(deps, coordinator, id)).results?.isFinal, true);
      if (isTakenBack) assert.equal(await takeBack(deps, people[0]!.id, id), true);
      await app.run();
      const { rates } = await roundsOf(deps, coordinator, id);
      return (await surveyPageOf(deps, coordinator, id)).parts.flatMap(({ cuts }) => cuts).length + rates.length;
    };
    assert.ok((await told(false)) > 0);
    assert.equal(await told(true), 0);
  });

  it('tells nothing anew when somebody is forgotten after its end, of itself or of the round that follows', async () => {
    const { app, deps, people, coordinator, open, answer } = await organisation();
    const id = await open(everybody, confidential);
    await answer(id, ...[1, 2, 3, 4, 5, 2, 3, 4, 1, 5, 3, 2], ...[4, 5, 3, 2, 4, 4, 3, 5]);
    await closeSurvey(deps, coordinator, id);
    await app.run();
    const told = async (surveyId: string): Promise<string[]> => {
      const rows = await deps.tables.range('surveys', surveyId, { from: '!', to: '~' });
      const isTold = /^(?:release|basis|cuts|rates|linked)\./;
      return rows.filter(({ rowKey }) => isTold.test(rowKey)).map(({ rowKey, text }) => `${rowKey} ${text}`);
    };
    const forget = async (person: number) => {
      const { id: personId } = people[person]!;
      await forgetAnswersOf(deps, personId, await surveysAnsweredBy(deps, personId));
    };
    const look = async () => {
      await app.run();
      await finishSurvey(deps, id);
      await finishRound(deps, id);
      return [await surveyPageOf(deps, coordinator, id), await roundsOf(deps, coordinator, id), await told(id)];
    };
    const before = await look();
    for (const person of [0, 5, 6, 5]) {
      await forget(person);
      assert.deepEqual(await look(), before, `after person ${person}`);
    }
    const { id: next } = await askAgain(deps, coordinator, id);
    await openSurvey(deps, coordinator, next);
    await app.run();
    const left = new Set([0, 5, 6]);
    for (const [at, one] of people.entries())
      if (!left.has(at)) await answerSurvey(deps, one.id, next, saying(1 + ((at + (at % 3)) % 5)));
    await forget(7);
    await closeSurvey(deps, coordinator, next);
    await app.run();
    const later = await told(next);
    assert.ok(later.some((row) => row.startsWith('linked.')));
    for (const person of [8, 9]) await forget(person);
    await finishSurvey(deps, next);
    await finishRound(deps, next);
    assert.deepEqual([await told(next), await told(id)], [later, before[2]]);
    for (const person of [0, 5, 6, 7, 8, 9]) {
      const pseudonym = await deps.answersRing(id).pseudonym(`answers of ${people[person]!.id}`);
      for (const table of ['surveys', 'answers'] as const)
        for (const partition of [id, next])
          for (const { rowKey, text } of await deps.tables.range(table, partition, { from: '!', to: '~' }))
            assert.ok(!`${rowKey} ${text}`.includes(pseudonym), `${person}: ${rowKey}`);
    }
  });

  it('leaves nothing of what was said when it is called off', async () => {
    const { app, deps, coordinator, open, answer } = await organisation();
    const id = await open(everybody, confidential);
    await answer(id, 1, 2, 3, 4, 5, 5);
    await cancelSurvey(deps, coordinator, id);
    await app.run();
    for (const rows of [held, goneRows]) assert.equal((await rows.list(deps.tables, id)).length, 0);
  });
});
