/** What the page before a talk asks. */
import { z } from 'zod';
import { route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { preparation } from './model.ts';
import { preparationFor } from './usecases.ts';

export const preparingRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/pairs/:pairId/meetings/:meetingId/preparation' },
    ...{ who: 'anybody-signed-in', guests: true, gives: preparation },
    params: z.strictObject({ programmeId: id, pairId: id, meetingId: id }),
    run: (deps, caller, { params }) => preparationFor(deps, caller, params),
  }),
];
