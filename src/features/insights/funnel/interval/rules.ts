/**
 * How sure a share is: intervals that hold for few people and for shares near nothing or all, where the usual plus-or-minus fails.
 * Wilson 1927 (J Am Stat Assoc 22:209) for one share; Newcombe 1998 (Stat Med 17:873, method 10) for the difference of two.
 */

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The 97.5 % point of the normal distribution: intervals of 95 %. */
const z = 1.959964;

/** The score interval of `count` out of `of`, without correction for continuity. Everything is possible where there is nobody. */
export function wilson(count: number, of: number): Interval {
  if (of <= 0) return { low: 0, high: 1 };
  const share = count / of;
  const middle = share + (z * z) / (2 * of);
  const reach = z * Math.sqrt((share * (1 - share) + (z * z) / (4 * of)) / of);
  const whole = 1 + (z * z) / of;
  return { low: Math.max(0, (middle - reach) / whole), high: Math.min(1, (middle + reach) / whole) };
}

/** Of the first share less the second. */
export function difference(one: readonly [number, number], other: readonly [number, number]): Interval {
  const [first, second] = [wilson(...one), wilson(...other)];
  const [p, q] = [shareOf(one), shareOf(other)];
  const apart = (a: number, b: number): number => Math.sqrt(a * a + b * b);
  return {
    low: p - q - apart(p - first.low, second.high - q),
    high: p - q + apart(first.high - p, q - second.low),
  };
}

/** How many times as often as in the organisation: the share among `of`, over the share `expected` that is known exactly. */
export function ratioTo(expected: number, count: number, of: number): Interval & { readonly value: number } {
  const { low, high } = wilson(count, of);
  return { value: shareOf([count, of]) / expected, low: low / expected, high: high / expected };
}

function shareOf([count, of]: readonly [number, number]): number {
  return of === 0 ? 0 : count / of;
}
