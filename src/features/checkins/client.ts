/** The pages' calls to `routes.ts`. */
import { ask } from '../../ui/http.ts';
import type { CheckInView, Round, Said } from './model.ts';

export interface PairAddress {
  readonly programmeId: string;
  readonly pairId: string;
}

const pathOf = ({ programmeId, pairId }: PairAddress): string => `/programmes/${programmeId}/pairs/${pairId}/check-ins`;

export const listMyCheckIns = (): Promise<{ waiting: CheckInView[]; said: CheckInView[] }> =>
  ask('GET', '/me/check-ins');
export const findCheckIn = (at: PairAddress, round: Round): Promise<CheckInView> =>
  ask('GET', `${pathOf(at)}/${round}`);
export const sendCheckIn = (at: PairAddress, said: Said): Promise<CheckInView> => ask('POST', pathOf(at), said);
