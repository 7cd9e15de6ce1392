/** What the tab asks about check-ins: the person's own answers. What coordinators see is in `signals/`. */
import { z } from 'zod';
import { route, type Route } from '../../platform/doors.ts';
import { id } from '../../platform/ids.ts';
import { checkInView, round, said } from './model.ts';
import { signalsRoutes } from './signals/routes.ts';
import { checkInsWaiting, myCheckIns, recordCheckIn, viewCheckIn } from './usecases.ts';

const ofProgramme = z.strictObject({ programmeId: id });
const ofPair = ofProgramme.extend({ pairId: id });
const ofRound = ofPair.extend({ round });

export const checkinsRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: '/me/check-ins', who: 'anybody-signed-in', guests: true },
    gives: z.strictObject({ waiting: z.array(checkInView), said: z.array(checkInView) }),
    run: async (deps, { personId }) => ({
      waiting: await checkInsWaiting(deps, personId),
      said: await myCheckIns(deps, personId),
    }),
  }),
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/pairs/:pairId/check-ins/:round', who: 'anybody-signed-in' },
    guests: true,
    params: ofRound,
    gives: checkInView,
    run: (deps, { personId }, { params }) => viewCheckIn(deps, personId, params, params.round),
  }),
  route({
    ...{ method: 'POST', path: '/programmes/:programmeId/pairs/:pairId/check-ins', who: 'anybody-signed-in' },
    guests: true,
    params: ofPair,
    body: said,
    gives: checkInView,
    run: async (deps, caller, { params, body }) => {
      await recordCheckIn(deps, caller, params, body);
      return viewCheckIn(deps, caller.personId, params, body.round);
    },
  }),
  ...signalsRoutes,
];
