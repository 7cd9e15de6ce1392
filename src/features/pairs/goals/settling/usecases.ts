/**
 * What came of a mentee's goals, on its way to the evaluation: two weeks after the end it goes, as one of three words and without a name, to those
 * that are released together, as settled answers of a check-in do. Nothing else of a goal ever leaves the pair.
 */
import { day, endOfDay } from '../../../../platform/clock.ts';
import type { JobResult } from '../../../../platform/doors.ts';
import { idOf } from '../../../../platform/ids.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { findProgramme } from '../../../programmes/usecases.ts';
import type { MarkedAs } from '../../../release/answers/forgetting/usecases.ts';
import { forgetAnswers, keepAnswer } from '../../../release/answers/usecases.ts';
import type { Release, ReleaseItem } from '../../../release/model.ts';
import { latestRelease, releaseResults } from '../../../release/usecases.ts';
import type { Pair } from '../../model.ts';
import { findPair, type PairListener } from '../../usecases.ts';
import { ownGoalsItem, type GoalOutcome } from '../model.ts';
import { wordOf } from '../rules.ts';
import { pairGoals } from '../store.ts';

/** So long after the end an outcome may be said or changed before it counts, and so long it is waited for. */
const settlesAfter = 14 * day;
const lastChanceAfter = 60 * day;
const lookEvery = 7 * day;

/** On the scale of the release: 4 and 5 agree, 1 and 2 do not. */
const pointOf: Readonly<Record<GoalOutcome, 1 | 3 | 5>> = { not: 1, partly: 3, reached: 5 };
const items: readonly ReleaseItem[] = [{ id: ownGoalsItem, kind: 'rating' }];

/** Under which the words of a programme's mentees are released. */
const figuresId = (programmeId: string): string => idOf('pair-goals', programmeId);

/** What says that a mentee's word was counted: for whoever forgets them, once their goals are gone. */
export const goalsMark = ({ programmeId, id, menteeId }: Pick<Pair, 'programmeId' | 'id' | 'menteeId'>): MarkedAs => ({
  surveyId: figuresId(programmeId),
  personId: `${id} ${menteeId}`,
});

/** A pair began or ended: a look after its end. */
export const planSettling: PairListener = async (deps, pair) => {
  const over = await overAt(deps, pair);
  if (over === undefined) return;
  const { id: pairId, programmeId } = pair;
  await deps.outbox.ask('programmes', programmeId, {
    ...{ id: idOf('pairs.settleGoals', pairId, pair.state), job: 'pairs.settleGoals', data: { programmeId, pairId } },
    due: over + settlesAfter,
  });
};

/** The end of the pair, or of its programme, which may still move. */
async function overAt(deps: Platform, { programmeId, endedAt }: Pair): Promise<number | undefined> {
  if (endedAt !== undefined) return endedAt;
  const programme = await findProgramme(deps, programmeId);
  return programme && endOfDay(programme.endsOn, programme.zone);
}

/** Once for each mentee of a pair; what is said later counts no more. */
export async function settleGoals(
  deps: Platform,
  { programmeId, pairId }: { readonly programmeId: string; readonly pairId: string },
): Promise<JobResult> {
  const pair = await findPair(deps, programmeId, pairId);
  const over = pair?.activeAt === undefined ? undefined : await overAt(deps, pair);
  if (!pair || over === undefined) return undefined;
  const now = deps.clock.now();
  if (now < over + settlesAfter) return { again: over + settlesAfter };
  const goals = (await pairGoals.list(deps.tables, programmeId, pairId)).map(({ value }) => value);
  const isLastChance = now >= over + lastChanceAfter;
  const word = wordOf(goals, isLastChance);
  if (word === undefined) return isLastChance || goals.length === 0 ? undefined : { again: now + lookEvery };
  await keepAnswer(deps, {
    ...goalsMark(pair),
    response: { ratings: { [ownGoalsItem]: pointOf[word] }, texts: {} },
    // Whoever is forgotten at this moment leaves no mark.
    isOpen: async () => goals.length === 0 || (await pairGoals.list(deps.tables, programmeId, pairId)).length > 0,
  });
  return undefined;
}

/** What may be told of them: releases what has settled meanwhile. */
export function releaseGoals(deps: Platform, programmeId: string): Promise<Release | undefined> {
  return releaseResults(deps, { surveyId: figuresId(programmeId), items, isClosing: false });
}

/** Without making a release. */
export function releasedGoals(deps: Platform, programmeId: string): Promise<Release | undefined> {
  return latestRelease(deps, figuresId(programmeId));
}

/** A year after the programme: the single words go, what was told of them stays. */
export function forgetGoalWords(deps: Platform, programmeId: string): Promise<void> {
  return forgetAnswers(deps, figuresId(programmeId));
}
