/** For surveys, which come before programmes have people: who takes part in one, as what, and how far they are. */
import { appliedTo } from '../../recruitment/usecases.ts';
import type { ParticipantFinder } from '../../surveys/audience/usecases.ts';
import { pairsOfProgramme } from '../usecases.ts';
import { participantsFrom } from './rules.ts';

export const participantsOf: ParticipantFinder = async (deps, programmeId) => {
  const [applied, pairs] = await Promise.all([appliedTo(deps, programmeId), pairsOfProgramme(deps, programmeId)]);
  return participantsFrom(applied, pairs);
};
