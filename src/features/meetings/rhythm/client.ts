/** The page's calls to `routes.ts`. */
import { ask } from '../../../ui/http.ts';
import type { PairAddress } from '../model.ts';
import type { RhythmBooked, RhythmDraft, RhythmFound } from './model.ts';

const pathOf = ({ programmeId, pairId }: PairAddress): string => `/programmes/${programmeId}/pairs/${pairId}/rhythm`;

export const findRhythm = (at: PairAddress, minutes: number): Promise<RhythmFound> =>
  ask('GET', `${pathOf(at)}?minutes=${minutes}`);

export const bookRhythm = (at: PairAddress, draft: RhythmDraft): Promise<RhythmBooked> =>
  ask('POST', pathOf(at), draft);
