/** What the tab asks about the rhythm: dates for it, and booking those that the pair keeps. */
import { z } from 'zod';
import { route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { minutesOfMeeting } from '../model.ts';
import { rhythmBooked, rhythmDraft, rhythmFound } from './model.ts';
import { bookRhythm, proposeRhythm } from './usecases.ts';

const path = '/programmes/:programmeId/pairs/:pairId/rhythm';
const params = z.strictObject({ programmeId: id, pairId: id });
const who = 'anybody-signed-in';

export const rhythmRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path, who, params, gives: rhythmFound },
    query: z.strictObject({ minutes: z.coerce.number().pipe(minutesOfMeeting) }),
    run: (deps, caller, { params: at, query }) => proposeRhythm(deps, caller, at, query.minutes),
  }),
  route({
    ...{ method: 'POST', path, who, params, body: rhythmDraft, gives: rhythmBooked },
    run: (deps, caller, { params: at, body }) => bookRhythm(deps, caller, at, body),
  }),
];
