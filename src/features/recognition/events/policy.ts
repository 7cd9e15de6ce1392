/** Who may do what with an event. What its coordinators do is decided by the programme. */
import type { HonourEvent } from './model.ts';
import type { Nomination } from './nominating/model.ts';

/** A draft is the coordinators' alone. Members of pairs nominate; jurors, those who were asked and those honoured find their part. */
export function maySeeEvent(one: Pick<HonourEvent, 'state'>, isOfIt: boolean): boolean {
  return one.state !== 'draft' && isOfIt;
}

/** Whoever is or was in a pair of the programme, and its coordinators. */
export function mayNominate(isMember: boolean, isCoordinator: boolean): boolean {
  return isMember || isCoordinator;
}

/** Both of a pair that a voice speaks of, and nobody else. */
export function mayAnswer(personId: string, one: Pick<Nomination, 'voices'>): boolean {
  return one.voices.some(({ members }) => members.includes(personId));
}

export function mayJudge(personId: string, one: Pick<HonourEvent, 'jurors' | 'state'>): boolean {
  return one.state !== 'draft' && one.jurors.includes(personId);
}
