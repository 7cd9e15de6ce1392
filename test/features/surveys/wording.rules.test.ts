import assert from 'node:assert/strict';
import { wordingCodes, type WordingCode } from '../../../src/features/surveys/wording/model.ts';
import { stopsFor, wordingProblems, type Worded } from '../../../src/features/surveys/wording/rules.ts';
import { languages, type Language } from '../../../src/platform/words.ts';

const plain = { nl: 'Ik leer hier bij.', fr: 'J’apprends ici.', de: 'Ich lerne hier dazu.', en: 'I learn here.' };
const options = (...texts: string[]) => texts.map((text) => ({ nl: text, fr: text, de: text, en: text }));

/** For each reason a sentence in each language that has it. */
const bad: Partial<Record<WordingCode, Record<Language, string>>> = {
  double: {
    nl: 'Mijn mentor is vriendelijk en deskundig.',
    fr: 'Mon ou ma mentor·e est aimable et compétent·e.',
    de: 'Mein Gegenüber ist freundlich und kundig.',
    en: 'My mentor is friendly and skilled.',
  },
  leading: {
    nl: 'Iedereen weet dat mentoring werkt.',
    fr: 'Bien sûr, le mentorat marche.',
    de: 'Natürlich wirkt Mentoring.',
    en: 'Of course mentoring works.',
  },
  negation: {
    nl: 'Ik voel me hier niet thuis.',
    fr: 'Je ne me sens pas bien ici.',
    de: 'Ich fühle mich hier nicht wohl.',
    en: 'I do not feel at home here.',
  },
  jargon: {
    nl: 'Ik geloof in empowerment.',
    fr: 'Je crois à l’empowerment.',
    de: 'Ich glaube an Empowerment.',
    en: 'I believe in empowerment.',
  },
  long: {
    nl: 'Ik denk dat de gesprekken die ik nu elke maand met mijn mentor voer voor mijn werk echt de moeite zijn.',
    fr: 'Je pense que les entretiens que je mène chaque mois avec la personne qui me suit valent la peine pour tout mon travail ici.',
    de: 'Ich denke dass die Gespräche die ich jeden Monat mit der Person führe für meine Arbeit hier wirklich sehr viel wert sind.',
    en: 'I think that the talks that I have with my mentor every month are worth the time for all my work in here.',
  },
  hard: {
    nl: 'Ik zie mijn loopbaanontwikkelingskansen.',
    fr: 'Je vois cela anticonstitutionnellement.',
    de: 'Ich sehe meine Laufbahnentwicklungsmöglichkeiten.',
    en: 'I see my interdepartmental chances.',
  },
  scale: {
    nl: 'Leer je hier bij?',
    fr: 'Apprends-tu ici ?',
    de: 'Lernst du hier dazu?',
    en: 'Do you learn here?',
  },
  identity: {
    nl: 'Wat is je afkomst?',
    fr: 'Quelle est ta religion ?',
    de: 'Was ist dein Geschlecht?',
    en: 'How old are you?',
  },
  names: { nl: 'Wat is je naam?', fr: 'Quel est ton nom ?', de: 'Wie ist dein Name?', en: 'Who is your manager?' },
};

const codesOf = (one: Worded, language: Language): WordingCode[] =>
  wordingProblems(one).flatMap((problem) => (problem.language === language ? [problem.code] : []));

describe('help with the questions', () => {
  it('finds nothing wrong with a plain sentence', () => {
    assert.deepEqual(wordingProblems({ kind: 'agree', text: plain }), []);
  });

  for (const [code, sentences] of Object.entries(bad))
    it(`sees "${code}" in every language, in that language alone`, () => {
      for (const language of languages) {
        const one: Worded = { kind: 'agree', text: { ...plain, [language]: sentences[language] } };
        assert.ok(codesOf(one, language).includes(code as WordingCode), `${language}: ${sentences[language]}`);
        for (const other of languages) if (other !== language) assert.deepEqual(codesOf(one, other), [], other);
      }
    });

  it('sees a statement where people choose, answers that are given anyway, and a list without a way out', () => {
    const asked = { nl: 'Wat helpt?', fr: 'Qu’est-ce qui aide ?', de: 'Was hilft?', en: 'What helps?' };
    assert.deepEqual(codesOf({ kind: 'one', text: plain, options: options('A', 'B') }, 'en'), ['scale']);
    const skip = options('Time', 'People', 'I prefer not to say');
    assert.deepEqual(codesOf({ kind: 'one', text: asked, options: skip }, 'en'), ['skip-twice']);
    const closed = options('Time', 'People', 'Money');
    assert.deepEqual(codesOf({ kind: 'several', text: asked, options: closed }, 'en'), ['no-way-out']);
    assert.deepEqual(
      codesOf({ kind: 'several', text: asked, options: [...closed, ...options('Something else')] }, 'en'),
      [],
    );
  });

  it('stops only what asks who somebody is', () => {
    for (const code of wordingCodes) {
      const sentences = bad[code];
      if (!sentences) continue;
      const stopped = stopsFor({ kind: 'short', text: sentences });
      assert.equal(stopped !== undefined, code === 'identity' || code === 'names', code);
    }
    const belief = { ...plain, en: 'I can speak about my religion at work.' };
    assert.equal(
      stopsFor({ kind: 'agree', text: belief }),
      undefined,
      'what somebody may say is no question who they are',
    );
  });
});
