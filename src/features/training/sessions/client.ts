/** The pages' calls to `routes.ts`. */
import { ask } from '../../../ui/http.ts';
import type { AnswerOutcome } from '../../surveys/model.ts';
import type { Answers } from '../../surveys/questions/model.ts';
import type {
  Attendance,
  MySession,
  MySessions,
  Seat,
  SessionChange,
  SessionDraft,
  SessionPage,
  SessionsPage,
} from './model.ts';

export interface SessionPlace {
  readonly programmeId: string;
  readonly sessionId: string;
}

const all = (programmeId: string): string => `/programmes/${programmeId}/sessions`;
const one = ({ programmeId, sessionId }: SessionPlace): string => `${all(programmeId)}/${sessionId}`;

export const findSessions = (programmeId: string): Promise<SessionsPage> => ask('GET', all(programmeId));
export const planSession = (programmeId: string, draft: SessionDraft): Promise<{ id: string }> =>
  ask('POST', all(programmeId), draft);
export const findSession = (at: SessionPlace): Promise<SessionPage> => ask('GET', one(at));
export const changeSession = (at: SessionPlace, change: SessionChange): Promise<SessionPage> =>
  ask('PUT', one(at), change);
export const announceSession = (at: SessionPlace, version: number): Promise<SessionPage> =>
  ask('POST', `${one(at)}/announce`, { version });
export const cancelSession = (at: SessionPlace, version: number): Promise<SessionPage> =>
  ask('POST', `${one(at)}/cancel`, { version });
export const enterSession = (at: SessionPlace): Promise<SessionPage> => ask('POST', `${one(at)}/entry`);
export const noteAttendance = (at: SessionPlace, noted: Attendance): Promise<SessionPage> =>
  ask('PUT', `${one(at)}/attendance`, noted);

export const listMySessions = (): Promise<MySessions> => ask('GET', '/me/sessions');
export const findMySession = (at: SessionPlace): Promise<MySession> => ask('GET', `${one(at)}/seat`);
export const joinSession = (at: SessionPlace): Promise<Pick<Seat, 'state'>> => ask('PUT', `${one(at)}/seat`);
export const leaveSession = (at: SessionPlace): Promise<unknown> => ask('DELETE', `${one(at)}/seat`);
export const sendFeedback = (at: SessionPlace, answers: Answers): Promise<AnswerOutcome> =>
  ask('POST', `${one(at)}/feedback`, { answers });
