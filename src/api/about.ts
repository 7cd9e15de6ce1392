/** The pages that the app's manifest names: what Tandem is, what happens to data, what counts, and what administrators need to know. */
import { Failure } from '../platform/errors.ts';
import type { Language } from '../platform/words.ts';
import type { Shown } from './outside.ts';
import { say } from './words.ts';

type Key = Parameters<typeof say>[1];

const parts: Readonly<Record<string, readonly [Key, ...(readonly Key[])]>> = {
  '': ['about.title', 'about.text', 'about.where', 'about.whom'],
  privacy: [
    ...(['about.privacy.title', 'about.privacy.where', 'about.privacy.what'] as const),
    ...(['about.privacy.who', 'about.privacy.yours'] as const),
  ],
  terms: ['about.terms.title', 'about.terms.free', 'about.terms.fair', 'about.terms.no', 'about.terms.law'],
  administrators: [
    ...(['about.admin.title', 'about.admin.allow', 'about.admin.rights'] as const),
    ...(['about.admin.papers', 'about.admin.versions'] as const),
  ],
};

/** Throws Failure `not-found` for a part that there is not. */
export function aboutPage(language: Language, part = ''): Shown {
  const keys = Object.hasOwn(parts, part) ? parts[part] : undefined;
  if (!keys) throw new Failure('not-found', 'not-found');
  const [title, ...paragraphs] = keys;
  return { title: say(language, title), paragraphs: paragraphs.map((key) => say(language, key)) };
}
