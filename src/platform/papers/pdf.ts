/** A paper as a tagged PDF: a tree of headings, paragraphs, lists, tables and figures, with its language, title and own fonts in it. */
import type { Paper, PaperSection } from '../papers.ts';
import { brand, rule, softInk } from './colours.ts';
import { drawBlock } from './pdf/blocks.ts';
import { writeSheet, type Sheet } from './pdf/sheet.ts';

export const writePdf = (paper: Paper): Promise<Uint8Array> => writePages([paper]);

/** Title, language and feet are those of the first. */
export function writePages(papers: readonly Paper[]): Promise<Uint8Array> {
  const [first] = papers;
  if (!first) throw new Error('there is no paper to write');
  return writeSheet(first, (sheet) => {
    for (const [at, paper] of papers.entries()) {
      if (at > 0) sheet.doc.addPage();
      drawHead(sheet, paper);
      for (const section of paper.sections) drawSection(sheet, section);
    }
    drawFeet(sheet, first);
  });
}

function drawHead(sheet: Sheet, { title, subtitle }: Paper): void {
  const { doc, left, width } = sheet;
  sheet.tag('H1', () => sheet.write(title, { size: 22, isBold: true, colour: brand }));
  sheet.gap(4);
  sheet.tag('P', () => sheet.write(subtitle, { size: 10.5, colour: softInk }));
  sheet.gap(8);
  sheet.decorate(() =>
    doc
      .moveTo(left, doc.y)
      .lineTo(left + width, doc.y)
      .lineWidth(1)
      .stroke(rule),
  );
  sheet.gap(4);
}

function drawSection(sheet: Sheet, { title, blocks }: PaperSection): void {
  sheet.gap(16);
  // A heading alone at the foot of a page would be lost.
  sheet.room(110);
  sheet.bookmark(title, 'section');
  sheet.tag('H2', () => sheet.write(title, { size: 15, isBold: true, colour: brand }));
  sheet.gap(6);
  for (const block of blocks) drawBlock(sheet, block);
}

/** Once all pages are there. Feet are no part of what is read aloud. */
function drawFeet({ doc, left, width, decorate }: Sheet, { foot }: Paper): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    const y = doc.page.height - 40;
    decorate(() => {
      doc.page.margins.bottom = 0;
      doc.font('regular').fontSize(8).fillColor(softInk);
      doc.text(foot, left, y, { width: width - 60, height: 20, ellipsis: true, lineBreak: false });
      doc.text(`${page + 1} / ${count}`, left + width - 55, y, { width: 55, align: 'right', lineBreak: false });
    });
  }
}
