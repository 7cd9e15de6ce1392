import assert from 'node:assert/strict';
import type { Answered } from '../../../../src/features/release/cuts/model.ts';
import type { LinkedFigure } from '../../../../src/features/release/rounds/model.ts';
import { attempts, releaseLinked, type LinkRequest, type Side } from '../../../../src/features/release/rounds/rules.ts';
import { countRatings, figureOf } from '../../../../src/features/release/rules.ts';
import { createRandom } from '../../../../src/sandbox/organisation/random.ts';

const floor = 5;
const said = (values: readonly number[]): Answered[] => values.map((value) => ({ of: {}, value, since: 1 }));

function side(values: readonly number[]): Side {
  const counts = countRatings(
    'time',
    values.map((value) => ({ ratings: { time: value }, texts: {} })),
  );
  return { answers: said(values), whole: figureOf('time', counts), cuts: [], compared: [] };
}

/** The first `both` answered both rounds. */
function request(before: readonly number[], after: readonly number[], both: number): LinkRequest {
  const linked = Array.from({ length: both }, (_, place) => [place, place] as const);
  return { itemId: 'time', attributes: [], floor, before: side(before), after: side(after), linked };
}

const several = (count: number, from = 0): number[] =>
  Array.from({ length: count }, (_, at) => ((at * 7 + from) % 5) + 1);

type Told = Extract<LinkedFigure, { state: 'told' }>;
function toldOf(given: LinkRequest): Told {
  const { figure } = releaseLinked(given);
  assert.equal(figure.state, 'told');
  return figure as Told;
}

describe('those who answered two rounds', () => {
  it('are told of with before, after and how they moved, their number as a band', () => {
    const before = [...several(30), ...several(20)];
    const after = [
      ...before.slice(0, 30).map((one, at) => Math.min(5, one + (at % 3 === 0 ? 1 : 0))),
      ...several(20, 2),
    ];
    const told = toldOf(request(before, after, 30));
    assert.deepEqual(told.people, { kind: 'band', from: 30, to: 39 });
    assert.deepEqual([told.before.mean, told.after.mean, told.step], [3, 3.3, 0.1]);
    assert.equal(
      told.moved.reduce((sum, one) => sum + one, 0),
      100,
    );
    assert.deepEqual(told.moved.slice(0, 2), [0, 0], 'nobody went down');
  });

  it('are not told of where those who answered one round alone all said the same: both figures together would tell it', () => {
    const alone = [4, 4, 4, 4, 4, 4];
    const both = several(10);
    const other = both.map((one, at) => Math.max(1, Math.min(5, one + [1, -1, 0, 0, 0][at % 5]!)));
    const whole = [...both, ...alone];
    const states = [request(whole, other, 10), request(other, whole, 10)].map((one) => releaseLinked(one).figure.state);
    assert.deepEqual(states, ['withheld', 'withheld']);
    const mixed = [...both, 4, 4, 3, 2, 4, 5];
    assert.equal(releaseLinked(request(mixed, other, 10)).figure.state, 'told');
  });

  it('must be five, and so must those who answered one round alone, or nobody', () => {
    const state = (given: LinkRequest): string => {
      const { figure } = releaseLinked(given);
      return figure.state === 'told' ? 'told' : figure.reason;
    };
    assert.equal(state(request(several(12), several(12, 3), 4)), 'too-few');
    assert.equal(state(request(several(6), several(6, 3), 5)), 'would-point', 'too many would have to be left out');
    assert.equal(state(request(several(40), several(40, 1), 40)), 'told', 'everybody answered both');
  });

  it('are fewer by some of them where one round alone would leave a few, so that no fewer than five are left', () => {
    const given = request(several(43), several(42, 3), 40);
    for (const kept of attempts(given)) {
      assert.ok(43 - kept.length >= 5 && 42 - kept.length >= 5 && kept.length >= 30);
      assert.equal(new Set(kept.map(([place]) => place)).size, kept.length);
    }
    const { figure, behind } = releaseLinked(given);
    assert.equal(figure.state, 'told');
    assert.ok(behind && behind.leftOut >= 3 && behind.as === Math.min(40 - behind.leftOut, 2 + behind.leftOut));
  });

  it('are told of in steps as wide as the smallest group that is left asks for', () => {
    const told = toldOf(request(several(100), several(106, 1), 100));
    assert.equal(told.step, 0.1);
    const small = toldOf(request(several(16), several(16, 1), 16));
    assert.equal(small.step, 0.2);
    for (const { mean } of [small.before, small.after]) assert.ok(Math.abs(mean * 5 - Math.round(mean * 5)) < 1e-9);
  });

  it('are not told of where nearly all of them said or did the same', () => {
    assert.equal(releaseLinked(request(several(30), several(30), 30)).figure.state, 'withheld', 'nobody moved');
    const alike = Array.from({ length: 30 }, () => 4);
    assert.equal(releaseLinked(request(alike, several(30), 30)).figure.state, 'withheld');
  });

  it('are not told of when what was told of a round does not follow from its answers any more', () => {
    const given = request(several(40), several(40, 1), 40);
    const cut = { parts: [{ attribute: 'site', value: 'Ghent' }], people: { kind: '5-to-9' } } as const;
    const before = {
      ...given.before,
      cuts: [{ ...cut, parts: [...cut.parts], figure: { state: 'mean', mean: 4 } as const }],
    };
    assert.equal(releaseLinked(given).figure.state, 'told');
    const unknown = releaseLinked({ ...given, before: { ...before, answers: given.before.answers } });
    assert.equal(unknown.figure.state, 'told', 'a part that nobody is in any more binds nobody');
    const answers = given.before.answers.map((one, at) => (at < 8 ? { ...one, of: { site: 'Ghent' } } : one));
    const other = releaseLinked({ ...given, attributes: [{ id: 'site' }], before: { ...before, answers } });
    assert.equal(other.figure.state, 'withheld');
  });
});

