/** The verbs around a meeting's page: read it, add a line, tick it off, take it back, and keep the own notes. The same press twice is once. */
import { beginOfDay } from '../../../platform/clock.ts';
import type { Caller } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { idOf } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import { unlessChanged, untilUnchanged } from '../../../platform/tables/conflict.ts';
import { membersOf, partnerOf, sideOf, type Pair } from '../../pairs/model.ts';
import { activePairFor, pairFor } from '../../pairs/usecases.ts';
import { cardOf } from '../../people/model.ts';
import { languageOfPerson, personOf, workingHoursOf } from '../../people/usecases.ts';
import { programmeOf } from '../../programmes/usecases.ts';
import type { Meeting, MeetingAddress } from '../model.ts';
import { meetings, plannedOf } from '../store.ts';
import { talkTopics, type QuestionsView, type TalkTopic } from '../questions/model.ts';
import { seenQuestion, seenSet, titleOf, topicsIn, type Reader } from '../questions/rules.ts';
import { questionOf, questionsAbout } from '../questions/store.ts';
import { meetingFor, viewOf } from '../usecases.ts';
import {
  mostAgreed,
  mostPoints,
  ownLines,
  type Agreed,
  type AgreedDraft,
  type MeetingNotes,
  type OwnDraft,
  type OwnNotes,
  type Point,
  type PointDraft,
  type PointView,
} from './model.ts';
import { mayTakeBackLine } from './policy.ts';
import { agreedFor, phaseOf, viewOfAgreed } from './rules.ts';
import { agreedRows, ownRows, points } from './store.ts';

export interface LineAddress extends MeetingAddress {
  readonly lineId: string;
}

const noNotes: OwnNotes = { ...{ text: '', take: '', next: '', tell: '' }, version: 0 };

/** What is known around a meeting, as a reader who is of the pair may see it; without anybody's own notes. */
export async function aroundMeeting(deps: Platform, caller: Caller, at: MeetingAddress) {
  const { pair, row } = await meetingFor(deps, caller, at);
  const { programmeId, pairId, meetingId } = at;
  const me = caller.personId;
  const [lines, agreed, planned, partner, { zone }, programme] = await Promise.all([
    points.list(deps.tables, programmeId, pairId, meetingId),
    agreedRows.list(deps.tables, programmeId, pairId),
    plannedOf(deps.tables, programmeId, pairId),
    personOf(deps, partnerOf(pair, me)),
    workingHoursOf(deps, me),
    programmeOf(deps, programmeId),
  ]);
  const meeting = row.value;
  const all = planned.map(({ value }) => value);
  const before = all.filter(({ start }) => start < meeting.start);
  const endsAt = beginOfDay(programme.endsOn, programme.zone);
  const reader: Reader = {
    ...{ side: sideOf(pair, me) ?? 'mentee', language: caller.language },
    partners: await languageOfPerson(deps, partner, programme.language),
  };
  const inOrder = lines.map(({ value }) => value).toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return {
    ...{ reader, before, phase: phaseOf({ start: meeting.start, before: before.length, endsAt }) },
    topics: topicsIn(pair.reasons),
    taken: new Set(inOrder.flatMap(({ from = [] }) => from)),
    seen: {
      ...{ partner: cardOf(partner), zone, meeting: viewOf(meeting, me, deps.clock.now()) },
      open: pair.state === 'active',
      points: inOrder.map((one) => viewOfPoint(one, reader, me)),
      agreed: agreedFor(
        agreed.map(({ value }) => value),
        meeting,
        all,
      ).map((one) => viewOfAgreed(one, me, meetingId)),
    },
  };
}

function viewOfPoint({ id, text, by, from }: Point, reader: Reader, me: string): PointView {
  const ready = from === undefined ? undefined : questionOf(from);
  return { ...(ready ? seenQuestion(ready, reader) : { text }), id, mine: by === me };
}

export async function notesFor(deps: Platform, caller: Caller, at: MeetingAddress): Promise<MeetingNotes> {
  const { seen, phase, reader, taken, topics } = await aroundMeeting(deps, caller, at);
  const own = await ownRows.find(deps.tables, caller.personId, at.pairId, at.meetingId);
  return {
    ...{ ...seen, phase, own: own?.value ?? noNotes },
    questions: seenSet(questionsAbout(phase), reader, taken),
    topics: talkTopics.map((topic) => ({
      topic,
      title: titleOf(questionsAbout(topic), reader.language),
      ours: topics.includes(topic),
    })),
  };
}

