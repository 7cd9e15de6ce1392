/** The few words of a story on a poster or a slide; what is said beside the slide is all of it. */
import type { Handout, HandoutPicture } from '../../../../platform/papers/handouts.ts';
import { excerptOf, textOfParts, wholeText, type Telling } from '../rules.ts';
import { say } from '../words.ts';

const mostText = 180;
const mostOfPart = { poster: 300, slide: 190 } as const;
const mostParts = { poster: 1, slide: 3 } as const;

export function handoutOf(
  telling: Telling,
  kind: 'poster' | 'slide',
  picture?: Omit<HandoutPicture, 'alternative'>,
): Handout {
  const { language, title, byline, note, join, programme, alternative = '' } = telling;
  const [first = [], ...rest] = textOfParts(telling).filter((paragraphs) => paragraphs.length > 0);
  const [text = '', ...more] = excerptOf(first, mostText, language);
  const parts = rest
    .slice(0, mostParts[kind])
    .map((paragraphs) => excerptOf(paragraphs, mostOfPart[kind], language).join(' '));
  const points = [...more, ...parts, byline, ...(note === undefined ? [] : [note])];
  return {
    ...{ language, title, text, points, link: join, foot: programme },
    scan: say(language, 'scan', { link: join }),
    ...(kind === 'slide' ? { notes: [title, byline, ...wholeText(telling)].join('\n\n') } : {}),
    ...(picture ? { picture: { ...picture, alternative } } : {}),
  };
}
