/** The page's calls to `routes.ts`. */
import { ask } from '../../../ui/http.ts';
import type { CheckInFigures } from '../model.ts';
import type { FollowUpStep, WordList } from './model.ts';

const wordPath = (programmeId: string, wordId: string): string => `/programmes/${programmeId}/words/${wordId}`;

export const findFollowUps = (programmeId: string): Promise<WordList & { readonly figures: CheckInFigures }> =>
  ask('GET', `/programmes/${programmeId}/check-ins`);
export const followUp = (programmeId: string, wordId: string, step: FollowUpStep): Promise<unknown> =>
  ask('POST', wordPath(programmeId, wordId), step);
export const writeToThem = (programmeId: string, wordId: string): Promise<unknown> =>
  ask('POST', `${wordPath(programmeId, wordId)}/message`, {});
