/** What the tab asks for the rehearsal of a programme; what everything sends is handed over by the table of routes. */
import { z } from 'zod';
import { route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { language } from '../../people/model.ts';
import type { Sending } from '../../programmes/rehearsal/model.ts';
import { rehearsal } from './model.ts';
import { rehearsalOf } from './usecases.ts';

export const rehearsalRoutes = (sends: readonly Sending[]): readonly Route[] => [
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/rehearsal', who: 'Coordinator', gives: rehearsal },
    params: z.strictObject({ programmeId: id }),
    query: z.strictObject({ language }),
    run: (deps, caller, { params, query }) => rehearsalOf(deps, caller, { ...params, ...query }, sends),
  }),
];
