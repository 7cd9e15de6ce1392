/** The words of a text with what their writing says: a capital, the begin of a sentence, what parts them from the word before. */
import { tokensIn, type Token } from '../../../training/coach/phrases/rules.ts';

export interface Word extends Token {
  readonly text: string;
  /** What stands between it and the word before. */
  readonly gap: string;
  readonly isCapital: boolean;
  /** All its letters are capitals, and there are several. */
  readonly isShout: boolean;
  /** It begins a sentence, where every word has a capital. */
  readonly isFirst: boolean;
  /** Its writing says nothing: all in small letters, or a row of words all in capitals. */
  readonly isPlain?: boolean;
  /** A sentence ended before it. */
  readonly isCut: boolean;
}

/** After these a dot ends no sentence. */
const short = new Set(
  'dr mr mrs ms st prof ing ir mme mlle dhr mevr mw bv bijv nr no vs ca z b d h i u a e g ir drs jr sr inkl bzw evtl ggf etc fr hr mevr'.split(
    ' ',
  ),
);

export function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  let [end, before] = [0, ''];
  for (const { key, start, end: to } of tokensIn(text)) {
    const own = text.slice(start, to);
    const gap = text.slice(end, start);
    const isPlain = gap === ' ' && end > 0;
    const isAbbreviated = !isPlain && endsShort(gap, before);
    const isCut = end > 0 && !isPlain && !isAbbreviated && /[.!?…\n\r;]/u.test(gap);
    const isFirst = end === 0 || isCut || (!isPlain && !isAbbreviated && opens(gap));
    const isCapital = own !== own.toLowerCase() && /^\p{Lu}/u.test(own);
    const isShout = isCapital && own.length > 1 && own === own.toUpperCase();
    words.push({ key, start, end: to, text: own, gap, isCapital, isShout, isFirst, isCut });
    [end, before] = [to, own];
  }
  return evened(words);
}

const shortestRow = 4;
const shortestText = 15;

/** Where everything is in capitals, or nothing, a capital is no sign: such words are read as if they had none. */
function evened(words: readonly Word[]): Word[] {
  const isSmall =
    words.length >= shortestText && words.filter(({ isCapital }) => isCapital).length <= words.length / 40;
  const all = words.map((word): Word => (isSmall && !word.isCapital ? { ...word, isPlain: true } : word));
  for (let from = 0; from < all.length; from += 1) {
    let to = from;
    while (to < all.length && isLoud(all[to]!)) to += 1;
    if (to - from >= shortestRow)
      for (let at = from; at < to; at += 1) all[at] = { ...all[at]!, isCapital: false, isShout: false, isPlain: true };
    from = Math.max(from, to - 1);
  }
  return all;
}

const isLoud = ({ text }: Word): boolean => text === text.toUpperCase();

const endsShort = (gap: string, before: string): boolean =>
  /^\.[-‐ ]?$/u.test(gap) && (short.has(before.toLowerCase()) || /^\p{Lu}$/u.test(before));

/** A colon, a quote, a dash, a bullet. */
const opens = (gap: string): boolean => /[:“"„«‹‘(•*#>–—]\s*$|^\s+[-']\s*$/u.test(gap);

/** "Annas", "Fatima's": without what makes it somebody's. The apostrophe parts words already. */
export const withoutGenitive = (key: string): string[] =>
  key.length > 3 && key.endsWith('s') ? [key, key.slice(0, -1)] : [key];
