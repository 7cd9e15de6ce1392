import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  bootstrapInterval,
  cliffsDelta,
  cliffsDeltaPaired,
  correction,
  effectApart,
  effectPaired,
  hedgesApart,
  hedgesPaired,
  sizeOf,
} from '../../../../src/features/release/effects/rules.ts';

const near = (found: number, published: number, decimals = 3): void =>
  assert.ok(Math.abs(found - published) < 0.5 * 10 ** -decimals + 1e-9, `${found} is not ${published}`);

describe('the size of a change', () => {
  it("is Hedges' g of the same people as Borenstein, Hedges, Higgins and Rothstein work it out", () => {
    // Introduction to Meta-Analysis (2009), chapter 4, "pre-post scores": means 103 and 100, within-groups deviation 7.1005, 50 pairs:
    // d = 0.4225, J = 0.9846, g = 0.4160.
    near(correction(49), 0.9846, 4);
    const before = { mean: 100, deviation: 7.1005, people: 50 };
    near(hedgesPaired(before, { ...before, mean: 103 }), 0.416);
    near(hedgesPaired(before, { ...before, mean: 103 }), 0.416, 4);
  });

  it("is Hedges' g of two groups as the same book works it out", () => {
    // Chapter 4, "two independent groups": means 103 and 100, deviations 5.5 and 4.5, 50 in each: d = 0.5970, J = 0.9923, g = 0.5924.
    near(correction(98), 0.9923, 4);
    const before = { mean: 100, deviation: 4.5, people: 50 };
    near(hedgesApart(before, { mean: 103, deviation: 5.5, people: 50 }), 0.5924, 4);
  });

  it('agrees with the example in the documentation of pingouin', () => {
    // pingouin.compute_effsize: 1 to 7 against 1, 3, 5 ... 13 gives -0.8222477210374874 for the earlier less the later ones.
    const before = { mean: 4, deviation: Math.sqrt(28 / 6), people: 7 };
    const after = { mean: 7, deviation: Math.sqrt(112 / 6), people: 7 };
    near(hedgesApart(before, after), 0.8222477, 6);
  });

  it("is Cliff's delta as the R package effsize documents it", () => {
    // cliff.delta(c(10,10,20,20,20,30,30,30,40,50), c(10,20,30,40,40,50)): delta estimate -0.25.
    const treatment = [2, 3, 3, 1, 1];
    const control = [1, 1, 1, 2, 1];
    near(cliffsDelta(control, treatment), -0.25, 6);
    near(cliffsDelta(treatment, control), 0.25, 6);
  });

  it('is, of the same people, how many more moved up than down', () => {
    assert.equal(cliffsDeltaPaired([0, 20, 50, 20, 10]), 0.1);
    assert.equal(cliffsDeltaPaired([0, 0, 100, 0, 0]), 0);
  });

  it("has words at Cohen's limits", () => {
    assert.deepEqual([0.19, -0.2, 0.5, -0.8].map(sizeOf), ['hardly', 'small', 'medium', 'large']);
  });
});

describe('the interval around a change', () => {
  it('is the same at every look, and about as wide as the formula for a mean says', () => {
    const values = Array.from({ length: 120 }, (_, place) => (place % 5) - 1);
    const found = bootstrapInterval(undefined, values);
    assert.deepEqual(bootstrapInterval(undefined, values), found);
    const [low, high] = found;
    const width = 2 * 1.96 * Math.sqrt(2 / 120);
    assert.ok(Math.abs(high - low - width) < 0.12 * width, `${low} to ${high}, ${width} wide`);
    assert.ok(Math.abs((low + high) / 2 - 1) < 0.05);
  });

  it('is as narrow for many as that formula says, though fewer are drawn', () => {
    const values = Array.from({ length: 5000 }, (_, place) => (place % 5) - 1);
    const [low, high] = bootstrapInterval(undefined, values);
    const width = 2 * 1.96 * Math.sqrt(2 / 5000);
    assert.ok(Math.abs(high - low - width) < 0.12 * width, `${high - low} for ${width}`);
  });

  it('holds the true change in about 95 of 100 samples', () => {
    let held = 0;
    for (let sample = 0; sample < 200; sample += 1) {
      const drawn = fc.sample(fc.integer({ min: -2, max: 3 }), { numRuns: 60, seed: sample });
      const [low, high] = bootstrapInterval(undefined, drawn);
      if (low <= 0.5 && high >= 0.5) held += 1;
    }
    assert.ok(held >= 180 && held < 200, `${held} of 200`);
  });
});

describe('what is said of a change', () => {
  const round = (shares: readonly number[], mean: number, people: number, step = 0.1) => ({
    shares,
    mean,
    people,
    step,
  });

  it('is too few to say below ten people', () => {
    const effect = effectPaired(round([0, 0, 100, 0, 0], 3, 9), round([0, 0, 0, 100, 0], 4, 9), [0, 0, 0, 100, 0]);
    assert.deepEqual(effect, { change: 1, size: 'few' });
  });

  it('is unclear where the interval has no change in it, rounding included', () => {
    const before = round([10, 20, 40, 20, 10], 3, 30);
    const after = round([10, 20, 30, 30, 10], 3.1, 30);
    const effect = effectPaired(before, after, [0, 20, 50, 30, 0]);
    assert.equal(effect.size, 'unclear');
    assert.ok(effect.interval![0] < 0 && effect.interval![1] > 0.1);
  });

  it('is a size in words where it is clear, with the direction in the sign', () => {
    const low = round([20, 40, 30, 10, 0], 2.3, 100);
    const high = round([0, 10, 30, 40, 20], 3.7, 100);
    const up = effectPaired(low, high, [0, 0, 20, 30, 50]);
    assert.deepEqual([up.size, up.change, Math.sign(up.g!)], ['large', 1.4, 1]);
    const down = effectApart(high, low);
    assert.deepEqual([down.size, down.change, Math.sign(down.delta!)], ['large', -1.4, -1]);
    assert.ok(down.interval![1] < 0);
  });

  it('of two groups is less sure than of the same people who all moved alike', () => {
    const before = round([10, 20, 40, 20, 10], 3, 60);
    const after = round([0, 15, 35, 35, 15], 3.5, 60);
    const width = ([low, high]: readonly [number, number]): number => high - low;
    const paired = effectPaired(before, after, [0, 0, 50, 50, 0]);
    assert.ok(width(paired.interval!) < width(effectApart(before, after).interval!));
  });
});
