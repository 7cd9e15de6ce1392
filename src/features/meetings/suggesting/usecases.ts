/**
 * Suggests times to pairs without a next date, once a day, app-only with free/busy. People are asked about twenty at a time, each once in a
 * step, through at most four mailboxes at the same moment and never twice through one; where it is not allowed the card says "find a time".
 */
import { mapAtOnce } from '../../../platform/at-once.ts';
import { day, localDate } from '../../../platform/clock.ts';
import { isFailure } from '../../../platform/errors.ts';
import type { FreeBusy } from '../../../platform/calendar.ts';
import type { NewTask } from '../../../platform/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Row } from '../../../platform/tables.ts';
import { organisationZone } from '../../../platform/zone.ts';
import type { Pair } from '../../pairs/model.ts';
import { pairsOfProgramme } from '../../pairs/usecases.ts';
import type { Person, WorkingHours } from '../../people/model.ts';
import { usualHours } from '../../people/rules.ts';
import { findPeople } from '../../people/usecases.ts';
import { programmeIndex } from '../../programmes/store.ts';
import { findProgramme } from '../../programmes/usecases.ts';
import { mayAskByCard } from '../after/rules.ts';
import type { Meeting } from '../model.ts';
import { courseOf } from '../rhythm/rules.ts';
import { breather, notice, type Side } from '../rules.ts';
import { meetings } from '../store.ts';
import { fewTimes } from '../times/rules.ts';
import { sideWithoutCalendar } from '../usecases.ts';
import type { Suggestion, SuggestionRound } from './model.ts';
import { inOrder, lookAhead, missingDay, mostTimes, nextPairs, suggestionIdOf, usualMinutes } from './rules.ts';
import { rounds, suggestions } from './store.ts';

const own = 'own';
/** A worker holds a task for 45 s: a step begins nothing after so long, and takes so many pairs at a time. */
const stepMs = 15_000;
const pairsAtATime = 100;
const peopleInACall = 20;
const callsAtOnce = 4;

export interface Step {
  /** True when every programme was looked at today. */
  readonly isOver: boolean;
  readonly suggested: number;
}

/** One step of today's round; it goes on where the last one ended. */
export async function suggestSome(deps: Platform, forMs = stepMs): Promise<Step> {
  const begun = deps.clock.machine();
  const today = localDate(deps.clock.now(), organisationZone);
  const ids = (await programmeIndex.list(deps.tables, 'programmes')).map(({ value }) => value.id).sort();
  const keep = await keeperOf(deps, today);
  let suggested = 0;
  for (let state = keep.state; !state.isOver;) {
    const programmeId = state.programmeId ?? ids[0];
    const open = programmeId === undefined ? [] : await openPairs(deps, programmeId);
    for (let some = nextPairs(open, state.after, pairsAtATime); some.length > 0;) {
      const after = some.at(-1)?.mentorId ?? '';
      await suggestTo(deps, programmeId ?? '', some);
      suggested += some.length;
      state = await keep.next({ on: today, isOver: false, programmeId, after });
      if (deps.clock.machine() - begun > forMs) return { isOver: false, suggested };
      some = nextPairs(open, after, pairsAtATime);
    }
    const next = ids.find((one) => programmeId !== undefined && one > programmeId);
    state = await keep.next({
      on: today,
      isOver: next === undefined,
      ...(next === undefined ? {} : { programmeId: next }),
    });
  }
  return { isOver: true, suggested };
}

/** How far today's round is, and the row in which it is kept. */
async function keeperOf(deps: Platform, today: string) {
  let row: Row<SuggestionRound> | undefined = await rounds.find(deps.tables, own, own);
  const state: SuggestionRound = row?.value.on === today ? row.value : { on: today, isOver: false };
  const next = async (wanted: SuggestionRound): Promise<SuggestionRound> => {
    await deps.tables.commit([row ? rounds.replace(row, wanted) : rounds.create(own, own, wanted)]);
    row = await rounds.find(deps.tables, own, own);
    return wanted;
  };
  return { state, next };
}

type Open = Pair & { readonly wished: number; readonly planned: readonly Meeting[] };

/** Active pairs without a next date that have not been asked about it, by mentor. */
async function openPairs(deps: Platform, programmeId: string): Promise<Open[]> {
  const programme = await findProgramme(deps, programmeId);
  if (programme?.stage !== 'run' && programme?.stage !== 'match') return [];
  const [all, met, asked] = await Promise.all([
    pairsOfProgramme(deps, programmeId),
    meetings.list(deps.tables, programmeId),
    suggestions.list(deps.tables, programmeId),
  ]);
  const ofPair = new Map<string, Meeting[]>();
  for (const { value } of met)
    if (value.state === 'planned') ofPair.set(value.pairId, [...(ofPair.get(value.pairId) ?? []), value]);
  const known = new Set(asked.map(({ value }) => value.id));
  const now = deps.clock.now();
  const open = all.flatMap((pair): Open[] => {
    const planned = ofPair.get(pair.id) ?? [];
    // Earlier the two messages of a month belong to the check-ins and the thanks; the card of the beginning leads to the page.
    const isTime = pair.state === 'active' && mayAskByCard(pair, now);
    const wished = isTime ? missingDay(courseOf(programme, pair), planned, now) : undefined;
    return wished === undefined || known.has(suggestionIdOf(pair, wished)) ? [] : [{ ...pair, wished, planned }];
  });
  return inOrder(open);
}

