/** All that somebody ever answered, in every feature that asks: without a figure that differs by one afterwards. */
import type { Confiding } from '../../../checkins/confiding/usecases.ts';
import { forgetCheckIns } from '../../../checkins/forgetting/usecases.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { goalsMark } from '../../../pairs/goals/settling/usecases.ts';
import { goalNotes, goalSteps, pairGoals } from '../../../pairs/goals/store.ts';
import type { Pair } from '../../../pairs/model.ts';
import { pairsOfPerson } from '../../../pairs/usecases.ts';
import { forgetAnswersOf } from '../../../release/answers/forgetting/usecases.ts';
import { surveysAnsweredBy } from '../../../surveys/answering/forgetting/usecases.ts';
import { skillsSaidBy } from '../../../training/skills/forgetting/usecases.ts';

/** Before the rows go that lead to the answers: pairs, applications, surveys that ask. */
export async function forgetAllAnswers(deps: Confiding, personId: string): Promise<void> {
  for (const where of [await surveysAnsweredBy(deps, personId), await skillsSaidBy(deps, personId)])
    await forgetAnswersOf(deps, personId, where);
  for (const pair of await pairsOfPerson(deps, personId)) {
    await forgetCheckIns(deps, personId, { programmeId: pair.programmeId, pairId: pair.id });
    if (pair.menteeId === personId) await forgetGoals(deps, pair);
  }
}

/** Rows first, the mark after: what is not there any more is counted no second time. */
async function forgetGoals(deps: Platform, pair: Pair): Promise<void> {
  for (const rows of [pairGoals, goalSteps, goalNotes])
    for (const row of await rows.list(deps.tables, pair.programmeId, pair.id))
      await deps.tables.drop('programmes', pair.programmeId, rows.remove(row).rowKey);
  await forgetAnswersOf(deps, pair.menteeId, { marks: [goalsMark(pair)] });
}
