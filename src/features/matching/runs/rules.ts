/** When a run still goes on: one that gave no sign of life for a while makes way for another. */
import type { Run } from './model.ts';

/** Longer than the largest programme takes for one step, and than a worker that ended takes to be replaced. */
const silenceMs = 5 * 60_000;

export function isGoing({ state, seenAt }: Pick<Run, 'state' | 'seenAt'>, machine: number): boolean {
  return state === 'running' && machine - seenAt < silenceMs;
}
