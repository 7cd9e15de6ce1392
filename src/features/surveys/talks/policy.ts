/** Who may do what with a focus group or a talk: it is its coordinator's, and those who are asked answer for themselves. */
import type { Caller } from '../../../platform/doors.ts';
import type { Invited, Talk } from './model.ts';

/** Draw people and talk with them; see which talks there are. */
export function mayHoldTalks(caller: Caller): boolean {
  return caller.roles.includes('Coordinator');
}

/** Who takes part and what was noted: for whoever holds it, and for no other coordinator. */
export function mayLeadTalk(caller: Caller, talk: Pick<Talk, 'createdBy'>): boolean {
  return caller.personId === talk.createdBy && caller.roles.includes('Coordinator');
}

/** Whoever was asked; before that, and for everybody else, it is not there. */
export function mayAnswerTalk(invited: Pick<Invited, 'state'> | undefined): boolean {
  return invited !== undefined && invited.state !== 'drawn' && invited.state !== 'removed';
}
