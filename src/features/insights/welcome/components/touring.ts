/** Whether somebody is being shown around, and at which stop: the shell shows it above every page, so it outlives each of them. */
import { useSyncExternalStore } from 'react';

let at: number | undefined;
const listeners = new Set<() => void>();

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Goes to a stop, the first being 0; without one the tour is over. */
export function tourTo(stop?: number): void {
  at = stop;
  for (const listener of listeners) listener();
}

export const useTouring = (): number | undefined => useSyncExternalStore(subscribe, () => at);
