import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { cleanPicture } from '../../../../src/features/training/own/pictures/rules.ts';
import { aJpeg, aPng, chunk, segment } from './some-pictures.ts';

const holds = (bytes: Uint8Array, text: string): boolean => Buffer.from(bytes).includes(text);
const secret = 'canary 51.0543,3.7174';

describe('a PNG', () => {
  it('is written anew with nothing but the picture', () => {
    const extra = [
      chunk('tEXt', `Comment\0${secret}`),
      chunk('iTXt', `XML:com.adobe.xmp\0\0\0\0\0${secret}`),
      chunk('eXIf', secret),
      chunk('acTL', secret),
      chunk('zzZz', secret),
    ];
    const { picture } = cleanPicture(Buffer.concat([aPng({ extra }), Buffer.from(`<script>${secret}</script>`)]));
    assert.ok(picture);
    assert.deepEqual([picture.type, picture.width, picture.height], ['image/png', 4, 3]);
    assert.ok(!holds(picture.bytes, 'canary') && !holds(picture.bytes, 'script'));
    assert.deepEqual(cleanPicture(picture.bytes).picture?.bytes, picture.bytes, 'the same again changes nothing');
    assert.deepEqual(picture.bytes, new Uint8Array(aPng()), 'what draws it stays as it was');
  });

  it('is not taken when it is cut off, changed, in seven turns, or without rows', () => {
    const whole = aPng();
    for (const bytes of [
      whole.subarray(0, whole.length - 13),
      Buffer.from(whole).fill(7, 20, 21),
      aPng({ turns: 1 }),
      aPng({ rows: [] }),
      aPng({ colour: 3, depth: 8 }),
      aPng({ width: 0 }),
    ])
      assert.deepEqual(cleanPicture(bytes), { fault: 'broken' });
  });

  it('has nothing in its end, however much came in it', () => {
    assert.deepEqual(cleanPicture(aPng({ end: secret })).picture?.bytes, new Uint8Array(aPng()));
  });

  it('has a palette of 256 colours at most, whole ones, and no more to look through', () => {
    const faultWith = (palette: number, clear: number) =>
      cleanPicture(
        aPng({ colour: 3, extra: [chunk('PLTE', Buffer.alloc(palette)), chunk('tRNS', Buffer.alloc(clear))] }),
      ).fault;
    assert.equal(faultWith(768, 256), undefined);
    assert.deepEqual([faultWith(771, 1), faultWith(767, 1), faultWith(768, 257)], ['broken', 'broken', 'broken']);
    const behind = chunk('PLTE', Buffer.from(secret.repeat(99)));
    assert.equal(cleanPicture(aPng({ extra: [behind] })).fault, 'broken', 'also where no palette is needed');
  });

  it('has eight bits a sample at most', () => {
    for (const colour of [0, 2, 4, 6]) {
      assert.equal(cleanPicture(aPng({ colour, depth: 8 })).fault, undefined);
      assert.equal(cleanPicture(aPng({ colour, depth: 16 })).fault, 'broken');
    }
  });

  it('is too large from 2,001 pixels on, however small the file', () => {
    assert.deepEqual(cleanPicture(aPng({ width: 50_000, height: 50_000 })), { fault: 'large' });
    assert.equal(cleanPicture(aPng({ width: 2_000 })).fault, undefined);
  });

  it('says how much there is to unpack', () => {
    assert.equal(cleanPicture(aPng({ width: 5, height: 2 })).picture?.packed?.unpacked, 2 * (1 + 5 * 3));
  });
});

describe('a JPEG', () => {
  it('is written anew without place, camera, thumbnail and comment', () => {
    const extra = [segment(0xe1, `Exif\0\0${secret}`), segment(0xe2, `ICC_PROFILE\0${secret}`), segment(0xfe, secret)];
    const { picture } = cleanPicture(Buffer.concat([aJpeg({ extra }), Buffer.from(secret)]));
    assert.ok(picture);
    assert.deepEqual([picture.type, picture.width, picture.height], ['image/jpeg', 640, 480]);
    assert.ok(!holds(picture.bytes, 'canary'));
    assert.deepEqual(cleanPicture(picture.bytes).picture?.bytes, picture.bytes);
    assert.deepEqual(picture.bytes, new Uint8Array(aJpeg()));
  });

  it('keeps the note of Adobe about its colours', () => {
    const adobe = segment(0xee, 'Adobe\0dabcd1');
    assert.ok(holds(cleanPicture(aJpeg({ extra: [adobe] })).picture?.bytes ?? new Uint8Array(), 'Adobe'));
    assert.ok(!holds(cleanPicture(aJpeg({ extra: [segment(0xee, `Adobe${secret}`)] })).picture!.bytes, 'canary'));
  });

  it('is not taken when it is cut off, has no frame, two, or thousands of scans', () => {
    const whole = aJpeg();
    assert.deepEqual(cleanPicture(whole.subarray(0, whole.length - 2)), { fault: 'broken' });
    assert.deepEqual(cleanPicture(aJpeg({ frames: 0 })), { fault: 'broken' });
    assert.deepEqual(cleanPicture(aJpeg({ frames: 2 })), { fault: 'broken' });
    assert.deepEqual(cleanPicture(aJpeg({ height: 0 })), { fault: 'broken' });
    assert.deepEqual(cleanPicture(aJpeg({ scans: 2_000 })), { fault: 'large' });
    assert.deepEqual(cleanPicture(aJpeg({ width: 30_000 })), { fault: 'large' });
  });
});

describe('what is no picture of ours', () => {
  it('is not taken, whatever it is called', () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
    const zip = zipSync({ 'a.png': new Uint8Array(1_000) });
    for (const bytes of [svg, zip, gzipSync('x'), Buffer.from('GIF89a'), Buffer.from('RIFF    WEBP'), Buffer.alloc(0)])
      assert.deepEqual(cleanPicture(bytes), { fault: 'kind' });
  });

  it('never stops the reader, cut off or changed wherever it may be', () => {
    const whole = [aPng({ extra: [chunk('tEXt', secret)] }), aJpeg({ extra: [segment(0xe1, secret)] })];
    const changed = fc
      .tuple(fc.constantFrom(...whole), fc.nat(400), fc.nat(255), fc.nat(400))
      .map(([bytes, at, byte, end]) => {
        const copy = Buffer.from(bytes);
        if (at < copy.length) copy[at] = byte;
        return copy.subarray(0, Math.max(0, copy.length - (end % 40)));
      });
    fc.assert(
      fc.property(changed, (bytes) => {
        const { picture, fault } = cleanPicture(bytes);
        assert.equal(picture === undefined, fault !== undefined);
        assert.ok(!picture || !holds(picture.bytes, 'canary'));
      }),
      { numRuns: 2_000 },
    );
  });
});
