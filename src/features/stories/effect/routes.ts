/** What the tab says and asks about what a story brings: that it was read, that it helps, and the numbers. */
import { z } from 'zod';
import { route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { effect } from './model.ts';
import { whatItBrought, noteRead, sayItHelps } from './usecases.ts';

const params = z.strictObject({ programmeId: id, storyId: id });
const path = '/programmes/:programmeId/stories/:storyId';
const who = 'anybody-signed-in';

export const effectRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: `${path}/effect`, who, params, gives: effect },
    run: (deps, caller, asked) => whatItBrought(deps, caller, asked.params),
  }),
  route({
    ...{ method: 'POST', path: `${path}/read`, who, params, body: z.strictObject({}) },
    gives: z.strictObject({ done: z.literal(true) }),
    run: async (deps, caller, asked) => {
      await noteRead(deps, caller, asked.params);
      return { done: true };
    },
  }),
  route({
    ...{ method: 'PUT', path: `${path}/helps`, who, params },
    ...{ body: z.strictObject({ helps: z.boolean() }), gives: z.strictObject({ helps: z.boolean() }) },
    run: async (deps, caller, asked) => {
      await sayItHelps(deps, caller, asked.params, asked.body.helps);
      return { helps: asked.body.helps };
    },
  }),
];
