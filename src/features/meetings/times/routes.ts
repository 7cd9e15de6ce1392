/** What the tab asks about times: those that suit both, the partner's needs, and polls. */
import { z } from 'zod';
import { route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { partnerNeeds } from '../../people/passport/model.ts';
import { minutesOfMeeting } from '../model.ts';
import { pollAnswer, pollDraft, pollView, ranges, timesFound } from './model.ts';
import { answerPoll, askWhich, findTimes, needsOfPartner, viewPoll } from './usecases.ts';

const pairPath = '/programmes/:programmeId/pairs/:pairId';
const ofPair = z.strictObject({ programmeId: id, pairId: id });
const ofPoll = ofPair.extend({ pollId: id });
const who = 'anybody-signed-in';
const weeks = z.coerce
  .number()
  .pipe(z.union(ranges.map((one) => z.literal(one)) as [z.ZodLiteral<3>, z.ZodLiteral<8>]));

export const timesRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: `${pairPath}/meetings/times`, who, params: ofPair, gives: timesFound },
    query: z.strictObject({
      week: z.coerce.number().int().min(0).max(40),
      weeks: weeks.default(3),
      minutes: z.coerce.number().pipe(minutesOfMeeting),
      wanted: z.coerce.number().int().optional(),
    }),
    run: (deps, caller, { params, query }) => findTimes(deps, caller, params, query),
  }),
  route({
    ...{ method: 'GET', path: `${pairPath}/needs`, who, guests: true, params: ofPair, gives: partnerNeeds },
    run: (deps, caller, { params }) => needsOfPartner(deps, caller, params),
  }),
  route({
    ...{ method: 'POST', path: `${pairPath}/polls`, who, params: ofPair, body: pollDraft, gives: pollView },
    run: async (deps, caller, { params, body }) => {
      const { id: pollId } = await askWhich(deps, caller, params, body);
      return viewPoll(deps, caller, { ...params, pollId });
    },
  }),
  route({
    ...{ method: 'GET', path: `${pairPath}/polls/:pollId`, who, params: ofPoll, gives: pollView },
    run: (deps, caller, { params }) => viewPoll(deps, caller, params),
  }),
  route({
    ...{ method: 'PUT', path: `${pairPath}/polls/:pollId`, who, params: ofPoll, body: pollAnswer, gives: pollView },
    run: (deps, caller, { params, body }) => answerPoll(deps, caller, params, body.works),
  }),
];
