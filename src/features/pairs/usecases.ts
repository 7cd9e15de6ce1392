/** What other features ask about pairs. Offers and answers are in `offers/`, pause and end in `life/`. */
import type { Caller } from '../../platform/doors.ts';
import { Failure } from '../../platform/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Row } from '../../platform/tables.ts';
import { currentProposal } from '../matching/usecases.ts';
import { cardOf, type Person } from '../people/model.ts';
import { findPeople } from '../people/usecases.ts';
import { coordinatedProgramme, findProgramme, programmeOf } from '../programmes/usecases.ts';
import { takesPartAs } from '../recruitment/model.ts';
import { applied } from '../recruitment/store.ts';
import { isLiving, partnerOf, sideOf, waitsFor } from './model.ts';
import type { MatchingFigures, Pair, PairLine, PairView } from './model.ts';
import { mayActInPair, mayAnswerOffer, mayResume, maySeePair } from './policy.ts';
import { isOverdue, waitingSince } from './rules.ts';
import { viewRematch } from './rematch/usecases.ts';
import { pairLines, pairs } from './store.ts';

/** For features that follow when a pair begins or ends; called by a job, so once or more: be idempotent. */
export type PairListener = (deps: Platform, pair: Pair) => Promise<void>;

/** The pair when this person is a member of it and may see it; else Failure `not-found`. */
export async function pairFor(
  deps: Platform,
  personId: string,
  programmeId: string,
  pairId: string,
): Promise<Row<Pair>> {
  const row = await pairs.find(deps.tables, programmeId, pairId);
  if (!row || !maySeePair(personId, row.value)) throw new Failure('not-found', 'pair-gone');
  return row;
}

/** As `pairFor`, and active. */
export async function activePairFor(
  deps: Platform,
  personId: string,
  programmeId: string,
  pairId: string,
): Promise<Row<Pair>> {
  const row = await pairFor(deps, personId, programmeId, pairId);
  if (!mayActInPair(personId, row.value)) throw new Failure('gone', 'pair-not-active');
  return row;
}

export async function findPair(deps: Platform, programmeId: string, pairId: string): Promise<Pair | undefined> {
  return (await pairs.find(deps.tables, programmeId, pairId))?.value;
}

export async function pairsOfProgramme(deps: Platform, programmeId: string): Promise<Pair[]> {
  return (await pairs.list(deps.tables, programmeId)).map((row) => row.value);
}

/** Every pair that a person may see, in all programmes; the newest first. */
export async function pairsOfPerson(deps: Platform, personId: string): Promise<Pair[]> {
  const lines = await pairLines.list(deps.tables, personId);
  const found = await Promise.all(lines.map(({ value }) => findPair(deps, value.programmeId, value.pairId)));
  return found
    .flatMap((one) => (one && maySeePair(personId, one) ? [one] : []))
    .sort((a, b) => b.offeredAt - a.offeredAt || (a.id < b.id ? -1 : 1));
}

export async function viewPair(deps: Platform, caller: Caller, programmeId: string, pairId: string): Promise<PairView> {
  const { value } = await pairFor(deps, caller.personId, programmeId, pairId);
  const [programme, people] = await Promise.all([
    programmeOf(deps, programmeId),
    findPeople(deps, [partnerOf(value, caller.personId)]),
  ]);
  const one = viewOf(value, caller, { programmeName: programme.name, people, now: deps.clock.now() });
  return { ...one, ...(await viewRematch(deps, caller.personId, value)) };
}

/** The caller's own pairs for "My mentoring", the newest first. */
export async function viewMyPairs(deps: Platform, caller: Caller): Promise<PairView[]> {
  const mine = await pairsOfPerson(deps, caller.personId);
  const programmes = await Promise.all(mine.map((one) => findProgramme(deps, one.programmeId)));
  const people = await findPeople(
    deps,
    mine.map((one) => partnerOf(one, caller.personId)),
  );
  const now = deps.clock.now();
  return mine.map((one, place) => viewOf(one, caller, { programmeName: programmes[place]?.name ?? '', people, now }));
}

function viewOf(
  one: Pair,
  { personId: me, isGuest }: Caller,
  { programmeName, people, now }: { programmeName: string; people: ReadonlyMap<string, Person>; now: number },
): PairView {
  const { id, programmeId, state, reasons, offeredAt, activeAt, endedAt, backAt, ending } = one;
  const partnerId = partnerOf(one, me);
  const partner = people.get(partnerId);
  return {
    ...{ id, programmeId, programmeName, state, reasons, offeredAt },
    side: sideOf(one, me) ?? 'mentee',
    partner: partner ? cardOf(partner) : { id: partnerId, name: '…' },
    waitsForMe: mayAnswerOffer(me, one),
    pausedByMe: state === 'paused' && one.pausedBy === me,
    mayGoOn: mayResume(me, one, now),
    ...(isGuest ? { asGuest: true } : {}),
    ...(activeAt === undefined ? {} : { activeAt }),
    ...(endedAt === undefined ? {} : { endedAt }),
    ...(backAt === undefined ? {} : { backAt }),
    ...(ending === undefined ? {} : { ending }),
  };
}

/** For the coordinator: every pair and where it stands. */
export async function listPairs(deps: Platform, caller: Caller, programmeId: string): Promise<PairLine[]> {
  const { zone } = (await coordinatedProgramme(deps, caller, programmeId)).value;
  const all = await pairsOfProgramme(deps, programmeId);
  const people = await findPeople(
    deps,
    all.flatMap((one) => [one.menteeId, one.mentorId]),
  );
  const cardFor = (personId: string) => {
    const found = people.get(personId);
    return found ? cardOf(found) : { id: personId, name: '…' };
  };
  return all.map((one) => {
    const waiting = waitsFor(one);
    return {
      ...{ id: one.id, mentee: cardFor(one.menteeId), mentor: cardFor(one.mentorId), state: one.state },
      ...(waiting ? { waitsFor: waiting } : {}),
      since: waitingSince(one),
      overdue: isOverdue(one, deps.clock.now(), zone),
    };
  });
}

/** Mentees who applied and have no pair that is offered, active or paused; in the order of their ids. */
export async function unmatchedOf(deps: Platform, programmeId: string): Promise<string[]> {
  const [all, applications] = await Promise.all([
    pairsOfProgramme(deps, programmeId),
    applied(deps.tables, programmeId),
  ]);
  const matched = new Set(all.filter(isLiving).map((one) => one.menteeId));
  return applications
    .filter((one) => takesPartAs('mentee', one) && !matched.has(one.personId))
    .map((one) => one.personId);
}

export async function matchingFigures(deps: Platform, programmeId: string): Promise<MatchingFigures> {
  const [proposal, all, unmatched, programme] = await Promise.all([
    currentProposal(deps, programmeId),
    pairsOfProgramme(deps, programmeId),
    unmatchedOf(deps, programmeId),
    programmeOf(deps, programmeId),
  ]);
  const now = deps.clock.now();
  const count = (is: (one: Pair) => boolean): number => all.filter(is).length;
  const isPublished = all.length > 0 || proposal?.state === 'published';
  return {
    proposal: proposal?.state === 'draft' || proposal?.state === 'published' ? proposal.state : 'none',
    matched: count(isLiving),
    active: count((one) => one.state === 'active'),
    waitingAnswers: count((one) => one.state === 'offered'),
    overdue: count((one) => isOverdue(one, now, programme.zone)),
    declined: count((one) => one.state === 'declined'),
    ended: count((one) => one.state === 'ended'),
    unmatched: isPublished ? unmatched.length : 0,
  };
}
