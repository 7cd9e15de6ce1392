import assert from 'node:assert/strict';
import { adaptiveCard } from '../../../src/platform/cards.ts';
import { languages } from '../../../src/platform/words.ts';
import { inviteCard, outcomeCard } from '../../../src/features/surveys/cards.ts';
import { askedSetOf, questionSets, setOf } from '../../../src/features/surveys/bank/rules.ts';
import { fitsCard } from '../../../src/features/surveys/questions/rules.ts';
import { say } from '../../../src/features/surveys/words.ts';

const supportItems = setOf('support').items;
const frame = {
  surveyId: 's1',
  closesAt: Date.UTC(2026, 2, 17, 22),
  zone: 'Europe/Brussels',
  floor: 7,
  mode: 'anonymous',
} as const;

for (const language of languages)
  describe(`the card of a survey in ${language}`, () => {
    const asks = askedSetOf({ set: 'support', items: supportItems }, language);
    const card = inviteCard(language, { ...frame, asks, isWhole: fitsCard(supportItems) });
    const inputs = card.body.filter(({ type }) => type === 'Input.ChoiceSet');

    it('is small enough for Teams, with six buttons at most', () => {
      const sent = JSON.stringify(adaptiveCard(card, () => 'x'.repeat(24)));
      assert.ok(Buffer.byteLength(sent) < 28_000, `${Buffer.byteLength(sent)} bytes`);
      assert.ok((card.buttons ?? []).length <= 6);
    });

    it('gives every question a label, an error message and a way not to say it', () => {
      assert.deepEqual(
        inputs.map((input) => input['id']),
        supportItems.map(({ id }) => id),
      );
      for (const input of inputs) {
        assert.ok(input['label'] && input['errorMessage'] && input['isRequired'] === true);
        const choices = input['choices'] as { title: string; value: string }[];
        assert.deepEqual(
          choices.map(({ value }) => value),
          ['1', '2', '3', '4', '5', 'skipped'],
        );
        assert.equal(new Set(choices.map(({ title }) => title)).size, 6);
      }
    });

    it('says who reads what, from how many answers on, and that it is final, before the first question', () => {
      const first = card.body.findIndex(({ type }) => type === 'Input.ChoiceSet');
      const before = card.body.slice(0, first).map((element) => element['text']);
      for (const sentence of ['privacy.anonymous', 'privacy.final'] as const)
        assert.ok(before.includes(say(language, sentence)));
      assert.ok(before.includes(say(language, 'privacy.floor', { floor: 7 })));
    });

    it('asks on the page alone what is long or needs order, and is small enough for Teams with any set', () => {
      for (const { id: set, items } of questionSets) {
        const one = { ...frame, asks: askedSetOf({ set, items }, language), isWhole: fitsCard(items) };
        const { body, buttons = [] } = inviteCard(language, one);
        const sent = JSON.stringify(adaptiveCard({ summary: '', body, buttons }, () => 'x'.repeat(24)));
        assert.ok(Buffer.byteLength(sent) < 28_000, `${set}: ${Buffer.byteLength(sent)} bytes`);
        assert.equal(body.filter(({ type }) => type.startsWith('Input.')).length, one.isWhole ? items.length : 0, set);
        assert.equal(
          buttons.some(({ verb }) => verb === 'surveys.answer'),
          one.isWhole,
          set,
        );
      }
    });

    it('is followed by an answer without inputs for each outcome', () => {
      const titles = (['kept', 'already-answered', 'closed'] as const).map((outcome) => {
        const { summary, body, buttons } = outcomeCard(language, outcome);
        assert.ok(body.length === 2 && buttons === undefined);
        return summary;
      });
      assert.equal(new Set(titles).size, 3);
    });
  });
