/**
 * How a matching treats each part of the organisation, by one cut (site, department, language ...): figures for the
 * coordinator before anything is published. Each has a 95 % bootstrap interval (Efron 1979; percentiles), and none is given
 * for fewer than ten people. The draws are fixed, so that the same matching has the same figures.
 */
export interface FairnessPerson {
  /** The group of the cut that is looked at. */
  readonly group: string;
  /** Mentors whom no rule keeps apart from this person. */
  readonly compatible: number;
  /** The best score that any of them would give; 0 without. */
  readonly best: number;
  /** The score of the pair; null without a mentor. */
  readonly score: number | null;
  /** How many of the compatible mentors score higher than the own one; null without. */
  readonly better: number | null;
}

/** A share or score with the interval in which it lies in 95 of 100 draws. */
export interface Estimate {
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

export interface GroupFigures {
  readonly group: string;
  readonly people: number;
  /** Share with a mentor, of all; and of those for whom any mentor is possible. */
  readonly matchRate: Estimate;
  readonly rateOfPossible: Estimate | null;
  /** Score of the pair over the best possible one, of those matched. */
  readonly attainment: Estimate | null;
  /** The score below which the lowest tenth of the matched lies. */
  readonly lowestTenth: number | null;
  /** Shares of the matched who got the mentor who suits them best, and one of the five best. */
  readonly firstChoice: Estimate | null;
  readonly firstFive: Estimate | null;
}

export interface Fairness {
  /** Groups of ten people and more, by name. */
  readonly groups: readonly GroupFigures[];
  /** Highest minus lowest match rate of these groups; null with fewer than two. */
  readonly gap: Estimate | null;
  /** So large is the gap in one of a hundred draws in which chance alone decides who is matched (permutation test, Fisher 1935). */
  readonly gapByChance: number | null;
}

export const peopleLeast = 10;
const draws = 1000;

export function fairnessOf(people: readonly FairnessPerson[]): Fairness {
  const names = [...new Set(people.map(({ group }) => group))].toSorted((a, b) => (a < b ? -1 : 1));
  const parts = names
    .map((group) => ({ group, members: people.filter((one) => one.group === group) }))
    .filter(({ members }) => members.length >= peopleLeast);
  const matched = parts.map(({ members }) => members.map(isMatched));
  return {
    groups: parts.map(({ group, members }) => figuresOf(group, members)),
    gap: parts.length < 2 ? null : gapOf(matched),
    gapByChance: parts.length < 2 ? null : chanceGapOf(matched),
  };
}

const isMatched = ({ score }: FairnessPerson): number => Number(score !== null);

function figuresOf(group: string, members: readonly FairnessPerson[]): GroupFigures {
  const matched = members.filter(({ score }) => score !== null);
  const possible = members.filter(({ compatible }) => compatible > 0);
  const isAmong = (count: number) => matched.map(({ better }) => Number((better ?? 0) < count));
  const scores = matched.map(({ score }) => score ?? 0).toSorted((a, b) => a - b);
  return {
    ...{ group, people: members.length },
    matchRate: meanOf(members.map(isMatched)) ?? { value: 0, from: 0, to: 0 },
    rateOfPossible: meanOf(possible.map(isMatched)),
    attainment: meanOf(matched.map(({ score, best }) => (best > 0 ? (score ?? 0) / best : 1))),
    lowestTenth: scores.length < peopleLeast ? null : scores[Math.floor(scores.length / 10)]!,
    firstChoice: meanOf(isAmong(1)),
    firstFive: meanOf(isAmong(5)),
  };
}

function meanOf(values: readonly number[]): Estimate | null {
  if (values.length < peopleLeast) return null;
  const below = drawsFrom(values.length);
  const means = Array.from({ length: draws }, () => drawnMean(values, below));
  return estimate(mean(values), means);
}

const spread = (rates: readonly number[]): number => Math.max(...rates) - Math.min(...rates);

function gapOf(groups: readonly (readonly number[])[]): Estimate {
  const below = drawsFrom(groups.length);
  const drawn = Array.from({ length: draws }, () => spread(groups.map((values) => drawnMean(values, below))));
  return estimate(spread(groups.map(mean)), drawn);
}

/** The same people and the same places, given out by lot. */
function chanceGapOf(groups: readonly (readonly number[])[]): number {
  const all = groups.flat();
  const below = drawsFrom(all.length);
  const drawn = Array.from({ length: draws }, () => {
    for (let k = all.length - 1; k > 0; k--) {
      const other = below(k + 1);
      [all[k], all[other]] = [all[other]!, all[k]!];
    }
    let from = 0;
    return spread(groups.map(({ length }) => mean(all.slice(from, (from += length)))));
  });
  return estimate(0, drawn, 0.02).to;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function drawnMean(values: readonly number[], below: (n: number) => number): number {
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += values[below(values.length)]!;
  return sum / values.length;
}

/** `outside`: the share of draws that the interval leaves out, half at each end. */
function estimate(value: number, drawn: readonly number[], outside = 0.05): Estimate {
  const sorted = drawn.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return { value, from: at(outside / 2), to: at(1 - outside / 2) };
}

/** A fixed stream of whole numbers (mulberry32). */
function drawsFrom(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * n);
  };
}
