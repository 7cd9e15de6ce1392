/** A paper as slides: a section is one or more of them; bars are charts that can be changed, with their text alternative. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import pptxgenjs from 'pptxgenjs';
import type { Block, Paper, PaperSection } from '../papers.ts';
import { textOfCell } from '../papers.ts';
import { brand, coloursFor, headFill, ink, softInk } from './colours.ts';

type Deck = typeof pptxgenjs.default;
type Presentation = InstanceType<Deck>;
/** Its types are those of the CommonJS build, where the class is a property; what Node imports is the class itself. */
const PptxDeck = pptxgenjs as unknown as Deck;
type Slide = ReturnType<Presentation['addSlide']>;
type Kind<K extends Block['kind']> = Extract<Block, { kind: K }>;

/** Inches, on a slide of 13.33 by 7.5. */
const area = { x: 0.6, y: 1.35, w: 12.1, h: 5.3 };
const font = 'Segoe UI';
const hex = (colour: string): string => colour.slice(1);
const rowsOnSlide = 9;
const barsOnSlide = 6;
const lettersOnSlide = 900;

export async function writeSlides(paper: Paper): Promise<Uint8Array> {
  const deck = new PptxDeck();
  deck.layout = 'LAYOUT_WIDE';
  deck.title = paper.title;
  deck.author = 'Tandem';
  deck.company = 'Tandem';
  deck.theme = { headFontFace: font, bodyFontFace: font };
  for (const [title, look] of Object.entries(titles)) defineMaster(deck, title, look);
  drawTitle(deck, paper);
  for (const section of paper.sections) drawSection(deck, section, paper);
  return withHeads(new Uint8Array((await deck.write({ outputType: 'nodebuffer' })) as Buffer));
}

/** The library marks no row of a table as its head; a screen reader then reads cells without what they are about. */
function withHeads(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]): [string, Uint8Array] => [
    name,
    /^ppt\/slides\/slide\d+\.xml$/.test(name)
      ? strToU8(strFromU8(part).replaceAll('<a:tblPr/>', '<a:tblPr firstRow="1"/>'))
      : part,
  ]);
  return zipSync(Object.fromEntries(parts));
}

/** Where the title of a slide stands. A title of its own kind is what a screen reader goes by, from slide to slide. */
const titles = {
  first: { x: 0.9, y: 2.2, w: 11.5, h: 1.5, fontSize: 36, bold: true, color: 'FFFFFF', valign: 'bottom' },
  other: { x: 0.6, y: 0.4, w: 12.1, h: 0.8, fontSize: 26, bold: true, color: hex(brand), valign: 'middle' },
} as const;

function defineMaster(deck: Presentation, title: string, look: (typeof titles)[keyof typeof titles]): void {
  const options = { ...look, name: 'title', type: 'title' as const, align: 'left' as const, fontFace: font };
  deck.defineSlideMaster({ title, objects: [{ placeholder: { options, text: '' } }] });
}

function drawTitle(deck: Presentation, { title, subtitle, foot, language }: Paper): void {
  const slide = deck.addSlide({ masterName: 'first' });
  slide.background = { color: hex(brand) };
  const shared = { x: 0.9, w: 11.5, fontFace: font, color: 'FFFFFF', lang: language };
  slide.addText(title, { ...titles.first, placeholder: 'title', fontFace: font, lang: language });
  slide.addText(subtitle, { ...shared, y: 3.9, h: 1.2, fontSize: 18, valign: 'top' });
  slide.addText(foot, { ...shared, y: 6.6, h: 0.5, fontSize: 12 });
}

function drawSection(deck: Presentation, section: PaperSection, { foot, language }: Paper): void {
  const shared = { fontFace: font, lang: language };
  const opened: Slide[] = [];
  const open = (): Slide => {
    const slide = deck.addSlide({ masterName: 'other' });
    slide.addText(section.title, { ...titles.other, ...shared, placeholder: 'title' });
    slide.slideNumber = { x: 12.3, y: 6.95, fontFace: font, fontSize: 10, color: hex(softInk) };
    opened.push(slide);
    return slide;
  };
  let words: string[] = [];
  const tellWords = (): void => {
    for (const lines of inSlides(words)) drawWords(open(), lines, language);
    words = [];
  };
  for (const block of section.blocks) {
    if (block.kind === 'text' || block.kind === 'small' || block.kind === 'heading') words.push(block.text);
    else if (block.kind === 'list') words.push(...block.items);
    else if (block.kind === 'code') words.push(block.text, block.link);
    else {
      tellWords();
      drawBlock(open, block, language);
    }
  }
  tellWords();
  // Read in the order in which they were drawn: what is on every slide comes last.
  for (const slide of opened)
    slide.addText(foot, { ...shared, x: 0.6, y: 6.95, w: 11, h: 0.35, fontSize: 10, color: hex(softInk) });
}

/** So many lines as fit, and long ones cut over several slides: nothing is left out. */
function inSlides(words: readonly string[]): string[][] {
  const slides: string[][] = [];
  let left = 0;
  for (const line of words.flatMap(cutLong)) {
    const size = line.length + 60;
    if (size > left) {
      slides.push([]);
      left = lettersOnSlide;
    }
    slides.at(-1)?.push(line);
    left -= size;
  }
  return slides;
}

