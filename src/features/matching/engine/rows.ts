/** The scores of one mentee with everybody, plainly: what the quicker search of `finder.ts` is held against. */
import { cellsOf } from './cells.ts';
import type { CellPart, OverlapPart, Pool } from './pool.ts';

/** Reads rows of scores; one reader for each thread. */
export class Rows {
  /** Per mentor the score with the mentee last read; below 0 when the two are out. Valid until the next `read`. */
  readonly row: Int32Array;
  private readonly pool: Pool;
  private readonly cells: readonly CellPart[];
  private readonly sum: Int32Array;
  private readonly met: Int32Array;

  constructor(pool: Pool) {
    this.pool = pool;
    const mentors = pool.capacity.length;
    this.cells = cellsOf(pool);
    this.row = new Int32Array(mentors);
    this.sum = new Int32Array(mentors);
    this.met = new Int32Array(mentors);
  }

  read(mentee: number): Int32Array {
    const { row, pool } = this;
    if (pool.wants[mentee] === 0) return row.fill(-1);
    this.addCells(mentee);
    for (const part of pool.overlaps) this.addOverlap(mentee, part);
    const { start, mentor, score } = pool.special;
    for (let at = start[mentee]!; at < start[mentee + 1]!; at++) row[mentor[at]!] = score[at]!;
    return row;
  }

  private addCells(mentee: number): void {
    const { row, cells } = this;
    const [a, b, c, ...rest] = cells.map(({ table, menteeKind, width }) => {
      return table.subarray(menteeKind[mentee]! * width, (menteeKind[mentee]! + 1) * width);
    });
    const [kindA, kindB, kindC, ...kinds] = cells.map((cell) => cell.mentorKind);
    if (a && b && c && kindA && kindB && kindC)
      for (let j = 0; j < row.length; j++) row[j] = a[kindA[j]!]! + b[kindB[j]!]! + c[kindC[j]!]!;
    for (const [k, points] of rest.entries()) {
      const kind = kinds[k]!;
      for (let j = 0; j < row.length; j++) row[j]! += points[kind[j]!]!;
    }
  }

  private addOverlap(mentee: number, part: OverlapPart): void {
    const { menteeStart, feature, amount, holderStart, holder, mentorBase, table } = part;
    const { sum, met, row } = this;
    let count = 0;
    for (let at = menteeStart[mentee]!; at < menteeStart[mentee + 1]!; at++) {
      const more = amount[at]!;
      const end = holderStart[feature[at]! + 1]!;
      for (let k = holderStart[feature[at]!]!; k < end; k++) {
        const j = holder[k]!;
        if (sum[j] === 0) met[count++] = j;
        sum[j]! += more;
      }
    }
    const from = part.menteeRow[mentee]! * part.width;
    for (let k = 0; k < count; k++) {
      const j = met[k]!;
      const base = from + mentorBase[j]!;
      row[j]! += table[base + sum[j]!]! - table[base]!;
      sum[j] = 0;
    }
  }
}
