/**
 * A form to fill in by hand: questions with a box and a short code for each answer, lines to write on, and a code to scan with the
 * number of this copy. Two sides of A4; every side says its number, so that sides that were parted find each other.
 */
import type { Language } from '../words.ts';
import { brand, ink, rule, softInk } from './colours.ts';
import { drawSquares } from './pdf/code.ts';
import { writeSheet, type Sheet } from './pdf/sheet.ts';

export interface FormQuestion {
  /** Stands before the number of each box: `C` makes C1, C2 ... */
  readonly letter: string;
  readonly question: string;
  readonly hint?: string;
  readonly options: readonly string[];
  readonly columns: 1 | 2 | 3 | 4 | 5 | 6;
}

export interface FormCopy {
  /** As people read and type it. */
  readonly serial: string;
  readonly link: string;
}

export interface PaperFormSheet {
  readonly language: Language;
  readonly title: string;
  readonly lead: readonly string[];
  /** What stands beside the code: what it is for, and the number of the copy under it. */
  readonly scan: string;
  /** Labels of lines to write on. */
  readonly person: readonly string[];
  readonly questions: readonly FormQuestion[];
  readonly writing: string;
  readonly last: readonly FormQuestion[];
  readonly sign: readonly string[];
  readonly foot: string;
  readonly copies: readonly FormCopy[];
}

export function writePaperForm(form: PaperFormSheet): Promise<Uint8Array> {
  return writeSheet(form, (sheet) => {
    /** Whose copy each side is. */
    const sides: string[] = [];
    for (const [at, copy] of form.copies.entries()) {
      if (at > 0) sheet.doc.addPage();
      drawCopy(sheet, form, copy);
      const { count } = sheet.doc.bufferedPageRange();
      while (sides.length < count) sides.push(copy.serial);
    }
    drawFeet(sheet, form, sides);
  });
}

const codeSize = 92;

function drawCopy(sheet: Sheet, form: PaperFormSheet, copy: FormCopy): void {
  const { tag, write, gap, left, width, doc } = sheet;
  const top = doc.y;
  drawCode(sheet, form, copy);
  doc.y = top;
  const beside = width - codeSize - 20;
  tag('H1', () => write(form.title, { width: beside, size: 17, isBold: true, colour: brand }));
  gap(4);
  for (const one of form.lead) {
    tag('P', () => write(one, { width: beside, size: 9, colour: ink }));
    gap(3);
  }
  doc.y = Math.max(doc.y, top + codeSize + 34);
  for (const label of form.person) drawLine(sheet, label);
  for (const one of form.questions) drawQuestion(sheet, one);
  drawWriting(sheet, form.writing);
  for (const one of form.last) drawQuestion(sheet, one);
  gap(6);
  for (const label of form.sign) drawLine(sheet, label);
  doc.x = left;
}

function drawCode(sheet: Sheet, { scan }: PaperFormSheet, { link, serial }: FormCopy): void {
  const { doc, left, width, tag, write } = sheet;
  const [x, y] = [left + width - codeSize, doc.y - 6];
  drawSquares(sheet, link, { x, y, side: codeSize });
  const under = { x: x - 20, width: codeSize + 40, align: 'center' } as const;
  tag('P', () => write(serial, { ...under, y: y + codeSize + 2, size: 13, isBold: true, colour: ink }));
  tag('P', () => write(scan, { ...under, size: 7.5, colour: softInk }));
}

/** A label, and a line to write on beside it. */
function drawLine({ doc, left, width, tag, write, decorate, room }: Sheet, label: string): void {
  room(26);
  const y = doc.y + 6;
  tag('P', () => write(label, { y, width: 150, size: 9, colour: ink }));
  const end = Math.max(doc.y, y + 14);
  decorate(() =>
    doc
      .moveTo(left + 158, y + 13)
      .lineTo(left + width, y + 13)
      .lineWidth(0.7)
      .stroke(softInk),
  );
  doc.y = end + 2;
}

const [boxSize, textSize] = [9, 8.5];

function drawQuestion(sheet: Sheet, { letter, question, hint, options, columns }: FormQuestion): void {
  const { doc, left, width, tag, write, gap, room, heightOf } = sheet;
  const wide = width / columns;
  const look = { width: wide - boxSize - 10, size: textSize };
  const cells = options.map((label, at) => ({ code: `${letter}${at + 1}`, label }));
  const rows = Array.from({ length: Math.ceil(cells.length / columns) }, (_, row) =>
    cells.slice(row * columns, (row + 1) * columns),
  );
  const heights = rows.map(
    (row) => Math.max(...row.map(({ code, label }) => heightOf(`${code} ${label}`, look))) + 2.5,
  );
  gap(7);
  // A question stays on one side: half of it on the back would not be found.
  room(heights.reduce((sum, one) => sum + one, 34));
  tag('H2', () => write(`${letter}. ${question}`, { size: 10, isBold: true, colour: brand }));
  if (hint !== undefined) tag('P', () => write(hint, { size: 8, colour: softInk }));
  gap(2);
  for (const [at, row] of rows.entries()) {
    const y = doc.y;
    for (const [column, { code, label }] of row.entries()) {
      const x = left + column * wide;
      sheet.decorate(() =>
        doc
          .rect(x, y + 1, boxSize, boxSize)
          .lineWidth(0.8)
          .stroke(ink),
      );
      tag('P', () => write(`${code} ${label}`, { ...look, x: x + boxSize + 4, y, colour: ink }));
    }
    doc.y = y + (heights[at] ?? 12);
  }
}

function drawWriting(sheet: Sheet, question: string): void {
  const { doc, left, width, tag, write, decorate, room, gap } = sheet;
  gap(7);
  room(96);
  tag('H2', () => write(question, { size: 10, isBold: true, colour: brand }));
  const y = doc.y;
  decorate(() => {
    for (const line of [18, 38, 58]) doc.moveTo(left, y + line).lineTo(left + width, y + line);
    doc.lineWidth(0.7).stroke(rule);
  });
  doc.y = y + 64;
}

/** Once all sides are there. */
function drawFeet({ doc, left, width, decorate }: Sheet, { foot }: PaperFormSheet, sides: readonly string[]): void {
  for (const [page, serial] of sides.entries()) {
    doc.switchToPage(page);
    const side = page - sides.indexOf(serial) + 1;
    const many = sides.filter((one) => one === serial).length;
    decorate(() => {
      doc.page.margins.bottom = 0;
      doc.font('regular').fontSize(8).fillColor(softInk);
      const y = doc.page.height - 40;
      doc.text(foot, left, y, { width: width - 150, height: 20, ellipsis: true, lineBreak: false });
      doc.text(`${serial} · ${side} / ${many}`, left + width - 145, y, {
        width: 145,
        align: 'right',
        lineBreak: false,
      });
    });
  }
}
