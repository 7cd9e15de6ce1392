import assert from 'node:assert/strict';
import { paragraph, type Card } from '../../src/platform/cards.ts';
import { isFailure } from '../../src/platform/errors.ts';
import { TryLater, Undeliverable, type UndeliverableReason } from '../../src/platform/teams.ts';
import { keepChat, keepTeam } from '../../src/platform/teams/chats.ts';
import { isConnectorAddress, usualServiceUrl } from '../../src/platform/teams/hosts.ts';
import type { FaultKind } from '../../src/sandbox/faults.ts';
import { botWorld, team, type BotWorld } from '../support/bot.ts';
import { testConfig } from '../support/cloud.ts';

const aCard = (text = 'An invitation', buttons: Card['buttons'] = []): Card => ({
  summary: text,
  body: [paragraph(text)],
  buttons,
});
const once = { sendId: 'programme.invite.1', language: 'nl' } as const;

describe('cards through Teams', () => {
  let world: BotWorld;
  before(async () => {
    world = await botWorld();
  });
  after(() => world.close());

  const summaries = (personId: string): (string | undefined)[] =>
    world.connector.messagesOf(personId).map((one) => one.summary);

  async function assertUndeliverable(sending: Promise<unknown>, reason: UndeliverableReason): Promise<void> {
    await assert.rejects(sending, (error) => error instanceof Undeliverable && error.reason === reason);
  }

  it('reaches somebody who never met the bot, who then gets the card and no welcome besides', async () => {
    const personId = world.person('nl-BE');
    await world.teams.sendCard(personId, aCard(), once);
    assert.deepEqual(summaries(personId), ['An invitation']);
    assert.equal((await world.teams.findChat(personId))?.language, 'nl');
  });

  it('reaches somebody for whom the app is installed, but whose chat we do not know', async () => {
    const personId = world.person();
    await world.graphServer.installTeamsApp(personId);
    await world.teams.forgetConversation({ kind: 'person', personId });
    await world.teams.sendCard(personId, aCard(), once);
    assert.equal(summaries(personId)[0], 'An invitation');
  });

  it('says the language of the card, and what a client shows that cannot show cards', async () => {
    const personId = world.person();
    await world.teams.sendCard(personId, aCard(), once);
    const card = world.connector.messagesOf(personId)[0]?.card;
    assert.deepEqual([card?.['lang'], card?.['fallbackText'], card?.['version']], ['nl', 'An invitation', '1.5']);
  });

  it('puts a card in the place of another, or sends it anew where that one is gone', async () => {
    const personId = world.person();
    const { messageId } = await world.teams.sendCard(personId, aCard(), once);
    await world.teams.updateCard(personId, messageId, aCard('Updated'), 'nl');
    assert.deepEqual(summaries(personId), ['Updated']);
    const replaced = { ...once, sendId: 'second', replaces: messageId };
    assert.deepEqual(await world.teams.sendCard(personId, aCard('Replaced'), replaced), { messageId });
    assert.deepEqual(summaries(personId), ['Replaced']);
    await world.teams.sendCard(personId, aCard('Anew'), { ...once, sendId: 'third', replaces: '1234' });
    assert.deepEqual(summaries(personId), ['Anew', 'Replaced']);
  });

  it('makes a chat anew that Teams does not know any more', async () => {
    const personId = world.person();
    await world.connector.installFor(personId);
    await world.graphServer.installTeamsApp(personId);
    world.connector.loseChat(personId);
    await world.teams.sendCard(personId, aCard(), once);
    assert.equal(summaries(personId)[0], 'An invitation');
  });

  it('does not follow a stored address that is no host of Teams', async () => {
    const personId = world.person();
    await keepChat(world.tables, personId, { conversationId: 'a:1', serviceUrl: 'http://127.0.0.1:9/' });
    await world.teams.sendCard(personId, aCard(), once);
    assert.deepEqual(summaries(personId), ['An invitation']);
  });

  it('keeps no address that is no host of Teams', async () => {
    const seen = { kind: 'person', personId: world.person(), conversationId: 'a:1' } as const;
    await assert.rejects(
      world.teams.rememberConversation({ ...seen, serviceUrl: 'https://smba.example.org/' }),
      (error) => isFailure(error, 'bad-input'),
    );
  });

  it('names what is final: blocked, removed, unknown, too large', async () => {
    const [blocked, removed] = [world.person(), world.person()];
    await world.teams.sendCard(blocked, aCard(), once);
    await world.teams.sendCard(removed, aCard(), once);
    world.connector.block(blocked);
    await world.connector.uninstallFor(removed);
    await world.teams.rememberConversation({
      kind: 'person',
      personId: removed,
      conversationId: world.connector.chatIdOf(removed),
      serviceUrl: usualServiceUrl(world.config),
    });
    const next = { ...once, sendId: 'next' };
    await assertUndeliverable(world.teams.sendCard(blocked, aCard(), next), 'blocked');
    await assertUndeliverable(world.teams.sendCard(removed, aCard(), next), 'not-installed');
    const nobody = '00000000-0000-4000-a000-000000000404';
    await assertUndeliverable(world.teams.sendCard(nobody, aCard(), next), 'unknown-person');
    const large = aCard('x'.repeat(29_000));
    await assertUndeliverable(world.teams.sendCard(world.person(), large, next), 'card-too-large');
  });

  it('welcomes somebody whom we could not write to, once they add the app themselves', async () => {
    const personId = world.person('en-GB');
    world.graphServer.inject('html', 1);
    await assert.rejects(world.teams.sendCard(personId, aCard(), once), (error) => isFailure(error, 'unavailable'));
    await world.connector.installFor(personId);
    assert.deepEqual(summaries(personId), ['Welcome to Tandem']);
  });

  for (const kind of ['429', '503', '504', 'reset', 'truncated', 'html'] as readonly FaultKind[])
    it(`asks to be tried again after ${kind}, and is sent by the next try`, async () => {
      const personId = world.person();
      await world.teams.sendCard(personId, aCard('Before'), { ...once, sendId: 'before' });
      world.connector.inject(kind, 1);
      await assert.rejects(world.teams.sendCard(personId, aCard(), once), (error) => isFailure(error, 'unavailable'));
      await world.teams.sendCard(personId, aCard(), once);
      assert.equal(summaries(personId)[0], 'An invitation');
    });

  it('passes on how long Teams asks to wait', async () => {
    const personId = world.person();
    await world.teams.sendCard(personId, aCard(), once);
    const waits: (number | undefined)[] = [];
    for (let turn = 0; turn < 2; turn += 1) {
      world.connector.inject('429', 1);
      await world.teams.sendCard(personId, aCard(), { ...once, sendId: 'later' }).catch((error: unknown) => {
        if (error instanceof TryLater) waits.push(error.retryAfterMs);
      });
    }
    // The sandbox's connector says it every other time, as the service does.
    assert.deepEqual(new Set(waits), new Set([1_000, undefined]));
  });

  it('posts to a channel once, with buttons that whoever reads there may press', async () => {
    await world.connector.installInTeam(team.id);
    const channelId = '19:stories@thread.tacv2';
    const card = aCard('A story', [{ title: 'Read', verb: 'stories.read', subject: { storyId: 's1' } }]);
    const first = await world.teams.postToChannel(channelId, card, once);
    assert.deepEqual(await world.teams.postToChannel(channelId, card, once), first);
    const posts = world.connector.channelMessages(channelId);
    assert.deepEqual(
      posts.map((one) => one.summary),
      ['A story'],
    );
    const id = /"id":"(any-[^"]+)"/.exec(JSON.stringify(posts[0]?.card))?.[1] ?? '';
    for (const reader of [world.person(), world.person()])
      assert.deepEqual((await world.teams.findButton(reader, id))?.subject, { storyId: 's1' });
  });

  it('says that a channel cannot be written to', async () => {
    await world.connector.installInTeam(team.id);
    const posting = world.teams.postToChannel('19:other@thread.tacv2', aCard(), once);
    await assertUndeliverable(posting, 'no-chat');
    await keepTeam(world.tables, { teamId: team.id, name: '', serviceUrl: 'https://example.org/' });
    const again = world.teams.postToChannel('19:stories@thread.tacv2', aCard(), { ...once, sendId: 'foreign' });
    await assertUndeliverable(again, 'no-chat');
  });

  it('gives a link to a page of the tab', () => {
    const link = new URL(world.teams.tabLink('/pairs/p1?x=1&y=2', 'Our pair'));
    assert.equal(link.origin + link.pathname, `https://teams.microsoft.com/l/entity/${world.config.teamsAppId}/home`);
    assert.deepEqual(JSON.parse(link.searchParams.get('context') ?? ''), { subEntityId: '/pairs/p1?x=1&y=2' });
    assert.equal(link.searchParams.get('label'), 'Our pair');
  });
});

