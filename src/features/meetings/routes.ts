/** What the tab asks about meetings: see, book, enter by hand, move, cancel, ask for another time, take as a file. */
import { z } from 'zod';
import { route, type Route } from '../../platform/doors.ts';
import { id } from '../../platform/ids.ts';
import { partnerOf } from '../pairs/model.ts';
import { callName } from '../people/model.ts';
import { personOf } from '../people/usecases.ts';
import { askForOtherTime, bookMeeting, cancelMeeting, enterByHand, moveMeeting } from './booking/usecases.ts';
import { calendarFile } from './files/rules.ts';
import { meetingView, minutesOfMeeting, pairMeetings } from './model.ts';
import { meetingFor, meetingsOfPair, viewOf } from './usecases.ts';
import { say } from './words.ts';

const pairPath = '/programmes/:programmeId/pairs/:pairId/meetings';
const ofPair = z.strictObject({ programmeId: id, pairId: id });
const ofMeeting = ofPair.extend({ meetingId: id });
const time = z.strictObject({ start: z.number().int(), minutes: minutesOfMeeting });
const nothing = z.strictObject({});
const done = z.strictObject({ done: z.literal(true) });

export const meetingsRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: pairPath, who: 'anybody-signed-in', guests: true, params: ofPair, gives: pairMeetings },
    run: (deps, caller, { params }) => meetingsOfPair(deps, caller, params.programmeId, params.pairId),
  }),
  route({
    ...{ method: 'POST', path: pairPath, who: 'anybody-signed-in', params: ofPair, body: time, gives: meetingView },
    run: async (deps, caller, { params, body }) =>
      viewOf(await bookMeeting(deps, caller, params, body), caller.personId, deps.clock.now()),
  }),
  route({
    ...{
      method: 'POST',
      path: `${pairPath}/by-hand`,
      who: 'anybody-signed-in',
      guests: true,
      params: ofPair,
      body: time,
      gives: meetingView,
    },
    run: async (deps, caller, { params, body }) =>
      viewOf(await enterByHand(deps, caller, params, body), caller.personId, deps.clock.now()),
  }),
  route({
    ...{
      method: 'POST',
      path: `${pairPath}/:meetingId/move`,
      who: 'anybody-signed-in',
      params: ofMeeting,
      body: time,
      gives: meetingView,
    },
    run: async (deps, caller, { params, body }) =>
      viewOf(await moveMeeting(deps, caller, params, body), caller.personId, deps.clock.now()),
  }),
  route({
    ...{
      method: 'POST',
      path: `${pairPath}/:meetingId/cancel`,
      who: 'anybody-signed-in',
      params: ofMeeting,
      body: nothing,
      gives: done,
    },
    run: async (deps, caller, { params }) => {
      await cancelMeeting(deps, caller, params);
      return { done: true };
    },
  }),
  route({
    ...{
      method: 'POST',
      path: `${pairPath}/:meetingId/other-time`,
      who: 'anybody-signed-in',
      guests: true,
      params: ofMeeting,
      body: nothing,
      gives: done,
    },
    run: async (deps, caller, { params }) => {
      await askForOtherTime(deps, caller, params);
      return { done: true };
    },
  }),
  route({
    ...{ method: 'GET', path: `${pairPath}/:meetingId/file`, who: 'anybody-signed-in', params: ofMeeting },
    guests: true,
    gives: z.strictObject({ name: z.string(), text: z.string() }),
    run: async (deps, caller, { params }) => {
      const { pair, row } = await meetingFor(deps, caller, params);
      const [me, partner] = await Promise.all([
        personOf(deps, caller.personId),
        personOf(deps, partnerOf(pair, caller.personId)),
      ]);
      const title = say(caller.language, 'outlook.subject', { me: callName(me), partner: callName(partner) });
      return {
        name: 'meeting.ics',
        text: calendarFile(row.value, { title, text: say(caller.language, 'outlook.body') }),
      };
    },
  }),
];
