/** The pages' calls to `routes.ts`. */
import { ask } from '../../ui/http.ts';
import type { AnswerDraft, StoryDraft, StoryView } from './model.ts';

const pathOf = (programmeId: string, storyId: string): string => `/programmes/${programmeId}/stories/${storyId}`;
const pairPath = (programmeId: string, pairId: string): string => `/programmes/${programmeId}/pairs/${pairId}/story`;

export const listStories = (): Promise<StoryView[]> => ask('GET', '/stories');
export const findStory = (programmeId: string, storyId: string): Promise<StoryView> =>
  ask('GET', pathOf(programmeId, storyId));
export const findOwn = (programmeId: string, pairId: string): Promise<{ story?: StoryView }> =>
  ask('GET', pairPath(programmeId, pairId));
export const write = (programmeId: string, pairId: string, draft: StoryDraft, askNow: boolean): Promise<unknown> =>
  ask('PUT', pairPath(programmeId, pairId), { draft, ask: askNow });
export const answer = ({ programmeId, id }: StoryView, said: AnswerDraft): Promise<unknown> =>
  ask('POST', `${pathOf(programmeId, id)}/answer`, said);
export const withdraw = ({ programmeId, id }: StoryView): Promise<unknown> =>
  ask('POST', `${pathOf(programmeId, id)}/withdraw`, {});
export const listToReview = (programmeId: string): Promise<StoryView[]> =>
  ask('GET', `/programmes/${programmeId}/stories`);
export const publish = ({ programmeId, id, version }: StoryView, channelId: string | undefined): Promise<unknown> =>
  ask('POST', `${pathOf(programmeId, id)}/publish`, channelId === undefined ? { version } : { version, channelId });
export const sendBack = ({ programmeId, id }: StoryView, note: string): Promise<unknown> =>
  ask('POST', `${pathOf(programmeId, id)}/send-back`, { note });
export const invite = (programmeId: string, pairId: string): Promise<unknown> =>
  ask('POST', `${pairPath(programmeId, pairId)}/ask`, {});
export const listChannels = (): Promise<{ channelId: string; name: string; teamName: string }[]> =>
  ask('GET', '/channels');
