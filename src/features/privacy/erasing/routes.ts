/** To be forgotten, to see how far that is, and to come back. */
import { z } from 'zod';
import { route, type Route } from '../../../platform/doors.ts';
import { forgettingView } from './model.ts';
import { comeBack, forgetMe, viewForgetting } from './usecases.ts';

const anybody = { who: 'anybody-signed-in', guests: true } as const;

export const erasingRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: '/me/forgetting', ...anybody, forgotten: true, gives: forgettingView },
    run: (deps, caller) => viewForgetting(deps, caller.personId),
  }),
  route({
    ...{ method: 'POST', path: '/me/forgetting', ...anybody, gives: forgettingView },
    body: z.strictObject({}),
    run: (deps, caller) => forgetMe(deps, caller),
  }),
  route({
    ...{ method: 'DELETE', path: '/me/forgetting', ...anybody, forgotten: true, gives: z.undefined() },
    run: (deps, caller) => comeBack(deps, caller.personId),
  }),
];
