import assert from 'node:assert/strict';
import { hear } from '../../src/bot/commands.ts';
import { say, type BotWord } from '../../src/bot/words.ts';
import { say as sayAsCoach } from '../../src/features/training/coach/words.ts';
import type { Language } from '../../src/platform/words.ts';
import { Failure } from '../../src/platform/errors.ts';
import { botWorld, team, type BotWorld } from '../support/bot.ts';

describe('what the bot says in chat', () => {
  let world: BotWorld;
  before(async () => {
    world = await botWorld();
  });
  after(() => world.close());

  async function met(locale: string): Promise<string> {
    const personId = world.person(locale);
    await world.connector.installFor(personId);
    return personId;
  }

  /** The summary of the newest message, which is also what the notification shows. */
  const newest = (personId: string): string | undefined => world.connector.messagesOf(personId)[0]?.summary;

  const greetings: readonly (readonly [string, Language])[] = [
    ['nl-BE', 'nl'],
    ['fr-BE', 'fr'],
    ['de-DE', 'de'],
    ['en-GB', 'en'],
    ['it-IT', 'en'],
  ];
  for (const [locale, language] of greetings)
    it(`welcomes somebody whose Teams is set to ${locale} in ${language}`, async () => {
      assert.equal(newest(await met(locale)), say(language, 'welcome.summary'));
    });

  it('says welcome once, though Teams tells of it twice and the app is added again later', async () => {
    const personId = await met('nl-BE');
    await world.connector.uninstallFor(personId);
    await world.connector.installFor(personId);
    assert.equal(world.connector.messagesOf(personId).length, 1);
  });

  it('says welcome once when both events arrive at the same moment', async () => {
    const personId = await met('nl-BE');
    const other = world.person('nl-BE');
    const event = { ...world.connector.messageOf(other, ''), type: 'installationUpdate', action: 'add' };
    await Promise.all([1, 2, 3, 4].map(() => world.connector.deliver(event)));
    assert.equal(world.logged.splice(0).length, 1, 'one welcome was tried, and refused: the app is not installed');
    assert.equal(world.connector.messagesOf(personId).length, 1);
  });

  it('remembers the language of the person’s Teams, and forgets the chat when the app is removed', async () => {
    const personId = await met('fr-BE');
    assert.equal((await world.teams.findChat(personId))?.language, 'fr');
    await world.connector.uninstallFor(personId);
    assert.equal(await world.teams.findChat(personId), undefined);
  });

  const talk: readonly (readonly [string, string, Language, BotWord])[] = [
    ['en-GB', 'Hello', 'en', 'hello.summary'],
    ['en-GB', 'hi!', 'en', 'hello.summary'],
    ['en-GB', 'HELP', 'en', 'help.summary'],
    ['nl-BE', 'Hallo', 'nl', 'hello.summary'],
    ['de-DE', 'hallo.', 'de', 'hello.summary'],
    ['nl-BE', 'help', 'nl', 'help.summary'],
    ['nl-BE', 'hulp', 'nl', 'help.summary'],
    ['fr-BE', 'Bonjour !', 'fr', 'hello.summary'],
    ['fr-BE', 'aide', 'fr', 'help.summary'],
    ['de-DE', 'Hilfe', 'de', 'help.summary'],
    ['nl-BE', 'bonjour', 'fr', 'hello.summary'],
    ['nl-BE', '?', 'nl', 'help.summary'],
    ['nl-BE', 'Ik wil je iets vertellen over mijn chef', 'nl', 'other.summary'],
    ['en-GB', 'I cannot help my mentee', 'en', 'other.summary'],
    ['fr-BE', '', 'fr', 'other.summary'],
  ];
  for (const [locale, text, language, word] of talk)
    it(`answers “${text}” (${locale}) in ${language} with ${word}`, async () => {
      const personId = await met(locale);
      assert.equal((await world.connector.say(personId, text)).status, 200);
      assert.equal(newest(personId), say(language, word));
      const [answer] = world.connector.messagesOf(personId);
      assert.match(JSON.stringify(answer?.card), /https:\/\/teams\.microsoft\.com\/l\/entity\//);
    });

  it('hears its name before a word', async () => {
    const personId = await met('nl-BE');
    const activity = world.connector.messageOf(personId, '<at>Tandem</at> help');
    const recipient = activity['recipient'] as { id: string };
    const mention = { type: 'mention', mentioned: recipient, text: '<at>Tandem</at>' };
    await world.connector.deliver({ ...activity, entities: [mention] });
    assert.equal(newest(personId), say('nl', 'help.summary'));
  });

  it('keeps and repeats nothing of what somebody writes', async () => {
    const personId = await met('en-GB');
    world.logged.length = 0;
    await world.connector.say(personId, 'my manager Zebulon shouts at me');
    const seen = JSON.stringify([world.connector.messagesOf(personId), world.logged]);
    assert.doesNotMatch(seen, /Zebulon/);
    const rows = await world.tables.range('people', personId, { from: ' ', to: '~' });
    assert.doesNotMatch(JSON.stringify(rows), /Zebulon/);
    assert.deepEqual(rows.map((row) => row.rowKey).sort(), ['chat.personal', 'met.bot']);
  });

  it('waits as long as Teams asks when there is much to send, and answers then', async () => {
    const personId = await met('en-GB');
    world.connector.inject('429', 2);
    assert.equal((await world.connector.say(personId, 'help')).status, 200);
    assert.equal(newest(personId), say('en', 'help.summary'));
  });

  it('apologises and says what to do when the storage is away', async () => {
    const personId = await met('en-GB');
    const away = (): Promise<never> => Promise.reject(new Failure('unavailable', 'storage-down'));
    const kept = { ...world.tables };
    Object.assign(world.tables, { read: away, commit: away });
    try {
      assert.equal((await world.connector.say(personId, 'hello')).status, 200);
    } finally {
      Object.assign(world.tables, kept);
    }
    assert.equal(newest(personId), say('en', 'fault.summary'));
  });

  it('names the adviser and whom to call to who writes that something is wrong, also when the storage is away', async () => {
    const personId = await met('nl-BE');
    const away = (): Promise<never> => Promise.reject(new Failure('unavailable', 'storage-down'));
    const kept = { ...world.tables };
    Object.assign(world.tables, { read: away, range: away, commit: away });
    try {
      assert.equal((await world.connector.say(personId, 'Mijn chef raakt me aan als niemand kijkt.')).status, 200);
    } finally {
      Object.assign(world.tables, kept);
    }
    const { length } = world.connector.messagesOf(personId);
    const card = JSON.stringify(world.connector.messagesOf(personId)[0]?.card);
    assert.equal(length, 2, 'the welcome and this one');
    assert.ok(card.includes(sayAsCoach('nl', 'wrong.title')) && card.includes('112') && card.includes('private-talk'));
  });

  for (const conversationType of ['channel', 'groupChat', undefined])
    it(`says the same to every text in ${conversationType ?? 'a place of no kind'}, where others read along`, async () => {
      const personId = await met('en-GB');
      const id = '19:stories@thread.tacv2';
      const before = world.connector.channelMessages(id).length;
      const texts = ['my boss touched me', 'coach', 'goal: I want to present', 'something is wrong', 'lunch?'];
      await world.connector.installInTeam(team.id);
      const tenantId = world.config.tenantId;
      for (const text of texts) {
        const activity = world.connector.messageOf(personId, text);
        const conversation = { id, tenantId, ...(conversationType ? { conversationType, isGroup: true } : {}) };
        assert.equal((await world.connector.deliver({ ...activity, conversation })).status, 200);
      }
      const said = world.connector.channelMessages(id).map(({ summary }) => summary);
      assert.equal(said.length - before, texts.length);
      assert.deepEqual([...new Set(said)], [say('en', 'other.summary')]);
      assert.equal(world.connector.messagesOf(personId).length, 1, 'nor is it said elsewhere');
    });

  it('answers somebody who writes faster than Teams takes answers, without meeting its limits', async () => {
    const personId = await met('en-GB');
    const { throttled } = world.connector.statistics();
    const said = await Promise.all(Array.from({ length: 9 }, () => world.connector.say(personId, 'hello')));
    assert.deepEqual([...new Set(said.map(({ status }) => status))], [200]);
    assert.equal(world.connector.statistics().throttled, throttled);
    assert.equal(world.connector.messagesOf(personId).filter(({ from }) => from === 'bot').length, 10);
  });

  it('greets no team, and knows its channels', async () => {
    assert.equal((await world.connector.installInTeam(team.id)).status, 200);
    assert.deepEqual(world.connector.channelMessages(team.id), []);
    assert.deepEqual(await world.teams.channels(), [
      { channelId: team.id, name: 'Everyone', teamName: 'Everyone' },
      { channelId: '19:stories@thread.tacv2', name: 'Stories', teamName: 'Everyone' },
    ]);
  });

  it('takes a word only when it is the whole text', () => {
    for (const text of ['help', ' Help! ', '/help', 'help...']) assert.equal(hear(text, 'nl').command, 'help');
    for (const text of ['helpdesk', 'no help', 'hello there, I have a question', ''])
      assert.equal(hear(text, 'nl').command, 'other');
  });
});
