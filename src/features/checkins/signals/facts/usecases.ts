/** What the rules of the signals are given of a pair: what it did and when. No answer is among it, but that there was one. */
import { daysAfter, endOfDay } from '../../../../platform/clock.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { twiceCancelled } from '../../../meetings/after/rules.ts';
import { wasHeld, type Meeting } from '../../../meetings/model.ts';
import { agreedRows, points } from '../../../meetings/notes/store.ts';
import { meetings } from '../../../meetings/store.ts';
import { polls } from '../../../meetings/times/store.ts';
import type { Pair } from '../../../pairs/model.ts';
import { findPair } from '../../../pairs/usecases.ts';
import { programmeOf } from '../../../programmes/usecases.ts';
import { checkIns, words } from '../../store.ts';
import { saysMet } from '../../rules.ts';
import type { Seen, Word } from '../model.ts';
import { isStillSo, keyOf, numbers, type PairFacts } from '../rules.ts';
import { seenRows } from '../store.ts';

/** Nothing for a pair that is not active, and not on a break either: it ended, or never began. */
export async function factsAbout(deps: Platform, programmeId: string, pairId: string): Promise<PairFacts | undefined> {
  const pair = await findPair(deps, programmeId, pairId);
  const isWatched = pair?.state === 'active' || (pair?.state === 'paused' && pair.backAt !== undefined);
  if (!pair || !isWatched || pair.activeAt === undefined) return undefined;
  const [programme, met, { hasToldMet, signs }, seen] = await Promise.all([
    programmeOf(deps, programmeId),
    meetings.list(deps.tables, programmeId, pairId),
    saidBy(deps, pair),
    seenRows.list(deps.tables, programmeId, pairId),
  ]);
  const now = deps.clock.now();
  const ofMeetings = factsOfMeetings(
    met.map(({ value }) => value),
    { now, since: pair.resumedAt ?? 0 },
  );
  const facts: PairFacts = {
    ...{ activeAt: pair.activeAt, now, zone: programme.zone, endsAt: endOfDay(programme.endsOn, programme.zone) },
    ...{ backAt: pair.state === 'paused' ? pair.backAt : undefined, restartedAt: pair.resumedAt },
    ...ofMeetings,
    hasMet: hasToldMet || ofMeetings.lastMetAt !== undefined,
    lastSignAt: Math.max(pair.activeAt, ofMeetings.lastSignAt, ...signs),
    ...{ hints: [], listed: new Set<string>(), isOnList: false },
  };
  return withHistory(
    deps,
    programmeId,
    facts,
    seen.map(({ value }) => value),
  );
}

function factsOfMeetings(all: readonly Meeting[], { now, since }: { readonly now: number; readonly since: number }) {
  const planned = all.filter(({ state }) => state === 'planned');
  const held = planned.filter((one) => wasHeld(one, now)).map(({ end }) => end);
  const toCome = planned.filter(({ end }) => end > now).map(({ start }) => start);
  return {
    lastMetAt: held.length > 0 ? Math.max(...held) : undefined,
    nextAt: toCome.length > 0 ? Math.min(...toCome) : undefined,
    cancelledId: twiceCancelled(
      all.filter(({ start }) => start >= since),
      now,
    ),
    lastSignAt: Math.max(0, ...held, ...all.flatMap(({ plannedAt }) => plannedAt ?? [])),
  };
}

/** Whether one said that they met, and when either answered a check-in, wrote a line for a talk, or asked or answered about times. */
async function saidBy({ tables }: Platform, { programmeId, id }: Pair) {
  const [answered, written, agreed, asked] = await Promise.all([
    checkIns.list(tables, programmeId, id),
    points.list(tables, programmeId, id),
    agreedRows.list(tables, programmeId, id),
    polls.list(tables, programmeId, id),
  ]);
  return {
    hasToldMet: answered.some(({ value }) => saysMet(value)),
    signs: [
      ...[...answered, ...written, ...agreed].map(({ value }) => value.at),
      ...asked.flatMap(({ value }) => [value.at, value.said?.at ?? 0]),
    ],
  };
}

function countsAnewFrom({ doneAt, outcome }: Word, zone: string): number {
  if (doneAt === undefined) return 0;
  return outcome === 'nothing-needed' ? daysAfter(doneAt, numbers.rest, zone) : doneAt;
}

/** What the pair and the coordinators were told before. After a coordinator's word days count anew. */
async function withHistory(
  deps: Platform,
  programmeId: string,
  facts: PairFacts,
  seen: readonly Seen[],
): Promise<PairFacts> {
  const listed = seen.filter(({ listedAt }) => listedAt !== undefined);
  const found = await Promise.all(listed.map(({ id }) => words.find(deps.tables, programmeId, id)));
  const ofSignals = found.flatMap((row) => (row ? [row.value] : []));
  const hints = seen.flatMap((one) => (one.hintAt === undefined ? [] : [{ key: keyOf(one), at: one.hintAt }]));
  const restartedAt = Math.max(facts.restartedAt ?? 0, ...ofSignals.map((one) => countsAnewFrom(one, facts.zone)));
  const whole: PairFacts = {
    ...{ ...facts, restartedAt, listed: new Set(listed.map(keyOf)) },
    hints: hints.toSorted((a, b) => a.at - b.at),
  };
  const isOpen = ({ why, occasion = '', state }: (typeof ofSignals)[number]): boolean =>
    state !== 'done' && isStillSo(whole, keyOf({ why, occasion }));
  return { ...whole, isOnList: ofSignals.some(isOpen) };
}
