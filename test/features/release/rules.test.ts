import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Response } from '../../../src/features/release/answers/model.ts';
import type { Figure, ReleaseItem } from '../../../src/features/release/model.ts';
import { bandOf, nextRelease, type Published } from '../../../src/features/release/rules.ts';
import { areAlike, sharesTold } from '../../../src/features/release/worlds/model.ts';

const items: readonly ReleaseItem[] = [
  { id: 'time', kind: 'rating' },
  { id: 'join', kind: 'rating' },
  { id: 'why', kind: 'text' },
];
const now = 1_000;

function saying(...ratings: number[]): Response[] {
  return ratings.map((time) => ({ ratings: { time }, texts: {} }));
}

function publish(responses: readonly Response[], previous?: Published, isClosing = false): Published | undefined {
  return nextRelease({ items, responses, previous, isClosing, now });
}

function figureOf(published: Published | undefined, id = 'time'): Figure | undefined {
  return published?.release.figures.find((figure) => figure.itemId === id);
}

describe('the number of people in a part', () => {
  it('is a band at every size, which holds it', () => {
    assert.deepEqual(bandOf(4), { kind: 'under-5' });
    assert.deepEqual(bandOf(9), { kind: '5-to-9' });
    assert.deepEqual(bandOf(10), { kind: 'band', from: 10, to: 14 });
    assert.deepEqual(bandOf(39), { kind: 'band', from: 30, to: 39 });
    for (let people = 10; people < 3000; people += 1) {
      const band = bandOf(people);
      assert.ok(band.kind === 'band' && band.from <= people && people <= band.to && band.to - band.from >= 4);
      assert.deepEqual(bandOf(band.from), bandOf(band.to), `${people}: no band lies over another`);
    }
  });
});

describe('what may be told of answers', () => {
  it('is nothing before the fifth answer', () => {
    assert.equal(publish(saying(1, 2, 3, 4)), undefined);
    assert.ok(publish(saying(1, 2, 3, 4, 5)));
  });

  it('is rounded the further the fewer answered, with a band for fewer than ten people', () => {
    const first = publish(saying(4, 4, 5, 2, 1, 3));
    assert.deepEqual(figureOf(first), { state: 'shown', itemId: 'time', shares: [20, 20, 20, 30, 10], mean: 3 });
    assert.deepEqual(first?.release.responses, { kind: '5-to-9' });
    assert.deepEqual(publish(saying(1, 2, 3, 4, 5, 1, 2, 3, 4, 5))?.release.responses, { kind: 'exact', people: 10 });
  });

  it('leaves an item out that fewer than five have rated, with the reason', () => {
    const answers = [...saying(1, 2, 3, 4), { ratings: {}, texts: {} }];
    assert.deepEqual(figureOf(publish(answers)), { state: 'withheld', itemId: 'time', reason: 'not-yet' });
    const last = publish(answers, undefined, true);
    assert.deepEqual(figureOf(last), { state: 'withheld', itemId: 'time', reason: 'too-few' });
  });

  it('says only "nearly all" and a side of two values or more when people said the same', () => {
    const sides = [
      { ratings: [4, 4, 4, 4, 1], side: 'high' },
      { ratings: [1, 1, 1, 1, 1], side: 'low' },
      { ratings: [3, 3, 3, 3, 3, 5], side: 'low' },
    ];
    for (const { ratings, side } of sides) {
      assert.deepEqual(figureOf(publish(saying(...ratings), undefined, true)), {
        ...{ state: 'nearly-all', itemId: 'time', side },
      });
      assert.equal(figureOf(publish(saying(...ratings)))?.state, 'withheld', 'before the close it waits');
    }
    assert.ok(areAlike([0, 0, 1, 0, 25]) && areAlike([2, 0, 0, 0, 60]));
    assert.ok(!areAlike([0, 0, 2, 3, 0]) && !areAlike([4, 0, 0, 0, 60]));
  });

  it('tells no side that stands for one value alone: the one who said something else would know all the others', () => {
    const told = new Map<string, Set<number>>();
    for (const most of [1, 2, 3, 4, 5])
      for (const exception of [1, 2, 3, 4, 5]) {
        const figure = figureOf(publish(saying(most, most, most, most, exception), undefined, true));
        assert.equal(figure?.state, 'nearly-all');
        const key = `${exception} ${JSON.stringify(figure)}`;
        told.set(key, (told.get(key) ?? new Set()).add(most));
      }
    for (const [seen, others] of told) assert.ok(others.size >= 2, seen);
  });

  it('changes no figure for four new answers, nor for five that are all the same', () => {
    const first = publish(saying(1, 2, 3, 4, 5, 5));
    assert.equal(publish(saying(1, 2, 3, 4, 5, 5, 1, 2, 3, 4), first), undefined);
    const second = publish(saying(1, 2, 3, 4, 5, 5, 1, 1, 1, 1, 1), first);
    assert.deepEqual(figureOf(second), figureOf(first));
    const third = publish(saying(1, 2, 3, 4, 5, 5, 1, 1, 1, 1, 1, 2, 3), second);
    assert.equal(third, undefined, 'two more answers are no batch');
  });

  it('keeps the release before when only a few came since at the close, and says so', () => {
    const first = publish(saying(1, 2, 3, 4, 5));
    const last = publish(saying(1, 2, 3, 4, 5, 5), first, true);
    assert.deepEqual([last?.release.isFinal, last?.release.someLeftOut], [true, true]);
    assert.deepEqual([figureOf(last), last?.release.responses], [figureOf(first), first?.release.responses]);
    assert.equal(publish(saying(...Array.from({ length: 50 }, (_, n) => 1 + (n % 5))), last, true), undefined);
    assert.equal(publish(saying(1, 2, 3, 4, 5), first, true)?.release.someLeftOut, false);
  });

  it('closes a survey that nobody can be told about with nothing but that', () => {
    const last = publish(saying(1, 2, 3), undefined, true);
    assert.deepEqual(last?.release.responses, { kind: 'under-5' });
    assert.ok(last?.release.figures.every((figure) => figure.state === 'withheld' && figure.reason === 'too-few'));
  });

  it('tells texts from ten on, and further ones ten at a time', () => {
    const texts = (count: number): Response[] =>
      Array.from({ length: count }, (_, n) => ({ ratings: {}, texts: { why: `text ${n}` } }));
    assert.equal(figureOf(publish(texts(9)), 'why')?.state, 'withheld');
    const first = publish(texts(10));
    assert.equal(figureOf(first, 'why')?.state, 'texts');
    assert.deepEqual(figureOf(publish(texts(19), first), 'why'), figureOf(first, 'why'));
    assert.notDeepEqual(figureOf(publish(texts(20), first), 'why'), figureOf(first, 'why'));
  });

  it('gives shares that add up to a hundred', () => {
    const counts = fc.array(fc.nat(40), { minLength: 5, maxLength: 5 }).filter((all) => all.some((one) => one > 0));
    fc.assert(
      fc.property(counts, (all) => {
        assert.equal(
          sharesTold(all).reduce((sum, share) => sum + share, 0),
          100,
        );
      }),
    );
  });
});

