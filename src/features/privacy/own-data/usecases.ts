/** The verbs: look for everything about oneself, see what there is, read the entries of a kind, take all of it along. */
import { day } from '../../../platform/clock.ts';
import { jobStep, type Caller, type Download, type JobResult } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { idOf } from '../../../platform/ids.ts';
import { keptOf } from '../../../platform/kept.ts';
import { mapAtOnce } from '../../../platform/at-once.ts';
import type { NewTask } from '../../../platform/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import { schemas, tableNames, type Page, type Row, type TableName } from '../../../platform/tables.ts';
import { takeOut, unlessChanged, untilUnchanged } from '../../../platform/tables/conflict.ts';
import { passOn } from '../../../platform/tables/whole.ts';
import type { Language } from '../../../platform/words.ts';
import { organisationZone } from '../../../platform/zone.ts';
import { sayKind } from '../kinds/rules.ts';
import type { Traced } from '../traces/model.ts';
import { isTold, mayConcern, traceIn } from '../traces/rules.ts';
import { tracedOf } from '../traces/usecases.ts';
import { linesOf, type Reading } from './rules.ts';
import { lookDays, pageSize, type KeptLine, type OwnDataView, type OwnEntries } from './model.ts';
import { namesFor } from './names/usecases.ts';
import { lookParts, looks, only, partKey, type Look, type Place } from './store.ts';
import { fieldPlacesOf } from './values/rules.ts';

const readAtOnce = 16;

const taskOf = (personId: string, at: number, job: string, due?: number): NewTask => ({
  ...{ id: idOf(job, personId, String(at)), job, data: { personId, at: String(at) } },
  ...(due === undefined ? {} : { due }),
});

/** Pressed twice while it is under way it is once; a look that is done is begun anew. */
export async function lookForOwnData(deps: Platform, caller: Caller): Promise<OwnDataView> {
  const { personId } = caller;
  const row = await looks.find(deps.tables, personId, only);
  if (row?.value.state !== 'looking') {
    const at = deps.clock.now();
    const next: Look = { at, state: 'looking', table: 0, parts: 0, counts: {} };
    const tasks = [
      taskOf(personId, at, 'privacy.look'),
      taskOf(personId, at, 'privacy.drop-look', at + lookDays * day),
    ];
    const change = row ? looks.replace(row, next) : looks.create(personId, only, next);
    await unlessChanged(deps.outbox.commit([change], tasks));
  }
  return viewOwnData(deps, caller);
}

export async function viewOwnData(
  deps: Platform,
  { personId, language }: Pick<Caller, 'personId' | 'language'>,
): Promise<OwnDataView> {
  const one = (await looks.find(deps.tables, personId, only))?.value;
  if (!one) return { state: 'none', lines: [] };
  const { at, state, table, counts } = one;
  if (state === 'looking') return { state, at, share: table / tableNames.length, lines: [] };
  const lines = Object.entries(counts).map((one) => lineOf(language, one));
  const weight = ({ isShown, own, shared }: KeptLine): number => (isShown ? 1e6 : 0) + own + shared;
  return { state, at, lines: lines.toSorted((a, b) => weight(b) - weight(a)) };
}

function lineOf(language: Language, [kind, { shown, ...counts }]: [string, Look['counts'][string]]): KeptLine {
  const [table, name = ''] = kind.split(' ') as [TableName, string?];
  const what = sayKind(language, { table, kind: name });
  return { kind, what, ...counts, isShown: shown > 0, until: keptOf(table, name)?.until ?? 'done' };
}

/** For the job: as far as a step goes. */
export async function goOnLooking(deps: Platform, { personId, at }: Asked): Promise<JobResult> {
  const row = await looks.find(deps.tables, personId, only);
  if (!row || String(row.value.at) !== at || row.value.state !== 'looking') return undefined;
  const who = await tracedOf(deps, personId);
  const end = deps.clock.machine() + jobStep;
  const { page, table, ...rest } = row.value;
  let noted: Omit<Look, 'table'> = rest;
  const isOver = (): boolean => deps.clock.machine() >= end;
  const reached = await passOn(deps.tables, { table, page }, isOver, async (name, found) => {
    noted = await note(deps, personId, noted, placesIn(name, found, who));
  });
  const isThrough = reached.table === undefined;
  const next: Look = { ...noted, table: tableNames.length, ...reached, ...(isThrough ? { state: 'there' } : {}) };
  await deps.tables.commit([looks.replace(row, next)]);
  return isThrough ? undefined : { again: deps.clock.now() };
}

export interface Asked {
  readonly personId: string;
  readonly at: string;
}

interface Found {
  readonly kind: string;
  readonly trace: 'own' | 'shared' | 'named';
  readonly place?: Place;
}

