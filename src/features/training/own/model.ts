/**
 * Courses that the organisation adds itself: a text in the format of `../format`, one for each language, or a link. A coordinator works on
 * a draft; publishing makes a version, which never changes, and people follow a version to its end. Safe in the browser.
 */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { languages, type Language } from '../../../platform/words.ts';
import { language } from '../../people/model.ts';
import { courseRoles, problemKinds, step } from '../format/model.ts';
import { nextCourse } from '../model.ts';

export const ownKinds = ['text', 'link'] as const;
export type OwnKind = (typeof ownKinds)[number];
export const ownStates = ['draft', 'published', 'withdrawn'] as const;
export type OwnState = (typeof ownStates)[number];

export const longestText = 30_000;
export const longestAbout = 300;
export const mostOwnCourses = 100;
export const mostVersions = 50;
export const mostPictures = 30;
export const mostCaptions = 10;

/** `{ nl: …, en: … }`: what is not there in a language is left out. */
export type InLanguages<T> = { readonly [L in Language]?: T | undefined };
const inLanguages = <T extends z.ZodType>(one: T) =>
  z.strictObject({ nl: one.optional(), fr: one.optional(), de: one.optional(), en: one.optional() });

/** A text as it was saved last. `revision` counts, so that nobody saves over what they have not seen. */
export const ownText = z.strictObject({
  text: z.string().max(longestText),
  revision: z.number().int().min(1),
  savedAt: z.number(),
  /** What was in its place before, to go back to. */
  before: z.string().max(longestText).optional(),
});
export type OwnText = z.infer<typeof ownText>;
export const textDraft = z.strictObject({ text: z.string().max(longestText), revision: z.number().int().min(0) });
export type TextDraft = z.infer<typeof textDraft>;

const linkWords = (most: number) =>
  z.strictObject({
    nl: z.string().trim().max(most),
    fr: z.string().trim().max(most),
    de: z.string().trim().max(most),
    en: z.string().trim().max(most),
  });

/** Material elsewhere; a draft of it may be incomplete, and what is missing is said when it is published. */
export const ownLink = z.strictObject({
  address: z.string().trim().max(500),
  /** Empty where there is none in that language. */
  titles: linkWords(80),
  abouts: linkWords(longestAbout),
  minutes: z.number().int().min(1).max(600),
  role: z.enum(courseRoles),
  isVideo: z.boolean(),
  /** Languages of the captions as two letters: a video without them is not for everybody. */
  captions: z.array(z.string().regex(/^[a-z]{2}$/)).max(mostCaptions),
});
export type OwnLink = z.infer<typeof ownLink>;

/** A version as lists show it. */
export const versionLine = z.strictObject({
  id,
  number: z.number().int().min(1),
  at: z.number(),
  binding: language,
  /** In each language in which there is one. */
  titles: inLanguages(z.string()),
  minutes: z.number().int(),
  role: z.enum(courseRoles),
  /** None of a link. */
  steps: z.number().int().min(0),
});
export type VersionLine = z.infer<typeof versionLine>;

export const ownCourse = z.strictObject({
  id,
  kind: z.enum(ownKinds),
  state: z.enum(ownStates),
  /** The organisation's binding language: without it nothing is published. */
  binding: language,
  /** Not for mentors from outside. */
  colleaguesOnly: z.boolean(),
  /** Of the draft, in the binding language as far as there is one. */
  title: z.string(),
  /** In which something of the draft is there. */
  languages: z.array(language),
  changedAt: z.number(),
  /** Of the link and the settings. */
  revision: z.number().int().min(1),
  link: ownLink.optional(),
  pictures: z.array(id).max(mostPictures),
  /** The last one is what people read. */
  versions: z.array(versionLine).max(mostVersions),
});
export type OwnCourse = z.infer<typeof ownCourse>;

/** What a version holds, apart from its course. */
export const ownVersion = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), texts: inLanguages(z.string()) }),
  z.strictObject({ kind: z.literal('link'), link: ownLink }),
]);
export type OwnVersion = z.infer<typeof ownVersion>;

/** How far somebody is, and in which version. */
export const ownWork = z.strictObject({
  version: z.number().int(),
  step: z.number().int().min(0),
  at: z.number(),
  doneAt: z.number().optional(),
});
export type OwnWork = z.infer<typeof ownWork>;

