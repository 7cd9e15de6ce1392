import assert from 'node:assert/strict';
import { explainPair } from '../../../src/features/matching/engine/explanations.ts';
import { defaultWeights } from '../../../src/features/matching/engine/scores.ts';
import { usualAims, type ProposedPair } from '../../../src/features/matching/model.ts';
import { answerWith, keptPairs, reasonsOf } from '../../../src/features/matching/proposals/rules.ts';
import { problemFrom } from '../../../src/features/matching/rules.ts';
import { sayReasons } from '../../../src/features/matching/words.ts';
import { choicesOf, questions } from '../../../src/features/people/identity/model.ts';
import { say as sayIdentity } from '../../../src/features/people/identity/words.ts';
import { languages, type Language } from '../../../src/platform/words.ts';
import { applicationOf, drawsOf, firstMentor, someone } from './crowd.ts';
import { aPool } from './engine/people.ts';

/** Stems of words for what is sensitive, beyond the words of the questions themselves. */
const stems: Readonly<Record<Language, RegExp>> = {
  nl: /geslacht|gender|\bvrouw|\bman(nen)?\b|afkomst|herkomst|migra|handicap|beperking|\bziek|geloof|religie|moslim|christ|homo|lesb|trans\b|leeftijd|zwanger|mantelzorg|kinderen/i,
  fr: /\bsexe|genre|\bfemmes?\b|\bhommes?\b|origine|migra|handicap|malad|religi|croyan|musulman|chrétien|homosex|lesb|trans\b|\bâge\b|enceinte|enfants/i,
  de: /geschlecht|gender|\bfrau|\bmann\b|\bmänner|herkunft|migra|behinder|krank|religi|glaube|muslim|christ|homosex|lesb|trans\b|\balter\b|schwanger|kinder\b/i,
  en: /gender|\bsex\b|\bwom[ae]n\b|\bm[ae]n\b|origin|migra|disab|illness|religi|belief|muslim|christian|gay\b|lesb|trans\b|\bage\b|pregnan|children/i,
};

/** The labels of the identity questions and of their answers that say something by themselves. */
function labelsIn(language: Language): string[] {
  const keys = questions.flatMap((one) => [`q.${one}`, ...choicesOf[one].map((choice) => `${one}.${choice}`)]);
  const labels = keys.map((key) => sayIdentity(language, `identity.${key}` as Parameters<typeof sayIdentity>[1]));
  return labels.map((one) => one.toLowerCase()).filter((one) => one.length > 5);
}

function texts(): { readonly language: Language; readonly text: string }[] {
  const people = [
    ...Array.from({ length: 200 }, (_, at) => at + 1),
    ...Array.from({ length: 50 }, (_, at) => firstMentor + at),
  ];
  const { mentees, mentors } = problemFrom({
    applications: people.map((number) => applicationOf('p', number)),
    people: new Map(people.map((number) => [someone(number).id, someone(number)])),
    ...{ chains: new Map(), standings: [], overrides: [], kept: [], aims: usualAims },
  });
  const reasons = mentees.flatMap((mentee) =>
    mentors.map((mentor) => reasonsOf(explainPair(mentee, mentor, defaultWeights).parts)),
  );
  return languages.flatMap((language) =>
    reasons.map((some) => ({ language, text: sayReasons(language, some).join('. ') })),
  );
}

describe('the sentences about a pair', () => {
  it('name nothing sensitive: 10,000 pairs in four languages', () => {
    const all = texts();
    assert.equal(all.length, 40_000);
    for (const language of languages) {
      const labels = labelsIn(language);
      const mine = new Set(all.filter((one) => one.language === language).map(({ text }) => text));
      assert.ok(mine.size > 1_000, `${mine.size} different texts`);
      for (const text of mine) {
        assert.doesNotMatch(text, stems[language]);
        const low = text.toLowerCase();
        const found = labels.find((label) => low.includes(label));
        assert.equal(found, undefined, `${found} in: ${text}`);
      }
    }
  }).timeout(300_000);

  it('do not tell who has a private wish: guessing it from what is shown of a pair is no better than chance', () => {
    const seen = Array.from({ length: 30 }, (_, at) => shownWithWishes(at + 1)).flat();
    for (const look of [(one: Shown) => one.kinds, (one: Shown) => one.all]) {
      const { auc, half } = guessing(seen, look);
      process.stdout.write(`      guessing right: ${auc.toFixed(3)} of 1, chance 0.5 (95 %: ± ${half.toFixed(3)})\n`);
      assert.ok(Math.abs(auc - 0.5) <= half + 0.01);
    }
  }).timeout(300_000);
});

interface Shown {
  readonly hasWish: boolean;
  /** What both people read. */
  readonly kinds: string;
  /** What a coordinator sees besides. */
  readonly all: string;
}

/** A programme in which every second mentee wishes somebody who shares what a third of all share. */
function shownWithWishes(seed: number): Shown[] {
  const people = aPool({ seed, mentees: 50, mentors: 36, places: 2 });
  const pool = { ...people, mentees: people.mentees.map((one) => ({ ...one, wants: 1 })) };
  const below = drawsOf(seed);
  const group = new Map([...pool.mentees, ...pool.mentors].map(({ id }) => [id, below(3)]));
  const shared = new Map(
    pool.mentees.flatMap(({ id }) => {
      const alike = pool.mentors.filter((one) => group.get(one.id) === group.get(id)).map((one) => one.id);
      return below(2) === 0 ? [] : [[id, alike] as const];
    }),
  );
  return keptPairs(pool, answerWith(pool, shared).answer).map((one: ProposedPair) => {
    const kinds = one.reasons.map(({ kind }) => kind).join();
    return { hasWish: shared.has(one.menteeId), kinds, all: `${kinds} ${one.strength} ${one.firstChoice}` };
  });
}

/** Learns from every second pair how often a look goes with a wish, and guesses the others: the area under the curve (Hanley 1982). */
function guessing(seen: readonly Shown[], look: (one: Shown) => string): { auc: number; half: number } {
  const counts = new Map<string, [silent: number, wishing: number]>();
  for (const one of seen.filter((_, at) => at % 2 === 0)) {
    const found = counts.get(look(one)) ?? [0, 0];
    counts.set(look(one), one.hasWish ? [found[0], found[1] + 1] : [found[0] + 1, found[1]]);
  }
  const likely = (one: Shown): number => {
    const [without, having] = counts.get(look(one)) ?? [0, 0];
    return (having + 2) / (without + having + 4);
  };
  const others = seen.filter((_, at) => at % 2 === 1);
  const [yes, no] = [true, false].map((has) => others.filter(({ hasWish }) => hasWish === has).map(likely));
  let wins = 0;
  for (const one of yes ?? []) for (const other of no ?? []) wins += one > other ? 1 : Number(one === other) / 2;
  const [m, n] = [yes?.length ?? 0, no?.length ?? 0];
  return { auc: wins / (m * n), half: 1.96 * Math.sqrt((m + n + 1) / (12 * m * n)) };
}
