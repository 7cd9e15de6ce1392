/** What the page of a meeting asks: everything on it, and one address for each kind of line. */
import { z } from 'zod';
import { route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { questionsView, talkTopic } from '../questions/model.ts';
import { agreedDraft, meetingNotes, ownDraft, ownNotes, pointDraft } from './model.ts';
import {
  addAgreed,
  addPoint,
  addQuestion,
  keepOwnNotes,
  notesFor,
  questionsFor,
  takeBackAgreed,
  takeBackPoint,
  tickAgreed,
} from './usecases.ts';

const path = '/programmes/:programmeId/pairs/:pairId/meetings/:meetingId/notes';
const ofMeeting = z.strictObject({ programmeId: id, pairId: id, meetingId: id });
const ofTopic = ofMeeting.extend({ topic: talkTopic });
const ofQuestion = ofMeeting.extend({ questionId: id });
const ofLine = ofMeeting.extend({ lineId: id });
const done = z.strictObject({ done: z.literal(true) });
const isDone = { done: true } as const;
const forAll = { who: 'anybody-signed-in', guests: true } as const;

export const notesRoutes: readonly Route[] = [
  route({
    ...{ ...forAll, method: 'GET', path, params: ofMeeting, gives: meetingNotes },
    run: (deps, caller, { params }) => notesFor(deps, caller, params),
  }),
  route({
    ...{ ...forAll, method: 'GET', path: `${path}/questions/:topic`, params: ofTopic, gives: questionsView },
    run: (deps, caller, { params }) => questionsFor(deps, caller, params),
  }),
  route({
    ...{ ...forAll, method: 'PUT', path: `${path}/points/ready/:questionId`, params: ofQuestion, gives: done },
    run: async (deps, caller, { params }) => {
      await addQuestion(deps, caller, params);
      return isDone;
    },
  }),
  route({
    ...{ ...forAll, method: 'POST', path: `${path}/points`, params: ofMeeting, body: pointDraft, gives: done },
    run: async (deps, caller, { params, body }) => {
      await addPoint(deps, caller, params, body);
      return isDone;
    },
  }),
  route({
    ...{ ...forAll, method: 'DELETE', path: `${path}/points/:lineId`, params: ofLine, gives: done },
    run: async (deps, caller, { params }) => {
      await takeBackPoint(deps, caller, params);
      return isDone;
    },
  }),
  route({
    ...{ ...forAll, method: 'POST', path: `${path}/agreed`, params: ofMeeting, body: agreedDraft, gives: done },
    run: async (deps, caller, { params, body }) => {
      await addAgreed(deps, caller, params, body);
      return isDone;
    },
  }),
  route({
    ...{ ...forAll, method: 'PUT', path: `${path}/agreed/:lineId`, params: ofLine, gives: done },
    body: z.strictObject({ done: z.boolean() }),
    run: async (deps, caller, { params, body }) => {
      await tickAgreed(deps, caller, params, body.done);
      return isDone;
    },
  }),
  route({
    ...{ ...forAll, method: 'DELETE', path: `${path}/agreed/:lineId`, params: ofLine, gives: done },
    run: async (deps, caller, { params }) => {
      await takeBackAgreed(deps, caller, params);
      return isDone;
    },
  }),
  route({
    ...{ ...forAll, method: 'PUT', path: `${path}/own`, params: ofMeeting, body: ownDraft, gives: ownNotes },
    run: (deps, caller, { params, body }) => keepOwnNotes(deps, caller, params, body),
  }),
];
