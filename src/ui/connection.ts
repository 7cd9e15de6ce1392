/** Whether the tab can reach the server: pages and the banner above them look at the same state. */
import { useSyncExternalStore } from 'react';

/** `forgotten`: the person asked to be forgotten, so every page but that one is closed. */
export type Connection = 'fine' | 'offline' | 'session-lost' | 'forgotten';

let state: Connection = 'fine';
const listeners = new Set<() => void>();

export const connection = {
  is: (): Connection => state,
  set(next: Connection): void {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

export function useConnection(): Connection {
  return useSyncExternalStore(connection.subscribe, connection.is);
}
