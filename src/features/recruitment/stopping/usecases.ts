/** Stopping invitations out of a mail, without signing in: whoever holds the link may, and it opens nothing else. */
import { Failure } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import { unlessChanged } from '../../../platform/tables/conflict.ts';
import { setPreferences } from '../../people/usecases.ts';
import { ownStops, stops, stopsPartition } from './store.ts';

/** The same link for a person in every mail; its secret is chance, so that nobody can make it out of ids. */
export async function stopLinkOf(deps: Platform, personId: string): Promise<string> {
  const token = await tokenOf(deps, personId);
  const known = await stops.find(deps.tables, stopsPartition, token);
  if (!known) await deps.tables.commit([stops.put(stopsPartition, token, { personId })]);
  return `${deps.config.baseUrl}/stop/${token}`;
}

/** Kept with the person first: whoever was cut off after it makes no second one. */
async function tokenOf({ tables }: Platform, personId: string): Promise<string> {
  const before = await ownStops.find(tables, personId, 'own');
  if (before) return before.value.token;
  const token = newId();
  if (await unlessChanged(tables.commit([ownStops.create(personId, 'own', { token })]))) return token;
  return (await ownStops.find(tables, personId, 'own'))?.value.token ?? token;
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
