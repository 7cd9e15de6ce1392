/** What the pages ask about a mentee's goals: all of them at once, and one address for each thing that is done with them. */
import { z } from 'zod';
import { route, type Route } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { goalDraft, goalOutcome, goalsView, noteDraft, stepDraft } from './model.ts';
import {
  addNote,
  addStep,
  changeGoal,
  makeGoal,
  putAside,
  removeGoal,
  removeStep,
  sayOutcome,
  takeBackNote,
  tickStep,
  viewGoals,
} from './usecases.ts';

const path = '/programmes/:programmeId/pairs/:pairId/goals';
const onePath = `${path}/:pairGoalId` as const;
const ofPair = z.strictObject({ programmeId: id, pairId: id });
const ofGoal = ofPair.extend({ pairGoalId: id });
const ofStep = ofGoal.extend({ goalStepId: id });
const ofNote = ofGoal.extend({ goalNoteId: id });
const done = z.strictObject({ done: z.literal(true) });
const forAll = { who: 'anybody-signed-in', guests: true } as const;

const isDone = async (work: Promise<unknown>): Promise<{ done: true }> => {
  await work;
  return { done: true };
};

export const pairGoalsRoutes: readonly Route[] = [
  route({
    ...{ ...forAll, method: 'GET', path, params: ofPair, gives: goalsView },
    run: (deps, caller, { params }) => viewGoals(deps, caller, params),
  }),
  route({
    ...{ ...forAll, method: 'POST', path, params: ofPair, body: goalDraft, gives: z.strictObject({ id }) },
    run: async (deps, caller, { params, body }) => ({ id: (await makeGoal(deps, caller, params, body)).id }),
  }),
  route({
    ...{ ...forAll, method: 'PUT', path: onePath, params: ofGoal, body: goalDraft, gives: done },
    run: (deps, caller, { params, body }) => isDone(changeGoal(deps, caller, params, body)),
  }),
  route({
    ...{ ...forAll, method: 'DELETE', path: onePath, params: ofGoal, gives: done },
    run: (deps, caller, { params }) => isDone(removeGoal(deps, caller, params)),
  }),
  route({
    ...{ ...forAll, method: 'PUT', path: `${onePath}/aside`, params: ofGoal, gives: done },
    body: z.strictObject({ aside: z.boolean() }),
    run: (deps, caller, { params, body }) => isDone(putAside(deps, caller, params, body.aside)),
  }),
  route({
    ...{ ...forAll, method: 'PUT', path: `${onePath}/outcome`, params: ofGoal, gives: done },
    body: z.strictObject({ outcome: goalOutcome.nullable() }),
    run: (deps, caller, { params, body }) => isDone(sayOutcome(deps, caller, params, body.outcome)),
  }),
  route({
    ...{ ...forAll, method: 'POST', path: `${onePath}/steps`, params: ofGoal, body: stepDraft, gives: done },
    run: (deps, caller, { params, body }) => isDone(addStep(deps, caller, params, body)),
  }),
  route({
    ...{ ...forAll, method: 'PUT', path: `${onePath}/steps/:goalStepId`, params: ofStep, gives: done },
    body: z.strictObject({ done: z.boolean() }),
    run: (deps, caller, { params, body }) => isDone(tickStep(deps, caller, params, body.done)),
  }),
  route({
    ...{ ...forAll, method: 'DELETE', path: `${onePath}/steps/:goalStepId`, params: ofStep, gives: done },
    run: (deps, caller, { params }) => isDone(removeStep(deps, caller, params)),
  }),
  route({
    ...{ ...forAll, method: 'POST', path: `${onePath}/notes`, params: ofGoal, body: noteDraft, gives: done },
    run: (deps, caller, { params, body }) => isDone(addNote(deps, caller, params, body)),
  }),
  route({
    ...{ ...forAll, method: 'DELETE', path: `${onePath}/notes/:goalNoteId`, params: ofNote, gives: done },
    run: (deps, caller, { params }) => isDone(takeBackNote(deps, caller, params)),
  }),
];
