/** A QR code on the page of a PDF: one figure, whose text alternative is its link. */
import { encode } from 'uqr';
import type { Sheet } from './sheet.ts';

/** Dark squares of a QR code with the quiet zone that scanners want; a quarter of it may be hidden. */
export function squaresOf(link: string): { size: number; dark: readonly (readonly [x: number, y: number])[] } {
  const { data, size } = encode(link, { ecc: 'Q', border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [[x, y] as const] : [])));
  return { size, dark };
}

export interface Square {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

export function drawSquares({ doc, tag }: Sheet, link: string, { x, y, side }: Square): void {
  const { size, dark } = squaresOf(link);
  const module = side / size;
  const draw = (): void => {
    doc.rect(x, y, side, side).fill('#ffffff');
    for (const [across, down] of dark) doc.rect(x + across * module, y + down * module, module, module);
    doc.fill('#000000');
  };
  tag('Figure', draw, { alt: link });
}
