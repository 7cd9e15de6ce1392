import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { findingsIn, easeOf, isHard, syllablesOf } from '../../../src/features/recruitment/checking/rules.ts';
import { languages, type Language } from '../../../src/platform/words.ts';

const letters = { g: 'gendered', x: 'excluding', j: 'jargon', h: 'hard' } as const;

interface Called {
  readonly text: string;
  readonly wanted: readonly string[];
}

const sets = {
  /** Single sentences, by the same hand that wrote the lists afterwards: the lists hold what these hold. */
  sentences: '',
  /** Whole calls of three sentences and more, half of them without a flaw, written and marked before anybody looked at the lists. */
  calls: 'second/',
} as const;
type SetName = keyof typeof sets;

function calledIn(language: Language, set: SetName): Called[] {
  const file = new URL(`called/${sets[set]}${language}.txt`, import.meta.url);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.includes('|'))
    .map((line) => {
      const [marks = '', text = ''] = line.split('|');
      return { text, wanted: Array.from(marks).flatMap((mark) => (mark in letters ? [letters[mark as 'g']] : [])) };
    });
}

/** Whether a word for men sounds masculine or leaves people out is told differently by different hands: in whole calls both are one kind. */
const kindIn = (set: SetName, kind: string): string =>
  set === 'calls' && (kind === 'gendered' || kind === 'excluding') ? 'people' : kind;

function judged(language: Language, set: SetName) {
  const counts = { right: 0, wrong: 0, missed: 0 };
  const details: string[] = [];
  for (const { text, wanted } of calledIn(language, set)) {
    const found = findingsIn(language, text);
    const kinds = new Set(found.map(({ kind }) => kindIn(set, kind)));
    const marked = new Set(wanted.map((kind) => kindIn(set, kind)));
    for (const kind of new Set([...kinds, ...marked])) {
      const outcome = !kinds.has(kind) ? 'missed' : marked.has(kind) ? 'right' : 'wrong';
      counts[outcome] += 1;
      const words = found.filter((one) => kindIn(set, one.kind) === kind).map((one) => one.found);
      if (outcome !== 'right') details.push(`${outcome} ${kind} (${words.join(', ')}): ${text}`);
    }
  }
  const { right, wrong, missed } = counts;
  return { precision: right / (right + wrong), recall: right / (right + missed), details };
}

/** All texts of the product in a language. */
function ownWords(language: Language): string[] {
  const files = readdirSync(new URL('../../../src', import.meta.url), { recursive: true, encoding: 'utf8' });
  return files
    .filter(
      (name) =>
        (name.endsWith(`words/${language}.json`) || name.endsWith(`content/kit/${language}.json`)) &&
        !name.startsWith('sandbox'),
    )
    .flatMap((name) => {
      const list = JSON.parse(readFileSync(new URL(`../../../src/${name}`, import.meta.url), 'utf8')) as object;
      // Feasts have names that nobody chooses.
      const said = Object.entries(list).filter(([key]) => !key.startsWith('feast.'));
      return said.map(([key, text]) => `${name} ${key}: ${String(text)}`);
    });
}

/** What administrators read there has names of settings, roles and commands in it, which no formula can read. */
const forExperts = ['features/installation/words/', 'features/privacy/permissions/words/'];

describe('the check of a call', () => {
  const bars = { sentences: { precision: 0.9, recall: 0.85 }, calls: { precision: 0.8, recall: 0.8 } } as const;
  for (const set of ['sentences', 'calls'] as const)
    for (const language of languages)
      it(`finds what it should in 100 ${set}, and little else: ${language}`, () => {
        assert.equal(calledIn(language, set).length, 100);
        const { precision, recall, details } = judged(language, set);
        process.stdout.write(
          `      ${set}, ${language}: precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}\n`,
        );
        assert.ok(precision >= bars[set].precision, details.join('\n'));
        assert.ok(recall >= bars[set].recall, details.join('\n'));
      });

  for (const language of languages)
    it(`finds nothing in the product’s own words: ${language}`, () => {
      const found = ownWords(language).flatMap((line) => {
        const text = line.slice(line.indexOf(': ') + 2);
        const isForExperts = forExperts.some((folder) => line.startsWith(folder));
        return findingsIn(language, text)
          .filter(({ kind }) => kind !== 'hard' || !isForExperts)
          .map((one) => `${one.kind} "${one.found}" in ${line}`);
      });
      assert.deepEqual(found, []);
    });

  it('says what to write instead, once for each word, in the order of the text', () => {
    const found = findingsIn('en', 'Guys, we want aggressive guys who leverage synergies.');
    assert.deepEqual(
      found.map(({ kind, found: word }) => `${kind} ${word}`),
      ['excluding Guys', 'gendered aggressive', 'jargon leverage', 'jargon synergies'],
    );
    assert.ok(found.every(({ instead }) => instead));
  });

  it('counts syllables and ease as the formulas say', () => {
    assert.deepEqual(
      [
        syllablesOf('en', 'programme'),
        syllablesOf('fr', 'entreprise'),
        syllablesOf('de', 'Arbeit'),
        syllablesOf('nl', 'mentor'),
      ],
      [2, 3, 2, 2],
    );
    // Ten words of one syllable in one sentence.
    const easy = 'The cat sat on the mat and it was fat.';
    assert.ok(Math.abs(easeOf('en', easy) - (206.835 - 10.15 - 84.6)) < 0.01);
    assert.equal(isHard('en', easy), false, 'a short text is not judged');
  });
});
