/** The page's call to `routes.ts`. */
import { ask } from '../../../ui/http.ts';
import type { PairAddress } from '../model.ts';
import type { RoomView } from './model.ts';

export const findRooms = ({ programmeId, pairId }: PairAddress, start: number, minutes: number): Promise<RoomView[]> =>
  ask('GET', `/programmes/${programmeId}/pairs/${pairId}/meetings/rooms?start=${start}&minutes=${minutes}`);
