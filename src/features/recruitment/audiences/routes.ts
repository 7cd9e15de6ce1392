/** What the tab asks about audiences of calls: how many one reaches, those that are kept, whom one might ask, and what became of a call. */
import { z } from 'zod';
import { route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { audience, reach, savedDraft, savedLine, suggestions, toldReport } from './model.ts';
import { suggestionsFor } from './suggesting/usecases.ts';
import { callReports, forgetAudience, reachOf, saveAudience, savedAudiences } from './usecases.ts';

const params = z.strictObject({ programmeId: id });
const audiences = { path: '/programmes/:programmeId/audiences', who: 'Coordinator', params } as const;

export const audienceRoutes: readonly Route[] = [
  route({
    ...{ method: 'POST', path: '/programmes/:programmeId/reach', who: 'Coordinator', params, gives: reach },
    body: z.strictObject({ audience }),
    run: (deps, caller, asked) => reachOf(deps, caller, asked.params.programmeId, asked.body.audience),
  }),
  route({
    ...audiences,
    ...{ method: 'GET', gives: z.array(savedLine) },
    run: (deps, caller, asked) => savedAudiences(deps, caller, asked.params.programmeId),
  }),
  route({
    ...audiences,
    ...{ method: 'POST', body: savedDraft, gives: savedLine },
    run: (deps, caller, asked) => saveAudience(deps, caller, asked.params.programmeId, asked.body),
  }),
  route({
    ...{ method: 'DELETE', path: '/programmes/:programmeId/audiences/:audienceId', who: 'Coordinator' },
    params: params.extend({ audienceId: id }),
    gives: z.strictObject({ done: z.literal(true) }),
    run: async (deps, caller, asked) => {
      await forgetAudience(deps, caller, asked.params.programmeId, asked.params.audienceId);
      return { done: true };
    },
  }),
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/mentor-suggestions', who: 'Coordinator', params },
    gives: suggestions,
    run: (deps, caller, asked) => suggestionsFor(deps, caller, asked.params.programmeId),
  }),
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/call-reports', who: 'Coordinator', params },
    gives: z.array(toldReport),
    run: (deps, caller, asked) => callReports(deps, caller, asked.params.programmeId),
  }),
];
