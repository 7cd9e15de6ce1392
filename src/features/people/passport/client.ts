/** The page's calls to `routes.ts`. */
import { ask } from '../../../ui/http.ts';
import type { OwnPassport, Passport } from './model.ts';

export const findPassport = (): Promise<OwnPassport> => ask('GET', '/me/passport');
export const savePassport = (wanted: Passport): Promise<OwnPassport> => ask('PUT', '/me/passport', wanted);
export const emptyIt = (): Promise<OwnPassport> => ask('DELETE', '/me/passport');
