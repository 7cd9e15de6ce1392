/**
 * A picture as it is sent: drawn anew at a size for a page, so that nothing but the picture goes along. What is too large a file is
 * not even read. JPEG keeps photos small, PNG keeps drawings sharp where that fits too.
 */
import { mostBytes, mostBytesOfFile, takenTypes } from '../pictures/model.ts';

export type Shrunk =
  | { readonly data: string; readonly problem?: undefined }
  | { readonly data?: undefined; readonly problem: 'kind' | 'file' | 'broken' };

/** Pixels of the longer side, from the first that is tried to the last. */
const sides = [1600, 1200, 900, 600] as const;
const qualities = [0.85, 0.7, 0.55] as const;

/** Gives base 64. */
export async function shrink(file: File): Promise<Shrunk> {
  if (!takenTypes.some((one) => one === file.type)) return { problem: 'kind' };
  if (file.size > mostBytesOfFile) return { problem: 'file' };
  const drawn = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (!drawn) return { problem: 'broken' };
  for (const side of sides) {
    const canvas = drawAt(drawn, side);
    if (file.type === 'image/png') {
      const blob = await blobOf(canvas, 'image/png');
      if (blob && blob.size <= mostBytes) return { data: await dataOf(blob) };
    }
    for (const quality of qualities) {
      const blob = await blobOf(canvas, 'image/jpeg', quality);
      if (blob && blob.size <= mostBytes) return { data: await dataOf(blob) };
    }
  }
  return { problem: 'broken' };
}

function drawAt(drawn: ImageBitmap, side: number): HTMLCanvasElement {
  const scale = Math.min(1, side / Math.max(drawn.width, drawn.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(drawn.width * scale));
  canvas.height = Math.max(1, Math.round(drawn.height * scale));
  const context = canvas.getContext('2d');
  if (context) {
    // JPEG knows nothing that one can look through.
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(drawn, 0, 0, canvas.width, canvas.height);
  }
  return canvas;
}

const blobOf = (canvas: HTMLCanvasElement, type: string, quality?: number): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, type, quality));

async function dataOf(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
