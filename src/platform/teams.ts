/**
 * Cards into personal chats and channels, through the Teams connector. Promise: a card is sent to its receiver only, once for
 * each `sendId` (a second time only when the answer to the first was lost), and to no other host than trust.md 5 names.
 */
import { ConnectorClient, TeamsConnectorClient } from 'botframework-connector';
import { z } from 'zod';
import type { Config } from '../config.ts';
import type { AdaptiveCard, Card } from './cards.ts';
import { pause, type Clock } from './clock.ts';
import type { Entra } from './entra.ts';
import { Failure } from './errors.ts';
import type { Graph } from './graph.ts';
import { describeError, type Log } from './log.ts';
import type { Outbound } from './outbound.ts';
import type { Pulse } from './pulse.ts';
import type { Change, Tables } from './tables.ts';
import type { Language } from './words.ts';
import { dress, findButton } from './teams/buttons.ts';
import * as chats from './teams/chats.ts';
import type { Channel, Place, SendOptions, Teams } from './teams/contract.ts';
import { NeedsRepair, TryLater, Undeliverable } from './teams/delivery.ts';
import { isConnectorAddress, usualServiceUrl } from './teams/hosts.ts';
import { createInstaller } from './teams/install.ts';
import { createPace, type Urgency } from './teams/pace.ts';
import { askConnector, understood } from './teams/transport.ts';

export type { Channel, Gone, Place, Seen, SendOptions, Teams } from './teams/contract.ts';
export { TryLater, Undeliverable, type UndeliverableReason } from './teams/delivery.ts';

