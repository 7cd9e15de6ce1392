/** Signals: a look at each pair by the published rules, the list of who may need a word, and what coordinators do with it. */
import { daysAfter, localDate } from '../../../platform/clock.ts';
import type { Caller, JobResult } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { idOf } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Row } from '../../../platform/tables.ts';
import { unlessChanged } from '../../../platform/tables/conflict.ts';
import { membersOf } from '../../pairs/model.ts';
import { findPair, type PairListener } from '../../pairs/usecases.ts';
import { findCards } from '../../people/usecases.ts';
import { coordinatedProgramme, programmeOf } from '../../programmes/usecases.ts';
import { words } from '../store.ts';
import { factsAbout } from './facts/usecases.ts';
import { reasonsForAWord, type FollowUpStep, type Known, type Seen, type Word, type WordList } from './model.ts';
import {
  byUrgency,
  isStillSo,
  keyOf,
  morningAfter,
  nextStep,
  numbers,
  weeksBetween,
  type Candidate,
  type PairFacts,
} from './rules.ts';
import { seenIdOf, seenRows } from './store.ts';

interface PairAddress {
  readonly programmeId: string;
  readonly pairId: string;
}

/** A pair began: it is looked at from now on. Called twice it is looked at once. */
export const watchPair: PairListener = async (deps, { id: pairId, programmeId, state, activeAt }) => {
  if (state !== 'active' || activeAt === undefined) return;
  const { zone } = await programmeOf(deps, programmeId);
  const due = morningAfter(activeAt, numbers.look, zone);
  const id = idOf('checkins.watch', pairId);
  await deps.outbox.ask('programmes', programmeId, { id, job: 'checkins.watch', due, data: { programmeId, pairId } });
};

/** One look: a hint to the pair, or a line on the list, when the rules say so; and when to look again, until the pair ends. */
export async function lookAtPair(deps: Platform, at: PairAddress): Promise<JobResult> {
  for (;;) {
    const facts = await factsAbout(deps, at.programmeId, at.pairId);
    if (!facts || facts.now > facts.endsAt) return whenNotWatched(deps, at, facts);
    const step = nextStep(facts);
    if (step.do === 'wait') return { again: step.until };
    await (step.do === 'hint' ? giveHint(deps, at, step.about) : putOnList(deps, at, step.about));
  }
}

/** A pair of an earlier version that is on a break without a day is looked at later. */
async function whenNotWatched(deps: Platform, at: PairAddress, facts: PairFacts | undefined): Promise<JobResult> {
  const pair = facts ? undefined : await findPair(deps, at.programmeId, at.pairId);
  if (pair?.state !== 'paused') return undefined;
  return { again: daysAfter(deps.clock.now(), numbers.look, 'UTC') };
}

async function giveHint(deps: Platform, { programmeId, pairId }: PairAddress, about: Candidate): Promise<void> {
  const pair = await findPair(deps, programmeId, pairId);
  const hintAt = deps.clock.now();
  const seen: Seen = { ...seenOf(pairId, about), hintAt };
  const told = pair && !about.isHintedElsewhere ? membersOf(pair) : [];
  const tasks = told.map((personId) => ({
    ...{ id: idOf('checkins.hint', seen.id, personId), job: 'checkins.hint', lane: 'campaign' as const },
    data: { programmeId, pairId, personId, seenId: seen.id },
  }));
  await unlessChanged(deps.outbox.commit([seenRows.create(programmeId, [pairId, seen.id], seen)], tasks));
}

async function putOnList(deps: Platform, { programmeId, pairId }: PairAddress, about: Candidate): Promise<void> {
  const pair = await findPair(deps, programmeId, pairId);
  if (!pair) return;
  const seen = seenOf(pairId, about);
  const before = await seenRows.find(deps.tables, programmeId, pairId, seen.id);
  const [listedAt, { why, occasion }] = [deps.clock.now(), about];
  const one: Word = {
    ...{ id: seen.id, pairId, people: [...membersOf(pair)], why, occasion, since: listedAt, state: 'open' },
  };
  const kept = before
    ? seenRows.replace(before, { ...before.value, listedAt })
    : seenRows.create(programmeId, [pairId, seen.id], { ...seen, listedAt });
  await unlessChanged(deps.tables.commit([kept, words.create(programmeId, one.id, one)]));
}

function seenOf(pairId: string, { why, occasion }: Candidate): Seen {
  return { id: seenIdOf(pairId, { why, occasion }), pairId, why, occasion };
}

/** Whether a hint that was given is still true when its card goes out. */
export async function isHintTrue(deps: Platform, { programmeId, pairId }: PairAddress, seenId: string) {
  const [facts, row] = await Promise.all([
    factsAbout(deps, programmeId, pairId),
    seenRows.find(deps.tables, programmeId, pairId, seenId),
  ]);
  const isTrue = facts !== undefined && row !== undefined && isStillSo(facts, keyOf(row.value));
  return isTrue ? row.value.why : undefined;
}

interface Open {
  readonly word: Word;
  readonly facts: PairFacts | undefined;
}

