/** Looks at what is kept: the three stores, the vault, the audit log and the copies, and whether we are alone in there. */
import { isFailure } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import type { CopyPlace } from '../../../platform/places.ts';
import type { Platform } from '../../../platform/platform.ts';
import { storeSays, type StoreName } from '../../../platform/probes.ts';
import { VaultAnswer } from '../../../platform/vault.ts';
import { newestCopy } from '../../privacy/copies/usecases.ts';
import { begunAt } from '../../privacy/copies/model.ts';
import type { Code, Finding } from '../model.ts';
import { copiesFinding, found, sharedFinding } from '../rules.ts';
import type { Look, Seen } from '../seen/model.ts';

export const storageLooks: readonly Look[] = [
  ...(['tables', 'queues', 'blobs'] as const).map((store): Look => ({
    name: store,
    part: 'storage',
    after: [],
    see: (deps) => seeStore(deps, store),
  })),
  // With wrong ids in the settings the right installation would be taken for another.
  { name: 'shared', part: 'storage', after: ['tables', 'app', 'bot-token'], see: seeShared },
  { name: 'vault', part: 'storage', after: ['identity'], see: seeVault },
  { name: 'log', part: 'storage', after: ['tables', 'blobs', 'vault'], see: seeLog },
  { name: 'copies', part: 'storage', after: [], see: seeCopies },
];

async function seeStore({ probes }: Platform, store: StoreName): Promise<Finding[]> {
  try {
    await probes.tryStore(store);
    return [found('storage', 'store.ok', { store })];
  } catch (error) {
    return [found('storage', `store.${storeSays(error)}`, { store })];
  }
}

async function seeShared({ probes }: Platform, seen: Seen): Promise<Finding[]> {
  return [sharedFinding(await seen.alive(), probes.installation)];
}

async function seeVault({ probes, config }: Platform): Promise<Finding[]> {
  if (!config.vault) return [found('storage', 'vault.none')];
  try {
    await probes.tryVault();
    return [found('storage', 'vault.ok')];
  } catch (error) {
    if (!isFailure(error)) throw error;
    return [found('storage', vaultCode(error.cause))];
  }
}

function vaultCode(cause: unknown): Code {
  const status = cause instanceof VaultAnswer ? cause.status : undefined;
  if (status === 401 || status === 403) return 'vault.refused';
  return status === 400 || status === 404 ? 'vault.gone' : 'vault.away';
}

async function seeLog({ audit, config }: Platform): Promise<Finding[]> {
  // Its lines are chained with a key of the vault: without one nothing was written.
  if (!config.vault) return [];
  const { entries, broken } = await audit.verifyEnd();
  if (!broken) return [found('storage', 'log.ok', { entries })];
  return [found('storage', 'log.broken', { number: broken.number })];
}

/** What is tried has no name of a copy, and is taken back. */
async function tryPlace(place: CopyPlace['place']): Promise<void> {
  const name = `probe-${newId()}`;
  await place.put(name, new Uint8Array([1]));
  await place.remove(name);
}

async function seeCopies({ copies, config, clock }: Platform, seen: Seen): Promise<Finding[]> {
  if (!copies) return [found('storage', 'copies.none')];
  try {
    await tryPlace(copies.place);
    const name = await newestCopy(copies);
    const now = clock.machine() - (await seen.ahead());
    return [copiesFinding(name === undefined ? undefined : begunAt(name), now, config.copyHours)];
  } catch (error) {
    const isRefused = isFailure(error) ? error.reason === 'copies-refused' : storeSays(error) === 'refused';
    return [found('storage', isRefused ? 'copies.refused' : 'copies.away')];
  }
}
