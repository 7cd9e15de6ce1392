/** What the tab asks about stories: the list, one, writing, agreeing, looking at, publishing, withdrawing. */
import { z } from 'zod';
import { download, route, type Route } from '../../platform/doors.ts';
import { id } from '../../platform/ids.ts';
import { pictureDraft } from '../training/own/pictures/model.ts';
import { answerStory, changeTerms, publishStory, sendBackStory, withdrawStory } from './consent/usecases.ts';
import { effectRoutes } from './effect/routes.ts';
import { formsRoutes } from './forms/routes.ts';
import {
  answerDraft,
  note,
  placeDraft,
  placeView,
  proposal,
  storyDraft,
  storyMoments,
  storyStates,
  storyView,
  termsDraft,
} from './model.ts';
import { storyMoment } from './moments/usecases.ts';
import { addStoryPicture, storyPicture } from './pictures/usecases.ts';
import { postStory } from './places/posting/usecases.ts';
import { markGone, notePlace, placesOf } from './places/usecases.ts';
import { translationsRoutes } from './translations/routes.ts';
import { storiesPublished, storiesToReview, storyOfPair, viewStory } from './viewing/usecases.ts';
import { checkDraft, checked, keptFinding } from './protecting/model.ts';
import { checkStory, storyFindings } from './protecting/usecases.ts';
import { askForStory, writeStory } from './write/usecases.ts';

const ofStory = z.strictObject({ programmeId: id, storyId: id });
const ofPair = z.strictObject({ programmeId: id, pairId: id });
const ownStoryView = z.strictObject({ story: storyView.optional(), moment: z.enum(storyMoments).optional() });
const state = z.strictObject({ state: z.enum(storyStates) });
const storyPath = '/programmes/:programmeId/stories/:storyId';
const pairPath = '/programmes/:programmeId/pairs/:pairId/story';
const channelId = z.string().min(1).max(300);
const done = z.strictObject({ done: z.literal(true) });
const who = 'anybody-signed-in';