describe('the hosts of Teams', () => {
  const config = testConfig({ CONNECTOR_HOSTS: 'smba.infra.gcc.teams.microsoft.com,127.0.0.1:3982' });
  const cases: readonly (readonly [string, boolean])[] = [
    ['https://smba.trafficmanager.net/emea/', true],
    ['https://europe.smba.trafficmanager.net/', true],
    ['https://smba.infra.gcc.teams.microsoft.com/teams/', true],
    ['http://127.0.0.1:3982/teams/', true],
    ['http://127.0.0.1:3983/teams/', false],
    ['http://smba.trafficmanager.net/emea/', false],
    ['https://mine.trafficmanager.net/', false],
    ['https://evilsmba.trafficmanager.net/', false],
    ['https://smba.trafficmanager.net.example.org/', false],
    ['https://smba.trafficmanager.net@example.org/', false],
    ['https://user:word@smba.trafficmanager.net/', false],
    ['https://smba.trafficmanager.net:8443/', false],
    ['file:///etc/passwd', false],
    ['smba.trafficmanager.net', false],
    ['', false],
  ];
  for (const [address, allowed] of cases)
    it(`${allowed ? 'allows' : 'refuses'} ${address || 'nothing'}`, () =>
      assert.equal(isConnectorAddress(address, config), allowed));

  it('allows plain http in no production', () => {
    assert.equal(isConnectorAddress('http://127.0.0.1:3982/', { ...config, production: true }), false);
  });

  it('knows where to write to somebody who never wrote to the bot', () => {
    assert.equal(usualServiceUrl(testConfig()), 'https://smba.trafficmanager.net/teams/');
    assert.equal(usualServiceUrl(config), 'https://smba.infra.gcc.teams.microsoft.com/teams/');
  });
});
