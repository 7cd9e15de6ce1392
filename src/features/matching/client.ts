/** The workbench's calls to `routes.ts`. */
import { ask, withQuery } from '../../ui/http.ts';
import type { Comparison } from './comparing/model.ts';
import type { FairnessFigures } from './fairness/model.ts';
import type { LeftOutPage, LeftOutQuery, PairsPage, PairsQuery } from './listing/model.ts';
import type { PairDetail, Published, Publishing, ShownProposal, Workbench } from './proposals/model.ts';
import type { Aims } from './model.ts';
import type { Adjustment, ShownRun } from './runs/model.ts';
import type { Scarcity, WaitingPool } from './waiting/model.ts';

const proposalsOf = (programmeId: string): string => `/programmes/${programmeId}/proposals`;
const pathOf = ({ programmeId, id }: Pick<ShownProposal, 'programmeId' | 'id'>): string =>
  `${proposalsOf(programmeId)}/${id}`;

export const loadMatching = (programmeId: string): Promise<Workbench> =>
  ask('GET', `/programmes/${programmeId}/matching`);

export const loadRun = (programmeId: string): Promise<{ run?: ShownRun }> =>
  ask('GET', `/programmes/${programmeId}/matching/run`);

export const loadWaiting = (programmeId: string): Promise<WaitingPool> =>
  ask('GET', `/programmes/${programmeId}/matching/waiting`);

export const loadScarcity = (programmeId: string): Promise<Scarcity> =>
  ask('GET', `/programmes/${programmeId}/matching/scarcity`);

export const listPairs = (proposal: ShownProposal, query: PairsQuery): Promise<PairsPage> =>
  ask('GET', withQuery(`${pathOf(proposal)}/pairs`, query));

export const listLeftOut = (proposal: ShownProposal, query: LeftOutQuery): Promise<LeftOutPage> =>
  ask('GET', withQuery(`${pathOf(proposal)}/left-out`, query));

export const orderProposal = (
  programmeId: string,
  wanted: { readonly aims?: Aims; readonly look?: boolean } = {},
): Promise<ShownRun> => ask('POST', proposalsOf(programmeId), wanted);

export const orderChange = (
  proposal: ShownProposal,
  wanted: Adjustment & { readonly look: boolean },
): Promise<ShownRun> => ask('POST', `${pathOf(proposal)}/changes`, wanted);

export const loadPair = (proposal: ShownProposal, menteeId: string): Promise<PairDetail> =>
  ask('GET', `${pathOf(proposal)}/pairs/${menteeId}`);

export const loadFairness = (proposal: ShownProposal): Promise<FairnessFigures> =>
  ask('GET', `${pathOf(proposal)}/fairness`);

export const compareProposals = (programmeId: string, before: string, after: string): Promise<Comparison> =>
  ask('GET', withQuery(`${proposalsOf(programmeId)}/${before}/comparison`, { with: after }));

export const takeProposal = (programmeId: string, id: string): Promise<ShownProposal> =>
  ask('POST', `${proposalsOf(programmeId)}/${id}/use`, {});

export const publishProposal = (proposal: ShownProposal, how: Publishing): Promise<Published> =>
  ask('POST', `${pathOf(proposal)}/publish`, how);
