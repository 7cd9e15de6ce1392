/** What stands in the cells of a table that another program opens: text stays text, whatever it begins with (trust.md 5). */
import { textOfCell, type Block, type Cell, type Paper } from '../papers.ts';

/** A program may take these for the beginning of a formula; the last four are their full-width twins. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/** Text that would begin a formula gets a quotation mark before it. */
export function plainText(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** `about` is the question or line, `what` the part of it: everything in the paper as one table. */
export interface Line {
  readonly section: string;
  readonly about: string;
  readonly what: string;
  readonly value: Cell;
}

export function linesOf({ sections }: Paper): Line[] {
  return sections.flatMap(({ title, blocks }) => blocks.flatMap((block) => linesOfBlock(title, block)));
}

function linesOfBlock(section: string, block: Block): Line[] {
  const line = (about: string, what: string, value: Cell): Line => ({ section, about, what, value });
  switch (block.kind) {
    case 'text':
    case 'small':
    case 'heading':
      return [line('', '', block.text)];
    case 'list':
      return block.items.map((item) => line('', '', item));
    case 'code':
      return [line('', block.text, block.link)];
    case 'figures':
      return block.figures.map(({ value, label }) => line(label, '', value));
    case 'table':
      return block.rows.flatMap(([first = '', ...cells]) =>
        cells.map((cell, column) => line(textOfCell(first), block.head[column + 1] ?? '', cell)),
      );
    case 'bars':
      return block.bars.map(({ label, text }) => line(block.title, label, text));
    default:
      return block satisfies never;
  }
}
