import assert from 'node:assert/strict';
import { adaptiveCard, heading, plain, type Card } from '../../src/platform/cards.ts';

describe('text of people in a card', () => {
  const cases: [string, string, string][] = [
    ['shows Markdown as it was typed', '[win](http://evil) *now*', '\\[win\\]\\(http://evil\\) \\*now\\*'],
    ['loses characters that turn the reading direction', 'abc\u202Etxt.exe', 'abctxt.exe'],
    ['loses control characters and keeps the end of a line', 'a\u0000b\nc', 'ab\nc'],
    ['is no list and no heading', '1. one\n- two\n# three', '1\\. one\n\\- two\n\\# three'],
  ];
  for (const [name, typed, shown] of cases) it(name, () => assert.equal(plain(typed), shown));
});

describe('a card that is sent', () => {
  const card: Card = {
    summary: 'News',
    body: [heading('Hello')],
    buttons: [
      { title: 'Yes', verb: 'pairs.answer', subject: { pairId: 'secret-pair' } },
      { title: 'Find a time', verb: 'meetings.find', subject: { pairId: 'secret-pair' }, opens: 'dialog' },
    ],
  };
  const sent = adaptiveCard(card, (button) => `opaque-${button.title.length}`);

  it('carries opaque ids, never the subject', () => {
    const text = JSON.stringify(sent);
    assert.ok(text.includes('opaque-3') && !text.includes('secret-pair'));
  });

  it('is answered in place, or opens a dialog', () => {
    const actions = sent['actions'] as { type: string; verb?: string; data: { msteams?: { type: string } } }[];
    assert.deepEqual(
      actions.map((one) => one.type),
      ['Action.Execute', 'Action.Submit'],
    );
    assert.equal(actions[0]?.verb, 'pairs.answer');
    assert.equal(actions[1]?.data.msteams?.type, 'task/fetch');
  });
});
