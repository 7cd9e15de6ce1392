/** Decisions about messages that did not arrive: which of them a second try may bring. */
import type { Sent } from './model.ts';

/** True when what stood in the way can be mended, and the message was kept in a way that it can be made anew. */
export function mayBeSentAgain({ state, reason, data }: Pick<Sent, 'state' | 'reason' | 'data'>): boolean {
  if (state !== 'failed' || reason === undefined || data === undefined) return false;
  // Their own wish, or nobody is there any more.
  return reason !== 'do-not-ask' && reason !== 'left' && reason !== 'unknown-person';
}
