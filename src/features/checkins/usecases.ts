/** The verbs of a check-in: keep an answer, show what waits and what was said. */
import type { Caller } from '../../platform/doors.ts';
import { Failure, isFailure } from '../../platform/errors.ts';
import { idOf } from '../../platform/ids.ts';
import { daysAfter } from '../../platform/clock.ts';
import type { NewTask } from '../../platform/outbox.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Change } from '../../platform/tables.ts';
import type { Language } from '../../platform/words.ts';
import { questionIn } from '../surveys/questions/rules.ts';
import { cardOf } from '../people/model.ts';
import { findPeople } from '../people/usecases.ts';
import { membersOf, partnerOf, type Pair } from '../pairs/model.ts';
import { findPair, pairFor, pairsOfPerson } from '../pairs/usecases.ts';
import type { Programme } from '../programmes/model.ts';
import { coordinatorsOf, findProgramme, programmeOf } from '../programmes/usecases.ts';
import { comparableOf, fitsRound, openOf, ratedOf } from './asks/rules.ts';
import { makeWay, withConfided, type Confiding } from './confiding/usecases.ts';
import { compare } from './differing/usecases.ts';
import type { CheckIn, CheckInPage, CheckInView, Round, Said } from './model.ts';
import { noteFor, noteForAdvisers, readersFor, withoutConfided } from './noting/rules.ts';
import { mayCheckIn } from './policy.ts';
import { courseOf, isRoundOpen, openRound, saysMet, settlingDays } from './rules.ts';
import type { Word } from './signals/model.ts';
import { checkIns, contactWordId, putOffs, words } from './store.ts';

export interface CheckInAddress {
  readonly programmeId: string;
  readonly pairId: string;
}

/**
 * Keeps an answer in place of the former, and what follows from "please contact me" and from a note, in one batch. What is for the
 * confidential advisers goes to them apart; pressed again after a fault between the two, it is there once.
 */
export async function recordCheckIn(
  deps: Confiding,
  caller: Pick<Caller, 'personId'>,
  { programmeId, pairId }: CheckInAddress,
  said: Said,
): Promise<CheckIn> {
  const { pair } = await openPair(deps, caller.personId, { programmeId, pairId }, said.round);
  requireFit(pair, said);
  const at = { programmeId, pairId, round: said.round, personId: caller.personId };
  await makeWay(deps, at, said);
  const one: CheckIn = {
    ...{ pairId, personId: caller.personId, said: withoutConfided(said), at: deps.clock.now() },
  };
  await keepInTurn(deps, pair, one);
  const text = noteForAdvisers(said);
  if (text !== undefined) await deps.confidence?.keep(deps, at, text);
  return one;
}

async function keepInTurn(deps: Platform, pair: Pair, one: CheckIn): Promise<void> {
  for (let turn = 1; ; turn += 1)
    try {
      return await keep(deps, pair, one);
    } catch (error) {
      // A second press of the same person was faster; the later one counts.
      if (!isFailure(error, 'conflict') || turn === 3) throw error;
    }
}

/** Of the own answer nobody reads the note any more, and nothing is compared: also when the round is over. Ratings stay, what was confided goes. */
export async function takeBackShared(
  deps: Confiding,
  personId: string,
  { programmeId, pairId }: CheckInAddress,
  round: Round,
): Promise<void> {
  const row = await checkIns.find(deps.tables, programmeId, pairId, round, personId);
  if (!row || !('ratings' in row.value.said)) return;
  const said: Said = { ...row.value.said, noteFor: 'nobody', share: false };
  await deps.tables.commit([checkIns.replace(row, { ...row.value, said })]);
  await deps.confidence?.takeBack(deps, { programmeId, pairId, round, personId });
}

function requireFit(pair: Pair, said: Said): void {
  if (!('ratings' in said)) return;
  if (!fitsRound(said)) throw new Failure('bad-input', 'questions-changed');
  const { noteFor: reader, note } = said;
  if (reader && reader !== 'adviser' && note !== '' && !readersFor(pair, said.round).includes(reader))
    throw new Failure('bad-input', 'reader-gone', { fields: [{ field: 'noteFor', reason: 'reader-gone' }] });
}

