/** A link as one card: what it is about, the way to it, and the press that says it is done. */
import { heading, paragraph, plain, subtle, type Card, type CardElement } from '../../../platform/cards.ts';
import type { Language } from '../../../platform/words.ts';
import type { ShownCourse } from '../model.ts';
import { linkIn, namesOf } from './chat/rules.ts';
import { say } from './words.ts';

export function linkCard(
  language: Language,
  course: ShownCourse,
  { about, address, captions }: NonNullable<ShownCourse['link']>,
  summary: string,
): Card {
  const place = new URL(address).hostname;
  return {
    summary,
    body: [
      heading(plain(course.title)),
      ...inOtherLanguage(language, course),
      ...(about === '' ? [] : [paragraph(plain(about))]),
      paragraph(linkIn(say(language, 'read.open', { place }), address)),
      ...(captions.length > 0
        ? [subtle(say(language, 'video.captions', { languages: namesOf(language, captions) }))]
        : []),
    ],
    buttons: [{ title: say(language, 'read.mark'), verb: 'training.done', subject: { courseId: course.id } }],
  };
}

/** Where a course is not there in the language of its reader, it says in which it is. */
export function inOtherLanguage(language: Language, { language: its }: ShownCourse): CardElement[] {
  return its === undefined ? [] : [subtle(say(language, 'read.language', { language: namesOf(language, [its]) }))];
}