/** Ready questions about a topic that are no points yet. */
export async function questionsFor(
  deps: Platform,
  caller: Caller,
  { topic, ...at }: MeetingAddress & { readonly topic: TalkTopic },
): Promise<QuestionsView> {
  const { reader, taken } = await aroundMeeting(deps, caller, at);
  return seenSet(questionsAbout(topic), reader, taken);
}

/** A ready question becomes a point, once, whoever of the two presses. */
export async function addQuestion(
  deps: Platform,
  caller: Caller,
  { questionId, ...at }: MeetingAddress & { readonly questionId: string },
): Promise<void> {
  const question = questionOf(questionId);
  if (!question) throw new Failure('not-found', 'question-gone');
  const id = idOf('point', at.meetingId, questionId);
  await keepPoint(deps, caller, at, { id, text: question[caller.language], from: questionId });
}

export async function addPoint(deps: Platform, caller: Caller, at: MeetingAddress, draft: PointDraft): Promise<void> {
  const id = idOf('point', at.meetingId, caller.personId, draft.text);
  await keepPoint(deps, caller, at, { id, text: draft.text });
}

async function keepPoint(deps: Platform, caller: Caller, at: MeetingAddress, one: Pick<Point, 'id' | 'text' | 'from'>) {
  await openMeeting(deps, caller, at);
  const { programmeId, pairId, meetingId } = at;
  const there = await points.list(deps.tables, programmeId, pairId, meetingId);
  if (there.some(({ value }) => value.id === one.id)) return;
  if (there.length >= mostPoints) throw new Failure('conflict', 'too-many-points');
  const value: Point = { ...one, by: caller.personId, at: deps.clock.now() };
  await unlessChanged(deps.tables.commit([points.create(programmeId, [pairId, meetingId, one.id], value)]));
}

export async function takeBackPoint(deps: Platform, caller: Caller, at: LineAddress): Promise<void> {
  await activePairFor(deps, caller.personId, at.programmeId, at.pairId);
  await untilUnchanged(async () => {
    const row = await points.find(deps.tables, at.programmeId, at.pairId, at.meetingId, at.lineId);
    if (!row) return;
    if (!mayTakeBackLine(caller.personId, row.value)) throw new Failure('conflict', 'not-your-line');
    await deps.tables.commit([points.remove(row)]);
  });
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
  await untilUnchanged(async () => {
    const row = await agreedRows.find(deps.tables, at.programmeId, at.pairId, at.lineId);
    if (!row) return;
    if (!mayTakeBackLine(caller.personId, row.value)) throw new Failure('conflict', 'not-your-line');
    await deps.tables.commit([agreedRows.remove(row)]);
  });
}

/** Also after the pair has ended: they are the writer's. Emptied, they are gone. Conflict when another window was faster. */
export async function keepOwnNotes(
  deps: Platform,
  caller: Caller,
  at: MeetingAddress,
  { version, ...draft }: OwnDraft,
): Promise<OwnNotes> {
  const { programmeId, pairId, meetingId } = at;
  await pairFor(deps, caller.personId, programmeId, pairId);
  const row = await ownRows.find(deps.tables, caller.personId, pairId, meetingId);
  const before = row?.value ?? noNotes;
  if (isSame(before, draft)) return before;
  if (before.version !== version) throw new Failure('conflict', 'notes-changed');
  const next = { ...draft, version: version + 1 };
  const isEmpty = isSame(noNotes, draft);
  const change = row
    ? isEmpty
      ? ownRows.remove(row)
      : ownRows.replace(row, next)
    : ownRows.create(caller.personId, [pairId, meetingId], next);
  await deps.tables.commit([change]);
  return isEmpty ? noNotes : next;
}

type OwnWords = Omit<OwnNotes, 'version'>;
const isSame = (one: OwnWords, other: OwnWords): boolean =>
  one.text === other.text && ownLines.every((line) => one[line] === other[line]);

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
