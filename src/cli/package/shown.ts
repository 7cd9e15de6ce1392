/** What Teams shows of a package, in each language: its tabs, and the commands of the bot in a chat. */
import { languages, type Language } from '../../platform/words.ts';
import { fileOf, manifestFile, sourceLanguage, textOf, type PackageFiles } from './files.ts';
import type { Installation } from './installation.ts';
import { fillTokens, manifestShape, withTexts, type Texts } from './manifest.ts';

export interface ShownTab {
  /** `conversations` is the chat, and `about` a page of Teams' own. */
  readonly entityId: string;
  /** Empty where Teams has a name of its own for it. */
  readonly name: string;
  /** Below the installation's domain, with what the address says. */
  readonly path: string;
}

export interface ShownPackage {
  readonly tabs: readonly ShownTab[];
  readonly commands: readonly { readonly title: string; readonly description: string }[];
}

export function shownIn(files: PackageFiles, installation: Installation): Readonly<Record<Language, ShownPackage>> {
  const read = (name: string): object => JSON.parse(fillTokens(textOf(files, name) ?? '{}', installation)) as object;
  const source = read(manifestFile);
  const shown = (language: Language): ShownPackage => {
    const texts = language === sourceLanguage ? {} : (read(fileOf(language)) as Texts);
    const { staticTabs, bots } = manifestShape.parse(withTexts(source, texts));
    const lists = bots.flatMap(({ commandLists }) => commandLists);
    return {
      tabs: staticTabs.map(({ entityId = '', name = '', contentUrl }) => {
        const path = contentUrl === undefined ? '' : new URL(contentUrl).pathname + new URL(contentUrl).search;
        return { entityId, name, path };
      }),
      commands: lists
        .filter(({ scopes }) => scopes.includes('personal'))
        .flatMap(({ commands }) => commands.map(({ title = '', description = '' }) => ({ title, description }))),
    };
  };
  return Object.fromEntries(languages.map((language) => [language, shown(language)])) as Record<Language, ShownPackage>;
}
