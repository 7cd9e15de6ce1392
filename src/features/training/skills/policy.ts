/** Who may say what they can do: whoever takes part on that side or waits to, for themselves. Nobody else ever reads an answer. */
import type { Application } from '../../recruitment/model.ts';
import type { SkillSide } from './model.ts';
import { isOnSide } from './rules.ts';

export function mayAssess(application: Application | undefined, side: SkillSide): boolean {
  return application !== undefined && isOnSide(application, side);
}
