/** One slide: its title is one to programs that read aloud, what is decoration stands in the layout, and all is read from top to bottom. */
import pptxgenjs from 'pptxgenjs';
import type { Handout } from '../handouts.ts';
import { brand, ink, softInk } from '../colours.ts';
import { squaresOf } from '../pdf/code.ts';
import { drawPicture } from './drawing.ts';

type Deck = typeof pptxgenjs.default;
type Presentation = InstanceType<Deck>;
type Slide = ReturnType<Presentation['addSlide']>;
/** Its types are those of the CommonJS build, as in `pptx.ts`. */
const PptxDeck = pptxgenjs as unknown as Deck;

const font = 'Segoe UI';
const layout = 'TANDEM';
const hex = (colour: string): string => colour.slice(1);

export async function writeHandoutSlide(told: Handout): Promise<Uint8Array> {
  const deck = new PptxDeck();
  deck.layout = 'LAYOUT_WIDE';
  deck.title = told.title;
  deck.author = 'Tandem';
  deck.company = 'Tandem';
  deck.theme = { headFontFace: font, bodyFontFace: font };
  const title = { x: 0.7, y: 0.3, w: 11.9, h: 1.1, fontFace: font, bold: true, color: 'FFFFFF' } as const;
  deck.defineSlideMaster({
    title: layout,
    objects: [
      { rect: { x: 0, y: 0, w: 13.33, h: 1.7, fill: { color: hex(brand) } } },
      { placeholder: { options: { ...title, name: 'title', type: 'title', align: 'left' }, text: '' } },
    ],
  });
  const slide = deck.addSlide({ masterName: layout });
  const shared = { fontFace: font, lang: told.language };
  const size = sizeFor(told.title, { wide: 11.7, high: 1.05, sizes: [32, 28, 24, 20, 16, 13, 11] });
  slide.addText(told.title, { ...title, ...shared, placeholder: 'title', fontSize: size, align: 'left' });
  addWords(slide, told);
  await addBeside(slide, told);
  slide.addText(told.foot, { ...shared, x: 0.7, y: 6.95, w: 11.9, h: 0.35, fontSize: 10, color: hex(softInk) });
  if (told.notes !== undefined) slide.addNotes(told.notes);
  return new Uint8Array((await deck.write({ outputType: 'nodebuffer' })) as Buffer);
}

function addWords(slide: Slide, { language, text, points }: Handout): void {
  const shared = { fontFace: font, lang: language, x: 0.7, w: 8.3, color: hex(ink), valign: 'top' } as const;
  const fontSize = sizeFor(text, { wide: 8.1, high: 1.05, sizes: [20, 18, 16, 14, 12] });
  slide.addText(text, { ...shared, y: 1.95, h: 1.1, fontSize, bold: true });
  const runs = points.map((one) => ({ text: one, options: { breakLine: true, paraSpaceAfter: 8, lang: language } }));
  const size = sizeFor(points.join('\n\n'), { wide: 8.1, high: 3.6, sizes: [15, 14, 13, 12, 11] });
  slide.addText(runs, { ...shared, y: 3.15, h: 3.7, fontSize: size });
}

async function addBeside(slide: Slide, { language, picture, link, scan }: Handout): Promise<void> {
  if (picture) {
    const data = `${picture.type};base64,${Buffer.from(picture.bytes).toString('base64')}`;
    slide.addImage({ data, ...inBox(picture, { x: 9.5, y: 1.95, w: 3.1, h: 2.35 }), altText: picture.alternative });
  }
  const code = Buffer.from(await drawPicture(codeSvg(link), 720)).toString('base64');
  const at = picture ? { x: 10.1, y: 4.4, w: 1.9, h: 1.9 } : { x: 9.5, y: 2.0, w: 3.1, h: 3.1 };
  slide.addImage({ data: `image/png;base64,${code}`, ...at, altText: link });
  const under = {
    x: 9.3,
    y: at.y + at.h + 0.05,
    w: 3.5,
    h: picture ? 0.55 : 1.2,
    valign: 'top',
    align: 'center',
  } as const;
  slide.addText(scan, {
    ...under,
    ...{ fontFace: font, lang: language, fontSize: picture ? 11 : 13, color: hex(brand) },
  });
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Whole, as large as it fits, in the middle. */
function inBox({ width, height }: { readonly width: number; readonly height: number }, { x, y, w, h }: Box): Box {
  const scale = Math.min(w / width, h / height);
  const [wide, high] = [width * scale, height * scale];
  return { x: x + (w - wide) / 2, y: y + (h - high) / 2, w: wide, h: high };
}

/** The largest of some sizes (points) in which a text fits into inches: a letter is about 0.55 of its height wide. PowerPoint itself shrinks only what is edited. */
function sizeFor(
  text: string,
  { wide, high, sizes }: { readonly wide: number; readonly high: number; readonly sizes: readonly number[] },
): number {
  const lines = (size: number): number => {
    const letters = Math.max(1, Math.floor((wide * 72) / (size * 0.55)));
    return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.05) / letters)), 0);
  };
  return sizes.find((size) => lines(size) * size * 1.25 <= high * 72) ?? sizes.at(-1) ?? 12;
}

function codeSvg(link: string): string {
  const { size, dark } = squaresOf(link);
  const path = dark.map(([x, y]) => `M${x} ${y}h1v1h-1z`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`;
}
