/** What somebody is in a programme, on each side: from what they applied for and the pairs they have or had. */
import type { Participant } from '../../surveys/audience/model.ts';
import { asksForMentor, offersToMentor, type Application } from '../../recruitment/model.ts';
import { sides, type Pair, type Side } from '../model.ts';

type Applied = Pick<Application, 'personId'> & { readonly answers: Pick<Application['answers'], 'role'> };
type Paired = Pick<Pair, 'menteeId' | 'mentorId' | 'state'>;

/** Who applied or ever had a partner. An offer that nobody has said yes to makes no partner yet, a pause does not end it. */
export function participantsFrom(applied: readonly Applied[], pairs: readonly Paired[]): Participant[] {
  return sides.flatMap((side) => {
    const stages = new Map<string, Participant['stage']>();
    for (const { personId, answers } of applied) if (wants(side, answers.role)) stages.set(personId, 'applied');
    for (const one of pairs) if (one.state === 'ended') stages.set(memberOf(one, side), 'ended');
    for (const one of pairs)
      if (one.state === 'active' || one.state === 'paused') stages.set(memberOf(one, side), 'paired');
    return [...stages].map(([personId, stage]) => ({ personId, role: side, stage }));
  });
}

function wants(side: Side, role: Application['answers']['role']): boolean {
  return side === 'mentee' ? asksForMentor(role) : offersToMentor(role);
}

function memberOf(one: Paired, side: Side): string {
  return side === 'mentee' ? one.menteeId : one.mentorId;
}
