/** In which colours and language pages are looked at: twelve looks, of which the pages take turns, or all with EVERY_LOOK=1. */
import { languages, type Language } from '../../src/platform/words.ts';

const themes = ['light', 'dark', 'contrast'] as const;

export interface Look {
  readonly theme: (typeof themes)[number];
  readonly lang: Language;
}

/** Three and four have no common divisor: twelve numbers in a row are all looks. */
const lookNumber = (number: number): Look => ({ theme: themes[number % 3]!, lang: languages[number % 4]! });
const everyLook = Array.from({ length: 12 }, (_, number) => lookNumber(number));

export const looksInAll = everyLook.length;

/** Of a page's two widths (0 and 1) the second has another theme and another language than the first. */
export const looksOf = (page: number, width: number): readonly Look[] =>
  process.env['EVERY_LOOK'] ? everyLook : [lookNumber(page + 7 * width)];
