/** Lines with Arabic or Hebrew in them: in which order their pieces stand on the page (Unicode bidirectional algorithm, UAX 9). */
import bidiFactory from 'bidi-js';

const bidi = bidiFactory();
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

export const hasRightToLeft = (text: string): boolean => rightToLeft.test(text);

/** Whether a paragraph as a whole begins at the right. */
export function beginsRight(text: string): boolean {
  return (bidi.getEmbeddingLevels(text).paragraphs[0]?.level ?? 0) % 2 === 1;
}

/** The pieces of one line from left to right; each has one direction, and its letters in the order in which they are read. */
export function piecesOf(line: string, startsRight: boolean): { text: string; isRight: boolean }[] {
  const { levels } = bidi.getEmbeddingLevels(line, startsRight ? 'rtl' : 'ltr');
  const pieces: { text: string; level: number }[] = [];
  for (let at = 0; at < line.length; at += 1) {
    const [level, letter, last] = [levels[at] ?? 0, line.charAt(at), pieces.at(-1)];
    if (last?.level === level) last.text += letter;
    else pieces.push({ text: letter, level });
  }
  // Rule L2: from the highest level down to the lowest odd one, turn what stands together at that level or above.
  for (let level = Math.max(0, ...pieces.map((one) => one.level)); level >= 1; level -= 1)
    turnRuns(pieces, (one) => one.level >= level);
  return pieces.map(({ text, level }) => {
    const isRight = level % 2 === 1;
    return { text: isRight ? mirrored(text) : text, isRight };
  });
}

/** Brackets open the other way there. */
function mirrored(text: string): string {
  return Array.from(text)
    .map((letter) => bidi.getMirroredCharacter(letter) ?? letter)
    .join('');
}

function turnRuns<T>(pieces: T[], belongs: (one: T) => boolean): void {
  let start = 0;
  while (start < pieces.length) {
    let end = start;
    while (end < pieces.length && belongs(pieces[end] as T)) end += 1;
    if (end > start) pieces.splice(start, end - start, ...pieces.slice(start, end).toReversed());
    start = Math.max(end, start + 1);
  }
}
