/** The page's calls to `routes.ts`. */
import { ask } from '../../../ui/http.ts';
import type { ManagerLine, Reason } from './model.ts';

export const findManagers = (): Promise<ManagerLine[]> => ask('GET', '/me/manager-thanks');
export const thankManager = (programmeId: string, reasons: readonly Reason[]): Promise<unknown> =>
  ask('POST', `/me/manager-thanks/${programmeId}`, { reasons });
