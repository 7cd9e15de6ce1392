/** What the page about setting up asks, for administrators. */
import { z } from 'zod';
import { route, type Route } from '../../../platform/doors.ts';
import { beginning, step } from './model.ts';
import { beginningFor, tickStep } from './usecases.ts';

const mine = { who: 'Administrator', gives: beginning } as const;

export const beginningRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/installation/beginning', ...mine, run: beginningFor }),
  route({
    ...{ method: 'PUT', path: '/installation/beginning/:step', ...mine, params: z.strictObject({ step }) },
    body: z.strictObject({ seen: z.boolean() }),
    run: (deps, caller, { params, body }) => tickStep(deps, caller, { step: params.step, seen: body.seen }),
  }),
];
