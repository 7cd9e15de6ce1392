/** The first look around, and what changed in each version: which stops and which lines there are. Safe in the browser. */

import type { Preferences } from '../../people/model.ts';

/** Where the first look around can stop; its words say what one finds there. */
export const stopNames = [
  ...(['mine', 'begin', 'mentee', 'mentor', 'courses'] as const),
  ...(['programmes', 'surveys', 'beginning', 'installation', 'papers', 'requests'] as const),
  ...(['stories', 'help'] as const),
] as const;
export type StopName = (typeof stopNames)[number];

export interface Stop {
  readonly name: StopName;
  readonly path: string;
}

export type Readers = 'everybody' | 'Coordinator' | 'Administrator';

/** A line names its words (`change.tour`), in all versions together. */
interface Change {
  readonly line: string;
  readonly for: Readers;
}

/**
 * Newest first. A version that brings something that people notice has an entry with at most five lines, in their words;
 * the first entry is the version of the product, which a test holds.
 */
export const versions = [
  {
    version: '0.2.0',
    changes: [
      { line: 'tour', for: 'everybody' },
      { line: 'met', for: 'everybody' },
      { line: 'yours', for: 'Coordinator' },
      { line: 'steps', for: 'Coordinator' },
      { line: 'setup', for: 'Administrator' },
    ],
  },
  { version: '0.1.0', changes: [{ line: 'first', for: 'everybody' }] },
] as const satisfies readonly { readonly version: string; readonly changes: readonly Change[] }[];
export type ChangeLine = (typeof versions)[number]['changes'][number]['line'];

export const newestVersion = versions[0].version;

/** `tour`: they are new here. `changes`: they know the product, and it has changed since. */
export function greetingFor({ toured, changesRead }: Preferences): 'tour' | 'changes' | 'nothing' {
  if (toured !== true) return 'tour';
  return changesRead === newestVersion ? 'nothing' : 'changes';
}
