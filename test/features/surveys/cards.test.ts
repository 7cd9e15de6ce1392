import assert from 'node:assert/strict';
import { adaptiveCard } from '../../../src/platform/cards.ts';
import { languages } from '../../../src/platform/words.ts';
import { inviteCard, outcomeCard } from '../../../src/features/surveys/cards.ts';
import { questionTexts, supportItemIds, supportItems } from '../../../src/features/surveys/questions/model.ts';
import { supportTexts } from '../../../src/features/surveys/questions/rules.ts';
import { say } from '../../../src/features/surveys/words.ts';

const invitation = { surveyId: 's1', closesAt: Date.UTC(2026, 2, 17, 22), zone: 'Europe/Brussels', floor: 7 };

for (const language of languages)
  describe(`the card of a survey in ${language}`, () => {
    const card = inviteCard(language, invitation);
    const inputs = card.body.filter(({ type }) => type === 'Input.ChoiceSet');

    it('is small enough for Teams, with six buttons at most', () => {
      const sent = JSON.stringify(adaptiveCard(card, () => 'x'.repeat(24)));
      assert.ok(Buffer.byteLength(sent) < 28_000, `${Buffer.byteLength(sent)} bytes`);
      assert.ok((card.buttons ?? []).length <= 6);
    });

    it('gives every question a label, an error message and a way not to say it', () => {
      assert.deepEqual(
        inputs.map((input) => input['id']),
        supportItemIds,
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

    it('is followed by an answer without inputs for each outcome', () => {
      const titles = (['kept', 'already-answered', 'closed'] as const).map((outcome) => {
        const { summary, body, buttons } = outcomeCard(language, outcome);
        assert.ok(body.length === 2 && buttons === undefined);
        return summary;
      });
      assert.equal(new Set(titles).size, 3);
    });
  });

describe('the questions about support', () => {
  it('hold the same items in all languages, as their schema says', () => {
    for (const language of languages) {
      const texts = questionTexts.parse(supportTexts(language));
      assert.deepEqual(Object.keys(texts.items), [...supportItemIds]);
    }
    assert.deepEqual(
      supportItems.map(({ id }) => id),
      [...supportItemIds],
    );
  });

  it('are worded by us in each language, and no two are the same', () => {
    const all = languages.flatMap((language) => Object.values(supportTexts(language).items).map(({ text }) => text));
    assert.equal(new Set(all).size, languages.length * supportItemIds.length);
  });

  it('are short enough to read in one go', () => {
    for (const language of languages)
      for (const { text } of Object.values(supportTexts(language).items))
        assert.ok(text.split(' ').length <= 17, `${language}: ${text}`);
  });
});
