/** A published proposal becomes offers, in steps that can be cut off anywhere; each side answers in its turn, and once. */
import type { JobResult } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { idOf, newId } from '../../../platform/ids.ts';
import type { NewTask } from '../../../platform/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Row } from '../../../platform/tables.ts';
import { untilUnchanged } from '../../../platform/tables/conflict.ts';
import { readyAmong } from '../../matching/facts/usecases.ts';
import type { ProposedPair } from '../../matching/model.ts';
import { proposals, standings } from '../../matching/store.ts';
import { proposedPairsOf } from '../../matching/usecases.ts';
import { wavesAt } from '../../matching/waves/rules.ts';
import type { Programme } from '../../programmes/model.ts';
import { programmeOf, reachStage } from '../../programmes/usecases.ts';
import { takesPartAs, type Application } from '../../recruitment/model.ts';
import { endRound } from '../../recruitment/rounds/usecases.ts';
import { applied } from '../../recruitment/store.ts';
import { markWaited } from '../../recruitment/usecases.ts';
import { isLiving, sideOf, type Pair, type PartingReason, type Side } from '../model.ts';
import { mayAnswerOffer, maySeeOffer } from '../policy.ts';
import { reminderWorkingDays, workingDaysAfter } from '../rules.ts';
import { changePair, pairLines, pairs, partings } from '../store.ts';
import { pairsOfProgramme } from '../usecases.ts';

/** Four rows for each pair with its tasks: within the hundred of a batch. */
const pairsInStep = 20;

export const pairIdOf = (proposalId: string, menteeId: string, mentorId: string): string =>
  idOf('pair', proposalId, menteeId, mentorId);

/** One step of publishing: the next pairs that are not offered yet; at the end everybody without a pair is told. */
export async function offerPairs(deps: Platform, programmeId: string, proposalId: string): Promise<JobResult> {
  const [programme, all, before, applications] = await Promise.all([
    programmeOf(deps, programmeId),
    publishedPairs(deps, programmeId, proposalId),
    pairsOfProgramme(deps, programmeId),
    applied(deps.tables, programmeId),
  ]);
  if (!all) return undefined;
  const step = nextOffers(proposalId, all.open, before, applications).slice(0, pairsInStep);
  if (step.length > 0) {
    await writeOffers(deps, programme, proposalId, step);
    return { again: deps.clock.now() };
  }
  await reachStage(deps, programmeId, 'run');
  if (all.next !== undefined) return { again: all.next };
  await endRound(deps, programmeId);
  const ready = await readyAmong(deps, programmeId, applications);
  const without = withoutPair(before, ready);
  // Whether they can be told or not: they come first next time.
  await markWaited(
    deps,
    programmeId,
    without.map(({ personId }) => personId),
  );
  for (const wanted of without)
    await deps.outbox.ask('programmes', programmeId, {
      id: idOf('pairs.tellUnmatched', proposalId, wanted.personId, wanted.side),
      job: 'pairs.tellUnmatched',
      data: { programmeId, proposalId, ...wanted },
    });
  const known = new Set(without.map(({ personId }) => personId));
  for (const { personId } of withoutPair(before, applications))
    if (!known.has(personId))
      await deps.outbox.ask('programmes', programmeId, {
        ...{ id: idOf('training.missing', programmeId, personId), job: 'training.missing' },
        data: { programmeId, personId },
      });
  return undefined;
}

/** The pairs whose wave has come, and when the next one does; nothing when a later proposal has taken the place of what was to come. */
async function publishedPairs(deps: Platform, programmeId: string, proposalId: string) {
  const [head, all] = await Promise.all([
    proposals.find(deps.tables, programmeId, proposalId),
    proposedPairsOf(deps, programmeId, proposalId),
  ]);
  const { waves, publishedAt } = head?.value ?? {};
  if (!waves || publishedAt === undefined) return { open: all, next: undefined };
  const later = (await proposals.list(deps.tables, programmeId)).some(
    ({ value }) => (value.publishedAt ?? 0) > publishedAt,
  );
  return later ? undefined : wavesAt(all, waves, { publishedAt, now: deps.clock.now() });
}

/** What of a proposal can still be offered: both still take part, the mentee is free, the mentor has a place. */
export function nextOffers(
  proposalId: string,
  proposed: readonly ProposedPair[],
  before: readonly Pair[],
  applications: readonly Application[],
): ProposedPair[] {
  const here = new Map(applications.map((one) => [one.personId, one]));
  const known = new Set(before.map((one) => one.id));
  const matched = new Set(before.filter(isLiving).map((one) => one.menteeId));
  const load = new Map<string, number>();
  for (const one of before.filter(isLiving)) load.set(one.mentorId, (load.get(one.mentorId) ?? 0) + 1);
  return proposed.filter(({ menteeId, mentorId }) => {
    const [mentee, mentor] = [here.get(menteeId), here.get(mentorId)];
    const mentees = load.get(mentorId) ?? 0;
    if (known.has(pairIdOf(proposalId, menteeId, mentorId)) || matched.has(menteeId)) return false;
    if (!mentee || !takesPartAs('mentee', mentee) || !mentor || !takesPartAs('mentor', mentor)) return false;
    if (!mentor.answers.mayShowName || mentees >= mentor.answers.capacity) return false;
    load.set(mentorId, mentees + 1);
    matched.add(menteeId);
    return true;
  });
}

