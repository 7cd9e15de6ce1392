/**
 * Which totals follow from other totals, exactly: the sets of people behind every figure that was told are the rows of a matrix, and
 * what a group said follows from them when the group lies in their row space. A set is refused when, told too, a small group would.
 */

/** People with the same attributes are one atom: a set of people is a list of 0 and 1 over the atoms. */
export type AtomSet = Uint8Array;

/** A group that must not follow, as the atoms it is made of, in rising order. */
export type Target = readonly number[];

export interface Ledger {
  /** Takes the set in when it may be told: when none of the targets follows then, and `also` agrees. */
  admit(set: AtomSet, targets: readonly Target[], also?: () => boolean): boolean;
  /** How many of the sets say something that the others do not. */
  rank(): number;
}

/**
 * The largest prime under 2^26: products stay exact in a double. Rows that are independent modulo a prime are so over the rationals,
 * hence "does not follow" is a proof. "Follows" is not: there the set is refused, or the dependence is proved over the integers.
 */
const prime = 67_108_859;

const modulo = (value: number): number => value - Math.floor(value / prime) * prime;

/** A row in reduced echelon form, and how it is made of the sets as they were told. */
interface Row {
  readonly values: Float64Array;
  readonly made: number[];
}

export function newLedger(atoms: number): Ledger {
  const told: AtomSet[] = [];
  const rows: Row[] = [];
  /** The row whose leading one stands at an atom, or -1. */
  const leading = new Int32Array(atoms).fill(-1);

  function rest(set: AtomSet): Row {
    const values = Float64Array.from(set);
    const made = rows.map(() => 0);
    for (let atom = 0; atom < atoms; atom += 1) {
      const row = set[atom] === 1 ? rows[leading[atom] ?? -1] : undefined;
      if (!row) continue;
      addTo(values, row.values, prime - 1);
      addTo(made, row.made, prime - 1);
    }
    return { values, made };
  }

  function take(set: AtomSet, { values, made }: Row, pivot: number): void {
    const scale = inverse(values[pivot] ?? 1);
    const next: Row = {
      values: values.map((one) => modulo(one * scale)),
      made: [...made, 1].map((one) => modulo(one * scale)),
    };
    for (const row of rows) {
      row.made.push(0);
      const factor = row.values[pivot] ?? 0;
      if (factor === 0) continue;
      addTo(row.values, next.values, prime - factor);
      addTo(row.made, next.made, prime - factor);
    }
    leading[pivot] = rows.length;
    rows.push(next);
    told.push(set);
  }

  return {
    admit: (set, targets, also = () => true) => {
      const left = rest(set);
      const pivot = left.values.findIndex((one) => one !== 0);
      if (pivot < 0)
        return (
          isMadeOf(
            set,
            told,
            left.made.map((one) => modulo(prime - one)),
          ) && also()
        );
      const follows = followsWith(left.values, pivot, { rows, leading, atoms });
      if (targets.some(follows) || !also()) return false;
      take(set, left, pivot);
      return true;
    },
    rank: () => rows.length,
  };
}

function addTo(values: Float64Array | number[], more: Float64Array | number[], factor: number): void {
  for (let place = 0; place < more.length; place += 1) {
    const one = more[place] ?? 0;
    if (one !== 0) values[place] = modulo((values[place] ?? 0) + factor * one);
  }
}

interface Told {
  readonly rows: readonly Row[];
  readonly leading: Int32Array;
  readonly atoms: number;
}

/** Whether a target lies in the space of the rows and of one more, which has its leading value at `pivot`. */
function followsWith(more: Float64Array, pivot: number, { rows, leading, atoms }: Told): (target: Target) => boolean {
  const scale = inverse(more[pivot] ?? 1);
  return (target) => {
    const used = target.flatMap((atom) => rows[leading[atom] ?? -1] ?? []);
    const leftAt = (atom: number): number => {
      let left = target.includes(atom) ? 1 : 0;
      for (const row of used) left -= row.values[atom] ?? 0;
      return modulo(left);
    };
    const factor = modulo(leftAt(pivot) * scale);
    if (used.length === 0 && factor === 0) return false;
    for (let atom = 0; atom < atoms; atom += 1)
      if (modulo(leftAt(atom) + (prime - factor) * (more[atom] ?? 0)) !== 0) return false;
    return true;
  };
}

/** Proves over the integers that a set is the sum of others with these factors (modulo the prime); false where it cannot. */
function isMadeOf(set: AtomSet, others: readonly AtomSet[], factors: readonly number[]): boolean {
  const fractions = factors.map(fractionOf);
  if (fractions.some((one) => one === undefined)) return false;
  let common = 1;
  for (const one of fractions) common = leastCommonMultiple(common, one?.below ?? 1);
  if (common > largestPart) return false;
  const weights = fractions.map((one) => ((one?.above ?? 0) * common) / (one?.below ?? 1));
  return set.every((value, atom) => {
    let sum = 0;
    for (const [place, other] of others.entries()) if (other[atom] === 1) sum += weights[place] ?? 0;
    return sum === value * common;
  });
}

/** Numerator and denominator up to the root of half the prime are unique (Wang 1981). */
const largestPart = Math.floor(Math.sqrt(prime / 2));

function fractionOf(residue: number): { readonly above: number; readonly below: number } | undefined {
  let [before, now] = [prime, residue];
  let [timesBefore, times] = [0, 1];
  while (now > largestPart) {
    const quotient = Math.floor(before / now);
    [before, now] = [now, before - quotient * now];
    [timesBefore, times] = [times, timesBefore - quotient * times];
  }
  if (Math.abs(times) > largestPart || times === 0) return undefined;
  return times > 0 ? { above: now, below: times } : { above: -now, below: -times };
}

function leastCommonMultiple(one: number, other: number): number {
  let [a, b] = [one, other];
  while (b !== 0) [a, b] = [b, a % b];
  return (one / a) * other;
}

/** By the extended algorithm of Euclid; the value is not 0. */
function inverse(value: number): number {
  let [before, now] = [prime, modulo(value)];
  let [timesBefore, times] = [0, 1];
  while (now !== 0) {
    const quotient = Math.floor(before / now);
    [before, now] = [now, before - quotient * now];
    [timesBefore, times] = [times, timesBefore - quotient * times];
  }
  return modulo(timesBefore);
}
