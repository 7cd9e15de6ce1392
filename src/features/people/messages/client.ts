/** The page's calls. */
import { ask } from '../../../ui/http.ts';
import type { ChosenWays, Preferences } from '../model.ts';
import type { MessageChoices } from './model.ts';

export const findMessageChoices = (): Promise<MessageChoices> => ask('GET', '/me/messages');
export const saveWays = (ways: ChosenWays): Promise<Preferences> => ask('PUT', '/me/preferences', { ways });
