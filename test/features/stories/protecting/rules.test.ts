import assert from 'node:assert/strict';
import fc from 'fast-check';
import { directoryOf, nameParts } from '../../../../src/features/stories/protecting/directory/rules.ts';
import { withInstead, type SpotKind } from '../../../../src/features/stories/protecting/model.ts';
import { phraseFinder } from '../../../../src/features/stories/protecting/phrases/rules.ts';
import { wordsIn } from '../../../../src/features/stories/protecting/reading/rules.ts';
import { findingsIn, keyOf, openOf, spotsIn, takes } from '../../../../src/features/stories/protecting/rules.ts';
import { hintsIn, otherLanguage } from '../../../../src/features/stories/protecting/tone/rules.ts';
import { languages, type Language } from '../../../../src/platform/words.ts';
import { ownTexts, sandboxFacts, unmarked } from './held.ts';

const facts = sandboxFacts();
const found = (language: Language, text: string, given = facts): string[] =>
  spotsIn(text, language, given).map(({ kind, from, to }) => `${kind}: ${text.slice(from, to)}`);

/** What is found, word by word; the rest of the sentence must not be. */
const cases: Readonly<Record<Language, readonly (readonly [SpotKind, string, string])[]>> = {
  en: [
    ['name', 'My son Tom taught me.', 'My son Tom'],
    ['name', 'Then Youssef laughed.', 'Youssef'],
    ['name', 'I asked Mrs Dubois first.', 'Mrs Dubois'],
    ['name', 'Signed by A. Peeters.', 'A. Peeters'],
    ['place', 'We met in Lagos.', 'in Lagos'],
    ['place', 'It stands on the third floor.', 'third floor'],
    ['date', 'It began on 3 March 2024.', 'on 3 March 2024'],
    ['date', 'I joined in 2019.', 'in 2019'],
    ['unique', 'I was the only woman in procurement.', 'the only woman in procurement'],
    ['unique', 'I am 58 and still learn.', '58'],
    ['unique', 'With three children I need time.', 'three children'],
    ['unique', 'She is head of Quality.', 'head of Quality'],
    ['small-group', 'We are a team of four here.', 'team of four'],
    ['contact', 'Write to me: me@example.com.', 'me@example.com'],
    ['others', 'My manager is an alcoholic.', 'is an alcoholic'],
    ['sensitive', 'I have diabetes.', 'diabetes'],
  ],
  nl: [
    ['name', 'Mijn collega Youssef lachte.', 'Mijn collega Youssef'],
    ['name', 'Ik vroeg het aan mevrouw Janssens.', 'mevrouw Janssens'],
    ['place', 'Ik woon in Gent.', 'in Gent'],
    ['place', 'Het is op de tweede verdieping.', 'tweede verdieping'],
    ['date', 'Het begon in maart 2024.', 'in maart 2024'],
    ['unique', 'Als enige vrouw zweeg ik.', 'Als enige vrouw'],
    ['unique', 'Ik heb vier kinderen.', 'vier kinderen'],
    ['small-group', 'Wij delen het met z’n vieren.', 'met z’n vieren'],
    ['contact', 'Bel 0475 12 34 56.', '0475 12 34 56'],
    ['others', 'Mijn baas werd ontslagen.', 'werd ontslagen'],
    ['sensitive', 'Ik ben doof.', 'doof'],
  ],
  fr: [
    ['name', 'J’ai écrit à notre directrice, Mme Dubois.', 'notre directrice, Mme Dubois'],
    ['place', 'J’habite à Namur.', 'à Namur'],
    ['place', 'C’est au troisième étage.', 'troisième étage'],
    ['date', 'C’était le 3 mars 2024.', 'le 3 mars 2024'],
    ['unique', 'J’étais la seule femme de l’atelier.', 'la seule femme de l’atelier'],
    ['unique', 'J’ai 58 ans et je continue.', '58 ans'],
    ['small-group', 'Une équipe de quatre, pas plus.', 'équipe de quatre'],
    ['contact', 'Voir www.exemple.be/moi.', 'www.exemple.be/moi.'],
    ['others', 'Mon chef buvait.', 'buvait'],
    ['sensitive', 'Je suis sourde.', 'sourde'],
  ],
  de: [
    ['name', 'Ich fragte Frau Dr. Yılmaz.', 'Frau Dr. Yılmaz'],
    ['name', 'Fatimas Rat half mir.', 'Fatimas'],
    ['place', 'Ich komme aus Izmir.', 'aus Izmir'],
    ['place', 'Es ist im dritten Stock.', 'dritten Stock'],
    ['date', 'Es begann am 3. März 2024.', 'am 3. März 2024'],
    ['unique', 'Ich war die einzige Frau im Team.', 'die einzige Frau im Team'],
    ['unique', 'Ich bin 58 und lerne noch.', '58'],
    ['small-group', 'Wir arbeiten zu viert.', 'zu viert'],
    ['contact', 'Mein Name dort: @sonja_k.', '@sonja_k.'],
    ['others', 'Mein Chef trinkt.', 'trinkt'],
    ['sensitive', 'Ich bin gehörlos.', 'gehörlos'],
  ],
};

