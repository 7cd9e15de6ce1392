/** The verbs of thanks: suggest a moment, say it, show or hide it, take it back. The same words pressed twice are one. */
import { day, daysAfter } from '../../platform/clock.ts';
import type { Caller } from '../../platform/doors.ts';
import { Failure, isFailure } from '../../platform/errors.ts';
import { idOf } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Row } from '../../platform/tables.ts';
import { saidMet } from '../checkins/usecases.ts';
import { firstMeetingAt } from '../meetings/usecases.ts';
import { reachedGoals } from '../pairs/goals/usecases.ts';
import { membersOf, partnerOf, type Pair } from '../pairs/model.ts';
import { pairFor, pairsOfProgramme, type PairListener } from '../pairs/usecases.ts';
import { callName } from '../people/model.ts';
import { findPeople, personOf } from '../people/usecases.ts';
import { coordinatorsOf, programmeOf } from '../programmes/usecases.ts';
import { isShown, type PairThanks, type Thanks, type ThanksDraft, type Wall } from './model.ts';
import { mayShowThanks, maySeeWall, mayTakeBack, mayThank } from './policy.ts';
import { momentOf } from './rules.ts';
import { takenBackRows, thanksRows } from './store.ts';

/** Days after a pair began: the second check-in is behind them, and the first one by more than the month that two messages fill. */
export const suggestedOnDay = 50;

/** A good moment for each of the two. */
export const suggestThanks: PairListener = async (deps, pair) => {
  if (pair.state !== 'active' || pair.activeAt === undefined) return;
  const { zone } = await programmeOf(deps, pair.programmeId);
  const due = daysAfter(pair.activeAt, suggestedOnDay, zone);
  if (due < deps.clock.now() - day) return;
  for (const personId of membersOf(pair)) {
    const id = idOf('recognition.suggest', pair.id, personId);
    const data = { programmeId: pair.programmeId, pairId: pair.id, personId };
    await deps.outbox.ask('programmes', pair.programmeId, { id, job: 'recognition.suggest', due, data });
  }
};

export interface PairAddress {
  readonly programmeId: string;
  readonly pairId: string;
}

export async function sayThanks(
  deps: Platform,
  personId: string,
  at: PairAddress,
  draft: ThanksDraft,
): Promise<Thanks> {
  const { value: pair } = await pairFor(deps, personId, at.programmeId, at.pairId);
  if (!mayThank(personId, pair)) throw new Failure('gone', 'pair-not-active');
  // Pressed twice it is one; said again after it was taken back it is another.
  const takenBack = await takenBackRows.list(deps.tables, at.programmeId, pair.id, personId);
  const id = idOf('thanks', pair.id, personId, draft.text, String(takenBack.length));
  const said: Thanks = {
    ...{ id, programmeId: at.programmeId, pairId: pair.id, from: personId, to: partnerOf(pair, personId) },
    ...{ text: draft.text, at: deps.clock.now(), senderShows: draft.show, receiverShows: false },
    ...(draft.picture === undefined ? {} : { picture: draft.picture }),
  };
  const task = {
    id: idOf('recognition.tell', id),
    job: 'recognition.tell',
    data: { programmeId: at.programmeId, thanksId: id },
  };
  try {
    await deps.outbox.commit([thanksRows.create(at.programmeId, id, said)], [task]);
    return said;
  } catch (error) {
    const before = await thanksRows.find(deps.tables, at.programmeId, id);
    if (!isFailure(error, 'conflict') || !before) throw error;
    return before.value;
  }
}

/** The own yes or no to others reading it; each side's word is its own. */
export async function showThanks(
  deps: Platform,
  personId: string,
  programmeId: string,
  thanksId: string,
  show: boolean,
): Promise<Thanks> {
  const row = await thanksFor(deps, personId, programmeId, thanksId);
  const side = row.value.from === personId ? { senderShows: show } : { receiverShows: show };
  const next = { ...row.value, ...side };
  await deps.tables.commit([thanksRows.replace(row, next)]);
  return next;
}