async function suggestTo(deps: Platform, programmeId: string, some: readonly Open[]): Promise<void> {
  const now = deps.clock.now();
  const range = { from: now + headStart, to: now + lookAhead };
  const members = await findPeople(
    deps,
    some.flatMap(({ menteeId, mentorId }) => [menteeId, mentorId]),
  );
  const seen = await freeBusyOf(deps, [...members.values()], range);
  const sides = await sidesOfAll(deps, [...members.values()], { seen, range, some });
  const made = some.map((pair) => {
    const two = [sides.get(pair.menteeId), sides.get(pair.mentorId)];
    const known = two.filter((one) => one !== undefined);
    const found = known.length < 2 ? [] : fewTimes(known, { ...range, minutes: usualMinutes }, mostTimes);
    return suggestionFor(
      pair,
      found.map(({ start }) => start),
      now,
    );
  });
  await keepAll(deps, programmeId, made);
}

function suggestionFor({ id: pairId, programmeId, wished }: Open, starts: number[], at: number): Suggestion {
  return { id: suggestionIdOf({ id: pairId }, wished), programmeId, pairId, wished, starts, at };
}

/** A card may wait for the next working day, and is read later still. */
const headStart = 2 * notice;
const pairsInABatch = 40;

async function keepAll(deps: Platform, programmeId: string, all: readonly Suggestion[]): Promise<void> {
  for (let at = 0; at < all.length; at += pairsInABatch) {
    const some = all.slice(at, at + pairsInABatch);
    await deps.outbox.commit(
      some.map((one) => suggestions.create(programmeId, [one.pairId, one.id], one)),
      some.map(taskFor),
    );
  }
}

function taskFor({ id: suggestionId, programmeId, pairId }: Suggestion): NewTask {
  const data = { programmeId, pairId, suggestionId };
  return { id: suggestionId, job: 'meetings.suggest', lane: 'campaign', data };
}

/** Everybody's sides; whoever has no calendar that may be read has none. Only meetings of this programme make a day full here. */
async function sidesOfAll(
  deps: Platform,
  members: readonly Person[],
  { seen, range, some }: { seen: FreeBusyOfPeople; range: { from: number; to: number }; some: readonly Open[] },
): Promise<Map<string, Side>> {
  const met = new Map<string, Meeting[]>();
  for (const { menteeId, mentorId, planned } of some)
    for (const id of [menteeId, mentorId]) met.set(id, [...(met.get(id) ?? []), ...planned]);
  const found = await mapAtOnce(members, 16, async (one): Promise<[string, Side][]> => {
    const answer = seen.get(one.id);
    if (!answer || 'problem' in answer) return [];
    const side = await sideWithoutCalendar(deps, one, range, hoursIn(answer));
    return [[one.id, { ...side, busy: answer.busy, meetings: met.get(one.id) ?? [] }]];
  });
  return new Map(found.flat());
}

/** The answer about free and busy brings the working hours along: nobody's mailbox is asked for them again. */
function hoursIn({ hours }: Extract<FreeBusy, { busy: unknown }>): WorkingHours {
  if (!hours) return usualHours;
  const { zone, days, start, end } = hours;
  return { zone: zone ?? usualHours.zone, days: [...days], start, end };
}

type FreeBusyOfPeople = ReadonlyMap<string, FreeBusy>;

/** Twenty people a call, each call through a mailbox of its own. Empty where the administrator did not allow it. */
async function freeBusyOf(
  deps: Platform,
  members: readonly Person[],
  { from, to }: { from: number; to: number },
): Promise<FreeBusyOfPeople> {
  const boxes = members.flatMap(({ id, mail }) => (mail === undefined ? [] : [{ personId: id, address: mail }]));
  const calls = Array.from({ length: Math.ceil(boxes.length / peopleInACall) }, (_, at) =>
    boxes.slice(at * peopleInACall, (at + 1) * peopleInACall),
  );
  try {
    const answers = await mapAtOnce(calls, callsAtOnce, (some) =>
      deps.calendar.freeBusy(some, from - breather, to + breather),
    );
    return new Map(answers.flatMap((one) => [...one]));
  } catch (error) {
    if (isFailure(error) && ['graph-not-permitted', 'consent-needed'].includes(error.reason)) return new Map();
    throw error;
  }
}

const ofLate = 14 * day;

/** True when this pair got times within the last two weeks. */
export async function wasSuggestedOfLate(deps: Platform, { programmeId, id }: Pair): Promise<boolean> {
  const all = await suggestions.list(deps.tables, programmeId, id);
  return all.some(({ value }) => deps.clock.now() - value.at < ofLate);
}

/** The suggestion while it is true: the pair is active, and still has no next date. Times that are over are left out. */
export async function standingSuggestion(
  deps: Platform,
  { programmeId, pairId, suggestionId }: { programmeId: string; pairId: string; suggestionId: string },
): Promise<Suggestion | undefined> {
  const row = await suggestions.find(deps.tables, programmeId, pairId, suggestionId);
  const now = deps.clock.now();
  const planned = await meetings.list(deps.tables, programmeId, pairId);
  if (!row || planned.some(({ value }) => value.state === 'planned' && value.start > now)) return undefined;
  if (now - row.value.at > ofLate) return undefined;
  return { ...row.value, starts: row.value.starts.filter((start) => start > now + notice / 2) };
}
