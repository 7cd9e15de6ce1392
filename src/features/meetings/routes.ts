/** What the tab asks about meetings: see, book, enter by hand, move, cancel, ask for another time, take as a file. */
import { z } from 'zod';
import { route, type Route } from '../../platform/doors.ts';
import { id } from '../../platform/ids.ts';
import { partnerOf } from '../pairs/model.ts';
import { afterRoutes } from './after/routes.ts';
import { askForOtherTime, bookMeeting, cancelMeeting, enterByHand, moveMeeting } from './booking/usecases.ts';
import { fileOf } from './files/usecases.ts';
import { meetingView, minutesOfMeeting, pairMeetings } from './model.ts';
import { notesRoutes } from './notes/routes.ts';
import { preparingRoutes } from './preparing/routes.ts';
import { roomAddress } from './rooms/model.ts';
import { roomsRoutes } from './rooms/routes.ts';
import { meetingFor, meetingsOfPair, viewOf } from './usecases.ts';

const pairPath = '/programmes/:programmeId/pairs/:pairId/meetings';
const ofPair = z.strictObject({ programmeId: id, pairId: id });
const ofMeeting = ofPair.extend({ meetingId: id });
const time = z.strictObject({ start: z.number().int(), minutes: minutesOfMeeting });
/** `knowing`: also when the partner has planned another time a moment ago. */
const booking = time.extend({ knowing: z.boolean().optional() });
const inOutlook = booking.extend({ room: roomAddress.optional() });
const nothing = z.strictObject({});
const done = z.strictObject({ done: z.literal(true) });

export const meetingsRoutes: readonly Route[] = [
  ...afterRoutes,
  ...notesRoutes,
  ...preparingRoutes,
  ...roomsRoutes,
  route({
    ...{ method: 'GET', path: pairPath, who: 'anybody-signed-in', guests: true, params: ofPair, gives: pairMeetings },
    run: (deps, caller, { params }) => meetingsOfPair(deps, caller, params.programmeId, params.pairId),
  }),
  route({
    ...{
      method: 'POST',
      path: pairPath,
      who: 'anybody-signed-in',
      params: ofPair,
      body: inOutlook,
      gives: meetingView,
    },
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
      body: booking,
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
      return {
        name: 'meeting.ics',
        text: await fileOf(deps, row.value, caller.personId, partnerOf(pair, caller.personId)),
      };
    },
  }),
];
