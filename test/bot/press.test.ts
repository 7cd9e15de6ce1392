import assert from 'node:assert/strict';
import { z } from 'zod';
import { say, type BotWord } from '../../src/bot/words.ts';
import { choose, longText, paragraph, type Card } from '../../src/platform/cards.ts';
import { cardAction, type Press } from '../../src/platform/doors.ts';
import { Failure, type FailureCode } from '../../src/platform/errors.ts';
import { wordsOf } from '../../src/platform/words.ts';
import { invokeActivity } from '../../src/sandbox/connector/inbound.ts';
import type { PressResult } from '../../src/sandbox/connector/press.ts';
import { botWorld, type BotWorld } from '../support/bot.ts';

const question: Card = {
  summary: 'A question',
  body: [choose('mood', 'How is it?', [{ title: 'Good', value: 'good' }], 'Choose one'), longText('note', 'Why', 200)],
  buttons: [
    { title: 'Send', verb: 'test.answer', subject: { pairId: 'p1' } },
    { title: 'Fail', verb: 'test.fail', subject: { code: 'conflict' } },
    { title: 'Break', verb: 'test.break', subject: {} },
    { title: 'Plan', verb: 'test.plan', subject: { pairId: 'p1' }, opens: 'dialog' },
    { title: 'Plan here', verb: 'test.plan', subject: { pairId: 'p1' } },
    { title: 'Old', verb: 'test.dropped', subject: {} },
  ],
};
const thanks: Card = {
  summary: 'Thank you',
  body: [paragraph('Thank you')],
  buttons: [{ title: 'Change', verb: 'test.answer', subject: { pairId: 'p1' } }],
};

const own = { 'failure.pair-over': 'This pair has ended. See what is next in Tandem.' };
const sayOwn = wordsOf({ nl: own, fr: own, de: own, en: own });