async function writeOffers(
  deps: Platform,
  programme: Programme,
  proposalId: string,
  step: readonly ProposedPair[],
): Promise<void> {
  const now = deps.clock.now();
  const programmeId = programme.id;
  const made = step.map(({ menteeId, mentorId, reasons }): Pair => {
    const id = pairIdOf(proposalId, menteeId, mentorId);
    return { id, programmeId, proposalId, menteeId, mentorId, state: 'offered', reasons, offeredAt: now };
  });
  // Lines first: a line that leads to no pair is skipped, a pair without a line would be lost to its members.
  await Promise.all(
    made.flatMap((one) =>
      [one.menteeId, one.mentorId].map((personId) =>
        deps.tables.commit([pairLines.put(personId, one.id, { programmeId, pairId: one.id })]),
      ),
    ),
  );
  const rows = made.flatMap((one) => [
    pairs.create(programmeId, one.id, one),
    standings.put(programmeId, one.id, { menteeId: one.menteeId, mentorId: one.mentorId, state: 'living' }),
  ]);
  await deps.outbox.commit(
    rows,
    made.flatMap((one) => askTasks(one, 'mentee', now, programme.zone)),
  );
}

/** The question now, and one reminder when there is no answer. */
function askTasks({ id: pairId, programmeId, ...pair }: Pair, side: Side, now: number, zone: string): NewTask[] {
  const data = { programmeId, pairId, side, personId: side === 'mentee' ? pair.menteeId : pair.mentorId };
  return [
    { id: idOf('pairs.ask', pairId, side), job: 'pairs.ask', data },
    {
      id: idOf('pairs.remind', pairId, side),
      job: 'pairs.remind',
      data,
      due: workingDaysAfter(now, reminderWorkingDays, zone),
    },
  ];
}

function withoutPair(all: readonly Pair[], applications: readonly Application[]): { personId: string; side: Side }[] {
  const paired = new Set(all.filter(isLiving).flatMap((one) => [one.menteeId, one.mentorId]));
  return applications
    .filter((one) => !paired.has(one.personId))
    .map((one) => ({ personId: one.personId, side: takesPartAs('mentee', one) ? 'mentee' : 'mentor' }));
}

export interface Answer {
  readonly said: 'yes' | 'no';
  readonly why?: PartingReason;
}

/** Takes an answer; an answer that comes too late, or twice, changes nothing. Gives the pair as it is then. */
export function answerOffer(
  deps: Platform,
  personId: string,
  programmeId: string,
  pairId: string,
  answer: Answer,
): Promise<Pair> {
  return untilUnchanged(() => answerOnce(deps, personId, { programmeId, pairId }, answer));
}

async function answerOnce(
  deps: Platform,
  personId: string,
  { programmeId, pairId }: { readonly programmeId: string; readonly pairId: string },
  answer: Answer,
): Promise<Pair> {
  const row = await offerFor(deps, personId, programmeId, pairId);
  if (!mayAnswerOffer(personId, row.value)) return row.value;
  const { zone } = await programmeOf(deps, programmeId);
  const side = personId === row.value.menteeId ? 'mentee' : 'mentor';
  const next = answered(row.value, side, answer.said, deps.clock.now());
  const counted =
    answer.said === 'no'
      ? [partings.create(programmeId, newId(), { what: 'declined', why: answer.why ?? 'not-said' })]
      : [];
  const changes = [...(await changePair(deps.tables, row, next)), ...counted];
  await deps.outbox.commit(changes, whatFollows(next, side, deps.clock.now(), zone));
  return next;
}

/** The offer when this person may see it; else Failure `not-found`. */
export async function offerFor(
  deps: Platform,
  personId: string,
  programmeId: string,
  pairId: string,
): Promise<Row<Pair>> {
  const row = await pairs.find(deps.tables, programmeId, pairId);
  if (!row || !maySeeOffer(personId, row.value)) throw new Failure('not-found', 'pair-gone');
  return row;
}

function answered(one: Pair, side: Side, said: 'yes' | 'no', now: number): Pair {
  const next: Pair = { ...one, ...(side === 'mentee' ? { menteeSaid: said } : { mentorSaid: said }) };
  if (said === 'no') return { ...next, state: 'declined', endedAt: now };
  if (side === 'mentee') return { ...next, mentorAskedAt: now };
  return { ...next, state: 'active', activeAt: now };
}

function whatFollows(one: Pair, side: Side, now: number, zone: string): NewTask[] {
  const data = { programmeId: one.programmeId, pairId: one.id };
  if (one.state === 'active') return [{ id: idOf('pairs.begin', one.id), job: 'pairs.begin', data }];
  if (one.state === 'offered') return askTasks(one, 'mentor', now, zone);
  const told = { ...data, side: 'mentee' };
  return side === 'mentor' ? [{ id: idOf('pairs.tellNotNow', one.id), job: 'pairs.tellNotNow', data: told }] : [];
}

/** Somebody left the programme: offers that nobody can say yes to any more are taken back, and who was asked is told. */
export async function withdrawOffers(deps: Platform, programmeId: string, personId: string): Promise<void> {
  for (const row of await pairs.list(deps.tables, programmeId)) {
    const one = row.value;
    const side = sideOf(one, personId);
    if (one.state !== 'offered' || !side) continue;
    const next: Pair = { ...one, state: 'withdrawn', endedAt: deps.clock.now() };
    const wasAsked = side === 'mentor' || one.menteeSaid === 'yes';
    const data = { programmeId, pairId: one.id, side: side === 'mentor' ? 'mentee' : 'mentor' };
    const told = { id: idOf('pairs.tellNotNow', one.id), job: 'pairs.tellNotNow', data };
    await deps.outbox.commit(await changePair(deps.tables, row, next), wasAsked ? [told] : []);
  }
}
