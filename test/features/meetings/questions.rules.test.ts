import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { phases, talkTopics, type About, type Question } from '../../../src/features/meetings/questions/model.ts';
import {
  aboutOf,
  pickedFor,
  questionsForPreparing,
  seenSet,
  topicsIn,
  type Reader,
} from '../../../src/features/meetings/questions/rules.ts';
import { questionOf, questionsAbout } from '../../../src/features/meetings/questions/store.ts';
import { findingsIn } from '../../../src/features/recruitment/checking/rules.ts';
import { sides, topics } from '../../../src/features/recruitment/model.ts';
import { lixOf, stopsFor } from '../../../src/features/surveys/wording/rules.ts';
import { languages, type Language } from '../../../src/platform/words.ts';

const abouts: readonly About[] = [...phases, ...talkTopics];
const sets = abouts.map(questionsAbout);
const questionsIn = (about: About): Question[] => [
  ...questionsAbout(about).openers,
  ...questionsAbout(about).questions,
];
const all = abouts.flatMap(questionsIn);

/** The bars of the courses (French words are parted here where they are run together: Qu’est-ce que). */
const mostLix: Readonly<Record<Language, number>> = { en: 22, nl: 25, fr: 33, de: 28 };

/** What nobody is to be asked by a partner: where from, how old, what body, belief, love, family, or why they were away. */
const never: Readonly<Record<Language, RegExp>> = {
  nl: /waar (kom|ben) je vandaan|afkomst|herkomst|geboren|leeftijd|hoe oud|ziek|gezondheid|handicap|beperking|geloof|godsdienst|geaardheid|partner|kinder|gezin|zwanger|moedertaal|nationaliteit/i,
  fr: /d’où viens|origine|né·e|âge|malad|santé|handicap|religion|croyan|orientation|conjoint|enfant|famille|enceinte|maternelle|nationalité/i,
  de: /woher kommst|herkunft|geboren|wie alt|krank|gesundheit|behinder|glaube|religion|orientierung|partner|kinder|familie|schwanger|muttersprache|nationalität/i,
  en: /where (are|do) you (come )?from|origin|\bborn\b|\bage\b|how old|\bill\b|illness|health|disab|religion|belief|orientation|spouse|child|family|pregnan|mother tongue|nationality/i,
};

describe('ready questions for a talk', () => {
  it('are there for each phase and for every topic that people apply with', () => {
    assert.deepEqual(
      topics.filter((topic) => !talkTopics.includes(topic)),
      [],
    );
    const folder = join(import.meta.dirname, '../../../src/features/meetings/questions/content');
    assert.deepEqual(readdirSync(folder).sort(), abouts.map((about) => `talk-${about}.json`).sort());
    for (const [place, set] of sets.entries()) assert.equal(set.about, abouts[place]);
  });

  it('have something for the mentor to ask and something for the mentee, and ids that lead back to them', () => {
    for (const about of abouts) {
      for (const side of sides)
        assert.ok(
          questionsAbout(about).questions.some(({ asks }) => asks === side),
          about,
        );
      for (const one of questionsIn(about)) {
        assert.equal(aboutOf(one.id), about);
        assert.equal(questionOf(one.id), one);
      }
    }
    assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
    assert.equal(questionOf('networking-q77'), undefined);
  });

  for (const language of languages) {
    it(`end with a question mark in ${language}, are short, and none is said twice`, () => {
      const texts = all.map((one) => one[language]);
      for (const text of texts) {
        assert.match(text, language === 'fr' ? / \?$/ : /\S\?$/, text);
        assert.ok(text.length <= 100, text);
        assert.doesNotMatch(text, /[*_`#<>{}']/, text);
      }
      assert.deepEqual(
        texts.filter((text, place) => texts.indexOf(text) !== place),
        [],
      );
    });

    it(`ask in ${language} nobody who they are, and pass the check of calls`, () => {
      for (const one of all) {
        assert.doesNotMatch(one[language], never[language]);
        assert.deepEqual(findingsIn(language, one[language]), [], one[language]);
      }
      for (const { title } of sets) assert.deepEqual(findingsIn(language, title[language]), []);
    });

    it(`read as easily in ${language} as the courses: a LIX of ${mostLix[language]} at most`, () => {
      for (const about of abouts) {
        const texts = questionsIn(about).map((one) =>
          language === 'fr' ? one.fr.replace(/[’-]/g, ' ') : one[language],
        );
        const lix = lixOf(texts);
        assert.ok(lix <= mostLix[language], `${about}: ${lix.toFixed(1)}`);
      }
    });
  }

  it('are no question that would be kept out of an anonymous survey', () => {
    for (const one of all) assert.equal(stopsFor({ kind: 'long', text: one }), undefined, one.en);
  });
});

describe('who gets which questions', () => {
  const reader: Reader = { side: 'mentee', language: 'nl', partners: 'fr' };

  it('leaves out what is for the other side and what is a point already', () => {
    const set = questionsAbout('networking');
    const ids = seenSet(set, reader, new Set(['networking-o1'])).questions.map(({ id }) => id);
    assert.deepEqual(
      ids,
      set.questions.filter(({ asks }) => asks !== 'mentor').map(({ id }) => id),
    );
    assert.deepEqual(
      seenSet(set, reader, new Set(['networking-o1'])).openers.map(({ id }) => id),
      ['networking-o2'],
    );
  });

  it('takes the topics from what both were told with the offer, and from nothing else', () => {
    assert.deepEqual(topicsIn([]), []);
    const reasons = [
      { kind: 'values', about: ['conflict'] },
      { kind: 'topics', about: ['visibility', 'networking', 'no-longer-there'] },
    ];
    assert.deepEqual(topicsIn(reasons), ['networking', 'visibility']);
  });

  it('puts an opener and three questions onto a preparation: of the phase first, then of each topic', () => {
    const picked = pickedFor(
      {
        phase: questionsAbout('goals'),
        topics: ['networking', 'visibility'].map((one) => questionsAbout(one as About)),
        taken: new Set(),
      },
      'mentor',
      0,
    );
    assert.deepEqual(
      [picked.opener?.id, ...picked.questions.map(({ id }) => id)],
      ['goals-o1', 'goals-q1', 'networking-q1', 'visibility-q1'],
    );
  });

  it('begins elsewhere each time, and never shows what is a point, what is for the other, or the same twice', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...phases),
        fc.uniqueArray(fc.constantFrom(...talkTopics), { maxLength: 4 }),
        fc.subarray(all.map(({ id }) => id)),
        fc.constantFrom(...sides),
        fc.nat(20),
        (phase, ours, taken, side, turn) => {
          const from = { phase: questionsAbout(phase), topics: ours.map(questionsAbout), taken: new Set(taken) };
          const { opener, questions } = pickedFor(from, side, turn);
          assert.ok(questions.length <= questionsForPreparing);
          assert.equal(new Set(questions.map(({ id }) => id)).size, questions.length);
          assert.ok(questions.every(({ id, asks }) => !from.taken.has(id) && (asks === undefined || asks === side)));
          assert.ok(!opener || !from.taken.has(opener.id));
          if (taken.length === 0) assert.equal(questions.length, questionsForPreparing);
        },
      ),
    );
    const phase = questionsAbout('middle');
    const openers = [0, 1].map((turn) => pickedFor({ phase, topics: [], taken: new Set() }, 'mentee', turn).opener?.id);
    assert.equal(new Set(openers).size, 2);
  });
});
