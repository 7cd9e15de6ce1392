/** What a pool holds for each mentee, whoever else is in it: how many fit, how well the best of them, and how many better than the own mentor. */
import { candidatesOf } from './candidates.ts';
import type { MatchProblem } from './model.ts';
import { Rows } from './rows.ts';

export interface Chance {
  /** Mentors whom no rule keeps apart. */
  readonly compatible: number;
  /** The best score with any of them; 0 without. */
  readonly best: number;
  /** The score with the own mentor, and how many of the others score higher; null without. */
  readonly score: number | null;
  readonly better: number | null;
}

/** `mentorOf`: by mentee the mentor that a proposal gives. */
export function chancesOf(problem: MatchProblem, mentorOf: ReadonlyMap<string, string>): ReadonlyMap<string, Chance> {
  const { pool, mentees, mentors } = candidatesOf(problem);
  const mentorAt = new Map(mentors.map(({ id }, j) => [id, j]));
  const rows = new Rows(pool);
  return new Map(mentees.map(({ id }, i) => [id, chanceIn(rows.read(i), mentorAt.get(mentorOf.get(id) ?? '') ?? -1)]));
}

function chanceIn(row: Int32Array, own: number): Chance {
  const score = own < 0 ? null : Math.max(0, row[own]!);
  let [compatible, best, better] = [0, 0, 0];
  for (let j = 0; j < row.length; j++) {
    if (row[j]! < 0) continue;
    compatible++;
    if (row[j]! > best) best = row[j]!;
    if (score !== null && row[j]! > score) better++;
  }
  return { compatible, best, score, better: score === null ? null : better };
}
