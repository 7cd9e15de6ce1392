/** Who may change, use or publish a proposal: coordinators of the programme, while it is a draft of this round. */
import type { Proposal } from './model.ts';

export function mayAdjust(proposal: Proposal, currentId: string): boolean {
  return proposal.state === 'draft' && proposal.id === currentId;
}

export function mayUse(proposal: Proposal, round: number): boolean {
  return proposal.state === 'draft' && proposal.round === round;
}
