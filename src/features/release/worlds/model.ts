/** How figures are told: rounded so far that one answer more or less by one need not show. Safe in the browser. */

/** The least and the greatest answer, whole numbers, and how many steps of a mean are told for each of them. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly steps: number;
}

export const ratingScale: Scale = { low: 1, high: 5, steps: 10 };

/**
 * How a figure is told: every count (for what says more than the others), the share of each answer with the mean, the mean alone,
 * or the share of each band into which `bandOf` puts people, such as how far they are from what they said before.
 */
export type Telling = 'counts' | 'shares' | 'mean' | 'bands';

/** People (places in the list of answers) behind a figure. */
export interface View {
  readonly members: readonly number[];
  readonly telling: Telling;
  /** Rounded as if so few were behind it: where a smaller group stands beside it. */
  readonly as?: number;
  /** Of `bands`: from 0 to one less than there are points on the scale. */
  bandOf?(this: void, person: number, answer: number): number;
}

/** Person and the other answer: one way more in which people may have answered. */
export type World = ReadonlyMap<number, number>;

/** Fewer than two, or fewer than one in twenty, said something else than the most did. */
export function areAlike(counts: ArrayLike<number>): boolean {
  let [all, most] = [0, 0];
  for (let place = 0; place < counts.length; place += 1) {
    all += counts[place] ?? 0;
    most = Math.max(most, counts[place] ?? 0);
  }
  return all - most < Math.max(2, all / 20);
}

/** In how many of the scale's steps the mean of so many is told. */
export function stepFor(people: number, { low, high }: Scale): number {
  if (high - low === 1) return people >= 10 ? 2 * shareStepFor(people) : 25;
  if (people >= 20) return 1;
  return people >= 10 ? 2 : 5;
}

/** In steps of how many per cent the shares of so many people are told. */
export function shareStepFor(people: number): number {
  if (people >= 200) return 1;
  return people >= 40 ? 5 : 10;
}

export const nearLow = -1;
export const nearHigh = -2;

/** The mean of answers with this sum in steps, rounded; near either end only that it is: `nearLow`, `nearHigh`. */
export function meanTold(sum: number, people: number, scale: Scale): number {
  const mean = sum / people;
  const end = (scale.high - scale.low) / 8;
  if (mean <= scale.low + end) return nearLow;
  if (mean >= scale.high - end) return nearHigh;
  return meanRounded(sum, people, scale);
}

/** In the scale's steps; however near to an end. Rounded as for `as` people where that is given. */
export function meanRounded(sum: number, people: number, scale: Scale, as = people): number {
  const step = stepFor(as, scale);
  return step * Math.round((scale.steps * sum) / people / step);
}

/** The sums with which the same mean would be told: from, and up to and with. Bands tell none. */
export function sumsTold(sum: number, { members, telling, as }: View, scale: Scale): readonly [number, number] {
  if (telling === 'bands') return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const people = members.length;
  const tell = (of: number): number =>
    telling === 'mean' ? meanTold(of, people, scale) : meanRounded(of, people, scale, as);
  const told = tell(sum);
  let [from, to] = [sum, sum];
  while (from > scale.low * people && tell(from - 1) === told) from -= 1;
  while (to < scale.high * people && tell(to + 1) === told) to += 1;
  return [from, to];
}

/** Whole percentages in the steps of `shareStepFor` (of `as` people where that is given) that add up to 100. */
export function sharesTold(counts: ArrayLike<number>, as?: number): number[] {
  let all = 0;
  for (let place = 0; place < counts.length; place += 1) all += counts[place] ?? 0;
  const step = shareStepFor(as ?? all);
  return apportioned(counts, all, 100 / step).map((one) => one * step);
}

/** How many of so many people gave each answer, as near as whole people come to these percentages. */
export function sharesAsCounts(shares: readonly number[], people: number): number[] {
  return apportioned(shares, 100, people);
}

/** Parts of `all` as whole parts of `seats` that add up to it: the largest remainders are rounded up. */
function apportioned(counts: ArrayLike<number>, all: number, seats: number): number[] {
  const found: number[] = [];
  const rests: number[] = [];
  let left = seats;
  for (let place = 0; place < counts.length; place += 1) {
    const exact = (seats * (counts[place] ?? 0)) / all;
    const whole = Math.floor(exact);
    found.push(whole);
    rests.push(exact - whole);
    left -= whole;
  }
  for (; left > 0; left -= 1) {
    let most = 0;
    for (let place = 1; place < rests.length; place += 1) if ((rests[place] ?? 0) > (rests[most] ?? 0)) most = place;
    found[most] = (found[most] ?? 0) + 1;
    rests[most] = -1;
  }
  return found;
}