describe('a press on a card', () => {
  const heard: Press<unknown, unknown>[] = [];
  let code: FailureCode = 'conflict';
  let reason = 'a-reason';
  let world: BotWorld;
  const pair = z.object({ pairId: z.string() });
  const actions = [
    cardAction({
      verb: 'test.answer',
      subject: pair,
      inputs: z.object({ mood: z.enum(['good', 'bad']), note: z.string().max(200).optional() }),
      run: async (_deps, press) => {
        heard.push(press);
        return { kind: 'card', card: thanks };
      },
    }),
    cardAction({
      verb: 'test.fail',
      subject: z.object({ code: z.string() }),
      inputs: z.object({}),
      run: () => Promise.reject(new Failure(code, reason)),
    }),
    cardAction({
      verb: 'test.break',
      subject: z.object({}),
      inputs: z.object({ note: z.string() }),
      run: () => Promise.reject(new TypeError('cannot read properties of undefined')),
    }),
    cardAction({
      verb: 'test.plan',
      subject: pair,
      inputs: z.object({}),
      run: async (_deps, press) => ({
        kind: 'dialog',
        title: 'Find a time',
        path: `/meetings/find?pair=${press.subject.pairId}`,
      }),
    }),
  ];

  before(async () => {
    world = await botWorld(actions, [sayOwn]);
  });
  after(() => world.close());
  beforeEach(() => {
    heard.length = 0;
    reason = 'a-reason';
    world.logged.length = 0;
  });

  /** Somebody with the question on their screen. */
  async function asked(locale = 'en-GB'): Promise<{ personId: string; messageId: string }> {
    const personId = world.person(locale);
    const { messageId } = await world.teams.sendCard(personId, question, { sendId: 'q', language: 'en' });
    return { personId, messageId };
  }

  const cardOf = (personId: string): string => JSON.stringify(world.connector.messagesOf(personId)[0]?.card);
  const noticeOf = (personId: string): string | undefined => world.connector.messagesOf(personId)[0]?.notice;

  function idOf(personId: string, title: string): string {
    const found = new RegExp(`"title":"${title}"[^}]*?"id":"([^"]+)"`).exec(cardOf(personId));
    return found?.[1] ?? '';
  }

  /** Sends the data of a button as somebody's own client would, whoever the button was for. */
  const send = (personId: string, data: unknown): ReturnType<BotWorld['connector']['deliver']> => {
    const value = { action: { type: 'Action.Execute', verb: 'test.answer', data }, trigger: 'manual' };
    return world.connector.deliver(
      invokeActivity(world.connector.messageOf(personId, ''), 'adaptiveCard/action', value),
    );
  };

  const isStale = (body: unknown): boolean => JSON.stringify(body).includes(say('en', 'stale.title'));

  it('runs the verb for whoever pressed, with what was kept and only the declared inputs', async () => {
    const { personId, messageId } = await asked('nl-BE');
    const inputs = { mood: 'good', note: 'well', pairId: 'p2', personId: 'somebody-else' };
    await world.connector.press(personId, messageId, 'Send', inputs);
    assert.deepEqual(heard, [
      {
        caller: { personId, language: 'nl', roles: [] },
        subject: { pairId: 'p1' },
        inputs: { mood: 'good', note: 'well' },
      },
    ]);
  });

  it('shows the new card in place, never with a refresh, its buttons under fresh ids that work', async () => {
    const { personId, messageId } = await asked();
    const before = idOf(personId, 'Send');
    await world.connector.press(personId, messageId, 'Send', { mood: 'good' });
    const after = idOf(personId, 'Change');
    assert.match(cardOf(personId), /Thank you/);
    assert.doesNotMatch(cardOf(personId), /refresh/);
    assert.ok(before !== '' && after !== '' && before !== after);
    await world.connector.press(personId, messageId, 'Change', { mood: 'bad' });
    assert.equal(heard.length, 2);
  });

  it('carries nothing in the card but an opaque id', async () => {
    const { personId } = await asked();
    assert.doesNotMatch(cardOf(personId), /pairId|"p1"/);
  });

  it('answers two presses at once, both', async () => {
    const { personId, messageId } = await asked();
    const press = (): Promise<PressResult> => world.connector.press(personId, messageId, 'Send', { mood: 'good' });
    const results = await Promise.all([press(), press()]);
    assert.deepEqual(
      results.map((one) => 'status' in one && one.status),
      [200, 200],
    );
    assert.equal(heard.length, 2);
  });

  it('gives “not yours”, “not there” and “no id” the same kind card, and does nothing', async () => {
    const { personId } = await asked();
    const [other] = [world.person()];
    const theirs = await send(other, { id: idOf(personId, 'Send'), mood: 'good' });
    const nobodys = await send(other, { id: 'made-up-0', mood: 'good' });
    assert.ok(isStale(theirs.body));
    assert.deepEqual(theirs, nobodys);
    assert.deepEqual(theirs, await send(other, { mood: 'good' }));
    assert.deepEqual(theirs, await send(other, { id: { $ne: '' }, mood: 'good' }));
    assert.deepEqual(heard, []);
  });

  it('does the verb that was kept, not the one that was sent', async () => {
    const { personId } = await asked();
    const { body } = await send(personId, { id: idOf(personId, 'Fail'), verb: 'test.answer', mood: 'good' });
    assert.match(JSON.stringify(body), /activity\.message/);
    assert.deepEqual(heard, []);
  });

  it('is over after half a year', async () => {
    const { personId, messageId } = await asked();
    world.pass(181);
    const result = await world.connector.press(personId, messageId, 'Send', { mood: 'good' });
    world.pass(-181);
    assert.ok('body' in result && isStale(result.body));
    assert.deepEqual(heard, []);
  });

  it('says that a card is no longer valid when its verb is gone, and notes it', async () => {
    const { personId, messageId } = await asked();
    const result = await world.connector.press(personId, messageId, 'Old');
    assert.ok('body' in result && isStale(result.body));
    assert.deepEqual(world.logged, ['a card of an earlier version was pressed {"verb":"test.dropped"}']);
  });

  for (const language of ['nl', 'fr', 'de', 'en'] as const)
    it(`says in ${language} what to do when an input is missing, and leaves the card with what was typed`, async () => {
      const { personId, messageId } = await asked(language);
      const before = cardOf(personId);
      await world.connector.press(personId, messageId, 'Send', { note: 'much typed' });
      assert.equal(noticeOf(personId), say(language, 'answer.incomplete'));
      assert.equal(cardOf(personId), before);
      assert.deepEqual(heard, []);
    });

  const sentences: readonly (readonly [FailureCode, BotWord])[] = [
    ['bad-input', 'answer.incomplete'],
    ['conflict', 'answer.changed'],
    ['unavailable', 'answer.later'],
  ];
  for (const [stop, word] of sentences)
    it(`says what to do now when the verb stops with ${stop}`, async () => {
      const { personId, messageId } = await asked();
      code = stop;
      await world.connector.press(personId, messageId, 'Fail');
      assert.equal(noticeOf(personId), say('en', word));
    });

  for (const stop of ['not-found', 'gone'] as const)
    it(`shows how to go on when the verb stops with ${stop}`, async () => {
      const { personId, messageId } = await asked();
      code = stop;
      await world.connector.press(personId, messageId, 'Fail');
      assert.ok(isStale(world.connector.messagesOf(personId)[0]?.card));
    });

  it('says the feature’s own sentence where it has one for the reason', async () => {
    const { personId, messageId } = await asked();
    [code, reason] = ['conflict', 'pair-over'];
    await world.connector.press(personId, messageId, 'Fail');
    assert.equal(noticeOf(personId), own['failure.pair-over']);
    code = 'gone';
    await world.connector.press(personId, messageId, 'Fail');
    assert.ok(cardOf(personId).includes(own['failure.pair-over']));
  });

  it('apologises for our own faults, and logs them without what was typed', async () => {
    const { personId, messageId } = await asked();
    await world.connector.press(personId, messageId, 'Break', { note: 'Zebulon' });
    assert.equal(noticeOf(personId), say('en', 'answer.fault'));
    assert.equal(world.logged.length, 1);
    assert.doesNotMatch(world.logged.join(), new RegExp(`Zebulon|${personId}`));
  });

  it('opens a page of the tab in a dialog', async () => {
    const { personId, messageId } = await asked();
    const path = '/meetings/find?pair=p1';
    const result = await world.connector.press(personId, messageId, 'Plan');
    const fallbackUrl = world.teams.tabLink(path, 'Tandem');
    const value = { title: 'Find a time', url: `${world.config.baseUrl}/tab${path}`, fallbackUrl };
    assert.deepEqual(result, {
      outcome: 'dialog',
      status: 200,
      body: { task: { type: 'continue', value: { ...value, width: 'medium', height: 'large' } } },
    });
  });

  it('leads to the same page by a link where a dialog cannot open', async () => {
    const { personId, messageId } = await asked();
    await world.connector.press(personId, messageId, 'Plan here');
    assert.ok(cardOf(personId).includes(world.teams.tabLink('/meetings/find?pair=p1', 'Tandem')));
  });

  it('says in the dialog what there is to say when the button is not valid', async () => {
    const { personId } = await asked();
    const other = world.person();
    const base = world.connector.messageOf(other, '');
    const data = { id: idOf(personId, 'Plan'), msteams: { type: 'task/fetch' } };
    const { body } = await world.connector.deliver(invokeActivity(base, 'task/fetch', { data }));
    assert.ok(isStale(body));
  });
});
