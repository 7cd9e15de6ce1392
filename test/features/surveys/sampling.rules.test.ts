import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  answersNeeded,
  drawn,
  expectedAnswers,
  precisionOf,
  sizeAsked,
  sizeOfSample,
} from '../../../src/features/surveys/audience/sampling/rules.ts';
import { idOf } from '../../../src/platform/ids.ts';

const population = fc.integer({ min: 1, max: 100_000 });
const margin = fc.integer({ min: 1, max: 20 });
const response = fc.integer({ min: 5, max: 95 });

describe('a random sample', () => {
  it('is as large as the published tables say', () => {
    // Krejcie & Morgan 1970, Educ Psychol Meas 30:607, table 1 (5 points, 95 %). They round to the nearest, we up.
    for (const [people, size] of [
      [100, 80],
      [500, 217],
      [1000, 278],
      [10_000, 370],
    ] as const)
      assert.ok([size, size + 1].includes(answersNeeded(people, 5)), `${people}: ${answersNeeded(people, 5)}`);
    assert.equal(answersNeeded(100_000_000, 5), 385, 'of very many it is the well-known 385');
    assert.equal(answersNeeded(0, 5), 0);
  });

  it('asks more people the fewer of them answer, and never more than there are', () => {
    assert.equal(sizeOfSample(1200, { margin: 5, response: 50 }), 2 * answersNeeded(1200, 5));
    assert.equal(sizeOfSample(1200, { margin: 5, response: 70 }), Math.ceil(answersNeeded(1200, 5) / 0.7));
    fc.assert(
      fc.property(population, margin, response, (people, points, rate) => {
        const size = sizeOfSample(people, { margin: points, response: rate });
        assert.ok(size >= 1 && size <= people);
        assert.ok(size >= sizeOfSample(people, { margin: points, response: Math.min(95, rate + 5) }));
        assert.equal(sizeAsked(people, undefined), people);
      }),
    );
  });

  it('is as precise as was wished, as far as people answer as expected', () => {
    fc.assert(
      fc.property(population, margin, (people, points) => {
        const precision = precisionOf(answersNeeded(people, points), people);
        // The two formulas differ by N and N - 1: by less than a point's hundredth from a few people on.
        assert.ok(
          precision !== undefined && precision <= points * (1 + 1 / people) + 0.01,
          `${people} ${points} ${precision}`,
        );
      }),
    );
    assert.equal(precisionOf(100, 100), 0);
    assert.equal(precisionOf(0, 100), undefined);
    assert.ok(Math.abs((precisionOf(400, 1_000_000) ?? 0) - 4.9) < 0.01, '1.96 / (2 * 20)');
    assert.equal(expectedAnswers(25, 50), 13);
  });

  const people = Array.from({ length: 40 }, (_, number) => ({ id: `person-${number}` }));
  const draw = (surveyId: string, of = people, size = 10): string[] =>
    drawn(of, size, (id) => idOf('surveys.draw', surveyId, id)).map(({ id }) => id);

  it('is the same for one survey, in whatever order people come, and another one for another survey', () => {
    assert.deepEqual(draw('one'), draw('one', people.toReversed()));
    assert.notDeepEqual(draw('one'), draw('two'));
    assert.equal(new Set(draw('one')).size, 10);
    assert.deepEqual(draw('one', people, 100).toSorted(), people.map(({ id }) => id).toSorted());
  });

  it('keeps who was drawn when somebody leaves who was not', () => {
    const chosen = new Set(draw('one'));
    const gone = people.find(({ id }) => !chosen.has(id));
    assert.deepEqual(
      draw(
        'one',
        people.filter((one) => one !== gone),
      ),
      [...chosen],
    );
  });

  it('takes each person as often as any other, and each two together', () => {
    const surveys = 4000;
    const [alone, together] = [new Map<string, number>(), new Map<string, number>()];
    for (let survey = 0; survey < surveys; survey += 1) {
      const found = draw(`survey-${survey}`);
      for (const id of found) alone.set(id, (alone.get(id) ?? 0) + 1);
      const pair = found.filter((id) => id === 'person-0' || id === 'person-1').length;
      together.set(String(pair), (together.get(String(pair)) ?? 0) + 1);
    }
    const chiSquare = people.reduce(
      (sum, { id }) => sum + ((alone.get(id) ?? 0) - surveys / 4) ** 2 / (surveys / 4),
      0,
    );
    // 39 degrees of freedom, and sums of ten of forty vary by three quarters: 73 is far above the 99.9 % point.
    assert.ok(chiSquare < 73, `chi-square ${chiSquare}`);
    const expected = surveys * ((10 * 9) / (40 * 39));
    assert.ok(Math.abs((together.get('2') ?? 0) - expected) < 4 * Math.sqrt(expected), String(together.get('2')));
  });
});
