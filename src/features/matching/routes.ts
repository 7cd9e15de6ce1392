/** What the workbench asks over HTTP: look at the matching, make a proposal, change it with a reason, publish it. */
import { z } from 'zod';
import { route, type Route } from '../../platform/doors.ts';
import { id } from '../../platform/ids.ts';
import { adjustment, published, shownProposal, workbench } from './proposals/model.ts';
import { switchCost } from './model.ts';
import { adjustProposal, makeProposal, publishProposal, shown, viewMatching } from './usecases.ts';

const inProgramme = z.strictObject({ programmeId: id });
const ofProposal = z.strictObject({ programmeId: id, proposalId: id });

export const matchingRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/matching', who: 'Coordinator' },
    params: inProgramme,
    gives: workbench,
    run: (deps, caller, { params }) => viewMatching(deps, caller, params.programmeId),
  }),
  route({
    ...{ method: 'POST', path: '/programmes/:programmeId/proposals', who: 'Coordinator' },
    params: inProgramme,
    gives: shownProposal,
    run: async (deps, caller, { params }) => shown(await makeProposal(deps, caller, params.programmeId)),
  }),
  route({
    ...{ method: 'POST', path: '/programmes/:programmeId/proposals/:proposalId/changes', who: 'Coordinator' },
    params: ofProposal,
    body: adjustment,
    gives: z.strictObject({ proposal: shownProposal, cost: switchCost }),
    run: async (deps, caller, { params, body }) => {
      const made = await adjustProposal(deps, caller, params.programmeId, params.proposalId, body);
      return { proposal: shown(made.proposal), cost: made.cost };
    },
  }),
  route({
    ...{ method: 'POST', path: '/programmes/:programmeId/proposals/:proposalId/publish', who: 'Coordinator' },
    params: ofProposal,
    gives: published,
    run: (deps, caller, { params }) => publishProposal(deps, caller, params.programmeId, params.proposalId),
  }),
];
