/** What the page about equal recognition asks. */
import { z } from 'zod';
import { route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { equalPage, equalQuery } from './model.ts';
import { equalRecognition } from './usecases.ts';

export const equalRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/equal-recognition', who: 'Coordinator' },
    ...{ params: z.strictObject({ programmeId: id }), query: equalQuery, gives: equalPage },
    run: (deps, caller, { params, query }) => equalRecognition(deps, caller, params.programmeId, query.by),
  }),
];
