/** The verbs of a coordinator about a draft: begin one, write it, set who reads it, take it along as a file, throw it away. */
import type { Caller, Download } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { idFor } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Row } from '../../../platform/tables.ts';
import { untilUnchanged } from '../../../platform/tables/conflict.ts';
import { folded, languages, type Language } from '../../../platform/words.ts';
import { programmeIndex } from '../../programmes/store.ts';
import { findProgramme } from '../../programmes/usecases.ts';
import {
  languagesOf,
  mostOwnCourses,
  type EditView,
  type OwnCourse,
  type OwnKind,
  type OwnLink,
  type OwnList,
  type OwnText,
  type SettingsDraft,
  type TextDraft,
} from './model.ts';
import { mayWriteCourses } from './policy.ts';
import { titleIn } from './rules.ts';
import { dropContents, exampleIn, findCourseRow, ownCourses, ownPartition, ownTexts, textsOf } from './store.ts';

/** For whoever may write; anybody else hears that there is none. */
export async function courseToWrite(deps: Platform, caller: Caller, ownId: string): Promise<Row<OwnCourse>> {
  if (!mayWriteCourses(caller)) throw new Failure('not-found', 'own-gone');
  const row = await findCourseRow(deps.tables, ownId);
  if (!row) throw new Failure('not-found', 'own-gone');
  return row;
}

export async function listDrafts(deps: Platform, caller: Caller): Promise<OwnList> {
  if (!mayWriteCourses(caller)) throw new Failure('not-found', 'own-gone');
  const [rows, binding] = await Promise.all([ownCourses.list(deps.tables, ownPartition), usualBinding(deps, caller)]);
  const courses = rows
    .map(({ value }) => value)
    .sort((one, other) => other.changedAt - one.changedAt)
    .map(({ id, kind, state, title, changedAt, colleaguesOnly, languages: there, versions }) => {
      const version = versions.at(-1)?.number;
      return {
        ...{ id, kind, state, title, changedAt, colleaguesOnly, languages: there },
        ...(version === undefined ? {} : { version }),
      };
    });
  return { courses, binding };
}

/** The language that most programmes are bound to; before there is one, that of whoever asks. */
async function usualBinding(deps: Platform, { language }: Caller): Promise<Language> {
  const index = await programmeIndex.list(deps.tables, 'programmes');
  const found = await Promise.all(index.map(({ value }) => findProgramme(deps, value.id)));
  const count = (one: Language): number => found.filter((programme) => programme?.language === one).length;
  return languages.toSorted((one, other) => count(other) - count(one)).find((one) => count(one) > 0) ?? language;
}

const emptyLink: OwnLink = {
  address: '',
  titles: { nl: '', fr: '', de: '', en: '' },
  abouts: { nl: '', fr: '', de: '', en: '' },
  minutes: 10,
  role: 'both',
  isVideo: false,
  captions: [],
};

/** A text begins as an example in the binding language, which can be published as it stands and shows each kind of step. */
export async function createCourse(
  deps: Platform,
  caller: Caller,
  { kind, binding }: { readonly kind: OwnKind; readonly binding: Language },
): Promise<{ ownId: string }> {
  if (!mayWriteCourses(caller)) throw new Failure('not-found', 'own-gone');
  const [id, now] = [idFor(caller, 'own-course'), deps.clock.now()];
  const all = await ownCourses.list(deps.tables, ownPartition);
  if (all.some(({ value }) => value.id === id)) return { ownId: id };
  if (all.length >= mostOwnCourses) throw new Failure('conflict', 'own-full');
  const example = kind === 'text' ? exampleIn(binding) : '';
  const course: OwnCourse = {
    ...{ id, kind, state: 'draft', binding, colleaguesOnly: false, title: titleIn(example) },
    languages: kind === 'text' ? [binding] : [],
    ...{ changedAt: now, revision: 1, pictures: [], versions: [] },
    ...(kind === 'link' ? { link: emptyLink } : {}),
  };
  if (kind === 'text')
    await deps.tables.commit([ownTexts.put(id, binding, { text: example, revision: 1, savedAt: now })]);
  await deps.tables.commit([ownCourses.create(ownPartition, id, course)]);
  return { ownId: id };
}

export function exampleFor(caller: Caller, language: Language): string {
  if (!mayWriteCourses(caller)) throw new Failure('not-found', 'own-gone');
  return exampleIn(language);
}

export async function openDraft(deps: Platform, caller: Caller, ownId: string): Promise<EditView> {
  const { value: course } = await courseToWrite(deps, caller, ownId);
  return { course, texts: await textsOf(deps.tables, ownId) };
}

/** Saves nothing over a text that somebody else saved meanwhile; the same again is done already. */
export async function saveText(
  deps: Platform,
  caller: Caller,
  at: { readonly ownId: string; readonly language: Language },
  { text, revision }: TextDraft,
): Promise<OwnText> {
  const { ownId, language } = at;
  await courseToWrite(deps, caller, ownId);
  const row = await ownTexts.find(deps.tables, ownId, language);
  if (row && row.value.text === text) {
    // The save before this one may have ended before the course knew of it.
    await noteText(deps, at, row.value);
    return row.value;
  }
  if ((row?.value.revision ?? 0) !== revision) throw new Failure('conflict', 'own-changed');
  const savedAt = deps.clock.now();
  const saved: OwnText = {
    ...{ text, revision: revision + 1, savedAt },
    ...(row && row.value.text !== '' ? { before: row.value.text } : {}),
  };
  await unlessOthers(
    deps.tables.commit([row ? ownTexts.replace(row, saved) : ownTexts.create(ownId, language, saved)]),
  );
  await noteText(deps, at, saved);
  return saved;
}

