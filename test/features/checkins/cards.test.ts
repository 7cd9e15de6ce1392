import assert from 'node:assert/strict';
import { adaptiveCard, type Card } from '../../../src/platform/cards.ts';
import { languages } from '../../../src/platform/words.ts';
import { comparableOf, openOf, ratedOf } from '../../../src/features/checkins/asks/rules.ts';
import { checkInCard, type Asked } from '../../../src/features/checkins/cards.ts';
import { differencesIn } from '../../../src/features/checkins/differing/rules.ts';
import { longestNote, noteReaders, type Said, type SaidRated } from '../../../src/features/checkins/model.ts';
import { putOffCard } from '../../../src/features/checkins/putting-off/cards.ts';
import { contactCard, notedCard, thanksCard, wroteCard } from '../../../src/features/checkins/telling/cards.ts';
import { say } from '../../../src/features/checkins/words.ts';

const at = { programmeId: 'p1', pairId: 'pair-1' };
const partner = { name: 'Tom *Bold* [Peeters](http://x.test)' };
const note = 'x'.repeat(longestNote);
const ratings = { 'open-talks': 4, 'next-step': 'skipped', 'more-options': 2, 'often-moved': 1 } as const;
const met: Said = { round: 'day-14', met: 'planned', contact: true };
const rated: SaidRated = { round: 'day-30', ratings, note, noteFor: 'partner', share: true, contact: true };
const rounds = ['day-30', 'day-90', 'close', 'after-six-months'];

const ask = (round: string, over: Partial<Asked> = {}): Asked => ({
  ...{ ...at, round, partner, readers: noteReaders },
  ...over,
});
const inputsOf = (card: Card) => card.body.filter(({ type }) => type.startsWith('Input.'));
const textOf = (card: Card) => JSON.stringify(adaptiveCard(card, () => 'x'.repeat(24)));
const choicesOf = (input: object | undefined) =>
  ((input as { choices?: { value: string }[] } | undefined)?.choices ?? []).map(({ value }) => value);

for (const language of languages)
  describe(`the cards of a check-in in ${language}`, () => {
    const wrote = { name: partner.name, programme: 'Grow', programmeId: 'p1' };
    const differ = differencesIn(language, 'day-30', Object.keys(ratings));
    const thanks = { ...at, partner: partner.name };
    const cards: Record<string, Card> = {
      'day 14': checkInCard(language, ask('day-14')),
      'day 14 again': checkInCard(language, ask('day-14', { said: met })),
      ...Object.fromEntries(rounds.map((round) => [round, checkInCard(language, ask(round))])),
      'day 30 again': checkInCard(language, ask('day-30', { said: rated })),
      'thanks for day 14': thanksCard(language, { ...thanks, said: met, compared: 'off' }),
      'thanks for day 30': thanksCard(language, { ...thanks, said: rated, compared: differ }),
      'thanks where one may confide': thanksCard(language, {
        ...{ ...thanks, compared: 'off', mayConfide: true },
        said: { ...rated, note: '', noteFor: 'nobody' },
      }),
      'put off': putOffCard(language, { ...at, round: 'day-30' }, { way: 'later', again: 1, zone: 'UTC' }),
      'not now': putOffCard(language, { ...at, round: 'day-30' }, { way: 'not-now', zone: 'UTC' }),
      'not this one': putOffCard(language, { ...at, round: 'day-30' }, { way: 'not-this', zone: 'UTC' }),
      'the word to coordinators': contactCard(language, wrote),
      'the note to coordinators': notedCard(language, wrote),
      'the note to the partner': wroteCard(language, { ...at, name: partner.name }),
    };

    for (const [name, card] of Object.entries(cards)) {
      it(`${name}: is small, has few buttons that are not cut off, and shows names as they are written`, () => {
        assert.ok(Buffer.byteLength(textOf(card)) < 28_000);
        const titles = (card.buttons ?? []).map(({ title }) => title);
        assert.ok(titles.length > 0 && titles.length <= 6 && titles.every(({ length }) => length <= 24), titles.join());
        assert.doesNotMatch(JSON.stringify(card.body.filter(({ type }) => type === 'TextBlock')), /[^\\]\[Peeters\]/);
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

    for (const round of rounds)
      it(`asks ${round} in at most six scales and one open question, each with a way not to say it, and who reads what`, () => {
        const card = cards[round];
        assert.ok(card);
        const choices = inputsOf(card).filter(({ type }) => type === 'Input.ChoiceSet');
        const items = ratedOf(round);
        assert.deepEqual(
          choices.map(({ id }) => id),
          [...items.map(({ id }) => id), 'reader'],
        );
        assert.ok(items.length >= 4 && items.length <= 6 && openOf(round));
        for (const input of choices.slice(0, -1)) assert.equal(choicesOf(input).at(-1), 'skipped');
        assert.deepEqual(choicesOf(choices.at(-1)), [...noteReaders]);
        assert.equal(choices.at(-1)?.['value'], 'nobody');
        const told = card.body.map((element) => element['text']);
        assert.ok(told.includes(say(language, 'items.who')) && told.includes(say(language, 'note.who')));
        assert.equal(
          inputsOf(card).some(({ id }) => id === 'share'),
          comparableOf(round).length > 0,
        );
      });

    it('fills in the former answer when it is changed, and does not offer to put it off', () => {
      const card = cards['day 30 again'];
      assert.ok(card);
      const filled = Object.fromEntries(inputsOf(card).map((input) => [input['id'], input['value']]));
      assert.deepEqual(filled, {
        ...{ 'open-talks': '4', 'next-step': 'skipped', 'more-options': '2', 'often-moved': '1' },
        ...{ note, reader: 'partner', share: 'yes', contact: 'yes' },
      });
      assert.deepEqual(
        card.buttons?.map(({ verb }) => verb),
        ['checkins.answer'],
      );
    });

    it('offers to be asked later once', () => {
      const ways = (card: Card) => (card.buttons ?? []).flatMap(({ subject }) => subject['way'] ?? []);
      assert.deepEqual(ways(checkInCard(language, ask('day-90'))), ['later', 'not-now', 'not-this']);
      assert.deepEqual(ways(checkInCard(language, ask('day-90', { isAgain: true }))), ['not-now', 'not-this']);
    });

    it('tells two who differ which sentence it is, with an idea, and no number', () => {
      const card = cards['thanks for day 30'];
      const told = JSON.stringify(card?.body.slice(-2 * differ.length));
      assert.equal(differ.length, 4);
      for (const { text, idea } of differ)
        assert.ok(told.includes(JSON.stringify(text).slice(1, -1)) && told.includes(idea));
      assert.doesNotMatch(told.replaceAll(/"[a-zA-Z]+":"[A-Z][a-z]+"/g, ''), /\d/);
    });
  });
