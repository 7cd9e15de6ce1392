/** A coordinator with a course of the organisation, somebody who reads it, and a mentor from outside. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { OwnCourse, PublishDraft, PublishOutcome } from '../../../../src/features/training/own/model.ts';
import { publishCourse } from '../../../../src/features/training/own/publishing/usecases.ts';
import { createCourse, openDraft, saveLink, saveText } from '../../../../src/features/training/own/usecases.ts';
import type { Caller } from '../../../../src/platform/doors.ts';
import { languages, type Language } from '../../../../src/platform/words.ts';
import { aPerson, callerFor, coordinatorFor, testApp } from '../../../support/app.ts';

export const writer = coordinatorFor(aPerson(900));
export const colleague = coordinatorFor(aPerson(901));
export const reader = callerFor(aPerson(1), { language: 'nl' });
export const guest: Caller = { ...callerFor(aPerson(2)), isGuest: true };

const folder = new URL('../../../../src/features/training/own/content/', import.meta.url);
export const example = (language: Language): string => readFileSync(new URL(`example.${language}.md`, folder), 'utf8');

export type Office = Awaited<ReturnType<typeof courseOffice>>;

export async function courseOffice(options: Parameters<typeof testApp>[0] = {}) {
  const app = await testApp(options);
  const { deps } = app;
  const write = async (ownId: string, language: Language, text: string, who = writer) => {
    const { texts } = await openDraft(deps, who, ownId);
    return saveText(deps, who, { ownId, language }, { text, revision: texts[language]?.revision ?? 0 });
  };
  const publish = async (ownId: string, over: Partial<PublishDraft> = {}): Promise<PublishOutcome> => {
    const { course, texts } = await openDraft(deps, writer, ownId);
    const revisions = Object.fromEntries(Object.entries(texts).map(([language, one]) => [language, one?.revision]));
    return publishCourse(deps, writer, ownId, { onlyThese: false, revision: course.revision, revisions, ...over });
  };
  return {
    ...{ app, deps, write, publish },
    begin: async (binding: Language = 'nl') => (await createCourse(deps, writer, { kind: 'text', binding })).ownId,
    published: async (there: readonly Language[] = languages): Promise<string> => {
      const { ownId } = await createCourse(deps, writer, { kind: 'text', binding: there[0] ?? 'nl' });
      for (const language of there) await write(ownId, language, example(language));
      assert.deepEqual(await publish(ownId, { onlyThese: true }), { outcome: 'published', version: 1 });
      return ownId;
    },
    link: async (over: Partial<NonNullable<OwnCourse['link']>> = {}): Promise<string> => {
      const { ownId } = await createCourse(deps, writer, { kind: 'link', binding: 'nl' });
      const { course } = await openDraft(deps, writer, ownId);
      const titles = { nl: 'De gids', fr: 'Le guide', de: 'Der Leitfaden', en: 'The guide' };
      const link = { ...course.link!, address: 'https://www.example.org/guide', titles, ...over };
      await saveLink(deps, writer, ownId, { link, revision: course.revision });
      return ownId;
    },
  };
}

/** The kind of a failure, such as `conflict own-changed`. */
export async function failureOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'none',
    (error: { code?: string; reason?: string }) => `${error.code} ${error.reason}`,
  );
}
