/** What the tab says afterwards: whether they met, and a meeting that no calendar knew of. */
import { z } from 'zod';
import { route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { meetingView, metSaid } from '../model.ts';
import { viewOf } from '../usecases.ts';
import { logMeeting, sayMet } from './usecases.ts';

const pairPath = '/programmes/:programmeId/pairs/:pairId/meetings';
const ofPair = z.strictObject({ programmeId: id, pairId: id });
const who = 'anybody-signed-in';

export const afterRoutes: readonly Route[] = [
  route({
    ...{ method: 'POST', path: `${pairPath}/held`, who, guests: true, params: ofPair, gives: meetingView },
    body: z.strictObject({ on: z.iso.date() }),
    run: async (deps, caller, { params, body }) =>
      viewOf(await logMeeting(deps, caller, params, body.on), caller.personId, deps.clock.now()),
  }),
  route({
    ...{ method: 'POST', path: `${pairPath}/:meetingId/met`, who, guests: true, gives: meetingView },
    ...{ params: ofPair.extend({ meetingId: id }), body: z.strictObject({ said: metSaid }) },
    run: async (deps, caller, { params, body }) =>
      viewOf((await sayMet(deps, caller, params, body.said)).one, caller.personId, deps.clock.now()),
  }),
];