async function noteText(
  deps: Platform,
  { ownId, language }: { readonly ownId: string; readonly language: Language },
  { text, savedAt }: OwnText,
): Promise<void> {
  await noteChange(deps, ownId, (course) => ({
    ...{ ...course, changedAt: savedAt },
    title: language === course.binding ? titleIn(text) : course.title,
    languages: languages.filter((one) => (one === language ? text !== '' : course.languages.includes(one))),
  }));
}

export async function saveLink(
  deps: Platform,
  caller: Caller,
  ownId: string,
  { link, revision }: { readonly link: OwnLink; readonly revision: number },
): Promise<EditView> {
  const row = await courseToWrite(deps, caller, ownId);
  const { value: course } = row;
  if (course.kind !== 'link') throw new Failure('conflict', 'own-not-link');
  if (course.revision !== revision) throw new Failure('conflict', 'own-changed');
  const title = link.titles[course.binding];
  const changed = {
    ...{ ...course, link, title, languages: languagesOf(link.titles) },
    ...{ revision: revision + 1, changedAt: deps.clock.now() },
  };
  await unlessOthers(deps.tables.commit([ownCourses.replace(row, changed)]));
  return { course: changed, texts: {} };
}

/** Who may read it changes at once, without a new version, and never by a form that is older than the last change; the same again is done already. */
export async function setCourse(
  deps: Platform,
  caller: Caller,
  ownId: string,
  { binding, colleaguesOnly, revision }: SettingsDraft,
): Promise<EditView> {
  const { value: before } = await courseToWrite(deps, caller, ownId);
  const texts = await textsOf(deps.tables, ownId);
  if (before.binding === binding && before.colleaguesOnly === colleaguesOnly) return { course: before, texts };
  if (before.revision !== revision) throw new Failure('conflict', 'own-changed');
  if (before.colleaguesOnly !== colleaguesOnly) {
    const outcome = colleaguesOnly ? 'colleagues only' : 'everybody';
    await deps.audit.note({ who: caller.personId, what: 'course.readers', object: `own-course:${ownId}`, outcome });
  }
  const course = await noteChange(deps, ownId, (one) => {
    if (one.revision !== revision) throw new Failure('conflict', 'own-changed');
    const title = one.link?.titles[binding] ?? titleIn(texts[binding]?.text ?? '');
    return { ...one, binding, colleaguesOnly, title, revision: revision + 1 };
  });
  return { course, texts };
}

/** The text as it was saved last, as a file. */
export async function exportText(
  deps: Platform,
  caller: Caller,
  { ownId, language }: { readonly ownId: string; readonly language: Language },
): Promise<Download> {
  await courseToWrite(deps, caller, ownId);
  const row = await ownTexts.find(deps.tables, ownId, language);
  if (!row || row.value.text === '') throw new Failure('not-found', 'own-gone');
  await deps.audit.note({ who: caller.personId, what: 'export', object: `own-course:${ownId}`, outcome: language });
  const name = folded(titleIn(row.value.text))
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
  return {
    name: `${name === '' ? 'course' : name}.${language}.md`,
    type: 'text/markdown; charset=utf-8',
    bytes: new TextEncoder().encode(row.value.text),
  };
}

/** Only what nobody has read. */
export async function removeCourse(deps: Platform, caller: Caller, ownId: string): Promise<void> {
  if (!mayWriteCourses(caller)) throw new Failure('not-found', 'own-gone');
  const row = await findCourseRow(deps.tables, ownId);
  if (row && row.value.versions.length > 0) throw new Failure('conflict', 'own-was-published');
  if (row) await unlessOthers(deps.tables.commit([ownCourses.remove(row)]));
  // Also when an earlier try took away the course and nothing more.
  await dropContents(deps.tables, ownId);
  if (!row) throw new Failure('not-found', 'own-gone');
}

/** Changes the course itself, after whoever else did so at the same moment; who may was asked before. */
export async function noteChange(
  deps: Platform,
  ownId: string,
  change: (course: OwnCourse) => OwnCourse,
): Promise<OwnCourse> {
  return untilUnchanged(async () => {
    const row = await findCourseRow(deps.tables, ownId);
    if (!row) throw new Failure('not-found', 'own-gone');
    const changed = change(row.value);
    await deps.tables.commit([ownCourses.replace(row, changed)]);
    return changed;
  });
}

/** What somebody else wrote in between is said as such. */
async function unlessOthers(commit: Promise<unknown>): Promise<void> {
  await commit.catch((cause: unknown) => {
    if (cause instanceof Failure && cause.code === 'conflict') throw new Failure('conflict', 'own-changed', { cause });
    throw cause;
  });
}
