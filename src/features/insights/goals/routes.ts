/** What the pages about goals ask: the answers, a figure that is entered, and what came of it all. */
import { z } from 'zod';
import { route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { enteredFigure, figureMoments, goalsPage, outcome } from './model.ts';
import { enterFigure, goalsPageOf, hasOutcome, whatCameOf } from './usecases.ts';

const params = z.strictObject({ programmeId: id });

export const goalsRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/goals', who: 'Coordinator', params, gives: goalsPage },
    run: (deps, caller, asked) => goalsPageOf(deps, caller, asked.params.programmeId),
  }),
  route({
    ...{ method: 'PUT', path: '/programmes/:programmeId/goals/:goalId/figures/:when', who: 'Coordinator' },
    params: params.extend({ goalId: id, when: z.enum(figureMoments) }),
    ...{ body: enteredFigure, gives: z.strictObject({ kept: z.literal(true) }) },
    run: async (deps, caller, asked) => {
      await enterFigure(deps, caller, asked.params, asked.body);
      return { kept: true };
    },
  }),
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/outcome', who: 'anybody-signed-in', params, gives: outcome },
    run: (deps, caller, asked) => whatCameOf(deps, caller, asked.params.programmeId),
  }),
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/has-outcome', who: 'anybody-signed-in', params },
    gives: z.strictObject({ isThere: z.boolean() }),
    run: async (deps, caller, asked) => ({ isThere: await hasOutcome(deps, caller, asked.params.programmeId) }),
  }),
];
