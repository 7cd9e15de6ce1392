/**
 * Hints about how a story sounds: as if somebody had to be saved, pitied or looked at; whom it blames; sentences that are hard to read;
 * another language than it says. Lists and formulas: they advise and stop nothing. The words that the check of calls would rather not
 * see ("she", "young", "my handicap") are not among them: people tell of themselves in their own words.
 */
import { languages, type Language } from '../../../../platform/words.ts';
import { isHard, sentencesOf } from '../../../recruitment/checking/rules.ts';
import { wordsOf } from '../../../surveys/wording/rules.ts';
import tones from '../content/tone.json' with { type: 'json' };
import { lists } from '../lists/rules.ts';
import { readParts, type Texts, type ToneHint, type ToneKind } from '../model.ts';
import { phraseFinder, type PhraseFinder } from '../phrases/rules.ts';
import { wordsIn } from '../reading/rules.ts';

const kinds = ['saved', 'pity', 'exotic', 'blame'] as const satisfies readonly ToneKind[];
/** More words than these in a sentence lose a reader who reads in a second language. */
const longSentence = 30;
const fewestWords = 12;

const made = new Map<Language, readonly (readonly [(typeof kinds)[number], PhraseFinder])[]>();

function findersFor(language: Language): readonly (readonly [(typeof kinds)[number], PhraseFinder])[] {
  const known =
    made.get(language) ??
    kinds.map((kind) => [kind, phraseFinder(tones[language][kind].find, lists[language].words)] as const);
  made.set(language, known);
  return known;
}

export function hintsIn(texts: Texts, language: Language): ToneHint[] {
  return readParts.flatMap((part) => hintsOf(texts[part] ?? '', language).map((hint) => ({ ...hint, part })));
}

type Hint = Omit<ToneHint, 'part'>;

function hintsOf(text: string, language: Language): Hint[] {
  if (text.trim() === '') return [];
  const other = otherLanguage(text, language);
  if (other !== undefined) return [{ kind: 'other-language', text: other }];
  const words = wordsIn(text);
  const found = findersFor(language).flatMap(([kind, find]) =>
    find(words).map(({ from, to }): Hint => {
      const { instead } = tones[language][kind];
      return { kind, text: text.slice(words[from]!.start, words[to]!.end), ...(instead === '' ? {} : { instead }) };
    }),
  );
  return [...once(found), ...long(text), ...hard(text, language)];
}

function once(hints: readonly Hint[]): Hint[] {
  const seen = new Set<string>();
  return hints.filter(({ kind, text }) => !seen.has(`${kind} ${text}`) && seen.add(`${kind} ${text}`));
}

const long = (text: string): Hint[] =>
  sentencesOf(text)
    .filter((sentence) => wordsOf(sentence).length > longSentence)
    .map((sentence): Hint => ({ kind: 'long-sentence', text: shortened(sentence) }));

const hard = (text: string, language: Language): Hint[] =>
  isHard(language, text) ? [{ kind: 'hard', text: shortened(text) }] : [];

const shortened = (text: string): string => (text.length > 120 ? `${text.slice(0, 117)}…` : text);

/** The language whose small words the text has, where these are many more than those of its own. */
export function otherLanguage(text: string, language: Language): Language | undefined {
  const words = wordsOf(text.toLowerCase());
  if (words.length < fewestWords) return undefined;
  const count = (one: Language): number => words.filter((word) => small[one].has(word)).length;
  const own = count(language);
  return languages.find((one) => one !== language && count(one) >= 4 && count(one) > own * 2);
}

const smallOf = (language: Language): ReadonlySet<string> => new Set(tones[language].small.split(' '));
const small: Readonly<Record<Language, ReadonlySet<string>>> = {
  nl: smallOf('nl'),
  fr: smallOf('fr'),
  de: smallOf('de'),
  en: smallOf('en'),
};
