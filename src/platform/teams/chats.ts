/** Where a person or a team is reached, and what was sent there: rows of the person's own partition, or of the teams. */
import { z } from 'zod';
import { idOf } from '../ids.ts';
import { rowsOf, type Tables } from '../tables.ts';
import { isFailure } from '../errors.ts';
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
const sentToPeople = rowsOf('people', 'sent', sentSchema);
const sentToChannels = rowsOf('system', 'sent', sentSchema);
const teams = rowsOf('system', 'team', teamSchema);

const onlyChat = 'personal';
const allTeams = 'teams';

export async function findChat(tables: Tables, personId: string): Promise<Chat | undefined> {
  return (await chats.find(tables, personId, onlyChat))?.value;
}

/** Nobody contests this row: Teams is asked, or tells, and the newest word counts. */
export async function keepChat(tables: Tables, personId: string, chat: Chat): Promise<void> {
  const known = await findChat(tables, personId);
  const next = { ...(known?.language ? { language: known.language } : {}), ...chat };
  const same = known?.conversationId === next.conversationId && known.serviceUrl === next.serviceUrl;
  if (same && known.language === next.language) return;
  await tables.commit([chats.put(personId, onlyChat, next)]);
}

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

async function unlessChanged(change: Promise<void>): Promise<boolean> {
  try {
    await change;
    return true;
  } catch (error) {
    if (isFailure(error, 'conflict')) return false;
    throw error;
  }
}

export function chatWith(conversationId: string, serviceUrl: string, language?: Language): Chat {
  return { conversationId, serviceUrl, ...(language ? { language } : {}) };
}

/** Who receives: one person in the own chat, or everybody who reads a channel. */
export type Receiver = { readonly personId: string } | { readonly channelId: string };

const placeOf = (to: Receiver) =>
  'personId' in to
    ? { rows: sentToPeople, partition: to.personId }
    : { rows: sentToChannels, partition: idOf(to.channelId) };

export async function findSent(tables: Tables, to: Receiver, sendId: string): Promise<string | undefined> {
  const { rows, partition } = placeOf(to);
  return (await rows.find(tables, partition, idOf(sendId)))?.value.messageId;
}

export async function keepSent(tables: Tables, to: Receiver, sendId: string, messageId: string): Promise<void> {
  const { rows, partition } = placeOf(to);
  await tables.commit([rows.put(partition, idOf(sendId), { messageId })]);
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
