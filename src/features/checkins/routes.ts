/** What the tab asks about check-ins: the person's own answers, and for coordinators who may need a word and released figures. */
import { z } from 'zod';
import { route, type Route } from '../../platform/doors.ts';
import { id } from '../../platform/ids.ts';
import { checkInFigures as figures, checkInView, round, said, wordView } from './model.ts';
import { checkInFigures, followUp, listWords } from './signals/usecases.ts';
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
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/check-ins', who: 'Coordinator', params: ofProgramme },
    gives: z.strictObject({ words: z.array(wordView), figures }),
    run: async (deps, caller, { params }) => ({
      words: await listWords(deps, caller, params.programmeId),
      figures: await checkInFigures(deps, params.programmeId),
    }),
  }),
  route({
    ...{ method: 'POST', path: '/programmes/:programmeId/words/:wordId', who: 'Coordinator' },
    params: ofProgramme.extend({ wordId: id }),
    body: z.strictObject({ to: z.enum(['taken', 'done']) }),
    gives: z.array(wordView),
    run: async (deps, caller, { params, body }) => {
      await followUp(deps, caller, { ...params, to: body.to });
      return listWords(deps, caller, params.programmeId);
    },
  }),
];
