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
  'meneer mijnheer mevrouw mevr dhr mw juffrouw juf mevr monsieur madame mademoiselle mme mlle m mr herr herrn frau hr fr oberarzt oberarztin chefarzt chefarztin stationsarzt assistenzarzt schwester kollege kollegin mrs ms miss mx sir dr dokter docteur doktor doctor drs prof professor professeur maitre me ir uncle aunt tante oncle onkel nonkel oom pater pere soeur sister zuster'.split(
    ' ',
  ),
);
/** Somebody is called what follows. */
export const called =
  /^(?:called|named|genannt|namens|nommee?|heet|heette|heten|appelle|appelait|heisst|hiess|prenomm\w*|surnommee?)$/;
/** After these and "me" stands what somebody is called, whatever word that is. */
const calls =
  /^(?:call|calls|called|nennen|nennt|nannten|nannte|noemen|noemt|noemden|noemde|appelle|appellent|appelait|surnomme|surnomment)$/;
const object = /^(?:me|him|her|mich|ihn|mij|hem|haar|m|l|nous|us|uns|ons)$/;
const namely = /^(?:namens|nicknamed|bijgenaamd|surnommee?|prenommee?)$/;

/** Keys of what somebody is called in a text: "they call me Gran", "Gran, they call me", "ein Mann namens Ausland". */
export function nicknamesOf(words: readonly Word[]): Set<string> {
  const found = new Set<string>();
  for (let at = 0; at < words.length; at += 1) {
    const [word, before, two] = [words[at]!, words[at - 1], words[at - 2]];
    if (!word.isCapital || !before) continue;
    const isCalled = namely.test(before.key) || (object.test(before.key) && two !== undefined && calls.test(two.key));
    if (isCalled && !word.isCut && word.key.length > 2) found.add(word.key);
  }
  for (let at = 0; at + 3 < words.length; at += 1)
    if (
      words[at]!.isCapital &&
      words[at + 1]!.gap === ', ' &&
      calls.test(words[at + 2]!.key) &&
      object.test(words[at + 3]!.key)
    )
      found.add(words[at]!.key);
  return found;
}
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
