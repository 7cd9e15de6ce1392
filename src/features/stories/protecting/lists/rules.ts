/** Lists that hold for every text: given names, towns and countries in four languages, usual words. Not for the browser. */
import { languages, type Language } from '../../../../platform/words.ts';
import { keyOf, tokensIn } from '../../../training/coach/phrases/rules.ts';
import { widelyGiven } from '../../../training/coach/filter/names/rules.ts';
import de from '../content/telling-de.json' with { type: 'json' };
import en from '../content/telling-en.json' with { type: 'json' };
import fr from '../content/telling-fr.json' with { type: 'json' };
import givenNames from '../content/telling-names.json' with { type: 'json' };
import nl from '../content/telling-nl.json' with { type: 'json' };
import towns from '../content/towns.json' with { type: 'json' };
import usual from '../content/telling-usual.json' with { type: 'json' };

export const lists = { nl, fr, de, en };

type Each<A> = Readonly<Record<Language, A>>;
const each = <A>(make: (language: Language) => A): Each<A> => ({
  ...{ nl: make('nl'), fr: make('fr'), de: make('de'), en: make('en') },
});
const setOf = (text: string, sign: string | RegExp = ' '): ReadonlySet<string> => new Set(text.split(sign));

const usualWords = each((language) => setOf(usual[language]));
const namesThatAreWords = each((language) => setOf(givenNames[`words-${language}`]));
const wordsAmongNames = each((language) => setOf(givenNames[`others-${language}`]));
const core = setOf(givenNames.core);
const townsThatAreWords = each((language) => setOf(towns[`words-${language}`]));
const townNames = setOf(towns.towns, ';');
const regionNames = setOf(towns.regions, ';');
const calmWords = each((language) => setOf(`${lists[language].calm} ${language === 'en' ? '' : en.calm}`));
const peoples = each((language) => setOf(lists[language].people));

export const nicknames: ReadonlyMap<string, readonly string[]> = new Map(
  givenNames.nicknames.split(';').map((one): [string, string[]] => {
    const [nick = '', ...names] = one.split(' ');
    return [nick, names];
  }),
);

export const isUsual = (key: string, language: Language): boolean => usualWords[language].has(key);
/** A name of the list that is a word of this language as well. */
export const isWordToo = (key: string, language: Language): boolean =>
  namesThatAreWords[language].has(key) || (!core.has(key) && wordsAmongNames[language].has(key));
export const isCommonName = (key: string): boolean => core.has(key);
/** Among the given names of the world that are no words of this language. */
export const isGivenName = (key: string, language: Language): boolean =>
  core.has(key) || (key.length > 2 && widelyGiven.has(key) && !wordsAmongNames[language].has(key));
export const isTown = (key: string): boolean => townNames.has(key);
export const isRegion = (key: string): boolean => regionNames.has(key);
const placeBegins = new Set([...townNames, ...regionNames].map((one) => one.split(' ')[0] ?? ''));
/** Whether a town, region or country may begin with this word. */
export function beginsPlace(key: string): boolean {
  countryOf(key);
  return placeBegins.has(key) || countryBegins.has(key);
}
const countryBegins = new Set<string>();
export const isTownWord = (key: string, language: Language): boolean => townsThatAreWords[language].has(key);
/** Days, months, products, languages of here: a capital, and nobody. */
export const isCalm = (key: string, language: Language): boolean => calmWords[language].has(key);
export const isPeople = (key: string, language: Language): boolean =>
  peoples[language].has(key) || (language === 'de' && peoples.de.has(key.replace(/(?<=isch)(?:e[nmrs]?)$/, '')));

const alsoNames = new Set([
  'jordan',
  'georgia',
  'chad',
  'man',
  'oman',
  'reunion',
  'world',
  'monde',
  'welt',
  'wereld',
  'guernsey',
  'jersey',
  'mali',
  'togo',
  'niue',
  'saba',
]);
/** `Mali` is a country and no name in a story of ours. */
const plainCountries = new Set(['mali', 'togo', 'oman']);
const more: Readonly<Record<string, string>> = {
  ...{ congo: 'CD', kongo: 'CD', rdc: 'CD', holland: 'NL', hollande: 'NL', bosnie: 'BA', bosnia: 'BA', bosnien: 'BA' },
  ...{
    ivoorkust: 'CI',
    'ivory coast': 'CI',
    birma: 'MM',
    burma: 'MM',
    palestina: 'PS',
    palestine: 'PS',
    palastina: 'PS',
  },
  ...{
    amerika: 'US',
    america: 'US',
    amerique: 'US',
    usa: 'US',
    tsjechie: 'CZ',
    'czech republic': 'CZ',
    tchequie: 'CZ',
  },
  ...{
    joegoslavie: 'YU',
    yugoslavia: 'YU',
    yougoslavie: 'YU',
    jugoslawien: 'YU',
    'sovjet unie': 'SU',
    'soviet union': 'SU',
  },
  ...{
    urss: 'SU',
    sowjetunion: 'SU',
    ddr: 'DD',
    rda: 'DD',
    eritrea: 'ER',
    'wit rusland': 'BY',
    uk: 'GB',
    macedonie: 'MK',
  },
  ...{ 'great britain': 'GB', 'grande bretagne': 'GB', grossbritannien: 'GB', 'groot brittannie': 'GB', surinam: 'SR' },
  ...{ macedonia: 'MK', mazedonien: 'MK', turkey: 'TR', 'cape verde': 'CV', kaapverdie: 'CV', swaziland: 'SZ' },
};
const countries = (): Map<string, string> => {
  const letters = Array.from({ length: 26 }, (_, place) => String.fromCharCode(65 + place));
  const known = new Map(Object.entries(more));
  for (const language of languages) {
    const spoken = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const code of letters.flatMap((one) => letters.map((two) => one + two))) {
      const key = phraseKey(spoken.of(code) ?? '');
      if (key.length > 3 && (!alsoNames.has(key) || plainCountries.has(key))) known.set(key, code);
    }
  }
  for (const key of [
    'eu',
    'europa',
    'europe',
    'europaische union',
    'europese unie',
    'european union',
    'union europeenne',
    'eurozone',
    'un',
    'vn',
  ])
    known.delete(key);
  return known;
};
let knownCountries: ReadonlyMap<string, string> | undefined;

/** The code of a country, by its name in any of the four languages. */
export function countryOf(key: string): string | undefined {
  if (!knownCountries) {
    knownCountries = countries();
    for (const name of knownCountries.keys()) countryBegins.add(name.split(' ')[0] ?? '');
  }
  return knownCountries.get(key);
}

export const phraseKey = (text: string): string =>
  tokensIn(keyOf(text))
    .map(({ key }) => key)
    .join(' ');
