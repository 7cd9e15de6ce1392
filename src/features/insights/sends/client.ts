/** The calls of the pages about messages to `routes.ts`. */
import { ask } from '../../../ui/http.ts';
import type { AgainFor, ByWay } from '../../people/messages/sends/model.ts';
import type { LineQuery, LinesPage, SendsPage } from './model.ts';

export const findSends = (programmeId: string): Promise<SendsPage> => ask('GET', `/programmes/${programmeId}/sends`);

export function findLines(programmeId: string, group: string, query: LineQuery): Promise<LinesPage> {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  return ask('GET', `/programmes/${programmeId}/sends/${group}?${new URLSearchParams(given as [string, string][])}`);
}

export const stopSend = (programmeId: string, group: string): Promise<unknown> =>
  ask('POST', `/programmes/${programmeId}/sends/${group}/stop`);
export const sendAllAgain = (programmeId: string, group: string, what: AgainFor, by: ByWay): Promise<unknown> =>
  ask('POST', `/programmes/${programmeId}/sends/${group}/again`, { what, by });
export const stopMessage = (programmeId: string, sendId: string): Promise<unknown> =>
  ask('POST', `/programmes/${programmeId}/messages/${sendId}/stop`);