export const storiesRoutes: readonly Route[] = [
  route({
    ...{ method: 'GET', path: '/stories', who, gives: z.array(storyView) },
    run: (deps, caller) => storiesPublished(deps, caller),
  }),
  route({
    ...{ method: 'GET', path: storyPath, who, params: ofStory, gives: storyView },
    run: (deps, caller, { params }) => viewStory(deps, caller, params.programmeId, params.storyId),
  }),
  route({
    ...{ method: 'GET', path: pairPath, who, params: ofPair, gives: ownStoryView },
    run: async (deps, caller, { params }) => {
      const { programmeId, pairId } = params;
      const story = await storyOfPair(deps, caller, programmeId, pairId);
      const moment = story ? undefined : await storyMoment(deps, caller, programmeId, pairId);
      return { ...(story ? { story } : {}), ...(moment ? { moment } : {}) };
    },
  }),
  route({
    ...{ method: 'PUT', path: pairPath, who, params: ofPair, gives: state },
    body: z.strictObject({ draft: storyDraft, ask: z.boolean() }),
    run: async (deps, caller, { params, body }) => ({ state: (await writeStory(deps, caller, params, body)).state }),
  }),
  route({
    ...{ method: 'POST', path: `${storyPath}/answer`, who, params: ofStory, body: answerDraft, gives: state },
    run: async (deps, caller, { params, body }) => ({
      state: (await answerStory(deps, caller, params.programmeId, params.storyId, body)).state,
    }),
  }),
  route({
    ...{ method: 'POST', path: `${storyPath}/withdraw`, who, params: ofStory, body: z.strictObject({}), gives: state },
    run: async (deps, caller, { params }) => ({
      state: (await withdrawStory(deps, caller, params.programmeId, params.storyId)).state,
    }),
  }),
  route({
    ...{ method: 'PUT', path: `${storyPath}/terms`, who, params: ofStory, body: termsDraft, gives: state },
    run: async (deps, caller, { params, body }) => ({
      state: (await changeTerms(deps, caller, params.programmeId, params.storyId, body)).state,
    }),
  }),
  route({
    ...{ method: 'POST', path: `${pairPath}/pictures`, who, params: ofPair, body: pictureDraft },
    gives: z.strictObject({ pictureId: id }),
    run: (deps, caller, { params, body }) => addStoryPicture(deps, caller, params, body.data),
  }),
  route({
    ...{ method: 'GET', path: `${storyPath}/pictures/:pictureId`, who },
    ...{ params: ofStory.extend({ pictureId: id }), gives: download },
    run: (deps, caller, { params }) => storyPicture(deps, caller, params),
  }),
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/story-places', who: 'Coordinator' },
    ...{ params: z.strictObject({ programmeId: id }), gives: z.array(placeView) },
    run: (deps, caller, { params }) => placesOf(deps, caller, params.programmeId),
  }),
  route({
    ...{
      method: 'POST',
      path: `${storyPath}/places`,
      who: 'Coordinator',
      params: ofStory,
      body: placeDraft,
      gives: done,
    },
    run: async (deps, caller, { params, body }) => {
      await notePlace(deps, caller, params, body);
      return { done: true };
    },
  }),
  route({
    ...{ method: 'POST', path: `${storyPath}/places/:placeId/gone`, who: 'Coordinator', body: z.strictObject({}) },
    ...{ params: ofStory.extend({ placeId: id }), gives: done },
    run: async (deps, caller, { params: { placeId, ...at } }) => {
      await markGone(deps, caller, at, placeId);
      return { done: true };
    },
  }),
  route({
    ...{ method: 'POST', path: `${storyPath}/posts`, who: 'Coordinator', params: ofStory, gives: done },
    body: z.strictObject({ channelId }),
    run: async (deps, caller, { params, body }) => {
      await postStory(deps, caller, params, body.channelId);
      return { done: true };
    },
  }),
  route({
    ...{ method: 'GET', path: '/programmes/:programmeId/stories', who: 'Coordinator' },
    ...{ params: z.strictObject({ programmeId: id }), gives: z.array(storyView) },
    run: (deps, caller, { params }) => storiesToReview(deps, caller, params.programmeId),
  }),
  route({
    ...{ method: 'POST', path: `${storyPath}/publish`, who: 'Coordinator', params: ofStory, gives: state },
    body: z.strictObject({ version: z.number().int(), channelId: channelId.optional() }),
    run: async (deps, caller, { params, body }) => ({
      state: (await publishStory(deps, caller, params.programmeId, params.storyId, body)).state,
    }),
  }),
  route({
    ...{ method: 'POST', path: `${storyPath}/send-back`, who: 'Coordinator', params: ofStory, gives: state },
    body: z.strictObject({ note, proposal: proposal.optional() }),
    run: async (deps, caller, { params, body }) => ({
      state: (await sendBackStory(deps, caller, params.programmeId, params.storyId, body)).state,
    }),
  }),
  route({
    ...{ method: 'POST', path: `${pairPath}/ask`, who: 'Coordinator', params: ofPair, body: z.strictObject({}) },
    gives: z.strictObject({ asked: z.literal(true) }),
    run: async (deps, caller, { params }) => {
      await askForStory(deps, caller, params);
      return { asked: true };
    },
  }),
  route({
    ...{ method: 'POST', path: `${pairPath}/check`, who, params: ofPair, body: checkDraft, gives: checked },
    run: (deps, caller, { params, body }) => checkStory(deps, caller, params, body),
  }),
  route({
    ...{ method: 'GET', path: `${storyPath}/findings`, who: 'Coordinator', params: ofStory },
    gives: z.array(keptFinding),
    run: (deps, caller, { params }) => storyFindings(deps, caller, params.programmeId, params.storyId),
  }),
  route({
    ...{ method: 'GET', path: '/channels', who: 'Coordinator' },
    gives: z.array(z.strictObject({ channelId: z.string(), name: z.string(), teamName: z.string() })),
    run: async (deps) => [...(await deps.teams.channels())],
  }),
  ...formsRoutes,
  ...translationsRoutes,
  ...effectRoutes,
];
