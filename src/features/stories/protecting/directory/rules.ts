/**
 * The organisation as a text is held against it: tokens of names, departments with their sizes, sites, titles, countries. It is made once
 * for a reading of the directory; a text looks up its own words by key, however many people there are.
 */
import { tokensIn } from '../../../training/coach/phrases/rules.ts';
import { countryOf, lists, phraseKey } from '../lists/rules.ts';

/** Of a person what a text may say of them. */
export interface Colleague {
  readonly name: string;
  readonly department?: string | undefined;
  readonly site?: string | undefined;
  readonly country?: string | undefined;
  readonly jobTitle?: string | undefined;
}

export interface Department {
  readonly size: number;
  /** People of it at each site, by the key of the site. */
  readonly at: ReadonlyMap<string, number>;
}

export interface Directory {
  readonly given: ReadonlySet<string>;
  readonly family: ReadonlySet<string>;
  /** By what they are called, here and in the four languages. */
  readonly departments: ReadonlyMap<string, Department>;
  readonly sites: ReadonlySet<string>;
  /** How many have a title. */
  readonly titles: ReadonlyMap<string, number>;
  /** The first words of titles and departments. */
  readonly begins: ReadonlySet<string>;
  /** Words in the longest title or department. */
  readonly longest: number;
  /** How many work in a country, by its code. */
  readonly countries: ReadonlyMap<string, number>;
  /** Words of departments and titles: a capital there makes no name. */
  readonly titleWords: ReadonlySet<string>;
}

interface Growing {
  size: number;
  readonly at: Map<string, number>;
}

export function directoryOf(people: readonly Colleague[]): Directory {
  const [given, family, sites] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const [departments, titles, countries] = [
    new Map<string, Growing>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ];
  // The same names, departments, sites and titles come again thousands of times.
  const parts = new Map<string, readonly string[]>();
  const keys = new Map<string, string>();
  const keyFor = (text: string): string => {
    const known = keys.get(text) ?? phraseKey(text);
    keys.set(text, known);
    return known;
  };
  for (const { name, department, site, country, jobTitle } of people) {
    addName(name, given, family, parts);
    const siteKey = site === undefined ? '' : keyFor(site);
    if (siteKey !== '') sites.add(siteKey);
    if (jobTitle !== undefined) count(titles, keyFor(jobTitle));
    if (country !== undefined) count(countries, countryOf(keyFor(country)) ?? country);
    if (department === undefined) continue;
    const one = departments.get(keyFor(department)) ?? { size: 0, at: new Map<string, number>() };
    one.size += 1;
    count(one.at, siteKey);
    departments.set(keyFor(department), one);
  }
  const spoken = withOtherNames(departments);
  const called = [...spoken.keys(), ...titles.keys()];
  const longest = called.reduce((most, one) => Math.max(most, one.split(' ').length), 1);
  const begins = new Set(called.map((one) => one.split(' ')[0] ?? ''));
  const titleWords = new Set(called.flatMap((one) => one.split(' ')).filter((one) => one.length > 1));
  return {
    given,
    family,
    departments: spoken,
    sites,
    titles,
    begins,
    countries,
    longest: Math.min(longest, 8),
    titleWords,
  };
}

function addName(name: string, given: Set<string>, family: Set<string>, parts: Map<string, readonly string[]>): void {
  let isFirst = true;
  for (const word of name.split(' ')) {
    let keys = parts.get(word);
    if (!keys) {
      keys = tokensIn(word).map(({ key }) => key);
      parts.set(word, keys);
    }
    for (const key of keys) (isFirst ? given : family).add(key);
    isFirst = false;
  }
}

const count = (all: Map<string, number>, key: string): void => void all.set(key, (all.get(key) ?? 0) + 1);

/** "Legal and Compliance" is "juridische zaken" where somebody writes Dutch. */
function withOtherNames(departments: ReadonlyMap<string, Growing>): Map<string, Department> {
  const all = new Map<string, Department>(departments);
  const called = Object.values(lists).flatMap(({ departments: names }) => Object.entries(names));
  for (const [key, department] of departments)
    for (const [id, names] of called)
      if (id === key || id.split('|').some((one) => one === key))
        for (const name of names.split(';').map(phraseKey)) if (!all.has(name)) all.set(name, department);
  return all;
}

/** Everybody's name in parts. Of those who tell each part counts. */
export const nameParts = (name: string): string[] =>
  tokensIn(name)
    .map(({ key }) => key)
    .filter((key) => key.length > 1);
