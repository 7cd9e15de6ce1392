/** The pages' calls to `routes.ts`. */
import { ask, askForFile, withQuery } from '../../ui/http.ts';
import type { ListQuery } from './listing/model.ts';
import type { WaitingLine } from './rematch/model.ts';
import type { MatchingFigures, PairLine, PairView, PartingReason } from './model.ts';

const pathOf = (programmeId: string, pairId: string): string => `/programmes/${programmeId}/pairs/${pairId}`;

export const loadPair = (programmeId: string, pairId: string): Promise<PairView> =>
  ask('GET', pathOf(programmeId, pairId));

export const loadMyPairs = (): Promise<PairView[]> => ask('GET', '/me/pairs');

export const loadPairs = (
  programmeId: string,
): Promise<{ pairs: PairLine[]; figures: MatchingFigures; waiting: WaitingLine[] }> =>
  ask('GET', `/programmes/${programmeId}/pairs`);

export const loadPairsFile = (programmeId: string, { format, language }: ListQuery): Promise<File> =>
  askForFile(withQuery(`/programmes/${programmeId}/pairs-list`, { format, language }));

export const answer = (
  { programmeId, id }: PairView,
  said: 'yes' | 'no',
  why: PartingReason = 'not-said',
): Promise<unknown> => ask('POST', `${pathOf(programmeId, id)}/answer`, { said, why });

/** Without a day it is a month. */
export const pause = ({ programmeId, id }: PairView, on?: string): Promise<unknown> =>
  ask('POST', `${pathOf(programmeId, id)}/pause`, on === undefined ? {} : { on });

export const resume = ({ programmeId, id }: PairView): Promise<unknown> =>
  ask('POST', `${pathOf(programmeId, id)}/resume`, {});

export const end = ({ programmeId, id }: PairView, why: PartingReason): Promise<unknown> =>
  ask('POST', `${pathOf(programmeId, id)}/end`, { why });

export const askForSomebodyElse = ({ programmeId, id }: PairView, why: PartingReason): Promise<unknown> =>
  ask('POST', `${pathOf(programmeId, id)}/somebody-else`, { why });
