/** The story as a post: as much of it as each network takes, counted as the network counts. */
import { networkLimits, networkNames, networks, type Network, type SocialText } from '../model.ts';
import { excerptOf, shortened, textOfParts, type Telling } from '../rules.ts';
import { say } from '../words.ts';

export function socialTexts(telling: Telling): SocialText[] {
  return networks.map((network) => {
    const text = socialText(telling, network);
    return { network, text, letters: lengthOn(network, text), most: networkLimits[network] };
  });
}

/** X counts most letters outside the Latin, Greek, Cyrillic, Arabic and Hebrew ones as two (twitter-text, version 3). */
export function lengthOn(network: Network, text: string): number {
  if (network !== 'x') return text.length;
  return Array.from(text).reduce((sum, letter) => sum + (isLight(letter.codePointAt(0) ?? 0) ? 1 : 2), 0);
}

const lightRanges = [
  [0, 0x10ff],
  [0x2000, 0x200d],
  [0x2010, 0x201f],
  [0x2032, 0x2037],
] as const;
const isLight = (code: number): boolean => lightRanges.some(([from, to]) => code >= from && code <= to);

/** Whoever told it is named where there is room; that it is a translation, and the link, always stand there. */
function socialText(telling: Telling, network: Network): string {
  const { language, title, byline, nameless, note, programme, join } = telling;
  const most = networkLimits[network];
  const last = [
    ...(note === undefined ? [] : [note]),
    `${say(language, 'join', { programme: shortened(programme, 60) })}: ${join}`,
  ];
  for (const by of [byline, nameless]) {
    const frame = [title, by, ...last];
    const room = most - lengthOn(network, frame.join('\n\n'));
    if (room >= 0) return withExcerpt(telling, network, frame, room);
  }
  const rest = last.join('\n\n');
  for (let letters = title.length; letters > 0; letters = Math.floor(letters * 0.8)) {
    const text = `${shortened(title, letters)}\n\n${rest}`;
    if (lengthOn(network, text) <= most) return text;
  }
  return join;
}

/** Room is for letters of the network; of heavy ones there fit fewer. */
function withExcerpt(
  telling: Telling,
  network: Network,
  [title = '', ...rest]: readonly string[],
  room: number,
): string {
  const paragraphs = textOfParts(telling).flat();
  const most = networkLimits[network];
  for (let letters = room - 8; letters >= 40; letters = Math.floor(letters * 0.85)) {
    const text = [title, ...excerptOf(paragraphs, letters, telling.language), ...rest].join('\n\n');
    if (lengthOn(network, text) <= most) return text;
  }
  return [title, ...rest].join('\n\n');
}

/** All of them in one file, each under its network and how long it is. */
export function socialFile(telling: Telling, pictureText: string): string {
  const { language } = telling;
  const parts = socialTexts(telling).map(({ network, text, letters, most }) =>
    [`=== ${networkNames[network]}: ${say(language, 'letters', { letters, most })} ===`, text].join('\n\n'),
  );
  return [...parts, `=== ${say(language, 'pictureText')} ===\n\n${pictureText}`].join('\n\n\n');
}
