/** The page's calls to `routes.ts`. */
import { ask } from '../../ui/http.ts';
import type { MeetingView, PairAddress, PairMeetings } from './model.ts';

const pathOf = ({ programmeId, pairId }: PairAddress): string => `/programmes/${programmeId}/pairs/${pairId}/meetings`;

export const findMeetings = (at: PairAddress): Promise<PairMeetings> => ask('GET', pathOf(at));

/** `knowing`: also when the partner has planned another time a moment ago. */
export const bookTime = (
  at: PairAddress,
  start: number,
  minutes: number,
  { knowing, room }: { readonly knowing: boolean; readonly room?: string | undefined },
): Promise<MeetingView> => ask('POST', pathOf(at), { start, minutes, knowing, ...(room ? { room } : {}) });

export const keepByHand = (at: PairAddress, start: number, minutes: number, knowing: boolean): Promise<MeetingView> =>
  ask('POST', `${pathOf(at)}/by-hand`, { start, minutes, knowing });

export const moveTo = (at: PairAddress, meetingId: string, start: number, minutes: number): Promise<MeetingView> =>
  ask('POST', `${pathOf(at)}/${meetingId}/move`, { start, minutes });

export const cancel = (at: PairAddress, meetingId: string): Promise<unknown> =>
  ask('POST', `${pathOf(at)}/${meetingId}/cancel`, {});

export const askOtherTime = (at: PairAddress, meetingId: string): Promise<unknown> =>
  ask('POST', `${pathOf(at)}/${meetingId}/other-time`, {});

export const calendarFile = (at: PairAddress, meetingId: string): Promise<{ name: string; text: string }> =>
  ask('GET', `${pathOf(at)}/${meetingId}/file`);