const nothing: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'In March we used Teams and Excel.',
    'The first time I spoke up, my voice shook.',
    'Will it last? May I ask? Mark my words.',
    'We met on Monday for twenty minutes.',
    'I was not the only one who doubted.',
  ],
  nl: [
    'In maart gebruikten we Teams en Excel.',
    'De eerste keer beefde mijn stem.',
    'Elke week praatten we. Tien minuten waren genoeg.',
    'Ik was niet de enige die twijfelde.',
  ],
  fr: [
    'En mars, nous utilisions Teams et Excel.',
    'La première fois, ma voix tremblait.',
    'Rose ou bleu, peu importe. Aime ce que tu fais.',
    'Je n’étais pas la seule à douter.',
  ],
  de: [
    'Im März nutzten wir Teams und Excel.',
    'Beim ersten Mal zitterte meine Stimme.',
    'Beim Essen sprachen wir über Ernst und Spaß.',
    'Durch Zuhören, Fragen und Ausprobieren kam Vertrauen.',
  ],
};

describe('what tells who', () => {
  for (const language of languages) {
    for (const [kind, text, words] of cases[language])
      it(`is in ${language}, as ${kind}: ${words}`, () =>
        assert.deepEqual(found(language, text), [`${kind}: ${words}`]));
    for (const text of nothing[language])
      it(`is not in ${language}: ${text}`, () => assert.deepEqual(found(language, text), []));
  }

  it('is each name of those who tell, also in small letters and as a nickname', () => {
    const two = sandboxFacts({
      close: [
        { parts: nameParts('Fatima Oukili'), why: 'own-name' },
        { parts: nameParts('Robert Sterk'), why: 'partner-name' },
      ],
    });
    const whys = (text: string): string[] => spotsIn(text, 'nl', two).map(({ why }) => why);
    assert.deepEqual(whys('Toen zei fatima iets tegen Bob.'), ['own-name', 'partner-name']);
    assert.deepEqual(whys('Oukili’s raad hielp.'), ['own-name']);
    assert.deepEqual(whys('Ik voelde me sterk. Sterk was ik niet.'), []);
    assert.deepEqual(whys('Daarna kwam Sterk binnen.'), ['partner-name']);
  });

  it('is a part of the organisation with few people, at a site that is named', () => {
    const people = [
      ...Array.from({ length: 30 }, (_, at) => ({
        name: `A${at} B${at}`,
        department: 'Legal',
        site: at < 4 ? 'Eupen' : 'Ghent',
      })),
    ];
    const small = sandboxFacts({ directory: directoryOf(people), own: [] });
    assert.deepEqual(found('en', 'I work in Legal since then.', small), []);
    assert.deepEqual(found('en', 'I work in Legal in Eupen.', small), ['small-group: Legal', 'place: in Eupen']);
  });
});

