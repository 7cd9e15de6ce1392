/** Where a person or a team is reached, and what was sent there: rows of the person's own partition, or of the teams. */
import { z } from 'zod';
import { idOf } from '../ids.ts';
import { rowsOf, type Change, type RawRow, type Tables } from '../tables.ts';
import { unlessChanged } from '../tables/conflict.ts';
import { languages, type Language } from '../words.ts';

const chatSchema = z.object({
  conversationId: z.string().min(1),
  serviceUrl: z.url(),
  language: z.enum(languages).optional(),
});
const teamSchema = z.object({ teamId: z.string().min(1), name: z.string(), serviceUrl: z.url() });
const sentSchema = z.object({ messageId: z.string().min(1) });
const metSchema = z.object({ how: z.enum(['welcomed', 'written-to']) });

export type Chat = z.infer<typeof chatSchema>;
export type Team = z.infer<typeof teamSchema>;

const chats = rowsOf('people', 'chat', chatSchema);
const met = rowsOf('people', 'met', metSchema);
const sentToChannels = rowsOf('system', 'sent', sentSchema);
const teams = rowsOf('system', 'team', teamSchema);

const onlyChat = 'personal';
const allTeams = 'teams';

export async function findChat(tables: Tables, personId: string): Promise<Chat | undefined> {
  return (await chats.find(tables, personId, onlyChat))?.value;
}

/** The same, out of rows of the person that were read together. */
export function chatAmong(personId: string, all: readonly RawRow[]): Chat | undefined {
  return chats.among(personId, all, onlyChat)?.value;
}

/** Nobody contests this row: Teams is asked, or tells, and the newest word counts. */
export async function keepChat(tables: Tables, personId: string, chat: Chat): Promise<void> {
  const known = await findChat(tables, personId);
  const next = { ...(known?.language ? { language: known.language } : {}), ...chat };
  const same = known?.conversationId === next.conversationId && known.serviceUrl === next.serviceUrl;
  if (same && known.language === next.language) return;
  await tables.commit([chats.put(personId, onlyChat, next)]);
}

/** The chat of somebody of whom nothing is known yet. */
export const chatChange = (personId: string, chat: Chat): Change => chats.put(personId, onlyChat, chat);

export async function forgetChat(tables: Tables, personId: string): Promise<void> {
  const row = await chats.find(tables, personId, onlyChat);
  if (row) await unlessChanged(tables.commit([chats.remove(row)]));
}

/** True for the first call about a person only, however many ask at once. */
export async function meet(tables: Tables, personId: string, how: 'welcomed' | 'written-to'): Promise<boolean> {
  return unlessChanged(tables.commit([met.create(personId, 'bot', { how })]));
}

export async function forgetMeeting(tables: Tables, personId: string): Promise<void> {
  const row = await met.find(tables, personId, 'bot');
  if (row) await unlessChanged(tables.commit([met.remove(row)]));
}

export function chatWith(conversationId: string, serviceUrl: string, language?: Language): Chat {
  return { conversationId, serviceUrl, ...(language ? { language } : {}) };
}

/** Who receives: one person in the own chat, or everybody who reads a channel. */
export type Receiver = { readonly personId: string } | { readonly channelId: string };

/** What a channel was sent under this id; persons have it in the record of what it was about. */
export async function findPost(tables: Tables, channelId: string, sendId: string): Promise<string | undefined> {
  return (await sentToChannels.find(tables, idOf(channelId), idOf(sendId)))?.value.messageId;
}

export async function keepPost(tables: Tables, channelId: string, sendId: string, messageId: string): Promise<void> {
  await tables.commit([sentToChannels.put(idOf(channelId), idOf(sendId), { messageId })]);
}

export async function listTeams(tables: Tables): Promise<readonly Team[]> {
  return (await teams.list(tables, allTeams)).map((row) => row.value);
}

export async function keepTeam(tables: Tables, team: Team): Promise<void> {
  await tables.commit([teams.put(allTeams, idOf(team.teamId), team)]);
}

export async function forgetTeam(tables: Tables, teamId: string): Promise<void> {
  const row = await teams.find(tables, allTeams, idOf(teamId));
  if (row) await unlessChanged(tables.commit([teams.remove(row)]));
}
