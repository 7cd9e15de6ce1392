/** A story as somebody writes it; what a test is about is given. */
import type { StoryDraft } from '../../src/features/stories/model.ts';

export function aStoryDraft(over: Partial<StoryDraft> = {}): StoryDraft {
  return {
    ...{ title: 'I ask now', reach: 'organisation', named: true, language: 'en', topics: ['networking'] },
    parts: { before: '', happened: 'Before, I did not dare to ask. '.repeat(10).trim(), changed: '', recommend: '' },
    ...over,
  };
}

/** The same story in other words. */
export const inWords = (happened: string, over: Partial<StoryDraft> = {}): StoryDraft =>
  aStoryDraft({ ...over, parts: { before: '', happened, changed: '', recommend: '' } });
