/**
 * What hangs on a wall, is shown in a meeting or stands beside a post: one page with few words and a code to scan. All say the same
 * words; the picture has none but its title, and comes with a text alternative.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import pptxgenjs from 'pptxgenjs';
import { escapeMarkup } from '../markup.ts';
import type { Language } from '../words.ts';
import { brand, fiveParts, ink, softInk } from './colours.ts';
import { drawSquares, squaresOf } from './pdf/code.ts';
import { writeSheet, type Sheet } from './pdf/sheet.ts';

export interface Handout {
  readonly language: Language;
  readonly title: string;
  readonly text: string;
  readonly points: readonly string[];
  /** What the code is for, with the link to type. */
  readonly scan: string;
  readonly link: string;
  readonly foot: string;
  /** Said beside a slide. */
  readonly notes?: string | undefined;
}

const [, warm, , light] = fiveParts;
const font = 'Segoe UI';
const hex = (colour: string): string => colour.slice(1);

/** A4, tagged: what is decoration is not read aloud, and the code has its link as text. */
export function writePoster(poster: Handout): Promise<Uint8Array> {
  return writeSheet(poster, (sheet) => {
    drawBand(sheet, poster);
    drawWords(sheet, poster);
    drawCode(sheet, poster);
  });
}

const bandHeight = 270;
const codeTop = 600;
const codeSize = 170;

function drawBand({ doc, left, width, decorate, tag, write }: Sheet, { title }: Handout): void {
  decorate(() => {
    doc.rect(0, 0, doc.page.width, bandHeight).fill(brand);
    doc.roundedRect(left, 44, 170, 96, 20).fill(light);
    doc.polygon([left + 30, 138], [left + 70, 138], [left + 30, 166]).fill(light);
    doc.roundedRect(left + 120, 84, 170, 96, 20).fill(warm);
    doc.polygon([left + 220, 178], [left + 260, 178], [left + 262, 202]).fill(warm);
  });
  tag('H1', () => write(title, { x: left, y: 213, width, size: 36, isBold: true, colour: '#ffffff' }));
}

