/**
 * What hangs on a wall, is shown in a meeting or stands beside a post: one page with few words and a code to scan. All say the same
 * words; the picture has none but its title, and comes with a text alternative.
 */
import type { Language } from '../words.ts';

export { writePoster } from './handouts/poster.ts';
export { writeHandoutSlide } from './handouts/slide.ts';
export { writeSocialPicture } from './handouts/social.ts';

export interface Handout {
  readonly language: Language;
  readonly title: string;
  readonly text: string;
  readonly points: readonly string[];
  /** What the code is for, with the link to type. */
  readonly scan: string;
  readonly link: string;
  readonly foot: string;
  /** Said beside a slide. */
  readonly notes?: string | undefined;
  readonly picture?: HandoutPicture | undefined;
}

export interface HandoutPicture {
  readonly type: 'image/png' | 'image/jpeg';
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** What it shows, for those who do not see it. */
  readonly alternative: string;
}
