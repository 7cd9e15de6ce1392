/** What the pages about messages ask, for coordinators of the programme. */
import { z } from 'zod';
import { route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { againFor, byWays } from '../../people/messages/sends/model.ts';
import { linesPage, lineQuery, sendsPage } from './model.ts';
import {
  linesOfSend,
  sendMessageAgain,
  sendsOfProgramme,
  sendWholeAgain,
  stopMessage,
  stopWholeSend,
} from './usecases.ts';

const nothing = z.strictObject({});
const ofMessage = z.strictObject({ programmeId: id, sendId: id });
const ofSend = z.strictObject({ programmeId: id, sendGroup: id });
const messages = '/programmes/:programmeId/messages' as const;
const sends = '/programmes/:programmeId/sends' as const;

export const sendsRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: sends, who: 'Coordinator', gives: sendsPage },
    params: z.strictObject({ programmeId: id }),
    run: (deps, caller, { params }) => sendsOfProgramme(deps, caller, params.programmeId),
  }),
  route({
    ...{ method: 'GET', path: `${sends}/:sendGroup`, who: 'Coordinator', gives: linesPage },
    ...{ params: ofSend, query: lineQuery },
    run: (deps, caller, { params, query }) => linesOfSend(deps, caller, params, query),
  }),
  route({
    ...{ method: 'POST', path: `${sends}/:sendGroup/stop`, who: 'Coordinator', params: ofSend, gives: nothing },
    run: async (deps, caller, { params }) => {
      await stopWholeSend(deps, caller, params.programmeId, params.sendGroup);
      return {};
    },
  }),
  route({
    ...{ method: 'POST', path: `${sends}/:sendGroup/again`, who: 'Coordinator', params: ofSend, gives: nothing },
    body: z.strictObject({ what: z.enum(againFor), by: z.enum(byWays) }),
    run: async (deps, caller, { params, body }) => {
      await sendWholeAgain(deps, caller, params, body);
      return {};
    },
  }),
  route({
    ...{ method: 'POST', path: `${messages}/:sendId/stop`, who: 'Coordinator', params: ofMessage, gives: nothing },
    run: async (deps, caller, { params }) => {
      await stopMessage(deps, caller, params.programmeId, params.sendId);
      return {};
    },
  }),
  route({
    ...{ method: 'POST', path: `${messages}/:sendId/again`, who: 'Coordinator', params: ofMessage, gives: nothing },
    body: z.strictObject({ by: z.enum(byWays) }),
    run: async (deps, caller, { params, body }) => {
      await sendMessageAgain(deps, caller, params.programmeId, params.sendId, body.by);
      return {};
    },
  }),
];
