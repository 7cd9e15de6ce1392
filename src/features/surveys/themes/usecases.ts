/** Giving themes to open answers that were told, and to notes; and telling what came up in talks. */
import { z } from 'zod';
import type { Caller } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import { countThemes } from '../../release/themes/rules.ts';
import { tellFindings, toldFindings } from '../../release/themes/usecases.ts';
import { latestRelease } from '../../release/usecases.ts';
import { setOf } from '../bank/rules.ts';
import { mayRunSurveys } from '../policy.ts';
import { isText } from '../questions/rules.ts';
import { findTalkRow, indexPartition, notes, talkIndex, talks } from '../talks/store.ts';
import { ownTalk } from '../talks/usecases.ts';
import { ownSurvey } from '../usecases.ts';
import codebook from './content/codebook.json' with { type: 'json' };
import { mostOwnThemes, proposedTheme, type CodedText, type OwnTheme, type TextsPage, type Theme } from './model.ts';
import { codingKey, codings, ownThemes, themesPartition } from './store.ts';

export const proposed = z.array(proposedTheme).parse(codebook);

/** The proposed themes and the organisation's own, in the reader's language. */
export async function listThemes(deps: Platform, caller: Caller): Promise<Theme[]> {
  requireCoordinator(caller);
  return themesIn(deps, caller);
}

async function themesIn(deps: Platform, { language }: Pick<Caller, 'language'>): Promise<Theme[]> {
  const own = await ownThemes.list(deps.tables, themesPartition);
  return [
    ...proposed.map(({ name, ...rest }) => ({ ...rest, name: name[language], isOwn: false })),
    ...own.map(({ value }) => ({ ...value, isOwn: true, sets: [], purposes: [] })),
  ];
}

/** The same name again is the same theme. */
export async function addTheme(deps: Platform, caller: Caller, { name }: Pick<OwnTheme, 'name'>): Promise<Theme> {
  requireCoordinator(caller);
  const all = await themesIn(deps, caller);
  const known = all.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (known) return known;
  if (all.filter(({ isOwn }) => isOwn).length >= mostOwnThemes) throw new Failure('conflict', 'themes-full');
  const made = { id: newId(), name };
  await deps.tables.commit([ownThemes.create(themesPartition, made.id, made)]);
  return { ...made, isOwn: true, sets: [], purposes: [] };
}

/** Open answers as they were told, each with its themes, and how often each theme comes up. */
export async function textsOf(deps: Platform, caller: Caller, surveyId: string): Promise<TextsPage> {
  const { value: survey } = await ownSurvey(deps, caller, surveyId);
  const [release, kept, themes] = await Promise.all([
    latestRelease(deps, surveyId),
    codings.list(deps.tables, surveyId),
    themesIn(deps, caller),
  ]);
  const given = new Map(kept.map((row) => [row.key.join('.'), row.value.themes]));
  const items = survey.items.filter(isText).map(({ id, text }) => {
    const figure = release?.figures.find((one) => one.itemId === id);
    const told = figure?.state === 'texts' ? figure.texts : [];
    const texts = told.map((one) => ({ text: one, themes: given.get(codingKey(id, one)) ?? [] }));
    const counts = countThemes(texts.map((one) => one.themes));
    return { id, question: text[caller.language], isTold: figure?.state === 'texts', texts, counts };
  });
  return { title: setOf(survey.set).title[caller.language], items, themes };
}

/** Only of a text that was told: nothing else is there to be read. */
export async function codeText(deps: Platform, caller: Caller, surveyId: string, one: CodedText): Promise<void> {
  await ownSurvey(deps, caller, surveyId);
  const figure = (await latestRelease(deps, surveyId))?.figures.find(({ itemId }) => itemId === one.itemId);
  if (figure?.state !== 'texts' || !figure.texts.includes(one.text)) throw new Failure('not-found', 'text-gone');
  const themes = await knownOf(deps, caller, one.themes);
  await deps.tables.commit([codings.put(surveyId, codingKey(one.itemId, one.text), { themes })]);
}

/** Also after the close; not after the talk was told, since what was told stays. */
export async function codeNote(
  deps: Platform,
  caller: Caller,
  at: { readonly talkId: string; readonly noteId: string },
  themes: readonly string[],
): Promise<void> {
  const { row } = await ownTalk(deps, caller, at.talkId);
  if (row.value.isShared === true) throw new Failure('conflict', 'talk-told');
  const note = await notes.find(deps.tables, at.talkId, at.noteId);
  if (!note) throw new Failure('not-found', 'talk-gone');
  const known = await knownOf(deps, caller, themes);
  await deps.tables.commit([notes.replace(note, { ...note.value, themes: known })]);
}

async function knownOf(deps: Platform, caller: Caller, wanted: readonly string[]): Promise<string[]> {
  const known = new Set((await themesIn(deps, caller)).map(({ id }) => id));
  return [...new Set(wanted)].filter((id) => known.has(id));
}

/** Puts what came up on the needs map, together with other talks about the same where they are fewer than five people. */
export async function shareTalk(deps: Platform, caller: Caller, talkId: string): Promise<'told' | 'waits'> {
  const { row } = await ownTalk(deps, caller, talkId);
  if (row.value.state !== 'closed') throw new Failure('conflict', 'talk-not-closed');
  if (row.value.isShared !== true) await deps.tables.commit([talks.replace(row, { ...row.value, isShared: true })]);
  const { purpose } = row.value;
  await tellFindings(deps, purpose, await waitingTalks(deps));
  const told = await toldFindings(deps);
  return told.some(({ talkIds }) => talkIds.includes(talkId)) ? 'told' : 'waits';
}

async function waitingTalks(deps: Platform) {
  const lines = await talkIndex.list(deps.tables, indexPartition);
  const found = await Promise.all(lines.map(({ value }) => findTalkRow(deps.tables, value.talkId)));
  const shared = found.flatMap((one) => (one?.value.isShared === true ? [one.value] : []));
  return Promise.all(
    shared.map(async ({ id, purpose, tookPart = 0 }) => ({
      ...{ id, about: purpose, people: tookPart },
      notes: (await notes.list(deps.tables, id)).map(({ value }) => value),
    })),
  );
}

function requireCoordinator(caller: Caller): void {
  if (!mayRunSurveys(caller)) throw new Failure('not-found', 'survey-gone');
}