const anAnswer: fc.Arbitrary<Response> = fc
  .record({ time: fc.option(fc.integer({ min: 1, max: 5 })), join: fc.option(fc.constantFrom(4, 4, 4, 5)) })
  .map(({ time, join }) => ({
    ratings: { ...(time === null ? {} : { time }), ...(join === null ? {} : { join }) },
    texts: time === 3 ? { why: 'because' } : {},
  }));

/** Answers in the order in which they came, and after how many of them somebody looked. */
const aStory = fc.record({
  answers: fc.array(anAnswer, { maxLength: 60 }),
  looks: fc.uniqueArray(fc.nat(60), { maxLength: 30 }).map((all) => all.toSorted((a, b) => a - b)),
});

interface Seen {
  readonly published: Published;
  readonly answers: number;
}

function tellStory(answers: readonly Response[], looks: readonly number[]): Seen[] {
  const seen: Seen[] = [];
  for (const count of looks.filter((one) => one <= answers.length)) {
    const published = publish(answers.slice(0, count), seen.at(-1)?.published);
    if (published) seen.push({ published, answers: count });
  }
  const last = publish(answers, seen.at(-1)?.published, true);
  return last ? [...seen, { published: last, answers: answers.length }] : seen;
}

const rated = (answers: readonly Response[], id: string): number[] =>
  answers.flatMap((one) => one.ratings[id] ?? (one.texts[id] === undefined ? [] : [0]));

describe('whatever the order of answers and looks', () => {
  it('no figure stands on fewer than five people, and none changes by fewer than five', () => {
    fc.assert(
      fc.property(aStory, ({ answers, looks }) => {
        const seen = tellStory(answers, looks);
        for (const { id } of items) {
          let [before, shownUpTo]: [string, number] = ['withheld', 0];
          for (const one of seen) {
            const figure = figureOf(one.published, id);
            const told = figure?.state === 'withheld' ? 'withheld' : JSON.stringify(figure);
            if (told === before) continue;
            const between = rated(answers.slice(shownUpTo, one.answers), id);
            assert.ok(between.length >= (id === 'why' ? 10 : 5), `${id}: ${before} became ${told}`);
            [before, shownUpTo] = [told, one.answers];
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('the number of answers told never moves by fewer than five', () => {
    fc.assert(
      fc.property(aStory, ({ answers, looks }) => {
        const told = tellStory(answers, looks).map(({ published }) => published.release.responses);
        const exact = told.flatMap((one) => (one.kind === 'exact' ? [one.people] : []));
        for (const [place, people] of exact.entries()) {
          const step = people - (exact[place - 1] ?? 0);
          assert.ok(step === 0 || step >= 5);
        }
      }),
    );
  });

  it('one to four people more change nothing that anybody sees', () => {
    const few = fc.array(anAnswer, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(aStory, few, fc.boolean(), ({ answers, looks }, more, isClosing) => {
        const before = tellStory(answers, looks).findLast(({ published }) => !published.release.isFinal);
        if (!before) return;
        const sameAnswers = answers.slice(0, before.answers);
        const after = publish([...sameAnswers, ...more], before.published, isClosing);
        if (!isClosing) return assert.equal(after, undefined);
        const ended = publish(sameAnswers, before.published, true);
        assert.deepEqual(after?.release.figures, ended?.release.figures);
        assert.deepEqual(after?.release.responses, before.published.release.responses);
      }),
    );
  });

  it('one who knows the own answer cannot tell the answer of any other in a batch', () => {
    fc.assert(
      fc.property(aStory, ({ answers, looks }) => {
        const shown = tellStory(answers, looks).filter(({ published }) => figureOf(published)?.state === 'shown');
        let upTo = 0;
        let before = '';
        for (const one of shown) {
          const figure = JSON.stringify(figureOf(one.published));
          if (figure === before) continue;
          const batch = rated(answers.slice(upTo, one.answers), 'time');
          for (const own of batch.keys()) assert.ok(new Set(batch.filter((_, place) => place !== own)).size >= 2);
          [before, upTo] = [figure, one.answers];
        }
      }),
      { numRuns: 500 },
    );
  });
});
