/**
 * The audit log: who did what to what, and how it ended, each entry chained to the one before with a key that only the vault
 * opens. Promise: it is only ever added to; a change, a gap or a cut end is found by `verify`. Never a value, never a name.
 *
 * The entry is written first: there may be an entry without a change (a crash in between), and no change without an entry.
 */
import { z } from 'zod';
import type { Clock } from './clock.ts';
import { isFailure } from './errors.ts';
import { rowsOf, type Row, type Tables } from './tables.ts';
import type { Ring } from './sealed.ts';

export const deeds = [
  'identity.read',
  'identity.setting',
  'override',
  'export',
  'role.added',
  'role.removed',
  'erasure',
  'message.stopped',
  'message.again',
  'message.mailed',
  'choice.criteria',
  'choice.made',
  'choice.sent',
  'managers.setting',
  'application.entered',
  'application.confirmed',
  'contact.read',
  'training.gate',
  'training.exception',
  'training.path',
  'course.published',
  'course.withdrawn',
  'course.readers',
  'circle.removed',
  'honour.juror',
  'honour.decided',
] as const;
export type Deed = (typeof deeds)[number];

const entry = z.strictObject({
  number: z.number().int().min(1),
  /** Domain time. */
  at: z.number(),
  /** A keyed pseudonym of the person id, or `product` for what happens by itself. */
  who: z.string(),
  what: z.enum(deeds),
  /** `programme:ID`; people only as pseudonyms. */
  object: z.string().max(200),
  outcome: z.string().max(80),
  before: z.string(),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof entry>;

const head = z.strictObject({ number: z.number().int(), hash: z.string() });
const entries = rowsOf('audit', 'entry', entry);
const heads = rowsOf('audit', 'head', head);
const partition = 'log';

export interface NewEntry {
  /** The person id; absent for what the product does by itself. */
  readonly who?: string;
  readonly what: Deed;
  readonly object: string;
  /** A person id that the deed is about; kept as a pseudonym. */
  readonly about?: string;
  readonly outcome?: string;
}

export interface Audit {
  note(this: void, wanted: NewEntry): Promise<void>;
  /** Oldest first. */
  list(this: void): Promise<AuditEntry[]>;
  /** The number of the first entry that is not as it was written; nothing when all are. */
  verify(this: void): Promise<{ readonly entries: number; readonly brokenAt?: number }>;
  /** Under which a person stands in it. */
  pseudonymOf(this: void, personId: string): Promise<string>;
}

export interface AuditParts {
  readonly tables: Tables;
  readonly clock: Clock;
  readonly ring: Pick<Ring, 'pseudonym'>;
}

const tries = 20;
const keyOf = (number: number): string => String(number).padStart(12, '0');

export function createAudit({ tables, clock, ring }: AuditParts): Audit {
  const pseudonymOf = (personId: string): Promise<string> => ring.pseudonym(`person ${personId}`);

  async function note({ who, what, object, about, outcome = 'done' }: NewEntry): Promise<void> {
    const by = who === undefined ? 'product' : await pseudonymOf(who);
    const on = about === undefined ? object : `${object} person:${await pseudonymOf(about)}`;
    for (let turn = 1; ; turn += 1) {
      const last = await heads.find(tables, partition, 'own');
      try {
        return await add(last, { at: clock.now(), who: by, what, object: on, outcome });
      } catch (error) {
        // Somebody else wrote the next entry.
        if (!isFailure(error, 'conflict') || turn === tries) throw error;
      }
    }
  }

  async function add(last: Row<z.infer<typeof head>> | undefined, said: Omit<Unsealed, 'number' | 'before'>) {
    const one: Unsealed = { ...said, number: (last?.value.number ?? 0) + 1, before: last?.value.hash ?? '' };
    const hash = await hashOf(one);
    const next = { number: one.number, hash };
    await tables.commit([
      entries.create(partition, keyOf(one.number), { ...one, hash }),
      last ? heads.replace(last, next) : heads.create(partition, 'own', next),
    ]);
  }

  const hashOf = ({ number, at, who, what, object, outcome, before }: Unsealed): Promise<string> =>
    ring.pseudonym(`entry ${JSON.stringify([number, at, who, what, object, outcome, before])}`);

  const list = async (): Promise<AuditEntry[]> => (await entries.list(tables, partition)).map((row) => row.value);

  async function verify() {
    const [last, all] = [await heads.find(tables, partition, 'own'), await list()];
    let before = '';
    for (const [place, one] of all.entries()) {
      const isWhole = one.number === place + 1 && one.before === before && one.hash === (await hashOf(one));
      if (!isWhole) return { entries: all.length, brokenAt: place + 1 };
      before = one.hash;
    }
    const end = last?.value ?? { number: 0, hash: '' };
    const isWhole = end.number <= all.length && (end.number === 0 || all[end.number - 1]?.hash === end.hash);
    return isWhole ? { entries: all.length } : { entries: all.length, brokenAt: all.length + 1 };
  }

  return { note, list, verify, pseudonymOf };
}

type Unsealed = Omit<AuditEntry, 'hash'>;
