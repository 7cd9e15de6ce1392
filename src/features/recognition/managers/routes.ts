/** What the tab asks about thanks to the own manager. */
import { z } from 'zod';
import { route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { managerDraft, managerLine } from './model.ts';
import { myManagers, thankManager } from './usecases.ts';

const who = 'anybody-signed-in';

export const managersRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: '/me/manager-thanks', who, gives: z.array(managerLine) },
    run: (deps, caller) => myManagers(deps, caller),
  }),
  route({
    ...{ method: 'POST', path: '/me/manager-thanks/:programmeId', who, params: z.strictObject({ programmeId: id }) },
    ...{ body: managerDraft, gives: z.strictObject({ done: z.literal(true) }) },
    run: async (deps, caller, { params, body }) => {
      await thankManager(deps, caller, params.programmeId, body.reasons);
      return { done: true };
    },
  }),
];
