/** The page that blocks are drawn on: where it goes on, what is tagged as what, and text in both directions. */
import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import type { Paper } from '../../papers.ts';
import { ink } from '../colours.ts';
import { beginsRight, hasRightToLeft, piecesOf } from '../direction.ts';

const margin = { top: 56, bottom: 64, left: 56, right: 56 };

/** DejaVu: free to embed, and one family holds Latin, Greek, Cyrillic, Arabic, Hebrew and the common pictures. */
const fontFile = (name: string): string => fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));

export interface Look {
  readonly size?: number;
  readonly isBold?: boolean;
  readonly colour?: string;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly align?: 'left' | 'right' | 'center';
}

export type Element = ReturnType<PDFKit.PDFDocument['struct']>;

export interface Sheet {
  readonly doc: PDFKit.PDFDocument;
  readonly root: Element;
  readonly left: number;
  readonly width: number;
  /** Goes on on a new page when this much height is not left. */
  room(this: void, height: number): void;
  gap(this: void, height: number): void;
  /** Draws something and says what it is; below `parent`, or the document. */
  tag(this: void, type: string, draw: () => void, more?: { alt?: string; actual?: string }, parent?: Element): Element;
  /** An element that holds others. */
  group(this: void, type: string, parent?: Element): Element;
  /** Leads here from the list beside the pages: a section, or what stands `below` the last one. */
  bookmark(this: void, title: string, level: 'section' | 'below'): void;
  /** Draws what is not read aloud. */
  decorate(this: void, draw: () => void): void;
  write(this: void, text: string, look?: Look): void;
  heightOf(this: void, text: string, look?: Look): number;
}

/** What is drawn on a sheet, as the bytes of a PDF. */
export async function writeSheet(head: Head, draw: (sheet: Sheet) => void): Promise<Uint8Array> {
  const sheet = openSheet(head);
  const { doc, root } = sheet;
  const chunks: Uint8Array[] = [];
  const whole = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on('error', reject);
  });
  draw(sheet);
  root.end();
  doc.end();
  return whole;
}

type Head = Pick<Paper, 'language' | 'title' | 'foot'>;

function openSheet({ language, title, foot }: Head): Sheet {
  const doc = new PDFDocument({
    ...{ size: 'A4', margins: margin, bufferPages: true, lang: language, tagged: true, displayTitle: true },
    ...{
      pdfVersion: '1.7',
      subset: 'PDF/UA',
      info: { Title: title, Subject: foot, Creator: 'Tandem', Producer: 'Tandem' },
    },
    // None by its file: the library would read that file anew each time the same font is taken by its name.
    font: '',
  } as unknown as PDFKit.PDFDocumentOptions);
  doc.registerFont('regular', fontFile('DejaVuSansCondensed'));
  doc.registerFont('bold', fontFile('DejaVuSansCondensed-Bold'));
  const root = doc.struct('Document');
  doc.addStructure(root);
  const left = margin.left;
  const width = doc.page.width - margin.left - margin.right;
  const floor = (): number => doc.page.height - margin.bottom;
  const room = (height: number): void => {
    if (doc.y + height > floor() && doc.y > margin.top) doc.addPage();
  };
  const group = (type: string, parent: Element = root): Element => {
    const element = doc.struct(type);
    parent.add(element);
    return element;
  };

  function tag(type: string, draw: () => void, more: object = {}, parent: Element = root): Element {
    const element = doc.struct(type, more, draw);
    parent.add(element);
    element.end();
    return element;
  }

  function decorate(draw: () => void): void {
    doc.markContent('Artifact', { type: 'Layout' });
    draw();
    doc.endMarkedContent();
  }

  function take({ size = 10.5, isBold = false, colour = ink }: Look): void {
    doc
      .font(isBold ? 'bold' : 'regular')
      .fontSize(size)
      .fillColor(colour);
  }

  /** Where the font has no picture for a letter, what is read aloud is the text all the same. */
  function write(text: string, look: Look = {}): void {
    take(look);
    const isWhole = knows(doc, text);
    if (!isWhole) doc.markContent('Span', { actual: text });
    place(text, look);
    if (!isWhole) doc.endMarkedContent();
  }

  function place(text: string, look: Look): void {
    const at = { x: look.x ?? left, width: look.width ?? width };
    if (look.y !== undefined) doc.y = look.y;
    if (hasRightToLeft(text)) return writeTurned(doc, text, { ...at, floor: floor() });
    doc.text(text, at.x, doc.y, { width: at.width, lineGap: 2.5, align: look.align ?? 'left' });
  }

  function heightOf(text: string, look: Look = {}): number {
    take(look);
    const wide = look.width ?? width;
    return hasRightToLeft(text)
      ? linesOf(doc, text, wide).length * lineHeight(doc)
      : doc.heightOfString(text, { width: wide, lineGap: 2.5 });
  }

  let section: PDFKit.PDFOutline | undefined;
  function bookmark(title: string, level: 'section' | 'below'): void {
    const item = (level === 'below' && section ? section : doc.outline).addItem(title);
    if (level === 'section') section = item;
  }

  const gap = (height: number): void => void (doc.y += height);
  return { doc, root, left, width, room, gap, tag, group, bookmark, decorate, write, heightOf };
}

