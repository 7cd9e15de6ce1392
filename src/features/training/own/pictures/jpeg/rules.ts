/**
 * Reads a JPEG segment by segment (ITU-T T.81) and writes those anew that draw it: tables, frame, scans, and the note of Adobe about colours.
 * Places, cameras, thumbnails, profiles, comments and whatever follows the end are left behind.
 */
import { longestSide, type Cleaned } from '../model.ts';
import { joined } from '../png/rules.ts';

/** A scan more is a look more at the whole picture: one could be made of thousands. */
const mostScans = 24;
/** Frames: baseline, extended, progressive. Arithmetic and lossless ones no browser shows. */
const frames = [0xc0, 0xc1, 0xc2];
/** Tables for Huffman codes and quantities, and the interval of restarts. */
const tables = [0xc4, 0xdb, 0xdd];
const [start, end, scan, adobe] = [0xd8, 0xd9, 0xda, 0xee];

export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === start && bytes[2] === 0xff;
}

interface Segment {
  readonly marker: number;
  readonly data: Uint8Array;
  /** With marker and length, and of a scan with what is scanned. */
  readonly whole: Uint8Array;
}

/** Undefined where a segment is cut off or the end is missing. */
function segmentsIn(bytes: Uint8Array): Segment[] | undefined {
  const found: Segment[] = [];
  for (let at = 2; at + 4 <= bytes.length || bytes[at + 1] === end;) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === end) return found;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const close = at + 2 + length;
    if (length < 2 || close > bytes.length || marker < 0xc0 || (marker >= 0xd0 && marker <= start)) return undefined;
    const over = marker === scan ? endOfScan(bytes, close) : close;
    found.push({ marker, data: bytes.subarray(at + 4, close), whole: bytes.subarray(at, over) });
    at = over;
  }
  return undefined;
}

/** What is scanned ends at the first marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

const isAdobe = ({ marker, data }: Segment): boolean =>
  marker === adobe && data.length === 12 && String.fromCharCode(...data.subarray(0, 5)) === 'Adobe';

export function cleanJpeg(bytes: Uint8Array): Cleaned {
  const segments = segmentsIn(bytes);
  const frame = segments?.filter(({ marker }) => frames.includes(marker)) ?? [];
  const size = frame.length === 1 ? sizeIn(frame[0]!.data) : undefined;
  const scans = segments?.filter(({ marker }) => marker === scan).length ?? 0;
  if (!segments || !size || scans === 0) return { fault: 'broken' };
  if (Math.max(size.width, size.height) > longestSide || scans > mostScans) return { fault: 'large' };
  const kept = segments.filter((one) => [...frames, ...tables, scan].includes(one.marker) || isAdobe(one));
  const whole = [Uint8Array.of(0xff, start), ...kept.map((one) => one.whole), Uint8Array.of(0xff, end)];
  return { picture: { type: 'image/jpeg', ...size, bytes: joined(whole) } };
}

/** Undefined for what no browser shows: other than eight bits, no height yet, or parts that are not one to four. */
function sizeIn(data: Uint8Array): { width: number; height: number } | undefined {
  const [depth, highHeight = 0, height = 0, highWidth = 0, width = 0, parts = 0] = data;
  const size = { width: (highWidth << 8) | width, height: (highHeight << 8) | height };
  if (depth !== 8 || size.width === 0 || size.height === 0) return undefined;
  return parts >= 1 && parts <= 4 && data.length === 6 + 3 * parts ? size : undefined;
}
