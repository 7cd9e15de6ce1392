/** Asking people and taking their answers. What is kept of an answer, and that it leads to nobody, is the business of `release`. */
import { Failure } from '../../../platform/errors.ts';
import { idOf } from '../../../platform/ids.ts';
import { describeError } from '../../../platform/log.ts';
import type { Caller, JobResult } from '../../../platform/doors.ts';
import type { NewTask } from '../../../platform/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Language } from '../../../platform/words.ts';
import { deliver } from '../../people/messages/usecases.ts';
import type { Kept, Response } from '../../release/answers/model.ts';
import { mixAnswers } from '../../release/answers/usecases.ts';
import { floors } from '../../release/model.ts';
import { askedOf, peopleIn } from '../audience/usecases.ts';
import { askedSetOf } from '../bank/rules.ts';
import { inviteCard, type Invitation } from '../cards.ts';
import type { AnswerDraft, AnswerPage, Survey, SurveyToAnswer } from '../model.ts';
import { mayAnswerSurvey } from '../policy.ts';
import type { Answers, Question } from '../questions/model.ts';
import { fitsCard, keptOf, problemsOf, saidInCard } from '../questions/rules.ts';
import { modeOf } from '../rounds/rules.ts';
import { closesAt, partsFor, takesAnswers } from '../rules.ts';
import { asking } from '../sends.ts';
import { askedRows, findSurveyRow, surveys, toAnswer } from '../store.ts';
import { findSurvey } from '../usecases.ts';
import { hasAnswered, isConfidential, keepAnswer, takeBackAnswer } from './keeping/usecases.ts';

/** A row and a task for each, in one batch of a hundred at most. */
const peopleInBatch = 45;
/** Well within a task's lease, however slow storage is. */
const stepMs = 25_000;

/** For the job: notes whom the survey asks and asks them, step by step; repeated, it goes on where it stopped. */
export async function askAudience(deps: Platform, surveyId: string): Promise<JobResult> {
  const begun = deps.clock.machine();
  const row = await findSurveyRow(deps.tables, surveyId);
  if (row?.value.state !== 'open') return undefined;
  const { audience, sample, partedBy } = row.value;
  const wanted = askedOf(surveyId, await peopleIn(deps, audience), sample);
  const known = new Set((await askedRows.list(deps.tables, surveyId)).map(({ key }) => key[0]));
  const parts = partsFor(wanted, floors.text, partedBy);
  // Who was drawn stays drawn, and who joined since takes nobody's place.
  const places = sample ? Math.max(0, wanted.length - known.size) : wanted.length;
  const missing = wanted.filter(({ id }) => !known.has(id)).slice(0, places);
  let done = 0;
  while (done < missing.length && (done === 0 || deps.clock.machine() - begun < stepMs)) {
    const ids = missing.slice(done, done + peopleInBatch).map(({ id }) => id);
    const rows = ids.map((id) => askedRows.create(surveyId, id, { surveyId, ...ofPart(parts.get(id)) }));
    await deps.outbox.commit(
      rows,
      ids.map((id) => sendTask(surveyId, id)),
    );
    done += ids.length;
  }
  if (done < missing.length) return { again: deps.clock.now() };
  const asked = known.size + done;
  await deps.tables.commit([surveys.replace(row, { ...row.value, asked })]);
  return undefined;
}

function ofPart<T>(of: T | undefined): { of?: T } {
  return of === undefined ? {} : { of };
}

function sendTask(surveyId: string, personId: string): NewTask {
  const id = idOf('surveys.send', surveyId, personId);
  return { id, job: 'surveys.send', lane: 'campaign', data: { surveyId, personId } };
}

/** For the job: the card to one person, unless the survey is over or answered by then. */
export async function sendSurvey(deps: Platform, surveyId: string, personId: string): Promise<JobResult> {
  const [survey, asked] = await Promise.all([
    findSurvey(deps, surveyId),
    askedRows.find(deps.tables, surveyId, personId),
  ]);
  if (!survey || !mayAnswerSurvey(asked) || !takesAnswers(survey, deps.clock.now())) return undefined;
  await deps.tables.commit([toAnswer.put(personId, surveyId, { surveyId })]);
  return deliver(deps, {
    ...asking.as,
    table: 'surveys',
    partition: surveyId,
    sendId: idOf('surveys.send', surveyId, personId),
    data: { surveyId, personId },
    personId,
    programmeLanguage: survey.language,
    card: async (language) =>
      (await hasAnswered(deps, survey, personId)) ? undefined : inviteCard(language, invitationOf(survey, language)),
  });
}

export function invitationOf(survey: Survey, language: Language): Invitation {
  const { id, zone, floor, items } = survey;
  const asks = askedSetOf(survey, language);
  const mode = modeOf(survey);
  return { surveyId: id, closesAt: closesAt(survey), zone, floor, mode, asks, isWhole: fitsCard(items) };
}

