/** Makes copies of the state, all at once or in steps, and deletes old ones by age. What a copy promises stands in `taking`. */
import { newId, randomKey } from '../../../platform/ids.ts';
import type { CopyPlace } from '../../../platform/places.ts';
import { productVersion } from '../../../platform/version.ts';
import { begunAt, format, nameFor, type Contents } from './model.ts';
import { copiesToDelete } from './rules.ts';
import { copiesPartition, copyingRows, listCopies, putBegun, putManifest, putProgress } from './store.ts';
import { readProgress, removeCopy } from './store.ts';
import { contentsOf, copyingFrom, newCopying, progressOf, readPage, writeSegment } from './taking/usecases.ts';
import type { CopyDeps, Copying } from './taking/usecases.ts';

export interface MadeCopy extends Contents {
  readonly name: string;
}

/** How many rows were read so far, and in which pass. */
export type CopyListener = (done: { readonly pass: number; readonly table: string; readonly rows: number }) => void;

/** The whole copy at once. What breaks off is no copy: begin anew. */
export async function makeCopy(deps: CopyDeps, heard: CopyListener = () => undefined): Promise<MadeCopy> {
  await deps.place.prepare();
  const copying = await beginCopy(deps);
  while (copying.reading) {
    const { table } = copying.reading;
    await readPage(deps, copying, copying.reading);
    heard({ pass: copying.pass, table, rows: [...copying.parts.values()].reduce((sum, { rows }) => sum + rows, 0) });
  }
  return finish(deps, copying);
}

async function beginCopy({ place, vault, clock }: CopyDeps): Promise<Copying> {
  const [key, now] = [randomKey(), clock.machine()];
  const { kid, value } = await vault.wrap(key);
  const name = nameFor(now, newId().slice(0, 6));
  const header = { format, product: productVersion, name, key: { kid, value } };
  await putBegun(place, header);
  return newCopying({ header, key }, now);
}

async function finish(deps: CopyDeps, copying: Copying): Promise<MadeCopy> {
  await writeSegment(deps, copying, 0);
  const made = contentsOf(copying, deps.clock.machine());
  await putManifest(deps.place, copying, made);
  return { ...made, name: copying.header.name };
}

/** Goes on with a copy for so many milliseconds, a page at least; nothing while it is not whole. */
async function goOn(deps: CopyDeps, copying: Copying, within: number): Promise<MadeCopy | undefined> {
  const end = deps.clock.machine() + within;
  do {
    if (copying.reading) await readPage(deps, copying, copying.reading);
  } while (copying.reading && deps.clock.machine() < end);
  if (!copying.reading) return finish(deps, copying);
  await writeSegment(deps, copying, 0);
  await putProgress(deps.place, copying, progressOf(copying, copying.reading));
  return undefined;
}

export interface Turn {
  readonly every: number;
  readonly within: number;
}

export type TurnEnd =
  /** `left`: milliseconds of machine time until the next is due. */
  | { readonly outcome: 'made'; readonly left: number; readonly copy: MadeCopy; readonly deleted: number }
  | { readonly outcome: 'not-yet'; readonly left: number }
  | { readonly outcome: 'under-way' };

/**
 * A copy every so many milliseconds of machine time, since the sandbox's clock may jump over months; the first so long after this was
 * first asked. Works for `within` milliseconds; ask again at once while a copy is under way.
 */
export async function copyInTurn(deps: CopyDeps, { every, within }: Turn): Promise<TurnEnd> {
  const { tables, clock } = deps;
  const row = await copyingRows.find(tables, copiesPartition, 'last');
  if (!row) {
    await tables.commit([copyingRows.create(copiesPartition, 'last', { at: clock.machine() })]);
    return { outcome: 'not-yet', left: every };
  }
  const { under } = row.value;
  const left = row.value.at + every - clock.machine();
  if (under === undefined && left > 0) return { outcome: 'not-yet', left };
  const copying = (under === undefined ? undefined : await resumed(deps, under)) ?? (await beginAnew(deps));
  const copy = await goOn(deps, copying, within);
  const { name } = copying.header;
  const at = begunAt(name);
  await tables.commit([copyingRows.replace(row, { at, ...(copy ? {} : { under: name }) })]);
  if (!copy) return { outcome: 'under-way' };
  return {
    outcome: 'made',
    left: Math.max(0, at + every - clock.machine()),
    copy,
    deleted: await deleteOldCopies(deps),
  };
}

/** Nothing when what there was is gone. */
async function resumed(deps: CopyDeps, name: string): Promise<Copying | undefined> {
  const found = await readProgress(deps, name);
  return found && copyingFrom(found, found.progress);
}

async function beginAnew(deps: CopyDeps): Promise<Copying> {
  await deps.place.prepare();
  return beginCopy(deps);
}

/** Gives how many. */
export async function deleteOldCopies({ place, clock }: Pick<CopyDeps, 'place' | 'clock'>): Promise<number> {
  const old = copiesToDelete(await listCopies(place), clock.machine());
  for (const name of old) await removeCopy(place, name);
  return old.length;
}

/** The name of the newest whole copy, which says when it was begun. */
export async function newestCopy(at: Pick<CopyPlace, 'place'>): Promise<string | undefined> {
  return (await listCopies(at.place)).findLast(({ isWhole }) => isWhole)?.name;
}
