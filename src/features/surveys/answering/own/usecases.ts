/** The own answers, for whoever is signed in and for nobody else: the person's id comes from the caller, never from what was asked for. */
import type { Caller } from '../../../../platform/doors.ts';
import { mapAtOnce } from '../../../../platform/at-once.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { ownHeldAnswer } from '../../../release/answers/confidential/usecases.ts';
import { askedSetOf } from '../../bank/rules.ts';
import type { Survey } from '../../model.ts';
import { chainOf, modeOf } from '../../rounds/rules.ts';
import { askedRows, indexPartition, surveyIndex } from '../../store.ts';
import { findSurvey } from '../../usecases.ts';
import { isConfidential } from '../keeping/usecases.ts';
import type { OwnAnswers } from './model.ts';
import { answersInWords } from './rules.ts';

const surveysAtOnce = 8;

type Reader = Pick<Caller, 'personId' | 'language'>;

/** Confidential answers that stand, and the anonymous surveys that asked this person; the newest first. */
export async function ownAnswersOf(deps: Platform, reader: Reader): Promise<OwnAnswers[]> {
  const lines = await surveyIndex.list(deps.tables, indexPartition);
  const found = await mapAtOnce(lines, surveysAtOnce, async ({ value }) => {
    const survey = await findSurvey(deps, value.surveyId);
    return survey?.state === 'open' || survey?.state === 'closed' ? answersIn(deps, reader, survey) : undefined;
  });
  return found.flatMap((one) => one ?? []).toSorted((a, b) => (b.openedAt ?? 0) - (a.openedAt ?? 0));
}

async function answersIn(
  deps: Platform,
  { personId, language }: Reader,
  survey: Survey,
): Promise<OwnAnswers | undefined> {
  const { id: surveyId, openedAt } = survey;
  const base = {
    ...{ surveyId, title: askedSetOf(survey, language).title, mode: modeOf(survey) },
    ...(openedAt === undefined ? {} : { openedAt }),
  };
  if (!isConfidential(survey))
    return (await askedRows.find(deps.tables, surveyId, personId)) ? { ...base, answers: [] } : undefined;
  const said = await ownHeldAnswer(deps, { surveyId, chainId: chainOf(survey) }, personId);
  return said && { ...base, answers: answersInWords(survey.items, said, language) };
}
