/** The verbs around a meeting's page: read it, add a line, tick it off, take it back, and keep the own notes. The same press twice is once. */
import { beginOfDay } from '../../../platform/clock.ts';
import type { Caller } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { idOf } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import { unlessChanged } from '../../../platform/tables/conflict.ts';
import { membersOf, partnerOf, type Pair } from '../../pairs/model.ts';
import { activePairFor, pairFor } from '../../pairs/usecases.ts';
import { cardOf } from '../../people/model.ts';
import { personOf, workingHoursOf } from '../../people/usecases.ts';
import { programmeOf } from '../../programmes/usecases.ts';
import type { Meeting, MeetingAddress } from '../model.ts';
import { meetings, plannedOf } from '../store.ts';
import { meetingFor, viewOf } from '../usecases.ts';
import {
  mostAgreed,
  mostPoints,
  type Agreed,
  type AgreedDraft,
  type MeetingNotes,
  type OwnDraft,
  type OwnNotes,
  type PointDraft,
} from './model.ts';
import { mayTakeBackLine } from './policy.ts';
import { agreedFor, phaseOf, promptsFor, viewOfAgreed } from './rules.ts';
import { agreedRows, ownRows, points } from './store.ts';

export interface LineAddress extends MeetingAddress {
  readonly lineId: string;
}

const noNotes: OwnNotes = { text: '', version: 0 };

export async function notesFor(deps: Platform, caller: Caller, at: MeetingAddress): Promise<MeetingNotes> {
  const { pair, row } = await meetingFor(deps, caller, at);
  const { programmeId, pairId, meetingId } = at;
  const me = caller.personId;
  const [lines, agreed, own, planned, partner, { zone }, programme] = await Promise.all([
    points.list(deps.tables, programmeId, pairId, meetingId),
    agreedRows.list(deps.tables, programmeId, pairId),
    ownRows.find(deps.tables, me, pairId, meetingId),
    plannedOf(deps.tables, programmeId, pairId),
    personOf(deps, partnerOf(pair, me)),
    workingHoursOf(deps, me),
    programmeOf(deps, programmeId),
  ]);
  const all = planned.map(({ value }) => value);
  const before = all.filter(({ start }) => start < row.value.start).length;
  const phase = phaseOf({ start: row.value.start, before, endsAt: beginOfDay(programme.endsOn, programme.zone) });
  return {
    ...{ partner: cardOf(partner), zone, meeting: viewOf(row.value, me, deps.clock.now()), phase },
    open: pair.state === 'active',
    prompts: [...promptsFor(phase, caller.language)],
    points: lines
      .map(({ value }) => value)
      .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
      .map(({ id, text, by }) => ({ id, text, mine: by === me })),
    agreed: agreedFor(
      agreed.map(({ value }) => value),
      row.value,
      all,
    ).map((one) => viewOfAgreed(one, me, meetingId)),
    own: own?.value ?? noNotes,
  };
}

export async function addPoint(deps: Platform, caller: Caller, at: MeetingAddress, draft: PointDraft): Promise<void> {
  const { one } = await openMeeting(deps, caller, at);
  const there = await points.list(deps.tables, at.programmeId, at.pairId, one.id);
  const id = idOf('point', one.id, caller.personId, draft.text);
  if (there.some(({ value }) => value.id === id)) return;
  if (there.length >= mostPoints) throw new Failure('conflict', 'too-many-points');
  const value = { id, text: draft.text, by: caller.personId, at: deps.clock.now() };
  await unlessChanged(deps.tables.commit([points.create(at.programmeId, [at.pairId, one.id, id], value)]));
}

export async function takeBackPoint(deps: Platform, caller: Caller, at: LineAddress): Promise<void> {
  await activePairFor(deps, caller.personId, at.programmeId, at.pairId);
  const row = await points.find(deps.tables, at.programmeId, at.pairId, at.meetingId, at.lineId);
  if (!row) return;
  if (!mayTakeBackLine(caller.personId, row.value)) throw new Failure('conflict', 'not-your-line');
  await unlessChanged(deps.tables.commit([points.remove(row)]));
}

