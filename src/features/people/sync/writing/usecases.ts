/** Writes people as the directory now has them: what did not change is left alone, a bucket goes in batches, a few buckets at once. */
import type { DirectoryUser } from '../../../../platform/directory.ts';
import { minute } from '../../../../platform/clock.ts';
import { idOf } from '../../../../platform/ids.ts';
import type { Platform } from '../../../../platform/platform.ts';
import type { Change, Row } from '../../../../platform/tables.ts';
import { isCandidate, type Person } from '../../model.ts';
import { allPeople, bucketOfPerson, findRow, people } from '../../store.ts';
import { mergePerson, samePerson } from '../rules.ts';

export type Before = Map<string, Row<Person>>;

/** Of so few people each row is read, also in a small directory; of more than a two hundredth of a large one all of it, which takes less then. */
const fewPeople = 100;
const smallPart = 1 / 200;
const rowsAtOnce = 16;
const batchesAtOnce = 4;
const batchSize = 100;

export async function everybodyBefore(deps: Platform): Promise<Before> {
  return byId(await allPeople(deps.tables));
}

/** The rows of these people as they are now; `known` is how many the directory has. */
export async function rowsNow(deps: Platform, ids: readonly string[], known: number): Promise<Before> {
  if (ids.length > Math.max(fewPeople, known * smallPart)) return everybodyBefore(deps);
  const waiting = [...new Set(ids)];
  const found: Row<Person>[] = [];
  await atOnce(rowsAtOnce, async () => {
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const row = await findRow(deps.tables, id);
      if (row) found.push(row);
    }
  });
  return byId(found);
}

const byId = (rows: readonly Row<Person>[]): Before => new Map(rows.map((row) => [row.value.id, row]));

/** A person may come several times in one answer; the later word counts. */
export function mergeAll(
  before: Before,
  users: readonly DirectoryUser[],
  managers: ReadonlyMap<string, string | null>,
): Map<string, Person> {
  const merged = new Map<string, Person>();
  for (const user of users) {
    const known = merged.get(user.id) ?? before.get(user.id)?.value;
    const managerId = user.managerId === undefined ? managers.get(user.id) : user.managerId;
    merged.set(user.id, mergePerson(known, { ...user, managerId }));
  }
  return merged;
}

/** By then whoever left is written; the task looks again. */
const leftAfter = minute;

/** What follows when somebody who was here is not any more: asked before it is written, so that no crash forgets it. */
async function askLeft(deps: Platform, { id: personId, leftAt }: Person): Promise<void> {
  await deps.outbox.ask('people', personId, {
    ...{ id: idOf('people.left', personId, String(leftAt ?? '')), job: 'people.left', data: { personId } },
    due: deps.clock.now() + leftAfter,
  });
}

/** Gives how many rows were written. */
export async function writePeople(deps: Platform, before: Before, wanted: Iterable<Person>): Promise<number> {
  const byBucket = new Map<string, Change[]>();
  for (const one of wanted) {
    const row = before.get(one.id);
    if (row && samePerson(row.value, one)) continue;
    if (row && isCandidate(row.value) && !isCandidate(one)) await askLeft(deps, one);
    const bucket = bucketOfPerson(one.id);
    const change = row ? people.replace(row, one) : people.create(bucket, one.id, one);
    const changes = byBucket.get(bucket);
    if (changes) changes.push(change);
    else byBucket.set(bucket, [change]);
  }
  const batches = [...byBucket.values()].flatMap(inBatches);
  const written = batches.reduce((sum, batch) => sum + batch.length, 0);
  await atOnce(batchesAtOnce, async () => {
    for (let batch = batches.pop(); batch; batch = batches.pop()) await deps.tables.commit(batch);
  });
  return written;
}

function inBatches(changes: readonly Change[]): Change[][] {
  const count = Math.ceil(changes.length / batchSize);
  return Array.from({ length: count }, (_, at) => changes.slice(at * batchSize, (at + 1) * batchSize));
}

async function atOnce(hands: number, work: () => Promise<void>): Promise<void> {
  await Promise.all(Array.from({ length: hands }, work));
}
