/** Where somebody may have answered: every survey that was ever open, since whom it asked need not be known any more. */
import type { Platform } from '../../../../platform/platform.ts';
import type { AnsweredIn } from '../../../release/answers/forgetting/usecases.ts';
import { chainOf } from '../../rounds/rules.ts';
import { indexPartition, surveyIndex } from '../../store.ts';
import { findSurvey } from '../../usecases.ts';
import { isConfidential } from '../keeping/usecases.ts';

export async function surveysAnsweredBy(deps: Platform, personId: string): Promise<AnsweredIn> {
  const lines = await surveyIndex.list(deps.tables, indexPartition);
  const found = await Promise.all(lines.map(({ value }) => findSurvey(deps, value.surveyId)));
  const opened = found.flatMap((one) => (one && one.state !== 'draft' ? [one] : []));
  return {
    rounds: opened.filter(isConfidential).map((one) => ({ surveyId: one.id, chainId: chainOf(one) })),
    marks: opened.filter((one) => !isConfidential(one)).map(({ id }) => ({ surveyId: id, personId })),
  };
}
