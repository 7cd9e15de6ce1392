/**
 * A second entrance for Microsoft's own client, the Agents Playground. It posts unsigned activities of a tenant and of
 * people of its own; here they become activities of the sandbox's tenant and people, signed for the Playground's service URL.
 */
import type { SandboxIds } from '../identity.ts';
import type { Activity } from './inbound.ts';

export interface PlaygroundDeps {
  readonly ids: SandboxIds;
  /** Who may stand in for the Playground's users, in the order in which they are seen: first those who never met the bot. */
  readonly people: () => readonly string[];
  readonly personOf: (personId: string) => { readonly displayName: string } | undefined;
}

export type Translate = (activity: unknown) => Activity;

export function newPlayground(deps: PlaygroundDeps): Translate {
  const standIns = new Map<string, string>();
  const standInFor = (objectId: string): string => {
    const taken = new Set(standIns.values());
    const personId = standIns.get(objectId) ?? deps.people().find((one) => !taken.has(one)) ?? objectId;
    standIns.set(objectId, personId);
    return personId;
  };
  return (activity) => inOurTenant(deps, withObjectIds(activity, standInFor));
}

/** The Playground answers to its own conversation and account ids, so these stay; object ids become the sandbox's. */
function withObjectIds(value: unknown, standInFor: (objectId: string) => string): unknown {
  if (Array.isArray(value)) return value.map((one) => withObjectIds(one, standInFor));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]): [string, unknown] =>
    key === 'aadObjectId' && typeof one === 'string' ? [key, standInFor(one)] : [key, withObjectIds(one, standInFor)],
  );
  return Object.fromEntries(entries);
}

/** Adds what Teams always says and the Playground sometimes leaves out: tenant and kind of conversation. */
function inOurTenant({ ids, personOf }: PlaygroundDeps, value: unknown): Activity {
  const activity = objectOf(value);
  const conversation = { conversationType: 'personal', ...present(objectOf(activity['conversation'])) };
  const channelData = objectOf(activity['channelData']);
  const from = objectOf(activity['from']);
  const person = typeof from['aadObjectId'] === 'string' ? personOf(from['aadObjectId']) : undefined;
  return {
    ...activity,
    from: { ...from, ...(person ? { name: person.displayName } : {}) },
    conversation: { ...conversation, tenantId: ids.tenantId },
    channelData: { ...channelData, tenant: { ...objectOf(channelData['tenant']), id: ids.tenantId } },
  };
}

function objectOf(value: unknown): Activity {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Activity) : {};
}

function present(value: Activity): Activity {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined && one !== null));
}
