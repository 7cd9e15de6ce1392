/** What the first pages ask: "My mentoring" of the caller, whom they can turn to, and where a programme stands for those who coordinate it. */
import { z } from 'zod';
import { route, type Route } from '../../platform/doors.ts';
import { id } from '../../platform/ids.ts';
import { deliveryRoutes } from './delivery/routes.ts';
import { evidenceRoutes } from './evidence/routes.ts';
import { findingsRoutes } from './findings/routes.ts';
import { equalRoutes } from './equal/routes.ts';
import { funnelRoutes } from './funnel/routes.ts';
import { goalsRoutes } from './goals/routes.ts';
import { contact } from './help/model.ts';
import { contactsOf } from './help/usecases.ts';
import { home } from './model.ts';
import { overview } from './programme/model.ts';
import { overviewOf, tryAgain } from './programme/usecases.ts';
import { reportRoutes } from './report/routes.ts';
import { qualityRoutes } from './quality/routes.ts';
import { sendsRoutes } from './sends/routes.ts';
import { homeOf } from './usecases.ts';

export const insightsRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: '/me/home', who: 'anybody-signed-in', guests: true, gives: home },
    run: (deps, caller) => homeOf(deps, caller),
  }),
  route({
    ...{ method: 'GET', path: '/me/contacts', who: 'anybody-signed-in', gives: z.array(contact) },
    run: (deps, caller) => contactsOf(deps, caller),
  }),
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/overview', who: 'Coordinator', gives: overview },
    params: z.strictObject({ programmeId: id }),
    run: (deps, caller, { params }) => overviewOf(deps, caller, params.programmeId),
  }),
  route({
    ...{ method: 'POST', path: '/programmes/:programmeId/tasks/:taskId/retry', who: 'Coordinator' },
    params: z.strictObject({ programmeId: id, taskId: id }),
    gives: z.strictObject({}),
    run: async (deps, caller, { params }) => {
      await tryAgain(deps, caller, params.programmeId, params.taskId);
      return {};
    },
  }),
  ...sendsRoutes,
  ...deliveryRoutes,
  ...funnelRoutes,
  ...equalRoutes,
  ...findingsRoutes,
  ...reportRoutes,
  ...evidenceRoutes,
  ...goalsRoutes,
  ...qualityRoutes,
];
