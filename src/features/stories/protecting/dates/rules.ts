/** Days, months of a year and years: with a calendar and a colleague's memory they lead to somebody. A month alone does not. */
import type { Language } from '../../../../platform/words.ts';
import instead from '../content/instead.json' with { type: 'json' };
import type { Reason, Spot } from '../model.ts';

const monthNames: Readonly<Record<Language, readonly string[]>> = {
  nl: [
    'januari|jan\\.',
    'februari|feb\\.',
    'maart|mrt\\.',
    'april|apr\\.',
    'mei',
    'juni|jun\\.',
    'juli|jul\\.',
    'augustus|aug\\.',
    'september|sept\\.',
    'oktober|okt\\.',
    'november|nov\\.',
    'december|dec\\.',
  ],
  fr: [
    'janvier|janv\\.',
    'f[ée]vrier|f[ée]vr\\.',
    'mars',
    'avril|avr\\.',
    'mai',
    'juin',
    'juillet|juil\\.',
    'ao[ûu]t',
    'septembre|sept\\.',
    'octobre|oct\\.',
    'novembre|nov\\.',
    'd[ée]cembre|d[ée]c\\.',
  ],
  de: [
    'januar|jänner|jan\\.',
    'februar|feb\\.',
    'märz|maerz',
    'april|apr\\.',
    'mai',
    'juni',
    'juli',
    'august|aug\\.',
    'september|sept\\.',
    'oktober|okt\\.',
    'november|nov\\.',
    'dezember|dez\\.',
  ],
  en: [
    'january|jan\\.?',
    'february|feb\\.?',
    'march|mar\\.',
    'april|apr\\.?',
    'may',
    'june',
    'july',
    'august|aug\\.?',
    'september|sept?\\.?',
    'october|oct\\.?',
    'november|nov\\.?',
    'december|dec\\.?',
  ],
};
const before: Readonly<Record<Language, string>> = {
  nl: 'op|in|sinds|sedert|van|tot|vanaf|rond|begin|midden|half|eind|einde|voor|na|het jaar|in het jaar|in de zomer van|in het najaar van|in het voorjaar van|in de herfst van|in de lente van|in de winter van|rond de jaarwisseling van|begin van',
  fr: "le|en|depuis|du|de|d[èe]s|jusqu[’']en|au mois de|au mois d[’']|début|mi|fin|courant|d[ée]but de|fin de|avant|apr[èe]s|l[’']ann[ée]e|au printemps|à l[’']automne|à l[’']été|en hiver|vers|pendant l[’']été|à l[’']hiver|ann[ée]e",
  de: 'am|im|seit|vom|bis|ab|anfang|mitte|ende|vor|nach|im jahr|im jahre|seit dem jahr|seit anfang|seit ende|seit mitte|um|in|zum|im frühjahr|im frühling|im sommer|im herbst|im winter|im herbst des jahres|von|jahr',
  en: 'on|in|since|from|until|by|around|early|mid|late|before|after|in early|in late|in mid|of|the year|in the spring of|in the summer of|in the autumn of|in the winter of|during|summer|winter|spring|autumn|back in',
};
const ordinals: Readonly<Record<Language, string>> = {
  nl: 'één|een|eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde|dertiende|veertiende|vijftiende|twintigste|eenentwintigste|dertigste',
  fr: 'premier|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente',
  de: 'ersten|zweiten|dritten|vierten|fünften|sechsten|siebten|achten|neunten|zehnten|elften|zwölften|dreizehnten|vierzehnten|fünfzehnten|zwanzigsten|einundzwanzigsten|dreißigsten',
  en: 'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|twentieth|twenty-first|thirtieth',
};
/** A number of four digits before these is no year. */
const noYear =
  '(?!\\s?(?:€|%|euro|eur\\b|people|mensen|personnes|leute|collega|kolleg|coll[eè]g|employees|werknemers|stuks|pieces|km|meter|kilo|units|customers|klanten|clients|kunden|seiten|pages))';

