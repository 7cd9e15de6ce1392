/**
 * Finds phrases of a list in a text. A list is one line, `;` between phrases; in a word `*` stands for any letters and `(a|b)` for one of
 * these, `…` for up to four words. Words are compared without case and accents, and signs part words: `burn-out` is two.
 */
import { folded } from '../../../../platform/words.ts';

export interface Token {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Letters that do not come apart into a letter and an accent. */
const others: Readonly<Record<string, string>> = { ß: 'ss', ł: 'l', ø: 'o', ı: 'i', œ: 'oe', æ: 'ae', đ: 'd', ð: 'd' };

export const keyOf = (word: string): string => folded(word).replace(/[ßłøıœæđð]/g, (one) => others[one] ?? one);

/** Every word of the text, with its place. */
export function tokensIn(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((one) => ({
    ...{ key: keyOf(one[0]), start: one.index, end: one.index + one[0].length },
  }));
}

/** First and last token of each phrase that was found. */
export interface Span {
  readonly from: number;
  readonly to: number;
}
type Word = RegExp | 'gap';
const widestGap = 4;

/** Phrases lie by the two letters that they begin with; those that begin otherwise are tried everywhere. */
export function phraseFinder(lists: readonly string[]): (tokens: readonly Token[]) => Span[] {
  const phrases = new Map<string, Word[][]>();
  for (const phrase of lists.flatMap((list) => list.split(';')).map((one) => one.trim())) {
    if (phrase === '') continue;
    const begin = /^[a-z\d]{2}/.exec(phrase)?.[0] ?? '';
    phrases.set(begin, [...(phrases.get(begin) ?? []), wordsOf(phrase)]);
  }
  const anywhere = phrases.get('') ?? [];
  return (tokens) =>
    tokens.flatMap(({ key }, from) =>
      [...anywhere, ...(phrases.get(key.slice(0, 2)) ?? [])].flatMap((words) => {
        const to = endOf(words, tokens, from);
        return to === undefined ? [] : [{ from, to }];
      }),
    );
}

function wordsOf(phrase: string): Word[] {
  return phrase
    .trim()
    .split(/ +/)
    .map((word) => (word === '…' ? 'gap' : new RegExp(`^(?:${word.replaceAll('*', '.*')})$`, 'u')));
}

function endOf([word, ...rest]: readonly Word[], tokens: readonly Token[], at: number): number | undefined {
  if (word === undefined) return at - 1;
  if (word === 'gap') {
    for (let gap = 0; gap <= widestGap; gap += 1) {
      const end = endOf(rest, tokens, at + gap);
      if (end !== undefined) return end;
    }
    return undefined;
  }
  const token = tokens[at];
  return token && word.test(token.key) ? endOf(rest, tokens, at + 1) : undefined;
}
