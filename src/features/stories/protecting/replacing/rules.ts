/** What could stand in the place of a name: the word for the person that stands before it, or somebody. */
import type { Language } from '../../../../platform/words.ts';
import instead from '../content/instead.json' with { type: 'json' };
import type { Spot } from '../model.ts';
import type { NameSpan } from '../names/rules.ts';
import type { Word } from '../reading/rules.ts';

const genitive: Readonly<Record<Language, RegExp | undefined>> = {
  nl: /^(?:['’]s?|s)(?=\s\p{L})/u,
  fr: undefined,
  // A noun follows: a name may end in s by itself.
  de: /^(?:['’](?=\s\p{L})|(?=\s\p{Lu}))/u,
  en: /^['’]s(?=\s\p{L})/u,
};

/** `side` is the partner's. */
export function nameSpot(
  text: string,
  words: readonly Word[],
  span: NameSpan,
  language: Language,
  side: 'mentor' | 'mentee',
): Spot {
  const [first, last] = [words[span.from]!, words[span.to]!];
  const head = span.head === undefined ? undefined : words[span.head]!;
  const base = { kind: 'name', why: span.why, isSure: span.why !== 'perhaps-name' } as const;
  if (head && span.head !== span.from - 1) {
    const kept = text.slice(head.start, words[span.from - 1]!.end);
    return { ...base, from: head.start, to: last.end, instead: [kept] };
  }
  const whose = whoseEnd(text, last, language);
  if (whose !== undefined) {
    const { name } = instead[language];
    const others = language === 'en' ? name.person.map((one) => `${one}'s`) : name.whose;
    return { ...base, from: first.start, to: whose, instead: others };
  }
  return { ...base, from: first.start, to: last.end, instead: wordsFor(span, language, side) };
}

/** Where "Fatima's" ends, when what is hers follows. */
function whoseEnd(text: string, last: Word, language: Language): number | undefined {
  const pattern = genitive[language];
  if (!pattern) return undefined;
  if (language === 'de' && !/s$|['’]$/u.test(last.text)) return undefined;
  const end = pattern.exec(text.slice(last.end, last.end + 12));
  if (!end) return language === 'nl' && /[^s]s$/u.test(last.text) && isKnownGenitive(text, last) ? last.end : undefined;
  return end[0] === '' && language !== 'de' ? undefined : last.end + end[0].length;
}

/** "Toms raad": a small word follows. */
const isKnownGenitive = (text: string, last: Word): boolean =>
  /^ \p{Ll}/u.test(text.slice(last.end, last.end + 3)) && last.text.length > 4;

function wordsFor({ why }: NameSpan, language: Language, side: 'mentor' | 'mentee'): readonly string[] {
  const { name } = instead[language];
  switch (why) {
    case 'own-name':
      return [name.own];
    case 'partner-name':
      return [name[side], name.person[1]!];
    case 'manager-name':
      return [name.manager];
    case 'person':
    case 'perhaps-name':
      return name.person;
    default:
      return why satisfies never;
  }
}
