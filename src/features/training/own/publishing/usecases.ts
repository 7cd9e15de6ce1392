/** Publishing makes a version out of what is saved, or says of everything what is wrong with it and where; withdrawing hides it from people. */
import type { Caller } from '../../../../platform/doors.ts';
import { Failure } from '../../../../platform/errors.ts';
import { idFor } from '../../../../platform/ids.ts';
import type { Platform } from '../../../../platform/platform.ts';
import type { Row } from '../../../../platform/tables.ts';
import { languages, type Language } from '../../../../platform/words.ts';
import {
  languagesOf,
  mostVersions,
  type InLanguages,
  type OwnCourse,
  type OwnText,
  type OwnVersion,
  type PublishDraft,
  type PublishOutcome,
  type PublishProblem,
  type VersionLine,
  type VersionView,
} from '../model.ts';
import { missingIn, problemsOfLink, readTexts } from '../rules.ts';
import { ownCourses, ownVersions, textsOf } from '../store.ts';
import { courseToWrite, noteChange } from '../usecases.ts';
import { say } from '../words.ts';

/** What would be published: the version, and how lists show it. */
interface Ready {
  readonly version: OwnVersion;
  readonly shown: Pick<VersionLine, 'titles' | 'minutes' | 'role' | 'steps'>;
}
interface Looked {
  readonly ready?: Ready;
  readonly problems: readonly PublishProblem[];
  readonly missing: readonly Language[];
}

/** Only what was on the screen is published; the same as the last version is no new one. */
export async function publishCourse(
  deps: Platform,
  caller: Caller,
  ownId: string,
  draft: PublishDraft,
): Promise<PublishOutcome> {
  const row = await courseToWrite(deps, caller, ownId);
  const { value: course } = row;
  const texts = await textsOf(deps.tables, ownId);
  if (!isWhatWasSeen(course, texts, draft)) throw new Failure('conflict', 'own-changed');
  const { ready, problems, missing } = lookAt(course, texts);
  if (!ready || (missing.length > 0 && !draft.onlyThese))
    return {
      outcome: 'refused',
      missing: [...missing],
      problems: problems.map((one) => ({ ...one, says: say(caller.language, `problem.${one.kind}`) })),
    };
  return { outcome: 'published', version: await addVersion(deps, caller, row, ready) };
}

function isWhatWasSeen(course: OwnCourse, texts: InLanguages<OwnText>, draft: PublishDraft): boolean {
  if (course.kind === 'link') return course.revision === draft.revision;
  return languages.every((one) => (texts[one]?.revision ?? 0) === (draft.revisions[one] ?? 0));
}

function lookAt({ kind, link, binding, pictures }: OwnCourse, kept: InLanguages<OwnText>): Looked {
  if (kind === 'link') {
    if (!link) return { problems: [{ kind: 'link-address' }], missing: [] };
    const problems = problemsOfLink(link, binding);
    const { titles, minutes, role } = link;
    const shown = { titles: there(titles), minutes, role, steps: 0 };
    const ready = { version: { kind: 'link' as const, link }, shown };
    return { problems, missing: missingIn(titles), ...(problems.length === 0 ? { ready } : {}) };
  }
  const texts = there({ nl: kept.nl?.text, fr: kept.fr?.text, de: kept.de?.text, en: kept.en?.text });
  const { problems, courses } = readTexts(texts, binding, { pictures: new Set(pictures) });
  const model = courses[binding];
  if (!model || problems.length > 0) return { problems, missing: missingIn(texts) };
  const titles = Object.fromEntries(languages.map((one) => [one, courses[one]?.title]));
  const { minutes, role, steps } = model;
  const shown = { titles: there(titles), minutes, role, steps: steps.length };
  return { problems, missing: missingIn(texts), ready: { version: { kind: 'text', texts }, shown } };
}

const there = (all: InLanguages<string>): InLanguages<string> =>
  Object.fromEntries(languagesOf(all).map((language) => [language, all[language]]));

/** The version is written first, under an id that nobody knows until the course names it. */
async function addVersion(
  deps: Platform,
  caller: Caller,
  row: Row<OwnCourse>,
  { version, shown }: Ready,
): Promise<number> {
  const { id: ownId, versions, binding, state } = row.value;
  const last = versions.at(-1);
  const before = last && (await ownVersions.find(deps.tables, ownId, last.id));
  const isSame = before !== undefined && JSON.stringify(before.value) === JSON.stringify(version);
  if (isSame && state === 'published') return last?.number ?? 1;
  if (!isSame && versions.length >= mostVersions) throw new Failure('conflict', 'own-versions-full');
  const number = isSame ? last!.number : (last?.number ?? 0) + 1;
  await deps.audit.note({
    ...{ who: caller.personId, what: 'course.published', object: `own-course:${ownId}`, outcome: `version ${number}` },
  });
  const line: VersionLine = { id: idFor(caller, 'version'), number, at: deps.clock.now(), binding, ...shown };
  if (!isSame) await deps.tables.commit([ownVersions.put(ownId, line.id, version)]);
  const next: OwnCourse = { ...row.value, state: 'published', versions: isSame ? versions : [...versions, line] };
  await deps.tables.commit([ownCourses.replace(row, next)]);
  return number;
}

/** For people it is not there any more; what they did of it stays, also for when it is published again. */
export async function withdrawCourse(deps: Platform, caller: Caller, ownId: string): Promise<void> {
  const { value } = await courseToWrite(deps, caller, ownId);
  if (value.state === 'draft') throw new Failure('conflict', 'own-not-published');
  if (value.state === 'withdrawn') return;
  await deps.audit.note({
    who: caller.personId,
    what: 'course.withdrawn',
    object: `own-course:${ownId}`,
    outcome: 'done',
  });
  await noteChange(deps, ownId, (course) => ({ ...course, state: 'withdrawn' }));
}

/** A version as it was published. */
export async function readVersion(
  deps: Platform,
  caller: Caller,
  at: { readonly ownId: string; readonly version: number },
): Promise<VersionView> {
  const { value } = await courseToWrite(deps, caller, at.ownId);
  const line = value.versions.find(({ number }) => number === at.version);
  const row = line && (await ownVersions.find(deps.tables, at.ownId, line.id));
  if (!line || !row) throw new Failure('not-found', 'own-gone');
  return { line, version: row.value };
}
