/** Door: events for those who coordinate a programme, for the jury, and for whoever nominates, is nominated or is honoured. */
import { z } from 'zod';
import { download, route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { callOffEvent, enterEvent } from './calendar/usecases.ts';
import { decide } from './deciding/usecases.ts';
import { consentDraft, eventPage, honouredPage, myEvent } from './honours/model.ts';
import {
  certificatesFor,
  declineHonour,
  honouredOf,
  myCertificate,
  sayConsents,
  slidesFor,
} from './honours/usecases.ts';
import { judgementDraft, juryPage } from './judging/model.ts';
import { declareNear, judge, juryPageOf, stepBack } from './judging/usecases.ts';
import { answerNomination, myEventAfter, myEventsOf, takeWordsOut, viewMyEvent } from './mine/usecases.ts';
import { decisionDraft, eventChange, eventDraft, eventsPage, myEvents, version } from './model.ts';
import { answer, nominatePage, nominationDraft } from './nominating/model.ts';
import { nominate, nominatePageOf, takeBackNomination } from './nominating/usecases.ts';
import { viewEvent } from './one/usecases.ts';
import { changeEvent, listEvents, openEvent, planEvent } from './usecases.ts';

const all = '/programmes/:programmeId/events' as const;
const one = `${all}/:eventId` as const;
const nomination = `${one}/nominations/:nominationId` as const;
const ofProgramme = z.strictObject({ programmeId: id });
const params = ofProgramme.extend({ eventId: id });
const ofNomination = params.extend({ nominationId: id });
const seen = z.strictObject({ version });
const ofTeam = { who: 'Coordinator', params, gives: eventPage } as const;
const ofTeamFile = { who: 'Coordinator', params, gives: download } as const;
/** Also for guests: a mentor from outside is nominated and honoured like everybody else. */
const ofPerson = { who: 'anybody-signed-in', guests: true, params } as const;
const ofJuror = { who: 'anybody-signed-in', params: ofNomination, gives: juryPage } as const;
const ofAsked = { who: 'anybody-signed-in', guests: true, params: ofNomination, gives: myEvent } as const;

export const eventsRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: all, who: 'Coordinator', params: ofProgramme, gives: eventsPage },
    run: (deps, caller, asked) => listEvents(deps, caller, asked.params.programmeId),
  }),
  route({
    ...{ method: 'POST', path: all, who: 'Coordinator', params: ofProgramme, body: eventDraft },
    gives: z.strictObject({ id }),
    run: async (deps, caller, asked) => {
      const planned = await planEvent(deps, caller, asked.params.programmeId, asked.body);
      return { id: planned.id };
    },
  }),
  route({
    ...{ ...ofTeam, method: 'GET', path: one },
    run: (deps, caller, asked) => viewEvent(deps, caller, asked.params),
  }),
  route({
    ...{ ...ofTeam, method: 'PUT', path: one, body: eventChange },
    run: async (deps, caller, asked) => {
      await changeEvent(deps, caller, asked.params, asked.body);
      return viewEvent(deps, caller, asked.params);
    },
  }),
  route({
    ...{ ...ofTeam, method: 'POST', path: `${one}/open`, body: seen },
    run: async (deps, caller, asked) => {
      await openEvent(deps, caller, asked.params, asked.body.version);
      return viewEvent(deps, caller, asked.params);
    },
  }),
  route({
    ...{ ...ofTeam, method: 'POST', path: `${one}/cancel`, body: seen },
    run: async (deps, caller, asked) => {
      await callOffEvent(deps, caller, asked.params, asked.body.version);
      return viewEvent(deps, caller, asked.params);
    },
  }),
  route({
    ...{ ...ofTeam, method: 'POST', path: `${one}/entry` },
    run: async (deps, caller, asked) => {
      await enterEvent(deps, caller, asked.params);
      return viewEvent(deps, caller, asked.params);
    },
  }),
  route({
    ...{ ...ofTeam, method: 'POST', path: `${one}/decision`, body: decisionDraft.extend({ version }) },
    run: async (deps, caller, asked) => {
      await decide(deps, caller, asked.params, asked.body);
      return viewEvent(deps, caller, asked.params);
    },
  }),
  route({
    ...{ ...ofTeamFile, method: 'GET', path: `${one}/slides` },
    run: (deps, caller, asked) => slidesFor(deps, caller, asked.params),
  }),
  route({
    ...{ ...ofTeamFile, method: 'GET', path: `${one}/certificates` },
    run: (deps, caller, asked) => certificatesFor(deps, caller, asked.params),
  }),
  route({
    ...{ ...ofPerson, method: 'GET', path: `${one}/nominate`, gives: nominatePage },
    run: (deps, caller, asked) => nominatePageOf(deps, caller, asked.params),
  }),
  route({
    ...{ ...ofPerson, method: 'POST', path: `${one}/nominations`, body: nominationDraft, gives: z.undefined() },
    run: (deps, caller, asked) => nominate(deps, caller, asked.params, asked.body),
  }),
  route({
    ...{ ...ofPerson, method: 'DELETE', path: nomination, params: ofNomination, gives: z.undefined() },
    run: (deps, caller, asked) => takeBackNomination(deps, caller, asked.params, asked.params.nominationId),
  }),
  route({
    ...{ ...ofAsked, method: 'PUT', path: `${nomination}/answer`, body: answer.omit({ at: true }) },
    run: async (deps, caller, asked) => {
      await answerNomination(deps, caller.personId, asked.params, asked.body);
      return myEventAfter(deps, caller, asked.params);
    },
  }),
  route({
    ...{
      ...ofAsked,
      method: 'POST',
      path: `${nomination}/words-out`,
      body: z.strictObject({ place: z.number().int() }),
    },
    run: async (deps, caller, asked) => {
      await takeWordsOut(deps, caller.personId, asked.params, asked.body.place);
      return myEventAfter(deps, caller, asked.params);
    },
  }),
  route({
    ...{ ...ofPerson, method: 'GET', path: `${one}/mine`, gives: myEvent },
    run: (deps, caller, asked) => viewMyEvent(deps, caller, asked.params),
  }),
  route({
    ...{ ...ofPerson, method: 'PUT', path: `${one}/honour`, body: consentDraft, gives: myEvent },
    run: async (deps, caller, asked) => {
      await sayConsents(deps, caller.personId, asked.params, asked.body);
      return myEventAfter(deps, caller, asked.params);
    },
  }),
  route({
    ...{ ...ofPerson, method: 'DELETE', path: `${one}/honour`, gives: z.undefined() },
    run: (deps, caller, asked) => declineHonour(deps, caller.personId, asked.params),
  }),
  route({
    ...{ ...ofPerson, method: 'GET', path: `${one}/honour/certificate`, gives: download },
    run: (deps, caller, asked) => myCertificate(deps, caller, asked.params),
  }),
  route({
    ...{ method: 'GET', path: `${one}/jury`, who: 'anybody-signed-in', params, gives: juryPage },
    run: (deps, caller, asked) => juryPageOf(deps, caller, asked.params),
  }),
  route({
    ...{ method: 'DELETE', path: `${one}/jury`, who: 'anybody-signed-in', params, gives: z.undefined() },
    run: (deps, caller, asked) => stepBack(deps, caller.personId, asked.params),
  }),
  route({
    ...{ ...ofJuror, method: 'PUT', path: `${nomination}/judgement`, body: judgementDraft },
    run: async (deps, caller, asked) => {
      await judge(deps, caller.personId, asked.params, asked.body);
      return juryPageOf(deps, caller, asked.params);
    },
  }),
  route({
    ...{ ...ofJuror, method: 'POST', path: `${nomination}/near` },
    run: async (deps, caller, asked) => {
      await declareNear(deps, caller.personId, asked.params);
      return juryPageOf(deps, caller, asked.params);
    },
  }),
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/honoured', who: 'anybody-signed-in', params: ofProgramme },
    gives: honouredPage,
    run: (deps, caller, asked) => honouredOf(deps, caller, asked.params.programmeId),
  }),
  route({
    ...{ method: 'GET', path: '/me/events', who: 'anybody-signed-in', guests: true, gives: myEvents },
    run: (deps, caller) => myEventsOf(deps, caller),
  }),
];
