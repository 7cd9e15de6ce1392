/** Decisions about calls and applications: who is reached, what can be taken back, and what an application still needs. */
import type { FieldProblem } from '../../platform/errors.ts';
import type { Stage } from '../programmes/model.ts';
import type { Applying } from './rounds/model.ts';
import {
  asksForMentor,
  offersToMentor,
  type Application,
  type Call,
  type Invitation,
  type Questionnaire,
  type Standing,
} from './model.ts';

export function lastDay(calls: readonly Pick<Call, 'closesOn'>[]): string | undefined {
  return calls
    .map((one) => one.closesOn)
    .sort()
    .at(-1);
}

const returnWithin = 3_600_000;

/** A withdrawal can be taken back while one can apply or join the waiting list; for an hour also after that, since a slip is no decision. */
export function mayReturn(
  { status, changedAt }: Pick<Application, 'status' | 'changedAt'>,
  at: { readonly stage: Stage; readonly applying: Applying; readonly now: number },
): boolean {
  if (status !== 'withdrawn') return false;
  return at.applying !== 'closed' || ((at.stage === 'recruit' || at.stage === 'match') && isSlip(changedAt, at.now));
}

/** True when the withdrawal is so young that taking it back leaves everything as it was. */
export function isSlip(withdrawnAt: number, now: number): boolean {
  return now - withdrawnAt < returnWithin;
}

export interface AnswerFacts {
  readonly answer: Invitation['answer'];
  /** The person's preference, for all programmes. */
  readonly doNotAsk: boolean;
  readonly hasApplied: boolean;
}

/** What is kept after a press, which may be on an old card: "not now" takes back neither an application nor "do not ask". */
export function answerAfter(said: Invitation['answer'], before: AnswerFacts): Invitation['answer'] {
  if (said !== 'not-now') return said;
  const isWeaker = before.hasApplied || (before.answer === 'do-not-ask' && before.doNotAsk);
  return isWeaker ? before.answer : said;
}

export function standingOf({ answer, doNotAsk, hasApplied }: AnswerFacts): Standing {
  if (doNotAsk) return 'do-not-ask';
  if (hasApplied) return 'applied';
  return answer === 'not-now' ? 'not-now' : 'open';
}

/** What the match cannot do without; everything else may be left out. */
export function missingFor(answers: Questionnaire): FieldProblem[] {
  const missing: FieldProblem[] = [];
  if (answers.languages.length === 0) missing.push({ field: 'languages', reason: 'language-needed' });
  if (asksForMentor(answers.role) && answers.sought.length === 0)
    missing.push({ field: 'sought', reason: 'topic-needed' });
  if (offersToMentor(answers.role) && answers.offered.length === 0)
    missing.push({ field: 'offered', reason: 'topic-needed' });
  if (offersToMentor(answers.role) && !answers.mayShowName)
    missing.push({ field: 'mayShowName', reason: 'name-needed' });
  return missing;
}
