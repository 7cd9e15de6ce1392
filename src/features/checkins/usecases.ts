/** The verbs of a check-in: plan the rounds of a pair, keep an answer, show what waits and what was said. */
import type { Caller } from '../../platform/doors.ts';
import { Failure, isFailure } from '../../platform/errors.ts';
import { idOf } from '../../platform/ids.ts';
import type { NewTask } from '../../platform/outbox.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Change } from '../../platform/tables.ts';
import { cardOf } from '../people/model.ts';
import { findPeople } from '../people/usecases.ts';
import { membersOf, partnerOf, type Pair } from '../pairs/model.ts';
import { pairFor, pairsOfPerson, type PairListener } from '../pairs/usecases.ts';
import { coordinatorsOf, findProgramme, programmeOf } from '../programmes/usecases.ts';
import { rounds, type CheckIn, type CheckInView, type Round, type Said } from './model.ts';
import { mayCheckIn } from './policy.ts';
import { dayAfterStart, daysOf, openRound, settlingDays } from './rules.ts';
import type { Word } from './signals/model.ts';
import { checkIns, contactWordId, words } from './store.ts';

export interface CheckInAddress {
  readonly programmeId: string;
  readonly pairId: string;
}

/** Plans both rounds for both persons; called twice it plans once. */
export const scheduleCheckIns: PairListener = async (deps, { id: pairId, programmeId, state, activeAt, ...pair }) => {
  if (state !== 'active' || activeAt === undefined) return;
  const { zone } = await programmeOf(deps, programmeId);
  const plan = (task: Omit<NewTask, 'due'>, days: number) =>
    deps.outbox.ask('programmes', programmeId, { ...task, due: dayAfterStart(activeAt, days, zone) });
  for (const round of rounds)
    for (const personId of [pair.menteeId, pair.mentorId]) {
      const data = { programmeId, pairId, round, personId };
      const id = idOf('check-in', pairId, round, personId);
      await plan({ id, job: 'checkins.ask', lane: 'campaign', data }, daysOf[round]);
    }
};

/** Keeps an answer in place of the former, and what follows from "please contact me", in one batch. */
export async function recordCheckIn(
  deps: Platform,
  caller: Pick<Caller, 'personId'>,
  { programmeId, pairId }: CheckInAddress,
  said: Said,
): Promise<CheckIn> {
  const pair = await openPair(deps, caller.personId, { programmeId, pairId }, said.round);
  const one: CheckIn = { pairId, personId: caller.personId, said, at: deps.clock.now() };
  for (let turn = 1; ; turn += 1)
    try {
      await keep(deps, pair, one);
      return one;
    } catch (error) {
      // A second press of the same person was faster; the later one counts.
      if (!isFailure(error, 'conflict') || turn === 3) throw error;
    }
}

async function keep(deps: Platform, pair: Pair, one: CheckIn): Promise<void> {
  const { programmeId, id: pairId } = pair;
  const { round } = one.said;
  const before = await checkIns.find(deps.tables, programmeId, pairId, round, one.personId);
  const answer = before
    ? checkIns.replace(before, one)
    : checkIns.create(programmeId, [pairId, round, one.personId], one);
  const contact = await contactFollows(deps, pair, one, before?.value.said.contact === true);
  const settle = before || round !== 'day-30' ? [] : [settleTask(programmeId, one)];
  await deps.outbox.commit([answer, ...contact.changes], [...settle, ...contact.tasks]);
}

