/** The pages' calls to `routes.ts`. */
import { ask } from '../../ui/http.ts';
import type { AudienceAnswer, AudienceQuestion, Group } from './audience/model.ts';
import type { Forecast, ForecastQuestion } from './forecast/model.ts';
import type {
  AnswerDraft,
  AnswerOutcome,
  AnswerPage,
  AudienceCounts,
  BankSet,
  Decision,
  DecisionDraft,
  OwnQuestion,
  SurveyDraft,
  SurveyLine,
  SurveyPage,
  SurveyRef,
  TakenBack,
} from './model.ts';
import type { RoundsView } from './rounds/model.ts';
import type { WordingProblem } from './wording/model.ts';

export const listSurveys = (): Promise<SurveyLine[]> => ask('GET', '/surveys');
export const countAudience = (): Promise<AudienceCounts> => ask('GET', '/surveys/audience');
export const sizeAudience = (question: AudienceQuestion): Promise<AudienceAnswer> =>
  ask('POST', '/surveys/audience', question);
export const searchGroups = (words: string): Promise<Group[]> =>
  ask('GET', `/surveys/groups?search=${encodeURIComponent(words)}`);
export const foretell = (id: string, question: ForecastQuestion): Promise<Forecast> =>
  ask('POST', `/surveys/${id}/forecast`, question);
export const createSurvey = (draft: SurveyDraft): Promise<SurveyRef> => ask('POST', '/surveys', draft);
export const findSurvey = (id: string): Promise<SurveyPage> => ask('GET', `/surveys/${id}`);
export const findBank = (): Promise<BankSet[]> => ask('GET', '/surveys/bank');
export const changeSurvey = (id: string, draft: SurveyDraft): Promise<SurveyRef> => ask('PUT', `/surveys/${id}`, draft);
export const copySurvey = (id: string): Promise<SurveyRef> => ask('POST', `/surveys/${id}/copy`);
export const askAgain = (id: string): Promise<SurveyRef> => ask('POST', `/surveys/${id}/again`);
export const findRounds = (id: string): Promise<RoundsView> => ask('GET', `/surveys/${id}/rounds`);
export const checkWording = (question: OwnQuestion): Promise<WordingProblem[]> =>
  ask('POST', '/surveys/wording', question);
export const openSurvey = (id: string): Promise<SurveyRef> => ask('POST', `/surveys/${id}/open`);
export const closeSurvey = (id: string): Promise<SurveyRef> => ask('POST', `/surveys/${id}/close`);
export const cancelSurvey = (id: string): Promise<SurveyRef> => ask('POST', `/surveys/${id}/cancel`);
export const decide = (id: string, draft: DecisionDraft): Promise<Decision> =>
  ask('POST', `/surveys/${id}/decision`, draft);

export const findAnswerPage = (id: string): Promise<AnswerPage> => ask('GET', `/surveys/${id}/answer`);
export const sendAnswer = (id: string, answers: AnswerDraft['answers']): Promise<AnswerOutcome> =>
  ask('POST', `/surveys/${id}/answer`, { answers });
export const takeBackAnswer = (id: string): Promise<TakenBack> => ask('POST', `/surveys/${id}/answer/take-back`);