type Pattern = readonly [Reason, RegExp];

function patternsFor(language: Language): Pattern[] {
  const month = `(?:${monthNames[language].join('|')})(?![\\p{L}])`;
  const year = `(?:19[4-9]\\d|20[0-4]\\d)(?![\\d])(?![.,]\\d)`;
  const start = `(?<![\\p{L}\\p{N}])(?:(?:${before[language]})(?:\\s+|(?<=[’'])|-))?`;
  const day = `(?:the\\s+)?(?:(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th|er|ste|de|e|\\.)?|(?:${ordinals[language]}))`;
  const list: [Reason, string][] = [
    ['day', `${start}${day}\\s+(?:of\\s+|de\\s+)?${month}(?:,?\\s+(?:de\\s+)?${year})?`],
    ...(language === 'en'
      ? [
          ['day', `${start}${month}\\s+(?:the\\s+)?\\d{1,2}(?:st|nd|rd|th)?(?!\\d)(?:,?\\s+${year})?`] satisfies [
            Reason,
            string,
          ],
        ]
      : []),
    ['day', `${start}(?:0?[1-9]|[12]\\d|3[01])([./-])(?:0?[1-9]|1[0-2])\\1(?:(?:19|20)?\\d{2})(?!\\d)`],
    ['day', `${start}(?:19|20)\\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])(?!\\d)`],
    [
      'day',
      `(?<![\\p{L}\\p{N}])(?:${language === 'fr' ? 'le|du|depuis le' : language === 'de' ? 'am|vom|bis zum|seit dem' : language === 'nl' ? 'op|van|sinds' : 'on|since|from'})\\s+(?:0?[1-9]|[12]\\d|3[01])[./](?:0?[1-9]|1[0-2])(?![\\d/])(?!\\.\\d)`,
    ],
    ['month', `${start}${month}\\s+(?:van\\s+|of\\s+|de\\s+|des\\s+Jahres\\s+)?(?:${year}|[’']\\d{2}(?!\\d))`],
    ['year', `${start}${year}${noYear}`],
    ['year', `(?<![\\p{L}\\p{N}])(?:${before[language]})\\s+[’']\\d{2}(?!\\d)`],
  ];
  return list.map(([why, source]) => [why, new RegExp(source, 'giu')]);
}

const patterns: Readonly<Record<Language, readonly Pattern[]>> = {
  ...{ nl: patternsFor('nl'), fr: patternsFor('fr'), de: patternsFor('de'), en: patternsFor('en') },
};
const months: Readonly<Record<Language, readonly RegExp[]>> = {
  ...{ nl: monthPatterns('nl'), fr: monthPatterns('fr'), de: monthPatterns('de'), en: monthPatterns('en') },
};

function monthPatterns(language: Language): RegExp[] {
  return monthNames[language].map((one) => new RegExp(`(?<!\\p{L})(?:${one})(?!\\p{L})`, 'iu'));
}

export function datesIn(text: string, language: Language): Spot[] {
  return patterns[language].flatMap(([why, pattern]) =>
    [...text.matchAll(pattern)].map((one): Spot => ({
      ...{ kind: 'date', why, from: one.index, to: one.index + one[0].length },
      instead: insteadOf(one[0], why, language),
    })),
  );
}

const seasonOf = (month: number): 'winter' | 'spring' | 'summer' | 'autumn' =>
  month < 2 || month === 11 ? 'winter' : month < 5 ? 'spring' : month < 8 ? 'summer' : 'autumn';
const since = /^(?:sinds|sedert|vanaf|depuis|d[èe]s|seit|ab|since|from)\b/iu;

function insteadOf(found: string, why: Reason, language: Language): string[] {
  const words = instead[language].date;
  if (since.test(found)) return [words.since];
  const month = months[language].findIndex((pattern) => pattern.test(found));
  return why === 'year' || month < 0 ? [words.ago] : [words[seasonOf(month)], words.ago];
}
