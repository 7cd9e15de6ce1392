/** What is known of names, and what became of a text on its way out. */
import type { PrivateKind } from '../model.ts';

/** Keys as `keyOf` makes them. */
export interface NameLists {
  /** Given names of the directory. */
  readonly given: ReadonlySet<string>;
  /** The rest of its names. */
  readonly family: ReadonlySet<string>;
}

export type Filtered =
  | {
      readonly outcome: 'clean';
      /** Names, addresses and numbers are neutral words now. */
      readonly text: string;
      /** How many there were. */
      readonly left: number;
    }
  | { readonly outcome: 'kept'; readonly kinds: readonly PrivateKind[] };
