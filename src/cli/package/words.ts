/** The strings of a package: short enough in every language, none missing, and each command understood by the bot. */
import { hear } from '../../bot/commands.ts';
import { hearCoach } from '../../features/training/coach/hearing/rules.ts';
import type { Language } from '../../platform/words.ts';
import { fileOf, manifestFile, sourceLanguage, translated } from './files.ts';
import type { Fault } from './fault.ts';
import type { Manifest, Texts } from './manifest.ts';

/** Characters. For commands the schema lets more in than Teams shows. */
const limits: readonly (readonly [RegExp, number])[] = [
  [/^name\.short$/, 30],
  [/^name\.full$/, 100],
  [/^description\.short$/, 80],
  [/^description\.full$/, 4000],
  [/^staticTabs\[\d+\]\.name$/, 128],
  [/\.title$/, 32],
  [/\.description$/, 128],
];
const mostCommands = 10;

export function textFaults(file: string, texts: Texts): Fault[] {
  return Object.entries(texts).flatMap(([at, said]) => {
    const most = limits.find(([place]) => place.test(at))?.[1] ?? 0;
    const { length } = said;
    if (length > most) return [{ file, at, says: `has ${length} characters: make it ${most} at most` }];
    if (said.trim() === '') return [{ file, at, says: 'is empty: write what people are to read' }];
    // eslint-disable-next-line no-control-regex
    if (/[\u0000-\u0009\u000b-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/.test(said))
      return [{ file, at, says: 'has characters that cannot be seen: type it anew' }];
    return said === said.trim() ? [] : [{ file, at, says: 'begins or ends with a space: take it away' }];
  });
}

/** The name and the descriptions must be there; whatever the manifest has, each language has too, and nothing else. */
export function sameTexts(file: string, wanted: Texts, found: Texts): Fault[] {
  const missing = Object.keys(wanted).filter((at) => found[at] === undefined);
  const unknown = Object.keys(found).filter((at) => wanted[at] === undefined);
  return [
    ...missing.map((at) => ({ file, at, says: `is missing: translate "${shortened(wanted[at])}"` })),
    ...unknown.map((at) => ({ file, at, says: `stands for nothing in ${manifestFile}: remove it` })),
  ];
}

const shortened = (text = ''): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

export function languageListFaults({ localizationInfo }: Manifest, names: Iterable<string>): Fault[] {
  const { defaultLanguageTag, additionalLanguages } = localizationInfo;
  const file = manifestFile;
  const listed = new Map(additionalLanguages.map((one) => [one.languageTag, one.file]));
  const there = new Set(names);
  const known = [manifestFile, ...translated.map(fileOf)];
  return [
    ...(defaultLanguageTag === sourceLanguage
      ? []
      : [
          {
            file,
            at: 'localizationInfo.defaultLanguageTag',
            says: `write "${sourceLanguage}": its strings are English`,
          },
        ]),
    ...translated
      .filter((language) => listed.get(language) !== fileOf(language))
      .map((language) => ({
        ...{ file, at: 'localizationInfo.additionalLanguages' },
        says: `add languageTag "${language}" with file "${fileOf(language)}"`,
      })),
    ...[...listed.keys()]
      .filter((tag) => !translated.some((language) => language === tag))
      .map((tag) => ({
        file,
        at: 'localizationInfo.additionalLanguages',
        says: `remove "${tag}": the product does not speak it`,
      })),
    ...translated
      .filter((language) => !there.has(fileOf(language)))
      .map((language) => ({
        file: fileOf(language),
        at: '',
        says: 'is missing: translate the strings of the manifest',
      })),
    ...[...there]
      .filter((name) => name.endsWith('.json') && !known.includes(name))
      .map((name) => ({ file: name, at: '', says: 'belongs to no language of the package: remove it' })),
  ];
}

/** What a command means to the bot, in one word; nothing where it means nothing. */
function meaningOf(title: string, language: Language): string | undefined {
  const heard = hear(title, language);
  if (heard.command !== 'other') return heard.language === language ? heard.command : undefined;
  const coach = hearCoach(title, language);
  return coach?.language === language && coach.about === '' ? `coach ${coach.help ?? ''}` : undefined;
}

/** Teams sends a command's title to the bot as it stands. */
export function commandFaults(all: ReadonlyMap<Language, Texts>): Fault[] {
  const english = all.get(sourceLanguage) ?? {};
  return [...all].flatMap(([language, texts]) => {
    const file = language === sourceLanguage ? manifestFile : fileOf(language);
    const titles = Object.entries(texts).filter(([at]) => at.endsWith('.title'));
    return [
      ...titles
        .slice(mostCommands)
        .map(([at]) => ({ file, at, says: `Teams shows ${mostCommands} commands: leave this one out` })),
      ...titles.flatMap(([at, title]) => {
        const meaning = meaningOf(title, language);
        const meant = meaningOf(english[at] ?? '', sourceLanguage);
        if (meaning === undefined)
          return [
            {
              file,
              at,
              says: `the bot does not understand "${shortened(title)}" in this language: use one of its words`,
            },
          ];
        return meant === undefined || meaning === meant
          ? []
          : [
              {
                file,
                at,
                says: `"${shortened(title)}" and "${shortened(english[at])}" mean two things to the bot: use one of its words`,
              },
            ];
      }),
    ];
  });
}
