/** The workbench's calls to `routes.ts`. */
import { ask } from '../../ui/http.ts';
import type { CostInWords } from './model.ts';
import type { Adjustment, Published, ShownProposal, Workbench } from './proposals/model.ts';

const proposalsOf = (programmeId: string): string => `/programmes/${programmeId}/proposals`;

export const loadMatching = (programmeId: string): Promise<Workbench> =>
  ask('GET', `/programmes/${programmeId}/matching`);

export const makeProposal = (programmeId: string): Promise<ShownProposal> => ask('POST', proposalsOf(programmeId), {});

export const changeProposal = (
  { programmeId, id }: ShownProposal,
  wanted: Adjustment,
): Promise<{ proposal: ShownProposal; cost: CostInWords }> =>
  ask('POST', `${proposalsOf(programmeId)}/${id}/changes`, wanted);

export const publishProposal = ({ programmeId, id }: ShownProposal): Promise<Published> =>
  ask('POST', `${proposalsOf(programmeId)}/${id}/publish`, {});
