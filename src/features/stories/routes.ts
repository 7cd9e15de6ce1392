/** What the tab asks about stories: the list, one, writing, agreeing, looking at, publishing, withdrawing. */
import { z } from 'zod';
import { route, type Route } from '../../platform/doors.ts';
import { id } from '../../platform/ids.ts';
import { answerStory, publishStory, sendBackStory, withdrawStory } from './consent/usecases.ts';
import { answerDraft, note, roughDraft, storyStates, storyView } from './model.ts';
import { storiesPublished, storiesToReview, storyOfPair, viewStory } from './usecases.ts';
import { askForStory, writeStory } from './write/usecases.ts';

const ofStory = z.strictObject({ programmeId: id, storyId: id });
const ofPair = z.strictObject({ programmeId: id, pairId: id });
const state = z.strictObject({ state: z.enum(storyStates) });
const storyPath = '/programmes/:programmeId/stories/:storyId';
const pairPath = '/programmes/:programmeId/pairs/:pairId/story';
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
    ...{ method: 'GET', path: pairPath, who, params: ofPair, gives: z.strictObject({ story: storyView.optional() }) },
    run: async (deps, caller, { params }) => {
      const story = await storyOfPair(deps, caller, params.programmeId, params.pairId);
      return story ? { story } : {};
    },
  }),
  route({
    ...{ method: 'PUT', path: pairPath, who, params: ofPair, gives: state },
    body: z.strictObject({ draft: roughDraft, ask: z.boolean() }),
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
    ...{ method: 'GET', path: '/programmes/:programmeId/stories', who: 'Coordinator' },
    ...{ params: z.strictObject({ programmeId: id }), gives: z.array(storyView) },
    run: (deps, caller, { params }) => storiesToReview(deps, caller, params.programmeId),
  }),
  route({
    ...{ method: 'POST', path: `${storyPath}/publish`, who: 'Coordinator', params: ofStory, gives: state },
    body: z.strictObject({ version: z.number().int(), channelId: z.string().min(1).max(300).optional() }),
    run: async (deps, caller, { params, body }) => ({
      state: (await publishStory(deps, caller, params.programmeId, params.storyId, body)).state,
    }),
  }),
  route({
    ...{ method: 'POST', path: `${storyPath}/send-back`, who: 'Coordinator', params: ofStory, gives: state },
    body: z.strictObject({ note }),
    run: async (deps, caller, { params, body }) => ({
      state: (await sendBackStory(deps, caller, params.programmeId, params.storyId, body.note)).state,
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
    ...{ method: 'GET', path: '/channels', who: 'Coordinator' },
    gives: z.array(z.strictObject({ channelId: z.string(), name: z.string(), teamName: z.string() })),
    run: async (deps) => [...(await deps.teams.channels())],
  }),
];
