/** Who may do what in recruitment: every colleague may see a programme that has begun to recruit, and apply to it. */
import { isCandidate, type Person } from '../people/model.ts';
import type { Programme } from '../programmes/model.ts';

/** A programme that is still being prepared does not exist for anybody but its coordinators. A guest must have been admitted to it. */
export function mayApply(one: Person, programme: Programme, isAdmitted: boolean): boolean {
  return (isCandidate(one) || isAdmitted) && programme.stage !== 'prepare';
}
