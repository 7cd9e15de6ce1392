/** What surveys do by themselves: ask, remind, close on the last day, publish the last figures, and mix answers. All may run twice. */
import { z } from 'zod';
import { job, type Job } from '../../platform/doors.ts';
import { id } from '../../platform/ids.ts';
import { personId } from '../people/model.ts';
import { askAudience, sendSurvey, shuffleAnswers } from './answering/usecases.ts';
import { forgetReminders, remindAudience, sendReminder } from './reminding/usecases.ts';
import { finishRound } from './rounds/usecases.ts';
import { closeByDate, finishSurvey } from './usecases.ts';

const ofSurvey = z.object({ surveyId: id });
const ofDay = ofSurvey.extend({ on: z.iso.date() });

export const surveysJobs: readonly Job[] = [
  job({ name: 'surveys.invite', data: ofSurvey, run: (deps, { surveyId }) => askAudience(deps, surveyId) }),
  job({
    name: 'surveys.send',
    data: ofSurvey.extend({ personId }),
    run: (deps, data) => sendSurvey(deps, data.surveyId, data.personId),
  }),
  job({
    name: 'surveys.close',
    data: ofSurvey,
    run: async (deps, { surveyId }) => (await closeByDate(deps, surveyId)) ?? undefined,
  }),
  job({
    name: 'surveys.remind',
    data: ofDay,
    run: (deps, { surveyId, on }) => remindAudience(deps, surveyId, on),
  }),
  job({ name: 'surveys.nudge', data: ofDay.extend({ personId }), run: (deps, data) => sendReminder(deps, data) }),
  job({
    name: 'surveys.finish',
    data: ofSurvey,
    run: async (deps, { surveyId }) => {
      await finishSurvey(deps, surveyId);
      await finishRound(deps, surveyId);
      await forgetReminders(deps, surveyId);
      return undefined;
    },
  }),
  job({ name: 'surveys.shuffle', data: ofSurvey, run: (deps, { surveyId }) => shuffleAnswers(deps, surveyId) }),
];
