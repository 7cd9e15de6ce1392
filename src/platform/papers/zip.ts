/** Several files in one, unpacked: what goes into it is small or packed already (APPNOTE 6.3.10, method 0, names in UTF-8). */
import { crc32 } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const utf8Names = 0x0800;
const version = 20;
/** The first day that the format knows: when a file was made is nobody's business, and the same files give the same bytes. */
const firstDay = 0x0021;

export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const files: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const nameBytes = Buffer.from(name, 'utf8');
    const shared = sharedHead(nameBytes.length, bytes);
    const head = Buffer.concat([numbers([4, 0x04034b50]), shared, nameBytes]);
    files.push(head, Buffer.from(bytes));
    const listed = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, offset],
    ] as const;
    list.push(numbers([4, 0x02014b50], [2, version]), shared, numbers(...listed), nameBytes);
    offset += head.length + bytes.length;
  }
  const directory = Buffer.concat(list);
  const count = entries.length;
  const end = numbers(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, directory.length],
    [4, offset],
    [2, 0],
  );
  return new Uint8Array(Buffer.concat([...files, directory, end]));
}

/** What stands before each file and in the list alike. */
function sharedHead(nameLength: number, bytes: Uint8Array): Buffer {
  const { length } = bytes;
  const sizes = [
    [4, crc32(bytes)],
    [4, length],
    [4, length],
  ] as const;
  return numbers([2, version], [2, utf8Names], [2, 0], [2, 0], [2, firstDay], ...sizes, [2, nameLength], [2, 0]);
}

/** Whole numbers, each in so many bytes, the lowest first. */
function numbers(...all: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  const out = Buffer.alloc(all.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of all) at = out.writeUIntLE(value, at, bytes);
  return out;
}
