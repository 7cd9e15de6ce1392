/** What the page about delivery asks, for administrators. */
import { z } from 'zod';
import { route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { deliveryState } from './model.ts';
import { deliveryOf, retryFailed } from './usecases.ts';

export const deliveryRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: '/delivery', who: 'Administrator', gives: deliveryState },
    run: (deps, caller) => deliveryOf(deps, caller),
  }),
  route({
    ...{ method: 'POST', path: '/delivery/failed/:taskId/retry', who: 'Administrator', gives: z.strictObject({}) },
    params: z.strictObject({ taskId: id }),
    run: async (deps, caller, { params }) => {
      await retryFailed(deps, caller, params.taskId);
      return {};
    },
  }),
];
