import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import { anna, cardMessage, marc, question, startTestChat, type TestChat } from '../support/test-chat.ts';

describe('a press on a card in the sandbox', () => {
  let chat: TestChat;

  beforeEach(async () => {
    chat = await startTestChat();
  });
  afterEach(() => chat.close());

  it('puts the card of the answer in the place of the card that was pressed', async () => {
    const thanks = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Thanks' }] };
    chat.bot.answer = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: thanks };
    await chat.connector.installFor(anna.id);
    const { id } = await chat.send(anna.id, cardMessage(question));
    const result = await chat.connector.press(anna.id, id, 'Send', { met: 'yes' });
    assert.deepEqual(result, { outcome: 'answered', status: 200, body: chat.bot.answer });
    const invoke = chat.bot.received.at(-1) as Activity;
    assert.deepEqual([invoke.type, invoke.name, invoke.replyToId], ['invoke', 'adaptiveCard/action', id]);
    assert.deepEqual(invoke.value, {
      action: {
        type: 'Action.Execute',
        id: 'send',
        title: 'Send',
        verb: 'checkins.record',
        data: { id: '7', met: 'yes', contact: 'false' },
      },
      trigger: 'manual',
    });
    assert.deepEqual(chat.connector.messagesOf(anna.id)[0]?.card, thanks);
    assert.deepEqual(
      await chat.connector.press(anna.id, id, 'Send'),
      result,
      'a second device still shows the old card',
    );
  });

  it('shows a message or an error under the card, and leaves the card', async () => {
    await chat.connector.installFor(anna.id);
    const { id } = await chat.send(anna.id, cardMessage(question));
    chat.bot.answer = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Noted' };
    await chat.connector.press(anna.id, id, 'checkins.record');
    assert.equal(chat.connector.messagesOf(anna.id)[0]?.notice, 'Noted');
    chat.bot.answer = {
      statusCode: 400,
      type: 'application/vnd.microsoft.error',
      value: { code: 'x', message: 'Choose one' },
    };
    await chat.connector.press(anna.id, id, 'send');
    assert.equal(chat.connector.messagesOf(anna.id)[0]?.notice, 'Choose one');
    assert.deepEqual(chat.connector.messagesOf(anna.id)[0]?.card, question);
  });

  it('sends Action.Submit as a message, and opens dialogs and addresses', async () => {
    await chat.connector.installFor(anna.id);
    const { id } = await chat.send(anna.id, cardMessage(question));
    assert.equal((await chat.connector.press(anna.id, id, 'Later', { met: 'no' })).outcome, 'sent');
    const submitted = chat.bot.received.at(-1) as Activity;
    assert.deepEqual([submitted.type, submitted.replyToId], ['message', id]);
    assert.deepEqual(submitted.value, { id: '8', met: 'no', contact: 'false' });
    chat.bot.answer = { task: { type: 'continue', value: { url: 'https://tandem.example/meet' } } };
    const dialog = await chat.connector.press(anna.id, id, 'Find a time');
    assert.deepEqual(dialog, { outcome: 'dialog', status: 200, body: chat.bot.answer });
    assert.equal(chat.bot.received.at(-1)?.name, 'task/fetch');
    assert.deepEqual(await chat.connector.press(anna.id, id, 'Read'), {
      outcome: 'opened',
      url: 'https://tandem.example/stories',
    });
    assert.deepEqual((await chat.connector.press(anna.id, id, 'Elsewhere')).outcome, 'no-such-action');
    assert.deepEqual(await chat.connector.press(marc.id, id, 'Send'), { outcome: 'no-such-message' });
  });
});
