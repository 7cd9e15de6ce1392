/** Door: what Teams posts to the bot, and whether it may come in at all besides its signature. */
import { z } from 'zod';
import type { Config } from '../config.ts';
import { isConnectorAddress } from '../platform/teams/hosts.ts';
import { languageOf, type Language } from '../platform/words.ts';

const member = z.looseObject({ id: z.string() });

/** The part of an activity that we read; everything else stays untouched for the adapter. */
export const inboundActivity = z.looseObject({
  type: z.string(),
  name: z.string().optional(),
  action: z.string().optional(),
  channelId: z.string(),
  serviceUrl: z.string().optional(),
  locale: z.string().optional(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  from: z.looseObject({ id: z.string(), aadObjectId: z.string().optional() }),
  recipient: member,
  conversation: z.looseObject({
    id: z.string().min(1),
    conversationType: z.string().optional(),
    tenantId: z.string().optional(),
  }),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: z.string().optional() }).optional(),
      team: z.looseObject({ id: z.string().optional(), name: z.string().nullish() }).nullish(),
      eventType: z.string().nullish(),
    })
    .nullish(),
  entities: z.array(z.looseObject({ type: z.string().optional(), locale: z.string().optional() })).nullish(),
  membersAdded: z.array(member).nullish(),
  membersRemoved: z.array(member).nullish(),
});
export type Inbound = z.infer<typeof inboundActivity>;

/**
 * Why an activity is refused whatever its signature says; the SDK checks none of this. Other channels of the same bot
 * (the web chat that Azure adds to every bot) let the sender choose who they are: only Teams may speak for a person.
 */
export function whyRefused(activity: Inbound, config: Config): string | undefined {
  if (activity.channelId !== 'msteams') return 'channel';
  if (activity.serviceUrl === undefined || !isConnectorAddress(activity.serviceUrl, config)) return 'service-url';
  const tenants = [activity.conversation.tenantId, activity.channelData?.tenant?.id].filter((id) => id !== undefined);
  if (tenants.length === 0 || tenants.some((id) => id.toLowerCase() !== config.tenantId)) return 'tenant';
  return undefined;
}

/** Microsoft signs with RS256; the SDK would take RS384 and RS512 as well. The signature itself is checked there. */
export function isSignedAsTeamsSigns(authorization: string): boolean {
  const [head = ''] = authorization.replace(/^Bearer /i, '').split('.');
  try {
    return tokenHead.safeParse(JSON.parse(Buffer.from(head, 'base64url').toString('utf8'))).success;
  } catch {
    return false;
  }
}

const tokenHead = z.looseObject({ alg: z.literal('RS256') });

/** Who acts: the directory object id; never a name, and not Teams' own id for the account. */
export function personIn(activity: Inbound): string | undefined {
  const read = z.guid().safeParse(activity.from.aadObjectId);
  return read.success ? read.data.toLowerCase() : undefined;
}

/** Nobody else reads along; what says nothing of its kind is no chat of one person. */
export const isPersonal = (activity: Inbound): boolean => activity.conversation.conversationType === 'personal';

export function languageIn(activity: Inbound): Language | undefined {
  const client = activity.entities?.find((one) => one.type === 'clientInfo');
  return languageOf(activity.locale) ?? languageOf(client?.locale);
}

export function placeIn(activity: Inbound): { conversationId: string; serviceUrl: string } {
  return { conversationId: activity.conversation.id, serviceUrl: activity.serviceUrl ?? '' };
}

/** The bot came to a person or a team, or left; the same event is told twice, as an installation and as a change of members. */
export function arrivalIn(activity: Inbound): 'came' | 'left' | undefined {
  const { type, action, recipient } = activity;
  const eventType = activity.channelData?.eventType;
  if (eventType === 'teamDeleted' || eventType === 'teamHardDeleted') return 'left';
  if (type === 'installationUpdate') return action?.startsWith('remove') ? leaving(action) : 'came';
  if (eventType === 'teamRenamed' || eventType === 'teamRestored') return 'came';
  if (activity.membersAdded?.some((one) => one.id === recipient.id)) return 'came';
  return activity.membersRemoved?.some((one) => one.id === recipient.id) ? 'left' : undefined;
}

/** `remove-upgrade` is followed by `add-upgrade`: nobody left. */
function leaving(action: string): 'left' | undefined {
  return action === 'remove' ? 'left' : undefined;
}
