/** A course of the organisation for chat: a picture is said in words, since it needs a sign-in to be fetched, and a video is a link. */
import { plain } from '../../../../platform/cards.ts';
import { regionOf, type Language } from '../../../../platform/words.ts';
import { partsOf } from '../../format/media/rules.ts';
import type { Part } from '../../format/model.ts';
import type { ShownCourse } from '../../model.ts';
import type { ReadView } from '../model.ts';
import { say } from '../words.ts';

export function shownInChat(language: Language, view: ReadView): ShownCourse {
  const shown = {
    ...{ id: view.id, title: view.title },
    ...(view.language === language ? {} : { language: view.language }),
  };
  if (view.kind === 'link') {
    const { about, address, captions } = view;
    return { ...shown, steps: [], link: { about, address, captions } };
  }
  const words = (text: string): string =>
    partsOf(text)
      .map((part) => wordsOf(language, part))
      .join('\n\n');
  return { ...shown, steps: view.steps.map((step) => ({ ...step, text: words(step.text) })) };
}

function wordsOf(language: Language, part: Part): string {
  switch (part.kind) {
    case 'words':
      return part.text;
    case 'picture':
      return say(language, 'chat.picture', { alternative: plain(part.alternative) });
    case 'video':
      return [
        linkIn(say(language, 'video.link', { words: plain(part.words) }), part.address),
        say(language, 'video.captions', { languages: namesOf(language, part.captions) }),
      ].join('\n\n');
    default:
      return part satisfies never;
  }
}

/** Markdown; brackets in an address would end it. */
export function linkIn(words: string, address: string): string {
  return `[${words}](${address.replaceAll('(', '%28').replaceAll(')', '%29')})`;
}

/** Languages as two letters, by their names in that of the reader. */
export function namesOf(language: Language, tags: readonly string[]): string {
  const names = new Intl.DisplayNames(regionOf(language), { type: 'language' });
  return tags.map((tag) => names.of(tag) ?? tag).join(', ');
}
