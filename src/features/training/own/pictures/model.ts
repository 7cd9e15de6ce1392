/** Pictures of a course of the organisation: PNG or JPEG, with nothing in it but the picture. Safe in the browser. */
import { z } from 'zod';

/** Bytes of a picture as it is kept; in base 64 it fits into a body, and into a row. */
export const mostBytes = 180_000;
/** Pixels of the longer side; more is of no use on a page, and would keep a phone busy. */
export const longestSide = 2_000;
/** What the page takes and makes smaller itself, before anything is sent. */
export const mostBytesOfFile = 20_000_000;
export const takenTypes = ['image/png', 'image/jpeg', 'image/webp'] as const;

export const pictureTypes = ['image/png', 'image/jpeg'] as const;
export const keptPicture = z.strictObject({
  type: z.enum(pictureTypes),
  width: z.number().int(),
  height: z.number().int(),
  /** Base 64. */
  data: z.string(),
});
export type KeptPicture = z.infer<typeof keptPicture>;

export const pictureDraft = z.strictObject({
  data: z
    .base64()
    .min(4)
    .max(Math.ceil(mostBytes / 3) * 4),
});

/** Why a picture is not taken; the sentence is `failure.picture-<why>`. */
export type PictureFault = 'kind' | 'broken' | 'large';

export interface CleanPicture extends Pick<KeptPicture, 'type' | 'width' | 'height'> {
  readonly bytes: Uint8Array;
  /** Of a PNG: the packed rows, and how many bytes they must be when they are unpacked. */
  readonly packed?: { readonly bytes: Uint8Array; readonly unpacked: number };
}
export type Cleaned =
  | { readonly picture: CleanPicture; readonly fault?: undefined }
  | { readonly picture?: undefined; readonly fault: PictureFault };
