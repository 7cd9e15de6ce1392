/** What the tab asks about the own meeting passport: see it, keep it, empty it. Nobody asks for another person's. */
import { route, type Route } from '../../../platform/doors.ts';
import { ownPassport, passport } from './model.ts';
import { emptyPassportOf, keepPassport, passportOf } from './usecases.ts';

const mine = { path: '/me/passport', who: 'anybody-signed-in', guests: true, gives: ownPassport } as const;

export const passportRoutes: readonly Route[] = [
  route({ ...mine, method: 'GET', run: (deps, { personId }) => passportOf(deps, personId) }),
  route({
    ...mine,
    ...{ method: 'PUT', body: passport },
    run: (deps, { personId }, { body }) => keepPassport(deps, personId, body),
  }),
  route({ ...mine, method: 'DELETE', run: (deps, { personId }) => emptyPassportOf(deps, personId) }),
];
