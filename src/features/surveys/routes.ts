/** Door: what the tab asks about surveys. Results leave as released figures only. */
import { z } from 'zod';
import { download, route, type Route } from '../../platform/doors.ts';
import { id } from '../../platform/ids.ts';
import { answerPageOf, answerSurvey, surveysToAnswer, takeBack } from './answering/usecases.ts';
import { audienceAnswer, audienceCounts, audienceQuestion, group } from './audience/model.ts';
import { forecast, forecastQuestion } from './forecast/model.ts';
import { forecastOf } from './forecast/usecases.ts';
import {
  answerDraft,
  answerOutcome,
  answerPage,
  bankSet,
  decision,
  decisionDraft,
  ownQuestion,
  surveyDraft,
  surveyLine,
  surveyPage,
  surveyRef,
  surveyToAnswer,
  takenBack,
} from './model.ts';
import { roundsView } from './rounds/model.ts';
import { askAgain, roundsOf } from './rounds/usecases.ts';
import { reportQuery } from './report/model.ts';
import { exportReport } from './report/usecases.ts';
import { decide, listSurveys, surveyPageOf } from './results/usecases.ts';
import {
  audienceCounts as audienceChoices,
  audienceSize,
  bankFor,
  cancelSurvey,
  changeSurvey,
  checkWording,
  closeSurvey,
  copySurvey,
  createSurvey,
  groupsNamed,
  openSurvey,
} from './usecases.ts';
import { wordingProblem } from './wording/model.ts';

const params = z.strictObject({ surveyId: id });

export const surveysRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/surveys',
    who: 'Coordinator',
    gives: z.array(surveyLine),
    run: (deps, caller) => listSurveys(deps, caller),
  }),
  route({
    method: 'GET',
    path: '/surveys/audience',
    who: 'Coordinator',
    gives: audienceCounts,
    run: (deps, caller) => audienceChoices(deps, caller),
  }),
  route({
    method: 'POST',
    path: '/surveys/audience',
    who: 'Coordinator',
    body: audienceQuestion,
    gives: audienceAnswer,
    run: (deps, caller, { body }) => audienceSize(deps, caller, body),
  }),
  route({
    method: 'GET',
    path: '/surveys/groups',
    who: 'Coordinator',
    query: z.strictObject({ search: z.string().max(100).default('') }),
    gives: z.array(group),
    run: (deps, caller, { query }) => groupsNamed(deps, caller, query.search),
  }),
  route({
    method: 'GET',
    path: '/surveys/bank',
    who: 'Coordinator',
    gives: z.array(bankSet),
    run: async (_, caller) => bankFor(caller),
  }),
  route({
    method: 'POST',
    path: '/surveys',
    who: 'Coordinator',
    body: surveyDraft,
    gives: surveyRef,
    run: async (deps, caller, { body }) => refOf(await createSurvey(deps, caller, body)),
  }),
  route({
    method: 'GET',
    path: '/surveys/:surveyId',
    who: 'Coordinator',
    params,
    gives: surveyPage,
    run: (deps, caller, asked) => surveyPageOf(deps, caller, asked.params.surveyId),
  }),
  route({
    method: 'POST',
    path: '/surveys/wording',
    who: 'Coordinator',
    body: ownQuestion,
    gives: z.array(wordingProblem),
    run: async (_, caller, { body }) => checkWording(caller, body),
  }),
  route({
    method: 'PUT',
    path: '/surveys/:surveyId',
    who: 'Coordinator',
    params,
    body: surveyDraft,
    gives: surveyRef,
    run: async (deps, caller, asked) => refOf(await changeSurvey(deps, caller, asked.params.surveyId, asked.body)),
  }),
  route({
    method: 'POST',
    path: '/surveys/:surveyId/forecast',
    who: 'Coordinator',
    params,
    body: forecastQuestion,
    gives: forecast,
    run: (deps, caller, asked) => forecastOf(deps, caller, asked.params.surveyId, asked.body),
  }),
  ...(
    [
      ['open', openSurvey],
      ['close', closeSurvey],
      ['cancel', cancelSurvey],
      ['copy', copySurvey],
      ['again', askAgain],
    ] as const
  ).map(([verb, run]) =>
    route({
      method: 'POST',
      path: `/surveys/:surveyId/${verb}`,
      who: 'Coordinator',
      params,
      gives: surveyRef,
      run: async (deps, caller, asked) => refOf(await run(deps, caller, asked.params.surveyId)),
    }),
  ),
  route({
    method: 'GET',
    path: '/surveys/:surveyId/report',
    who: 'Coordinator',
    params,
    query: reportQuery,
    gives: download,
    run: (deps, caller, asked) => exportReport(deps, caller, asked.params.surveyId, asked.query),
  }),
  route({
    method: 'POST',
    path: '/surveys/:surveyId/decision',
    who: 'Coordinator',
    params,
    body: decisionDraft,
    gives: decision,
    run: (deps, caller, asked) => decide(deps, caller, asked.params.surveyId, asked.body),
  }),
  route({
    method: 'GET',
    path: '/surveys/:surveyId/answer',
    who: 'anybody-signed-in',
    params,
    gives: answerPage,
    run: (deps, caller, asked) => answerPageOf(deps, caller, asked.params.surveyId),
  }),
  route({
    method: 'POST',
    path: '/surveys/:surveyId/answer',
    who: 'anybody-signed-in',
    params,
    body: answerDraft,
    gives: answerOutcome,
    run: async (deps, caller, asked) => ({
      outcome: await answerSurvey(deps, caller.personId, asked.params.surveyId, asked.body),
    }),
  }),
  route({
    method: 'POST',
    path: '/surveys/:surveyId/answer/take-back',
    who: 'anybody-signed-in',
    params,
    gives: takenBack,
    run: async (deps, caller, asked) => ({
      isTakenBack: await takeBack(deps, caller.personId, asked.params.surveyId),
    }),
  }),
  route({
    method: 'GET',
    path: '/surveys/:surveyId/rounds',
    who: 'Coordinator',
    params,
    gives: roundsView,
    run: (deps, caller, asked) => roundsOf(deps, caller, asked.params.surveyId),
  }),
  route({
    method: 'GET',
    path: '/me/surveys',
    who: 'anybody-signed-in',
    gives: z.array(surveyToAnswer),
    run: (deps, caller) => surveysToAnswer(deps, caller.personId),
  }),
];

function refOf({ id: surveyId, state }: z.infer<typeof surveyRef>): z.infer<typeof surveyRef> {
  return { id: surveyId, state };
}
