/** Who may change or publish a proposal: coordinators of the programme, while it is the draft that counts. */
import type { Proposal } from './model.ts';

export function mayAdjust(proposal: Proposal, currentId: string): boolean {
  return proposal.state === 'draft' && proposal.id === currentId;
}
