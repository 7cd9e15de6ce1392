/** What the tab asks about applying without one: helpers, slips, the kiosk, paper forms, and mentors from outside. */
import { z } from 'zod';
import { download, route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { personCard, personId } from '../../people/model.ts';
import { entryDraft, entryResult, linesDraft, linesResult, printDraft } from '../forms/model.ts';
import { printForms } from '../forms/printing/usecases.ts';
import { enterForm, enterLines } from '../forms/usecases.ts';
import { guestSettings } from '../guests/model.ts';
import { admit, findGuests, removeGuest, setGuests } from '../guests/usecases.ts';
import { helpingPage } from '../helping/model.ts';
import { addHelper, helpingPageOf, removeHelper } from '../helping/usecases.ts';
import { kioskDraft } from '../kiosk/model.ts';
import { closeKiosk, dropRequest, openKiosk } from '../kiosk/usecases.ts';
import { confirmations, handed, slipDraft, typedCode } from '../slips/model.ts';
import { confirmByHand, dropSlip, enterSlip } from '../slips/usecases.ts';
import { outsideView } from './model.ts';
import { outsideViewOf } from './usecases.ts';

const params = z.strictObject({ programmeId: id });
const at = '/programmes/:programmeId';
const ofTeam = { who: 'Coordinator', params } as const;
const ofHelper = { who: 'anybody-signed-in', params } as const;
const ofPerson = params.extend({ personId });
const done = z.strictObject({ done: z.literal(true) });
const isDone = { done: true } as const;

const helping: readonly Route[] = [
  route({
    ...{ ...ofHelper, method: 'GET', path: `${at}/helping`, gives: helpingPage },
    run: (deps, caller, asked) => helpingPageOf(deps, caller, asked.params.programmeId),
  }),
  route({
    ...{ ...ofTeam, method: 'POST', path: `${at}/helpers`, body: z.strictObject({ personId }), gives: done },
    run: async (deps, caller, asked) => {
      await addHelper(deps, caller, asked.params.programmeId, asked.body.personId);
      return isDone;
    },
  }),
  route({
    ...{ method: 'DELETE', path: `${at}/helpers/:personId`, who: 'Coordinator', params: ofPerson, gives: done },
    run: async (deps, caller, asked) => {
      await removeHelper(deps, caller, asked.params.programmeId, asked.params.personId);
      return isDone;
    },
  }),
];

const slips: readonly Route[] = [
  route({
    ...{ ...ofHelper, method: 'POST', path: `${at}/slips`, body: slipDraft, gives: handed },
    run: (deps, caller, asked) => enterSlip(deps, caller, asked.params.programmeId, asked.body),
  }),
  route({
    ...{ ...ofTeam, method: 'POST', path: `${at}/slips/confirm`, body: z.strictObject({ code: typedCode }) },
    gives: z.strictObject({ said: z.enum(confirmations) }),
    run: async (deps, caller, asked) => ({
      said: await confirmByHand(deps, caller, asked.params.programmeId, asked.body.code),
    }),
  }),
  route({
    ...{ method: 'DELETE', path: `${at}/slips/:slipId`, who: 'Coordinator', params: params.extend({ slipId: id }) },
    gives: done,
    run: async (deps, caller, asked) => {
      await dropSlip(deps, caller, asked.params.programmeId, asked.params.slipId);
      return isDone;
    },
  }),
];

const kiosk: readonly Route[] = [
  route({
    ...{ ...ofTeam, method: 'POST', path: `${at}/kiosk`, body: kioskDraft },
    gives: z.strictObject({ link: z.string(), until: z.number() }),
    run: (deps, caller, asked) => openKiosk(deps, caller, asked.params.programmeId, asked.body.days),
  }),
  route({
    ...{ ...ofTeam, method: 'DELETE', path: `${at}/kiosk`, gives: done },
    run: async (deps, caller, asked) => {
      await closeKiosk(deps, caller, asked.params.programmeId);
      return isDone;
    },
  }),
  route({
    ...{ method: 'DELETE', path: `${at}/kiosk/requests/:requestId`, who: 'Coordinator', gives: done },
    params: params.extend({ requestId: id }),
    run: async (deps, caller, asked) => {
      await dropRequest(deps, caller, asked.params.programmeId, asked.params.requestId);
      return isDone;
    },
  }),
];

const forms: readonly Route[] = [
  route({
    // A file that makes numbers: sent again after a lost answer it holds the same ones.
    ...{ ...ofTeam, method: 'POST', path: `${at}/forms/file`, body: printDraft, gives: download },
    run: (deps, caller, asked) => printForms(deps, caller, asked.params.programmeId, asked.body),
  }),
  route({
    ...{ ...ofHelper, method: 'POST', path: `${at}/forms/entries`, body: entryDraft, gives: entryResult },
    run: (deps, caller, asked) => enterForm(deps, caller, asked.params.programmeId, asked.body),
  }),
  route({
    ...{ ...ofHelper, method: 'POST', path: `${at}/forms/lines`, body: linesDraft, gives: linesResult },
    run: (deps, caller, asked) => enterLines(deps, caller, asked.params.programmeId, asked.body.text),
  }),
];

const guests: readonly Route[] = [
  route({
    ...{ ...ofTeam, method: 'PUT', path: `${at}/guests`, body: guestSettings, gives: done },
    run: async (deps, caller, asked) => {
      await setGuests(deps, caller, asked.params.programmeId, asked.body.on);
      return isDone;
    },
  }),
  route({
    ...{ ...ofTeam, method: 'POST', path: `${at}/guests/search`, gives: z.array(personCard) },
    body: z.strictObject({ words: z.string().trim().min(2).max(100) }),
    run: (deps, caller, asked) => findGuests(deps, caller, asked.params.programmeId, asked.body.words),
  }),
  route({
    ...{ ...ofTeam, method: 'POST', path: `${at}/guests`, body: z.strictObject({ personId }), gives: done },
    run: async (deps, caller, asked) => {
      await admit(deps, caller, asked.params.programmeId, asked.body.personId);
      return isDone;
    },
  }),
  route({
    ...{ method: 'DELETE', path: `${at}/guests/:personId`, who: 'Coordinator', params: ofPerson, gives: done },
    run: async (deps, caller, asked) => {
      await removeGuest(deps, caller, asked.params.programmeId, asked.params.personId);
      return isDone;
    },
  }),
];

export const outsideRoutes: readonly Route[] = [
  route({
    ...{ ...ofTeam, method: 'GET', path: `${at}/outside`, gives: outsideView },
    run: (deps, caller, asked) => outsideViewOf(deps, caller, asked.params.programmeId),
  }),
  ...helping,
  ...slips,
  ...kiosk,
  ...forms,
  ...guests,
];
