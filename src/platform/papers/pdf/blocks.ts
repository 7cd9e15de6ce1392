/** Each kind of block on the page of a PDF. */
import type { Block } from '../../papers.ts';
import { brand, softInk } from '../colours.ts';
import { textOfCell } from '../../papers.ts';
import { drawBars } from './bars.ts';
import { drawSquares } from './code.ts';
import { drawTable } from './table.ts';
import type { Sheet } from './sheet.ts';

export function drawBlock(sheet: Sheet, block: Block): void {
  switch (block.kind) {
    case 'text':
      sheet.tag('P', () => sheet.write(block.text));
      return sheet.gap(6);
    case 'small':
      sheet.tag('P', () => sheet.write(block.text, { size: 9, colour: softInk }));
      return sheet.gap(6);
    case 'heading':
      sheet.gap(6);
      sheet.room(110);
      sheet.bookmark(block.text, 'below');
      sheet.tag('H3', () => sheet.write(block.text, { size: 12, isBold: true }));
      return sheet.gap(4);
    case 'list':
      return drawList(sheet, block.items);
    case 'code':
      return drawCode(sheet, block);
    case 'figures':
      return drawFigures(sheet, block.figures);
    case 'table':
      return drawTable(sheet, block);
    case 'bars':
      return drawBars(sheet, block);
    default:
      return block satisfies never;
  }
}

function drawList(sheet: Sheet, items: readonly string[]): void {
  const { doc, left, width } = sheet;
  const list = sheet.group('L');
  for (const item of items) {
    sheet.room(28);
    const line = sheet.group('LI', list);
    const top = doc.y;
    sheet.tag('Lbl', () => sheet.write('•', { x: left + 4, width: 10 }), {}, line);
    doc.y = top;
    sheet.tag('LBody', () => sheet.write(item, { x: left + 18, width: width - 18 }), {}, line);
    line.end();
    sheet.gap(3);
  }
  list.end();
  sheet.gap(4);
}

type Told = Extract<Block, { kind: 'figures' }>['figures'];

/** Side by side, three in a row. */
function drawFigures(sheet: Sheet, figures: Told): void {
  const { doc, left, width } = sheet;
  const columns = Math.min(3, figures.length);
  const wide = width / columns;
  for (let start = 0; start < figures.length; start += columns) {
    sheet.room(64);
    const top = doc.y + 4;
    let bottom = top;
    figures.slice(start, start + columns).forEach(({ value, label }, place) => {
      const at = { x: left + place * wide, width: wide - 12 };
      sheet.tag('P', () => {
        sheet.write(textOfCell(value), { ...at, y: top, size: 22, isBold: true, colour: brand });
        sheet.write(label, { ...at, size: 9.5, colour: softInk });
      });
      bottom = Math.max(bottom, doc.y);
    });
    doc.y = bottom;
    sheet.gap(8);
  }
  doc.x = left;
}

const codeSide = 110;

/** What it is for and the link stand beside it. */
function drawCode(sheet: Sheet, { link, text }: Extract<Block, { kind: 'code' }>): void {
  const { doc, left, width, tag, write } = sheet;
  sheet.gap(8);
  sheet.room(codeSide + 8);
  const top = doc.y;
  drawSquares(sheet, link, { x: left, y: top, side: codeSide });
  const beside = { x: left + codeSide + 14, width: width - codeSide - 14 };
  tag('P', () => write(text, { ...beside, y: top + 12 }));
  sheet.gap(4);
  tag('P', () => write(link, { ...beside, size: 9, colour: softInk }));
  doc.y = Math.max(doc.y, top + codeSide);
  doc.x = left;
  sheet.gap(6);
}
