/** What those who were there say: an anonymous round of its own, kept, mixed and told by `release` and by nothing here. */
import type { Caller, JobResult } from '../../../../platform/doors.ts';
import { Failure } from '../../../../platform/errors.ts';
import { idOf } from '../../../../platform/ids.ts';
import { describeError } from '../../../../platform/log.ts';
import type { Platform } from '../../../../platform/platform.ts';
import type { Kept } from '../../../release/answers/model.ts';
import { forgetAnswers, hasAnswered, keepAnswer, mixAnswers } from '../../../release/answers/usecases.ts';
import { latestRelease, releaseResults } from '../../../release/usecases.ts';
import type { Answers } from '../../../surveys/questions/model.ts';
import { keptOf, problemsOf, releaseItemsOf } from '../../../surveys/questions/rules.ts';
import { resultsOf } from '../../../surveys/results/rules.ts';
import type { FeedbackTold, MySession, Seat, Session } from '../model.ts';
import { mayRate } from '../policy.ts';
import { feedbackUntil } from '../rules.ts';
import { seats, sessions } from '../store.ts';
import { feedbackQuestions, isAsked, questionsIn } from './rules.ts';

const roundOf = (sessionId: string): string => idOf('session-feedback', sessionId);

interface At {
  readonly programmeId: string;
  readonly sessionId: string;
}

/** One answer of whoever was there. Failure `not-found` for everybody else; after the last day an outcome. */
export async function sayFeedback(deps: Platform, personId: string, at: At, answers: Answers): Promise<Kept> {
  const find = () => sessions.find(deps.tables, at.programmeId, at.sessionId);
  const [row, seat] = await Promise.all([find(), seats.find(deps.tables, at.programmeId, at.sessionId, personId)]);
  if (!row || !mayRate(seat?.value)) throw new Failure('not-found', 'session-gone');
  const isOpen = async (): Promise<boolean> => {
    const now = (await find())?.value;
    return now !== undefined && isAsked(now, seat?.value, deps.clock.now());
  };
  if (!(await isOpen())) return 'closed';
  const fields = problemsOf(feedbackQuestions, answers);
  if (fields[0]) throw new Failure('bad-input', fields[0].reason, { fields });
  const surveyId = roundOf(at.sessionId);
  const response = keptOf(feedbackQuestions, answers);
  const outcome = await keepAnswer(deps, { surveyId, personId, response, isOpen });
  // It is kept whatever becomes of this: the next answer or the close mixes as well.
  if (outcome === 'kept')
    await mixAnswers(deps, surveyId, { isClosing: false }).catch((error: unknown) => {
      deps.log.warn(describeError(error), 'answers are mixed later');
    });
  return outcome;
}

/** What one is asked about a session, for the own page; nothing for who was not there, and after the last day. */
export async function askedFor(
  deps: Platform,
  { personId, language }: Pick<Caller, 'personId' | 'language'>,
  one: Session,
  seat: Seat | undefined,
): Promise<MySession['feedback']> {
  if (!isAsked(one, seat, deps.clock.now())) return undefined;
  const isGiven = await hasAnswered(deps, roundOf(one.id), personId);
  return { closesAt: feedbackUntil(one), isGiven, questions: questionsIn(language) };
}

/** For the job: the one release, then no answer is left; too few were never told. */
export async function closeFeedback(deps: Platform, { programmeId, sessionId }: At): Promise<JobResult> {
  const row = await sessions.find(deps.tables, programmeId, sessionId);
  if (!row) return undefined;
  const due = feedbackUntil(row.value);
  if (due > deps.clock.now()) return { again: due };
  const surveyId = roundOf(sessionId);
  await releaseResults(deps, { surveyId, items: releaseItemsOf(feedbackQuestions), isClosing: true });
  await forgetAnswers(deps, surveyId);
  return undefined;
}

/** For coordinators, once it was noted who was there. */
export async function feedbackTold(deps: Platform, one: Session): Promise<FeedbackTold | undefined> {
  if (one.notedAt === undefined) return undefined;
  const release = await latestRelease(deps, roundOf(one.id));
  // Of so few nothing stands in the release: the page says it once, and not of each question.
  const isTold = release !== undefined && release.responses.kind !== 'under-5';
  const told = isTold ? resultsOf(release, feedbackQuestions, { asked: undefined, nameOf: () => '' }).items : undefined;
  return { closesAt: feedbackUntil(one), questions: feedbackQuestions, ...(told ? { results: told } : {}) };
}
