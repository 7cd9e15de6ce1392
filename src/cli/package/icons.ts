/** Both icons, drawn from one file, and what Teams asks of them. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { sourceDir } from './files.ts';

export const iconNames = ['color.png', 'outline.png'] as const;
export type IconName = (typeof iconNames)[number];

/** Pixels. */
const sizes = { 'color.png': 192, 'outline.png': 32 } as const;
const drawing = 'icon.svg';
/** Of the colour icon: Teams may round off or cut what lies further out. */
const safe = { from: 36, to: 156 };

/** The outline is the safe zone of the same drawing without its ground, in white. */
export function outlineOf(svg: string): string {
  const changes = [
    ['viewBox="0 0 192 192"', `viewBox="${safe.from} ${safe.from} ${safe.to - safe.from} ${safe.to - safe.from}"`],
    ['fill="#0F6C5C"', 'fill="none"'],
    ['stroke="#FFC857"', 'stroke="#FFFFFF"'],
  ] as const;
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from))
      throw new Error(`${drawing} has no ${from}: say in icons.ts what is white in the outline`);
    return text.replaceAll(from, to);
  }, svg);
}

export async function drawIcons(): Promise<Readonly<Record<IconName, Uint8Array>>> {
  // The drawing code is large: a package is checked without it.
  const { drawPicture } = await import('../../platform/papers/handouts/drawing.ts');
  const svg = await readFile(join(sourceDir, drawing), 'utf8');
  return {
    'color.png': await drawPicture(svg, sizes['color.png']),
    'outline.png': await drawPicture(outlineOf(svg), sizes['outline.png']),
  };
}

export async function writeIcons(): Promise<void> {
  for (const [name, bytes] of Object.entries(await drawIcons())) await writeFile(join(sourceDir, name), bytes);
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and alpha of one, 0 to 255. */
  at(x: number, y: number): readonly [number, number, number, number];
}

/** What is wrong with an icon, one sentence each. */
export function iconFaults(name: IconName, bytes: Uint8Array | undefined): string[] {
  if (!bytes) return [`${name} is missing: draw it with npm run package -- --icons`];
  const pixels = readPixels(bytes);
  if (typeof pixels === 'string') return [`${name} ${pixels}: draw it anew with npm run package -- --icons`];
  const size = sizes[name];
  const { width, height } = pixels;
  if (width !== size || height !== size)
    return [`${name} is ${width} x ${height} pixels: Teams takes ${size} x ${size}`];
  return name === 'color.png' ? colourFaults(pixels) : outlineFaults(pixels);
}

function colourFaults(pixels: Pixels): string[] {
  const ground = pixels.at(0, 0).join();
  const clear = count(pixels, (_x, _y, [, , , alpha]) => alpha < 255);
  const outside = count(pixels, (x, y, colour) => !isSafe(x, y) && colour.join() !== ground);
  const inside = count(pixels, (x, y, colour) => isSafe(x, y) && colour.join() !== ground);
  return [
    ...(clear > 0 ? [`color.png is transparent at ${clear} pixels: give it a ground of one colour`] : []),
    ...(outside > 0
      ? [`color.png has ${outside} pixels outside the 120 x 120 in the middle: make the sign smaller`]
      : []),
    ...(inside === 0 ? ['color.png is of one colour: draw the sign on it'] : []),
  ];
}

function outlineFaults(pixels: Pixels): string[] {
  const coloured = count(pixels, (_x, _y, [red, green, blue, alpha]) => alpha > 0 && red + green + blue < 3 * 255);
  const clear = count(pixels, (_x, _y, [, , , alpha]) => alpha === 0);
  const full = count(pixels, (_x, _y, [, , , alpha]) => alpha === 255);
  return [
    ...(coloured > 0 ? [`outline.png has ${coloured} pixels that are not white: make all of it white`] : []),
    ...(clear === 0 ? ['outline.png has no transparent ground: take the ground away'] : []),
    ...(full === 0 ? ['outline.png shows nothing: draw the sign in white'] : []),
  ];
}

const isSafe = (x: number, y: number): boolean => [x, y].every((one) => one >= safe.from && one < safe.to);

function count(
  { width, height, at }: Pixels,
  is: (x: number, y: number, colour: ReturnType<Pixels['at']>) => boolean,
): number {
  let found = 0;
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) if (is(x, y, at(x, y))) found += 1;
  return found;
}

/** A sentence's end where it cannot be read. */
function readPixels(bytes: Uint8Array): Pixels | string {
  try {
    const { width, height, data, channels, depth, palette } = decode(bytes);
    if (depth !== 8 || palette || channels < 3) return 'is not drawn in eight bits of red, green and blue';
    const value = (x: number, y: number, channel: number): number => data[(y * width + x) * channels + channel] ?? 0;
    return {
      ...{ width, height },
      at: (x, y) => [value(x, y, 0), value(x, y, 1), value(x, y, 2), channels === 4 ? value(x, y, 3) : 255],
    };
  } catch {
    return 'is not a PNG';
  }
}
