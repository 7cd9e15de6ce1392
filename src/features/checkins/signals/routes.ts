/** What coordinators ask: who may need a word with released figures, what to do about it, and a message to them. */
import { z } from 'zod';
import { route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { checkInFigures as figures, noteLine } from '../model.ts';
import { listNotes } from '../noting/usecases.ts';
import { checkInFigures } from '../results/usecases.ts';
import { followUpStep, word, wordList } from './model.ts';
import { followUp, listWords, writeToThem } from './usecases.ts';

const ofProgramme = z.strictObject({ programmeId: id });
const kept = word.pick({ state: true });
const ofWord = ofProgramme.extend({ wordId: id });

export const signalsRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/check-ins', who: 'Coordinator', params: ofProgramme },
    gives: wordList.extend({ notes: z.array(noteLine), figures }),
    run: async (deps, caller, { params }) => ({
      ...(await listWords(deps, caller, params.programmeId)),
      notes: await listNotes(deps, params.programmeId),
      figures: await checkInFigures(deps, params.programmeId),
    }),
  }),
  route({
    ...{ method: 'POST', path: '/programmes/:programmeId/words/:wordId', who: 'Coordinator' },
    params: ofWord,
    body: followUpStep,
    gives: kept,
    run: async (deps, caller, { params, body }) => ({ state: await followUp(deps, caller, params, body) }),
  }),
  route({
    ...{ method: 'POST', path: '/programmes/:programmeId/words/:wordId/message', who: 'Coordinator' },
    params: ofWord,
    gives: kept,
    run: async (deps, caller, { params }) => ({ state: await writeToThem(deps, caller, params) }),
  }),
];
