/** The pages' calls to `routes.ts`. */
import { ask } from '../../../ui/http.ts';
import type { AgreementDraft, AgreementView } from './model.ts';

export interface PairAddress {
  readonly programmeId: string;
  readonly pairId: string;
}

const pathOf = ({ programmeId, pairId }: PairAddress): string => `/programmes/${programmeId}/pairs/${pairId}/agreement`;

export const findAgreement = (at: PairAddress): Promise<AgreementView> => ask('GET', pathOf(at));
export const writeAgreement = (at: PairAddress, draft: AgreementDraft): Promise<AgreementView> =>
  ask('PUT', pathOf(at), draft);
export const signAgreement = (at: PairAddress, version: number): Promise<AgreementView> =>
  ask('POST', `${pathOf(at)}/signature`, { version });
export const lookAgain = (at: PairAddress, version: number): Promise<AgreementView> =>
  ask('POST', `${pathOf(at)}/look`, { version });
