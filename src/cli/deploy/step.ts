/** What a step is, and what it works with. */
import type { Programs } from './az.ts';
import type { Outputs } from './kept.ts';
import type { Wish } from './wish.ts';

export interface Site {
  readonly wish: Wish;
  readonly programs: Programs;
  /** What main.bicep gave back: after the step `infrastructure`, or read from Azure. */
  outputs(): Promise<Outputs>;
  keepOutputs(outputs: Outputs): void;
  /** A line below the step's own. */
  say(line: string): void;
  /** What somebody has to do by hand: told at the end. */
  byHand(line: string): void;
}

export interface Step {
  readonly id: string;
  /** An imperative sentence: what the step does. */
  readonly says: string;
  /** Always done anew, even by a run that goes on after another. */
  readonly always?: true;
  run(site: Site): Promise<void>;
}
