/**
 * Cards into personal chats and channels, through the Teams connector. Promise: a card is sent to its receiver only, once for
 * each `sendId` (a second time only when the answer to the first was lost), and to no other host than trust.md 5 names.
 */
import { ConnectorClient, TeamsConnectorClient } from 'botframework-connector';
import { z } from 'zod';
import type { Config } from '../config.ts';
import type { AdaptiveCard, Card } from './cards.ts';
import type { Clock } from './clock.ts';
import type { Entra } from './entra.ts';
import { Failure } from './errors.ts';
import type { Graph } from './graph.ts';
import { describeError, type Log } from './log.ts';
import type { Outbound } from './outbound.ts';
import type { Tables } from './tables.ts';
import type { Language } from './words.ts';
import { dress, findButton, type Button } from './teams/buttons.ts';
import * as chats from './teams/chats.ts';
import { TryLater, Undeliverable } from './teams/delivery.ts';
import { isConnectorAddress, usualServiceUrl } from './teams/hosts.ts';
import { createInstaller } from './teams/install.ts';
import { createPace, whileTheyWait } from './teams/pace.ts';
import { askConnector, understood } from './teams/transport.ts';

export { TryLater, Undeliverable, type UndeliverableReason } from './teams/delivery.ts';

export interface SendOptions {
  /** Deterministic: programme, step, round, person. The same id is sent once. */
  readonly sendId: string;
  readonly language: Language;
  /** An earlier message whose place the card takes; it is sent anew when that message is gone. */
  readonly replaces?: string;
}

export interface Channel {
  readonly channelId: string;
  readonly name: string;
  readonly teamName: string;
}

/** A place that a verified activity came from. */
export interface Place {
  readonly conversationId: string;
  readonly serviceUrl: string;
}

export type Seen =
  | ({ readonly kind: 'person'; readonly personId: string; readonly language?: Language } & Place)
  | { readonly kind: 'team'; readonly teamId: string; readonly name: string; readonly serviceUrl: string };

export type Gone =
  { readonly kind: 'person'; readonly personId: string } | { readonly kind: 'team'; readonly teamId: string };

export interface Teams {
  /** Throws Undeliverable (final) or a Failure `unavailable` (a TryLater says when). Installs the app where needed. */
  sendCard(personId: string, card: Card, options: SendOptions): Promise<{ messageId: string }>;
  updateCard(personId: string, messageId: string, card: Card, language?: Language): Promise<void>;
  postToChannel(channelId: string, card: Card, options: Omit<SendOptions, 'replaces'>): Promise<{ messageId: string }>;
  /** Puts another card in the place of a post of ours. */
  updatePost(channelId: string, messageId: string, card: Card, language: Language): Promise<void>;
  /** The channels of the teams that the bot is in. */
  channels(): Promise<readonly Channel[]>;
  /** The address that opens a page of the tab inside Teams. */
  tabLink(path: string, label: string): string;
  /** Answers where somebody wrote to the bot, as soon as Teams lets it; for cards without buttons of ours. */
  answer(place: Place, card: Card, language: Language): Promise<void>;
  rememberConversation(seen: Seen): Promise<void>;
  forgetConversation(gone: Gone): Promise<void>;
  /** True once for each person: whoever gets true says welcome. */
  meet(personId: string): Promise<boolean>;
  /** The language of the person's Teams, as it was last seen. */
  languageOf(personId: string): Promise<Language | undefined>;
  /** The card as an answer to a press, its buttons with fresh ids. */
  dressCard(personId: string, card: Card, language: Language): Promise<AdaptiveCard>;
  /** What a press by this person on the button with this id means; nothing when it is not theirs, unknown or expired. */
  findButton(personId: string, id: string): Promise<Button | undefined>;
}

export interface TeamsParts {
  readonly config: Config;
  readonly outbound: Outbound;
  readonly tables: Tables;
  readonly graph: Graph;
  readonly entra: Pick<Entra, 'botToken'>;
  readonly clock: Clock;
  readonly log: Log;
}

type Credentials = ConstructorParameters<typeof ConnectorClient>[0];
type HttpClient = NonNullable<NonNullable<ConstructorParameters<typeof ConnectorClient>[1]>['httpClient']>;
type Conversations = ConnectorClient['conversations'];
type Message = Parameters<Conversations['sendToConversation']>[1];
type Thread = Parameters<Conversations['createConversation']>[0];

