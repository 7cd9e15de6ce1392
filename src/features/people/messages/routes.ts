/** What the tab asks about how messages come. The choice itself is kept with the other preferences. */
import { route, type Route } from '../../../platform/doors.ts';
import { messageChoices } from './model.ts';
import { messageChoicesOf } from './usecases.ts';

export const messagesRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: '/me/messages', who: 'anybody-signed-in', guests: true, gives: messageChoices },
    run: (deps, { personId }) => messageChoicesOf(deps, personId),
  }),
];
