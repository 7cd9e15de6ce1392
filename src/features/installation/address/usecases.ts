/** Looks at the product from outside: the address that Teams and people use, the bot's door, and the app in the catalogue. */
import { z } from 'zod';
import { isFailure } from '../../../platform/errors.ts';
import { packagesSeen } from '../../../platform/package-seen.ts';
import type { Platform } from '../../../platform/platform.ts';
import { productVersion } from '../../../platform/version.ts';
import type { Finding } from '../model.ts';
import { certificateFinding, found, packageFinding, packageFindings } from '../rules.ts';
import type { Look, Seen } from '../seen/model.ts';

export const addressLooks: readonly Look[] = [
  { name: 'certificate', part: 'address', after: [], see: seeCertificate },
  { name: 'address', part: 'address', after: ['certificate'], see: seeAddress },
  { name: 'tab', part: 'address', after: ['certificate', 'address'], see: seeTab },
  { name: 'bot-door', part: 'teams', after: ['certificate', 'address'], see: seeBotDoor },
  { name: 'bot-token', part: 'teams', after: ['tenant', 'identity'], see: seeBotToken },
  { name: 'package', part: 'teams', after: ['app'], see: seePackage },
];

/** Whoever does not answer at all is found by the next look. */
async function seeCertificate({ probes, clock }: Platform, seen: Seen): Promise<Finding[]> {
  const shown = await probes.certificate().catch(unlessSilent);
  return shown === 'silent' ? [] : [certificateFinding(shown, clock.machine() - (await seen.ahead()))];
}

async function seeAddress({ probes, config }: Platform): Promise<Finding[]> {
  const values = { address: config.baseUrl };
  const live = await probes.ownAddress('GET', '/health/live').catch(unlessSilent);
  if (live === 'silent') return [found('address', 'address.away', values)];
  if (live.status !== 200 || !saysLive(live.text)) return [found('address', 'address.other', values)];
  const { status } = await probes.ownAddress('GET', '/health/ready');
  return [found('address', status === 200 ? 'address.ok' : 'address.not-ready', values)];
}

const alive = z.object({ live: z.literal(true) });

function saysLive(text: string): boolean {
  try {
    return alive.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

async function seeTab({ probes }: Platform): Promise<Finding[]> {
  const { status, type } = await probes.ownAddress('GET', '/tab');
  return [found('address', status === 200 && type.startsWith('text/html') ? 'tab.ok' : 'tab.missing', { status })];
}

/** Nobody signed the question, so 401 is the right answer; anything else is no door of the bot, or an open one. */
async function seeBotDoor({ probes }: Platform): Promise<Finding[]> {
  const { status } = await probes.ownAddress('POST', '/api/messages');
  return [found('teams', status === 401 ? 'bot-door.ok' : 'bot-door.open', { status })];
}

async function seeBotToken({ probes }: Platform): Promise<Finding[]> {
  const token = await probes.entra.botToken().catch(() => undefined);
  return [found('teams', token === undefined ? 'bot-token.refused' : 'bot-token.ok')];
}

/** The package that the organisation published, or where nobody may read that the newest from which a tab was opened, against what runs. */
async function seePackage({ probes, tables, clock }: Platform, seen: Seen): Promise<Finding[]> {
  if ((await seen.granted()).permissions.includes('AppCatalog.Read.All'))
    return packageFindings(await probes.publishedApps(), productVersion);
  const opened = await packagesSeen(tables, clock.machine());
  return opened ? [packageFinding(opened.newest, productVersion)] : [];
}

function unlessSilent(error: unknown): 'silent' {
  if (isFailure(error) && error.reason === 'no-answer') return 'silent';
  throw error;
}