export async function addAgreed(deps: Platform, caller: Caller, at: MeetingAddress, draft: AgreedDraft): Promise<void> {
  const { pair, one } = await openMeeting(deps, caller, at);
  const there = await agreedRows.list(deps.tables, at.programmeId, at.pairId);
  const { text, who, until } = draft;
  const id = idOf('agreed', one.id, caller.personId, who, until ?? '', text);
  if (there.some(({ value }) => value.id === id)) return;
  if (there.length >= mostAgreed) throw new Failure('conflict', 'too-many-agreed');
  const value: Agreed = {
    ...{ id, text, meetingId: one.id, by: caller.personId, who: whoOf(pair, caller.personId, draft) },
    ...{ done: false, at: deps.clock.now(), ...(until === undefined ? {} : { until }) },
  };
  await unlessChanged(deps.tables.commit([agreedRows.create(at.programmeId, [at.pairId, id], value)]));
}

function whoOf(pair: Pair, me: string, { who }: AgreedDraft): string[] {
  if (who === 'both') return [...membersOf(pair)];
  return [who === 'me' ? me : partnerOf(pair, me)];
}

/** By either of the two; what both tick at once is ticked. */
export async function tickAgreed(deps: Platform, caller: Caller, at: LineAddress, done: boolean): Promise<void> {
  await activePairFor(deps, caller.personId, at.programmeId, at.pairId);
  const row = await agreedRows.find(deps.tables, at.programmeId, at.pairId, at.lineId);
  if (!row) throw new Failure('not-found', 'line-gone');
  if (row.value.done === done) return;
  await deps.tables.commit([agreedRows.replace(row, { ...row.value, done })]);
}

export async function takeBackAgreed(deps: Platform, caller: Caller, at: LineAddress): Promise<void> {
  await activePairFor(deps, caller.personId, at.programmeId, at.pairId);
  const row = await agreedRows.find(deps.tables, at.programmeId, at.pairId, at.lineId);
  if (!row) return;
  if (!mayTakeBackLine(caller.personId, row.value)) throw new Failure('conflict', 'not-your-line');
  await unlessChanged(deps.tables.commit([agreedRows.remove(row)]));
}

/** Also after the pair has ended: they are the writer's. An empty text takes them back. Conflict when another window was faster. */
export async function keepOwnNotes(
  deps: Platform,
  caller: Caller,
  at: MeetingAddress,
  { text, version }: OwnDraft,
): Promise<OwnNotes> {
  const { programmeId, pairId, meetingId } = at;
  await pairFor(deps, caller.personId, programmeId, pairId);
  const row = await ownRows.find(deps.tables, caller.personId, pairId, meetingId);
  const before = row?.value ?? noNotes;
  if (before.text === text) return before;
  if (before.version !== version) throw new Failure('conflict', 'notes-changed');
  const next = { text, version: version + 1 };
  const change = row
    ? text === ''
      ? ownRows.remove(row)
      : ownRows.replace(row, next)
    : ownRows.create(caller.personId, [pairId, meetingId], next);
  await deps.tables.commit([change]);
  return text === '' ? noNotes : next;
}

/** A meeting of an active pair that is planned or was held. */
async function openMeeting(
  deps: Platform,
  { personId }: Caller,
  { programmeId, pairId, meetingId }: MeetingAddress,
): Promise<{ readonly pair: Pair; readonly one: Meeting }> {
  const { value: pair } = await activePairFor(deps, personId, programmeId, pairId);
  const row = await meetings.find(deps.tables, programmeId, pairId, meetingId);
  if (row?.value.state !== 'planned') throw new Failure('not-found', 'meeting-gone');
  return { pair, one: row.value };
}
