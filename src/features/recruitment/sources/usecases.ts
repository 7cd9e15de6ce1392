/** Makes the codes of links, and keeps by which of them somebody came. */
import type { Caller } from '../../../platform/doors.ts';
import { Failure, isFailure } from '../../../platform/errors.ts';
import { shortCodeOf } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import { openToPerson } from '../applying/usecases.ts';
import type { Arrival, Source, SourceDraft, SourceOfPerson } from './model.ts';
import { arrivals, codes, codesPartition, sources } from './store.ts';

/** The same draft has the same code, however often it is asked for. */
export function codeOf({ programmeId, callId = '', channel, language, name = '' }: SourceDraft): string {
  return shortCodeOf('recruitment.source', programmeId, callId, channel, language, name);
}

/** Keeps sources of a programme, so that their links lead to it; those that are there already stay as they are. */
export async function keepSources(
  deps: Platform,
  programmeId: string,
  drafts: readonly SourceDraft[],
): Promise<Source[]> {
  const known = new Map((await sourcesOf(deps, programmeId)).map((one) => [one.code, one]));
  const wanted = drafts.map((one): Source => ({ ...one, code: codeOf(one), createdAt: deps.clock.now() }));
  const missing = wanted.filter(({ code }) => !known.has(code));
  for (let at = 0; at < missing.length; at += mostAtOnce)
    await keepNew(deps, programmeId, missing.slice(at, at + mostAtOnce));
  return wanted.map((one) => known.get(one.code) ?? one);
}

/** As many as fit into one batch. */
const mostAtOnce = 100;

async function keepNew(deps: Platform, programmeId: string, made: readonly Source[]): Promise<void> {
  await deps.tables.commit(made.map(({ code }) => codes.put(codesPartition, code, { programmeId })));
  // Whoever makes the same ones at the same time writes the same.
  await deps.tables.commit(made.map((one) => sources.put(programmeId, one.code, one)));
}

/** One source; read by its key. */
export async function keepSource(deps: Platform, draft: SourceDraft): Promise<Source> {
  const { programmeId } = draft;
  const code = codeOf(draft);
  const before = await sources.find(deps.tables, programmeId, code);
  if (before) return before.value;
  const made: Source = { ...draft, code, createdAt: deps.clock.now() };
  await keepNew(deps, programmeId, [made]);
  return made;
}

/** Nothing for a code that nobody has made. */
export async function findSource(deps: Platform, code: string): Promise<Source | undefined> {
  const found = await codes.find(deps.tables, codesPartition, code);
  return found && (await sources.find(deps.tables, found.value.programmeId, code))?.value;
}

/** Somebody followed a link: keeps the first and the last source of the person, and says of which programme it is. */
export async function arriveBy(deps: Platform, caller: Caller, code: string): Promise<{ programmeId: string }> {
  const found = await findSource(deps, code);
  if (!found) throw new Failure('not-found', 'programme-gone');
  const { programmeId } = found;
  await openToPerson(deps, caller, programmeId);
  await keepArrival(deps, { programmeId, personId: caller.personId, code, at: deps.clock.now() });
  return { programmeId };
}

/** Of somebody who came on paper or with a colleague's help: nobody followed a link, and yet it is known by what they came. */
export async function noteArrival(deps: Platform, personId: string, draft: SourceDraft): Promise<void> {
  const { programmeId, code } = await keepSource(deps, draft);
  await keepArrival(deps, { programmeId, personId, code, at: deps.clock.now() });
}

async function keepArrival(deps: Platform, one: Arrival): Promise<void> {
  const { programmeId, personId } = one;
  const before = await arrivals.list(deps.tables, programmeId, personId);
  const first = before.length === 0 ? [arrivals.create(programmeId, [personId, 'first'], one)] : [];
  const last = arrivals.put(programmeId, [personId, 'last'], one);
  await deps.tables.commit([...first, last]).catch(async (error: unknown) => {
    // The same person in another window.
    if (!isFailure(error, 'conflict')) throw error;
    await deps.tables.commit([last]);
  });
}

export async function sourceOf(deps: Platform, programmeId: string, personId: string): Promise<SourceOfPerson> {
  const rows = await arrivals.list(deps.tables, programmeId, personId);
  const named = async (which: string): Promise<Source | undefined> => {
    const code = rows.find(({ key }) => key[1] === which)?.value.code;
    return code === undefined ? undefined : (await sources.find(deps.tables, programmeId, code))?.value;
  };
  const [first, last] = await Promise.all([named('first'), named('last')]);
  return first && last ? { first, last } : 'unknown';
}

/** All sources of a programme, those of all its calls together. */
export async function sourcesOf(deps: Platform, programmeId: string): Promise<Source[]> {
  return (await sources.list(deps.tables, programmeId)).map((row) => row.value);
}

/** By which source everybody came last: for counting only, whoever came by a network's link may be of it. */
export async function lastArrivals(deps: Platform, programmeId: string): Promise<Arrival[]> {
  const rows = await arrivals.list(deps.tables, programmeId);
  return rows.filter(({ key }) => key[1] === 'last').map((row) => row.value);
}
