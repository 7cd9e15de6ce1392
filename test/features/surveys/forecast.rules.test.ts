import assert from 'node:assert/strict';
import { questionSets, setOf } from '../../../src/features/surveys/bank/rules.ts';
import type { Forecast, PartLine } from '../../../src/features/surveys/forecast/model.ts';
import {
  askedFor,
  forecastFor,
  forecastWhole,
  type ForecastFacts,
} from '../../../src/features/surveys/forecast/rules.ts';

/** So many people in each department at each site. */
function facts(sizes: Readonly<Record<string, Readonly<Record<string, number>>>>, over: Partial<ForecastFacts> = {}) {
  const people = Object.entries(sizes).flatMap(([department, sites]) =>
    Object.entries(sites).flatMap(([site, count]) =>
      Array.from({ length: count }, (_, place) => ({ id: `${department}-${site}-${place}`, department, site })),
    ),
  );
  const usual = { items: setOf('support').items, partedBy: ['department', 'site'] as const, floor: 5, response: 50 };
  return { ...usual, people, ...over } satisfies ForecastFacts;
}

const partOf = ({ parts }: Forecast, wanted: PartLine['parts']): PartLine | undefined =>
  parts.find((line) => line.parts.department === wanted.department && line.parts.site === wanted.site);

describe('the forecast of a survey', function () {
  this.timeout(300_000);

  it('says of large parts that they will be told, and of tiny ones that they will not, and why', () => {
    const found = forecastWhole(
      null,
      facts({ Care: { Ghent: 80, Liège: 80 }, Finance: { Ghent: 60 }, Press: { Ghent: 6 } }),
    );
    assert.deepEqual(
      found.questions.map(({ family, verdict, questions }) => [family, verdict, questions.length]),
      [['scale', 'will', setOf('support').items.length]],
    );
    assert.equal(partOf(found, { department: 'Care' })?.verdict, 'will');
    assert.equal(partOf(found, { department: 'Care', site: 'Liège' })?.verdict, 'will');
    const press = partOf(found, { department: 'Press' });
    assert.deepEqual([press?.verdict, press?.why, press?.help, press?.asked], ['will-not', 'few-asked', 'wider', 6]);
    assert.equal(press?.from, askedFor(5, 0.5));
  });

  it('sees that one cut fewer would help where department and site together keep a site from being told', () => {
    const sizes = Object.fromEntries(
      ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => [name, { Ghent: 40, Liège: 7, Namur: 7 }]),
    );
    const both = partOf(forecastWhole(null, facts(sizes)), { site: 'Liège' });
    assert.deepEqual([both?.verdict, both?.help], ['will-not', 'fewer-cuts']);
    const alone = forecastWhole(null, facts(sizes, { partedBy: ['site'] }));
    assert.equal(partOf(alone, { site: 'Liège' })?.verdict, 'will');
    assert.deepEqual(
      alone.parts.map(({ parts }) => Object.keys(parts)),
      [['site'], ['site'], ['site']],
    );
  });

  it('says of texts that ten must write, and that a talk helps where they will not', () => {
    const items = setOf('needs').items;
    const textsOf = (count: number) =>
      forecastWhole(null, facts({ Care: { Ghent: count } }, { items })).questions.find(
        ({ family }) => family === 'text',
      );
    assert.equal(textsOf(300)?.verdict, 'will');
    const few = textsOf(20);
    assert.deepEqual([few?.verdict, few?.why, few?.help], ['will-not', 'few-answers', 'interview']);
  });

  it('grows with the answers that are expected', () => {
    const told = (response: number): number =>
      forecastWhole(null, facts({ A: { Ghent: 22 }, B: { Ghent: 14 }, C: { Ghent: 30 } }, { response })).parts.filter(
        ({ verdict }) => verdict === 'will',
      ).length;
    assert.ok(told(20) < told(80), `${told(20)} of ${told(80)}`);
    const found = forecastWhole(null, facts({ A: { Ghent: 400 } }, { response: 30 }));
    assert.equal(found.answers.expected, 120);
    assert.ok(found.answers.least < 120 && found.answers.most > 120);
  });

  it('is the same whenever it is asked for, and rests within every few hundredths of a second', () => {
    const large = facts(Object.fromEntries(['A', 'B', 'C', 'D'].map((name) => [name, { Ghent: 90, Liège: 60 }])));
    assert.deepEqual(forecastWhole(null, large), forecastWhole(null, large));
    const work = forecastFor(large);
    const begun = performance.now();
    const rests: number[] = [];
    for (let before = begun, next = work.next(); !next.done; next = work.next()) {
      rests.push(performance.now() - before);
      before = performance.now();
    }
    const slow = rests.toSorted((a, b) => b - a);
    assert.ok(rests.length > 100 && (slow[Math.floor(rests.length / 100)] ?? 0) < 100, slow.slice(0, 5).join());
    assert.ok(performance.now() - begun < 10_000);
  });

  it('has a line for every question of every set, once', () => {
    for (const { id, items } of questionSets) {
      const { questions } = forecastWhole(null, facts({ Care: { Ghent: 60 } }, { items, partedBy: [] }));
      const named = questions.flatMap((line) => line.questions);
      assert.deepEqual(named.toSorted(), items.map((one) => one.id).toSorted(), id);
    }
  });

  it('needs more people the fewer answer, as the binomial distribution has it', () => {
    // P(X >= 5) of 14 at one half is 1 - 1471/16384 = 0.910; of 13 it is 0.867.
    assert.equal(askedFor(5, 0.5), 14);
    assert.equal(askedFor(1, 0.5), 4);
    assert.ok(askedFor(5, 0.3) > askedFor(5, 0.7));
  });
});
