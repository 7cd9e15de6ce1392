/** What the sweep of storage faults knows and does not mend, by door: may only become shorter. */

/** A use case that loses or doubles something, and why it stays. */
export const known: Readonly<Record<string, string>> = {};

/** Doors that change nothing in any cell of the matrix, and why. */
export const neverWrites: Readonly<Record<string, string>> = {};
