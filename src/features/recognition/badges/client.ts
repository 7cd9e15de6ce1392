/** The pages' calls to `routes.ts`. */
import { ask, askForFile } from '../../../ui/http.ts';
import type { BadgeChoice, BadgeId, BadgeView, ShownBadge } from './model.ts';

export const findBadges = (): Promise<BadgeView[]> => ask('GET', '/me/badges');
export const chooseBadge = (id: BadgeId, choice: BadgeChoice): Promise<unknown> =>
  ask('PUT', `/me/badges/${id}`, { choice });
export const fetchSigned = (id: BadgeId): Promise<File> => askForFile(`/me/badges/${id}/signed`);
export const findShownBadges = (programmeId: string, pairId: string): Promise<ShownBadge[]> =>
  ask('GET', `/programmes/${programmeId}/pairs/${pairId}/badges`);
