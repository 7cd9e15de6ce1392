/** The page's calls to `routes.ts`. */
import { ask } from '../../../ui/http.ts';
import type { Passport } from './model.ts';

export const findPassport = (): Promise<Passport> => ask('GET', '/me/passport');
export const savePassport = (wanted: Passport): Promise<Passport> => ask('PUT', '/me/passport', wanted);
export const emptyIt = (): Promise<Passport> => ask('DELETE', '/me/passport');
