import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { answerTo } from '../../../src/bot/commands.ts';
import { adviserCard, personCard } from '../../../src/features/concerns/cards.ts';
import { mayRead } from '../../../src/features/concerns/policy.ts';
import { goesOn, isAway, isLate, mayBeTold, toldCounts } from '../../../src/features/concerns/rules.ts';
import { urgentCountries, urgentFile, urgentIn } from '../../../src/features/concerns/urgent/model.ts';
import { day } from '../../../src/platform/clock.ts';
import { languages } from '../../../src/platform/words.ts';

const content = join(import.meta.dirname, '../../../src/features/concerns/content');
/** Thursday, ten in the morning in Brussels. */
const thursday = Date.UTC(2026, 2, 5, 9, 0);

describe('the rules of a private talk', () => {
  it('count two working days: from Thursday to Monday', () => {
    assert.equal(isLate({ state: 'open', at: thursday }, thursday + 4 * day - 1), false);
    assert.equal(isLate({ state: 'open', at: thursday }, thursday + 4 * day), true);
    assert.equal(isLate({ state: 'taken', at: thursday }, thursday + 40 * day), false);
  });

  it('let it go 14 days after the talk, and never after more than 60', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), (days) => {
        const doneAt = thursday + days * day;
        assert.ok(goesOn({ at: thursday, doneAt }) <= thursday + 60 * day);
        assert.ok(goesOn({ at: thursday, doneAt }) <= doneAt + 14 * day);
      }),
    );
  });

  it('let nobody read it but whom it went to, and one alone once it is taken', () => {
    const one = { advisers: ['a', 'b'] };
    assert.deepEqual(
      ['a', 'b', 'c'].filter((id) => mayRead(id, one)),
      ['a', 'b'],
    );
    assert.deepEqual(
      ['a', 'b', 'c'].filter((id) => mayRead(id, { ...one, takenBy: 'b' })),
      ['b'],
    );
    assert.equal(mayRead('c', { ...one, takenBy: 'c' }), false);
  });

  it('write to nobody who says that Teams is not safe', () => {
    assert.equal(mayBeTold({ chatIsSafe: true, avoid: [] }), true);
    assert.equal(mayBeTold({ chatIsSafe: true, avoid: ['teams'] }), false);
    assert.equal(mayBeTold({ chatIsSafe: false, avoid: [] }), false);
  });

  it('take an adviser for away until the day before', () => {
    assert.equal(isAway({ awayUntil: '2026-03-06' }, thursday), true);
    assert.equal(isAway({ awayUntil: '2026-03-05' }, thursday), false);
    assert.equal(isAway({}, thursday), false);
  });

  it('tell no number under ten, and none that still moves', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 3 }), { minLength: 36, maxLength: 36 }), (numbers) => {
        const months = new Map(numbers.map((count, at) => [monthAt(at), count]));
        const told = toldCounts(months, thursday);
        assert.deepEqual(
          told.map(({ year }) => year),
          [2025, 2024],
        );
        for (const { year, talks } of told) {
          const all = numbers
            .filter((_, at) => monthAt(at).startsWith(String(year)))
            .reduce((sum, one) => sum + one, 0);
          assert.equal(talks, all < 10 ? 'few' : all);
        }
        const more = new Map([...months, ['2026-02', 99]]);
        assert.deepEqual(toldCounts(more, thursday), told);
      }),
    );
  });
});

/** From January 2024 on. */
const monthAt = (at: number): string => `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;

/** Words that would tell somebody who looks over a shoulder. */
const telling =
  /advis|confid|vertrouw|vertrau|confiance|complain|klacht|plainte|beschwer|report|melding|signal|harass|pest|harc|mobb|belästig|abus|misbruik|miss?brauch|violen|geweld|gewalt|discrimin|diskrimin|problem|probl[eè]m|urgen|dringend|suic|suiz|zelfmoord|(?:un)?safe|veilig|sûr|sicher|secret|geheim|request|vraag om|demande|anfrage|private|privé|tête|ogen|augen|talk|gesprek|entretien|gespräch/i;

describe('the cards of a private talk', () => {
  for (const language of languages)
    it(`hold no telling word and no name in ${language}`, () => {
      for (const card of [adviserCard(language, 'x'), personCard(language, 'x')])
        assert.doesNotMatch(JSON.stringify([card.summary, card.body.map(({ text }) => text)]), telling);
    });

  it('would be found with a word such as these', () => {
    for (const text of ['Somebody reports harassment', 'Er is een vertrouwelijke melding', 'Demande d’entretien'])
      assert.match(text, telling);
  });

  it('show nothing in the notification of the bot either', () => {
    for (const language of languages)
      assert.doesNotMatch(answerTo({ command: 'talk', language }, 'x', 'y').summary, telling);
  });
});

describe('the numbers to call', () => {
  it('stand in files of the schema, one for each country', () => {
    const files = readdirSync(content);
    assert.deepEqual(files.toSorted(), urgentCountries.map((one) => `lines-${one.toLowerCase()}.json`).toSorted());
    for (const name of files) {
      const file = urgentFile.parse(JSON.parse(readFileSync(join(content, name), 'utf8')));
      assert.equal(`lines-${file.country.toLowerCase()}.json`, name);
      assert.ok(
        file.emergency.some(({ number }) => number === '112'),
        name,
      );
      for (const line of file.lines) assert.ok(line.number ?? line.web, line.name);
    }
  });

  it('begin with those that answer in the reader’s language', () => {
    for (const language of ['nl', 'fr', 'de'] as const)
      assert.ok(urgentIn('BE', language).lines[0]?.speaks.includes(language));
  });
});
