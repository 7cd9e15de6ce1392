/** In which colours and language pages are looked at: twelve looks, of which the pages take turns, or all with EVERY_LOOK=1. */
import { languages, type Language } from '../../src/platform/words.ts';

const themes = ['light', 'dark', 'contrast'] as const;

export interface Look {
  readonly theme: (typeof themes)[number];
  readonly lang: Language;
}

/** Three and four have no common divisor: twelve numbers in a row are all looks. */
const lookNumber = (number: number): Look => ({ theme: themes[number % 3]!, lang: languages[number % 4]! });

export const looksInAll = themes.length * languages.length;

/** A page is opened in a language, and the host turns its colours while it is open. */
export interface Sitting {
  readonly lang: Language;
  readonly themes: readonly Look['theme'][];
}

const inEachLanguage: readonly Sitting[] = languages.map((lang) => ({ lang, themes }));

/** Of a page's two widths (0 and 1) the second has another theme and another language than the first. */
export function sittingsOf(page: number, width: number): readonly Sitting[] {
  if (process.env['EVERY_LOOK']) return inEachLanguage;
  const { lang, theme } = lookNumber(page + 7 * width);
  return [{ lang, themes: [theme] }];
}
