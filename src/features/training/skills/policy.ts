/** Who may say what they can do: whoever takes part on that side or waits to, for themselves. Nobody else ever reads an answer. */
import { takesPartAs, type Application } from '../../recruitment/model.ts';
import type { SkillSide } from './model.ts';

export function mayAssess(application: Application | undefined, side: SkillSide): application is Application {
  const isHere = application?.status === 'applied' || application?.status === 'waiting';
  return isHere && takesPartAs(side, application);
}
