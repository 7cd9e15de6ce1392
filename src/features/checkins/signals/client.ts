/** The page's calls to `routes.ts`. */
import { ask } from '../../../ui/http.ts';
import type { CheckInFigures, NoteLine } from '../model.ts';
import type { FollowUpStep, WordList } from './model.ts';

const wordPath = (programmeId: string, wordId: string): string => `/programmes/${programmeId}/words/${wordId}`;

export interface FollowUps extends WordList {
  /** What people wrote for the coordinators, with their names. */
  readonly notes: NoteLine[];
  readonly figures: CheckInFigures;
}

export const findFollowUps = (programmeId: string): Promise<FollowUps> =>
  ask('GET', `/programmes/${programmeId}/check-ins`);
export const followUp = (programmeId: string, wordId: string, step: FollowUpStep): Promise<unknown> =>
  ask('POST', wordPath(programmeId, wordId), step);
export const writeToThem = (programmeId: string, wordId: string): Promise<unknown> =>
  ask('POST', `${wordPath(programmeId, wordId)}/message`, {});
