/** Which rooms are free at a time, for whoever plans a meeting in person. */
import { z } from 'zod';
import { route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { minutesOfMeeting } from '../model.ts';
import { roomView } from './model.ts';
import { offerRooms } from './usecases.ts';

export const roomsRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/pairs/:pairId/meetings/rooms', who: 'anybody-signed-in' },
    params: z.strictObject({ programmeId: id, pairId: id }),
    query: z.strictObject({ start: z.coerce.number().int(), minutes: z.coerce.number().pipe(minutesOfMeeting) }),
    gives: z.array(roomView),
    run: (deps, caller, { params, query }) => offerRooms(deps, caller, params, query),
  }),
];
