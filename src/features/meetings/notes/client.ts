/** The page's calls to `routes.ts`. */
import { ask } from '../../../ui/http.ts';
import type { MeetingAddress } from '../model.ts';
import type { QuestionsView, TalkTopic } from '../questions/model.ts';
import type { AgreedDraft, MeetingNotes, OwnDraft, OwnNotes, PointDraft } from './model.ts';

const pathOf = ({ programmeId, pairId, meetingId }: MeetingAddress): string =>
  `/programmes/${programmeId}/pairs/${pairId}/meetings/${meetingId}/notes`;

export const findNotes = (at: MeetingAddress): Promise<MeetingNotes> => ask('GET', pathOf(at));

export const findQuestions = (at: MeetingAddress, topic: TalkTopic): Promise<QuestionsView> =>
  ask('GET', `${pathOf(at)}/questions/${topic}`);

export const addQuestion = (at: MeetingAddress, questionId: string): Promise<unknown> =>
  ask('PUT', `${pathOf(at)}/points/ready/${questionId}`);

export const addPoint = (at: MeetingAddress, draft: PointDraft): Promise<unknown> =>
  ask('POST', `${pathOf(at)}/points`, draft);

export const takeBackPoint = (at: MeetingAddress, lineId: string): Promise<unknown> =>
  ask('DELETE', `${pathOf(at)}/points/${lineId}`);

export const addAgreed = (at: MeetingAddress, draft: AgreedDraft): Promise<unknown> =>
  ask('POST', `${pathOf(at)}/agreed`, draft);

export const tickAgreed = (at: MeetingAddress, lineId: string, done: boolean): Promise<unknown> =>
  ask('PUT', `${pathOf(at)}/agreed/${lineId}`, { done });

export const takeBackAgreed = (at: MeetingAddress, lineId: string): Promise<unknown> =>
  ask('DELETE', `${pathOf(at)}/agreed/${lineId}`);

export const keepOwn = (at: MeetingAddress, draft: OwnDraft): Promise<OwnNotes> =>
  ask('PUT', `${pathOf(at)}/own`, draft);
