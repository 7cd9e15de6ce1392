/** Taking a picture into a course, cleaned of everything but the picture; and giving it to whoever may read the course. */
import { inflate, type Zlib } from 'node:zlib';
import type { Caller, Download } from '../../../../platform/doors.ts';
import { Failure } from '../../../../platform/errors.ts';
import { idFor } from '../../../../platform/ids.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { mostPictures } from '../model.ts';
import { maySeePictures } from '../policy.ts';
import { findCourseRow, ownPictures } from '../store.ts';
import { courseToWrite, noteChange } from '../usecases.ts';
import { mostBytes, type CleanPicture, type KeptPicture } from './model.ts';
import { cleanPicture } from './rules.ts';

/** The bytes that come out, and how many went in: what stands behind the end of the packed ones is not read. */
function unpack(packed: Uint8Array, most: number): Promise<{ readonly out: number; readonly read: number }> {
  return new Promise((resolve, reject) => {
    inflate(packed, { maxOutputLength: most, info: true }, (error, result) => {
      if (error) return reject(error);
      // The types know nothing of `info`.
      const { buffer, engine } = result as unknown as { buffer: Buffer; engine: Zlib };
      return resolve({ out: buffer.length, read: engine.bytesWritten });
    });
  });
}

/** The id goes into a text as `picture:ID`; what the picture says to those who do not see it stands there in each language. */
export async function addPicture(
  deps: Platform,
  caller: Caller,
  ownId: string,
  data: string,
): Promise<{ pictureId: string }> {
  const { value: course } = await courseToWrite(deps, caller, ownId);
  const pictureId = idFor(caller, 'picture');
  if (course.pictures.includes(pictureId)) return { pictureId };
  if (course.pictures.length >= mostPictures) throw new Failure('conflict', 'pictures-full');
  const kept = await cleaned(data);
  await deps.tables.commit([ownPictures.put(ownId, pictureId, kept)]);
  await noteChange(deps, ownId, (one) => {
    if (one.pictures.length >= mostPictures) throw new Failure('conflict', 'pictures-full');
    return { ...one, pictures: [...one.pictures, pictureId] };
  });
  return { pictureId };
}

/** The picture in base 64 as it is kept, with nothing else that the file held. Failure `bad-input`, with what is wrong with it. */
export async function cleaned(data: string): Promise<KeptPicture> {
  const { type, width, height, bytes } = await picturesOnly(Buffer.from(data, 'base64'));
  return { type, width, height, data: Buffer.from(bytes).toString('base64') };
}

/** Whatever it holds, no more is unpacked of it than a picture of its size has, and nothing may lie behind that. */
async function picturesOnly(bytes: Uint8Array): Promise<CleanPicture> {
  if (bytes.length > mostBytes) throw new Failure('bad-input', 'picture-large');
  const { picture, fault } = cleanPicture(bytes);
  if (!picture) throw new Failure('bad-input', `picture-${fault}`);
  if (!picture.packed) return picture;
  const { packed } = picture;
  const { out, read } = await unpack(packed.bytes, packed.unpacked).catch((cause: unknown) => {
    throw new Failure('bad-input', 'picture-broken', { cause });
  });
  if (out !== packed.unpacked || read !== packed.bytes.length) throw new Failure('bad-input', 'picture-broken');
  return picture;
}

const ends = { 'image/png': 'png', 'image/jpeg': 'jpg' } as const;

/** For whoever may read the course, or writes it. */
export async function pictureOf(
  deps: Platform,
  caller: Caller,
  { ownId, pictureId }: { readonly ownId: string; readonly pictureId: string },
): Promise<Download> {
  const course = await findCourseRow(deps.tables, ownId);
  if (!course || !maySeePictures(caller, course.value)) throw new Failure('not-found', 'picture-gone');
  const row = await ownPictures.find(deps.tables, ownId, pictureId);
  if (!row) throw new Failure('not-found', 'picture-gone');
  return fileOf(pictureId, row.value);
}

export function fileOf(pictureId: string, { type, data }: KeptPicture): Download {
  return { name: `${pictureId}.${ends[type]}`, type, bytes: Buffer.from(data, 'base64') };
}
