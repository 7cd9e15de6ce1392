/** What Teams sends to the bot: activities in the shape of Teams, signed as the Bot Framework signs them. */
import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import type { SandboxIds } from '../identity.ts';
import { validFor, type Claims, type SigningKey } from '../signing.ts';
import { botAccountId, memberIdOf } from './addresses.ts';
import type { ConnectorPerson } from './people.ts';

export type Activity = Readonly<Record<string, unknown>>;

/** One thing that is wrong with a delivery, for tests of the bot's checks. */
export const tamperings = [
  'signature',
  'audience',
  'issuer',
  'tenant',
  'service-url',
  'foreign-service-url',
  'no-service-url',
  'no-token',
  'expired',
  'endorsement',
] as const;
export type Tampering = (typeof tamperings)[number];

export interface Delivery {
  readonly status: number;
  /** Parsed, when it is JSON. */
  readonly body: unknown;
}

export const botFrameworkIssuer = 'https://api.botframework.com';
/** Teams waits no longer for the answer of a bot. */
const patience = 15_000;

export interface InboundDeps {
  readonly ids: SandboxIds;
  readonly key: SigningKey;
  /** Published as well, but endorsed for another channel. */
  readonly otherKey: SigningKey;
  readonly botEndpoint: string;
  readonly serviceUrl: () => string;
  readonly now: () => number;
}

/** The part that every activity in a personal chat has. */
export function personalActivity(deps: InboundDeps, person: ConnectorPerson, chatId: string): Activity {
  const zone = person.timeZone ?? 'Europe/Brussels';
  const at = DateTime.fromMillis(deps.now());
  const country = person.locale.split('-')[1] ?? 'BE';
  return {
    timestamp: at.toUTC().toISO(),
    localTimestamp: at.setZone(zone).toISO(),
    localTimezone: zone,
    serviceUrl: deps.serviceUrl(),
    channelId: 'msteams',
    from: { id: memberIdOf(person.id, deps.ids.botId), name: person.displayName, aadObjectId: person.id },
    conversation: { conversationType: 'personal', tenantId: deps.ids.tenantId, id: chatId },
    recipient: { id: botAccountId(deps.ids.botId), name: 'Tandem' },
    entities: [{ locale: person.locale, country, platform: 'Web', timezone: zone, type: 'clientInfo' }],
    channelData: { tenant: { id: deps.ids.tenantId } },
    locale: person.locale,
  };
}

export function invokeActivity(base: Activity, name: string, value: unknown, replyToId?: string): Activity {
  const reply = replyToId === undefined ? {} : { replyToId };
  const channelData = Object.assign({}, base['channelData'], { source: { name: 'message' } });
  return { ...base, type: 'invoke', name, id: `f:${randomUUID()}`, value, ...reply, channelData };
}

/** Signs the activity and posts it to the bot; answers with what the bot said. Rejects when the bot is not there. */
export async function deliver(deps: InboundDeps, activity: Activity, tampering?: Tampering): Promise<Delivery> {
  const bent = tampering === undefined ? activity : bend(deps, activity, tampering);
  const authorization = tampering === 'no-token' ? {} : { authorization: await bearer(deps, activity, tampering) };
  const answer = await fetch(deps.botEndpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8', ...authorization },
    body: JSON.stringify(bent),
    redirect: 'manual',
    signal: AbortSignal.timeout(patience),
  });
  const text = await answer.text();
  return { status: answer.status, body: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const stranger = 'https://smba.trafficmanager.net.example.org/emea/';
const otherTenant = '00000000-0000-4000-a000-00000000dead';

function bend(deps: InboundDeps, activity: Activity, tampering: Tampering): Activity {
  if (tampering === 'service-url' || tampering === 'foreign-service-url') return { ...activity, serviceUrl: stranger };
  if (tampering === 'no-service-url') return { ...activity, serviceUrl: undefined };
  if (tampering !== 'tenant') return activity;
  return JSON.parse(JSON.stringify(activity).replaceAll(deps.ids.tenantId, otherTenant)) as Activity;
}

async function bearer(deps: InboundDeps, activity: Activity, tampering?: Tampering): Promise<string> {
  const good = {
    serviceurl: activity['serviceUrl'],
    iss: botFrameworkIssuer,
    aud: deps.ids.botId,
    ...validFor(3600),
  };
  const key = tampering === 'endorsement' ? deps.otherKey : deps.key;
  const token = await key.sign({ ...good, ...bentClaims(deps, tampering) });
  if (tampering !== 'signature') return `Bearer ${token}`;
  const [head, payload, signature = ''] = token.split('.');
  return `Bearer ${[head, payload, (signature.startsWith('A') ? 'B' : 'A') + signature.slice(1)].join('.')}`;
}

function bentClaims(deps: InboundDeps, tampering: Tampering | undefined): Claims {
  if (tampering === 'audience') return { aud: deps.ids.tabClientId };
  if (tampering === 'issuer') return { iss: `https://sts.windows.net/${deps.ids.tenantId}/` };
  if (tampering === 'foreign-service-url') return { serviceurl: stranger };
  return tampering === 'expired' ? validFor(-3600) : {};
}
