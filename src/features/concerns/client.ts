/** The pages' calls to `routes.ts`. */
import { ask } from '../../ui/http.ts';
import type { AdviserDraft, Advising, Contacts, ContactsPage, TalkPage, Wish } from './model.ts';

export const findTalk = (): Promise<TalkPage> => ask('GET', '/private-talk');
export const askTalk = (wish: Wish): Promise<TalkPage> => ask('PUT', '/private-talk', wish);
export const takeBackTalk = (): Promise<TalkPage> => ask('DELETE', '/private-talk');
export const findContacts = (): Promise<ContactsPage> => ask('GET', '/private-talk/contacts');
export const saveContacts = (contacts: Contacts): Promise<ContactsPage> =>
  ask('PUT', '/private-talk/contacts', contacts);
export const findAdvising = (): Promise<Advising> => ask('GET', '/private-talk/requests');
export const saveAdvising = (draft: AdviserDraft): Promise<Advising> => ask('PUT', '/private-talk/advising', draft);
export const moveRequest = (wishId: string, to: 'taken' | 'done'): Promise<Advising> =>
  ask('PUT', `/private-talk/requests/${wishId}`, { to });
export const readNote = (confidedId: string): Promise<Advising> =>
  ask('POST', `/private-talk/notes/${confidedId}/read`, {});
