/** What the tab asks about people: search by name, a photo, and what somebody set for themselves. */
import { z } from 'zod';
import { route, type Route } from '../../platform/doors.ts';
import { isFailure } from '../../platform/errors.ts';
import { identityRoutes } from './identity/routes.ts';
import { messagesRoutes } from './messages/routes.ts';
import { passportRoutes } from './passport/routes.ts';
import { cardOf, personCard, personId, preferences, preferencesDraft } from './model.ts';
import { findByName, photoOf, preferencesOfPerson, setPreferences } from './usecases.ts';

export const peopleRoutes: readonly Route[] = [
  route({
    // A name in an address would stand in the log of whatever lies in front.
    ...{ method: 'POST', path: '/people/search', who: 'anybody-signed-in', gives: z.array(personCard) },
    body: z.strictObject({ words: z.string().trim().min(2).max(100) }),
    run: async (deps, _caller, { body }) => (await findByName(deps, body.words)).map(cardOf),
  }),
  route({
    ...{ method: 'GET', path: '/people/:personId/photo', who: 'anybody-signed-in' },
    params: z.strictObject({ personId }),
    /** A data address, since a picture in a page cannot carry the token; nothing where there is no photo. */
    gives: z.strictObject({ photo: z.string().optional() }),
    run: async (deps, _caller, { params }) => {
      const photo = await photoOf(deps, params.personId).catch((error: unknown) => {
        if (isFailure(error, 'unavailable')) return undefined;
        throw error;
      });
      return photo === undefined ? {} : { photo };
    },
  }),
  route({
    ...{ method: 'GET', path: '/me/preferences', who: 'anybody-signed-in', guests: true, gives: preferences },
    run: (deps, caller) => preferencesOfPerson(deps, caller.personId),
  }),
  route({
    ...{ method: 'PUT', path: '/me/preferences', who: 'anybody-signed-in', guests: true },
    ...{ body: preferencesDraft, gives: preferences },
    run: (deps, caller, { body }) => setPreferences(deps, caller.personId, body),
  }),
  ...identityRoutes,
  ...passportRoutes,
  ...messagesRoutes,
];
