/** Looks at what an administrator may name besides, and at the settings themselves. */
import { isFailure } from '../../../platform/errors.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Finding } from '../model.ts';
import { found } from '../rules.ts';
import type { Look, Seen } from '../seen/model.ts';

export const serviceLooks: readonly Look[] = [
  { name: 'settings', part: 'settings', after: [], see: seeSettings },
  { name: 'mail', part: 'services', after: ['app'], see: seeMail },
  { name: 'model', part: 'services', after: ['identity'], see: seeModel },
];

/** What contradicts itself does not start at all; this runs, and may run with the rules of a trial. */
async function seeSettings({ config }: Platform): Promise<Finding[]> {
  const isReal = config.storage.account !== undefined && config.baseUrl.startsWith('https://');
  return [found('settings', isReal && !config.production ? 'settings.not-production' : 'settings.ok')];
}

/** Nothing is sent: whether somebody has this address is enough, since the right to send stands among the permissions. */
async function seeMail({ config, probes }: Platform, seen: Seen): Promise<Finding[]> {
  const { mailFrom: address } = config;
  if (address === undefined) return [found('services', 'mail.none')];
  // Nobody may be looked up: that is among the findings already.
  if (!(await seen.granted()).permissions.includes('User.Read.All')) return [];
  try {
    await probes.findMailbox(address);
  } catch (error) {
    if (isFailure(error, 'not-found')) return [found('services', 'mail.no-mailbox', { address })];
    // Whether there is a mailbox behind it may not be asked; the address is there.
    if (!isFailure(error) || error.reason !== 'graph-not-permitted') throw error;
  }
  return [found('services', 'mail.ok', { address })];
}

/** One short question; nobody's words. */
async function seeModel({ model }: Platform): Promise<Finding[]> {
  if (!model) return [found('services', 'model.none')];
  try {
    await model.ask({ personId: 'doctor', system: 'Answer with one word.', text: 'Are you there?' });
  } catch (error) {
    if (!isFailure(error)) throw error;
    // Whoever asked a moment ago has just heard it, and what it refuses is a matter of one text.
    const isThere = error.reason === 'model-pace' || error.reason === 'model-refused';
    if (!isThere) return [found('services', 'model.away')];
  }
  return [found('services', 'model.ok')];
}
