import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { findingsIn, easeOf, isHard, syllablesOf } from '../../../src/features/recruitment/checking/rules.ts';
import { languages, type Language } from '../../../src/platform/words.ts';

const letters = { g: 'gendered', x: 'excluding', j: 'jargon', h: 'hard' } as const;

interface Called {
  readonly text: string;
  readonly wanted: readonly string[];
}

/** Written before there was a list, by the same hand that wrote the lists afterwards: other people's texts will hold words that are missing. */
function calledIn(language: Language): Called[] {
  const file = new URL(`called/${language}.txt`, import.meta.url);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.includes('|'))
    .map((line) => {
      const [marks = '', text = ''] = line.split('|');
      return { text, wanted: Array.from(marks).flatMap((mark) => (mark in letters ? [letters[mark as 'g']] : [])) };
    });
}

function judged(language: Language) {
  const counts = { right: 0, wrong: 0, missed: 0 };
  const details: string[] = [];
  for (const { text, wanted } of calledIn(language)) {
    const kinds = new Set<string>(findingsIn(language, text).map(({ kind }) => kind));
    for (const kind of new Set([...kinds, ...wanted])) {
      const outcome = !kinds.has(kind) ? 'missed' : wanted.includes(kind) ? 'right' : 'wrong';
      counts[outcome] += 1;
      if (outcome !== 'right') details.push(`${outcome} ${kind}: ${text}`);
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
      return Object.entries(list).map(([key, text]) => `${name} ${key}: ${String(text)}`);
    });
}

describe('the check of a call', () => {
  for (const language of languages)
    it(`finds what it should in 100 texts, and little else: ${language}`, () => {
      assert.equal(calledIn(language).length, 100);
      const { precision, recall, details } = judged(language);
      process.stdout.write(`      ${language}: precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}\n`);
      assert.ok(precision >= 0.9, details.join('\n'));
      assert.ok(recall >= 0.85, details.join('\n'));
    });

  for (const language of languages)
    it(`finds nothing in the product’s own words: ${language}`, () => {
      const found = ownWords(language).flatMap((line) => {
        const text = line.slice(line.indexOf(': ') + 2);
        return findingsIn(language, text).map((one) => `${one.kind} "${one.found}" in ${line}`);
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