/** What was chosen in a card, as it is meant: a card's inputs are texts, several choices one text with commas. */
export async function answerInCard(
  deps: Platform,
  personId: string,
  surveyId: string,
  inputs: Readonly<Record<string, string>>,
): Promise<Kept> {
  return answerWith(deps, personId, surveyId, (items) => {
    const given = items.flatMap((one) => {
      const text = inputs[one.id];
      return text === undefined ? [] : [[one.id, saidInCard(one, text)] as const];
    });
    return Object.fromEntries(given);
  });
}

/** Keeps an answer; a second one of the same person, or one after the close, is an outcome and not an error. */
export function answerSurvey(
  deps: Platform,
  personId: string,
  surveyId: string,
  { answers }: AnswerDraft,
): Promise<Kept> {
  return answerWith(deps, personId, surveyId, () => answers);
}

async function answerWith(
  deps: Platform,
  personId: string,
  surveyId: string,
  read: (items: readonly Question[]) => Answers,
): Promise<Kept> {
  const isOpen = async (): Promise<boolean> => {
    const now = await findSurvey(deps, surveyId);
    return now !== undefined && takesAnswers(now, deps.clock.now());
  };
  const { survey, of } = await askedSurvey(deps, personId, surveyId);
  if (!(await isOpen())) return 'closed';
  const answers = read(survey.items);
  const fields = problemsOf(survey.items, answers);
  if (fields[0]) throw new Failure('bad-input', fields[0].reason, { fields });
  const response = { ...keptOf(survey.items, answers), ...ofPart(of) };
  const outcome = await keepAnswer(deps, survey, { personId, response, isOpen });
  if (outcome === 'kept' && !isConfidential(survey)) await mixSoon(deps, surveyId);
  return outcome;
}

/** A confidential answer goes, whenever its person wants; figures that were told by then stay. False where there is none to be found. */
export async function takeBack(deps: Platform, personId: string, surveyId: string): Promise<boolean> {
  const { survey } = await askedSurvey(deps, personId, surveyId);
  return takeBackAnswer(deps, survey, personId);
}

/** The answer is kept whatever becomes of this: the next one, a look at the results, or the close mixes as well. */
async function mixSoon(deps: Platform, surveyId: string): Promise<void> {
  const task = { id: idOf('surveys.shuffle', surveyId), job: 'surveys.shuffle', data: { surveyId } };
  await deps.outbox.ask('answers', surveyId, task).catch((error: unknown) => {
    deps.log.warn(describeError(error), 'answers are mixed later');
  });
}

/** For the job. */
export async function shuffleAnswers(deps: Platform, surveyId: string): Promise<void> {
  const isClosing = (await findSurvey(deps, surveyId))?.state === 'closed';
  await mixAnswers(deps, surveyId, { isClosing });
}

/** What the page for answering needs to know; Failure `not-found` for whoever is not asked. */
export async function answerPageOf(
  deps: Platform,
  { personId, language }: Pick<Caller, 'personId' | 'language'>,
  surveyId: string,
): Promise<AnswerPage> {
  const { survey } = await askedSurvey(deps, personId, surveyId);
  const isOpen = takesAnswers(survey, deps.clock.now());
  // Who answered an anonymous survey is forgotten at its close.
  const answered = (isOpen || isConfidential(survey)) && (await hasAnswered(deps, survey, personId));
  return {
    ...{ id: survey.id, state: isOpen ? (answered ? 'answered' : 'open') : 'closed', closesAt: closesAt(survey) },
    ...{ floor: survey.floor, mode: modeOf(survey), mayTakeBack: answered && isConfidential(survey) },
    asks: askedSetOf(survey, language),
  };
}

async function askedSurvey(
  deps: Platform,
  personId: string,
  surveyId: string,
): Promise<{ survey: Survey; of: Response['of'] }> {
  const [survey, asked] = await Promise.all([
    findSurvey(deps, surveyId),
    askedRows.find(deps.tables, surveyId, personId),
  ]);
  if (!survey || !mayAnswerSurvey(asked)) throw new Failure('not-found', 'survey-gone');
  return { survey, of: asked?.value.of };
}

/** What a person is asked and has not answered, the most urgent first; lines of surveys that are over go. */
export async function surveysToAnswer(deps: Platform, personId: string): Promise<SurveyToAnswer[]> {
  const lines = await toAnswer.list(deps.tables, personId);
  const found = await Promise.all(
    lines.map(async (line) => {
      const { surveyId } = line.value;
      const survey = await findSurvey(deps, surveyId);
      if (survey && takesAnswers(survey, deps.clock.now()))
        return (await hasAnswered(deps, survey, personId)) ? [] : [{ id: surveyId, closesAt: closesAt(survey) }];
      await deps.tables.commit([toAnswer.remove(line)]).catch(() => undefined);
      return [];
    }),
  );
  return found.flat().toSorted((a, b) => a.closesAt - b.closesAt);
}
