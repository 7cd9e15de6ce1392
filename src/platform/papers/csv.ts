/** A paper as lines for other programs: one for each figure or sentence, UTF-8 with its mark, commas, numbers with a point. */
import { stringify } from 'csv-stringify/sync';
import type { Cell, Paper } from '../papers.ts';
import { linesOf, plainText } from './cells.ts';

const valueOf = (cell: Cell): string | number => (typeof cell === 'string' ? plainText(cell) : cell.value);

export async function writeLines(paper: Paper): Promise<Uint8Array> {
  const rows = linesOf(paper).map(({ section, about, what, value }) => [
    ...[section, about, what].map(plainText),
    valueOf(value),
  ]);
  const text = stringify([paper.columns.map(plainText), ['', '', '', plainText(paper.title)], ...rows], {
    bom: true,
    record_delimiter: 'windows',
  });
  return new TextEncoder().encode(text);
}
