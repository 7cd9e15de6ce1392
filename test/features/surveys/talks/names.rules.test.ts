import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nameFinder, type Known } from '../../../../src/features/surveys/names/rules.ts';

const people = [
  { name: 'Fatima El Amrani', givenName: 'Fatima' },
  { name: 'Mark De Smet', givenName: 'Mark' },
  { name: 'An Peeters', givenName: 'An' },
  { name: 'Jürgen Bäcker', givenName: 'Jürgen' },
  { name: 'Will Groot', givenName: 'Will' },
];
const known: Known = { people, close: [], places: ['Gent', 'Luik'] };
const near: Known = { ...known, close: [people[0]!, people[2]!] };
const words = (text: string, by = known, not: string[] = []): string[] =>
  nameFinder(by)(text, { notNames: not }).map((one) => one.words);

describe('names in a text', () => {
  const cases: [string, string, Known, string[]][] = [
    ['a whole name, however it is written', 'ik sprak met fatima el amrani', known, ['fatima el amrani']],
    ['a given name with a capital', 'Toen zei Fatima dat het goed was', known, ['Fatima']],
    ['a given name at the beginning of a sentence', 'Fatima zei niets.', known, ['Fatima']],
    ['a family name in the middle of a sentence', 'Volgens Peeters is dat zo', known, ['Peeters']],
    ['accents or none, as one types', 'Mit Jurgen Backer geht es', known, ['Jurgen Backer']],
    ['a name in the genitive', "Fatima's idee was goed", known, ['Fatima']],
    ['the whole name once, not its parts', 'Dank aan Mark De Smet!', known, ['Mark De Smet']],
    ['a participant in small letters', 'en fatima lachte', near, ['fatima']],
    ['nobody else in small letters', 'en jürgen lachte', known, []],
    ['a participant whose name is a word, with a capital', 'Dat zei An ook', near, ['An']],
    ['no word that is a name as well', 'An der Arbeit fehlt Zeit. Will man das?', known, []],
    ['a name after a vowel that French leaves out', 'l’idée d’Fatima et qu’Fatima', known, ['Fatima', 'Fatima']],
    ['a participant in small letters after one', "l'avis d'an et d'fatima", near, ['fatima']],
    ['a mail address', 'schrijf naar f.el-amrani@contoso.be', known, ['f.el-amrani@contoso.be']],
    [
      'telephone numbers, as Belgians write them',
      'bel 0471 23 45 67 of +32 (0)9 123 45 67',
      known,
      ['0471 23 45 67', '+32 (0)9 123 45 67'],
    ],
    ['no years, hours and amounts', 'in 2026 om 10.30 uur, 1 200 mensen, 45 000 euro', known, []],
    ['a site', 'in Gent is dat anders', known, ['Gent']],
    ['no site where places may stand', 'in Gent is dat anders', { ...known, places: [] }, []],
    ['nothing in a text without names', 'Ik heb te weinig tijd om raad te vragen.', known, []],
  ];
  for (const [name, text, by, found] of cases) it(`finds ${name}`, () => assert.deepEqual(words(text, by), found));

  it('lets the writer say that a word is no name, but not that an address is none', () => {
    const text = 'Toen zei Fatima: mail naar a@b.be of bel 0471 23 45 67';
    assert.deepEqual(words(text, known, ['fatima', 'a@b.be', '0471 23 45 67']), ['a@b.be', '0471 23 45 67']);
  });

  it('says exactly where the words stand, whatever is around them', () => {
    const find = nameFinder(known);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const text = `${before} Fatima El Amrani ${after}`;
        const found = find(text);
        assert.ok(
          found.some((one) => one.words === 'Fatima El Amrani' || text.slice(one.start, one.end).includes('Fatima')),
        );
        for (const one of found) assert.equal(text.slice(one.start, one.end), one.words);
      }),
    );
  });
});
