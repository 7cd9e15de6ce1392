/** A poster, A4, tagged: what is decoration is not read aloud, and the code has its link as text. */
import type { Handout, HandoutPicture } from '../handouts.ts';
import { brand, fiveParts, ink, softInk } from '../colours.ts';
import { drawSquares } from '../pdf/code.ts';
import { writeSheet, type Sheet } from '../pdf/sheet.ts';

const [, warm, , light] = fiveParts;

export function writePoster(poster: Handout): Promise<Uint8Array> {
  return writeSheet(poster, (sheet) => {
    const top = drawBand(sheet, poster);
    drawWords(sheet, poster, top);
    drawCode(sheet, poster);
  });
}

const titleTop = 213;
const codeTop = 600;
const codeSize = 170;

/** The band is as high as its title wants; gives where it ends. */
function drawBand(sheet: Sheet, { title, picture }: Handout): number {
  const { doc, left, width, decorate, tag, write, heightOf } = sheet;
  const heightAt = (size: number): number => heightOf(title, { size, isBold: true, width });
  const size = [36, 30, 26, 22, 18].find((one) => heightAt(one) < 90) ?? 14;
  const bandHeight = Math.max(270, titleTop + heightAt(size) + 14);
  decorate(() => {
    doc.rect(0, 0, doc.page.width, bandHeight).fill(brand);
    doc.roundedRect(left, 44, 170, 96, 20).fill(light);
    doc.polygon([left + 30, 138], [left + 70, 138], [left + 30, 166]).fill(light);
    doc.roundedRect(left + 120, 84, 170, 96, 20).fill(warm);
    doc.polygon([left + 220, 178], [left + 260, 178], [left + 262, 202]).fill(warm);
  });
  tag('H1', () => write(title, { x: left, y: titleTop, width, size, isBold: true, colour: '#ffffff' }));
  if (picture) drawPictureBeside(sheet, picture);
  return bandHeight;
}

const pictureBox = { width: 180, height: 168 };

function drawPictureBeside({ doc, left, width, tag }: Sheet, { bytes, alternative }: HandoutPicture): void {
  const at = { x: left + width - pictureBox.width, y: 36 };
  const fit: [number, number] = [pictureBox.width, pictureBox.height];
  const draw = (): void => void doc.image(Buffer.from(bytes), at.x, at.y, { fit, align: 'right', valign: 'center' });
  tag('Figure', draw, { alt: alternative });
}

/** As large as the page allows; smaller where a long name would run into the code. */
function drawWords(sheet: Sheet, { text, points }: Handout, top: number): void {
  const { tag, write, heightOf, gap } = sheet;
  const heightAt = (scale: number): number =>
    heightOf(text, { size: 20 * scale }) +
    points.reduce((sum, one) => sum + heightOf(one, { size: 13.5 * scale }) + 9, 16);
  const scale = [1.3, 1.2, 1.1, 1, 0.92, 0.84, 0.76, 0.68].find((one) => heightAt(one) < codeTop - top - 40) ?? 0.6;
  sheet.doc.y = top + 24;
  tag('P', () => write(text, { size: 20 * scale, isBold: true, colour: ink }));
  gap(16);
  for (const one of points) {
    tag('P', () => write(one, { size: 13.5 * scale, colour: ink }));
    gap(9);
  }
}

function drawCode(sheet: Sheet, { scan, link, foot }: Handout): void {
  const { doc, left, width, tag, write, decorate } = sheet;
  drawSquares(sheet, link, { x: left, y: codeTop, side: codeSize });
  const beside = { x: left + codeSize + 24, width: width - codeSize - 24 };
  tag('P', () => write(scan, { ...beside, y: codeTop + 30, size: 16, isBold: true, colour: brand }));
  decorate(() => {
    doc.page.margins.bottom = 0;
    doc.font('regular').fontSize(9).fillColor(softInk);
    doc.text(foot, left, doc.page.height - 44, { width, height: 20, ellipsis: true, lineBreak: false });
  });
}
