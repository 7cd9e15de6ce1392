/**
 * The audit log: who did what to what, and how it ended, each entry chained to the one before with a key that only the vault
 * opens. Entries are lines of append blobs, which a policy of the container makes unchangeable; a row names the last one. Promise:
 * it is only ever added to; a change, a gap or a cut end is found by `verify`. Never a value, never a name.
 *
 * The entry is written first: there may be an entry without a change (a crash in between), and no change without an entry.
 */
import type { Deed } from './audit/deeds.ts';
import { personIn, withPerson, type AuditEntry, type AuditRing } from './audit/entry.ts';
import { createReader, type FoundPart, type Part } from './audit/reading.ts';
import { verify, type See, type Verified } from './audit/verifying.ts';
import { createWriter } from './audit/writing.ts';
import type { Blobs } from './blobs.ts';
import { pause, type Clock } from './clock.ts';
import { Failure } from './errors.ts';
import { newId } from './ids.ts';
import type { Tables } from './tables.ts';

export type { AuditEntry };

export interface NewEntry {
  /** The person id; absent for what the product does by itself. */
  readonly who?: string;
  readonly what: Deed;
  /** `programme:ID` first, where it concerns a programme: its coordinators see it then. Never a person. */
  readonly object: string;
  /** A person id that the deed is about; kept as a pseudonym. */
  readonly about?: string;
  readonly outcome?: string;
}

export interface Audit {
  note(this: void, wanted: NewEntry): Promise<void>;
  /** Oldest first, as they are read: what the product did not write is not among them. */
  entries(this: void): AsyncGenerator<AuditEntry>;
  /** The same all at once, where they are few. */
  list(this: void): Promise<AuditEntry[]>;
  /** Newest first: a part of those whose object holds a word. */
  newest(this: void, part: Part): Promise<FoundPart>;
  /** Reads all, and says the first place that is not as it was written. */
  verify(this: void, see?: See): Promise<Verified>;
  /** The same of the last blobs: some ten thousand entries. */
  verifyEnd(this: void): Promise<Verified>;
  /** Under which a person stands in it: always the same, also when the ring has another key by now. */
  pseudonymOf(this: void, personId: string): Promise<string>;
  /** The same of many, in their order. */
  pseudonymsOf(this: void, personIds: readonly string[]): Promise<string[]>;
  /** Everybody whose last word is an erasure, and who has not come back since: by pseudonym that entry. */
  erased(this: void): Promise<ReadonlyMap<string, AuditEntry>>;
}

export interface AuditParts {
  readonly tables: Tables;
  readonly blobs: Blobs;
  readonly clock: Clock;
  readonly ring: AuditRing;
  /**
   * Entries in a blob: a few megabytes, and below the 50,000 blocks that the service takes. For good: two versions at once that
   * disagree would both write the entry that begins a blob.
   */
  readonly perBlob?: number;
}

const tries = 100;
const blobsOfEnd = 2;
const longestPause = 200;

export function createAudit({ tables, blobs, clock, ring, perBlob = 10_000 }: AuditParts): Audit {
  const writer = createWriter({ tables, blobs, ring, perBlob });
  const { entries, newest } = createReader({ blobs, ring });
  const under = (personId: string, key: string): Promise<string> => ring.pseudonym(`person ${personId}`, key);

  async function note({ who, what, object, about, outcome = 'done' }: NewEntry): Promise<void> {
    const op = newId();
    for (let turn = 1; turn <= tries; turn += 1) {
      const state = await writer.state();
      const { key } = state.end;
      const by = who === undefined ? 'product' : await under(who, key);
      const on = about === undefined ? object : withPerson(object, await under(about, key));
      if (await writer.add(state, { at: clock.now(), who: by, what, object: on, outcome, op })) return;
      // Somebody else wrote the next entry.
      await pause(Math.random() * Math.min(longestPause, 10 * turn));
    }
    throw new Failure('unavailable', 'storage-down');
  }

  async function list(): Promise<AuditEntry[]> {
    const all: AuditEntry[] = [];
    for await (const one of entries()) all.push(one);
    return all;
  }

  async function erased(): Promise<ReadonlyMap<string, AuditEntry>> {
    const last = new Map<string, AuditEntry>();
    for await (const one of entries()) {
      const person = one.what === 'erasure' || one.what === 'erasure.undone' ? personIn(one) : undefined;
      // Not what comes last in the blobs: a line may have been put in again.
      if (person !== undefined && one.number > (last.get(person)?.number ?? 0)) last.set(person, one);
    }
    return new Map([...last].filter(([, { what }]) => what === 'erasure'));
  }

  return {
    ...{ note, entries, list, newest, erased },
    verify: (see = () => undefined) => verify({ tables, blobs, ring, clock }, see),
    verifyEnd: () => verify({ tables, blobs, ring, clock }, () => undefined, blobsOfEnd),
    pseudonymOf: async (personId) => under(personId, (await writer.state()).end.key),
    pseudonymsOf: async (personIds) => {
      const { key } = (await writer.state()).end;
      return Promise.all(personIds.map((one) => under(one, key)));
    },
  };
}
