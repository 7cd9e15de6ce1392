/** The first pages' calls to `routes.ts`. */
import type { Language } from '../../platform/words.ts';
import { ask } from '../../ui/http.ts';
import type { PairView, PartingReason } from '../pairs/model.ts';
import type { ByWay } from '../people/messages/sends/model.ts';
import type { Preferences, PreferencesDraft } from '../people/model.ts';
import type { ClosingWords, Stage } from '../programmes/model.ts';
import type { Contact } from './help/model.ts';
import type { Home } from './model.ts';
import type { Rehearsal } from './rehearsal/model.ts';
import type { Overview } from './programme/model.ts';

export const findHome = (): Promise<Home> => ask('GET', '/me/home');
export const findContacts = (): Promise<Contact[]> => ask('GET', '/me/contacts');
export const findOverview = (programmeId: string): Promise<Overview> =>
  ask('GET', `/programmes/${programmeId}/overview`);
export const findRehearsal = (programmeId: string, language: Language): Promise<Rehearsal> =>
  ask('GET', `/programmes/${programmeId}/rehearsal?language=${language}`);
export const tryAgain = (programmeId: string, taskId: string): Promise<unknown> =>
  ask('POST', `/programmes/${programmeId}/tasks/${taskId}/retry`, {});
export const sendAgain = (programmeId: string, sendId: string, by: ByWay = 'chat'): Promise<unknown> =>
  ask('POST', `/programmes/${programmeId}/messages/${sendId}/again`, { by });
export const moveStage = (programmeId: string, to: Stage, words?: ClosingWords): Promise<unknown> =>
  ask('POST', `/programmes/${programmeId}/stage`, { to, ...(words ? { words } : {}) });
export const savePreferences = (wanted: PreferencesDraft): Promise<Preferences> =>
  ask('PUT', '/me/preferences', wanted);
export const pausePair = ({ programmeId, id }: PairView): Promise<unknown> =>
  ask('POST', `/programmes/${programmeId}/pairs/${id}/pause`, {});
export const resumePair = ({ programmeId, id }: PairView): Promise<unknown> =>
  ask('POST', `/programmes/${programmeId}/pairs/${id}/resume`, {});
export const endPair = ({ programmeId, id }: PairView, why: PartingReason): Promise<unknown> =>
  ask('POST', `/programmes/${programmeId}/pairs/${id}/end`, { why });
export const takeBack = (programmeId: string): Promise<unknown> =>
  ask('DELETE', `/programmes/${programmeId}/application`);