async function keep(deps: Platform, pair: Pair, one: CheckIn): Promise<void> {
  const { programmeId, id: pairId } = pair;
  const { round } = one.said;
  const before = await checkIns.find(deps.tables, programmeId, pairId, round, one.personId);
  const answer = before
    ? checkIns.replace(before, one)
    : checkIns.create(programmeId, [pairId, round, one.personId], one);
  const askedBefore = before?.value.said.contact === true;
  const team = isForCoordinators(one) ? await coordinatorsOf(deps, programmeId) : [];
  const contact = await contactFollows(deps, { pair, team }, one, askedBefore);
  const settle = before || !('ratings' in one.said) ? [] : [settleTask(programmeId, one)];
  const tells = noteTasks({ pair, team }, one, before?.value);
  await deps.outbox.commit([answer, ...contact.changes], [...settle, ...contact.tasks, ...tells]);
}

const isForCoordinators = (one: CheckIn): boolean => one.said.contact || noteFor('coordinator', one) !== undefined;

interface Around {
  readonly pair: Pair;
  readonly team: readonly string[];
}

/** A new tick opens the word again; a tick taken back removes it while nobody has taken it on. */
async function contactFollows(deps: Platform, { pair, team }: Around, one: CheckIn, askedBefore: boolean) {
  const { programmeId, id: pairId } = pair;
  const wordId = contactWordId(pairId, one.personId);
  const nothing = { changes: [] as Change[], tasks: [] as NewTask[] };
  if (!one.said.contact && !askedBefore) return nothing;
  const row = await words.find(deps.tables, programmeId, wordId);
  if (!one.said.contact)
    return askedBefore && row?.value.state === 'open' ? { ...nothing, changes: [words.remove(row)] } : nothing;
  if (askedBefore || (row && row.value.state !== 'done')) return nothing;
  const value: Word = {
    ...{ id: wordId, pairId, people: [one.personId], why: 'asked-for-contact', since: one.at, state: 'open' },
  };
  return {
    changes: [row ? words.replace(row, value) : words.create(programmeId, wordId, value)],
    tasks: team.map((coordinatorId) => ({
      id: idOf('word', wordId, String(one.at), coordinatorId),
      job: 'checkins.tell-coordinator',
      data: { programmeId, wordId, coordinatorId },
    })),
  };
}

/** Whoever a note is for hears that there is one, and again when it says something else. */
function noteTasks({ pair, team }: Around, one: CheckIn, before: CheckIn | undefined): NewTask[] {
  const { programmeId, id: pairId } = pair;
  const isNew = (reader: 'partner' | 'coordinator'): boolean => {
    const text = noteFor(reader, one);
    return text !== undefined && text !== (before && noteFor(reader, before));
  };
  const data = { programmeId, pairId, round: one.said.round, from: one.personId };
  const tell = (job: string, to: string): NewTask => ({
    id: idOf(job, pairId, one.said.round, one.personId, String(one.at), to),
    ...{ job, data: { ...data, to } },
  });
  if (isNew('partner')) return [tell('checkins.tell-partner', partnerOf(pair, one.personId))];
  return isNew('coordinator') ? team.map((to) => tell('checkins.tell-note', to)) : [];
}

function settleTask(programmeId: string, { pairId, personId, at, said: { round } }: CheckIn): NewTask {
  return {
    id: idOf('settle', pairId, round, personId),
    job: 'checkins.settle',
    due: daysAfter(at, settlingDays, 'UTC'),
    data: { programmeId, pairId, personId, round },
  };
}

interface PairInProgramme {
  readonly pair: Pair;
  readonly programme: Programme;
}

/** The pair with its programme, when this person may answer this round of it now; Failure `gone` when it is not open. */
export async function openPair(
  deps: Platform,
  personId: string,
  at: CheckInAddress,
  round: Round,
): Promise<PairInProgramme> {
  const { value } = await pairFor(deps, personId, at.programmeId, at.pairId);
  const found = { pair: value, programme: await programmeOf(deps, at.programmeId) };
  requireRoundOpen(deps, personId, found, round);
  return found;
}

