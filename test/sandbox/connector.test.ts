import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import { memberIdOf } from '../../src/sandbox/connector/addresses.ts';
import { newLimits } from '../../src/sandbox/connector/limits.ts';
import { tamperings } from '../../src/sandbox/connector/inbound.ts';
import { bodyOf } from '../support/test-bot.ts';
import {
  anna,
  cardMessage,
  general,
  ids,
  marc,
  question,
  startTestChat,
  stories,
  team,
  type TestChat,
} from '../support/test-chat.ts';

const refused = (statusCode: number, code: string) => (error: unknown) => {
  const { status, code: given } = bodyOf(error);
  assert.deepEqual([status, given], [statusCode, code]);
  return true;
};

describe('the sandbox connector', () => {
  let chat: TestChat;

  beforeEach(async () => {
    chat = await startTestChat();
  });
  afterEach(() => chat.close());

  it('tells the bot of an installation and of a text in the shape of Teams', async () => {
    await chat.connector.installFor(anna.id);
    await chat.connector.installFor(anna.id);
    assert.equal((await chat.connector.say(anna.id, 'hallo <b>')).status, 200);
    assert.deepEqual(
      chat.bot.received.map((one) => one.type),
      ['conversationUpdate', 'installationUpdate', 'message'],
    );
    const message = chat.bot.received[2] as Activity;
    assert.equal(message.channelId, 'msteams');
    assert.equal(message.text, 'hallo <b>');
    assert.equal(message.locale, 'nl-BE');
    assert.equal(message.from.aadObjectId, anna.id);
    assert.equal(message.recipient.id, `28:${ids.botId}`);
    assert.equal(message.conversation.conversationType, 'personal');
    assert.equal(message.conversation.tenantId, ids.tenantId);
    assert.match(message.conversation.id, /^a:1/);
    assert.deepEqual(message.channelData, { tenant: { id: ids.tenantId } });
    assert.deepEqual(chat.bot.received[0]?.membersAdded, [{ id: `28:${ids.botId}` }]);
  });

  it('signs so that botbuilder takes what is right and refuses what is not', async () => {
    // The SDK itself never looks at the tenant, and not at a service URL that is missing: the product does.
    const unchecked = new Set(['tenant', 'no-service-url', 'foreign-service-url']);
    for (const tampering of tamperings) {
      chat.bot.received.length = 0;
      const { status } = await chat.connector.deliver(chat.connector.messageOf(anna.id, 'hi'), tampering);
      const expected = unchecked.has(tampering) ? 1 : 0;
      assert.equal(chat.bot.received.length, expected, `${tampering}: ${status}`);
    }
    chat.bot.received.length = 0;
    await chat.connector.deliver(chat.connector.messageOf(anna.id, 'hi'));
    assert.equal(chat.bot.received.length, 1);
  });

  it('keeps cards, changes and deletes them', async () => {
    await chat.connector.installFor(anna.id);
    const { id } = await chat.send(anna.id, cardMessage(question));
    const { conversations } = chat.bot.client(chat.connector.serviceUrl);
    const chatId = chat.connector.chatIdOf(anna.id);
    await conversations.updateActivity(chatId, id, cardMessage({ type: 'AdaptiveCard' }, 'Thanks'));
    const [message] = chat.connector.messagesOf(anna.id);
    assert.deepEqual(
      [message?.id, message?.card, message?.summary, message?.state],
      [id, { type: 'AdaptiveCard' }, 'Thanks', 'updated'],
    );
    await conversations.deleteActivity(chatId, id);
    assert.equal(chat.connector.messagesOf(anna.id)[0]?.state, 'deleted');
    await assert.rejects(
      conversations.updateActivity(chatId, id, cardMessage(question)),
      refused(404, 'ActivityNotFoundInConversation'),
    );
  });

  it('shows the newest message first, and both sides of a chat', async () => {
    await chat.connector.installFor(anna.id);
    await chat.send(anna.id, { type: 'message', text: 'one' });
    await chat.connector.say(anna.id, 'two');
    await chat.send(anna.id, { type: 'message', text: 'three' });
    assert.deepEqual(
      chat.connector.chatOf(anna.id).map(({ from, text }) => [from, text]),
      [
        ['bot', 'three'],
        ['person', 'two'],
        ['bot', 'one'],
      ],
    );
    assert.equal(chat.connector.messagesOf(anna.id).length, 2);
  });

  it('opens a conversation with whoever has the app, under either id', async () => {
    const { conversations } = chat.bot.client(chat.connector.serviceUrl);
    const to = (id: string) =>
      conversations.createConversation({
        isGroup: false,
        bot: { id: `28:${ids.botId}`, name: 'Tandem' },
        members: [{ id, name: '' }],
        tenantId: ids.tenantId,
        activity: { type: 'message', text: 'Welcome' } as Activity,
        channelData: {},
      });
    await assert.rejects(to(anna.id), refused(403, 'BotNotInConversationRoster'));
    await chat.connector.installFor(anna.id);
    const first = await to(anna.id);
    assert.equal((await to(memberIdOf(anna.id, ids.botId))).id, first.id);
    assert.ok(chat.connector.messagesOf(anna.id).some(({ id }) => id === first.activityId));
  });

  it('refuses strangers, blocked chats, lost chats and cards that are too large', async () => {
    await chat.connector.installFor(anna.id);
    const url = `${chat.connector.serviceUrl}v3/conversations/${chat.connector.chatIdOf(anna.id)}/activities`;
    const body = JSON.stringify({ type: 'message', text: 'hi' });
    const headers = { 'content-type': 'application/json' };
    assert.equal((await fetch(url, { method: 'POST', body, headers })).status, 401);
    const tab = { ...headers, authorization: `Bearer ${await chat.entra.tabToken(anna.id)}` };
    assert.equal((await fetch(url, { method: 'POST', body, headers: tab })).status, 401);
    const large = cardMessage({ type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: 'x'.repeat(101 * 1024) }] });
    await assert.rejects(chat.send(anna.id, large), refused(413, 'MessageSizeTooBig'));
    chat.connector.block(anna.id);
    await assert.rejects(chat.send(anna.id, cardMessage(question)), refused(403, 'MessageWritesBlocked'));
    chat.connector.block(anna.id, false);
    await chat.connector.say(anna.id, 'hi');
    const former = chat.bot.received.at(-1)?.conversation?.id ?? '';
    chat.connector.loseChat(anna.id);
    const { conversations } = chat.bot.client(chat.connector.serviceUrl);
    await assert.rejects(
      conversations.sendToConversation(former, cardMessage(question)),
      refused(404, 'ConversationNotFound'),
    );
    await chat.send(anna.id, cardMessage(question));
    assert.equal(chat.connector.messagesOf(anna.id).length, 1);
  });

  it('holds the limit of Teams for a chat, and fails on request', async () => {
    await chat.connector.installFor(anna.id);
    await chat.connector.installFor(marc.id);
    const say = (personId: string, text: string) => {
      const url = `${chat.connector.serviceUrl}v3/conversations/${chat.connector.chatIdOf(personId)}/activities`;
      return chat.bot.raw('POST', url, { type: 'message', text });
    };
    for (let sent = 0; sent < 7; sent++) assert.equal((await say(anna.id, `${sent}`)).status, 201);
    const eighth = await say(anna.id, '7');
    assert.deepEqual([eighth.status, Number(eighth.headers.get('retry-after')) >= 1], [429, true]);
    assert.equal((await say(marc.id, 'free')).status, 201);
    assert.equal(chat.connector.statistics().throttled, 1);
    chat.connector.inject('503', 1);
    assert.equal((await say(marc.id, 'lost')).status, 503);
    chat.connector.inject('reset-after-commit', 1);
    await assert.rejects(say(marc.id, 'kept'));
    assert.deepEqual(
      chat.connector.messagesOf(marc.id).map(({ text }) => text),
      ['kept', 'free'],
    );
  });

  it('counts in every window of Teams, for a chat and for the app', () => {
    const windows = [
      { seconds: 1, most: 7, chats: 1 },
      { seconds: 2, most: 8, chats: 1 },
      { seconds: 30, most: 60, chats: 1 },
      { seconds: 3600, most: 1800, chats: 1 },
      { seconds: 1, most: 50, chats: 50 },
    ];
    for (const { seconds, most, chats } of windows) {
      let now = 0;
      const limits = newLimits(() => now);
      // Evenly over the window, so that no shorter one is met first.
      for (let sent = 0; sent < most; sent++, now += (seconds * 1000) / (most + 1))
        assert.equal(limits.secondsToWait(`chat ${sent % chats}`), 0, `${sent} of ${most} in ${seconds} s`);
      assert.ok(limits.secondsToWait(chats === 1 ? 'chat 0' : 'another chat') > 0, `${most} in ${seconds} s`);
      now = seconds * 1000;
      assert.equal(limits.secondsToWait('chat 0'), 0);
    }
  });

  it('has teams with channels, members and threads', async () => {
    const teams = chat.bot.teams(chat.connector.serviceUrl).teams;
    assert.deepEqual((await teams.fetchChannelList(general)).conversations, [
      { id: general },
      { id: stories, name: 'Stories' },
    ]);
    assert.equal((await teams.fetchTeamDetails(general)).aadGroupId, team.aadGroupId);
    const { conversations } = chat.bot.client(chat.connector.serviceUrl);
    const thread = await conversations.createConversation({
      isGroup: true,
      channelData: { channel: { id: stories } },
      activity: { type: 'message', text: 'A story' } as Activity,
    } as Parameters<typeof conversations.createConversation>[0]);
    await conversations.sendToConversation(thread.id, { type: 'message', text: 'And on' });
    assert.deepEqual(
      chat.connector.channelMessages(stories).map(({ text, threadOf }) => [text, threadOf]),
      [
        ['And on', thread.activityId],
        ['A story', undefined],
      ],
    );
    const members = await conversations.getConversationPagedMembers(stories);
    assert.deepEqual(
      members.members.map(({ aadObjectId }) => aadObjectId),
      [anna.id, marc.id],
    );
  });

  it('has everything after a restart', async () => {
    await chat.connector.installFor(anna.id);
    const { id } = await chat.send(anna.id, cardMessage(question));
    await chat.restart();
    assert.ok(chat.connector.isInstalledFor(anna.id));
    assert.deepEqual(chat.connector.messagesOf(anna.id)[0]?.card, question);
    const later = await chat.send(anna.id, { type: 'message', text: 'later' });
    assert.ok(Number(later.id) > Number(id));
  });

  it("lets the Playground's users in as people of the sandbox", async () => {
    const posted = {
      id: '1',
      type: 'message',
      text: 'hello',
      channelId: 'msteams',
      serviceUrl: 'http://localhost:56150/_connector',
      from: { id: 'user-id-0', aadObjectId: '00000000-0000-0000-0000-0000000000020' },
      recipient: { id: '00000000-0000-0000-0000-00000000000011', name: 'Test Bot' },
      conversation: { id: 'chat', conversationType: 'personal', tenantId: '00000000-0000-0000-0000-0000000000001' },
      channelData: { tenant: { id: '00000000-0000-0000-0000-0000000000001' } },
    };
    const answer = await fetch(`${chat.connector.url}/playground/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-ms-agents-playground': 'true' },
      body: JSON.stringify(posted),
    });
    assert.equal(answer.status, 200);
    const message = chat.bot.received[0] as Activity;
    assert.deepEqual(message.from, { id: 'user-id-0', aadObjectId: anna.id, name: anna.displayName });
    assert.equal(message.serviceUrl, posted.serviceUrl);
    assert.equal(message.conversation.id, 'chat');
    assert.equal(message.conversation.tenantId, ids.tenantId);
    assert.deepEqual(message.channelData, { tenant: { id: ids.tenantId } });
  });
});
