/** What the tab asks about pairs: the own pair and what to do with it, and for coordinators where every pair stands. */
import { z } from 'zod';
import { download, route, type Route } from '../../platform/doors.ts';
import { id } from '../../platform/ids.ts';
import { agreementRoutes } from './agreement/routes.ts';
import { closingRoutes } from './closing/routes.ts';
import { pairGoalsRoutes } from './goals/routes.ts';
import { askForSomebodyElse, endPair, pausePair, resumePair } from './life/usecases.ts';
import { matchingFigures, pairLine, pairView, partingReason } from './model.ts';
import { listQuery } from './listing/model.ts';
import { exportPairs } from './listing/usecases.ts';
import { answerOffer } from './offers/usecases.ts';
import { waitingLine } from './rematch/model.ts';
import { listWaiting } from './rematch/usecases.ts';
import { listPairs, matchingFigures as figuresOf, viewMyPairs, viewPair } from './usecases.ts';

const inProgramme = z.strictObject({ programmeId: id });
const ofPair = z.strictObject({ programmeId: id, pairId: id });
const own = { who: 'anybody-signed-in', guests: true } as const;
const at = '/programmes/:programmeId/pairs/:pairId';
const done = z.strictObject({ state: z.string() });

export const pairsRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: '/me/pairs', ...own },
    gives: z.array(pairView),
    run: (deps, caller) => viewMyPairs(deps, caller),
  }),
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/pairs', who: 'Coordinator' },
    params: inProgramme,
    gives: z.strictObject({ pairs: z.array(pairLine), figures: matchingFigures, waiting: z.array(waitingLine) }),
    run: async (deps, caller, { params: { programmeId } }) => {
      const pairs = await listPairs(deps, caller, programmeId);
      const waiting = await listWaiting(deps, programmeId);
      return { pairs, waiting, figures: await figuresOf(deps, programmeId) };
    },
  }),
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/pairs-list', who: 'Coordinator', gives: download },
    ...{ params: inProgramme, query: listQuery },
    run: (deps, caller, { params, query }) => exportPairs(deps, caller, params.programmeId, query),
  }),
  route({
    ...{ method: 'GET', path: at, ...own },
    params: ofPair,
    gives: pairView,
    run: (deps, caller, { params }) => viewPair(deps, caller, params.programmeId, params.pairId),
  }),
  route({
    ...{ method: 'POST', path: `${at}/answer`, ...own },
    params: ofPair,
    body: z.strictObject({ said: z.enum(['yes', 'no']), why: partingReason.default('not-said') }),
    gives: done,
    run: async (deps, caller, { params, body }) =>
      stateOf(await answerOffer(deps, caller.personId, params.programmeId, params.pairId, body)),
  }),
  route({
    ...{ method: 'POST', path: `${at}/pause`, ...own },
    params: ofPair,
    body: z.strictObject({ on: z.iso.date().optional() }),
    gives: done,
    run: async (deps, caller, { params, body }) =>
      stateOf(await pausePair(deps, caller.personId, params.programmeId, params.pairId, body.on)),
  }),
  route({
    ...{ method: 'POST', path: `${at}/resume`, ...own },
    params: ofPair,
    gives: done,
    run: async (deps, caller, { params }) =>
      stateOf(await resumePair(deps, caller.personId, params.programmeId, params.pairId)),
  }),
  route({
    ...{ method: 'POST', path: `${at}/end`, ...own },
    params: ofPair,
    body: z.strictObject({ why: partingReason.default('not-said') }),
    gives: done,
    run: async (deps, caller, { params, body }) =>
      stateOf(await endPair(deps, caller.personId, params.programmeId, params.pairId, body.why)),
  }),
  route({
    ...{ method: 'POST', path: `${at}/somebody-else`, ...own },
    params: ofPair,
    body: z.strictObject({ why: partingReason.default('not-said') }),
    gives: done,
    run: async (deps, caller, { params, body }) =>
      stateOf(await askForSomebodyElse(deps, caller.personId, params.programmeId, params.pairId, body.why)),
  }),
  ...agreementRoutes,
  ...pairGoalsRoutes,
  ...closingRoutes,
];

const stateOf = ({ state }: { readonly state: string }): { state: string } => ({ state });
