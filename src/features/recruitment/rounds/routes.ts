/** What the tab asks about rounds: the waiting list, criteria and decisions, the managers' setting, and a person's own tick. */
import { z } from 'zod';
import { route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { personId } from '../../people/model.ts';
import { choiceDraft, choosingPage, criteriaDraft } from '../choosing/model.ts';
import { readApplications } from '../choosing/reading/usecases.ts';
import { choosingPageOf, decide, sendChoices, writeCriteria } from '../choosing/usecases.ts';
import { wordPage } from '../informing/model.ts';
import { agreeToTell, setInforming, takeWordBack, viewInforming, viewManagerWord } from '../informing/usecases.ts';
import { sides } from '../model.ts';
import { dayDraft, roundsPage } from './model.ts';
import { letApplyUntil, lookOn, roundsPageOf } from './usecases.ts';

const params = z.strictObject({ programmeId: id });
const ofProgramme = { who: 'Coordinator', params } as const;
const ownWord = { path: '/programmes/:programmeId/manager-word', who: 'anybody-signed-in', params } as const;
const done = z.strictObject({ done: z.literal(true) });
const isDone = { done: true } as const;
const informing = z.strictObject({ on: z.boolean() });

export const roundsRoutes: readonly Route[] = [
  route({
    ...{ ...ofProgramme, method: 'GET', path: '/programmes/:programmeId/round', gives: roundsPage },
    run: (deps, caller, asked) => roundsPageOf(deps, caller, asked.params.programmeId),
  }),
  route({
    ...{ ...ofProgramme, method: 'PUT', path: '/programmes/:programmeId/round', body: dayDraft, gives: done },
    run: async (deps, caller, asked) => {
      await letApplyUntil(deps, caller, asked.params.programmeId, asked.body.day);
      return isDone;
    },
  }),
  route({
    ...{ ...ofProgramme, method: 'PUT', path: '/programmes/:programmeId/round/look', body: dayDraft, gives: done },
    run: async (deps, caller, asked) => {
      await lookOn(deps, caller, asked.params.programmeId, asked.body.day);
      return isDone;
    },
  }),
  route({
    ...{ ...ofProgramme, method: 'POST', path: '/programmes/:programmeId/applications/read' },
    ...{ body: z.strictObject({}), gives: done },
    run: async (deps, caller, asked) => {
      await readApplications(deps, caller, asked.params.programmeId);
      return isDone;
    },
  }),
  route({
    ...{ ...ofProgramme, method: 'GET', path: '/programmes/:programmeId/choice', gives: choosingPage },
    run: (deps, caller, asked) => choosingPageOf(deps, caller, asked.params.programmeId),
  }),
  route({
    ...{ ...ofProgramme, method: 'PUT', path: '/programmes/:programmeId/choice/criteria', gives: done },
    body: criteriaDraft,
    run: async (deps, caller, asked) => {
      await writeCriteria(deps, caller, asked.params.programmeId, asked.body);
      return isDone;
    },
  }),
  route({
    ...{ method: 'PUT', path: '/programmes/:programmeId/choice/:side/:personId', who: 'Coordinator' },
    ...{ params: params.extend({ side: z.enum(sides), personId }), body: choiceDraft, gives: done },
    run: async (deps, caller, asked) => {
      await decide(deps, caller, asked.params, asked.body);
      return isDone;
    },
  }),
  route({
    ...{ ...ofProgramme, method: 'POST', path: '/programmes/:programmeId/choice/send' },
    ...{ body: z.strictObject({}), gives: done },
    run: async (deps, caller, asked) => {
      await sendChoices(deps, caller, asked.params.programmeId);
      return isDone;
    },
  }),
  route({
    ...{ ...ofProgramme, method: 'GET', path: '/programmes/:programmeId/informing', gives: informing },
    run: (deps, caller, asked) => viewInforming(deps, caller, asked.params.programmeId),
  }),
  route({
    ...{ ...ofProgramme, method: 'PUT', path: '/programmes/:programmeId/informing', body: informing, gives: done },
    run: async (deps, caller, asked) => {
      await setInforming(deps, caller, asked.params.programmeId, asked.body.on);
      return isDone;
    },
  }),
  route({
    ...{ ...ownWord, method: 'GET', gives: wordPage },
    run: (deps, caller, asked) => viewManagerWord(deps, caller, asked.params.programmeId),
  }),
  route({
    ...{ ...ownWord, method: 'PUT', body: z.strictObject({}), gives: done },
    run: async (deps, caller, asked) => {
      await agreeToTell(deps, caller, asked.params.programmeId);
      return isDone;
    },
  }),
  route({
    ...{ ...ownWord, method: 'DELETE', gives: done },
    run: async (deps, caller, asked) => {
      await takeWordBack(deps, caller, asked.params.programmeId);
      return isDone;
    },
  }),
];
