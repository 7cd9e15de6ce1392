/**
 * How Teams addresses people and chats to a bot. The ids are opaque to the product; here they carry whom they belong to,
 * so that the connector knows a chat that it never heard of before.
 */
import { createHash } from 'node:crypto';

export interface ChatAddress {
  readonly personId: string;
  /** A chat that was lost gets a new id; ids of former chats are not found any more. */
  readonly generation: number;
}

export const botAccountId = (botId: string): string => `28:${botId}`;

/** `29:1…`, the person's id as this bot knows it. */
export function memberIdOf(personId: string, botId: string): string {
  return `29:1${encode(personId, 0, botId)}`;
}

/** `a:1…`, the personal chat of person and bot. */
export function chatIdOf(personId: string, botId: string, generation: number): string {
  return `a:1${encode(personId, generation, botId)}`;
}

/** The same chat as Graph names it (`installedApps/{id}/chat`); the connector takes both. */
export function graphChatIdOf(personId: string, botId: string): string {
  return `19:${personId}_${botId}@unq.gbl.spaces`;
}

/** Whom an id of a member belongs to; the object id of the directory is good as well. Undefined for strange ids. */
export function personOfMember(memberId: string, botId: string): string | undefined {
  if (/^[0-9a-f-]{36}$/i.test(memberId)) return memberId.toLowerCase();
  return memberId.startsWith('29:1') ? decode(memberId.slice(4), botId)?.personId : undefined;
}

/** Whose chat this is; `generation` is undefined in Graph's form, which always means the present chat. */
export function addressOfChat(
  chatId: string,
  botId: string,
): { readonly personId: string; readonly generation: number | undefined } | undefined {
  const graph = /^19:([0-9a-f-]{36})_([0-9a-f-]{36})@unq\.gbl\.spaces$/i.exec(chatId);
  if (graph?.[1] && graph[2]?.toLowerCase() === botId)
    return { personId: graph[1].toLowerCase(), generation: undefined };
  return chatId.startsWith('a:1') ? decode(chatId.slice(3), botId) : undefined;
}

function encode(personId: string, generation: number, botId: string): string {
  const guid = Buffer.from(personId.replaceAll('-', ''), 'hex');
  return Buffer.concat([guid, Buffer.from([generation]), seal(personId, generation, botId)]).toString('base64url');
}

function decode(text: string, botId: string): ChatAddress | undefined {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length !== 41) return undefined;
  const hex = bytes.subarray(0, 16).toString('hex');
  const personId = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  const generation = bytes[16] ?? 0;
  return seal(personId, generation, botId).equals(bytes.subarray(17)) ? { personId, generation } : undefined;
}

function seal(personId: string, generation: number, botId: string): Buffer {
  return createHash('sha256').update(`${personId}/${generation}/${botId}`).digest().subarray(0, 24);
}
