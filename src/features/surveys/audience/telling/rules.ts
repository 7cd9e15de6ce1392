/** An audience as one neutral sentence, so that nobody who is asked wonders "why me?". Safe in the browser. */
import { regionOf, type Language } from '../../../../platform/words.ts';
import { filterKinds, type Audience, type FilterKind, type Filters } from '../model.ts';
import { ownName, rulesOf } from '../rules.ts';
import { say } from '../words.ts';

/** Without a full stop: `Everyone who works in Finance or Sales and whose site is Ghent, but nobody who is in the works council`. */
export function describeAudience(language: Language, audience: Audience): string {
  const { any, except } = rulesOf(audience);
  const [first, ...more] = any.map((rule) => clausesOf(language, rule));
  let all = first === undefined ? say(language, 'tell.everyone') : say(language, 'tell.rule', { rule: first });
  for (const rule of more) all = say(language, 'tell.also', { first: all, rule });
  for (const one of except) all = say(language, 'tell.except', { all, rule: clausesOf(language, one) });
  return all;
}

function clausesOf(language: Language, rule: Filters): string {
  const clauses = filterKinds
    .filter((kind) => rule[kind] !== undefined)
    .map((kind) => say(language, `tell.${kind}`, { list: anyOf(language, namesOf(language, rule, kind)) }));
  return new Intl.ListFormat(regionOf(language), { type: 'conjunction' }).format(clauses);
}

const anyOf = (language: Language, names: readonly string[]): string =>
  new Intl.ListFormat(regionOf(language), { type: 'disjunction' }).format(names);

/** What a rule asks for of one kind, as people call it. */
export function namesOf(language: Language, rule: Filters, kind: FilterKind): string[] {
  const { departments = [], sites = [], countries = [], languages = [], groups = [] } = rule;
  const { jobTitles = [], levels = [], tenures = [] } = rule;
  switch (kind) {
    case 'departments':
      return departments;
    case 'sites':
      return sites;
    case 'countries':
      return countries.map((one) => countryName(language, one));
    case 'languages':
      return languages.map((one) => ownName(one, language));
    case 'groups':
      return groups.map(({ name }) => name);
    case 'participants':
      return [];
    case 'jobTitles':
      return jobTitles.map((words) => quoted(language, words));
    case 'levels':
      return levels.map(String);
    case 'tenures':
      return tenures.map((one) => say(language, `tenure.${one}`));
    default:
      return kind satisfies never;
  }
}

const quotes: Readonly<Record<Language, readonly [string, string]>> = {
  ...{ nl: ['“', '”'], fr: ['« ', ' »'], de: ['„', '“'], en: ['“', '”'] },
};

function quoted(language: Language, words: string): string {
  const [open, close] = quotes[language];
  return `${open}${words}${close}`;
}

/** A directory holds a code or a name; a code is said in the reader's language. */
export function countryName(language: Language, country: string): string {
  if (!/^[A-Z]{2}$/.test(country)) return country;
  return new Intl.DisplayNames([regionOf(language)], { type: 'region' }).of(country) ?? country;
}