/** Pressed twice it is once; another's thanks and none at all are one answer. */
export async function takeBackThanks(
  deps: Platform,
  personId: string,
  programmeId: string,
  thanksId: string,
): Promise<void> {
  const [row, gone] = await Promise.all([
    thanksRows.find(deps.tables, programmeId, thanksId),
    takenBackRows.list(deps.tables, programmeId),
  ]);
  if (!row && gone.some(({ key: [, from, id] }) => from === personId && id === thanksId)) return;
  if (!row || !mayTakeBack(personId, row.value)) throw new Failure('not-found', 'thanks-gone');
  const { pairId, from, id } = row.value;
  await deps.tables.commit([thanksRows.remove(row), takenBackRows.put(programmeId, [pairId, from, id], {})]);
}

async function thanksFor(
  deps: Platform,
  personId: string,
  programmeId: string,
  thanksId: string,
): Promise<Row<Thanks>> {
  const row = await thanksRows.find(deps.tables, programmeId, thanksId);
  if (!row || !mayShowThanks(personId, row.value)) throw new Failure('not-found', 'thanks-gone');
  return row;
}

export async function thanksOfPair(deps: Platform, personId: string, at: PairAddress): Promise<PairThanks> {
  const { value: pair } = await pairFor(deps, personId, at.programmeId, at.pairId);
  const [partner, rows, firstMetAt, reached] = await Promise.all([
    personOf(deps, partnerOf(pair, personId)),
    thanksRows.list(deps.tables, at.programmeId),
    firstMeetingAt(deps, at.programmeId, pair.id),
    reachedGoals(deps, at),
  ]);
  const ours = rows.flatMap(({ value }) => (value.pairId === pair.id ? [value] : [])).sort((a, b) => b.at - a.at);
  const thanks = ours.map((one) => ({ ...toldOf(one), mine: one.from === personId, shown: isShown(one) }));
  const thankedAt = ours.find(({ from }) => from === personId)?.at;
  const facts = { firstMetAt, hasReached: reached.length > 0, endedAt: pair.endedAt, thankedAt };
  const isOpen = pair.state === 'active' || pair.ending === 'together';
  const moment = isOpen ? momentOf(facts, deps.clock.now()) : undefined;
  return { partner: callName(partner), thanks, ...(moment ? { moment } : {}) };
}

const toldOf = ({ id, text, at, picture }: Thanks): Pick<Thanks, 'id' | 'text' | 'at' | 'picture'> => ({
  ...{ id, text, at },
  ...(picture === undefined ? {} : { picture }),
});

export async function wallOf(deps: Platform, caller: Caller, programmeId: string): Promise<Wall> {
  const [pairs, team] = await Promise.all([pairsOfProgramme(deps, programmeId), coordinatorsOf(deps, programmeId)]);
  const members = pairs.filter((one) => one.activeAt !== undefined).flatMap((one) => [...membersOf(one)]);
  if (!maySeeWall(caller, { team, members })) throw new Failure('not-found', 'thanks-gone');
  const all = (await thanksRows.list(deps.tables, programmeId)).map((row) => row.value);
  const shown = all.filter(isShown).sort((a, b) => b.at - a.at);
  const people = await findPeople(
    deps,
    shown.flatMap(({ from, to }) => [from, to]),
  );
  // Whoever has left cannot take it back any more, and is not taken for agreeing.
  const thanks = shown.flatMap((one) => {
    const [from, to] = [people.get(one.from), people.get(one.to)];
    const areHere = from !== undefined && to !== undefined && from.leftAt === undefined && to.leftAt === undefined;
    return areHere ? [{ ...toldOf(one), from: from.name, to: to.name }] : [];
  });
  return { thanks };
}

/** Counts only. */
export async function thanksFigures(deps: Platform, programmeId: string): Promise<{ said: number }> {
  return { said: (await thanksRows.list(deps.tables, programmeId)).length };
}

/** True when this person has thanked the partner of a pair. */
export async function hasThanked(
  deps: Platform,
  personId: string,
  { programmeId, pairId }: PairAddress,
): Promise<boolean> {
  const all = await thanksRows.list(deps.tables, programmeId);
  return all.some(({ value }) => value.pairId === pairId && value.from === personId);
}

/** There is something to give thanks for: a meeting lies behind them, or one of the two said so. */
export async function haveMet(deps: Platform, pair: Pair): Promise<boolean> {
  const first = await firstMeetingAt(deps, pair.programmeId, pair.id);
  return (first !== undefined && first <= deps.clock.now()) || saidMet(deps, pair);
}
