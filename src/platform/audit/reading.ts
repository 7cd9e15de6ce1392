/**
 * Reading the audit log: from the first entry or from the last, a blob at a time, so that a million need no more memory than one
 * blob holds. What the product did not write is passed over here; `verifying.ts` says where it is.
 */
import type { Blobs } from '../blobs.ts';
import { linesOf, readLine, type AuditEntry, type AuditRing } from './entry.ts';
import { firstOf } from './head.ts';

export interface Part {
  /** A word of the object, such as `programme:ID`. */
  readonly of: string;
  /** Only entries with a smaller number. */
  readonly before?: number | undefined;
  readonly most: number;
}

export interface FoundPart {
  readonly entries: readonly AuditEntry[];
  /** Where to go on: `before` of the next part. Nothing when this was the last. */
  readonly next?: number;
}

export interface ReaderParts {
  readonly blobs: Blobs;
  readonly ring: AuditRing;
}

/** A question looks through so many blobs, and goes on when asked again. */
const mostBlobs = 5;

export interface Reader {
  entries(this: void): AsyncGenerator<AuditEntry>;
  newest(this: void, part: Part): Promise<FoundPart>;
}

export function createReader({ blobs, ring }: ReaderParts): Reader {
  const textsOf = async (name: string): Promise<string[]> =>
    [...linesOf((await blobs.read('audit', name)) ?? new Uint8Array())].flatMap(({ text }) => text ?? []);

  async function* entries(): AsyncGenerator<AuditEntry> {
    for (const name of await blobs.list('audit'))
      for (const text of await textsOf(name)) {
        const one = await readLine(ring, text);
        if (one) yield one;
      }
  }

  async function newest({ of, before = Infinity, most }: Part): Promise<FoundPart> {
    const found: AuditEntry[] = [];
    const names = (await blobs.list('audit')).filter((name) => (firstOf(name) ?? Infinity) < before).toReversed();
    for (const [at, name] of names.entries()) {
      if (at === mostBlobs) return { entries: found, next: firstOf(names[at - 1] ?? name) ?? 1 };
      for (const text of (await textsOf(name)).toReversed()) {
        if (!text.includes(of)) continue;
        const one = await readLine(ring, text);
        if (!one || one.number >= before || !one.object.split(' ').includes(of)) continue;
        if (found.push(one) > most) return { entries: found.slice(0, most), next: found[most - 1]?.number ?? 1 };
      }
    }
    return { entries: found };
  }

  return { entries, newest };
}