const messageSchema = z.object({ id: z.string().min(1) });
const threadSchema = z.object({ activityId: z.string().min(1) });
const channelSchema = z.object({ id: z.string().min(1), name: z.string().nullish() });
const cardType = 'application/vnd.microsoft.card.adaptive';

export function createTeams({ config, outbound, tables, graph, entra, clock, log }: TeamsParts): Teams {
  const pace = createPace(config.sendRate, clock);
  const installer = createInstaller(graph, config.teamsAppId);
  const clientOf = connectors({ config, outbound, entra, clock });

  /** The known chat, or a new one: then the card is what greets the person, and no welcome follows it. */
  async function chatOf(personId: string): Promise<chats.Chat> {
    const known = await chats.findChat(tables, personId);
    if (known) return known;
    const first = await chats.meet(tables, personId, 'written-to');
    try {
      const conversationId = await installer.chatOf(personId);
      // Teams tells the bot of the installation, often before Graph answers, and says the better service address.
      const told = await chats.findChat(tables, personId);
      if (told) return told;
      const made = chats.chatWith(conversationId, usualServiceUrl(config));
      await chats.keepChat(tables, personId, made);
      return made;
    } catch (error) {
      if (first) await chats.forgetMeeting(tables, personId);
      throw error;
    }
  }

  /** A chat that Teams does not know any more is made anew, once. */
  async function inChat<A>(personId: string, work: (place: Place) => Promise<A>): Promise<A> {
    try {
      return await work(await chatOf(personId));
    } catch (error) {
      if (!isNoChat(error)) throw error;
      await chats.forgetChat(tables, personId);
      return work(await chatOf(personId));
    }
  }

  async function post(place: Place, message: Message, urgency: 'now' | 'in-turn' = 'in-turn'): Promise<string> {
    const { conversations } = clientOf(place.serviceUrl).bot;
    await pace.turn(urgency);
    return idIn(messageSchema, conversations.sendToConversation(place.conversationId, message)).then(({ id }) => id);
  }

  async function update(place: Place, messageId: string, message: Message): Promise<void> {
    const { conversations } = clientOf(place.serviceUrl).bot;
    await pace.turn('in-turn');
    await understood(conversations.updateActivity(place.conversationId, messageId, { ...message, id: messageId }));
  }

  async function prepared(card: Card, to: chats.Receiver, language: Language): Promise<Message> {
    return messageOf(await commitDressed(card, to, language), card.summary, language);
  }

  async function commitDressed(card: Card, to: chats.Receiver, language: Language): Promise<AdaptiveCard> {
    const { content, changes } = dress(card, to, language, clock);
    return tables.commit(changes).then(() => content);
  }

  /** The message is out: when this note fails, sending it again would be the greater fault. */
  async function note(to: chats.Receiver, sendId: string, messageId: string): Promise<{ messageId: string }> {
    const noted = chats.keepSent(tables, to, sendId, messageId);
    await noted.catch((error: unknown) => log.warn(describeError(error), 'sent, but not noted'));
    return { messageId };
  }

  async function sendCard(personId: string, card: Card, options: SendOptions): Promise<{ messageId: string }> {
    const { sendId, language, replaces } = options;
    const to = { personId };
    const before = await chats.findSent(tables, to, sendId);
    if (before !== undefined) return { messageId: before };
    const message = await prepared(card, to, language);
    const messageId = await inChat(personId, async (place) => {
      if (replaces !== undefined && (await updated(place, replaces, message))) return replaces;
      return post(place, message);
    });
    return note(to, sendId, messageId);
  }

  async function updated(place: Place, messageId: string, message: Message): Promise<boolean> {
    try {
      await update(place, messageId, message);
      return true;
    } catch (error) {
      if (isNoChat(error)) return false;
      throw error;
    }
  }

  async function anyTeam(): Promise<chats.Team> {
    const team = (await chats.listTeams(tables))[0];
    if (!team) throw new Undeliverable('not-installed');
    return team;
  }

  async function postToChannel(channelId: string, card: Card, options: Omit<SendOptions, 'replaces'>) {
    const to = { channelId };
    const before = await chats.findSent(tables, to, options.sendId);
    if (before !== undefined) return { messageId: before };
    const team = await anyTeam();
    const activity = await prepared(card, to, options.language);
    const { conversations } = clientOf(team.serviceUrl).bot;
    await pace.turn('in-turn');
    const channelData = { channel: { id: channelId }, tenant: { id: config.tenantId } };
    const thread = { isGroup: true, channelData, activity, tenantId: config.tenantId } as Thread;
    const { activityId } = await idIn(threadSchema, conversations.createConversation(thread));
    return note(to, options.sendId, activityId);
  }

  async function channels(): Promise<readonly Channel[]> {
    const teams = await chats.listTeams(tables);
    const lists = await Promise.all(
      teams.map(async ({ teamId, name: teamName, serviceUrl }) => {
        const list = await understood(clientOf(serviceUrl).teams.teams.fetchChannelList(teamId));
        const found = z.array(channelSchema).parse(list.conversations ?? []);
        // The first channel of a team has no name of its own.
        return found.map(({ id, name }) => ({ channelId: id, name: name ?? teamName, teamName }));
      }),
    );
    return lists.flat();
  }

  return {
    sendCard,
    async updateCard(personId, messageId, card, language = 'en') {
      const message = await prepared(card, { personId }, language);
      const chat = await chats.findChat(tables, personId);
      if (!chat) throw new Undeliverable('no-chat');
      await update(chat, messageId, message);
    },
    postToChannel,
    async updatePost(channelId, messageId, card, language) {
      const { serviceUrl } = await anyTeam();
      await update({ conversationId: channelId, serviceUrl }, messageId, await prepared(card, { channelId }, language));
    },
    channels,
    tabLink(path, label) {
      const query = new URLSearchParams({ label, context: JSON.stringify({ subEntityId: path }) });
      return `https://teams.microsoft.com/l/entity/${config.teamsAppId}/home?${query.toString()}`;
    },
    answer: async (place, card, language) => {
      const { content } = dress(card, { channelId: place.conversationId }, language, clock);
      await whileTheyWait(clock, () => post(place, messageOf(content, card.summary, language), 'now'));
    },
    async rememberConversation(seen) {
      if (!isConnectorAddress(seen.serviceUrl, config)) throw new Failure('bad-input', 'service-url');
      if (seen.kind === 'team') return chats.keepTeam(tables, seen);
      const chat = chats.chatWith(seen.conversationId, seen.serviceUrl, seen.language);
      return chats.keepChat(tables, seen.personId, chat);
    },
    forgetConversation: (gone) =>
      gone.kind === 'team' ? chats.forgetTeam(tables, gone.teamId) : chats.forgetChat(tables, gone.personId),
    meet: (personId) => chats.meet(tables, personId, 'welcomed'),
    languageOf: async (personId) => (await chats.findChat(tables, personId))?.language,
    dressCard: (personId, card, language) => commitDressed(card, { personId }, language),
    findButton: (personId, id) => findButton(tables, clock, personId, id),
  };
}

