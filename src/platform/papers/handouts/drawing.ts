/** Drawings as PNG, with the fonts of the PDFs; the drawing code is loaded once, when it is first needed. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const fileOf = (name: string): string => fileURLToPath(import.meta.resolve(name));
let drawing: Promise<Uint8Array[]> | undefined;

async function begin(): Promise<Uint8Array[]> {
  await initWasm(await readFile(fileOf('@resvg/resvg-wasm/index_bg.wasm')));
  const names = ['DejaVuSansCondensed', 'DejaVuSansCondensed-Bold'];
  return Promise.all(names.map((name) => readFile(fileOf(`dejavu-fonts-ttf/ttf/${name}.ttf`))));
}

export async function drawPicture(svg: string, width: number): Promise<Uint8Array> {
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
