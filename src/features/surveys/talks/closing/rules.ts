/** What the close leaves to be done. Safe in the browser. */
import type { TalkPage } from '../model.ts';

/** The talk is closed, and its notes are still to be written anew, under other ids. */
export const isSettling = ({ state, notes }: Pick<TalkPage, 'state' | 'notes'>): boolean =>
  state === 'closed' && notes.some((note) => note.isSettled !== true);