function messageOf(content: AdaptiveCard, summary: string, locale: Language): Message {
  const attachments = [{ contentType: cardType, content }];
  return { type: 'message', summary, locale, attachments };
}

const isNoChat = (error: unknown): boolean => error instanceof Undeliverable && error.reason === 'no-chat';

async function idIn<T>(schema: z.ZodType<T>, call: Promise<unknown>): Promise<T> {
  const { data, error } = schema.safeParse(await understood(call));
  if (error) throw new TryLater('bad-answer', { cause: error });
  return data;
}

/** One client for each service address; the address is checked each time, so a stored one that is no longer allowed is refused. */
function connectors({ config, outbound, entra, clock }: Pick<TeamsParts, 'config' | 'outbound' | 'entra' | 'clock'>) {
  const known = new Map<string, { bot: ConnectorClient; teams: TeamsConnectorClient }>();
  const credentials: Credentials = {
    async signRequest(request) {
      request.headers.set('authorization', `Bearer ${await entra.botToken()}`);
      return request;
    },
  };
  const httpClient: HttpClient = {
    async sendRequest(request) {
      const { method, url, body } = request;
      const answer = await askConnector(outbound, clock, { method, url, body, headers: request.headers.rawHeaders() });
      const headers = request.headers.clone();
      for (const name of headers.headerNames()) headers.remove(name);
      headers.set('content-type', 'application/json');
      return { request, headers, ...answer };
    },
  };
  return (serviceUrl: string) => {
    if (!isConnectorAddress(serviceUrl, config)) throw new Undeliverable('no-chat', { cause: new Error('host') });
    let client = known.get(serviceUrl);
    if (!client) {
      const options = { baseUri: serviceUrl, httpClient };
      client = {
        bot: new ConnectorClient(credentials, options),
        teams: new TeamsConnectorClient(credentials, options),
      };
      known.set(serviceUrl, client);
    }
    return client;
  };
}
