/** The page's calls to `routes.ts`. */
import type { Language } from '../../../platform/words.ts';
import { ask, askForFile, withQuery } from '../../../ui/http.ts';
import type { TextFinding } from '../checking/model.ts';
import type { ContactedDraft, NetworkDraft, NetworksPage } from '../networks/model.ts';
import type { FileForm, KitPage, PostDraft } from './model.ts';

const of = (programmeId: string): string => `/programmes/${programmeId}`;

export const findKit = (id: string): Promise<KitPage> => ask('GET', `${of(id)}/kit`);
export const saveAsk = (id: string, whom: string): Promise<unknown> => ask('PUT', `${of(id)}/kit`, { ask: whom });
export const fetchFile = (id: string, query: { form: FileForm; language: Language }): Promise<File> =>
  askForFile(withQuery(`${of(id)}/kit/file`, query));
export const sendToMyself = (id: string, by: 'chat' | 'mail'): Promise<unknown> =>
  ask('POST', `${of(id)}/kit/preview`, { by });
export const postIn = (id: string, draft: PostDraft): Promise<unknown> => ask('POST', `${of(id)}/kit/posts`, draft);
export const listChannels = (): Promise<{ channelId: string; name: string; teamName: string }[]> =>
  ask('GET', '/channels');
export const check = (words: Partial<Record<Language, string>>): Promise<TextFinding[]> =>
  ask('POST', '/calls/check', { words });
export const findNetworks = (id: string): Promise<NetworksPage> => ask('GET', `${of(id)}/networks`);
export const addNetwork = (draft: NetworkDraft): Promise<unknown> => ask('POST', '/networks', draft);
export const removeNetwork = (networkId: string): Promise<unknown> => ask('DELETE', `/networks/${networkId}`);
export const noteContact = (id: string, networkId: string, draft: ContactedDraft): Promise<unknown> =>
  ask('PUT', `${of(id)}/networks/${networkId}`, draft);