describe('the answer of everybody in a small group, who answered both', () => {
  const size = 9;
  const values = [1, 2, 3, 4, 5] as const;
  /** How many who said the one before said the other after. */
  type Table = readonly (readonly number[])[];

  /** Every way in which so many can be shared out over the five answers. */
  function sharings(people: number, places = 5): number[][] {
    if (places === 1) return [[people]];
    return Array.from({ length: people + 1 }, (_, first) => first).flatMap((first) =>
      sharings(people - first, places - 1).map((rest) => [first, ...rest]),
    );
  }

  /** Every way in which they may have answered the later round that gives the very same figures, all that they said before being known. */
  function waysOf(before: readonly number[], told: Told): Table[] {
    const [low = [], middle = [], high = []] = [2, 3, 4].map((value) =>
      sharings(before.filter((one) => one === value).length),
    );
    return low.flatMap((one) =>
      middle.flatMap((two) => high.map((three) => [one, two, three]).filter((table) => isTheSame(table, told))),
    );
  }

  function isTheSame(table: Table, told: Told): boolean {
    const after = values.map((_, at) => table.reduce((sum, row) => sum + row[at]!, 0));
    const total = after.reduce((sum, one, at) => sum + one * values[at]!, 0);
    const moves = [-2, -1, 0, 1, 2].map((by) => {
      const row = (from: number): number =>
        table[from - 2]!.reduce(
          (sum, one, at) => sum + (Math.max(-2, Math.min(2, values[at]! - from)) === by ? one : 0),
          0,
        );
      return row(2) + row(3) + row(4);
    });
    const isMean = Math.abs(Math.round(total / size / told.step) * told.step - told.after.mean) < 1e-9;
    return isMean && tens(after) === told.after.shares.join() && tens(moves) === told.moved.join();
  }

  /** Written apart from the product: steps of ten per cent, the largest remainders up. */
  function tens(counts: readonly number[]): string {
    const exact = counts.map((one) => (10 * one) / size);
    const whole = exact.map(Math.floor);
    const order = [...exact.keys()].toSorted((a, b) => exact[b]! - whole[b]! - (exact[a]! - whole[a]!) || a - b);
    const left = 10 - whole.reduce((sum, one) => sum + one, 0);
    for (const place of order.slice(0, left)) whole[place]! += 1;
    return whole.map((one) => one * 10).join();
  }

  it('stays open also to whoever knows what all said before, and one answer of the later round', () => {
    let told = 0;
    for (let seed = 1; seed <= 200; seed += 1) {
      const random = createRandom('linked', size, seed);
      const before = Array.from({ length: size }, () => 2 + Math.floor(random.next() * 3));
      const after = Array.from({ length: size }, () => 1 + Math.floor(random.next() * 5));
      const given = request(before, after, size);
      // Three are alone in their place; all the others share one.
      const placed = ({ answers, ...more }: Side): Side => ({
        ...more,
        answers: answers.map((one, at) => ({ ...one, of: { desk: at < 3 ? `d${at}` : 'hall' } })),
      });
      const sides = { before: placed(given.before), after: placed(given.after), attributes: [{ id: 'desk' }] };
      const { figure } = releaseLinked({ ...given, ...sides });
      if (figure.state !== 'told') continue;
      told += 1;
      const ways = waysOf(before, figure);
      assert.ok(ways.length > 1);
      for (let who = 0; who < 3; who += 1)
        for (let knower = 0; knower < size; knower += 1) {
          if (who === knower) continue;
          const [mine, theirs] = [before[who]! - 2, before[knower]! - 2];
          const said = after[knower]! - 1;
          const open = values.filter((_, at) =>
            ways.some((table) => {
              const isOneCell = mine === theirs && at === said;
              return table[mine]![at]! >= (isOneCell ? 2 : 1) && table[theirs]![said]! >= 1;
            }),
          );
          assert.ok(open.length >= 2, `seed ${seed}: person ${who} is named by person ${knower}`);
        }
    }
    assert.ok(told >= 4, `only ${told} were told`);
  }).timeout(300_000);
});
