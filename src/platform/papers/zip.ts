/** Several files in one, as they are: what goes into it is small or packed already. The same files give the same bytes. */
import { zipSync } from 'fflate';

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The first day that the format knows: when a file was made is nobody's business. */
const firstDay = new Date(1980, 0, 1);

export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  return zipSync(Object.fromEntries(entries.map(({ name, bytes }) => [name, bytes])), { level: 0, mtime: firstDay });
}
