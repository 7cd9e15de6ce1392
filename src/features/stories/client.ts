/** The pages' calls to `routes.ts`. */
import { ask, askForFile } from '../../ui/http.ts';
import type {
  AnswerDraft,
  PlaceDraft,
  PlaceView,
  Proposal,
  StoryDraft,
  StoryView,
  TermsDraft,
  StoryMoment,
} from './model.ts';
import type { CheckDraft, Checked, KeptFinding } from './protecting/model.ts';

export type StoryAddress = Pick<StoryView, 'programmeId' | 'pairId'>;

const pathOf = (programmeId: string, storyId: string): string => `/programmes/${programmeId}/stories/${storyId}`;
const pairPath = (programmeId: string, pairId: string): string => `/programmes/${programmeId}/pairs/${pairId}/story`;

export const listStories = (): Promise<StoryView[]> => ask('GET', '/stories');
export const findStory = (programmeId: string, storyId: string): Promise<StoryView> =>
  ask('GET', pathOf(programmeId, storyId));
export const findOwn = (programmeId: string, pairId: string): Promise<{ story?: StoryView; moment?: StoryMoment }> =>
  ask('GET', pairPath(programmeId, pairId));
export const write = (programmeId: string, pairId: string, draft: StoryDraft, askNow: boolean): Promise<unknown> =>
  ask('PUT', pairPath(programmeId, pairId), { draft, ask: askNow });
export const answer = ({ programmeId, id }: StoryView, said: AnswerDraft): Promise<unknown> =>
  ask('POST', `${pathOf(programmeId, id)}/answer`, said);
export const check = ({ programmeId, pairId }: StoryAddress, draft: CheckDraft): Promise<Checked> =>
  ask('POST', `${pairPath(programmeId, pairId)}/check`, draft);
export const listFindings = ({ programmeId, id }: StoryView): Promise<KeptFinding[]> =>
  ask('GET', `${pathOf(programmeId, id)}/findings`);
export const withdraw = ({ programmeId, id }: StoryView): Promise<unknown> =>
  ask('POST', `${pathOf(programmeId, id)}/withdraw`, {});
export const listToReview = (programmeId: string): Promise<StoryView[]> =>
  ask('GET', `/programmes/${programmeId}/stories`);
export const publish = ({ programmeId, id, version }: StoryView, channelId: string | undefined): Promise<unknown> =>
  ask('POST', `${pathOf(programmeId, id)}/publish`, channelId === undefined ? { version } : { version, channelId });
export const sendBack = (
  { programmeId, id }: StoryView,
  what: { readonly note: string; readonly proposal?: Proposal },
): Promise<unknown> => ask('POST', `${pathOf(programmeId, id)}/send-back`, what);
export const changeTerms = ({ programmeId, id }: StoryView, terms: TermsDraft): Promise<unknown> =>
  ask('PUT', `${pathOf(programmeId, id)}/terms`, terms);
export const addPicture = (
  programmeId: string,
  pairId: string,
  data: string,
): Promise<{ readonly pictureId: string }> => ask('POST', `${pairPath(programmeId, pairId)}/pictures`, { data });
export const findPicture = (programmeId: string, storyId: string, pictureId: string): Promise<File> =>
  askForFile(`${pathOf(programmeId, storyId)}/pictures/${pictureId}`);
export const listPlaces = (programmeId: string): Promise<PlaceView[]> =>
  ask('GET', `/programmes/${programmeId}/story-places`);
export const notePlace = ({ programmeId, id }: StoryView, place: PlaceDraft): Promise<unknown> =>
  ask('POST', `${pathOf(programmeId, id)}/places`, place);
export const markGone = (programmeId: string, { storyId, id }: PlaceView): Promise<unknown> =>
  ask('POST', `${pathOf(programmeId, storyId)}/places/${id}/gone`, {});
export const postInto = ({ programmeId, id }: StoryView, channelId: string): Promise<unknown> =>
  ask('POST', `${pathOf(programmeId, id)}/posts`, { channelId });
export const invite = (programmeId: string, pairId: string): Promise<unknown> =>
  ask('POST', `${pairPath(programmeId, pairId)}/ask`, {});
export const listChannels = (): Promise<{ channelId: string; name: string; teamName: string }[]> =>
  ask('GET', '/channels');
