/** What the tab asks about thanks: a pair's, saying them, showing, taking back, and the programme's page. */
import { z } from 'zod';
import { route, type Route } from '../../platform/doors.ts';
import { id } from '../../platform/ids.ts';
import { pairThanks, thanksDraft, wall } from './model.ts';
import { badgesRoutes } from './badges/routes.ts';
import { certificateRoutes } from './certificate/routes.ts';
import { creditRoutes } from './credit/routes.ts';
import { loadRoutes } from './load/routes.ts';
import { managersRoutes } from './managers/routes.ts';
import { doorsRoutes } from './doors/routes.ts';
import { sayThanks, showThanks, takeBackThanks, thanksOfPair, wallOf } from './usecases.ts';

const ofPair = z.strictObject({ programmeId: id, pairId: id });
const ofThanks = z.strictObject({ programmeId: id, thanksId: id });
const done = z.strictObject({ done: z.literal(true) });
const who = 'anybody-signed-in';

export const recognitionRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/pairs/:pairId/thanks', who, params: ofPair, gives: pairThanks },
    run: (deps, caller, { params }) => thanksOfPair(deps, caller.personId, params),
  }),
  route({
    ...{ method: 'POST', path: '/programmes/:programmeId/pairs/:pairId/thanks', who, params: ofPair },
    ...{ body: thanksDraft, gives: done },
    run: async (deps, caller, { params, body }) => {
      await sayThanks(deps, caller.personId, params, body);
      return { done: true };
    },
  }),
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/thanks', who, gives: wall },
    params: z.strictObject({ programmeId: id }),
    run: (deps, caller, { params }) => wallOf(deps, caller, params.programmeId),
  }),
  route({
    ...{ method: 'PUT', path: '/programmes/:programmeId/thanks/:thanksId', who, params: ofThanks },
    ...{ body: z.strictObject({ show: z.boolean() }), gives: done },
    run: async (deps, caller, { params, body }) => {
      await showThanks(deps, caller.personId, params.programmeId, params.thanksId, body.show);
      return { done: true };
    },
  }),
  route({
    ...{ method: 'DELETE', path: '/programmes/:programmeId/thanks/:thanksId', who, params: ofThanks, gives: done },
    run: async (deps, caller, { params }) => {
      await takeBackThanks(deps, caller.personId, params.programmeId, params.thanksId);
      return { done: true };
    },
  }),
  ...doorsRoutes,
  ...badgesRoutes,
  ...certificateRoutes,
  ...creditRoutes,
  ...managersRoutes,
  ...loadRoutes,
];
