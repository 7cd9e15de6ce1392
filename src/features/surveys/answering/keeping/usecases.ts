/** An answer by the mode of its survey: anonymous, or confidential under a pseudonym that every round of the chain shares. */
import type { Platform } from '../../../../platform/platform.ts';
import type { Kept, Response } from '../../../release/answers/model.ts';
import {
  holdAnswer,
  holdsAnswer,
  withdrawAnswer,
  withoutHeld,
  type Round,
} from '../../../release/answers/confidential/usecases.ts';
import * as anonymous from '../../../release/answers/usecases.ts';
import type { Survey } from '../../model.ts';
import { chainOf, modeOf } from '../../rounds/rules.ts';

type Asking = Pick<Survey, 'id' | 'mode' | 'chainId'>;

export const isConfidential = (survey: Asking): boolean => modeOf(survey) === 'confidential';

const roundOf = (survey: Asking): Round => ({ surveyId: survey.id, chainId: chainOf(survey) });

export interface Given {
  readonly personId: string;
  readonly response: Response;
  isOpen(this: void): Promise<boolean>;
}

export function keepAnswer(deps: Platform, survey: Asking, given: Given): Promise<Kept> {
  if (isConfidential(survey)) return holdAnswer(deps, { ...roundOf(survey), ...given });
  return anonymous.keepAnswer(deps, { surveyId: survey.id, ...given });
}

export function hasAnswered(deps: Platform, survey: Asking, personId: string): Promise<boolean> {
  if (isConfidential(survey)) return holdsAnswer(deps, roundOf(survey), personId);
  return anonymous.hasAnswered(deps, survey.id, personId);
}

/** Those of these people who have not answered. */
export function withoutAnswer(deps: Platform, survey: Asking, people: readonly string[]): Promise<string[]> {
  if (isConfidential(survey)) return withoutHeld(deps, roundOf(survey), people);
  return anonymous.withoutAnswer(deps, survey.id, people);
}

/** False where there is none to be found, which is always so in an anonymous survey. */
export async function takeBackAnswer(deps: Platform, survey: Asking, personId: string): Promise<boolean> {
  return isConfidential(survey) && withdrawAnswer(deps, roundOf(survey), personId);
}
