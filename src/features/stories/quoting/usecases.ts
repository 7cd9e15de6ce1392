/** What a call may quote: stories that everybody in the organisation may read at this moment, in the author's exact words. */
import { languages, type Language } from '../../../platform/words.ts';
import { findPair } from '../../pairs/usecases.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Quotable } from '../../recruitment/quoting/model.ts';
import type { QuoteFinder } from '../../recruitment/quoting/usecases.ts';
import { isInGallery } from '../rules.ts';
import { findStory, type KnownStory } from '../usecases.ts';
import { shownStories } from '../viewing/usecases.ts';
import { say } from '../words.ts';
import { quotedFrom, sentencesOf } from './rules.ts';

export const storyQuotes: QuoteFinder = {
  list: async (deps, caller) => {
    const shown = await shownStories(deps);
    const lines = shown.map(async (found): Promise<Quotable> => {
      const { id: storyId, programmeId, version, title, language } = found.row.value;
      const by = (await bylinesOf(deps, found))[caller.language];
      return { storyId, programmeId, version, title, language, by, sentences: sentencesOf(found.row.value) };
    });
    return (await Promise.all(lines)).filter(({ sentences }) => sentences.length > 0);
  },
  find: async (deps, { programmeId, storyId, version, sentences }) => {
    const found = await findStory(deps, programmeId, storyId);
    if (found?.row.value.version !== version || !isInGallery(found.row.value, found.standing)) return undefined;
    const words = quotedFrom(found.row.value, sentences);
    return words === undefined ? undefined : { words, by: await bylinesOf(deps, found) };
  },
};

/** Whose words they are, by name where they agreed to that. */
async function bylinesOf(
  deps: Platform,
  { row, standing, people }: KnownStory,
): Promise<Readonly<Record<Language, string>>> {
  const { authorId, programmeId, pairId } = row.value;
  const pair = await findPair(deps, programmeId, pairId);
  const side = pair?.menteeId === authorId ? 'mentee' : 'mentor';
  const name = standing?.named.includes(authorId) ? people.get(authorId)?.name : undefined;
  const by = (language: Language): string => say(language, 'by', { names: name ?? say(language, `nameless.${side}`) });
  return Object.fromEntries(languages.map((language) => [language, by(language)])) as Record<Language, string>;
}