/** Its types leave out the font that was taken. */
interface WithFont {
  readonly _font: { readonly font: { hasGlyphForCodePoint(code: number): boolean } };
}

function knows(doc: PDFKit.PDFDocument, text: string): boolean {
  const { font } = (doc as unknown as WithFont)._font;
  return Array.from(text).every(
    (letter) => letter === '\n' || letter === '\t' || font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0),
  );
}

const lineHeight = (doc: PDFKit.PDFDocument): number => doc.currentLineHeight(true) + 2.5;

/** By words; a word that is longer than a line is cut. */
function linesOf(doc: PDFKit.PDFDocument, text: string, width: number): { text: string; startsRight: boolean }[] {
  return text.split('\n').flatMap((paragraph) => {
    const startsRight = beginsRight(paragraph);
    const lines: string[] = [''];
    for (const word of paragraph.split(/(?<=\s)/).flatMap((one) => cutToFit(doc, one, width))) {
      const last = lines.at(-1) ?? '';
      if (last === '' || doc.widthOfString(`${last}${word}`.trimEnd()) <= width) lines[lines.length - 1] = last + word;
      else lines.push(word);
    }
    return lines.map((line) => ({ text: line.trimEnd(), startsRight }));
  });
}

function cutToFit(doc: PDFKit.PDFDocument, word: string, width: number): string[] {
  if (doc.widthOfString(word.trimEnd()) <= width) return [word];
  const pieces: string[] = [''];
  for (const letter of word) {
    const last = pieces.at(-1) ?? '';
    if (doc.widthOfString(last + letter) <= width) pieces[pieces.length - 1] = last + letter;
    else pieces.push(letter);
  }
  return pieces;
}

interface Place {
  readonly x: number;
  readonly width: number;
  readonly floor: number;
}

/** Each piece in one direction is drawn by itself: the font turns and joins the letters of what runs to the left. */
function writeTurned(doc: PDFKit.PDFDocument, text: string, { x, width, floor }: Place): void {
  const height = lineHeight(doc);
  for (const line of linesOf(doc, text, width)) {
    if (doc.y + height > floor) doc.addPage();
    const y = doc.y;
    const pieces = piecesOf(line.text, line.startsRight).map((one) => ({
      text: one.text,
      // With a feature named the font lays out the piece as a whole, and not word by word from the left.
      options: { lineBreak: false, ...(one.isRight ? { features: ['rlig'] as PDFKit.Mixins.OpenTypeFeatures[] } : {}) },
    }));
    const wide = pieces.reduce((sum, one) => sum + doc.widthOfString(one.text, one.options), 0);
    let at = line.startsRight ? x + width - wide : x;
    for (const one of pieces) {
      doc.text(one.text, at, y, one.options);
      at += doc.widthOfString(one.text, one.options);
    }
    doc.y = y + height;
  }
  doc.x = x;
}
