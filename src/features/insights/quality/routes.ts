/** What the page about quality asks: all of it, and the money that is entered. */
import { z } from 'zod';
import { route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { cost, qualityPage } from './model.ts';
import { enterCost, qualityPageOf } from './usecases.ts';

const params = z.strictObject({ programmeId: id });

export const qualityRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/quality', who: 'Coordinator', params, gives: qualityPage },
    run: (deps, caller, asked) => qualityPageOf(deps, caller, asked.params.programmeId),
  }),
  route({
    ...{ method: 'PUT', path: '/programmes/:programmeId/quality/cost', who: 'Coordinator', params, body: cost },
    gives: z.strictObject({ kept: z.literal(true) }),
    run: async (deps, caller, asked) => {
      await enterCost(deps, caller, asked.params.programmeId, asked.body);
      return { kept: true };
    },
  }),
];
