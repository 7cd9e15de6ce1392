/** The pages' calls to `routes.ts`. */
import { ask } from '../../ui/http.ts';
import type { PersonCard } from '../people/model.ts';
import type { ProgrammeChange, ProgrammeDraft, ProgrammeLine, Stage } from './model.ts';

export type ProgrammeView = ProgrammeDraft & {
  readonly id: string;
  readonly stage: Stage;
  readonly revision: string;
  readonly sponsor?: PersonCard;
};

export const listProgrammes = (): Promise<ProgrammeLine[]> => ask('GET', '/programmes');
export const proposedDates = (): Promise<{ startsOn: string; endsOn: string }> => ask('GET', '/programme-template');
export const findProgramme = (id: string): Promise<ProgrammeView> => ask('GET', `/programmes/${id}`);
export const createProgramme = (draft: ProgrammeDraft): Promise<ProgrammeView> => ask('POST', '/programmes', draft);
export const saveProgramme = (id: string, draft: ProgrammeChange): Promise<ProgrammeView> =>
  ask('PUT', `/programmes/${id}`, draft);
export const moveStage = (id: string, to: Stage): Promise<ProgrammeView> =>
  ask('POST', `/programmes/${id}/stage`, { to });
export const listCoordinators = (id: string): Promise<PersonCard[]> => ask('GET', `/programmes/${id}/coordinators`);
export const addCoordinator = (id: string, personId: string): Promise<unknown> =>
  ask('POST', `/programmes/${id}/coordinators`, { personId });
export const removeCoordinator = (id: string, personId: string): Promise<unknown> =>
  ask('DELETE', `/programmes/${id}/coordinators/${personId}`);