/** A new tick opens the word again; a tick taken back removes it while nobody has taken it on. */
async function contactFollows(deps: Platform, pair: Pair, one: CheckIn, askedBefore: boolean) {
  const { programmeId, id: pairId } = pair;
  const wordId = contactWordId(pairId, one.personId);
  const row = await words.find(deps.tables, programmeId, wordId);
  const nothing = { changes: [] as Change[], tasks: [] as NewTask[] };
  if (!one.said.contact)
    return askedBefore && row?.value.state === 'open' ? { ...nothing, changes: [words.remove(row)] } : nothing;
  if (askedBefore || (row && row.value.state !== 'done')) return nothing;
  const value: Word = {
    ...{ id: wordId, pairId, people: [one.personId], why: 'asked-for-contact', since: one.at, state: 'open' },
  };
  const team = await coordinatorsOf(deps, programmeId);
  return {
    changes: [row ? words.replace(row, value) : words.create(programmeId, wordId, value)],
    tasks: team.map((coordinatorId) => ({
      id: idOf('word', wordId, String(one.at), coordinatorId),
      job: 'checkins.tell-coordinator',
      data: { programmeId, wordId, coordinatorId },
    })),
  };
}

function settleTask(programmeId: string, { pairId, personId, at }: CheckIn): NewTask {
  return {
    id: idOf('settle', pairId, personId),
    job: 'checkins.settle',
    due: dayAfterStart(at, settlingDays, 'UTC'),
    data: { programmeId, pairId, personId },
  };
}

async function openPair(deps: Platform, personId: string, at: CheckInAddress, round: Round): Promise<Pair> {
  const [{ value }, { zone }] = await Promise.all([
    pairFor(deps, personId, at.programmeId, at.pairId),
    programmeOf(deps, at.programmeId),
  ]);
  if (!mayCheckIn(personId, value, { round, now: deps.clock.now(), zone }))
    throw new Failure('gone', 'check-in-closed');
  return value;
}

/** The round as the caller sees it: open, with what they said so far. Failure `gone` when it is not open. */
export async function viewCheckIn(
  deps: Platform,
  personId: string,
  at: CheckInAddress,
  round: Round,
): Promise<CheckInView> {
  return viewOf(deps, await openPair(deps, personId, at, round), personId, round);
}

async function viewOf(deps: Platform, pair: Pair, personId: string, round: Round): Promise<CheckInView> {
  const partnerId = partnerOf(pair, personId);
  const [row, people] = await Promise.all([
    checkIns.find(deps.tables, pair.programmeId, pair.id, round, personId),
    findPeople(deps, [partnerId]),
  ]);
  const partner = people.get(partnerId);
  return {
    ...{ programmeId: pair.programmeId, pairId: pair.id, round },
    partner: partner ? cardOf(partner) : { id: partnerId, name: '…' },
    ...(row ? { said: row.value.said, at: row.value.at } : {}),
  };
}

/** For the home page: open rounds in which this person has not answered yet. */
export async function checkInsWaiting(deps: Platform, personId: string): Promise<CheckInView[]> {
  const views = (await pairsOfPerson(deps, personId)).map(async (pair) => {
    const programme = pair.state === 'active' ? await findProgramme(deps, pair.programmeId) : undefined;
    if (!programme || pair.activeAt === undefined) return undefined;
    const round = openRound(pair.activeAt, deps.clock.now(), programme.zone);
    return round && viewOf(deps, pair, personId, round);
  });
  return (await Promise.all(views)).flatMap((one) => (one && !one.said ? [one] : []));
}

/** Everything this person said, in all pairs that they may see; the newest first. */
export async function myCheckIns(deps: Platform, personId: string): Promise<CheckInView[]> {
  const mine = await pairsOfPerson(deps, personId);
  const views = mine.flatMap((pair) => rounds.map((round) => viewOf(deps, pair, personId, round)));
  return (await Promise.all(views)).filter((one) => one.said).sort((a, b) => (b.at ?? 0) - (a.at ?? 0));
}

/** True when one of the two said that they met. */
export async function saidMet(deps: Platform, pair: Pair): Promise<boolean> {
  const answers = await Promise.all(
    membersOf(pair).map((personId) => checkIns.find(deps.tables, pair.programmeId, pair.id, 'day-14', personId)),
  );
  return answers.some((row) => row?.value.said.round === 'day-14' && row.value.said.met === 'yes');
}
