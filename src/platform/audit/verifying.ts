/**
 * Whether each entry of the audit log is as it was written, and where not. Found: a change of any byte, an entry that was put in,
 * taken out or moved, a cut end, a head that was changed or put back while the entries stay. Not to be found from what is kept
 * here: somebody who puts back an older head and removes all that was written since. The policy of the container forbids
 * that; without it, only whoever noted the last number and hash elsewhere can tell. And whoever may read the public half of the
 * vault's key could wrap a data key of their own, and make a whole log anew under it.
 */
import type { Blobs } from '../blobs.ts';
import { day, type Clock } from '../clock.ts';
import type { Tables } from '../tables.ts';
import { linesOf, readLine, type AuditEntry, type AuditRing } from './entry.ts';
import { findHead, firstOf, follows, type End, type Head } from './head.ts';

/** How long entries are kept: the deployment holds the container to it (see the decision in `src/README.md`). */
export const keptFor = 5 * 365.25 * day;

/**
 * `changed`: a line is not as it was written, or was put in. `misplaced`: an entry is missing here, or stands where it does not
 * belong. `cut`: the end is missing. `gone`: the beginning is missing, and its five years were not over. `head`: the row that names
 * the last entry is missing, changed, or an older one.
 */
export type Why = 'changed' | 'misplaced' | 'cut' | 'gone' | 'head';

export interface Verified {
  /** How many are as they were written. */
  readonly entries: number;
  /** Whoever notes it elsewhere can look later whether it still stands in the log. */
  readonly last?: { readonly number: number; readonly hash: string };
  /** The first place that is not as it was written. */
  readonly broken?: Broken;
  /** Entries `log.resumed`: before each the log had no head that fits. */
  readonly resumed: readonly number[];
}

export interface Broken {
  readonly number: number;
  readonly blob?: string;
  readonly why: Why;
}

export interface VerifierParts {
  readonly tables: Tables;
  readonly blobs: Blobs;
  readonly ring: AuditRing;
  readonly clock: Clock;
}

/** Called with each entry that the product wrote, oldest first; waited for. */
export type See = (one: AuditEntry) => void | Promise<void>;

/** All of it, or only what stands in the last so many blobs: then nothing is said of what came before. */
export async function verify(
  { tables, blobs, ring, clock }: VerifierParts,
  see: See,
  lastBlobs?: number,
): Promise<Verified> {
  // The head first: what it names stands in the blobs by then.
  const head = await findHead(tables, ring);
  const walk = new Walk(head.end, lastBlobs === undefined ? clock.now() - keptFor : Infinity);
  const names = await blobs.list('audit');
  for (const name of lastBlobs === undefined ? names : names.slice(-lastBlobs)) {
    walk.open(name);
    for (const { text, end } of linesOf((await blobs.read('audit', name)) ?? new Uint8Array())) {
      const one = text === undefined ? undefined : await readLine(ring, text);
      walk.take(one, end);
      if (one) await see(one);
    }
  }
  const broken = walk.broken ?? (await brokenEnd(head, walk, () => findHead(tables, ring)));
  const { hash, number } = walk.end;
  const last = hash ? { last: { number, hash } } : {};
  return { entries: walk.entries, ...last, ...(broken ? { broken } : {}), resumed: walk.resumed };
}

class Walk {
  end: End = { number: 0, hash: '', blob: 1, length: 0, key: '' };
  entries = 0;
  broken?: Broken;
  headFits = false;
  readonly resumed: number[] = [];
  private blob = '';
  private readonly head: End | undefined;
  private readonly keptSince: number;

  constructor(head: End | undefined, keptSince: number) {
    this.head = head;
    this.keptSince = keptSince;
  }

  /** A blob is named after its first entry, so only the last can be empty: by a writer that ended before that entry. */
  open(name: string): void {
    const first = firstOf(name);
    const { hash: _, ...start } = this.end;
    if (this.blob === '' && first !== undefined && first > 1) this.end = { ...start, number: first - 1 };
    this.blob = name;
    if (first !== this.end.number + 1) this.note('misplaced');
  }

  take(one: AuditEntry | undefined, length: number): void {
    if (!one) return this.note('changed');
    if (!follows(one, this.end)) this.note('misplaced');
    // What is gone was written before the first that is there.
    if (this.entries === 0 && one.number > 1 && one.at > this.keptSince) this.note('gone');
    this.end = { number: one.number, hash: one.hash, blob: firstOf(this.blob) ?? 0, length, key: one.key };
    if (this.head?.number === one.number) this.headFits = isSame(this.head, this.end);
    if (one.what === 'log.resumed') this.resumed.push(one.number);
    this.entries += 1;
  }

  private note(why: Why): void {
    this.broken ??= { number: why === 'gone' ? 1 : this.end.number + 1, blob: this.blob, why };
  }
}

const isSame = (one: End, other: End): boolean =>
  one.hash === other.hash && one.blob === other.blob && one.length === other.length && one.key === other.key;

async function brokenEnd(
  head: Head,
  { end, headFits }: Walk,
  findNow: () => Promise<Head>,
): Promise<Broken | undefined> {
  const { number } = end;
  if (head.end && head.end.number > number) return { number: number + 1, why: 'cut' };
  if (head.row && !headFits) return { number, why: 'head' };
  // No more than one entry is ever ahead of the head, of the one that is there now if others write meanwhile.
  const isBehind = (one: Head): boolean => number > (one.end?.number ?? 0) + 1;
  return isBehind(head) && isBehind(await findNow()) ? { number: (head.end?.number ?? 0) + 1, why: 'head' } : undefined;
}
