import assert from 'node:assert/strict';
import { adaptiveCard, type Card } from '../../../src/platform/cards.ts';
import { languages } from '../../../src/platform/words.ts';
import { checkInCard, contactCard, thanksCard } from '../../../src/features/checkins/cards.ts';
import { items, longestNote, type Said } from '../../../src/features/checkins/model.ts';
import { say } from '../../../src/features/checkins/words.ts';

const at = { programmeId: 'p1', pairId: 'pair-1' };
const partner = { name: 'Tom *Bold* [Peeters](http://x.test)' };
const note = 'x'.repeat(longestNote);
const ratings = { 'open-talks': 4, 'next-step': 'skipped', 'more-options': 2, 'often-moved': 1 } as const;
const met: Said = { round: 'day-14', met: 'planned', contact: true };
const rated: Said = { round: 'day-30', ratings, note, contact: true };

const inputsOf = (card: Card) => card.body.filter(({ type }) => type.startsWith('Input.'));
const textOf = (card: Card) => JSON.stringify(adaptiveCard(card, () => 'x'.repeat(24)));

for (const language of languages)
  describe(`the cards of a check-in in ${language}`, () => {
    const cards: Record<string, Card> = {
      'day 14': checkInCard(language, { ...at, round: 'day-14', partner }),
      'day 14 again': checkInCard(language, { ...at, round: 'day-14', partner, said: met }),
      'day 30': checkInCard(language, { ...at, round: 'day-30', partner }),
      'day 30 again': checkInCard(language, { ...at, round: 'day-30', partner, said: rated }),
      'thanks for day 14': thanksCard(language, at, met),
      'thanks for day 30': thanksCard(language, at, rated),
      'the word to coordinators': contactCard(language, { name: partner.name, programme: 'Grow', programmeId: 'p1' }),
    };

    for (const [name, card] of Object.entries(cards)) {
      it(`${name}: is small, has few buttons that are not cut off, and shows names as they are written`, () => {
        assert.ok(Buffer.byteLength(textOf(card)) < 28_000);
        const titles = (card.buttons ?? []).map(({ title }) => title);
        assert.ok(titles.length > 0 && titles.length <= 6 && titles.every(({ length }) => length <= 24), titles.join());
        assert.doesNotMatch(textOf(card), /[^\\]\[Peeters\]/);
      });

      it(`${name}: is announced without a name, a programme or what it is about`, () => {
        assert.ok([say(language, 'card.summary'), say(language, 'word.summary')].includes(card.summary));
        assert.doesNotMatch(card.summary, /Tom|Grow|mentor|mentee/i);
      });

      it(`${name}: labels every input, and says what is wrong where one must choose`, () => {
        for (const input of inputsOf(card)) {
          assert.ok(input['label'] ?? input['title']);
          assert.equal(input['isRequired'] === true, input['errorMessage'] !== undefined);
        }
      });
    }

    it('asks the four items, each with a way not to say it, and says who reads what', () => {
      const card = cards['day 30'];
      assert.ok(card);
      const choices = inputsOf(card).filter(({ type }) => type === 'Input.ChoiceSet');
      assert.deepEqual(
        choices.map(({ id }) => id),
        [...items],
      );
      for (const input of choices)
        assert.deepEqual(
          (input['choices'] as { value: string }[]).map(({ value }) => value),
          ['1', '2', '3', '4', '5', 'skipped'],
        );
      const told = card.body.map((element) => element['text']);
      assert.ok(told.includes(say(language, 'items.who')) && told.includes(say(language, 'note.who')));
    });

    it('fills in the former answer when it is changed', () => {
      const card = cards['day 30 again'];
      assert.ok(card);
      const filled = Object.fromEntries(inputsOf(card).map((input) => [input['id'], input['value']]));
      assert.deepEqual(filled, {
        ...{ 'open-talks': '4', 'next-step': 'skipped', 'more-options': '2', 'often-moved': '1' },
        ...{ note, contact: 'yes' },
      });
    });
  });
