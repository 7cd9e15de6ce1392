/** Door: sessions for those who coordinate a programme, and a seat for those who take part. */
import { z } from 'zod';
import { route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { answerDraft, answerOutcome } from '../../surveys/model.ts';
import { noteAttendance } from './attending/usecases.ts';
import { callOffSession, enterSession } from './calendar/usecases.ts';
import { sayFeedback } from './feedback/usecases.ts';
import { joinSession, leaveSession, mySessionsOf, viewMySession } from './joining/usecases.ts';
import {
  attendance,
  mySession,
  mySessions,
  seat,
  sessionChange,
  sessionDraft,
  sessionPage,
  sessionsPage,
  version,
} from './model.ts';
import { announceSession, changeSession, listSessions, planSession, viewSession } from './usecases.ts';

const all = '/programmes/:programmeId/sessions' as const;
const one = `${all}/:sessionId` as const;
const ofProgramme = z.strictObject({ programmeId: id });
const params = ofProgramme.extend({ sessionId: id });
const seen = z.strictObject({ version });
const ofTeam = { who: 'Coordinator', params, gives: sessionPage } as const;
const ofPerson = { who: 'anybody-signed-in', guests: true, params } as const;

export const sessionsRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: all, who: 'Coordinator', params: ofProgramme, gives: sessionsPage },
    run: (deps, caller, asked) => listSessions(deps, caller, asked.params.programmeId),
  }),
  route({
    ...{ method: 'POST', path: all, who: 'Coordinator', params: ofProgramme, body: sessionDraft },
    gives: z.strictObject({ id }),
    run: async (deps, caller, asked) => {
      const planned = await planSession(deps, caller, asked.params.programmeId, asked.body);
      return { id: planned.id };
    },
  }),
  route({
    ...{ ...ofTeam, method: 'GET', path: one },
    run: (deps, caller, asked) => viewSession(deps, caller, asked.params),
  }),
  route({
    ...{ ...ofTeam, method: 'PUT', path: one, body: sessionChange },
    run: async (deps, caller, asked) => {
      await changeSession(deps, caller, asked.params, asked.body);
      return viewSession(deps, caller, asked.params);
    },
  }),
  route({
    ...{ ...ofTeam, method: 'POST', path: `${one}/announce`, body: seen },
    run: async (deps, caller, asked) => {
      await announceSession(deps, caller, asked.params, asked.body.version);
      return viewSession(deps, caller, asked.params);
    },
  }),
  route({
    ...{ ...ofTeam, method: 'POST', path: `${one}/cancel`, body: seen },
    run: async (deps, caller, asked) => {
      await callOffSession(deps, caller, asked.params, asked.body.version);
      return viewSession(deps, caller, asked.params);
    },
  }),
  route({
    ...{ ...ofTeam, method: 'POST', path: `${one}/entry` },
    run: async (deps, caller, asked) => {
      await enterSession(deps, caller, asked.params);
      return viewSession(deps, caller, asked.params);
    },
  }),
  route({
    ...{ ...ofTeam, method: 'PUT', path: `${one}/attendance`, body: attendance },
    run: async (deps, caller, asked) => {
      await noteAttendance(deps, caller, asked.params, asked.body);
      return viewSession(deps, caller, asked.params);
    },
  }),
  route({
    ...{ method: 'GET', path: '/me/sessions', who: 'anybody-signed-in', guests: true, gives: mySessions },
    run: (deps, caller) => mySessionsOf(deps, caller),
  }),
  route({
    ...{ ...ofPerson, method: 'GET', path: `${one}/seat`, gives: mySession },
    run: (deps, caller, asked) => viewMySession(deps, caller, asked.params),
  }),
  route({
    ...{ ...ofPerson, method: 'PUT', path: `${one}/seat`, gives: seat.pick({ state: true }) },
    run: async (deps, caller, asked) => ({ state: await joinSession(deps, caller.personId, asked.params) }),
  }),
  route({
    ...{ ...ofPerson, method: 'DELETE', path: `${one}/seat`, gives: z.undefined() },
    run: (deps, caller, asked) => leaveSession(deps, caller.personId, asked.params),
  }),
  route({
    ...{ ...ofPerson, method: 'POST', path: `${one}/feedback`, body: answerDraft, gives: answerOutcome },
    run: async (deps, caller, asked) => ({
      outcome: await sayFeedback(deps, caller.personId, asked.params, asked.body.answers),
    }),
  }),
];
