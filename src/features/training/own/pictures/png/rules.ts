/**
 * Reads a PNG chunk by chunk (W3C Portable Network Graphics, third edition) and writes those anew that draw it: head, palette,
 * transparency, rows, and an empty end. Text, place, time, profiles, moving pictures and whatever is in or behind the end are left behind.
 * Sixteen bits a sample are of no use on a page, and twice as much to unpack.
 */
import { longestSide, type Cleaned } from '../model.ts';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;
/** Samples in a pixel, and bits that each may have, by the type of colour. */
const colours: Readonly<Record<number, { readonly samples: number; readonly depths: readonly number[] }>> = {
  0: { samples: 1, depths: [1, 2, 4, 8] },
  2: { samples: 3, depths: [8] },
  3: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8] },
  6: { samples: 4, depths: [8] },
};

/** Bytes of a palette, three for each of its colours, and of what can be looked through. */
const [mostOfPalette, mostOfTransparency] = [768, 256];
const emptyEnd = [0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82] as const;

export function isPng(bytes: Uint8Array): boolean {
  return signature.every((one, at) => bytes[at] === one);
}

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
  /** With length, type and checksum. */
  readonly whole: Uint8Array;
}

/** Undefined where a chunk is cut off or its checksum is wrong. What stands behind the end is not looked at. */
function chunksIn(bytes: Uint8Array): Chunk[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  for (let at: number = signature.length; at + 12 <= bytes.length;) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return undefined;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (checksum(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return undefined;
    chunks.push({ type, data: bytes.subarray(at + 8, end - 4), whole: bytes.subarray(at, end) });
    if (type === 'IEND') return chunks;
    at = end;
  }
  return undefined;
}

export function cleanPng(bytes: Uint8Array): Cleaned {
  const chunks = chunksIn(bytes);
  const head = chunks?.[0];
  const size = head?.type === 'IHDR' && head.data.length === 13 ? sizeIn(head.data) : undefined;
  if (!chunks || !size) return { fault: 'broken' };
  if (Math.max(size.width, size.height) > longestSide) return { fault: 'large' };
  const of = (type: string): Chunk[] => chunks.filter((one) => one.type === type);
  const [palette, transparency, rows] = [of('PLTE'), of('tRNS'), of('IDAT')];
  const isWhole = rows.length > 0 && palette.length <= 1 && transparency.length <= 1 && of('IHDR').length === 1;
  if (!isWhole || (size.colour === 3 && palette.length === 0)) return { fault: 'broken' };
  if (!palette.every(({ data }) => data.length <= mostOfPalette && data.length % 3 === 0)) return { fault: 'broken' };
  if (!transparency.every(({ data }) => data.length <= mostOfTransparency)) return { fault: 'broken' };
  const kept = [head!, ...palette, ...transparency, ...rows].map(({ whole }) => whole);
  const packed = { bytes: joined(rows.map(({ data }) => data)), unpacked: size.unpacked };
  const { width, height } = size;
  return {
    picture: {
      type: 'image/png',
      width,
      height,
      bytes: joined([Uint8Array.from(signature), ...kept, Uint8Array.from(emptyEnd)]),
      packed,
    },
  };
}

/** Undefined for what no PNG can be, and for rows in seven turns, whose length is another. */
function sizeIn(head: Uint8Array) {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth = 0, colour = 0, packing, filter, turns] = head.subarray(8);
  const known = colours[colour];
  if (width === 0 || height === 0 || !known?.depths.includes(depth)) return undefined;
  if (packing !== 0 || filter !== 0 || turns !== 0) return undefined;
  return { width, height, colour, unpacked: height * (1 + Math.ceil((width * depth * known.samples) / 8)) };
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, one) => length + one.length, 0));
  let at = 0;
  for (const one of parts) {
    all.set(one, at);
    at += one.length;
  }
  return all;
}

/** CRC-32 as PNG counts it, over type and data of a chunk. */
export function checksum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
