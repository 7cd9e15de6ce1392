import assert from 'node:assert/strict';
import fc from 'fast-check';
import { held } from '../../../src/features/release/answers/store.ts';
import { ownAnswersOf } from '../../../src/features/surveys/answering/own/usecases.ts';
import { answersInWords } from '../../../src/features/surveys/answering/own/rules.ts';
import { answerSurvey, takeBack } from '../../../src/features/surveys/answering/usecases.ts';
import { questionSets } from '../../../src/features/surveys/bank/rules.ts';
import type { AnswerDraft } from '../../../src/features/surveys/model.ts';
import type { Answers, Question, Said } from '../../../src/features/surveys/questions/model.ts';
import { askedOf, bandNames, bandOf, keptOf, questionIn } from '../../../src/features/surveys/questions/rules.ts';
import { say } from '../../../src/features/surveys/words.ts';
import { cancelSurvey, closeSurvey } from '../../../src/features/surveys/usecases.ts';
import { ownSources } from '../../../src/features/privacy/own-data/sources/usecases.ts';
import { languages } from '../../../src/platform/words.ts';
import { callerFor } from '../../support/app.ts';
import { organisation, saying, supportItems } from './surveys.ts';

const everybody = { kind: 'everybody' as const };
const confidential = { mode: 'confidential' as const };
/** Nobody else says the same: "strongly agree" to one question alone, another for each person. */
const onlyTo = (place: number): AnswerDraft => ({
  answers: Object.fromEntries(supportItems.map(({ id }, at) => [id, at === place ? 5 : 1])),
});
const readBy = (place: number): string[] =>
  supportItems.map((_, at) => say('en', at === place ? 'scale.5' : 'scale.1'));

/** Any sound answer to a question, with what its person then reads. */
function soundAnswer(one: Question): fc.Arbitrary<Said> {
  const ids = (one.options ?? []).map(({ id }) => id);
  switch (one.kind) {
    case 'agree':
      return fc.integer({ min: 1, max: 5 });
    case 'zero-ten':
      return fc.integer({ min: 0, max: 10 });
    case 'number':
      return fc.integer({ min: one.range!.least, max: one.range!.most });
    case 'one':
      return fc.constantFrom(...ids);
    case 'several':
      return fc.subarray(ids, { minLength: 1, maxLength: one.most ?? ids.length });
    case 'rank':
      return fc.shuffledSubarray(ids, { minLength: ids.length });
    case 'short':
    case 'long':
      return fc.constantFrom('Some words', 'Other words');
    default:
      return one.kind satisfies never;
  }
}

function readAs(one: Question, said: Exclude<Said, null>, language: 'en'): string {
  const options = questionIn(one, language).options ?? [];
  const textOf = (id: string): string => options.find((option) => option.id === id)!.text;
  if (Array.isArray(said))
    return one.kind === 'rank'
      ? said.map(textOf).join(', ')
      : options
          .filter(({ id }) => said.includes(id))
          .map(({ text }) => text)
          .join(', ');
  if (typeof said === 'string') return one.options ? textOf(said) : said;
  if (one.kind === 'agree') return say(language, `scale.${said as 1}`);
  return bandNames(one)[bandOf(one, said as number)]!;
}

describe('one’s own answers to a survey', function () {
  this.timeout(60_000);

  it('are read as they were given, whatever the kind of question, and what was left out is not there', () => {
    for (const { items } of questionSets)
      fc.assert(
        fc.property(
          fc.record(Object.fromEntries(items.map((one) => [one.id, fc.option(soundAnswer(one))]))),
          (answers: Answers) => {
            const given = askedOf(items, answers).filter(({ id }) => answers[id] !== null);
            assert.deepEqual(
              answersInWords(items, keptOf(items, answers), 'en'),
              given.map((one) => ({
                question: questionIn(one, 'en').text,
                answer: readAs(one, answers[one.id] as Exclude<Said, null>, 'en'),
              })),
            );
          },
        ),
        { numRuns: 40 },
      );
  });

  it('are given to their person, and never to another: each of twelve reads the own ones alone', async () => {
    const { deps, people, open } = await organisation(12);
    const id = await open(everybody, confidential);
    const answered = people.slice(0, supportItems.length);
    for (const [place, one] of answered.entries()) await answerSurvey(deps, one.id, id, onlyTo(place));
    for (const [place, one] of people.entries()) {
      const found = await ownAnswersOf(deps, callerFor(one));
      const read = found.map(({ answers }) => answers.map(({ answer }) => answer));
      assert.deepEqual(read, place < answered.length ? [readBy(place)] : []);
    }
  });

  it('are not there any more once they were taken back, and stay when the survey has closed', async () => {
    const { app, deps, people, coordinator, open, answer } = await organisation(12);
    const id = await open(everybody, confidential);
    await answer(id, 1, 2, 3, 4, 5, 5);
    await closeSurvey(deps, coordinator, id);
    await app.run();
    assert.equal((await ownAnswersOf(deps, callerFor(people[0]!))).length, 1);
    await takeBack(deps, people[0]!.id, id);
    assert.deepEqual(await ownAnswersOf(deps, callerFor(people[0]!)), []);
    assert.equal((await held.list(deps.tables, id)).length, 5);
  });

  it('cannot be found in an anonymous survey, which says so to whom it asked, answered or not, in page and file', async () => {
    const { deps, people, open } = await organisation(12);
    const id = await open(everybody);
    await answerSurvey(deps, people[1]!.id, id, onlyTo(3));
    for (const language of languages) {
      const [answered, silent] = await Promise.all(
        [people[1]!, people[2]!].map((one) => ownAnswersOf(deps, { ...callerFor(one), language })),
      );
      assert.deepEqual(answered, silent, 'whoever answered is told the same');
      assert.deepEqual(
        answered?.map(({ mode, answers }) => [mode, answers]),
        [['anonymous', []]],
      );
    }
    const files = await Promise.all(ownSources.map((source) => source(deps, callerFor(people[1]!))));
    assert.match(JSON.stringify(files), /"mode":"anonymous".*nobody can tell which answers are whose/);
    assert.doesNotMatch(JSON.stringify(files), /Strongly agree/);
  });

  it('are looked for without making a key, and not in a survey that was called off', async () => {
    const { deps, people, coordinator, open } = await organisation(12);
    const id = await open(everybody, confidential);
    const rings = async () =>
      (await deps.tables.scan('system')).rows.filter(({ rowKey }) => rowKey.startsWith('ring.'));
    const before = (await rings()).length;
    assert.deepEqual(await ownAnswersOf(deps, callerFor(people[0]!)), []);
    assert.equal((await rings()).length, before);
    await answerSurvey(deps, people[0]!.id, id, saying(2));
    await cancelSurvey(deps, coordinator, id);
    assert.deepEqual(await ownAnswersOf(deps, callerFor(people[0]!)), []);
  });
});
