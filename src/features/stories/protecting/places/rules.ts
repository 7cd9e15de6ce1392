/** Towns, regions, countries, sites of the organisation, buildings, streets and schools. The country that most work in is no sign. */
import type { Language } from '../../../../platform/words.ts';
import instead from '../content/instead.json' with { type: 'json' };
import type { Directory } from '../directory/rules.ts';
import {
  beginsPlace,
  countryOf,
  isCalm,
  isCommonName,
  isRegion,
  isTown,
  isTownWord,
  isUsual,
  lists,
} from '../lists/rules.ts';
import type { Reason, Spot } from '../model.ts';
import { phraseFinder, type PhraseFinder } from '../phrases/rules.ts';
import type { Word } from '../reading/rules.ts';

const near: Readonly<Record<Language, ReadonlySet<string>>> = {
  nl: new Set(
    'in te uit naar van vanuit bij rond nabij tussen richting site vestiging kantoor fabriek stad regio gemeente'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'a de d en au aux du vers pres sur depuis entre chez site ville region usine bureau bureaux quartier agence'.split(
      ' ',
    ),
  ),
  de: new Set('in aus nach von bei nahe um zwischen hinter richtung standort werk raum stadt region uber'.split(' ')),
  en: new Set(
    'in from to at near of around outside between site city town region office plant village via through'.split(' '),
  ),
};
/** Before a country these say where somebody comes from, also when it is the country of most. */
const origin =
  /^(?:born|grew|raised|native|roots|fled|emigrated|immigrated|geboren|opgegroeid|afkomstig|gevlucht|kom|komt|kwam|roots|nee|ne|grandi|originaire|viens|vient|venue|venu|fui|aufgewachsen|stamme|stammt|komme|kommt|gefluchtet|geflohen|kam|come|comes|came|moved|verhuisde|verhuisd|arrivee|arrive)$/;

