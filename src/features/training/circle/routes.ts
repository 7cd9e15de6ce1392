/** What the pages of a mentors' circle ask. Not for guests: what colleagues tell each other beside their pairs is not for them. */
import { z } from 'zod';
import { route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { pinQuestion, readRemoval, removeText } from './hosting/usecases.ts';
import { joinCircle, leaveCircle } from './leaving/usecases.ts';
import {
  answerDraft,
  circlePage,
  circleQuery,
  longestWhy,
  questionDraft,
  questionView,
  textChange,
  written,
} from './model.ts';
import { viewCircle, viewQuestion } from './usecases.ts';
import { answerQuestion, askQuestion, changeText, sayHelped, takeBackText } from './writing/usecases.ts';

const path = '/programmes/:programmeId/circle';
const question = `${path}/questions/:circleQuestionId`;
const text = `${question}/texts/:circleTextId`;
const ofProgramme = z.strictObject({ programmeId: id });
const ofQuestion = ofProgramme.extend({ circleQuestionId: id });
const ofText = ofQuestion.extend({ circleTextId: id });
const done = z.strictObject({ done: z.literal(true) });
const who = 'anybody-signed-in';

const textIn = ({ programmeId, circleQuestionId, circleTextId }: z.infer<typeof ofText>) => ({
  ...{ programmeId, questionId: circleQuestionId, textId: circleTextId },
});
const thenDone = async (work: Promise<void>): Promise<{ done: true }> => {
  await work;
  return { done: true };
};

export const circleRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path, who, params: ofProgramme, query: circleQuery, gives: circlePage },
    run: (deps, caller, { params, query }) => viewCircle(deps, caller, params.programmeId, query),
  }),
  route({
    ...{ method: 'POST', path: `${path}/join`, who, params: ofProgramme, body: z.strictObject({}), gives: done },
    run: (deps, caller, { params }) => thenDone(joinCircle(deps, caller, params.programmeId)),
  }),
  route({
    ...{ method: 'POST', path: `${path}/leave`, who, params: ofProgramme, gives: done },
    body: z.strictObject({ how: z.enum(['keep-texts', 'take-back']) }),
    run: (deps, caller, { params, body }) => thenDone(leaveCircle(deps, caller, params.programmeId, body.how)),
  }),
  route({
    ...{ method: 'POST', path: `${path}/questions`, who, params: ofProgramme, body: questionDraft, gives: written },
    run: (deps, caller, { params, body }) => askQuestion(deps, caller, params.programmeId, body),
  }),
  route({
    ...{ method: 'GET', path: question, who, params: ofQuestion, gives: questionView },
    run: (deps, caller, { params }) => viewQuestion(deps, caller, params.programmeId, params.circleQuestionId),
  }),
  route({
    ...{ method: 'POST', path: `${question}/answers`, who, params: ofQuestion, body: answerDraft, gives: written },
    run: (deps, caller, { params, body }) =>
      answerQuestion(deps, caller, { programmeId: params.programmeId, questionId: params.circleQuestionId }, body),
  }),
  route({
    ...{ method: 'PUT', path: `${question}/pinned`, who: 'Coordinator', params: ofQuestion, gives: done },
    body: z.strictObject({ pinned: z.boolean() }),
    run: (deps, caller, { params: { programmeId, circleQuestionId: questionId }, body }) =>
      thenDone(pinQuestion(deps, caller, { programmeId, questionId }, body.pinned)),
  }),
  route({
    ...{ method: 'PUT', path: text, who, params: ofText, gives: written },
    body: textChange,
    run: (deps, caller, { params, body }) => changeText(deps, caller, textIn(params), body),
  }),
  route({
    ...{ method: 'DELETE', path: text, who, params: ofText, gives: done },
    run: (deps, caller, { params }) => thenDone(takeBackText(deps, caller, textIn(params))),
  }),
  route({
    ...{ method: 'PUT', path: `${text}/helped`, who, params: ofText, gives: done },
    body: z.strictObject({ helped: z.boolean() }),
    run: (deps, caller, { params, body }) => thenDone(sayHelped(deps, caller, textIn(params), body.helped)),
  }),
  route({
    ...{ method: 'POST', path: `${text}/remove`, who: 'Coordinator', params: ofText, gives: done },
    body: z.strictObject({ why: z.string().trim().min(5).max(longestWhy) }),
    run: (deps, caller, { params, body }) => thenDone(removeText(deps, caller, textIn(params), body.why)),
  }),
  route({
    ...{ method: 'DELETE', path: `${path}/removals/:circleTextId`, who, gives: done },
    params: ofProgramme.extend({ circleTextId: id }),
    run: (deps, caller, { params }) => thenDone(readRemoval(deps, caller, params.programmeId, params.circleTextId)),
  }),
];
