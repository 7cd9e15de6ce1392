/** Looks at who we are: the tenant, the clock, the managed identity, and the app that it signs for. */
import { aadstsIn } from '../../../platform/entra/exchange.ts';
import { isFailure } from '../../../platform/errors.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Finding } from '../model.ts';
import { clockFinding, found, refusalOf } from '../rules.ts';
import type { Look, Seen } from '../seen/model.ts';

export const identityLooks: readonly Look[] = [
  { name: 'tenant', part: 'identity', after: [], see: seeTenant },
  { name: 'clock', part: 'identity', after: ['tenant'], see: seeClock },
  { name: 'identity', part: 'identity', after: [], see: seeIdentity },
  { name: 'app', part: 'identity', after: ['tenant', 'identity'], see: seeApp },
];

async function seeTenant({ config }: Platform, seen: Seen): Promise<Finding[]> {
  const tenant = await seen.tenant().catch(() => undefined);
  if (!tenant) return [found('identity', 'tenant.away')];
  return [found('identity', tenant.isKnown ? 'tenant.ok' : 'tenant.unknown', { tenant: config.tenantId })];
}

async function seeClock(_: Platform, seen: Seen): Promise<Finding[]> {
  return [clockFinding(await seen.ahead())];
}

async function seeIdentity({ probes }: Platform): Promise<Finding[]> {
  const proof = await probes.entra.identityProof().catch(() => undefined);
  return [found('identity', proof === undefined ? 'identity.none' : 'identity.ok')];
}

async function seeApp({ config }: Platform, seen: Seen): Promise<Finding[]> {
  try {
    const { tenantId } = await seen.granted();
    return [found('identity', tenantId === config.tenantId ? 'app.ok' : 'app.other-tenant', { tenant: tenantId })];
  } catch (error) {
    if (!isFailure(error)) throw error;
    const aadsts = aadstsIn(error);
    const app = config.tabClientId;
    return [found('identity', refusalOf(aadsts), { tenant: config.tenantId, app, number: aadsts ?? 0 })];
  }
}
