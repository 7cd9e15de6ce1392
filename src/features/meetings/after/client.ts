/** The page's calls to `routes.ts`. */
import { ask } from '../../../ui/http.ts';
import type { MeetingView, MetSaid, PairAddress } from '../model.ts';

const pathOf = ({ programmeId, pairId }: PairAddress): string => `/programmes/${programmeId}/pairs/${pairId}/meetings`;

export const sayMet = (at: PairAddress, meetingId: string, said: MetSaid): Promise<MeetingView> =>
  ask('POST', `${pathOf(at)}/${meetingId}/met`, { said });

export const logMeeting = (at: PairAddress, on: string): Promise<MeetingView> =>
  ask('POST', `${pathOf(at)}/held`, { on });
