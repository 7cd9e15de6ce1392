/** Pictures for tests, put together byte by byte. */
import { deflateSync } from 'node:zlib';
import { checksum } from '../../../../src/features/training/own/pictures/png/rules.ts';

export function chunk(type: string, data: Uint8Array | string): Buffer {
  const [name, bytes] = [Buffer.from(type, 'latin1'), Buffer.from(data)];
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(bytes.length);
  sum.writeUInt32BE(checksum(Buffer.concat([name, bytes])));
  return Buffer.concat([length, name, bytes, sum]);
}

export interface PngParts {
  readonly width?: number;
  readonly height?: number;
  readonly depth?: number;
  readonly colour?: number;
  readonly turns?: number;
  readonly extra?: readonly Buffer[];
  /** Packed; as many as there are pixels where it is left out. */
  readonly rows?: readonly Uint8Array[];
  /** In the end, where nothing belongs. */
  readonly end?: string;
}

export function aPng(parts: PngParts = {}): Buffer {
  const { width = 4, height = 3, depth = 8, colour = 2, turns = 0, extra = [] } = parts;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([depth, colour, 0, 0, turns], 8);
  const pixels = width * height < 100_000 ? Buffer.alloc(height * (1 + 3 * width)) : Buffer.alloc(1);
  const rows = parts.rows ?? [deflateSync(pixels)];
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    ...extra,
    ...rows.map((one) => chunk('IDAT', one)),
    chunk('IEND', parts.end ?? ''),
  ]);
}

/** A picture of one pixel's size that unpacks to as many bytes. */
export function aBomb(bytes: number): Buffer {
  return aPng({ width: 1, height: 1, rows: [deflateSync(Buffer.alloc(bytes))] });
}

export function segment(marker: number, data: Uint8Array | string): Buffer {
  const bytes = Buffer.from(data as string, 'latin1');
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(bytes.length + 2, 2);
  return Buffer.concat([head, bytes]);
}

export interface JpegParts {
  readonly width?: number;
  readonly height?: number;
  readonly frames?: number;
  readonly scans?: number;
  readonly extra?: readonly Buffer[];
}

export function aJpeg({ width = 640, height = 480, frames = 1, scans = 1, extra = [] }: JpegParts = {}): Buffer {
  const frame = Buffer.from([8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]);
  const scan = Buffer.concat([
    segment(0xda, '\x01\x01\x00\x00\x3f\x00'),
    Buffer.from([0x12, 0xff, 0, 0xff, 0xd0, 0x34]),
  ]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...extra,
    segment(0xdb, '\0'.repeat(65)),
    ...Array.from({ length: frames }, () => segment(0xc0, frame.toString('latin1'))),
    segment(0xc4, '\0'.repeat(17)),
    ...Array.from({ length: scans }, () => scan),
    Buffer.from([0xff, 0xd9]),
  ]);
}