/** Between words; a word that fills a slide is cut all the same. */
function cutLong(text: string): string[] {
  const most = lettersOnSlide - 100;
  const pieces: string[] = [''];
  for (const word of text
    .split(/(?<=\s)/)
    .flatMap((one) => parted(Array.from(one), most).map((some) => some.join('')))) {
    const last = pieces.at(-1) ?? '';
    if (last.length + word.length <= most) pieces[pieces.length - 1] = last + word;
    else pieces.push(word);
  }
  return pieces;
}

function drawWords(slide: Slide, lines: readonly string[], lang: string): void {
  const runs = lines.map((text) => ({ text, options: { breakLine: true, paraSpaceAfter: 8 } }));
  slide.addText(runs, { ...area, fontFace: font, fontSize: 16, color: hex(ink), valign: 'top', lang });
}

function drawBlock(open: () => Slide, block: Kind<'figures' | 'table' | 'bars'>, lang: string): void {
  switch (block.kind) {
    case 'figures':
      return drawFigures(open(), block, lang);
    case 'table':
      return parted(block.rows, rowsOnSlide).forEach((rows) => drawTable(open(), { ...block, rows }, lang));
    case 'bars':
      return parted(block.bars, barsOnSlide).forEach((bars) => drawBars(open(), { ...block, bars }, lang));
    default:
      return block satisfies never;
  }
}

function parted<T>(all: readonly T[], most: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / most) }, (_, part) => all.slice(part * most, (part + 1) * most));
}

function drawFigures(slide: Slide, { figures }: Kind<'figures'>, lang: string): void {
  const w = area.w / Math.max(3, figures.length);
  figures.forEach(({ value, label }, place) => {
    const shared = { x: area.x + place * w, w: w - 0.2, fontFace: font, lang, margin: 0 };
    slide.addText(textOfCell(value), { ...shared, y: 2, h: 1.2, fontSize: 48, bold: true, color: hex(brand) });
    slide.addText(label, { ...shared, y: 3.2, h: 0.8, fontSize: 18, color: hex(softInk), valign: 'top' });
  });
}

function writeTitle(slide: Slide, title: string, lang: string): void {
  slide.addText(title, {
    x: area.x,
    y: 1.15,
    w: area.w,
    h: 0.4,
    fontFace: font,
    fontSize: 14,
    color: hex(softInk),
    lang,
  });
}

function drawTable(slide: Slide, { title, head, rows }: Kind<'table'>, lang: string): void {
  const first = head.length > 4 ? 4.6 : area.w / head.length + 1.5;
  const colW = head.map((_, column) => (column === 0 ? first : (area.w - first) / Math.max(1, head.length - 1)));
  const shared = { fontFace: font, fontSize: 12, color: hex(ink), lang };
  const headRow = head.map((text) => ({ text, options: { ...shared, bold: true, fill: { color: hex(headFill) } } }));
  const body = rows.map((row) => row.map((cell) => ({ text: textOfCell(cell), options: shared })));
  writeTitle(slide, title, lang);
  slide.addTable([headRow, ...body], {
    ...{ x: area.x, y: 1.65, w: area.w, colW: head.length === 1 ? [area.w] : colW },
    border: { type: 'solid', pt: 0.5, color: 'C8C6C4' },
    objectName: title,
  });
}

/** A part of a bar is a series; whoever opens the chart's data finds the told figures and nothing else. */
function drawBars(slide: Slide, { title, parts, full, bars, alt }: Kind<'bars'>, lang: string): void {
  const isParted = parts.length > 1;
  // A single bar has its words beside it; also where there is nothing to draw.
  const labels = bars.map(({ label, text }) => (isParted ? label : `${label} · ${text}`));
  const series = parts.map((name, part) => ({ name, labels, values: bars.map((bar) => bar.parts[part] ?? 0) }));
  const colours = coloursFor(parts.length);
  const told = bars.map(({ label, text }) => `${label}: ${text}`).join(' ');
  writeTitle(slide, title, lang);
  slide.addChart('bar', series, {
    ...{
      ...area,
      y: 1.6,
      h: 5.2,
      barDir: 'bar',
      barGrouping: 'stacked',
      barGapWidthPct: 45,
      altText: `${alt} ${told}`,
    },
    ...{ chartColors: colours.map(hex), showLegend: isParted, legendPos: 'b', legendFontSize: 12 },
    // The types know one orientation only; this one puts the first bar on top.
    ...({ catAxisOrientation: 'maxMin' } as object),
    ...{ catAxisLabelFontSize: 12, catAxisLabelFontFace: font, legendFontFace: font },
    ...{ valAxisHidden: true, valAxisMaxVal: full, valAxisMinVal: 0, valGridLine: { style: 'none' } },
    // The library has one colour for the numbers on all parts, and none can be read on each: they stand in the notes and the table.
    showValue: false,
  });
  slide.addNotes(told);
}