function requireRoundOpen(deps: Platform, personId: string, { pair, programme }: PairInProgramme, round: Round): void {
  const course = courseOf(pair, programme);
  if (!course || !mayCheckIn(personId, pair, { round, now: deps.clock.now(), course }))
    throw new Failure('gone', 'check-in-closed');
}

/** The round as the caller sees it, with what they said so far. Failure `gone` when it is not open and nothing was said. */
export async function viewCheckIn(
  deps: Platform,
  { personId, language }: { readonly personId: string; readonly language: Language },
  at: CheckInAddress,
  round: Round,
): Promise<CheckInPage> {
  const { value: pair } = await pairFor(deps, personId, at.programmeId, at.pairId);
  const [programme, view] = await Promise.all([programmeOf(deps, at.programmeId), viewOf(deps, pair, personId, round)]);
  if (!view.said) requireRoundOpen(deps, personId, { pair, programme }, round);
  const [compared, put] = await Promise.all([
    compare(deps, pair, { round, personId, language }),
    putOffs.find(deps.tables, pair.programmeId, pair.id, round, personId),
  ]);
  const course = courseOf(pair, programme);
  const note = openOf(round)?.text[language];
  return {
    ...{ ...view, compared, asks: ratedOf(round).map((one) => questionIn(one, language)) },
    ...{ readers: [...readersFor(pair, round)], advisers: [], mayShare: comparableOf(round).length > 0 },
    isOpen: course !== undefined && isRoundOpen(round, course, deps.clock.now()),
    ...(note === undefined ? {} : { note }),
    ...(put ? { put: put.value.way } : {}),
  };
}

/** The same for the page, with what this person confided to the advisers and who they are. */
export async function viewCheckInPage(
  deps: Confiding,
  who: { readonly personId: string; readonly language: Language },
  at: CheckInAddress,
  round: Round,
): Promise<CheckInPage> {
  return withConfided(deps, who.personId, await viewCheckIn(deps, who, at, round));
}

/** It is this round's turn: of the plan, open, and no later one is. */
export async function isAskedNow(
  deps: Platform,
  { programmeId, pairId }: CheckInAddress,
  round: Round,
): Promise<boolean> {
  const [pair, programme] = await Promise.all([findPair(deps, programmeId, pairId), findProgramme(deps, programmeId)]);
  const course = pair && programme && courseOf(pair, programme);
  return course !== undefined && openRound(course, deps.clock.now()) === round;
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

/** For the home page: open rounds in which this person has not answered yet, and did not wish to be left alone. */
export async function checkInsWaiting(deps: Platform, personId: string): Promise<CheckInView[]> {
  const found = (await pairsOfPerson(deps, personId)).map(async (pair) => {
    const programme = await findProgramme(deps, pair.programmeId);
    const course = programme && courseOf(pair, programme);
    const round = course && openRound(course, deps.clock.now());
    if (!round) return [];
    const put = await putOffs.find(deps.tables, pair.programmeId, pair.id, round, personId);
    if (put?.value.way === 'not-this') return [];
    const view = await viewOf(deps, pair, personId, round);
    return view.said ? [] : [view];
  });
  return (await Promise.all(found)).flat();
}

/** Everything this person said, in all pairs that they may see; the newest first. */
export async function myCheckIns(deps: Platform, personId: string): Promise<CheckInView[]> {
  const mine = await pairsOfPerson(deps, personId);
  const views = mine.map(async (pair) => {
    const rows = await checkIns.list(deps.tables, pair.programmeId, pair.id);
    const own = rows.filter(({ value }) => value.personId === personId);
    return Promise.all(own.map(({ value }) => viewOf(deps, pair, personId, value.said.round)));
  });
  return (await Promise.all(views)).flat().sort((a, b) => (b.at ?? 0) - (a.at ?? 0));
}

/** True when one of the two said that they met. */
export async function saidMet(deps: Platform, pair: Pair): Promise<boolean> {
  const answers = await Promise.all(
    membersOf(pair).map((personId) => checkIns.find(deps.tables, pair.programmeId, pair.id, 'day-14', personId)),
  );
  return answers.some((row) => row !== undefined && saysMet(row.value));
}
