/**
 * How word lists get into the tab: as read messages, so that the parser of messages (6 kB) need not travel, and only in the
 * reader's language, since four of them would be most of what a page weighs.
 */
import { IntlMessageFormat } from 'intl-messageformat';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { languageOf, languages, unbroken } from '../platform/words.ts';

const spokenFile = join(import.meta.dirname, '..', 'ui', 'spoken.ts');
/** Made up here: the four lists of a folder, one of them, and what a list holds. */
const allLists = /^(.+\/words)\/all\.lists\.js$/;
const oneList = /^(.+\/words)\/(\w\w)\.spoken\.js$/;
const listFile = /^(.+\/words)\/(\w\w)\.list\.js$/;
/** Whoever has words of its own, and whose lists wait for nobody: the shell, and what pages are made of. */
const speaker = /\/(?:features\/.+|ui|tab)\/words\.ts$/;
const isOfShell = (folder: string): boolean => /\/(?:ui|tab)\/words$/.test(folder);

function readList(text: string, tag: string): string {
  const language = languageOf(tag) ?? 'en';
  const read = (message: string): object =>
    new IntlMessageFormat(unbroken(language, message), language, undefined, { ignoreTag: true }).getAst();
  const words = Object.entries(JSON.parse(text) as Record<string, string>);
  return JSON.stringify(Object.fromEntries(words.map(([key, message]) => [key, read(message)])));
}

/** The four lists of a `words.ts`: the reader's is filled, another one when a page asks for that language. */
export function speakOneLanguage(): Plugin {
  return {
    name: 'speak-one-language',
    enforce: 'pre',
    resolveId: {
      filter: { id: [/^\.\/words\/\w\w\.json$/, allLists, listFile] },
      handler(source, importer = '') {
        if (!source.endsWith('.json')) return source;
        if (!speaker.test(importer)) return undefined;
        return join(dirname(importer), source.replace(/json$/, 'spoken.js'));
      },
    },
    load: {
      filter: { id: [allLists, oneList, listFile] },
      async handler(id) {
        const [, folder = '', language = ''] = oneList.exec(id) ?? listFile.exec(id) ?? allLists.exec(id) ?? [];
        if (allLists.test(id)) return fourLists(folder);
        if (oneList.test(id)) return `import lists from '${folder}/all.lists.js'; export default lists.${language};`;
        return `export default ${readList(await readFile(join(folder, `${language}.json`), 'utf8'), language)};`;
      },
    },
  };
}

function fourLists(folder: string): string {
  const loads = languages.map((language) => `${language}: () => import('${folder}/${language}.list.js')`);
  const [spoken, wait] = isOfShell(folder) ? ['spokenSoon', ''] : ['spoken', 'await '];
  return `import { ${spoken} } from '${spokenFile}'; export default ${wait}${spoken}({ ${loads.join(', ')} });`;
}
