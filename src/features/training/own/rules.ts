/** Which language and which version somebody reads, and what keeps a course from being published. */
import { languages, type Language } from '../../../platform/words.ts';
import { isSafeAddress } from '../format/media/rules.ts';
import { longestTitle, type CourseText } from '../format/model.ts';
import { checkLine, readCourse, type Media } from '../format/rules.ts';
import { nextStep } from '../rules.ts';
import {
  languagesOf,
  type InLanguages,
  type OwnCourse,
  type OwnLink,
  type OwnWork,
  type PublishProblem,
  type ReadLine,
  type VersionLine,
} from './model.ts';

/** The reader's language, else the binding one, else English, else whichever there is. */
export function nearestLanguage(
  wanted: Language,
  { binding, titles }: Pick<VersionLine, 'binding' | 'titles'>,
): Language {
  const there = languagesOf(titles);
  return [wanted, binding, 'en' as const, ...there].find((one) => there.includes(one)) ?? binding;
}

/** Whoever is in the middle of a version goes on with it; everybody else reads the last one. */
export function versionToRead(
  { kind, versions }: Pick<OwnCourse, 'kind' | 'versions'>,
  work?: OwnWork,
): VersionLine | undefined {
  const newest = versions.at(-1);
  if (kind === 'link' || !work || work.doneAt !== undefined) return newest;
  return versions.find(({ number }) => number === work.version) ?? newest;
}

/**
 * How far somebody is after a press in `version`, which is one of the course. Progress never goes back, and a press in a version that was left for
 * a newer one counts for nothing.
 */
export function workAfter(
  before: OwnWork | undefined,
  pressed: { readonly version: VersionLine; readonly step: number; readonly isDone: boolean; readonly at: number },
): OwnWork {
  const { version, isDone, at } = pressed;
  if (before && before.doneAt === undefined && before.version > version.number) return before;
  const last = Math.max(version.steps, 1);
  const from = before?.version === version.number ? before.step : 0;
  const step = nextStep(from, isDone ? last - 1 : pressed.step, last);
  const doneAt = before?.doneAt ?? (isDone ? at : undefined);
  return { version: version.number, step, at, ...(doneAt === undefined ? {} : { doneAt }) };
}

/** Where somebody goes on: at the first step again when it is done, or is read in another version than the one that was begun. */
export function stepToShow({ number, steps }: VersionLine, work: OwnWork | undefined): number {
  if (!work || work.doneAt !== undefined || work.version !== number) return 0;
  return nextStep(0, work.step, Math.max(steps, 1));
}

/** In the path of a programme stands only what everybody in it may read. */
export function countsInPath({ state, colleaguesOnly }: Pick<OwnCourse, 'state' | 'colleaguesOnly'>): boolean {
  return state === 'published' && !colleaguesOnly;
}

/** Nothing where it has never been published. */
export function lineOf(
  one: Pick<OwnCourse, 'id' | 'kind' | 'versions'>,
  work: OwnWork | undefined,
  wanted: Language,
): ReadLine | undefined {
  const version = versionToRead(one, work);
  if (!version) return undefined;
  const language = nearestLanguage(wanted, version);
  return {
    ...{ id: one.id, kind: one.kind, title: version.titles[language] ?? '', language },
    ...{ minutes: version.minutes, role: version.role, steps: version.steps, step: stepToShow(version, work) },
    ...(work?.doneAt === undefined ? {} : { doneAt: work.doneAt }),
  };
}

/** The title that stands in a text, also in one that is not whole yet. */
export function titleIn(markdown: string): string {
  return /^title:[ \t]*(.+)$/m.exec(markdown)?.[1]?.trim().slice(0, longestTitle) ?? '';
}

/** The languages in which a course is not there. */
export function missingIn(all: InLanguages<string>): Language[] {
  const there = languagesOf(all);
  return languages.filter((one) => !there.includes(one));
}

export interface ReadTexts {
  readonly problems: readonly PublishProblem[];
  /** Those without problems. */
  readonly courses: InLanguages<CourseText>;
}

/** Reads the text of each language, and holds them against the binding one: everybody may change language in the middle. */
export function readTexts(texts: InLanguages<string>, binding: Language, media: Media): ReadTexts {
  const read = languagesOf(texts).map((language) => ({ language, ...readCourse(texts[language] ?? '', media) }));
  const courses: { [L in Language]?: CourseText } = {};
  for (const { language, course } of read) if (course) courses[language] = course;
  const model = courses[binding];
  const problems = read.flatMap(({ language, problems: found, course }): PublishProblem[] => [
    ...found.map((one) => ({ ...one, language })),
    ...(model && course && course.steps.length !== model.steps.length
      ? [{ language, line: 1, kind: 'steps-differ' as const }]
      : []),
    ...(model && course && course.role !== model.role ? [{ language, line: 1, kind: 'role-differs' as const }] : []),
  ]);
  const isThere = languagesOf(texts).includes(binding);
  return { courses, problems: isThere ? problems : [{ language: binding, kind: 'binding-missing' }, ...problems] };
}

/** What a link still needs. */
export function problemsOfLink(
  { address, titles, abouts, captions, isVideo }: OwnLink,
  binding: Language,
): PublishProblem[] {
  const inWords = languages.flatMap((language) =>
    checkLine(`${titles[language]} ${abouts[language].replaceAll('\n', ' ')}`).map((kind) => ({ language, kind })),
  );
  return [
    ...inWords,
    ...(titles[binding] === '' ? [{ language: binding, kind: 'binding-missing' as const }] : []),
    ...(isSafeAddress(address) ? [] : [{ kind: 'link-address' as const }]),
    ...(isVideo && captions.length === 0 ? [{ kind: 'video-captions' as const }] : []),
  ];
}
