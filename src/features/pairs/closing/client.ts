/** The page's calls to `routes.ts`. */
import { ask } from '../../../ui/http.ts';
import type { ClosingView } from './model.ts';

export interface PairAddress {
  readonly programmeId: string;
  readonly pairId: string;
}

const pathOf = ({ programmeId, pairId }: PairAddress): string => `/programmes/${programmeId}/pairs/${pairId}/closing`;

export const findClosing = (at: PairAddress): Promise<ClosingView> => ask('GET', pathOf(at));
export const writeReached = (at: PairAddress, lines: readonly string[]): Promise<{ lines: string[] }> =>
  ask('PUT', pathOf(at), { lines });
export const roundOff = (at: PairAddress): Promise<unknown> => ask('POST', pathOf(at), {});
