/** What the tab asks about load: the programme's list for coordinators, the own one, and a rest. */
import { z } from 'zod';
import { route, type Route } from '../../../platform/doors.ts';
import { loadPage, ofLoad, ownLoad, restDraft } from './model.ts';
import { myLoad, setRest, viewLoad } from './usecases.ts';

const done = z.strictObject({ done: z.literal(true) });

export const loadRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/load', who: 'Coordinator', params: ofLoad, gives: loadPage },
    run: (deps, caller, { params }) => viewLoad(deps, caller, params.programmeId),
  }),
  route({
    ...{ method: 'GET', path: '/me/load', who: 'anybody-signed-in', gives: ownLoad },
    run: (deps, caller) => myLoad(deps, caller),
  }),
  route({
    ...{ method: 'PUT', path: '/me/load', who: 'anybody-signed-in', body: restDraft, gives: done },
    run: async (deps, caller, { body }) => {
      await setRest(deps, caller, body.until);
      return { done: true };
    },
  }),
];