function placesIn(table: TableName, { rows }: Page, who: Traced): Found[] {
  return rows.flatMap((row): Found[] => {
    const [kind = '', ...key] = row.rowKey.split('.');
    if (['look', 'lookpart', 'task', 'due'].includes(kind) || !isTold({ table, kind }) || !mayConcern(row, who))
      return [];
    const found = traceIn({ table, kind, partition: row.partition, key, value: JSON.parse(row.text) as unknown }, who);
    if (!found || keptOf(table, kind) === undefined) return [];
    const place: Place = [table, row.partition, row.rowKey];
    return [{ kind: `${table} ${kind}`, trace: found.kind, ...(found.isShown ? { place } : {}) }];
  });
}

/** A part is written before the head that counts it: cut off in between it is written once more. */
async function note<L extends Pick<Look, 'counts' | 'parts'>>(
  deps: Platform,
  personId: string,
  before: L,
  found: readonly Found[],
): Promise<L> {
  if (found.length === 0) return before;
  const counts = { ...before.counts };
  for (const { kind, trace, place } of found) {
    const one = counts[kind] ?? { own: 0, shared: 0, named: 0, shown: 0 };
    counts[kind] = { ...one, [trace]: one[trace] + 1, shown: one.shown + (place ? 1 : 0) };
  }
  const places = found.flatMap(({ place }) => (place ? [place] : []));
  if (places.length === 0) return { ...before, counts };
  await deps.tables.commit([lookParts.put(personId, partKey(before.parts), places)]);
  return { ...before, counts, parts: before.parts + 1 };
}

/** A week later it is forgotten where things lay, if it was not looked for again. */
export async function dropLook(deps: Platform, { personId, at }: Asked): Promise<JobResult> {
  const row = await looks.find(deps.tables, personId, only);
  if (!row || String(row.value.at) !== at) return undefined;
  for (const part of await lookParts.list(deps.tables, personId)) await takeOut(deps.tables, lookParts.remove(part));
  await untilUnchanged(async () => {
    const now = await looks.find(deps.tables, personId, only);
    // Looked for again at this moment: that look stays.
    if (now && String(now.value.at) === at) await deps.tables.commit([looks.remove(now)]);
  });
  return undefined;
}

async function placesOf(deps: Platform, personId: string): Promise<Place[]> {
  const row: Row<Look> | undefined = await looks.find(deps.tables, personId, only);
  if (row?.value.state !== 'there') throw new Failure('not-found', 'look-first');
  const parts = await lookParts.list(deps.tables, personId);
  return parts.slice(0, row.value.parts).flatMap(({ value }) => value);
}

/** The entries of one kind as they are now; what went meanwhile is not there any more. */
export async function ownEntriesOf(deps: Platform, caller: Caller, name: string, from: number): Promise<OwnEntries> {
  const { personId, language } = caller;
  const all = (await placesOf(deps, personId)).filter(([table, , key]) => `${table} ${key.split('.')[0]}` === name);
  const values = await valuesAt(deps, all.slice(from, from + pageSize), personId);
  const [table, kind = ''] = name.split(' ') as [TableName, string?];
  const reading: Reading = {
    ...{ language, zone: organisationZone, places: fieldPlacesOf(schemas.get(name)) },
    names: await namesFor(
      deps,
      caller,
      { table, kind },
      values.map(({ value }) => value),
    ),
  };
  const entries = values.map(({ value }) => linesOf({ table, kind }, value, reading));
  return { entries, more: all.length > from + pageSize };
}

/** Only rows that still are this person's: a place may have been taken by another row. */
async function valuesAt(deps: Platform, places: readonly Place[], personId: string) {
  const who = await tracedOf(deps, personId);
  const found = await mapAtOnce([...places], readAtOnce, async ([table, partition, rowKey]) => {
    const row = await deps.tables.read(table as TableName, partition, rowKey);
    if (!row) return undefined;
    const [kind = '', ...key] = rowKey.split('.');
    const value = JSON.parse(row.text) as unknown;
    return traceIn({ table, kind, partition, key, value }, who)?.isShown ? { table, kind, key, value } : undefined;
  });
  return found.flatMap((one) => one ?? []);
}

/** What features keep sealed or under names of their own, opened for the person themselves. */
export type OwnSource = (deps: Platform, caller: Caller) => Promise<Readonly<Record<string, unknown>>>;

/** All of it as a file for machines. */
export async function ownDataFile(deps: Platform, caller: Caller, sources: readonly OwnSource[]): Promise<Download> {
  const entries = await valuesAt(deps, await placesOf(deps, caller.personId), caller.personId);
  const opened = await Promise.all(sources.map((source) => source(deps, caller)));
  const told = {
    person: caller.personId,
    at: new Date(deps.clock.now()).toISOString(),
    entries: entries.map(({ table, kind, key, value }) => ({
      ...{ table, kind, key, until: keptOf(table as TableName, kind)?.until, value },
    })),
    ...Object.assign({}, ...opened),
  };
  const bytes = new TextEncoder().encode(JSON.stringify(told, undefined, 2));
  return { name: 'my-data.json', type: 'application/json', bytes };
}
