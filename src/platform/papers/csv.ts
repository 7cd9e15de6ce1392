/** A paper as lines for other programs: one for each figure or sentence, UTF-8 with its mark, commas, numbers with a point. */
import { stringify } from 'csv-stringify/sync';
import type { Cell, Paper, Table } from '../papers.ts';
import { linesOf, plainText } from './cells.ts';

/** Excel takes semicolons for commas in half of Europe: what follows one, or begins a line, may be a cell of its own there. */
const innerFormula = /([;\t\n])(?=[=+\-@＝＋－＠])/g;
const lineText = (text: string): string => plainText(text).replace(innerFormula, "$1'");

const valueOf = (cell: Cell): string | number => (typeof cell === 'string' ? lineText(cell) : cell.value);

export async function writeLines(paper: Paper): Promise<Uint8Array> {
  const rows = linesOf(paper).map(({ section, about, what, value }) => [
    ...[section, about, what].map(lineText),
    valueOf(value),
  ]);
  return written([paper.columns.map(lineText), ['', '', '', lineText(paper.title)], ...rows]);
}

export async function writeRows({ head, rows }: Table): Promise<Uint8Array> {
  return written([head.map(lineText), ...rows.map((row) => row.map(valueOf))]);
}

function written(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  return new TextEncoder().encode(stringify([...rows], { bom: true, record_delimiter: 'windows' }));
}
