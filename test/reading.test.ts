/**
 * How easily everything reads that people meet in the tab, on cards and in mails: level B1 of the Common European Framework, measured by the usual
 * formula of each language (`recruitment/checking/rules.ts` names them and their sources). They count lengths of sentences and words, nothing else.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { easeOf, sentencesOf } from '../src/features/recruitment/checking/rules.ts';
import { wordsOf } from '../src/features/surveys/wording/rules.ts';
import { languages, type Language } from '../src/platform/words.ts';
import { assess } from './support/assessed.ts';

const root = join(import.meta.dirname, '..', 'src');
const formulas = { nl: 'Flesch–Douma', fr: 'Kandel–Moles', de: 'Wiener Sachtextformel', en: 'Flesch' } as const;

/** A label of three words is no sentence. */
const fewestWords = 5;

type Element = { type: number; value?: string; options?: Record<string, { value: Element[] }>; children?: Element[] };

/** What stands in a message for certain, with its last form of plurals. */
function textOf(elements: readonly Element[]): string {
  return elements
    .map(({ type, value, options, children }) => {
      if (type === 0) return value ?? '';
      const other = Object.values(options ?? {}).at(-1);
      return textOf(other?.value ?? children ?? []);
    })
    .join('');
}

const folders = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((one) => one.isDirectory() && one.name === 'words' && !one.parentPath.includes('sandbox'))
  .map((one) => join(one.parentPath, one.name));

interface Said {
  readonly where: string;
  readonly text: string;
}

function saidIn(language: Language): Said[] {
  return folders.flatMap((folder) => {
    const list = JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')) as Record<string, string>;
    return Object.entries(list).flatMap(([key, message]) => {
      const ast = new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst() as Element[];
      return sentencesOf(textOf(ast))
        .filter((one) => wordsOf(one).length >= fewestWords)
        .map((text) => ({ where: `${folder.slice(root.length + 1)} ${key}`, text }));
    });
  });
}

/** Whoever reads these is an administrator, and the words are Microsoft's. */
const forAdministrators = ['features/privacy/permissions/words', 'features/installation/beginning/words'];

const mostWords = 30;
const easyEnough = 60;

describe('what people read', () => {
  const eases = new Map<Language, number>();

  for (const language of languages)
    it(`is at level B1 in ${language}, as a whole and in each part, by ${formulas[language]}`, () => {
      const all = saidIn(language);
      const partOf = ({ where }: Said): string => where.split(' ')[0] ?? '';
      const parts = [...new Set(all.map(partOf))].map(
        (part) => [part, all.filter((one) => partOf(one) === part)] as const,
      );
      const easeOfAll = (said: readonly Said[]): number => easeOf(language, said.map(({ text }) => text).join('\n'));
      const each = parts.map(([part, said]) => ({ part, ease: easeOfAll(said) }));
      const [hardest] = each.toSorted((one, other) => one.ease - other.ease);
      const lengths = all.map(({ text }) => wordsOf(text).length);
      const mean = lengths.reduce((sum, one) => sum + one, 0) / lengths.length;
      process.stdout.write(
        `      ${language} ${formulas[language]} ${easeOfAll(all).toFixed(0)} (60 and more is B1), hardest part ${hardest?.ease.toFixed(0)} (${hardest?.part}), ` +
          `${all.length} sentences of ${mean.toFixed(1)} words, ${lengths.filter((one) => one > 20).length} over 20, longest ${Math.max(...lengths)}\n`,
      );
      // In steps of five: a new sentence is no other result.
      eases.set(language, Math.min(100, Math.floor(easeOfAll(all) / 5) * 5));
      assert.ok(all.length > 1000);
      assert.ok(easeOfAll(all) >= 80, `the whole is at ${easeOfAll(all)}`);
      const hard = each.filter(({ part, ease }) => ease < easyEnough && !forAdministrators.includes(part));
      assert.deepEqual(hard, []);
    });

  it('is what the statement on accessibility says', () => {
    assess('reading', {
      ease: { nl: eases.get('nl')!, fr: eases.get('fr')!, de: eases.get('de')!, en: eases.get('en')! },
    });
  });

  it('has no sentence that one must read twice for its length', () => {
    const long = languages.flatMap((language) =>
      saidIn(language)
        .map(({ where, text }) => ({ words: wordsOf(text).length, where, language, text }))
        .filter(({ words }) => words > mostWords),
    );
    assert.deepEqual(long, []);
  });
});
