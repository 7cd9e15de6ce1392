/** The pages' calls to `routes.ts`. */
import { ask, withQuery } from '../../../ui/http.ts';
import type {
  AnswerDraft,
  CirclePage,
  CircleQuery,
  QuestionDraft,
  QuestionView,
  TextChange,
  Written,
} from './model.ts';

/** Also of the pages. */
export const circlePath = (programmeId: string): string => `/programmes/${programmeId}/circle`;
const questionPath = (programmeId: string, questionId: string): string =>
  `${circlePath(programmeId)}/questions/${questionId}`;

export interface TextAddress {
  readonly programmeId: string;
  readonly questionId: string;
  readonly textId: string;
}
const textPath = ({ programmeId, questionId, textId }: TextAddress): string =>
  `${questionPath(programmeId, questionId)}/texts/${textId}`;

export const findCircle = (programmeId: string, query: CircleQuery): Promise<CirclePage> =>
  ask(
    'GET',
    withQuery(
      circlePath(programmeId),
      Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== '')),
    ),
  );
export const joinCircle = (programmeId: string): Promise<unknown> => ask('POST', `${circlePath(programmeId)}/join`, {});
export const leaveCircle = (programmeId: string, how: 'keep-texts' | 'take-back'): Promise<unknown> =>
  ask('POST', `${circlePath(programmeId)}/leave`, { how });
export const askQuestion = (programmeId: string, draft: QuestionDraft): Promise<Written> =>
  ask('POST', `${circlePath(programmeId)}/questions`, draft);
export const findQuestion = (programmeId: string, questionId: string): Promise<QuestionView> =>
  ask('GET', questionPath(programmeId, questionId));
export const answerQuestion = (programmeId: string, questionId: string, draft: AnswerDraft): Promise<Written> =>
  ask('POST', `${questionPath(programmeId, questionId)}/answers`, draft);
export const pinQuestion = (programmeId: string, questionId: string, pinned: boolean): Promise<unknown> =>
  ask('PUT', `${questionPath(programmeId, questionId)}/pinned`, { pinned });
export const changeText = (at: TextAddress, draft: TextChange): Promise<Written> => ask('PUT', textPath(at), draft);
export const takeBackText = (at: TextAddress): Promise<unknown> => ask('DELETE', textPath(at));
export const sayHelped = (at: TextAddress, helped: boolean): Promise<unknown> =>
  ask('PUT', `${textPath(at)}/helped`, { helped });
export const removeText = (at: TextAddress, why: string): Promise<unknown> =>
  ask('POST', `${textPath(at)}/remove`, { why });
export const readRemoval = (programmeId: string, textId: string): Promise<unknown> =>
  ask('DELETE', `${circlePath(programmeId)}/removals/${textId}`);
