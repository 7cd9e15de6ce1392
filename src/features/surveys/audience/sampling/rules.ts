/**
 * How many answers a figure needs to be so precise, how many people to ask for them, and who is drawn. Precision is said of a share
 * near one half, where it is worst: no figure of the survey is less precise for being drawn. Safe in the browser.
 */
import type { Sample } from '../model.ts';

/**
 * The 97.5 % point of the standard normal distribution: 19 times out of 20 (NIST/SEMATECH e-Handbook of Statistical Methods,
 * section 1.3.6.7.1, table of the cumulative distribution: 1.96 gives 0.97500).
 */
const normal975 = 1.96;

/** The share of those asked who answer, in per cent: 52.7 on average in 325 studies (Baruch & Holtom 2008, Human Relations 61:1139). */
export const usualResponse = 50;
export const usualMargin = 5;
/** Offered to choose from, in percentage points and per cent. */
export const margins = [3, 5, 7, 10] as const;
export const responses = [30, 50, 70] as const;

/**
 * Answers that make a share right to `margin` percentage points, of a population of so many: n0 = z^2 p (1 - p) / e^2 with p = 1/2, and
 * with the finite population correction n = n0 / (1 + (n0 - 1) / N), rounded up (Cochran 1977, Sampling Techniques, 3rd ed., 4.4).
 */
export function answersNeeded(population: number, margin: number): number {
  if (population <= 0) return 0;
  const n0 = (normal975 ** 2 * 0.25) / (margin / 100) ** 2;
  return Math.min(population, Math.ceil(n0 / (1 + (n0 - 1) / population)));
}

/** How many to ask for those answers: more than all there are is nobody more. */
export function sizeOfSample(population: number, { margin, response }: Sample): number {
  return Math.min(population, Math.ceil((100 * answersNeeded(population, margin)) / response));
}

/** How many are asked of so many people: all of them without a sample. */
export function sizeAsked(people: number, sample: Sample | undefined): number {
  return sample ? sizeOfSample(people, sample) : people;
}

/** How many of so many answer. */
export function expectedAnswers(asked: number, response: number): number {
  return Math.round((asked * response) / 100);
}

/**
 * Half the width of the 95 % interval of a share near one half, in percentage points: z sqrt(p (1 - p) / n) sqrt((N - n) / (N - 1)),
 * the standard error with the finite population correction (Cochran 1977, 3.2 and 3.6). Nothing where nobody answers.
 */
export function precisionOf(answers: number, population: number): number | undefined {
  if (answers < 1 || population < 1) return undefined;
  if (answers >= population) return 0;
  const error = Math.sqrt((0.25 / answers) * ((population - answers) / (population - 1)));
  return 100 * normal975 * error;
}

/** As it is said: whole points, and never none, since nobody answers a question quite the same twice. */
export function pointsOf(precision: number): number {
  return Math.max(1, Math.round(precision));
}

/**
 * The first so many in an order that the survey's id gives: every set of that size is as likely as any other, and the same comes out
 * whenever it is drawn again. `mark` turns an id into its place, such as a hash with the survey in it.
 */
export function drawn<T extends { readonly id: string }>(
  people: readonly T[],
  size: number,
  mark: (id: string) => string,
): T[] {
  const places = people.map((one) => ({ one, mark: mark(one.id) }));
  return places
    .toSorted((a, b) => (a.mark < b.mark ? -1 : 1))
    .slice(0, size)
    .map(({ one }) => one);
}