/** Words that are still so, the most urgent first. What was put off until a day to come is counted only. */
async function openWords(deps: Platform, programmeId: string): Promise<{ now: Open[]; later: number }> {
  const { zone } = await programmeOf(deps, programmeId);
  const today = localDate(deps.clock.now(), zone);
  const rows = (await words.list(deps.tables, programmeId)).map((row) => row.value);
  const open = await Promise.all(
    rows.filter((one) => one.state !== 'done').map((one) => stillSo(deps, programmeId, one)),
  );
  const all = open.flatMap((one) => (one ? [one] : []));
  const isLater = ({ word: { remindOn } }: Open): boolean => remindOn !== undefined && remindOn > today;
  const order = byUrgency(reasonsForAWord);
  return {
    now: all.filter((one) => !isLater(one)).sort((a, b) => order(a.word, b.word)),
    later: all.filter(isLater).length,
  };
}

async function stillSo(deps: Platform, programmeId: string, one: Word): Promise<Open | undefined> {
  if (one.why === 'asked-for-contact') return { word: one, facts: undefined };
  const facts = await factsAbout(deps, programmeId, one.pairId);
  return facts && isStillSo(facts, keyOf({ why: one.why, occasion: one.occasion ?? '' }))
    ? { word: one, facts }
    : undefined;
}

/** For figures: who may need a word now. */
export async function mayNeedAWord(deps: Platform, programmeId: string): Promise<Word[]> {
  return (await openWords(deps, programmeId)).now.map(({ word }) => word);
}

export async function listWords(deps: Platform, caller: Caller, programmeId: string): Promise<WordList> {
  await coordinatedProgramme(deps, caller, programmeId);
  const open = await openWords(deps, programmeId);
  const people = await findCards(
    deps,
    open.now.flatMap(({ word }) => [...word.people, word.takenBy]),
  );
  const show = (personId: string) => people[personId] ?? { id: personId, name: '…' };
  return {
    later: open.later,
    words: open.now.map(({ word: { id, why, since, state, remindOn, wroteAt, takenBy, ...one }, facts }) => ({
      ...{ id, why, since, state, people: one.people.map(show) },
      ...(takenBy ? { takenBy: show(takenBy) } : {}),
      ...(remindOn === undefined ? {} : { remindOn }),
      ...(wroteAt === undefined ? {} : { wroteAt }),
      ...(facts ? { known: knownFrom(facts) } : {}),
    })),
  };
}

function knownFrom({ activeAt, now, lastMetAt, nextAt, hints }: PairFacts): Known {
  const hintAt = hints.at(-1)?.at;
  return {
    ...{ weeksTogether: weeksBetween(activeAt, now), hasDate: nextAt !== undefined },
    ...(lastMetAt === undefined ? {} : { weeksSinceMeeting: weeksBetween(lastMetAt, now) }),
    ...(hintAt === undefined ? {} : { hintAt }),
  };
}

interface WordAddress {
  readonly programmeId: string;
  readonly wordId: string;
}

async function wordFor(deps: Platform, caller: Caller, { programmeId, wordId }: WordAddress): Promise<Row<Word>> {
  await coordinatedProgramme(deps, caller, programmeId);
  const row = await words.find(deps.tables, programmeId, wordId);
  if (!row) throw new Failure('not-found', 'word-gone');
  return row;
}

/** "I'm on it", not before a day, and what came of it. Gives how it stands then. Conflict when another coordinator was faster. */
export async function followUp(
  deps: Platform,
  caller: Caller,
  at: WordAddress,
  step: FollowUpStep,
): Promise<Word['state']> {
  const row = await wordFor(deps, caller, at);
  const { state, takenBy } = row.value;
  const isSame = step.to === state && (state === 'done' || takenBy === caller.personId);
  if (isSame) return state;
  if (state === 'done' || (state === 'taken' && step.to === 'taken')) throw new Failure('conflict', 'word-taken');
  const next = await afterStep(deps, caller, at.programmeId, row.value, step);
  await deps.tables.commit([words.replace(row, next)]);
  return next.state;
}

const longestPutOffDays = 180;

async function afterStep(
  deps: Platform,
  { personId }: Caller,
  programmeId: string,
  word: Word,
  step: FollowUpStep,
): Promise<Word> {
  const { remindOn: _, ...one } = word;
  const now = deps.clock.now();
  switch (step.to) {
    case 'taken':
      return { ...one, state: 'taken', takenBy: personId };
    case 'later': {
      const { zone } = await programmeOf(deps, programmeId);
      const dayIn = (days: number): string => localDate(daysAfter(now, days, zone), zone);
      if (step.on <= dayIn(0) || step.on > dayIn(longestPutOffDays))
        throw new Failure('bad-input', 'not-a-later-day', { fields: [{ field: 'on', reason: 'not-a-later-day' }] });
      return { ...one, state: 'taken', takenBy: personId, remindOn: step.on };
    }
    case 'done':
      return { ...one, state: 'done', takenBy: one.takenBy ?? personId, outcome: step.outcome, doneAt: now };
    default:
      return step satisfies never;
  }
}

/** The suggested message goes to them as a card in the coordinator's name, each in the own language; once. */
export async function writeToThem(deps: Platform, caller: Caller, at: WordAddress): Promise<Word['state']> {
  const row = await wordFor(deps, caller, at);
  const one = row.value;
  if (one.state === 'done') throw new Failure('conflict', 'word-gone');
  if (one.wroteAt !== undefined) return one.state;
  const next: Word = { ...one, state: 'taken', takenBy: caller.personId, wroteAt: deps.clock.now() };
  const tasks = one.people.map((personId) => ({
    ...{ id: idOf('checkins.write', one.id, String(one.since), personId), job: 'checkins.write' },
    data: { ...at, personId, coordinatorId: caller.personId },
  }));
  await deps.outbox.commit([words.replace(row, next)], tasks);
  return next.state;
}
