/** Words beside names: particles, titles, words for a person; and names of people who are everybody's. */
import type { Language } from '../../../../../platform/words.ts';
import type { Directory } from '../../directory/rules.ts';
import { isGivenName, isUsual, isWordToo, lists } from '../../lists/rules.ts';
import { phraseFinder, type PhraseFinder } from '../../phrases/rules.ts';
import { withoutGenitive, type Word } from '../../reading/rules.ts';

export const particles = new Set(
  'van von der den de del di da dos du la le el al ter ten zu zur vom mac bin ibn ben d o'.split(' '),
);
export const titles = new Set(
  'meneer mijnheer mevrouw mevr dhr mw juffrouw juf monsieur madame mademoiselle mme mlle m mr herr herrn frau mrs ms miss mx sir dr dokter docteur doktor doctor drs prof professor professeur maitre me ir uncle aunt tante oncle onkel nonkel oom pater pere soeur sister zuster'.split(
    ' ',
  ),
);
/** Somebody is called what follows. */
export const called =
  /^(?:called|named|genannt|namens|nommee?|heet|heette|heten|appelle|appelait|heisst|hiess|prenomm\w*|surnommee?)$/;
export const famous = new Set(
  'nelson mandela|michelle obama|barack obama|obama|mandela|angela merkel|merkel|albert einstein|einstein|marie curie|gandhi|mahatma gandhi|martin luther king|rosa parks|steve jobs|brene brown|harry potter|greta thunberg|simone de beauvoir|shakespeare|picasso|mozart|beethoven|kafka|goethe|bill gates|elon musk|malala|anne frank|eddy merckx|kim clijsters|stromae|johan cruyff|zidane|kant|freud|darwin|sheryl sandberg|maya angelou|simon sinek|antoine de saint exupery|victor hugo|voltaire|moliere|eisenhower|pareto|maslow|gantt'.split(
    '|',
  ),
);
const finders = new Map<Language, PhraseFinder>();

/** Words for a person with whose they are: "my former colleague", "notre directrice". */
export function headsIn(words: readonly Word[], language: Language): Map<number, number> {
  const find = finders.get(language) ?? phraseFinder(heads[language], lists[language].words);
  finders.set(language, find);
  const found = new Map<number, number>();
  for (const { from, to } of find(words)) found.set(to, Math.min(from, found.get(to) ?? from));
  return found;
}
const heads: Readonly<Record<Language, string>> = {
  nl: '(mijn|onze|ons|haar|zijn|hun|jouw|je|de|een|m n) ~ ({role}|{kin}); ({role}|{kin})',
  fr: '(mon|ma|mes|notre|nos|son|sa|ses|leur|leurs|ton|ta|la|le|l|une|un) ~ ({role}|{kin}); ({role}|{kin})',
  de: '(mein*|unser*|ihr*|sein*|dein*|der|die|den|dem|eine*|ein) ~ ({role}|{kin}); ({role}|{kin})',
  en: '(my|our|her|his|their|your|the|a) ~ ({role}|{kin}); ({role}|{kin})',
};

interface Held {
  readonly facts: { readonly directory: Pick<Directory, 'given' | 'family'> };
  readonly language: Language;
}

export const isGiven = (key: string, { facts, language }: Held): boolean =>
  withoutGenitive(key).some((one) => facts.directory.given.has(one) || isGivenName(one, language));
export const isFamily = (key: string, { facts }: Held): boolean =>
  withoutGenitive(key).some((one) => facts.directory.family.has(one));
export const isWord = (key: string, { language }: Held): boolean => isUsual(key, language) || isWordToo(key, language);
