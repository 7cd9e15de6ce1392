/** A table on the page of a PDF: the first column wide, its head again on each page. */
import { textOfCell, type Block } from '../../papers.ts';
import { headFill, rule } from '../colours.ts';
import type { Element, Look, Sheet } from './sheet.ts';

type Table = Extract<Block, { kind: 'table' }>;

const size = 8.5;
const headSize = 7.5;
const inside = 4;

export function drawTable(sheet: Sheet, { title, head, rows }: Table): void {
  if (rows.length === 0) return;
  const { doc } = sheet;
  const widths = widthsFor(sheet, head, rows);
  sheet.gap(4);
  sheet.room(90);
  sheet.bookmark(title, 'below');
  sheet.tag('H3', () => sheet.write(title, { size: 11, isBold: true }));
  sheet.gap(4);
  const table = sheet.group('Table');
  drawRow(sheet, { cells: head, widths, isHead: true, parent: table });
  for (const row of rows) {
    const cells = row.map(textOfCell);
    const page = doc.page;
    sheet.room(heightFor(sheet, cells, widths, false));
    // Seen again, but read once.
    if (doc.page !== page) sheet.decorate(() => drawCells(sheet, head, widths, true));
    drawRow(sheet, { cells, widths, isHead: false, parent: table });
  }
  table.end();
  sheet.gap(10);
  doc.x = sheet.left;
}

/** Cells that are longer stand in several lines. */
const oneLine = 120;

/**
 * Every word of a head has room, and short cells stand in one line. The first column takes the rest, and is never the narrowest; what it
 * has no use for goes to the columns with long cells.
 */
function widthsFor({ heightOf, doc, width }: Sheet, head: Table['head'], rows: Table['rows']): number[] {
  const wide = (text: string, look: Look): number => {
    heightOf('', look); // takes the font, whose letters are then measured
    return doc.widthOfString(text);
  };
  const longestIn = (column: number): number =>
    Math.max(0, ...rows.map((row) => wide(textOfCell(row[column] ?? ''), { size }) + 2 * inside + 1));
  // With the space after it, without which the last letters of a word would go to a line of their own.
  const wordOf = (name: string): number =>
    Math.max(...name.split(/\s/).map((word) => wide(`${word} `, { size: headSize, isBold: true }) + 2 * inside + 1));
  const longest = head.map((_, column) => longestIn(column));
  const others = head.slice(1).map((name, place) => Math.max(wordOf(name), Math.min(oneLine, longest[place + 1] ?? 0)));
  const most = Math.min(0.8, others.length / (others.length + 1.2));
  const share = Math.min(1, (width * most) / others.reduce((sum, one) => sum + one, 1));
  const left = width - others.reduce((sum, one) => sum + one * share, 0);
  const long = longest.slice(1).filter((one) => one > oneLine).length;
  const spare = long === 0 ? 0 : Math.max(0, left - Math.max(longest[0] ?? 0, wordOf(head[0] ?? '')));
  return [
    left - spare,
    ...others.map((one, place) => one * share + ((longest[place + 1] ?? 0) > oneLine ? spare / long : 0)),
  ];
}

interface RowParts {
  readonly cells: readonly string[];
  readonly widths: readonly number[];
  readonly isHead: boolean;
  readonly parent: Element;
}

function drawRow(sheet: Sheet, { cells, widths, isHead, parent }: RowParts): void {
  const { doc } = sheet;
  const row = sheet.group('TR', parent);
  const height = heightFor(sheet, cells, widths, isHead);
  sheet.decorate(() => drawGround(sheet, height, isHead));
  const top = doc.y;
  eachCell(sheet, cells, widths, isHead, (text, look, column) => {
    const isTitle = isHead || column === 0;
    const more = isTitle ? { scope: isHead ? 'Column' : 'Row' } : {};
    sheet.tag(isTitle ? 'TH' : 'TD', () => sheet.write(text, { ...look, y: top + inside }), more as object, row);
  });
  row.end();
  doc.y = top + height;
}

function drawCells(sheet: Sheet, cells: readonly string[], widths: readonly number[], isHead: boolean): void {
  const height = heightFor(sheet, cells, widths, isHead);
  drawGround(sheet, height, isHead);
  const top = sheet.doc.y;
  eachCell(sheet, cells, widths, isHead, (text, look) => sheet.write(text, { ...look, y: top + inside }));
  sheet.doc.y = top + height;
}

function drawGround({ doc, left, width }: Sheet, height: number, isHead: boolean): void {
  if (isHead) doc.rect(left, doc.y, width, height).fill(headFill);
  const y = doc.y + height;
  doc
    .moveTo(left, y)
    .lineTo(left + width, y)
    .lineWidth(0.5)
    .stroke(rule);
}

type Draw = (text: string, look: Look, column: number) => void;

function eachCell(
  sheet: Sheet,
  cells: readonly string[],
  widths: readonly number[],
  isHead: boolean,
  draw: Draw,
): void {
  let x = sheet.left;
  cells.forEach((text, column) => {
    const wide = widths[column] ?? 40;
    draw(text, { x: x + inside, width: wide - 2 * inside, size: isHead ? headSize : size, isBold: isHead }, column);
    x += wide;
  });
}

function heightFor(sheet: Sheet, cells: readonly string[], widths: readonly number[], isHead: boolean): number {
  const heights = cells.map((text, column) =>
    sheet.heightOf(text, {
      width: (widths[column] ?? 40) - 2 * inside,
      size: isHead ? headSize : size,
      isBold: isHead,
    }),
  );
  return Math.max(...heights) + 2 * inside;
}
