/** The page's call to `routes.ts`. */
import { ask } from '../../../ui/http.ts';
import type { MeetingAddress } from '../model.ts';
import type { Preparation } from './model.ts';

export const findPreparation = ({ programmeId, pairId, meetingId }: MeetingAddress): Promise<Preparation> =>
  ask('GET', `/programmes/${programmeId}/pairs/${pairId}/meetings/${meetingId}/preparation`);
