/** Photos: a small picture in the person's colours, drawn here; some people have none. */
import { deflateSync } from 'node:zlib';
import { hash32 } from '../organisation/random.ts';
import { GraphError, ok } from './answers.ts';
import type { GraphAnswer } from './answers.ts';
import type { GraphCall, Handlers } from './world.ts';
import { paramOf, userOf } from './world.ts';

export const photoHandlers: Handlers = {
  'GET /users/{user}/photo': (call) => {
    photographed(call);
    return ok({ '@odata.mediaContentType': 'image/png', id: '96X96', width: 96, height: 96 });
  },
  'GET /users/{user}/photo/$value': (call) => picture(call, 96),
  'GET /users/{user}/photos/{size}/$value': (call) => {
    const size = /^(48|64|96|120|240)x\1$/iu.exec(paramOf(call, 'size'))?.[1];
    if (size === undefined) throw imageNotFound();
    return picture(call, Number(size));
  },
};

function picture(call: GraphCall, size: number): GraphAnswer {
  const id = photographed(call);
  const etag = `"${hash32(id).toString(16).toUpperCase()}"`;
  return { status: 200, headers: { 'content-type': 'image/png', etag }, body: drawPortrait(id, size) };
}

function photographed(call: GraphCall): string {
  const person = userOf(call);
  if (!person.hasPhoto) throw imageNotFound();
  return person.id;
}

function imageNotFound(): GraphError {
  const message = "Exception of type 'Microsoft.Fast.Profile.Core.Exception.ImageNotFoundException' was thrown.";
  return new GraphError(404, 'ImageNotFound', message);
}

type Colour = readonly [red: number, green: number, blue: number];

/** Head and shoulders before a plain wall, as PNG with 8 bits for each colour. */
export function drawPortrait(id: string, size: number): Buffer {
  const hue = hash32(id) % 360;
  const wall = colourOf(hue, 0.45, 0.72);
  const figure = colourOf((hue + 200) % 360, 0.35, 0.35);
  const rows: number[] = [];
  for (let y = 0; y < size; y += 1) {
    rows.push(0);
    for (let x = 0; x < size; x += 1) rows.push(...(isFigure((x + 0.5) / size, (y + 0.5) / size) ? figure : wall));
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const pixels = deflateSync(Buffer.from(rows));
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

function isFigure(x: number, y: number): boolean {
  const head = (x - 0.5) ** 2 + (y - 0.38) ** 2 < 0.19 ** 2;
  const shoulders = ((x - 0.5) / 0.38) ** 2 + ((y - 1) / 0.4) ** 2 < 1;
  return head || shoulders;
}

function colourOf(hue: number, saturation: number, lightness: number): Colour {
  const part = (shift: number): number => {
    const place = (shift + hue / 30) % 12;
    const strength = saturation * Math.min(lightness, 1 - lightness);
    return Math.round(255 * (lightness - strength * Math.max(-1, Math.min(place - 3, 9 - place, 1))));
  };
  return [part(0), part(8), part(4)];
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** As PNG asks for it; Node's own came after the oldest Node that the sandbox runs on. */
function crc32(data: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
