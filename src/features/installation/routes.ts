/** What the page about the installation asks, for administrators. */
import { route, type Route } from '../../platform/doors.ts';
import { beginningRoutes } from './beginning/routes.ts';
import { examination } from './model.ts';
import { examinationFor } from './usecases.ts';

export const installationRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: '/installation', who: 'Administrator', gives: examination },
    run: (deps, caller) => examinationFor(deps, caller),
  }),
  ...beginningRoutes,
];
