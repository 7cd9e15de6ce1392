/**
 * Writing to the audit log: an entry is a block at the place that the head names, then the head moves on. A place takes one block,
 * whoever comes first, and nobody writes the next but after the head: so no more than one entry is ever ahead of it.
 */
import type { Blobs } from '../blobs.ts';
import { Failure, isFailure } from '../errors.ts';
import { newId } from '../ids.ts';
import type { Tables } from '../tables.ts';
import { linesOf, readLine, writeLine, type AuditRing, type Said } from './entry.ts';
import { blobName, findHead, firstOf, follows, moveHead, type End, type Head } from './head.ts';

export interface WriterParts {
  readonly tables: Tables;
  readonly blobs: Blobs;
  readonly ring: AuditRing;
  readonly perBlob: number;
}

/** Where the log ends, as the head says it; without a head that fits, where it begins. */
export interface State {
  readonly head: Head;
  readonly end: End;
}

export type Unplaced = Pick<Said, 'at' | 'who' | 'what' | 'object' | 'outcome' | 'op'>;

export interface Writer {
  state(this: void): Promise<State>;
  /** False when somebody else was first: try again from the new state. */
  add(this: void, state: State, said: Unplaced): Promise<boolean>;
}

export function createWriter({ tables, blobs, ring, perBlob }: WriterParts): Writer {
  async function state(): Promise<State> {
    const head = await findHead(tables, ring);
    return { head, end: head.end ?? (await beginning()) };
  }

  async function beginning(): Promise<End> {
    const [name] = await blobs.list('audit');
    const first = (name === undefined ? undefined : firstOf(name)) ?? 1;
    const start = { number: first - 1, blob: first, length: 0, key: await ring.currentId() };
    return first === 1 ? { ...start, hash: '' } : start;
  }

  /** In the blob of the end while it has room; else, or where something foreign stands there, in a new one: the name says which. */
  const placesAfter = (end: End): readonly Pick<End, 'blob' | 'length'>[] => [
    ...(end.number - end.blob + 1 < perBlob ? [end] : []),
    ...(end.blob === end.number + 1 ? [] : [{ blob: end.number + 1, length: 0 }]),
  ];

  async function add({ head, end }: State, said: Unplaced): Promise<boolean> {
    const one = { number: end.number + 1, ...said, key: end.key, before: end.hash ?? '' };
    const { hash, bytes } = await writeLine(ring, one);
    for (const { blob, length } of placesAfter(end)) {
      if (await isAppended(blob, length, bytes)) {
        const { number, key } = one;
        await moveHead(tables, ring, head, { number, hash, blob, length: length + bytes.length, key });
        return true;
      }
      if (await hasMoved(head)) return false;
      const ahead = await follow({ ...end, blob, length });
      if (ahead.count === 0) continue;
      await takeIn(head, ahead, said.at);
      return false;
    }
    throw new Failure('unavailable', 'audit-broken');
  }

  /** Others wrote meanwhile. */
  const hasMoved = async ({ row }: Head): Promise<boolean> => (await findHead(tables, ring)).row?.etag !== row?.etag;

  async function isAppended(blob: number, length: number, bytes: Uint8Array): Promise<boolean> {
    try {
      await blobs.append('audit', blobName(blob), bytes, length);
      return true;
    } catch (error) {
      if (isFailure(error, 'conflict')) return false;
      throw error;
    }
  }

  /** What chains on to an entry, to the last. */
  async function follow(from: End): Promise<{ end: End; count: number }> {
    let [end, count] = [from, 0];
    for (let { blob, length } = from; ;) {
      const before = count;
      const bytes = (await blobs.read('audit', blobName(blob), length)) ?? new Uint8Array();
      for (const line of linesOf(bytes)) {
        const one = line.text === undefined ? undefined : await readLine(ring, line.text);
        if (!one || !follows(one, end)) break;
        end = { number: one.number, hash: one.hash, blob, length: length + line.end, key: one.key };
        count += 1;
      }
      if (count === before) return { end, count };
      [blob, length] = [end.number + 1, 0];
    }
  }

  /**
   * One entry ahead: its writer ended before moving the head. More than one: the head was put back, lost, or came out of a copy.
   * Then what is there counts, and an entry that stays says so: an end that was cut together with the head cannot be seen otherwise.
   */
  async function takeIn(head: Head, { end, count }: { end: End; count: number }, at: number): Promise<void> {
    if (count === 1) return moveHead(tables, ring, head, end);
    if (await hasMoved(head)) return;
    const said = { at, who: 'product', what: 'log.resumed', object: 'log', outcome: `${count} entries`, op: newId() };
    await add({ head, end }, said);
  }

  return { state, add };
}
