/** All that somebody ever answered, in every feature that asks: without a figure that differs by one afterwards. */
import type { Confiding } from '../../../checkins/confiding/usecases.ts';
import { forgetCheckIns } from '../../../checkins/forgetting/usecases.ts';
import { pairsOfPerson } from '../../../pairs/usecases.ts';
import { forgetAnswersOf } from '../../../release/answers/forgetting/usecases.ts';
import { surveysAnsweredBy } from '../../../surveys/answering/forgetting/usecases.ts';
import { skillsSaidBy } from '../../../training/skills/forgetting/usecases.ts';

/** Before the rows go that lead to the answers: pairs, applications, surveys that ask. */
export async function forgetAllAnswers(deps: Confiding, personId: string): Promise<void> {
  for (const where of [await surveysAnsweredBy(deps, personId), await skillsSaidBy(deps, personId)])
    await forgetAnswersOf(deps, personId, where);
  for (const { programmeId, id: pairId } of await pairsOfPerson(deps, personId))
    await forgetCheckIns(deps, personId, { programmeId, pairId });
}
