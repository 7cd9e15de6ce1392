/**
 * A pool made ready for many pairs: scores and rules as tables and lists of who has what, in typed arrays that threads can
 * share: that is what makes all pairs of 100,000 and 50,000 people affordable. Mentees and mentors are indices in the
 * order of their ids.
 */

/** In the tables: these two are out, whatever else speaks for them. */
export const out = -30_000;

/** A part that depends on what kind of mentee meets what kind of mentor: `table[menteeKind x width + mentorKind]` points. */
export interface CellPart {
  readonly menteeKind: Uint16Array;
  readonly mentorKind: Uint16Array;
  /** Kinds of mentors. */
  readonly width: number;
  readonly table: Int16Array;
}

/**
 * A part that counts what two lists have in common. Each feature of the mentee that a mentor has adds its amount to the
 * mentor's start; the sum reads the points in the mentee's row of the table.
 */
export interface OverlapPart {
  /** The features of mentee i are `menteeStart[i]` up to, without, `menteeStart[i + 1]`; so with the mentors of a feature. */
  readonly menteeStart: Int32Array;
  readonly feature: Uint16Array;
  readonly amount: Uint16Array;
  readonly holderStart: Int32Array;
  readonly holder: Int32Array;
  /** A multiple of `span`, which is more than any sum. */
  readonly mentorBase: Uint16Array;
  readonly span: number;
  readonly menteeRow: Uint16Array;
  readonly width: number;
  readonly table: Int16Array;
}

/** Pairs with a score of their own, or none (-1): wishes by name, "rather not", reporting lines. Ascending by mentor. */
export interface SpecialPairs {
  readonly start: Int32Array;
  readonly mentor: Int32Array;
  readonly score: Int16Array;
}

export interface Pool {
  readonly wants: Int32Array;
  /** 1 for mentees who waited. */
  readonly waited: Uint8Array;
  readonly capacity: Int32Array;
  readonly cells: readonly CellPart[];
  readonly overlaps: readonly OverlapPart[];
  readonly special: SpecialPairs;
}
