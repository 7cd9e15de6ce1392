import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { pictureNames, pictureSize, svgOf } from '../../../src/features/recognition/pictures/model.ts';
import { pngOf } from '../../../src/features/recognition/pictures/cards.ts';

describe('the pictures of thanks', () => {
  before(async () => {
    const wasm = 'node_modules/@resvg/resvg-wasm/index_bg.wasm';
    // Papers may have loaded it before.
    await initWasm(await readFile(wasm)).catch(() => undefined);
  });

  for (const name of pictureNames)
    it(`${name}: the file in a card is the drawing of the tab`, () => {
      const drawn = new Resvg(svgOf(name)).render();
      assert.deepEqual([drawn.width, drawn.height], [pictureSize.width, pictureSize.height]);
      assert.equal(pngOf(name), `data:image/png;base64,${Buffer.from(drawn.asPng()).toString('base64')}`);
      // A card with it stays far below what Teams takes (28 kB).
      assert.ok(pngOf(name).length < 8_000);
    });
});
