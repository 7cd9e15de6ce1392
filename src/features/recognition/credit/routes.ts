/** What the tab asks about thanks from the programme. */
import { z } from 'zod';
import { route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { creditDraft, creditPage, ownCredit, shownCredits } from './model.ts';
import { creditsShown, giveCredit, myCredits, showCredit, takeBackCredit, viewCredits } from './usecases.ts';

const ofProgramme = z.strictObject({ programmeId: id });
const ofCredit = z.strictObject({ programmeId: id, creditId: id });
const done = z.strictObject({ done: z.literal(true) });
const who = 'anybody-signed-in';

export const creditRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: '/me/credits', who, gives: z.array(ownCredit) },
    run: (deps, caller) => myCredits(deps, caller.personId),
  }),
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/credits', who, params: ofProgramme, gives: creditPage },
    run: (deps, caller, { params }) => viewCredits(deps, caller, params.programmeId),
  }),
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/credits/shown', who, params: ofProgramme, gives: shownCredits },
    run: (deps, caller, { params }) => creditsShown(deps, caller, params.programmeId),
  }),
  route({
    ...{ method: 'POST', path: '/programmes/:programmeId/credits', who, params: ofProgramme },
    ...{ body: creditDraft, gives: done },
    run: async (deps, caller, { params, body }) => {
      await giveCredit(deps, caller, params.programmeId, body);
      return { done: true };
    },
  }),
  route({
    ...{ method: 'PUT', path: '/programmes/:programmeId/credits/:creditId', who, params: ofCredit },
    ...{ body: z.strictObject({ shows: z.boolean() }), gives: done },
    run: async (deps, caller, { params, body }) => {
      await showCredit(deps, caller.personId, params, body.shows);
      return { done: true };
    },
  }),
  route({
    ...{ method: 'DELETE', path: '/programmes/:programmeId/credits/:creditId', who, params: ofCredit, gives: done },
    run: async (deps, caller, { params }) => {
      await takeBackCredit(deps, caller, params);
      return { done: true };
    },
  }),
];
