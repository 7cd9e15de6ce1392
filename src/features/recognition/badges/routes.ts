/** What the tab asks about badges: the own ones, who sees them, a signed copy, and what the other of a pair shows. */
import { z } from 'zod';
import { download, route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { badgeChoices, badgeId, badgeView, shownBadge } from './model.ts';
import { signedBadge } from './signed/usecases.ts';
import { badgesOfPartner, chooseBadge, myBadges } from './usecases.ts';

const ofBadge = z.strictObject({ badgeId });
const ofPair = z.strictObject({ programmeId: id, pairId: id });
const who = 'anybody-signed-in';

export const badgesRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: '/me/badges', who, guests: true, gives: z.array(badgeView) },
    run: (deps, caller) => myBadges(deps, caller.personId),
  }),
  route({
    ...{ method: 'PUT', path: '/me/badges/:badgeId', who, guests: true, params: ofBadge },
    ...{ body: z.strictObject({ choice: z.enum(badgeChoices) }), gives: z.strictObject({ done: z.literal(true) }) },
    run: async (deps, caller, { params, body }) => {
      await chooseBadge(deps, caller.personId, params.badgeId, body.choice);
      return { done: true };
    },
  }),
  route({
    ...{ method: 'GET', path: '/me/badges/:badgeId/signed', who, guests: true, params: ofBadge, gives: download },
    run: (deps, caller, { params }) => signedBadge(deps, caller, params.badgeId),
  }),
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/pairs/:pairId/badges', who, guests: true, params: ofPair },
    gives: z.array(shownBadge),
    run: (deps, caller, { params }) => badgesOfPartner(deps, caller.personId, params),
  }),
];
