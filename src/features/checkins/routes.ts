/** What the tab asks about check-ins: the person's own answers. What coordinators see is in `signals/`. */
import { z } from 'zod';
import { route, type Route } from '../../platform/doors.ts';
import { id } from '../../platform/ids.ts';
import { looking } from '../../platform/tables/look.ts';
import { checkInPlan, usualCheckIns } from '../programmes/model.ts';
import { coordinatedProgramme, planCheckIns } from '../programmes/usecases.ts';
import { checkInsOfPair as pairView, checkInPage, checkInView, noteLine, round, said } from './model.ts';
import { checkInsOfPair } from './differing/usecases.ts';
import { saysWhoReads } from './noting/rules.ts';
import { listNotes, readNote } from './noting/usecases.ts';
import { putOffCheckIn } from './putting-off/usecases.ts';
import { signalsRoutes } from './signals/routes.ts';
import {
  checkInsWaiting,
  myCheckIns,
  recordCheckIn,
  takeBackShared,
  viewCheckIn,
  viewCheckInPage,
} from './usecases.ts';

const ofProgramme = z.strictObject({ programmeId: id });
const ofPair = ofProgramme.extend({ pairId: id });
const ofRound = ofPair.extend({ round });
const pairPath = '/programmes/:programmeId/pairs/:pairId/check-ins';
const who = 'anybody-signed-in';

export const checkinsRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: '/me/check-ins', who, guests: true },
    gives: z.strictObject({ waiting: z.array(checkInView), said: z.array(checkInView) }),
    run: async (deps, { personId }) => ({
      waiting: await checkInsWaiting(deps, personId),
      said: await myCheckIns(deps, personId),
    }),
  }),
  route({
    ...{ method: 'GET', path: pairPath, who, guests: true, params: ofPair, gives: pairView },
    run: (deps, caller, { params }) => checkInsOfPair(deps, caller, params),
  }),
  route({
    ...{ method: 'GET', path: `${pairPath}/:round`, who, guests: true, params: ofRound, gives: checkInPage },
    run: (deps, caller, { params: { round: asked, ...at } }) => viewCheckInPage(deps, caller, at, asked),
  }),
  route({
    ...{ method: 'POST', path: pairPath, who, guests: true, params: ofPair, body: said, gives: checkInPage },
    run: async (deps, caller, { params, body }) => {
      await recordCheckIn(deps, caller, params, body);
      // Whoever says nothing of a note waits for no look at advisers; the page asks again when the answer is to be changed.
      const view = saysWhoReads(body) ? viewCheckInPage : viewCheckIn;
      return looking(deps, (seen) => view(seen, caller, params, body.round));
    },
  }),
  route({
    ...{ method: 'POST', path: `${pairPath}/:round/not-this`, who, guests: true, params: ofRound, gives: checkInPage },
    body: z.strictObject({}),
    run: async (deps, caller, { params: { round: asked, ...at } }) => {
      await putOffCheckIn(deps, caller.personId, at, { round: asked, way: 'not-this' });
      return viewCheckInPage(deps, caller, at, asked);
    },
  }),
  route({
    ...{ method: 'DELETE', path: `${pairPath}/:round/shared`, who, guests: true, params: ofRound, gives: checkInPage },
    run: async (deps, caller, { params: { round: asked, ...at } }) => {
      await takeBackShared(deps, caller.personId, at, asked);
      return viewCheckInPage(deps, caller, at, asked);
    },
  }),
  route({
    ...{ method: 'POST', path: '/programmes/:programmeId/check-ins/notes/read', who: 'Coordinator' },
    params: ofProgramme,
    body: noteLine.pick({ pairId: true, round: true, at: true }).extend({ personId: id }),
    gives: z.array(noteLine),
    run: async (deps, caller, { params, body }) => {
      await readNote(deps, caller, params.programmeId, body);
      return listNotes(deps, params.programmeId);
    },
  }),
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/check-ins/plan', who: 'Coordinator', params: ofProgramme },
    gives: checkInPlan,
    run: async (deps, caller, { params }) =>
      (await coordinatedProgramme(deps, caller, params.programmeId)).value.checkIns ?? usualCheckIns,
  }),
  route({
    ...{ method: 'PUT', path: '/programmes/:programmeId/check-ins/plan', who: 'Coordinator', params: ofProgramme },
    body: checkInPlan,
    gives: checkInPlan,
    run: async (deps, caller, { params, body }) =>
      (await planCheckIns(deps, caller, params.programmeId, body)).checkIns ?? usualCheckIns,
  }),
  ...signalsRoutes,
];
