/** What the workbench asks over HTTP: look at the matching, order a proposal or a change, compare, use, publish. */
import { z } from 'zod';
import { route, type Route } from '../../platform/doors.ts';
import { id } from '../../platform/ids.ts';
import { personId } from '../people/model.ts';
import { comparison } from './comparing/model.ts';
import { fairnessFigures } from './fairness/model.ts';
import { leftOutPage, leftOutQuery, pairsPage, pairsQuery } from './listing/model.ts';
import { aims } from './model.ts';
import { pairDetail, published, publishing, shownProposal, workbench } from './proposals/model.ts';
import { adjustment, shownRun } from './runs/model.ts';
import { scarcity, waitingPool } from './waiting/model.ts';
import * as verbs from './usecases.ts';
import { preview, standingAims } from './weighing/trying/model.ts';
import * as weighing from './weighing/usecases.ts';

const inProgramme = z.strictObject({ programmeId: id });
const ofProposal = z.strictObject({ programmeId: id, proposalId: id });
const look = z.boolean().optional();
const base = '/programmes/:programmeId/proposals';

export const matchingRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/matching', who: 'Coordinator' },
    params: inProgramme,
    gives: workbench,
    run: (deps, caller, { params }) => verbs.viewMatching(deps, caller, params.programmeId),
  }),
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/matching/run', who: 'Coordinator' },
    params: inProgramme,
    gives: z.strictObject({ run: shownRun.optional() }),
    run: (deps, caller, { params }) => verbs.viewRun(deps, caller, params.programmeId),
  }),
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/matching/aims', who: 'Coordinator' },
    params: inProgramme,
    gives: standingAims,
    run: (deps, caller, { params }) => weighing.viewAims(deps, caller, params.programmeId),
  }),
  route({
    ...{ method: 'POST', path: '/programmes/:programmeId/matching/preview', who: 'Coordinator' },
    params: inProgramme,
    body: aims,
    gives: preview,
    run: (deps, caller, { params, body }) => weighing.previewAims(deps, caller, params.programmeId, body),
  }),
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/matching/waiting', who: 'Coordinator' },
    params: inProgramme,
    gives: waitingPool,
    run: (deps, caller, { params }) => verbs.viewWaiting(deps, caller, params.programmeId),
  }),
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/matching/scarcity', who: 'Coordinator' },
    params: inProgramme,
    gives: scarcity,
    run: (deps, caller, { params }) => verbs.viewScarcity(deps, caller, params.programmeId),
  }),
  route({
    ...{ method: 'POST', path: base, who: 'Coordinator' },
    params: inProgramme,
    body: z.strictObject({ aims: aims.optional(), look }).optional(),
    gives: shownRun,
    run: (deps, caller, { params, body }) => verbs.startRun(deps, caller, params.programmeId, body ?? {}),
  }),
  route({
    ...{ method: 'POST', path: `${base}/:proposalId/changes`, who: 'Coordinator' },
    params: ofProposal,
    body: adjustment.extend({ look }),
    gives: shownRun,
    run: (deps, caller, { params, body: { look: isLook, ...change } }) =>
      verbs.startRun(deps, caller, params.programmeId, { change, look: isLook }, params.proposalId),
  }),
  route({
    ...{ method: 'GET', path: `${base}/:proposalId/pairs`, who: 'Coordinator' },
    ...{ params: ofProposal, query: pairsQuery },
    gives: pairsPage,
    run: (deps, caller, { params, query }) => verbs.listPairs(deps, caller, params, query),
  }),
  route({
    ...{ method: 'GET', path: `${base}/:proposalId/left-out`, who: 'Coordinator' },
    ...{ params: ofProposal, query: leftOutQuery },
    gives: leftOutPage,
    run: (deps, caller, { params, query }) => verbs.listLeftOut(deps, caller, params, query),
  }),
  route({
    ...{ method: 'GET', path: `${base}/:proposalId/pairs/:personId`, who: 'Coordinator' },
    params: ofProposal.extend({ personId }),
    gives: pairDetail,
    run: (deps, caller, { params }) =>
      verbs.viewPair(deps, caller, params.programmeId, params.proposalId, params.personId),
  }),
  route({
    ...{ method: 'GET', path: `${base}/:proposalId/fairness`, who: 'Coordinator' },
    params: ofProposal,
    gives: fairnessFigures,
    run: (deps, caller, { params }) => verbs.viewFairness(deps, caller, params.programmeId, params.proposalId),
  }),
  route({
    ...{ method: 'GET', path: `${base}/:proposalId/comparison`, who: 'Coordinator' },
    params: ofProposal,
    query: z.strictObject({ with: id }),
    gives: comparison,
    run: (deps, caller, { params, query }) =>
      verbs.compareProposals(deps, caller, params.programmeId, { before: params.proposalId, after: query.with }),
  }),
  route({
    ...{ method: 'POST', path: `${base}/:proposalId/use`, who: 'Coordinator' },
    params: ofProposal,
    gives: shownProposal,
    run: async (deps, caller, { params }) =>
      verbs.shown(await verbs.useProposal(deps, caller, params.programmeId, params.proposalId)),
  }),
  route({
    ...{ method: 'POST', path: `${base}/:proposalId/publish`, who: 'Coordinator' },
    params: ofProposal,
    body: publishing.optional(),
    gives: published,
    run: (deps, caller, { params, body }) =>
      verbs.publishProposal(deps, caller, params.programmeId, params.proposalId, body),
  }),
];
