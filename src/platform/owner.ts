/**
 * Whose the storage is: the first installation that starts on it writes down who it is, and any other is turned away. Two on the same
 * tables would send each other's messages and answer each other's people.
 */
import { z } from 'zod';
import type { Config } from '../config.ts';
import type { Trouble } from './checks.ts';
import type { Clock } from './clock.ts';
import { rowsOf, type Tables } from './tables.ts';
import { unlessChanged } from './tables/conflict.ts';

/** `since`: machine time in milliseconds. */
const installation = z.strictObject({
  tenantId: z.string(),
  tabClientId: z.string(),
  botId: z.string(),
  since: z.number(),
});
type Installation = z.infer<typeof installation>;

const installations = rowsOf('system', 'installation', installation);
const [partition, key] = ['installation', 'owner'];

interface OwnerParts {
  readonly tables: Tables;
  readonly config: Config;
  readonly clock: Clock;
}

const ours = ({ config, clock }: OwnerParts): Installation => ({
  ...{ tenantId: config.tenantId, tabClientId: config.tabClientId, botId: config.botId },
  since: clock.machine(),
});

/** Takes storage that is nobody's; a Trouble where it is somebody else's. */
export async function checkOwner(parts: OwnerParts): Promise<Trouble | undefined> {
  const { tables, config } = parts;
  let found = await installations.find(tables, partition, key);
  if (!found) {
    if (await unlessChanged(tables.commit([installations.create(partition, key, ours(parts))]))) return undefined;
    // Another process was faster, perhaps one of ours.
    found = await installations.find(tables, partition, key);
  }
  if (!found || isSame(found.value, ours(parts))) return undefined;
  const where =
    config.storage.prefix === '' ? 'This storage' : `What begins with "${config.storage.prefix}" in this storage`;
  const { tenantId, botId, since } = found.value;
  return {
    code: 'owned-by-another',
    isFinal: true,
    says:
      `${where} belongs to another installation: bot ${botId} in tenant ${tenantId}, since ${new Date(since).toISOString()}. ` +
      'Set STORAGE_ACCOUNT or STORAGE_PREFIX to storage of its own; if it is the same installation with a new registration, ' +
      'run "tandem adopt" once with the new settings.',
  };
}

const isSame = (one: Installation, other: Installation): boolean =>
  one.tenantId === other.tenantId && one.botId === other.botId && one.tabClientId === other.tabClientId;

/** From now on the storage is ours, whoever had it. */
export async function adopt(parts: OwnerParts): Promise<void> {
  await parts.tables.commit([installations.put(partition, key, ours(parts))]);
}
