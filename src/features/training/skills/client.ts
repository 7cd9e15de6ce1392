/** The pages' calls to `routes.ts`. */
import { ask } from '../../../ui/http.ts';
import type { Moment, SkillsDraft, SkillSide, SkillsLine, SkillsView } from './model.ts';
import type { SkillResults } from './results/model.ts';

export interface SkillsAddress {
  readonly programmeId: string;
  readonly side: SkillSide;
}

/** Also of the pages. */
export const skillsPath = ({ programmeId, side }: SkillsAddress): string => `/programmes/${programmeId}/skills/${side}`;

export const listMySkills = (): Promise<SkillsLine[]> => ask('GET', '/me/skills');
export const findSkills = (at: SkillsAddress): Promise<SkillsView> => ask('GET', skillsPath(at));
export const saySkills = (at: SkillsAddress, moment: Moment, draft: SkillsDraft): Promise<SkillsView> =>
  ask('PUT', `${skillsPath(at)}/${moment}`, draft);
export const declineSkills = (at: SkillsAddress): Promise<SkillsLine[]> =>
  ask('POST', `${skillsPath(at)}/no-thanks`, {});
export const leaveFigures = (at: SkillsAddress): Promise<SkillsView> => ask('DELETE', `${skillsPath(at)}/counted`);
export const deleteSkills = (at: SkillsAddress): Promise<SkillsView> => ask('DELETE', skillsPath(at));

export const findSkillResults = (programmeId: string): Promise<SkillResults> =>
  ask('GET', `/programmes/${programmeId}/skill-results`);
export const closeSkills = (programmeId: string): Promise<SkillResults> =>
  ask('POST', `/programmes/${programmeId}/skill-results`, {});
