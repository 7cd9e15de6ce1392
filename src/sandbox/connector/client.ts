/** What people do in their Teams client: install the app, write to the bot, press buttons; and what they see there. */
import { randomUUID } from 'node:crypto';
import { botAccountId, graphChatIdOf } from './addresses.ts';
import {
  deliver,
  invokeActivity,
  personalActivity,
  type Activity,
  type Delivery,
  type InboundDeps,
  type Tampering,
} from './inbound.ts';
import { shown, type ShownMessage } from './messages.ts';
import type { ConnectorPerson } from './people.ts';
import { teamOf, type RestDeps } from './places.ts';
import { press, type PressResult } from './press.ts';

export interface Client {
  /** Installs the app for a person and tells the bot; does nothing when it is there already. */
  installFor(personId: string): Promise<void>;
  uninstallFor(personId: string): Promise<void>;
  isInstalledFor(personId: string): boolean;
  /** Tells the bot that it was added to a team. */
  installInTeam(teamId: string): Promise<Delivery>;
  /** Until unblocked, the bot's writes to this person are refused. */
  block(personId: string, blocked?: boolean): void;
  /** The person's chat gets a new id; the former one is not found any more. */
  loseChat(personId: string): void;
  /** The id that Graph gives for the chat of person and bot. */
  chatIdOf(personId: string): string;
  say(personId: string, text: string): Promise<Delivery>;
  press(
    personId: string,
    messageId: string,
    action: string,
    inputs?: Readonly<Record<string, unknown>>,
  ): Promise<PressResult>;
  /** Sends the form of a dialog that a press has opened. */
  submitDialog(personId: string, data: unknown): Promise<Delivery>;
  /** Signs an activity and posts it to the bot; with a tampering, to see it refused. */
  deliver(activity: Activity, tampering?: Tampering): Promise<Delivery>;
  /** An activity of this person to begin from: a message with this text. */
  messageOf(personId: string, text: string): Activity;
  /** What the bot sent to the person, newest first. */
  messagesOf(personId: string): readonly ShownMessage[];
  /** Both sides of the chat, newest first. */
  chatOf(personId: string): readonly ShownMessage[];
  channelMessages(channelId: string): readonly ShownMessage[];
}

export interface ClientDeps extends RestDeps {
  readonly inbound: InboundDeps;
}

export function newClient(deps: ClientDeps): Client {
  const { ids, people, messages, inbound } = deps;
  const known = (personId: string): ConnectorPerson => {
    const person = people.person(personId);
    if (!person) throw new Error(`nobody in the sandbox has the id ${personId}`);
    return person;
  };
  const base = (id: string): Activity => personalActivity(inbound, known(id), people.chatId(id));
  const send = (activity: Activity, tampering?: Tampering): Promise<Delivery> => deliver(inbound, activity, tampering);
  const messageOf = (id: string, text: string): Activity => ({
    ...base(id),
    ...textMessage(text),
    id: messages.newId(),
  });
  const chatOf = (id: string): readonly ShownMessage[] => messages.in(graphChatIdOf(id, ids.botId)).map(shown);

  return {
    ...membership(deps, base),
    messageOf,
    chatOf,
    deliver: send,
    chatIdOf: (id) => graphChatIdOf(id, ids.botId),
    messagesOf: (id) => chatOf(id).filter(({ from }) => from === 'bot'),
    channelMessages: (id) => messages.in(id).map(shown),
    submitDialog: (id, data) => send(invokeActivity(base(id), 'task/submit', { data, context: { theme: 'default' } })),
    say(id, text) {
      const { id: messageId } = messages.add({
        conversationId: graphChatIdOf(known(id).id, ids.botId),
        from: 'person',
        text,
        cards: [],
      });
      return send({ ...base(id), ...textMessage(text), id: messageId });
    },
    async press(id, messageId, action, inputs = {}) {
      const message = messages.find(graphChatIdOf(id, ids.botId), messageId);
      if (message?.from !== 'bot' || message.state === 'deleted') return { outcome: 'no-such-message' };
      return press({ messages, deliver: send }, base(id), { message, action, inputs });
    },
  };
}

type Membership = Pick<
  Client,
  'installFor' | 'uninstallFor' | 'isInstalledFor' | 'installInTeam' | 'block' | 'loseChat'
>;

function membership(deps: ClientDeps, base: (personId: string) => Activity): Membership {
  const { ids, people, inbound } = deps;
  const bot = { id: botAccountId(ids.botId) };
  const installation = (id: string, action: string): Activity => ({
    ...base(id),
    type: 'installationUpdate',
    id: `f:${randomUUID()}`,
    action,
  });
  return {
    isInstalledFor: (id) => people.standing(id).installed,
    block: (id, blocked = true) => people.change(id, { blocked }),
    loseChat: (id) => people.change(id, { generation: (people.standing(id).generation + 1) % 256 }),
    async installFor(id) {
      if (people.standing(id).installed) return;
      people.change(id, { installed: true });
      const added = { type: 'conversationUpdate', id: `f:${randomUUID()}`, membersAdded: [bot] };
      await deliver(inbound, { ...base(id), ...added });
      await deliver(inbound, installation(id, 'add'));
    },
    async uninstallFor(id) {
      if (!people.standing(id).installed) return;
      people.change(id, { installed: false });
      await deliver(inbound, installation(id, 'remove'));
    },
    installInTeam: (teamId) => deliver(inbound, addedToTeam(deps, teamId)),
  };
}

function addedToTeam(deps: ClientDeps, teamId: string): Activity {
  const { ids, inbound } = deps;
  const team = teamOf(deps, teamId);
  const bot = { id: botAccountId(ids.botId) };
  return {
    type: 'conversationUpdate',
    id: `f:${randomUUID()}`,
    timestamp: new Date(inbound.now()).toISOString(),
    serviceUrl: inbound.serviceUrl(),
    channelId: 'msteams',
    from: bot,
    recipient: { ...bot, name: 'Tandem' },
    conversation: { isGroup: true, conversationType: 'channel', tenantId: ids.tenantId, id: teamId },
    membersAdded: [bot],
    channelData: {
      team: { id: teamId, aadGroupId: team.aadGroupId, name: team.displayName },
      eventType: 'teamMemberAdded',
      tenant: { id: ids.tenantId },
    },
  };
}

/** Teams sends the text twice: plain, and as the HTML that its editor made. */
function textMessage(text: string): Activity {
  const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return {
    type: 'message',
    text,
    textFormat: 'plain',
    attachments: [{ contentType: 'text/html', content: `<p>${html}</p>` }],
  };
}
