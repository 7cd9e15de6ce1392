/** The verbs of finding a time: what suits both, and where nothing does, asking which of some times would work. */
import { day } from '../../../platform/clock.ts';
import type { Caller } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { idOf } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Row } from '../../../platform/tables.ts';
import { unlessChanged } from '../../../platform/tables/conflict.ts';
import { partnerOf, type Pair } from '../../pairs/model.ts';
import { activePairFor } from '../../pairs/usecases.ts';
import type { PartnerNeeds } from '../../people/passport/model.ts';
import { toldToPartner } from '../../people/passport/usecases.ts';
import { cardOf } from '../../people/model.ts';
import { personOf } from '../../people/usecases.ts';
import type { PairAddress } from '../model.ts';
import { notice, type Side } from '../rules.ts';
import { plannedOf } from '../store.ts';
import { sidesOf, zonesOf } from '../usecases.ts';
import { slotsOf, type Poll, type PollDraft, type PollView, type SuggestedTime, type TimesFound } from './model.ts';
import { mayAnswerPoll } from './policy.ts';
import { isAskable, leastDisturbing, suggestTimes, withWanted, type Suggested, type Wish } from './rules.ts';
import { polls } from './store.ts';

export interface PollAddress extends PairAddress {
  readonly pollId: string;
}

export interface TimesWanted {
  /** From so many weeks on; 0 is now. */
  readonly week: number;
  /** How many weeks to look at. */
  readonly weeks: number;
  readonly minutes: number;
  /** A start that was suggested before: it is among the answer when it still suits both. */
  readonly wanted?: number | undefined;
}

/** Times free for both; where there is none, what would disturb least. Where a calendar cannot be read it says why, and gives no times. */
export async function findTimes(
  deps: Platform,
  caller: Caller,
  at: PairAddress,
  { week, weeks, minutes, wanted }: TimesWanted,
): Promise<TimesFound> {
  const { value: pair } = await activePairFor(deps, caller.personId, at.programmeId, at.pairId);
  const now = deps.clock.now();
  const range = { from: now + Math.max(notice, week * 7 * day), to: now + (week + weeks) * 7 * day };
  const [zones, sides] = await Promise.all([zonesOf(deps, caller.personId, pair), sidesOf(deps, caller, pair, range)]);
  const nothing = { slots: [], disturbing: [], ...range, ...zones };
  if (!Array.isArray(sides)) return { ...nothing, problem: sides };
  const wish: Wish = { ...range, minutes };
  const slots = withWanted(sides, wish, suggestTimes(sides, wish), wanted);
  if (slots.length > 0) return { ...nothing, slots: slots.map(shown) };
  return { ...nothing, disturbing: disturbingOf(sides, wish) };
}

/** How many like it stays here: of two sides it would tell what the other one likes. */
function shown({ start, end, mine, earliest, best }: Suggested): SuggestedTime {
  return { start, end, mine, earliest, best };
}

function disturbingOf(sides: readonly Side[], wish: Wish): TimesFound['disturbing'] {
  return leastDisturbing(sides, wish).map(({ start, end, whom }) => ({
    ...{ start, end },
    whom: whom.map(({ side, status }) => ({ who: side === 0 ? ('you' as const) : ('partner' as const), status })),
  }));
}

/** What the partner of an active pair wants one to know. */
export async function needsOfPartner(deps: Platform, caller: Caller, at: PairAddress): Promise<PartnerNeeds> {
  const { value: pair } = await activePairFor(deps, caller.personId, at.programmeId, at.pairId);
  return toldToPartner(deps, partnerOf(pair, caller.personId));
}

