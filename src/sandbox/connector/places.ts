/** Where a bot can write and read: personal chats, and the channels of the teams in which it is a member. */
import type { SandboxIds } from '../identity.ts';
import { graphChatIdOf } from './addresses.ts';
import type { ConnectorPerson, People } from './people.ts';
import type { Limits } from './limits.ts';
import type { Messages } from './messages.ts';
import { notFound, notInRoster, Refused } from './refusals.ts';

export interface SandboxTeam {
  /** The id of its general channel, which Teams takes for the team's own: `19:…@thread.tacv2`. */
  readonly id: string;
  readonly displayName: string;
  /** The group in the directory. */
  readonly aadGroupId: string;
  readonly channels: readonly { readonly id: string; readonly displayName: string }[];
  readonly memberIds: readonly string[];
}

export interface RestDeps {
  readonly ids: SandboxIds;
  readonly people: People;
  readonly messages: Messages;
  readonly teams: () => readonly SandboxTeam[];
  readonly limits: Limits;
}

/** A conversation of the bot. */
export interface Place {
  /** Under which its messages are kept; a personal chat keeps them when it gets a new id. */
  readonly conversationId: string;
  readonly person?: ConnectorPerson;
  readonly team?: SandboxTeam;
  readonly threadOf?: string;
}

export function place(deps: RestDeps, id: string): Place {
  const person = deps.people.ofChat(id);
  if (person) return { conversationId: graphChatIdOf(person.id, deps.ids.botId), person };
  const [channelId = '', threadOf] = id.split(';messageid=');
  const team = deps.teams().find(({ channels }) => channels.some((channel) => channel.id === channelId));
  if (!team) throw notFound();
  return { conversationId: channelId, team, ...(threadOf === undefined ? {} : { threadOf }) };
}

export function placeToWrite(deps: RestDeps, id: string): Place {
  const where = place(deps, id);
  if (!where.person) return where;
  const { installed, blocked } = deps.people.standing(where.person.id);
  if (blocked) throw new Refused(403, 'MessageWritesBlocked', 'Message write is blocked by the user.');
  if (!installed) throw notInRoster();
  return where;
}

export function membersOf(deps: RestDeps, { person, team }: Place): readonly ConnectorPerson[] {
  if (person) return [person];
  return (team?.memberIds ?? []).flatMap((id) => deps.people.person(id) ?? []);
}

export function teamOf(deps: RestDeps, id: string): SandboxTeam {
  const team = deps.teams().find((one) => one.id === id);
  if (!team) throw notFound();
  return team;
}

/** Counts the request against the limits of Teams. */
export function throttle(deps: RestDeps, conversationId: string): void {
  const seconds = deps.limits.secondsToWait(conversationId);
  if (seconds > 0) throw new Refused(429, 'TooManyRequests', String(seconds));
}
