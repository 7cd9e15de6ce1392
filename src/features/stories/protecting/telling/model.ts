/** What is found in words before it has its place in the text, and what it is held against. */
import type { Directory } from '../directory/rules.ts';
import type { Reason, SpotKind } from '../model.ts';
import type { Span } from '../phrases/rules.ts';

export interface Draft {
  readonly kind: SpotKind;
  readonly why: Reason;
  readonly span: Span;
  readonly instead: readonly string[];
}

export interface TellingFacts {
  readonly directory: Directory;
  /** A group of fewer people than these is small. */
  readonly fewest: number;
  /** A title of fewer people than these says who. */
  readonly fewestOfRole: number;
  /** Department and site of the two, by their keys. */
  readonly own: readonly { readonly department: string; readonly site: string }[];
}
