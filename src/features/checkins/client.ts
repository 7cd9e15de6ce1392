/** The pages' calls to `routes.ts`. */
import { ask } from '../../ui/http.ts';
import type { CheckInPlan } from '../programmes/model.ts';
import type { CheckInPage, CheckInsOfPair, CheckInView, NoteLine, Round, Said } from './model.ts';

export interface PairAddress {
  readonly programmeId: string;
  readonly pairId: string;
}

const pathOf = ({ programmeId, pairId }: PairAddress): string => `/programmes/${programmeId}/pairs/${pairId}/check-ins`;

export const listMyCheckIns = (): Promise<{ waiting: CheckInView[]; said: CheckInView[] }> =>
  ask('GET', '/me/check-ins');
export const findCheckInsOfPair = (at: PairAddress): Promise<CheckInsOfPair> => ask('GET', pathOf(at));
export const findCheckIn = (at: PairAddress, round: Round): Promise<CheckInPage> =>
  ask('GET', `${pathOf(at)}/${round}`);
export const sendCheckIn = (at: PairAddress, said: Said): Promise<CheckInPage> => ask('POST', pathOf(at), said);
export const leaveOut = (at: PairAddress, round: Round): Promise<CheckInPage> =>
  ask('POST', `${pathOf(at)}/${round}/not-this`, {});
export const takeBackShared = (at: PairAddress, round: Round): Promise<CheckInPage> =>
  ask('DELETE', `${pathOf(at)}/${round}/shared`);

export const readNote = (programmeId: string, { pairId, round, at, person }: NoteLine): Promise<NoteLine[]> =>
  ask('POST', `/programmes/${programmeId}/check-ins/notes/read`, { pairId, round, at, personId: person.id });
export const findPlan = (programmeId: string): Promise<CheckInPlan> =>
  ask('GET', `/programmes/${programmeId}/check-ins/plan`);
export const savePlan = (programmeId: string, plan: CheckInPlan): Promise<CheckInPlan> =>
  ask('PUT', `/programmes/${programmeId}/check-ins/plan`, plan);
