/** The page's call to `routes.ts`. */
import { ask } from '../../../ui/http.ts';
import type { AuditPage } from './model.ts';

export const findAudit = (programmeId: string, before: number | undefined): Promise<AuditPage> =>
  ask('GET', `/programmes/${programmeId}/audit${before === undefined ? '' : `?before=${before}`}`);
