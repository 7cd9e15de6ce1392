import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bankItems, questionSets } from '../../../src/features/surveys/bank/rules.ts';
import type { Answers, Question, Said } from '../../../src/features/surveys/questions/model.ts';
import {
  askedOf,
  bandOf,
  keptOf,
  optionItem,
  partItemsOf,
  problemsOf,
  releaseItemsOf,
  saidInCard,
} from '../../../src/features/surveys/questions/rules.ts';
import { recommendationOf, resultsOf } from '../../../src/features/surveys/results/rules.ts';
import { response } from '../../../src/features/release/answers/model.ts';
import { nextRelease } from '../../../src/features/release/rules.ts';

const item = (id: string): Question => bankItems.get(id)!;
const needs = questionSets.find(({ id }) => id === 'needs')!.items;

/** A sound answer to a question, drawn. */
function answerTo(one: Question): fc.Arbitrary<Said> {
  const ids = (one.options ?? []).map(({ id }) => id);
  const sound: fc.Arbitrary<Said> = {
    agree: () => fc.integer({ min: 1, max: 5 }),
    'zero-ten': () => fc.integer({ min: 0, max: 10 }),
    number: () => fc.integer({ min: one.range?.least ?? 0, max: one.range?.most ?? 0 }),
    one: () => fc.constantFrom(...ids),
    several: () => fc.subarray(ids, { minLength: 1, maxLength: one.most ?? ids.length }),
    rank: () => fc.shuffledSubarray(ids, { minLength: ids.length }),
    short: () => fc.string({ maxLength: 200 }),
    long: () => fc.string({ maxLength: 1000 }),
  }[one.kind]();
  return fc.oneof({ weight: 6, arbitrary: sound }, { weight: 1, arbitrary: fc.constant(null) });
}

const answersTo = (items: readonly Question[]): fc.Arbitrary<Answers> =>
  fc.record(Object.fromEntries(items.map((one) => [one.id, answerTo(one)])));

describe('an answer', () => {
  for (const { id, items } of questionSets)
    it(`to ${id} is kept as the release takes it, and nothing of what was not asked`, () => {
      const known = new Set(releaseItemsOf(items).map((one) => one.id));
      fc.assert(
        fc.property(answersTo(items), (answers) => {
          assert.deepEqual(problemsOf(items, answers), []);
          const kept = keptOf(items, answers);
          response.parse(kept);
          const asked = new Set(askedOf(items, answers).map((one) => one.id));
          for (const key of [...Object.keys(kept.ratings), ...Object.keys(kept.texts)]) {
            assert.ok(known.has(key), key);
            assert.ok(asked.has(key.split('--')[0]!), key);
          }
        }),
        { numRuns: 60 },
      );
    });

  it('is missing or wrong by the question, and an empty text is neither', () => {
    const asked = needs.map(({ id }) => id);
    const all = Object.fromEntries(asked.map((id) => [id, null]));
    assert.deepEqual(problemsOf(needs, all), []);
    const said: Answers = { ...all, 'want-mentor': 'yes', 'want-topics': ['step', 'step'], 'want-rank': ['job'] };
    const wrong = problemsOf(needs, { ...said, 'want-hours': 41, 'stop-space': 6, 'before-start': '' });
    assert.deepEqual(
      wrong.map(({ field, reason }) => `${field} ${reason}`),
      ['answers.want-topics wrong', 'answers.want-rank wrong', 'answers.want-hours wrong', 'answers.stop-space wrong'],
    );
    const { 'want-mentor': _, ...without } = all;
    assert.deepEqual(problemsOf(needs, without), [{ field: 'answers.want-mentor', reason: 'missing' }]);
  });

  it('opens a question only while the answer before it stands', () => {
    const asked = (said: Said): boolean => askedOf(needs, { 'want-mentor': said }).some(({ id }) => id === 'want-form');
    assert.deepEqual([asked('yes'), asked('perhaps'), asked('no'), asked(null)], [true, true, false, false]);
  });

  it('from 0 to 10 and in numbers is kept in five bands', () => {
    const ten = item('ready-how');
    assert.deepEqual(
      Array.from({ length: 11 }, (_, said) => bandOf(ten, said)),
      [0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4],
    );
    assert.deepEqual(
      [0, 1, 2, 3, 4, 7, 8, 40].map((said) => bandOf(item('want-hours'), said)),
      [0, 1, 2, 2, 3, 3, 4, 4],
    );
  });

  it('in a card means what it says', () => {
    assert.equal(saidInCard({ kind: 'agree' }, '4'), 4);
    assert.equal(saidInCard({ kind: 'one' }, 'yes'), 'yes');
    assert.deepEqual(saidInCard({ kind: 'several' }, 'a,b'), ['a', 'b']);
    for (const kind of ['agree', 'one', 'several', 'short'] as const)
      assert.equal(saidInCard({ kind }, kind === 'several' ? 'a,skipped' : 'skipped'), null);
    assert.equal(saidInCard({ kind: 'agree' }, '4; drop'), '4; drop');
  });
});

describe('results of questions that are no scales', () => {
  const items = [item('want-mentor'), item('want-rank'), item('end-advise'), item('before-start')];
  const answersOf = (number: number): Answers => ({
    'want-mentor': number % 3 === 0 ? 'no' : 'yes',
    'want-rank': ['listens', 'job', 'path', 'people'],
    'end-advise': number % 2 === 0 ? 10 : 3,
    'before-start': `text ${number}`,
  });
  const released = (count: number) => {
    const responses = Array.from({ length: count }, (_, number) => keptOf(items, answersOf(number)));
    const facts = { items: releaseItemsOf(items), responses, previous: undefined, isClosing: true, now: 1 };
    return resultsOf(nextRelease(facts)!.release, items, { asked: 100, nameOf: (id) => id });
  };

  it('are shares of each option; where nearly everybody chose the same nothing is told', () => {
    const [mentor, rank] = released(20).items.map(({ figure }) => figure);
    assert.ok(mentor?.state === 'options');
    assert.deepEqual(mentor.options, [
      { id: 'yes', share: 60 },
      { id: 'perhaps' },
      { id: 'no', share: 30 },
      { id: 'have' },
    ]);
    assert.deepEqual(rank, { state: 'withheld', itemId: 'want-rank', reason: 'too-few' }, 'all put it in one order');
  });

  it('are never told of fewer than five people, and texts of fewer than ten', () => {
    for (const { figure } of released(4).items) assert.equal(figure.state, 'withheld');
    const states = released(9).items.map(({ figure }) => figure.state);
    assert.equal(states.at(-1), 'withheld');
    assert.ok(released(10).items.some(({ figure }) => figure.state === 'texts'));
  });

  it('give a recommendation score from shares that are told anyway', () => {
    const figure = released(20).items.find((one) => one.figure.itemId === 'end-advise')?.figure;
    assert.ok(figure?.state === 'shown');
    assert.equal(recommendationOf(figure), 0);
  });

  it('never pass on the side of a choice that nearly everybody made', () => {
    const told = JSON.stringify(released(20).items.filter(({ figure }) => figure.itemId.startsWith('want')));
    assert.doesNotMatch(told, /side|nearly/);
  });

  it('are not parted by department or site, nor is what a choice leads to', () => {
    for (const { items: asked } of questionSets)
      for (const { id } of partItemsOf(asked)) {
        const one = asked.find((question) => question.id === id);
        assert.ok(one?.kind === 'agree' && !one.showIf, id);
      }
    assert.equal(optionItem('want-mentor', 'yes'), 'want-mentor--yes');
  });
});
