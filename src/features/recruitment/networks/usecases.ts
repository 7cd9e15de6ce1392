/** Keeps the register of networks, and what was sent to each of them about a programme. */
import type { Caller } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { idFor } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import { coordinatedProgramme } from '../../programmes/usecases.ts';
import { bandOf } from '../../release/rules.ts';
import { kitOf, textOf, type Kit } from '../kit/usecases.ts';
import type { SourceDraft } from '../sources/model.ts';
import { keepSources, lastArrivals, sourcesOf } from '../sources/usecases.ts';
import type { ContactedDraft, Network, NetworkDraft, NetworksPage } from './model.ts';
import { contactedRows, networks, networksPartition } from './store.ts';

export async function networksPageOf(deps: Platform, caller: Caller, programmeId: string): Promise<NetworksPage> {
  const { value: programme } = await coordinatedProgramme(deps, caller, programmeId);
  const [kit, rows, sent, arrivals] = await Promise.all([
    kitOf(deps, programme),
    networks.list(deps.tables, networksPartition),
    contactedRows.list(deps.tables, programmeId),
    lastArrivals(deps, programmeId),
  ]);
  const all = rows.map((row) => row.value).sort((a, b) => a.name.localeCompare(b.name));
  const made = await keepSources(
    deps,
    programmeId,
    all.map((one) => draftFor(kit, one)),
  );
  // By the links of all calls: each call has its own.
  const codes = new Map((await sourcesOf(deps, programmeId)).map(({ code, name }) => [code, name]));
  const cameBy = ({ id }: Network): number => arrivals.filter(({ code }) => codes.get(code) === id).length;
  const lines = all.map((one, at) => {
    const source = made[at]!;
    const told = sent.find(({ value }) => value.networkId === one.id)?.value;
    return {
      ...one,
      ...(told?.sentAt === undefined ? {} : { sentAt: told.sentAt }),
      note: told?.note ?? '',
      text: textOf(deps, kit, { form: one.kind, language: one.language, source }),
      came: bandOf(cameBy(one)),
    };
  });
  return { networks: lines };
}

/** By the id and not the name: a network that is called otherwise keeps its link. */
function draftFor({ programme, call }: Kit, { id, kind, language }: Network): SourceDraft {
  return { programmeId: programme.id, channel: kind, language, name: id, ...(call ? { callId: call.id } : {}) };
}

/** What the networks that a source names by their id are called; without those that were removed. */
export async function networkNames(deps: Platform): Promise<ReadonlyMap<string, string>> {
  const rows = await networks.list(deps.tables, networksPartition);
  return new Map(rows.map(({ value }) => [value.id, value.name]));
}

export async function addNetwork(deps: Platform, caller: Caller, draft: NetworkDraft): Promise<Network> {
  const id = idFor(caller, 'network');
  const before = await networks.find(deps.tables, networksPartition, id);
  if (before) return before.value;
  const made = { ...draft, id, createdAt: deps.clock.now() };
  await deps.tables.commit([networks.create(networksPartition, made.id, made)]);
  return made;
}

/** It stays in what was counted; who was written to there is forgotten. */
export async function removeNetwork(deps: Platform, networkId: string): Promise<void> {
  const row = await networks.find(deps.tables, networksPartition, networkId);
  if (!row) throw new Failure('not-found', 'not-found');
  await deps.tables.commit([networks.remove(row)]);
}

export async function noteContact(
  deps: Platform,
  caller: Caller,
  at: { readonly programmeId: string; readonly networkId: string },
  { sent, note }: ContactedDraft,
): Promise<void> {
  const { programmeId, networkId } = at;
  await coordinatedProgramme(deps, caller, programmeId);
  if (!(await networks.find(deps.tables, networksPartition, networkId))) throw new Failure('not-found', 'not-found');
  const before = (await contactedRows.find(deps.tables, programmeId, networkId))?.value.sentAt;
  const sentAt = sent ? (before ?? deps.clock.now()) : undefined;
  const next = { networkId, note, ...(sentAt === undefined ? {} : { sentAt }) };
  await deps.tables.commit([contactedRows.put(programmeId, networkId, next)]);
}
