/** Of a file that says it is a picture, what is needed to show it, written anew; or why it is none that we take. */
import type { Cleaned } from './model.ts';
import { cleanJpeg, isJpeg } from './jpeg/rules.ts';
import { cleanPng, isPng } from './png/rules.ts';

/** The type is told by the bytes and never by a name. */
export function cleanPicture(bytes: Uint8Array): Cleaned {
  if (isPng(bytes)) return cleanPng(bytes);
  if (isJpeg(bytes)) return cleanJpeg(bytes);
  return { fault: 'kind' };
}