describe('a finding', () => {
  it('is gone when what it suggests is taken', () => {
    for (const language of languages)
      for (const { text } of ownTexts(language))
        for (const one of findingsIn({ happened: text }, { language, named: new Set(), isNameless: true }, facts))
          for (const words of one.instead)
            assert.ok(
              takes(text, one, words, language, facts),
              `${language}: "${one.text}" (${one.why}) -> "${words}"`,
            );
  });

  it('stands over no other, and is where it says, with every sign', () => {
    const bits = [
      '👩🏽‍🦽',
      'e\u0301le\u0300ve',
      '\r\n',
      ' مرحبا يوسف ',
      ' in Gent ',
      ' Tom ',
      ' 3 maart 2024 ',
      ' de enige vrouw ',
      ' a@b.be ',
      ' mijn collega Youssef ',
      '. ',
      '\u200f',
      ' 58 jaar ',
      '’',
      '"',
      ' team van vier ',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...bits), fc.string({ maxLength: 12, unit: 'grapheme' })), { maxLength: 30 }),
        fc.constantFrom(...languages),
        (parts, language) => {
          const text = parts.join('');
          const spots = spotsIn(text, language, facts);
          for (const [at, { from, to }] of spots.entries()) {
            assert.ok(from >= 0 && to > from && to <= text.length);
            assert.ok(at === 0 || spots[at - 1]!.to <= from);
            assert.equal(text.slice(from, to).trim(), text.slice(from, to));
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('has a key that goes by its words, not by their place', () => {
    assert.equal(keyOf('name', 'Élise  Maes'), keyOf('name', 'elise maes'));
    assert.notEqual(keyOf('name', 'Elise'), keyOf('place', 'Elise'));
  });

  it('is read in time that grows with the text, whatever is in it', () => {
    const hostile = [
      'a',
      ' the',
      'A',
      '0',
      ' 1',
      '.',
      ' only',
      '@',
      'a@',
      ' My',
      ' Jean-',
      ' team of',
      '(',
      'in ',
      ' enige',
      '’',
      ' seule',
      ' I am',
      ' Frau',
      '1/1/',
      ' Müller-',
      'www.',
    ];
    for (const language of languages)
      for (const bit of hostile) {
        const time = (length: number): number => {
          const text = bit.repeat(Math.ceil(length / bit.length)).slice(0, length);
          spotsIn(text, language, facts);
          const before = process.cpuUsage();
          spotsIn(text, language, facts);
          const { user, system } = process.cpuUsage(before);
          return (user + system) / 1000;
        };
        assert.ok(time(1_500) < 150, `${language}: ${bit} takes ${time(1_500)} ms`);
      }
  }).timeout(120_000);
});

describe('which findings count', () => {
  const two = sandboxFacts({
    close: [
      { parts: ['sofia', 'peeters'], why: 'own-name' },
      { parts: ['robert', 'maes'], why: 'partner-name' },
    ],
  });
  const text = 'Sofia and Robert met Youssef in Lagos. Mail me@example.com. I have diabetes.';
  const read = (named: readonly ('own-name' | 'partner-name')[], isNameless: boolean) =>
    findingsIn({ happened: text }, { language: 'en', named: new Set(named), isNameless }, two).map(
      ({ why, weight }) => `${why} ${weight}`,
    );

  it('is everything where somebody stays unnamed', () =>
    assert.deepEqual(read([], true), [
      'own-name strong',
      'partner-name strong',
      'person strong',
      'town tells',
      'mail strong',
      'health private',
    ]));
  it('is others and addresses where both are named', () =>
    assert.deepEqual(read(['own-name', 'partner-name'], false), ['person strong', 'mail strong', 'health private']));
  it('is the own name too where the other one stays unnamed', () =>
    assert.deepEqual(read(['own-name'], true).slice(0, 2), ['own-name tells', 'partner-name strong']));
  it('leaves open what is strong and not kept', () => {
    const findings = findingsIn({ happened: text }, { language: 'en', named: new Set(), isNameless: true }, two);
    assert.equal(openOf(findings, []).length, 4);
    assert.equal(openOf(findings, [keyOf('name', 'Youssef')]).length, 3);
  });
});

describe('a suggestion', () => {
  const first = (language: Language, text: string): string => {
    const [one] = spotsIn(text, language, facts);
    assert.ok(one, text);
    return withInstead(text, one, one.instead[0] ?? '');
  };
  it('fits into the sentence', () => {
    assert.equal(first('en', 'My son Tom taught me.'), 'My son taught me.');
    assert.equal(first('en', 'I was the only woman in procurement.'), 'I was one of few women in my department.');
    assert.equal(first('en', 'It began on 3 March 2024.'), 'It began in spring.');
    assert.equal(first('nl', 'Ik woon in Gent.'), 'Ik woon in mijn stad.');
    assert.equal(first('fr', 'J’habite à Namur.'), 'J’habite dans ma ville.');
    assert.equal(first('de', 'Ich komme aus Izmir.'), 'Ich komme aus einer anderen Stadt.');
    assert.equal(first('en', 'Write to me@example.com, please.'), 'Write to, please.');
  });
});

describe('phrases', () => {
  const of = (line: string, text: string): string[] =>
    phraseFinder(line, { n: '(two|three|[4-9])' })(wordsIn(text)).map(({ from, to }) =>
      wordsIn(text)
        .slice(from, to + 1)
        .map(({ key }) => key)
        .join(' '),
    );
  it('have gaps, lists, words that may be missing, and words that must not follow', () => {
    assert.deepEqual(of('team of ~ {n}', 'A team of about three. Team. Of two.'), ['team of about three']);
    assert.deepEqual(of('i am ?now {n} !people', 'I am 5 people; I am now two.'), ['i am now two']);
    assert.deepEqual(of('project ^', 'Our project Alpha and project beta.'), ['project alpha']);
    assert.deepEqual(of('found*', 'Founder founded.'), ['founder', 'founded']);
  });
});

describe('hints about the tone', () => {
  const kinds = (text: string, language: Language): string[] =>
    hintsIn({ happened: text }, language).map(({ kind }) => kind);
  it('hear who is saved, pitied, looked at and blamed', () => {
    assert.deepEqual(kinds('My mentor saved me from failing.', 'en'), ['saved']);
    assert.equal(kinds('Despite her disability she was on time.', 'en')[0], 'pity');
    assert.equal(kinds('Ze heeft een exotische naam.', 'nl')[0], 'exotic');
    assert.deepEqual(kinds('C’était leur faute.', 'fr'), ['blame']);
    assert.deepEqual(kinds('Er rettete mich damals.', 'de'), ['saved']);
    assert.deepEqual(kinds('We asked each other questions.', 'en'), []);
  });
  it('know another language when they see it', () => {
    const dutch = ownTexts('nl')[4]!.text;
    assert.equal(otherLanguage(dutch, 'en'), 'nl');
    for (const language of languages)
      for (const { text } of ownTexts(language)) assert.equal(otherLanguage(text, language), undefined, text);
  });
  it('say of a long sentence that it is long', () =>
    assert.ok(kinds(`I ${'went on and '.repeat(15)}stopped.`, 'en').includes('long-sentence')));
});

describe('marks in a text of our own', () => {
  it('leave the text without them', () =>
    assert.deepEqual(unmarked('I {place:in Ghent} now.').text, 'I in Ghent now.'));
});
