import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { languages, wordsOf } from '../src/platform/words.ts';

const root = join(import.meta.dirname, '..', 'src');

function wordFolders(folder = root): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory()) return [];
    const path = join(folder, entry.name);
    return [...(entry.name === 'words' ? [path] : []), ...wordFolders(path)];
  });
}

type List = Record<string, string>;
type Element = { type: number; value?: string; options?: Record<string, { value: Element[] }>; children?: Element[] };

const read = (folder: string, language: string): List =>
  JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')) as List;

/** The names that a message takes values for, and the plural forms that it has. */
function namesIn(elements: readonly Element[], names = new Set<string>()): Set<string> {
  for (const element of elements) {
    if (element.type >= 1 && element.type <= 6 && element.value !== undefined) names.add(element.value);
    for (const option of Object.values(element.options ?? {})) namesIn(option.value, names);
    namesIn(element.children ?? [], names);
  }
  return names;
}

const parse = (message: string, language: string): Element[] =>
  new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst() as Element[];

/** Words that show a text was left in English; `en` is the reference. */
const english = /\b(the|you|your|with|have|this|that|and|please|cannot|what|when)\b/gi;

for (const folder of wordFolders()) {
  describe(`the words of ${folder.slice(root.length + 1)}`, () => {
    const lists = Object.fromEntries(languages.map((language) => [language, read(folder, language)]));
    const reference = lists['en']!;

    for (const language of languages) {
      it(`are complete and well formed in ${language}`, () => {
        const list = lists[language]!;
        assert.deepEqual(
          Object.keys(list).sort(),
          Object.keys(reference).sort(),
          'the keys differ from the English ones',
        );
        for (const [key, text] of Object.entries(list)) {
          assert.ok(text.trim().length > 0, `${key} is empty`);
          const names = [...namesIn(parse(text, language))].sort();
          assert.deepEqual(names, [...namesIn(parse(reference[key]!, 'en'))].sort(), `${key} takes other values`);
        }
      });
    }

    it('are translated', () => {
      for (const language of ['nl', 'fr', 'de'])
        for (const [key, text] of Object.entries(lists[language]!)) {
          const copied = text === reference[key] && text.split(/\s+/).length > 3;
          assert.ok(!copied, `${language} ${key} is the English text`);
          const foreign = text.replace(/\{[^}]*\}/g, '').match(english)?.length ?? 0;
          assert.ok(foreign < 3, `${language} ${key} reads like English: ${text}`);
        }
    });
  });
}

describe('the check of words', () => {
  it('sees a value that a translation forgot', () => {
    const [en, nl] = [
      namesIn(parse('Hello {name}, {count, plural, one {# day} other {# days}}', 'en')),
      namesIn(parse('Dag', 'nl')),
    ];
    assert.deepEqual([...en].sort(), ['count', 'name']);
    assert.equal(nl.size, 0);
  });
});

describe('a French sentence', () => {
  it('does not break before its marks, and numbers keep their form', () => {
    const fr = { a: '« Oui » : {n, number, ::percent} ; {n, plural, one {un ?} other {des !}}' };
    const said = wordsOf({ nl: fr, fr, de: fr, en: fr });
    assert.equal(said('fr', 'a', { n: 2 }), '«\u00a0Oui\u00a0»\u00a0: 200\u00a0%\u00a0; des\u00a0!');
    assert.match(said('nl', 'a', { n: 2 }), /^« Oui » : /);
  });
});
