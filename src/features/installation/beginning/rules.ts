/** Where setting up stands: out of what shows by itself, and of what was looked at. */
import { steps, type Beginning, type Step } from './model.ts';

export interface BeginningFacts {
  /** Steps that show by themselves that they were done. */
  readonly done: ReadonlySet<Step>;
  readonly seen: ReadonlySet<Step>;
}

export function beginningOf({ done, seen }: BeginningFacts): Beginning {
  return { steps: steps.map((step) => ({ step, state: done.has(step) ? 'done' : seen.has(step) ? 'seen' : 'open' })) };
}

export const openIn = ({ steps: all }: Beginning): number => all.filter(({ state }) => state === 'open').length;
/** Nobody has looked at anything yet: then the first page says where to begin. */
export const isUntouched = ({ steps: all }: Beginning): boolean =>
  all.every(({ state }) => state !== 'seen') && openIn({ steps: all }) > 0;
