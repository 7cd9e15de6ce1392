/** Reminding those who have not answered: on the days of the plan, in their working hours, within the month's budget. */
import type { JobResult } from '../../../platform/doors.ts';
import { idOf } from '../../../platform/ids.ts';
import type { NewTask } from '../../../platform/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Change } from '../../../platform/tables.ts';
import { sentRows } from '../../people/messages/store.ts';
import { deliver } from '../../people/messages/usecases.ts';
import { hasAnswered, withoutAnswer } from '../answering/keeping/usecases.ts';
import { invitationOf } from '../answering/usecases.ts';
import { inviteCard } from '../cards.ts';
import { mayAnswerSurvey } from '../policy.ts';
import { takesAnswers } from '../rules.ts';
import { nudging } from '../sends.ts';
import { askedRows } from '../store.ts';
import { findSurvey } from '../usecases.ts';
import { reminderPartition, reminding } from './store.ts';

/** The mark of how far it is and a task for each, in one batch of a hundred at most. */
const peopleInBatch = 45;
const batchesInStep = 10;

/** For the job: a task for everybody who has not answered yet, step by step; repeated, it goes on where it stopped. */
export async function remindAudience(deps: Platform, surveyId: string, on: string): Promise<JobResult> {
  const survey = await findSurvey(deps, surveyId);
  if (!survey || !takesAnswers(survey, deps.clock.now())) return undefined;
  const partition = reminderPartition(surveyId);
  const after = (await reminding.find(deps.tables, partition, on))?.value.after ?? '';
  const asked = (await askedRows.list(deps.tables, surveyId)).map(({ key }) => key.join()).toSorted();
  const left = asked.filter((id) => id > after);
  const now = left.slice(0, peopleInBatch * batchesInStep);
  const open = new Set(await withoutAnswer(deps, survey, now));
  for (let start = 0; start < now.length; start += peopleInBatch) {
    const group = now.slice(start, start + peopleInBatch);
    const tasks = group.filter((id) => open.has(id)).map((id) => nudge(surveyId, id, on));
    await deps.outbox.commit([reminding.put(partition, on, { after: group.at(-1) ?? after })], tasks);
  }
  return now.length < left.length ? { again: deps.clock.now() } : undefined;
}

function nudge(surveyId: string, personId: string, on: string): NewTask {
  const id = idOf('surveys.nudge', surveyId, on, personId);
  return { id, job: 'surveys.nudge', lane: 'campaign', data: { surveyId, personId, on } };
}

/** For the job: the card once more, unless it is answered or over by then. It counts as unsolicited. */
export async function sendReminder(
  deps: Platform,
  { surveyId, personId, on }: { readonly surveyId: string; readonly personId: string; readonly on: string },
): Promise<JobResult> {
  const [survey, asked] = await Promise.all([
    findSurvey(deps, surveyId),
    askedRows.find(deps.tables, surveyId, personId),
  ]);
  if (!survey || !mayAnswerSurvey(asked) || !takesAnswers(survey, deps.clock.now())) return undefined;
  if (await hasAnswered(deps, survey, personId)) return undefined;
  return deliver(deps, {
    ...{ ...nudging.as, table: 'surveys', partition: reminderPartition(surveyId) },
    ...{ sendId: nudge(surveyId, personId, on).id, data: { surveyId, personId, on }, personId },
    programmeLanguage: survey.language,
    card: async (language) =>
      (await hasAnswered(deps, survey, personId))
        ? undefined
        : inviteCard(language, { ...invitationOf(survey, language), isReminder: true }),
  });
}

const rowsInBatch = 100;

/** After the close nothing says any more who was reminded. */
export async function forgetReminders(deps: Platform, surveyId: string): Promise<void> {
  const partition = reminderPartition(surveyId);
  const [sent, steps] = await Promise.all([
    sentRows.surveys.list(deps.tables, partition),
    reminding.list(deps.tables, partition),
  ]);
  const changes: Change[] = [...sent.map(sentRows.surveys.remove), ...steps.map(reminding.remove)];
  for (let start = 0; start < changes.length; start += rowsInBatch)
    await deps.tables.commit(changes.slice(start, start + rowsInBatch));
}