/** As large as the page allows; smaller where a long name would run into the code. */
function drawWords(sheet: Sheet, { text, points }: Handout): void {
  const { tag, write, heightOf, gap } = sheet;
  const heightAt = (scale: number): number =>
    heightOf(text, { size: 20 * scale }) +
    points.reduce((sum, one) => sum + heightOf(one, { size: 13.5 * scale }) + 9, 16);
  const scale =
    [1.3, 1.2, 1.1, 1, 0.92, 0.84, 0.76, 0.68].find((one) => heightAt(one) < codeTop - bandHeight - 40) ?? 0.6;
  sheet.doc.y = bandHeight + 24;
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

type Deck = typeof pptxgenjs.default;
/** Its types are those of the CommonJS build, as in `pptx.ts`. */
const PptxDeck = pptxgenjs as unknown as Deck;

export async function writeHandoutSlide(told: Handout): Promise<Uint8Array> {
  const deck = new PptxDeck();
  deck.layout = 'LAYOUT_WIDE';
  deck.title = told.title;
  deck.author = 'Tandem';
  deck.company = 'Tandem';
  deck.theme = { headFontFace: font, bodyFontFace: font };
  const slide = deck.addSlide();
  const shared = { fontFace: font, lang: told.language };
  slide.addShape('rect', { x: 0, y: 0, w: 13.33, h: 1.7, fill: { color: hex(brand) } });
  slide.addText(told.title, {
    ...shared,
    x: 0.7,
    y: 0.3,
    w: 11.9,
    h: 1.1,
    fontSize: 32,
    bold: true,
    color: 'FFFFFF',
    fit: 'shrink',
  });
  slide.addText(told.text, {
    ...shared,
    x: 0.7,
    y: 1.95,
    w: 8.3,
    h: 1.1,
    fontSize: 20,
    bold: true,
    color: hex(ink),
    valign: 'top',
  });
  const runs = told.points.map((text) => ({ text, options: { breakLine: true, paraSpaceAfter: 8 } }));
  slide.addText(runs, {
    ...shared,
    x: 0.7,
    y: 3.15,
    w: 8.3,
    h: 3.7,
    fontSize: 15,
    color: hex(ink),
    valign: 'top',
    fit: 'shrink',
  });
  const code = Buffer.from(await drawPicture(codeSvg(told.link), 720)).toString('base64');
  slide.addImage({ data: `image/png;base64,${code}`, x: 9.5, y: 2.0, w: 3.1, h: 3.1, altText: told.link });
  slide.addText(told.scan, {
    ...shared,
    x: 9.3,
    y: 5.2,
    w: 3.5,
    h: 1.2,
    fontSize: 13,
    color: hex(brand),
    align: 'center',
    valign: 'top',
  });
  slide.addText(told.foot, { ...shared, x: 0.7, y: 6.95, w: 11.9, h: 0.35, fontSize: 10, color: hex(softInk) });
  if (told.notes !== undefined) slide.addNotes(told.notes);
  return new Uint8Array((await deck.write({ outputType: 'nodebuffer' })) as Buffer);
}

function codeSvg(link: string): string {
  const { size, dark } = squaresOf(link);
  const path = dark.map(([x, y]) => `M${x} ${y}h1v1h-1z`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`;
}

/** 1200 by 627, as LinkedIn and Viva Engage show it: two bubbles and the title. */
export function writeSocialPicture({ title, foot }: Pick<Handout, 'title' | 'foot'>): Promise<Uint8Array> {
  const { size, lines } = fitted(title);
  const top = 313 - ((lines.length - 1) * size * 1.25) / 2;
  const text = lines.map(
    (line, at) =>
      `<text x="560" y="${top + at * size * 1.25}" font-size="${size}" font-weight="bold" fill="#ffffff">${escapeMarkup(line)}</text>`,
  );
  const bubbles = [
    `<rect x="70" y="150" width="300" height="180" rx="40" fill="${light}"/><path d="M130 325h80l-80 60z" fill="${light}"/>`,
    `<rect x="200" y="240" width="300" height="180" rx="40" fill="${warm}"/><path d="M360 415h80l10 60z" fill="${warm}"/>`,
  ];
  const svg = [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 627" font-family="DejaVu Sans Condensed">',
    `<rect width="1200" height="627" fill="${brand}"/>`,
    ...bubbles,
    ...text,
    `<text x="70" y="585" font-size="24" fill="#ffffff">${escapeMarkup(foot)}</text></svg>`,
  ];
  return drawPicture(svg.join(''), 1200);
}

/** As large as its lines fit beside the bubbles: a letter is about 0.57 of its height wide. */
function fitted(title: string): { size: number; lines: string[] } {
  const sizes = [58, 46, 36, 30].map((size) => ({ size, lines: linesOf(title, Math.floor(590 / (size * 0.57))) }));
  return sizes.find(({ size, lines }) => lines.length * size * 1.25 < 400) ?? sizes.at(-1)!;
}

function linesOf(text: string, most: number): string[] {
  const lines: string[] = [''];
  // Not at a space that does not break, as it stands before a French colon.
  for (const word of text.split(/[ \n]+/).flatMap((one) => one.match(new RegExp(`.{1,${most}}`, 'gu')) ?? [])) {
    const last = lines.at(-1) ?? '';
    if (last === '' || last.length + 1 + word.length <= most)
      lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const fileOf = (name: string): string => fileURLToPath(import.meta.resolve(name));
let drawing: Promise<Uint8Array[]> | undefined;

/** Loads the drawing code once; the fonts are those of the PDFs. */
async function begin(): Promise<Uint8Array[]> {
  await initWasm(await readFile(fileOf('@resvg/resvg-wasm/index_bg.wasm')));
  const names = ['DejaVuSansCondensed', 'DejaVuSansCondensed-Bold'];
  return Promise.all(names.map((name) => readFile(fileOf(`dejavu-fonts-ttf/ttf/${name}.ttf`))));
}

async function drawPicture(svg: string, width: number): Promise<Uint8Array> {
  drawing ??= begin();
  const fontBuffers = await drawing;
  const drawn = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { fontBuffers, defaultFontFamily: 'DejaVu Sans Condensed' },
  });
  const png = drawn.render().asPng();
  drawn.free();
  return png;
}
