/** What stands in the chats and channels of the sandbox: who wrote what and when, and the cards as they look now. */
import { join } from 'node:path';
import { z } from 'zod';
import { openJournal, type Journal } from './journal.ts';

export const card = z.record(z.string(), z.unknown());
export type Card = z.infer<typeof card>;

const message = z.object({
  id: z.string(),
  conversationId: z.string(),
  from: z.enum(['bot', 'person']),
  at: z.string(),
  text: z.string().optional(),
  cards: z.array(card),
  /** Cards that stood here before; another device of the person may still show them. */
  earlier: z.array(z.array(card)),
  summary: z.string().optional(),
  /** A sentence under the card, as the answer to the last press. */
  notice: z.string().optional(),
  updatedAt: z.string().optional(),
  state: z.enum(['sent', 'updated', 'deleted']),
  /** In a channel: the message that this one answers. */
  threadOf: z.string().optional(),
});
export type Message = z.infer<typeof message>;

/** A message as the control API and the host page show it. */
export interface ShownMessage {
  readonly id: string;
  readonly at: string;
  readonly from: 'bot' | 'person';
  readonly text?: string;
  readonly card?: Card;
  /** Only when there are several. */
  readonly cards?: readonly Card[];
  readonly summary?: string;
  readonly notice?: string;
  readonly updatedAt?: string;
  readonly threadOf?: string;
  readonly state: Message['state'];
}

export interface Messages {
  /** Adds a message under a new id. */
  add(message: Omit<Message, 'id' | 'at' | 'earlier' | 'state'>): Message;
  find(conversationId: string, id: string): Message | undefined;
  change(message: Message, changes: Partial<Message>): void;
  /** Newest first. */
  in(conversationId: string): readonly Message[];
  newId(): string;
  flush(): Promise<void>;
}

export async function openMessages(dataDir: string, now: () => number): Promise<Messages> {
  const journal = await openJournal(join(dataDir, 'messages.jsonl'), message);
  const conversations = new Map<string, Message[]>();
  let lastId = 0;
  for (const one of journal.values()) {
    listOf(conversations, one.conversationId).push(one);
    lastId = Math.max(lastId, Number(one.id));
  }
  // Teams numbers messages by the millisecond in which they arrive.
  const newId = (): string => String((lastId = Math.max(Math.floor(now()), lastId + 1)));
  return {
    newId,
    flush: () => journal.flush(),
    find: (conversationId, id) => journal.get(keyOf(conversationId, id)),
    in: (conversationId) => (conversations.get(conversationId) ?? []).toReversed(),
    change: (one, changes) => change(journal, one, changes),
    add(fields) {
      const added: Message = {
        ...fields,
        id: newId(),
        at: new Date(now()).toISOString(),
        earlier: [],
        state: 'sent',
      };
      listOf(conversations, added.conversationId).push(added);
      journal.set(keyOf(added.conversationId, added.id), added);
      return added;
    },
  };
}

/** In place: the lists of conversations hold the same object. */
function change(journal: Journal<Message>, one: Message, changes: Partial<Message>): void {
  const replaced = changes.cards !== undefined && one.cards.length > 0;
  Object.assign(one, changes, replaced ? { earlier: [one.cards, ...one.earlier].slice(0, 3) } : {});
  journal.set(keyOf(one.conversationId, one.id), one);
}

function keyOf(conversationId: string, id: string): string {
  return `${conversationId}/${id}`;
}

function listOf(conversations: Map<string, Message[]>, id: string): Message[] {
  const list = conversations.get(id) ?? [];
  conversations.set(id, list);
  return list;
}

export function shown(one: Message): ShownMessage {
  const { id, at, from, state, cards, text, summary, notice, updatedAt, threadOf } = one;
  return {
    id,
    at,
    from,
    state,
    ...(updatedAt === undefined ? {} : { updatedAt }),
    ...(threadOf === undefined ? {} : { threadOf }),
    ...(text ? { text } : {}),
    ...(summary ? { summary } : {}),
    ...(notice ? { notice } : {}),
    ...(cards[0] ? { card: cards[0] } : {}),
    ...(cards.length > 1 ? { cards } : {}),
  };
}
