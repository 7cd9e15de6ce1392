/** How a programme goes, on one page: counts that are kept, released figures, goals, cohorts, what it cost. */
import { localDate } from '../../../platform/clock.ts';
import type { Caller } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import type { Platform } from '../../../platform/platform.ts';
import { coordinatedProgramme, findProgramme, programmeOf } from '../../programmes/usecases.ts';
import { releasedGoals } from '../../pairs/goals/settling/usecases.ts';
import { headcountOf } from '../../release/rules.ts';
import { releasedCheckIns, surveysOfProgramme } from '../goals/reading/usecases.ts';
import { isOver } from '../goals/rules.ts';
import { answersFrom } from '../goals/usecases.ts';
import { countFacts, factsOf } from './facts/usecases.ts';
import type { Cost, Quality, QualityPage } from './model.ts';
import { cohortLines, costOf, goalCounts, hoursOf, linesOf, ownGoalsOf, saidOf, spentOf, waitingOf } from './rules.ts';
import { costRows, only } from './store.ts';

/** For other features, without asking who. */
export async function qualityOf(deps: Platform, programmeId: string): Promise<Quality> {
  const programme = await programmeOf(deps, programmeId);
  const [facts, surveys, cost] = await Promise.all([
    factsOf(deps, programme),
    surveysOfProgramme(deps, programmeId),
    costRows.find(deps.tables, programmeId, only),
  ]);
  const release = await releasedCheckIns(deps, programmeId);
  const over = isOver(programme, deps.clock.now());
  const hours = hoursOf(facts.all);
  return {
    ...{ at: facts.at, isOver: over, pairs: headcountOf(facts.all.pairs), lines: linesOf(facts, over) },
    ...(hours ? { hours } : {}),
    ...{ ...saidOf(release), ...ownGoalsOf(await releasedGoals(deps, programmeId)) },
    goals: goalCounts(await answersFrom(deps, programme, { facts, surveys })),
    ...{ cohorts: cohortLines(facts, over), waiting: waitingOf(surveys) },
    ...spentOf(facts),
    ...costOf(cost?.value, facts),
  };
}

export async function qualityPageOf(deps: Platform, caller: Caller, programmeId: string): Promise<QualityPage> {
  const { value } = await coordinatedProgramme(deps, caller, programmeId);
  const { id, name, zone } = value;
  return { ...(await qualityOf(deps, id)), programme: { id, name }, today: localDate(deps.clock.now(), zone) };
}

/** In place of what was entered before. Failure `bad-input` for a day to come. */
export async function enterCost(deps: Platform, caller: Caller, programmeId: string, entered: Cost): Promise<void> {
  const { value } = await coordinatedProgramme(deps, caller, programmeId);
  if (entered.on > localDate(deps.clock.now(), value.zone))
    throw new Failure('bad-input', 'day-to-come', { fields: [{ field: 'on', reason: 'day-to-come' }] });
  await deps.tables.commit([costRows.put(value.id, only, entered)]);
}

/** For the job; of a programme that is gone nothing is counted. */
export async function countAgain(deps: Platform, programmeId: string): Promise<void> {
  const programme = await findProgramme(deps, programmeId);
  if (programme) await countFacts(deps, programme);
}