/** Asks the partner which of these times would work. The same question twice is one. Failure `bad-input`: a time that passports exclude. */
export async function askWhich(deps: Platform, caller: Caller, at: PairAddress, draft: PollDraft): Promise<Poll> {
  const { value: pair } = await activePairFor(deps, caller.personId, at.programmeId, at.pairId);
  const starts = [...new Set(draft.starts)].sort((a, b) => a - b);
  await requireAskable(deps, caller, pair, { ...draft, starts });
  const id = idOf('poll', pair.id, caller.personId, String(draft.minutes), ...starts.map(String));
  const about = { id, programmeId: pair.programmeId, pairId: pair.id, askedBy: caller.personId };
  const one: Poll = { ...about, minutes: draft.minutes, starts, at: deps.clock.now() };
  const task = {
    id: idOf('meetings.ask-poll', id),
    job: 'meetings.ask-poll',
    data: { programmeId: pair.programmeId, pairId: pair.id, pollId: id },
  };
  await unlessChanged(deps.outbox.commit([polls.create(pair.programmeId, [pair.id, id], one)], [task]));
  return one;
}

async function requireAskable(deps: Platform, caller: Caller, pair: Pair, draft: PollDraft): Promise<void> {
  const slots = slotsOf(draft, draft.starts);
  const [from, to] = [slots[0]?.start ?? 0, slots.at(-1)?.end ?? 0];
  const sides = from > deps.clock.now() && to - from < 61 * day ? await sidesOf(deps, caller, pair, { from, to }) : [];
  if (!Array.isArray(sides)) throw new Failure('unavailable', sides);
  if (sides.length === 0 || !slots.every((one) => isAskable(sides, one)))
    throw new Failure('bad-input', 'time-not-askable', { fields: [{ field: 'starts', reason: 'time-not-askable' }] });
}

async function pollFor(deps: Platform, caller: Caller, at: PollAddress): Promise<{ pair: Pair; row: Row<Poll> }> {
  const { value: pair } = await activePairFor(deps, caller.personId, at.programmeId, at.pairId);
  const row = await polls.find(deps.tables, at.programmeId, at.pairId, at.pollId);
  if (!row) throw new Failure('not-found', 'poll-gone');
  return { pair, row };
}

export async function viewPoll(deps: Platform, caller: Caller, at: PollAddress): Promise<PollView> {
  const { pair, row } = await pollFor(deps, caller, at);
  const { id, minutes, starts, said, askedBy } = row.value;
  const [partner, zones, planned] = await Promise.all([
    personOf(deps, partnerOf(pair, caller.personId)),
    zonesOf(deps, caller.personId, pair),
    plannedOf(deps.tables, at.programmeId, at.pairId),
  ]);
  const booked = planned.find(({ value }) => starts.includes(value.start))?.value.start;
  return {
    ...{ id, minutes, slots: slotsOf(row.value, starts), partner: cardOf(partner), ...zones },
    askedByMe: askedBy === caller.personId,
    ...(said ? { works: said.works } : {}),
    ...(booked === undefined ? {} : { booked }),
  };
}

/** The asker hears of an answer after this, unless one of the times was booked by then. */
const tellAfter = 2 * 60_000;

/** What was ticked takes the place of an earlier answer, and counts as free for both from now on. */
export async function answerPoll(
  deps: Platform,
  caller: Caller,
  at: PollAddress,
  works: readonly number[],
): Promise<PollView> {
  const { row } = await pollFor(deps, caller, at);
  if (!mayAnswerPoll(caller.personId, row.value)) throw new Failure('conflict', 'own-poll');
  const said = { works: row.value.starts.filter((start) => works.includes(start)), at: deps.clock.now() };
  if (row.value.said?.works.join() !== said.works.join()) {
    const data = { programmeId: at.programmeId, pairId: at.pairId, pollId: at.pollId };
    const id = idOf('meetings.tell-poll', at.pollId, said.works.join());
    const task = { id, job: 'meetings.tell-poll', due: said.at + tellAfter, data };
    await deps.outbox.commit([polls.replace(row, { ...row.value, said })], [task]);
  }
  return viewPoll(deps, caller, at);
}
