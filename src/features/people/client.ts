/** The pages' calls about people. */
import { ask } from '../../ui/http.ts';
import type { PersonCard, Preferences } from './model.ts';

/** At most twenty, by name; only people who may be asked for something. */
export const searchPeople = (words: string): Promise<PersonCard[]> => ask('POST', '/people/search', { words });
export const savePreferences = (wanted: Preferences): Promise<Preferences> => ask('PUT', '/me/preferences', wanted);