export interface TeamsParts {
  readonly config: Config;
  readonly outbound: Outbound;
  readonly tables: Tables;
  readonly graph: Graph;
  readonly entra: Pick<Entra, 'botToken'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Counts what was sent and what was refused for its pace. */
  readonly pulse: Pulse;
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
/** A person who wrote waits so long for an answer. */
const patienceMs = 10_000;

export function createTeams({ config, outbound, tables, graph, entra, clock, log, pulse }: TeamsParts): Teams {
  const pace = createPace(config.sendRate, clock, tables);
  const installer = createInstaller(graph, config.teamsAppId);
  const clientOf = connectors({ config, outbound, entra, clock, pulse });

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

  /** A chat that Teams does not know any more is made anew, the app that is missing installed: once. */
  async function inChat<A>(personId: string, known: Place | undefined, work: (place: Place) => Promise<A>): Promise<A> {
    try {
      return await work(known ?? (await chatOf(personId)));
    } catch (error) {
      if (!(error instanceof NeedsRepair)) throw error;
      await chats.forgetChat(tables, personId);
      return work(await chatOf(personId)).catch(beyondRepair);
    }
  }

  async function post(place: Place, message: Message): Promise<string> {
    const { conversations } = clientOf(place.serviceUrl).bot;
    return idIn(messageSchema, conversations.sendToConversation(place.conversationId, message)).then(({ id }) => id);
  }

  async function update(place: Place, messageId: string, message: Message, urgency: Urgency): Promise<void> {
    const { conversations } = clientOf(place.serviceUrl).bot;
    await pace.turn(urgency);
    await understood(conversations.updateActivity(place.conversationId, messageId, { ...message, id: messageId }));
  }

  async function prepared(card: Card, to: chats.Receiver, language: Language, alongside: readonly Change[] = []) {
    return messageOf(await commitDressed(card, to, language, alongside), card.summary, language);
  }

  async function commitDressed(
    card: Card,
    to: chats.Receiver,
    language: Language,
    alongside: readonly Change[] = [],
  ): Promise<AdaptiveCard> {
    const { content, changes } = dress(card, to, language, clock);
    await tables.commit([...alongside, ...changes]);
    return content;
  }

  async function sendCard(personId: string, card: Card, options: SendOptions): Promise<{ messageId: string }> {
    const { language, replaces, urgency = 'transactional', chat, alongside } = options;
    let message: Message | undefined;
    const messageId = await inChat(personId, chat, async (place) => {
      // The chat may have to be made, which takes its time: its turn, and what is written about the person, come just before it goes.
      message ??= await inTurn(urgency, () => prepared(card, { personId }, language, alongside));
      if (replaces !== undefined && (await updated(place, replaces, message, urgency))) return replaces;
      return post(place, message);
    });
    return { messageId };
  }

  async function inTurn<A>(urgency: Urgency, work: () => Promise<A>): Promise<A> {
    await pace.turn(urgency);
    return work();
  }

  async function updated(place: Place, messageId: string, message: Message, urgency: Urgency): Promise<boolean> {
    try {
      await update(place, messageId, message, urgency);
      return true;
    } catch (error) {
      if (error instanceof Undeliverable && error.reason === 'message-gone') return false;
      throw error;
    }
  }

  async function anyTeam(): Promise<chats.Team> {
    const team = (await chats.listTeams(tables))[0];
    if (!team) throw new Undeliverable('not-installed');
    return team;
  }

  async function postOnce(channelId: string, card: Card, options: Omit<SendOptions, 'replaces'>) {
    const to = { channelId };
    const before = await chats.findPost(tables, channelId, options.sendId);
    if (before !== undefined) return { messageId: before };
    const team = await anyTeam();
    const activity = await prepared(card, to, options.language);
    const { conversations } = clientOf(team.serviceUrl).bot;
    await pace.turn('transactional');
    const channelData = { channel: { id: channelId }, tenant: { id: config.tenantId } };
    const thread = { isGroup: true, channelData, activity, tenantId: config.tenantId } as Thread;
    const { activityId } = await idIn(threadSchema, conversations.createConversation(thread));
    // The post is out: when this note fails, posting it again would be the greater fault.
    const noted = chats.keepPost(tables, channelId, options.sendId, activityId);
    await noted.catch((error: unknown) => log.warn(describeError(error), 'posted, but not noted'));
    return { messageId: activityId };
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

  async function answer(place: Place, card: Card, language: Language, personId?: string): Promise<boolean> {
    const content =
      personId === undefined
        ? dress(card, { channelId: place.conversationId }, language, clock).content
        : await commitDressed(card, { personId }, language);
    const message = messageOf(content, card.summary, language);
    const end = clock.machine() + patienceMs;
    if (!(await pace.turnIn(place.conversationId, patienceMs))) return false;
    for (let turn = 0; ; turn += 1)
      try {
        await post(place, message);
        return true;
      } catch (error) {
        // Another of the organisation's apps, or a bunch on the way, may still have met the limit.
        const wasRefused = error instanceof TryLater && !error.mayHaveArrived;
        const wait = wasRefused ? (error.retryAfterMs ?? 250 * 2 ** turn) : Infinity;
        if (clock.machine() + wait > end) throw error;
        await pause(wait);
      }
  }

  return {
    sendCard,
    async updateCard(personId, messageId, card, language = 'en') {
      const message = await prepared(card, { personId }, language);
      const chat = await chats.findChat(tables, personId);
      if (!chat) throw new Undeliverable('no-chat');
      await update(chat, messageId, message, 'transactional').catch(beyondRepair);
    },
    postToChannel: (...post) => postOnce(...post).catch(beyondRepair),
    findPost: (channelId, sendId) => chats.findPost(tables, channelId, sendId),
    async updatePost(channelId, messageId, card, language) {
      const { serviceUrl } = await anyTeam();
      const message = await prepared(card, { channelId }, language);
      await update({ conversationId: channelId, serviceUrl }, messageId, message, 'transactional').catch(beyondRepair);
    },
    channels,
    tabLink(path, label) {
      const query = new URLSearchParams({ label, context: JSON.stringify({ subEntityId: path }) });
      return `https://teams.microsoft.com/l/entity/${config.teamsAppId}/home?${query.toString()}`;
    },
    answer,
    async rememberConversation(seen) {
      if (!isConnectorAddress(seen.serviceUrl, config)) throw new Failure('bad-input', 'service-url');
      if (seen.kind === 'team') return chats.keepTeam(tables, seen);
      const chat = chats.chatWith(seen.conversationId, seen.serviceUrl, seen.language);
      return chats.keepChat(tables, seen.personId, chat);
    },
    forgetConversation: (gone) =>
      gone.kind === 'team' ? chats.forgetTeam(tables, gone.teamId) : chats.forgetChat(tables, gone.personId),
    meet: (personId) => chats.meet(tables, personId, 'welcomed'),
    findChat: (personId) => chats.findChat(tables, personId),
    dressCard: (personId, card, language) => commitDressed(card, { personId }, language),
    findButton: (personId, id) => findButton(tables, clock, personId, id),
  };
}

function messageOf(content: AdaptiveCard, summary: string, locale: Language): Message {
  const attachments = [{ contentType: cardType, content }];
  return { type: 'message', summary, locale, attachments };
}

/** What was mended once, or cannot be mended here. */
function beyondRepair(error: unknown): never {
  if (!(error instanceof NeedsRepair)) throw error;
  throw new Undeliverable(error.by === 'install' ? 'not-installed' : 'no-chat', { cause: error });
}

async function idIn<T>(schema: z.ZodType<T>, call: Promise<unknown>): Promise<T> {
  const { data, error } = schema.safeParse(await understood(call));
  if (error) throw new TryLater('bad-answer', { cause: error, mayHaveArrived: true });
  return data;
}

/** One client for each service address; the address is checked each time, so a stored one that is no longer allowed is refused. */
function connectors({ config, outbound, entra, clock, pulse }: Omit<TeamsParts, 'tables' | 'graph' | 'log'>) {
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
      const asked = { method, url, body, headers: request.headers.rawHeaders() };
      const answer = await askConnector({ outbound, clock, pulse }, asked);
      const headers = request.headers.clone();
      for (const name of headers.headerNames()) headers.remove(name);
      headers.set('content-type', 'application/json');
      return { request, headers, ...answer };
    },
  };
  return (serviceUrl: string) => {
    if (!isConnectorAddress(serviceUrl, config)) throw new NeedsRepair('new-chat', { cause: new Error('host') });
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
