/** A file into the person's hands: saved by the browser, or handed over where a phone shows its window for sharing. */
import { currentHost } from './host.ts';

/** Teams on a phone saves nothing out of a tab. */
export function isOnPhone(): boolean {
  return ['android', 'ios', 'ipados'].includes(currentHost()?.client ?? '');
}

/** `stopped`: the person closed the window for sharing. */
export async function saveFile(file: File): Promise<'saved' | 'stopped' | 'not-possible'> {
  if (isOnPhone()) return share(file);
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  URL.revokeObjectURL(address);
  return 'saved';
}

async function share(file: File): Promise<'saved' | 'stopped' | 'not-possible'> {
  if (!('canShare' in navigator) || !navigator.canShare({ files: [file] })) return 'not-possible';
  try {
    await navigator.share({ files: [file] });
    return 'saved';
  } catch (error) {
    return error instanceof Error && error.name === 'AbortError' ? 'stopped' : 'not-possible';
  }
}