const schools =
  /(?<![\p{L}])(?:(?:University|Université|Universiteit|Universität|Hochschule|Hogeschool|Haute [ÉE]cole|College|Collège|Lycée|Athénée|Institut|Gymnasium|Gesamtschule|School|École|Academy|Berufsschule|Realschule)(?: (?:of|de|d[’']|van|der|des|du|für|voor|te|in|la|le)){0,2} ?\p{Lu}[\p{L}’'-]{1,30}(?: \p{Lu}[\p{L}’'-]{1,30}){0,2}|(?:\p{Lu}[\p{L}’'-]{1,30} ){1,3}(?:University|College|Academy|Hogeschool|Universiteit|School|Universität|Hochschule)(?![\p{L}])|(?:KU ?Leuven|VUB|ULB|UGent|UCLouvain|UCL|ULiège|UHasselt|UAntwerpen|UNamur|UMons|RWTH(?: Aachen)?|TU \p{Lu}\p{L}+|FH \p{Lu}\p{L}+|HEC|INSEAD|Vlerick|ICHEC|Sorbonne|Polytechnique|Sciences Po|EDHEC|HoGent|HOWEST|Odisee|UvA|LSE|Cambridge|Oxford|Harvard|MIT|Stanford)(?![\p{L}]))/gu;
/** Without MIT, which is "with" in capitals. */
const germanSchools = new RegExp(schools.source.replace('|MIT|', '|'), schools.flags);
const streets: Readonly<Record<Language, RegExp>> = {
  nl: /(?<!\p{L})(?:\p{Lu}[\p{L}’'-]{1,24} )?\p{Lu}[\p{L}’'-]{1,24}(?:straat|laan|plein|steenweg|dreef|lei|kaai|kade|gracht|singel)(?:\s\d{1,4})?(?!\p{L})|(?<!\p{L})(?:Grote|Oude|Nieuwe) (?:Markt|Haven|Steenweg)(?!\p{L})/gu,
  fr: /(?<!\p{L})(?:gare|rue|avenue|boulevard|place|chaussée|quai|square|impasse|allée)(?: (?:de la|de l[’']|du|des|de|d[’']|aux?))? ?\p{Lu}[\p{L}’'-]{1,24}(?:[ -]\p{Lu}[\p{L}’'-]{1,24}){0,2}/gu,
  de: /(?<!\p{L})(?:\p{Lu}[\p{L}’'-]{1,24}(?:straße|strasse|allee|gasse|ufer|damm)|(?:Bahnhof|Flughafen|Stadtteil|Ortsteil|Viertel) \p{Lu}[\p{L}’'-]{2,24}|\p{Lu}[\p{L}’'-]{1,24}er (?:Straße|Platz|Allee|Weg|Hof|Viertel))(?:\s\d{1,4})?(?!\p{L})/gu,
  en: /(?<!\p{L})(?:\p{Lu}[\p{L}’'-]{1,24} ){1,2}(?:Street|Road|Avenue|Lane|Square|Station|Bridge|Park|Hill|Quay|Harbour)(?!\p{L})/gu,
};
/** Places that are called after saints, and roads by their number. */
const saints =
  /(?<!\p{L})(?:(?:Saint|Sainte|Sint|Sankt|St\.?)[- ]\p{Lu}[\p{L}’'-]{2,24}|E\d{2,3}|[AN]\d{2,3}|M\d{2}|R0)(?![\p{L}\p{N}])/gu;
/** A building with a letter of its own. */
const lettered: Readonly<Record<Language, RegExp>> = {
  nl: /(?<!\p{L})(?:[Gg]ebouw|[Bb]lok|[Hh]al|[Pp]oort|[Vv]leugel|[Zz]aal|[Ll]okaal|[Tt]oren|[Ll]ijn|[Kk]amer) [A-Z](?![\p{L}’'])/gu,
  fr: /(?<!\p{L})(?:[Bb]âtiment|[Bb]loc|[Hh]all|[Pp]orte|[Aa]ile|[Ss]alle|[Tt]our|[Ll]igne|[Aa]telier) [A-Z](?![\p{L}’'])/gu,
  de: /(?<!\p{L})(?:Gebäude|Block|Halle|Tor|Flügel|Saal|Raum|Turm|Linie|Werk|Bau) [A-Z](?![\p{L}’'])/gu,
  en: /(?<!\p{L})(?:[Bb]uilding|[Bb]lock|[Hh]all|[Gg]ate|[Ww]ing|[Rr]oom|[Tt]ower|[Ll]ine|[Ww]arehouse) [A-Z](?![\p{L}’'])/gu,
};

const buildings = new Map<Language, PhraseFinder>();
const demonyms = new Map<Language, ReadonlySet<string>>();

export interface PlaceFacts {
  readonly directory: Pick<Directory, 'sites' | 'countries'>;
  /** A country of fewer people than these is a sign. */
  readonly fewest: number;
}

export function placesIn(text: string, words: readonly Word[], language: Language, facts: PlaceFacts): Spot[] {
  return [
    ...namedPlaces(words, language, facts),
    ...matches(text, language === 'de' ? germanSchools : schools, 'school', instead[language].place.school),
    ...matches(text, streets[language], 'building', instead[language].place.buildingOnly),
    ...matches(text, saints, 'town', instead[language].place.town['']),
    ...matches(text, lettered[language], 'building', instead[language].place.buildingOnly),
    ...buildingsIn(words, language),
    ...(language === 'de' ? townAdjectives(words, /er$/, [''], language) : []),
    ...(language === 'nl'
      ? townAdjectives(words, /(?:se|s|naar|enaar|aar|naars|aars)$/, ['', 'e', 'en'], language)
      : []),
    ...(language === 'fr' ? demonymsIn(words) : []),
  ];
}

const matches = (text: string, pattern: RegExp, why: Reason, words: string): Spot[] =>
  [...text.matchAll(pattern)].map((one): Spot => ({
    kind: 'place',
    why,
    from: one.index,
    to: one.index + one[0].length,
    instead: [words],
  }));

const longestName = 5;

function namedPlaces(words: readonly Word[], language: Language, facts: PlaceFacts): Spot[] {
  const found: Spot[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const length = lengthOfPlace(words, at, language, facts);
    if (length === 0) continue;
    found.push(spotOf(words, at, length, language));
    at += length - 1;
  }
  return found;
}

/** How many words from here on are a place; none is 0. The longest counts. */
function lengthOfPlace(words: readonly Word[], at: number, language: Language, facts: PlaceFacts): number {
  const { key: begin } = words[at]!;
  if (!beginsPlace(begin) && !facts.directory.sites.has(begin)) return 0;
  for (let length = Math.min(longestName, words.length - at); length > 0; length -= 1) {
    const own = words.slice(at, at + length);
    if (own.slice(1).some(({ isCut, gap }) => isCut || gap.length > 2)) continue;
    const key = own.map((one) => one.key).join(' ');
    if (isPlace(words, at, key, language, facts)) return length;
  }
  return 0;
}

function isPlace(words: readonly Word[], at: number, key: string, language: Language, facts: PlaceFacts): boolean {
  const [word, before] = [words[at]!, words[at - 1]];
  const isOne = !key.includes(' ');
  const isNear = before !== undefined && !word.isCut && near[language].has(before.key);
  const isSite = facts.directory.sites.has(key);
  const code = countryOf(key);
  const isWritten = word.isCapital || (word.isPlain === true && isNear && key.length > 3 && !isUsual(key, language));
  if (code !== undefined && isWritten) return isAbroad(words, at, code, facts);
  if (!isSite && !isTown(key) && !isRegion(key)) return false;
  if (!word.isCapital)
    return (
      isNear &&
      key.length > 4 &&
      !isUsual(key, language) &&
      !isTownWord(key, language) &&
      !isCommonName(key) &&
      !isRegion(key)
    );
  if (isOne && (isTownWord(key, language) || key.length < 3 || isCalm(key, language))) return isNear && !word.isFirst;
  // Florence, Sofia, Nancy: a person, unless it says where.
  if (isOne && isCommonName(key)) return isNear;
  return isNear || !word.isFirst || !isUsual(key, language);
}

function isAbroad(words: readonly Word[], at: number, code: string, { directory, fewest }: PlaceFacts): boolean {
  if ((directory.countries.get(code) ?? 0) < fewest) return true;
  return words.slice(Math.max(0, at - 4), at).some(({ key }) => origin.test(key));
}

/** With the preposition before it, so that what stands there instead is a whole. */
function spotOf(words: readonly Word[], at: number, length: number, language: Language): Spot {
  const [first, last, before] = [words[at]!, words[at + length - 1]!, words[at - 1]];
  const key = words
    .slice(at, at + length)
    .map((one) => one.key)
    .join(' ');
  const why = countryOf(key) === undefined ? 'town' : 'country';
  const ways: Readonly<Record<string, string>> = instead[language].place[why];
  const isJoined = before !== undefined && !first.isCut && first.gap.length === 1;
  const way = isJoined ? ways[before.key] : undefined;
  const from = isJoined && way !== undefined ? before.start : first.start;
  return { kind: 'place', why, from, to: last.end, instead: [way ?? ways[''] ?? ''] };
}

function buildingsIn(words: readonly Word[], language: Language): Spot[] {
  const find = buildings.get(language) ?? phraseFinder(lists[language].place.building, lists[language].words);
  buildings.set(language, find);
  // "The machine, 06:45" has no number.
  const plain = find(words).filter(({ from, to }) =>
    words.slice(from + 1, to + 1).every(({ gap }) => gap.length === 1),
  );
  return plain.map(({ from, to }): Spot => {
    const text = instead[language].place.buildingOnly;
    return { kind: 'place', why: 'building', from: words[from]!.start, to: words[to]!.end, instead: [text] };
  });
}

/** "Gentse", "Berliner": a town and an end. */
function townAdjectives(words: readonly Word[], end: RegExp, more: readonly string[], language: Language): Spot[] {
  return words
    .filter(({ key, isCapital, isFirst }) => {
      const short = key.replace(end, '');
      if (!isCapital || short === key || short.length < 3 || isCommonName(key) || isUsual(key, language)) return false;
      return !isFirst && more.some((one) => isTown(short + one) && !isTownWord(short + one, language));
    })
    .map((one): Spot => ({
      kind: 'place',
      why: 'town',
      from: one.start,
      to: one.end,
      instead: [instead[language].place.adjective],
    }));
}

function demonymsIn(words: readonly Word[]): Spot[] {
  const known = demonyms.get('fr') ?? new Set(lists.fr.demonyms.split(' '));
  demonyms.set('fr', known);
  return words
    .filter(({ key }) => known.has(key))
    .map((one): Spot => ({
      kind: 'place',
      why: 'town',
      from: one.start,
      to: one.end,
      instead: [instead.fr.place.adjective],
    }));
}
