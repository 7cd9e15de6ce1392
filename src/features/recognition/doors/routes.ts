/** What the page of a pair asks about opened doors. */
import { z } from 'zod';
import { route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { doorDraft, pairDoors } from './model.ts';
import { confirmDoor, doorsOfPair, noteDoor, removeDoor } from './usecases.ts';

const path = '/programmes/:programmeId/pairs/:pairId/doors';
const ofPair = z.strictObject({ programmeId: id, pairId: id });
const ofDoor = ofPair.extend({ doorId: id });
const done = z.strictObject({ done: z.literal(true) });
const who = 'anybody-signed-in';

export const doorsRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path, who, guests: true, params: ofPair, gives: pairDoors },
    run: (deps, caller, { params }) => doorsOfPair(deps, caller.personId, params),
  }),
  route({
    ...{ method: 'POST', path, who, guests: true, params: ofPair, body: doorDraft, gives: done },
    run: async (deps, caller, { params, body }) => {
      await noteDoor(deps, caller.personId, params, body);
      return { done: true };
    },
  }),
  route({
    ...{ method: 'PUT', path: `${path}/:doorId`, who, guests: true, params: ofDoor, gives: done },
    body: z.strictObject({ said: z.enum(['yes', 'no']) }),
    run: async (deps, caller, { params, body }) => {
      await confirmDoor(deps, caller.personId, params, body.said);
      return { done: true };
    },
  }),
  route({
    ...{ method: 'DELETE', path: `${path}/:doorId`, who, guests: true, params: ofDoor, gives: done },
    run: async (deps, caller, { params }) => {
      await removeDoor(deps, caller.personId, params);
      return { done: true };
    },
  }),
];
