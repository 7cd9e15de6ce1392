/**
 * Where a person stands in a row. `own`: the row is theirs, it goes with them. `shared`: of two, it stays without the one and is shown to
 * both. `named`: somebody else's, or the work of the programme, it stays without the name and is shown to nobody by this.
 */
export const traceKinds = ['own', 'shared', 'named'] as const;
export type TraceKind = (typeof traceKinds)[number];

export interface Trace {
  readonly kind: TraceKind;
  /** To the person themselves, among their data. */
  readonly isShown: boolean;
}

/** The person, and what leads to rows that do not name them: the pairs whose mentee they are, the stories of their pairs. */
export interface Traced {
  readonly personId: string;
  readonly asMentee: ReadonlySet<string>;
  readonly stories: ReadonlySet<string>;
}

/** A row as a scan of a whole table gives it, taken apart. */
export interface FoundRow {
  readonly table: string;
  readonly kind: string;
  readonly partition: string;
  readonly key: readonly string[];
  readonly value: unknown;
}
