/** The section's calls to `routes.ts`. */
import { ask } from '../../../ui/http.ts';
import type { TranslationDraft, TranslationsPage } from './model.ts';

export interface OfStory {
  readonly programmeId: string;
  readonly storyId: string;
}

const of = ({ programmeId, storyId }: OfStory): string => `/programmes/${programmeId}/stories/${storyId}/translations`;

export const findTranslations = (at: OfStory): Promise<TranslationsPage> => ask('GET', of(at));
export const propose = (at: OfStory, draft: TranslationDraft): Promise<unknown> => ask('POST', of(at), draft);
export const sayYes = (at: OfStory, textId: string): Promise<unknown> => ask('POST', `${of(at)}/${textId}/yes`, {});
export const end = (at: OfStory, textId: string): Promise<unknown> => ask('DELETE', `${of(at)}/${textId}`);