export const courseLine = ownCourse
  .pick({ id: true, kind: true, state: true, title: true, changedAt: true, colleaguesOnly: true, languages: true })
  .extend({
    /** The version that people read, or read last. */
    version: z.number().int().optional(),
  });
export type CourseLine = z.infer<typeof courseLine>;

export const ownList = z.strictObject({
  courses: z.array(courseLine),
  /** What most programmes are bound to: what a new course begins with. */
  binding: language,
});
export type OwnList = z.infer<typeof ownList>;

export const newCourse = z.strictObject({ kind: z.enum(ownKinds), binding: language });
export const settingsDraft = ownCourse.pick({ binding: true, colleaguesOnly: true, revision: true });
export type SettingsDraft = z.infer<typeof settingsDraft>;
export const linkDraft = z.strictObject({ link: ownLink, revision: z.number().int().min(1) });

export const editView = z.strictObject({
  course: ownCourse,
  texts: inLanguages(ownText),
});
export type EditView = z.infer<typeof editView>;

/** What keeps a course from being published besides the problems of its format. */
export const publishProblems = [
  'binding-missing',
  'steps-differ',
  'role-differs',
  'link-address',
  ...problemKinds,
] as const;
export const publishProblem = z.strictObject({
  language: language.optional(),
  line: z.number().int().optional(),
  kind: z.enum(publishProblems),
});
export type PublishProblem = z.infer<typeof publishProblem>;

export const publishDraft = z.strictObject({
  /** "Only in these languages": others are missing, and that is meant. */
  onlyThese: z.boolean(),
  /** What was on the screen when it was published. */
  revision: z.number().int(),
  revisions: inLanguages(z.number().int()),
});
export type PublishDraft = z.infer<typeof publishDraft>;

export const publishOutcome = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('published'), version: z.number().int() }),
  z.strictObject({
    outcome: z.literal('refused'),
    missing: z.array(language),
    /** Each with its sentence in the reader's language. */
    problems: z.array(publishProblem.extend({ says: z.string() })),
  }),
]);
export type PublishOutcome = z.infer<typeof publishOutcome>;

export const versionView = z.strictObject({ line: versionLine, version: ownVersion });
export type VersionView = z.infer<typeof versionView>;

/** A course of the organisation as people see it in a list. */
export const readLine = z.strictObject({
  id,
  kind: z.enum(ownKinds),
  title: z.string(),
  /** The language of the title, which may not be the reader's. */
  language,
  minutes: z.number().int(),
  role: z.enum(courseRoles),
  step: z.number().int(),
  steps: z.number().int(),
  doneAt: z.number().optional(),
});
export type ReadLine = z.infer<typeof readLine>;

const read = {
  ...{ id, title: z.string(), language, minutes: z.number().int(), role: z.enum(courseRoles) },
  version: z.number().int(),
  /** There is a later version than this one. */
  hasNewer: z.boolean(),
  doneAt: z.number().optional(),
  /** Once it is done: what the path goes on with. */
  next: nextCourse.optional(),
};
export const readView = z.discriminatedUnion('kind', [
  z.strictObject({
    ...{ ...read, kind: z.literal('text'), sources: z.array(z.string()), steps: z.array(step) },
    step: z.number().int(),
  }),
  z.strictObject({
    ...{ ...read, kind: z.literal('link'), about: z.string(), address: z.string() },
    captions: z.array(z.string()),
  }),
]);
export type ReadView = z.infer<typeof readView>;
export type TextView = Extract<ReadView, { kind: 'text' }>;
export type LinkView = Extract<ReadView, { kind: 'link' }>;

export const workDraft = z.strictObject({
  version: z.number().int().min(1),
  step: z.number().int().min(0).max(20),
  isDone: z.boolean(),
});
export type WorkDraft = z.infer<typeof workDraft>;

export const pictureKey = z.strictObject({ pictureId: id });

/** Those of the four in which something is there, in their usual order. */
export function languagesOf<T>(all: InLanguages<T>): Language[] {
  return languages.filter((one) => all[one] !== undefined && all[one] !== '');
}
