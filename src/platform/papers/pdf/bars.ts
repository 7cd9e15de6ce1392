/** Bars in parts, drawn as shapes: a figure with its text alternative, and the same in words beside each bar. */
import type { Block } from '../../papers.ts';
import { coloursFor, inkOn, softInk } from '../colours.ts';
import type { Sheet } from './sheet.ts';

type Bars = Extract<Block, { kind: 'bars' }>;

const barHeight = 15;
/** Below this width (points) a number would not fit in its part. */
const leastForNumber = 20;

/** As many figures as pages need: a figure never breaks in the middle of a bar. */
export function drawBars(sheet: Sheet, block: Bars): void {
  if (block.bars.length === 0) return;
  const { doc } = sheet;
  sheet.gap(4);
  sheet.room(120);
  sheet.tag('H3', () => sheet.write(block.title, { size: 11, isBold: true }));
  sheet.gap(4);
  if (block.parts.length > 1) {
    drawLegend(sheet, block.parts);
    sheet.gap(6);
  }
  for (const bar of block.bars) {
    sheet.room(sheet.heightOf(bar.label) + barHeight + 34);
    sheet.tag('P', () => sheet.write(bar.label));
    sheet.gap(1);
    const alt = `${bar.label}: ${bar.text}`;
    sheet.tag('Figure', () => drawBar(sheet, bar.parts, block), {
      alt,
      bbox: [sheet.left, doc.y, sheet.left + sheet.width, doc.y + barHeight],
    } as object);
    doc.y += barHeight + 3;
    sheet.tag('P', () => sheet.write(bar.text, { size: 8.5, colour: softInk }));
    sheet.gap(7);
  }
  doc.x = sheet.left;
}

function drawBar({ doc, left, width }: Sheet, parts: readonly number[], { full, parts: names }: Bars): void {
  const colours = coloursFor(names.length);
  const top = doc.y;
  let x = left;
  doc.rect(left, top, width, barHeight).lineWidth(0.4).stroke('#a19f9d');
  parts.forEach((part, place) => {
    const wide = (part / full) * width;
    const colour = colours[place % colours.length] ?? '#000000';
    if (wide > 0) doc.rect(x, top, wide, barHeight).fill(colour);
    if (wide > 0 && place > 0)
      doc
        .moveTo(x, top)
        .lineTo(x, top + barHeight)
        .lineWidth(1)
        .stroke('#ffffff');
    if (names.length > 1 && wide >= leastForNumber) {
      doc.font('regular').fontSize(8).fillColor(inkOn(colour));
      doc.text(`${part} %`, x, top + 3, { width: wide, align: 'center', lineBreak: false });
    }
    x += wide;
  });
  doc.y = top;
}

/** Read aloud with each bar, so here only seen. */
function drawLegend(sheet: Sheet, names: readonly string[]): void {
  const { doc, left, width } = sheet;
  const colours = coloursFor(names.length);
  sheet.decorate(() => {
    doc.font('regular').fontSize(8.5);
    let [x, y] = [left, doc.y];
    names.forEach((name, place) => {
      const wide = doc.widthOfString(name) + 26;
      if (x + wide > left + width) [x, y] = [left, y + 14];
      doc
        .rect(x, y + 1, 9, 9)
        .lineWidth(0.4)
        .fillAndStroke(colours[place] ?? '#000000', '#605e5c');
      doc.fillColor('#1b1a19').text(name, x + 13, y, { lineBreak: false });
      x += wide;
    });
    doc.y = y + 14;
  });
  doc.x = left;
}
