/** 1200 by 627, as LinkedIn and Viva Engage show it: two bubbles, or a picture drawn anew, and the title beside it. */
import type { Handout } from '../handouts.ts';
import { escapeMarkup } from '../../markup.ts';
import { brand, fiveParts } from '../colours.ts';
import { drawPicture } from './drawing.ts';

const [, warm, , light] = fiveParts;

export function writeSocialPicture({
  title,
  foot,
  picture,
}: Pick<Handout, 'title' | 'foot' | 'picture'>): Promise<Uint8Array> {
  const { size, lines } = fitted(title);
  const top = 313 - ((lines.length - 1) * size * 1.25) / 2;
  const text = lines.map(
    (line, at) =>
      `<text x="560" y="${top + at * size * 1.25}" font-size="${size}" font-weight="bold" fill="#ffffff">${escapeMarkup(line)}</text>`,
  );
  const svg = [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 627" font-family="DejaVu Sans Condensed">',
    `<rect width="1200" height="627" fill="${brand}"/>`,
    ...(picture ? [pictureAtLeft(picture)] : bubbles),
    ...text,
    `<text x="70" y="585" font-size="24" fill="#ffffff">${escapeMarkup(shortened(foot, 80))}</text></svg>`,
  ];
  return drawPicture(svg.join(''), 1200);
}

const bubbles = [
  `<rect x="70" y="150" width="300" height="180" rx="40" fill="${light}"/><path d="M130 325h80l-80 60z" fill="${light}"/>`,
  `<rect x="200" y="240" width="300" height="180" rx="40" fill="${warm}"/><path d="M360 415h80l10 60z" fill="${warm}"/>`,
];

function pictureAtLeft({ type, bytes }: NonNullable<Handout['picture']>): string {
  const data = `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
  return [
    '<clipPath id="frame"><rect x="70" y="70" width="430" height="460" rx="28"/></clipPath>',
    `<image x="70" y="70" width="430" height="460" preserveAspectRatio="xMidYMid slice" clip-path="url(#frame)" href="${data}"/>`,
  ].join('');
}

const shortened = (text: string, most: number): string => {
  const letters = Array.from(text);
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`;
};

/** As large as its lines fit beside the bubbles: a letter is about 0.57 of its height wide. */
function fitted(title: string): { size: number; lines: string[] } {
  const sizes = [58, 46, 36, 30].map((size) => ({ size, lines: linesOf(title, Math.floor(590 / (size * 0.57))) }));
  return sizes.find(({ size, lines }) => lines.length * size * 1.25 < 400) ?? sizes.at(-1)!;
}

function linesOf(text: string, most: number): string[] {
  const lines: string[] = [''];
  // Not at a space that does not break, as it stands before a French colon.
  for (const word of text.split(/[ \n]+/).flatMap((one) => one.match(new RegExp(`.{1,${most}}`, 'gu')) ?? [])) {
    const last = lines.at(-1) ?? '';
    if (last === '' || last.length + 1 + word.length <= most)
      lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
