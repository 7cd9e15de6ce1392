/** The pages' calls to `routes.ts`. */
import { ask } from '../../../ui/http.ts';
import type { PartnerNeeds } from '../../people/passport/model.ts';
import type { PairAddress } from '../model.ts';
import type { PollAnswer, PollDraft, PollView, TimesFound } from './model.ts';

const pathOf = ({ programmeId, pairId }: PairAddress): string => `/programmes/${programmeId}/pairs/${pairId}`;

export interface TimesAsked {
  readonly week: number;
  readonly weeks: number;
  readonly minutes: number;
  readonly wanted: number | undefined;
}

export const findTimes = (at: PairAddress, { week, weeks, minutes, wanted }: TimesAsked): Promise<TimesFound> => {
  const also = wanted === undefined ? '' : `&wanted=${wanted}`;
  return ask('GET', `${pathOf(at)}/meetings/times?week=${week}&weeks=${weeks}&minutes=${minutes}${also}`);
};

export const findNeeds = (at: PairAddress): Promise<PartnerNeeds> => ask('GET', `${pathOf(at)}/needs`);

export const askWhich = (at: PairAddress, draft: PollDraft): Promise<PollView> =>
  ask('POST', `${pathOf(at)}/polls`, draft);

export const findPoll = (at: PairAddress, pollId: string): Promise<PollView> =>
  ask('GET', `${pathOf(at)}/polls/${pollId}`);

export const answerPoll = (at: PairAddress, pollId: string, answer: PollAnswer): Promise<PollView> =>
  ask('PUT', `${pathOf(at)}/polls/${pollId}`, answer);
