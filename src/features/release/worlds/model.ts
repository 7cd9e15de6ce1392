/** How figures are told: rounded so far that one answer more or less by one need not show. Safe in the browser. */

/** The least and the greatest answer, whole numbers, and how many steps of a mean are told for each of them. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly steps: number;
}

export const ratingScale: Scale = { low: 1, high: 5, steps: 10 };

/** How a figure is told: every count (for what says more than the other two), the share of each answer with the mean, or the mean alone. */
export type Telling = 'counts' | 'shares' | 'mean';

/** People (places in the list of answers) behind a figure. */
export interface View {
  readonly members: readonly number[];
  readonly telling: Telling;
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

/** In the scale's steps; however near to an end. */
export function meanRounded(sum: number, people: number, scale: Scale): number {
  const step = stepFor(people, scale);
  return step * Math.round((scale.steps * sum) / people / step);
}

/** The sums with which the same mean would be told: from, and up to and with. */
export function sumsTold(sum: number, people: number, scale: Scale, telling: Telling): readonly [number, number] {
  const tell = telling === 'mean' ? meanTold : meanRounded;
  const told = tell(sum, people, scale);
  let [from, to] = [sum, sum];
  while (from > scale.low * people && tell(from - 1, people, scale) === told) from -= 1;
  while (to < scale.high * people && tell(to + 1, people, scale) === told) to += 1;
  return [from, to];
}

/** Whole percentages in the steps of `shareStepFor` that add up to 100: the largest remainders are rounded up. */
export function sharesTold(counts: ArrayLike<number>): number[] {
  let all = 0;
  for (let place = 0; place < counts.length; place += 1) all += counts[place] ?? 0;
  const step = shareStepFor(all);
  const shares: number[] = [];
  const rests: number[] = [];
  let left = 100 / step;
  for (let place = 0; place < counts.length; place += 1) {
    const exact = (100 * (counts[place] ?? 0)) / (step * all);
    const whole = Math.floor(exact);
    shares.push(whole * step);
    rests.push(exact - whole);
    left -= whole;
  }
  for (; left > 0; left -= 1) {
    let most = 0;
    for (let place = 1; place < rests.length; place += 1) if ((rests[place] ?? 0) > (rests[most] ?? 0)) most = place;
    shares[most] = (shares[most] ?? 0) + step;
    rests[most] = -1;
  }
  return shares;
}
