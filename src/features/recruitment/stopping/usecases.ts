/** Stopping invitations out of a mail, without signing in: whoever holds the link may, and it opens nothing else. */
import { Failure } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import { setPreferences } from '../../people/usecases.ts';
import { ownStops, stops, stopsPartition } from './store.ts';

/** The same link for a person in every mail; its secret is chance, so that nobody can make it out of ids. */
export async function stopLinkOf(deps: Platform, personId: string): Promise<string> {
  const linkOf = (token: string): string => `${deps.config.baseUrl}/stop/${token}`;
  const before = await ownStops.find(deps.tables, personId, 'own');
  if (before) return linkOf(before.value.token);
  const token = newId();
  await deps.tables.commit([stops.put(stopsPartition, token, { personId })]);
  await deps.tables.commit([ownStops.put(personId, 'own', { token })]);
  return linkOf(token);
}

/** Throws when there is no such link; says nothing of whose it is. */
export async function requireStopLink(deps: Platform, token: string): Promise<string> {
  const found = await stops.find(deps.tables, stopsPartition, token);
  if (!found) throw new Failure('not-found', 'not-found');
  return found.value.personId;
}

/** From now on no invitation goes to this person, also not one that waits. */
export async function stopByLink(deps: Platform, token: string): Promise<void> {
  const personId = await requireStopLink(deps, token);
  await setPreferences(deps, personId, { doNotAsk: true });
}
