/** The pages' calls to `routes.ts`. */
import { ask } from '../../../ui/http.ts';
import type { Guide } from './guides/model.ts';
import type {
  Answered,
  Booking,
  InvitationPage,
  NewNotes,
  NotesOutcome,
  Purpose,
  Talk,
  TalkAnswer,
  TalkDraft,
  TalkLine,
  TalkPage,
  TalkTimes,
} from './model.ts';

type TalkRef = Pick<Talk, 'id' | 'state'>;
const of = (personId: string | undefined): { personId?: string } => (personId === undefined ? {} : { personId });

export const listTalks = (): Promise<TalkLine[]> => ask('GET', '/talks');
export const createTalk = (draft: TalkDraft): Promise<TalkRef> => ask('POST', '/talks', draft);
export const findGuide = (purpose: Purpose): Promise<Guide> => ask('GET', `/talk-guides/${purpose}`);
export const findTalk = (id: string): Promise<TalkPage> => ask('GET', `/talks/${id}`);
export const drawAgain = (id: string, personId: string): Promise<TalkRef> =>
  ask('POST', `/talks/${id}/draw`, { personId });
export const askPeople = (id: string): Promise<TalkRef> => ask('POST', `/talks/${id}/ask`);
export const cancelTalk = (id: string): Promise<TalkRef> => ask('POST', `/talks/${id}/cancel`);
export const closeTalk = (id: string, heard: boolean): Promise<TalkRef> => ask('POST', `/talks/${id}/close`, { heard });
export const findTimes = (id: string, personId?: string): Promise<TalkTimes> =>
  ask('POST', `/talks/${id}/times`, of(personId));
export const bookTime = (id: string, start: number, personId?: string): Promise<Booking> =>
  ask('POST', `/talks/${id}/booking`, { start, ...of(personId) });
export const unbook = (id: string, personId?: string): Promise<void> =>
  ask('POST', `/talks/${id}/unbook`, of(personId));
export const keepNotes = (id: string, sent: NewNotes): Promise<NotesOutcome> => ask('POST', `/talks/${id}/notes`, sent);
export const dropNote = (id: string, noteId: string): Promise<void> => ask('DELETE', `/talks/${id}/notes/${noteId}`);
export const findInvitation = (id: string): Promise<InvitationPage> => ask('GET', `/talks/${id}/invitation`);
export const answerTalk = (
  id: string,
  answer: TalkAnswer,
  mayQuote: boolean,
): Promise<{ readonly outcome: Answered }> => ask('POST', `/talks/${id}/answer`, { answer, mayQuote });
